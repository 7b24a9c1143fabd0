import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Day } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import { endGrant } from './people-store.ts';
import type { OrganisationTables } from './tables.ts';

/** A benchmark or an indicator of an assessment: one of the two codes is null. */
type GrantedPart = { readonly assessmentId: Id; readonly editionId: Id; readonly benchmarkCode: string | null; readonly indicatorCode: string | null };

export type PartGrant = { readonly id: Id; readonly version: number; readonly granteeId: Id; readonly grantee: string; readonly mayWrite: boolean; readonly reason: string; readonly fromDay: string; readonly toDay: string };

const tables = (tx: Transaction) => tx.withTables<OrganisationTables>();

/** Opens a part to a partner, from a day to the first day on which it is closed again. */
export async function addPartGrant(tx: Transaction, grant: GrantedPart & { orgId: Id; id: Id; granteeId: Id; mayWrite: boolean; reason: string; fromDay: Day; toDay: Day }): Promise<void> {
  await tables(tx).insertInto('accessGrant').values({ ...grant, kind: 'part', recordId: null }).execute();
}

/** To whom a part is and was open, the latest first. */
export function partGrantsOf(tx: Transaction, orgId: Id, { assessmentId, benchmarkCode, indicatorCode }: GrantedPart): Promise<PartGrant[]> {
  return tables(tx).selectFrom('accessGrant as g').innerJoin('organisation as o', 'o.id', 'g.granteeId')
    .select(['g.id', 'g.version', 'g.granteeId', 'o.name as grantee', 'g.mayWrite', 'g.reason', 'g.fromDay', 'g.toDay'])
    .where('g.orgId', '=', orgId).where('g.kind', '=', 'part').where('g.assessmentId', '=', assessmentId)
    .where((where) => (benchmarkCode === null ? where('g.indicatorCode', '=', indicatorCode) : where('g.benchmarkCode', '=', benchmarkCode)))
    .orderBy('g.fromDay', 'desc').orderBy('g.id').execute();
}

/** Closes it from today on. @returns whether the version was still the one seen. */
export function endPartGrant(tx: Transaction, orgId: Id, id: Id, version: number, today: Day): Promise<boolean> {
  return endGrant(tx, orgId, id, version, today);
}

/** For which of some partners the scope's organisation may ask somebody to begin (migrations/0018-own-limits.sql). */
export async function mayBeginFor(tx: Transaction, partners: readonly Id[], day: Day): Promise<ReadonlySet<Id>> {
  const { rows } = await sql<{ id: Id }>`select id from unnest(${partners}::uuid[]) id where may_begin_for(id, ${day}::date)`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}
