import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { Id } from '../../kernel/id.ts';
import { markings, type Marking } from '../../kernel/marking.ts';
import type { Year } from '../../kernel/year.ts';
import { changedSinceFrozen } from '../../platform/audit.ts';
import type { Transaction } from '../../platform/database.ts';
import type { NewAmendment } from './rules-second.ts';
import type { AssessmentTables } from './tables.ts';

/** What an amendment holds, whole in itself. Nobody's name is in it. */
const amendmentShape = z.strictObject({
  format: z.literal('dueregard-amendment-1'),
  organisation: z.string(), year: z.string(),
  /** Of the submission that is amended, with its hash. */
  submission: z.strictObject({ number: z.int(), sha256: z.string() }),
  benchmark: z.string().nullable(), text: z.string(), marking: z.enum(markings), written_at: z.iso.datetime(),
});

/** What was put right beside a submission. It counts once a second person has confirmed it. */
export type Amendment = {
  readonly id: Id;
  readonly version: number;
  readonly benchmarkCode: string | null;
  readonly text: string;
  readonly marking: Marking;
  readonly writtenBy: Id | null;
  readonly writer: string | null;
  readonly writtenAt: Date;
  readonly confirmer: string | null;
  readonly confirmedAt: Date | null;
};

export type ConfirmedAmendment = Amendment & { readonly confirmedAt: Date };

type To = {
  readonly orgId: Id; readonly id: Id; readonly assessmentId: Id; readonly editionId: Id; readonly organisation: string; readonly year: Year;
  readonly submission: { readonly id: Id; readonly number: number; readonly sha256: string }; readonly now: Date;
};

const tables = (tx: Transaction) => tx.withTables<AssessmentTables>();

/** The amendments of one submission, oldest first: to its own body all, to others those that were confirmed. */
export async function amendmentsOf(tx: Transaction, orgId: Id, submissionId: Id): Promise<Amendment[]> {
  const rows = await tables(tx).selectFrom('amendment')
    .select(['id', 'version', 'benchmarkCode', 'frozen', 'marking', 'createdBy as writtenBy', 'createdAt as writtenAt', 'confirmedAt',
      sql<string | null>`(select n.name from names_of_people(array[amendment.created_by]) n)`.as('writer'),
      sql<string | null>`(select n.name from names_of_people(array[amendment.confirmed_by]) n)`.as('confirmer')])
    .where('orgId', '=', orgId).where('submissionId', '=', submissionId).orderBy('createdAt').orderBy('id').execute();
  return rows.map(({ frozen, ...rest }) => ({ ...rest, text: amendmentShape.parse(JSON.parse(frozen)).text }));
}

/** Those that a second person has confirmed: they count. */
export async function confirmedAmendments(tx: Transaction, orgId: Id, submissionId: Id): Promise<ConfirmedAmendment[]> {
  return (await amendmentsOf(tx, orgId, submissionId)).filter((one): one is ConfirmedAmendment => one.confirmedAt !== null);
}

/** @throws DR001 unless the submission stands. */
export async function addAmendment(tx: Transaction, to: To, { benchmarkCode, text, marking }: NewAmendment): Promise<void> {
  const { orgId, id, assessmentId, editionId, year, submission: { id: submissionId, number, sha256 } } = to;
  const frozen = canonicalJson({
    format: 'dueregard-amendment-1', organisation: to.organisation, year, submission: { number, sha256 }, benchmark: benchmarkCode, text, marking, written_at: to.now.toISOString(),
  } satisfies z.infer<typeof amendmentShape>);
  const frozenSha256 = createHash('sha256').update(frozen).digest();
  await tables(tx).insertInto('amendment').values({ orgId, id, assessmentId, editionId, submissionId, year, benchmarkCode, marking, frozen, frozenSha256 }).execute();
}

/** The database puts in who and when. @throws DR004 for the person who wrote it. */
export async function confirmAmendment(tx: Transaction, orgId: Id, id: Id, version: number, now: Date): Promise<boolean> {
  const done = await tables(tx).updateTable('amendment').set({ confirmedAt: now }).where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).returning('id').executeTakeFirst();
  return done !== undefined;
}

/** @returns false when it was confirmed or withdrawn meanwhile. */
export async function withdrawAmendment(tx: Transaction, orgId: Id, id: Id, version: number): Promise<boolean> {
  const gone = await tables(tx).deleteFrom('amendment').where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).where('confirmedAt', 'is', null).returning('id').executeTakeFirst();
  return gone !== undefined;
}

/** Amendments that are no longer what was written: for verification. */
export function changedAmendments(tx: Transaction, orgId: Id): Promise<Id[]> {
  return changedSinceFrozen(tx, orgId, 'amendment');
}
