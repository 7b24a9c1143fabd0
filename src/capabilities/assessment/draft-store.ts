import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Transaction } from '../../platform/database.ts';
import type { AssessmentTables } from './tables.ts';

/** Whose draft of which form: the code is an indicator's for its answer, a benchmark's for its self-rating. */
export type DraftKey = { readonly orgId: Id; readonly personId: Id; readonly assessmentId: Id; readonly code: string };

/** What somebody typed, on which version of the record, and when. */
export type Draft = { readonly fields: Readonly<Record<string, string>>; readonly baseVersion: number; readonly savedAt: Date };

const tables = (tx: Transaction) => tx.withTables<AssessmentTables>();

export async function draftOf(tx: Transaction, { orgId, personId, assessmentId, code }: DraftKey): Promise<Draft | undefined> {
  return tables(tx).selectFrom('draft').select(['fields', 'baseVersion', 'savedAt'])
    .where('orgId', '=', orgId).where('personId', '=', personId).where('assessmentId', '=', assessmentId).where('code', '=', code).executeTakeFirst();
}

export async function saveDraft(tx: Transaction, key: DraftKey, fields: Draft['fields'], baseVersion: number): Promise<void> {
  const row = { fields: sql<Draft['fields']>`${JSON.stringify(fields)}::jsonb`, baseVersion, savedAt: sql<Date>`now()` };
  await tables(tx).insertInto('draft').values({ ...key, ...row }).onConflict((conflict) => conflict.columns(['orgId', 'personId', 'assessmentId', 'code']).doUpdateSet(row)).execute();
}

export async function forgetDraft(tx: Transaction, { orgId, personId, assessmentId, code }: DraftKey): Promise<void> {
  await tables(tx).deleteFrom('draft').where('orgId', '=', orgId).where('personId', '=', personId).where('assessmentId', '=', assessmentId).where('code', '=', code).execute();
}
