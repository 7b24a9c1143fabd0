import type { Id } from '../../kernel/id.ts';
import type { Year } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import type { AssessmentTables } from './tables.ts';

export type Assessment = { readonly id: Id; readonly editionId: Id; readonly year: string; readonly version: number };

const tables = (tx: Transaction) => tx.withTables<AssessmentTables>();

export async function assessmentOf(tx: Transaction, orgId: Id, year: Year): Promise<Assessment | undefined> {
  return tables(tx).selectFrom('assessment').select(['id', 'editionId', 'year', 'version']).where('orgId', '=', orgId).where('year', '=', year).executeTakeFirst();
}

export async function openAssessment(tx: Transaction, assessment: { orgId: Id; id: Id; editionId: Id; year: Year; openedOn: string | null }): Promise<void> {
  await tables(tx).insertInto('assessment').values(assessment).execute();
}
