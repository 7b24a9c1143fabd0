import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Organisation } from '../../kernel/access.ts';
import type { Id } from '../../kernel/id.ts';
import type { Year } from '../../kernel/year.ts';
import { changedSinceFrozen } from '../../platform/audit.ts';
import type { Transaction } from '../../platform/database.ts';
import { readRelease, releaseText, type Release } from './release.ts';
import type { PublishingTables } from './tables.ts';

const tables = (tx: Transaction) => tx.withTables<PublishingTables>();

export type ReleaseLine = { readonly id: Id; readonly version: number; readonly createdAt: Date; readonly withdrawnAt: Date | null; readonly withdrawnReason: string | null };

/** Every release of a body's year, the newest first; at most one of them stands. */
export async function releasesOf(tx: Transaction, orgId: Id, assessmentId: Id): Promise<ReleaseLine[]> {
  return tables(tx).selectFrom('publicRelease').select(['id', 'version', 'createdAt', 'withdrawnAt', 'withdrawnReason'])
    .where('orgId', '=', orgId).where('assessmentId', '=', assessmentId).orderBy('id', 'desc').execute();
}

/** @returns false when a release of the year stands already. */
export async function addRelease(tx: Transaction, to: { orgId: Id; id: Id; assessmentId: Id; year: Year }, release: Release): Promise<boolean> {
  const frozen = releaseText(release);
  const added = await tables(tx).insertInto('publicRelease').values({ ...to, frozen, frozenSha256: createHash('sha256').update(frozen).digest(), withdrawnAt: null, withdrawnReason: null })
    .onConflict((conflict) => conflict.columns(['orgId', 'assessmentId']).where('withdrawnAt', 'is', null).doNothing()).returning('id').executeTakeFirst();
  return added !== undefined;
}

/** @returns false when it does not stand any more. */
export async function withdrawRelease(tx: Transaction, { orgId, id, version }: { orgId: Id; id: Id; version: number }, reason: string, now: Date): Promise<boolean> {
  const withdrawn = await tables(tx).updateTable('publicRelease').set({ withdrawnAt: now, withdrawnReason: reason })
    .where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).where('withdrawnAt', 'is', null).returning('id').executeTakeFirst();
  return withdrawn !== undefined;
}

/** Leaves the scope that a request began in for the one of somebody who has not signed in: standing releases, and nothing else. */
export async function enterPublicScope(tx: Transaction): Promise<void> {
  await sql`select enter_public_scope()`.execute(tx);
}

/** What a body tells everybody now, the latest year first: read in the public scope. */
export async function standingReleases(tx: Transaction, orgId: Organisation['id']): Promise<Release[]> {
  const rows = await tables(tx).selectFrom('publicRelease').select('frozen').where('orgId', '=', orgId).where('withdrawnAt', 'is', null).orderBy('year', 'desc').execute();
  return rows.map(({ frozen }) => readRelease(frozen));
}

/** Releases that are no longer what was released: for verification. */
export function changedReleases(tx: Transaction, orgId: Id): Promise<Id[]> {
  return changedSinceFrozen(tx, orgId, 'public_release');
}
