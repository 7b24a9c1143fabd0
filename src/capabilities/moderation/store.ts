import type { Id } from '../../kernel/id.ts';
import type { Transaction } from '../../platform/database.ts';
import type { ModerationTables } from './tables.ts';

export type Outcome = { readonly benchmarkCode: string; readonly levelCode: string | null; readonly notApplicable: boolean };

/** The Home Office's outcome of each benchmark of an assessment, in no order. */
export async function outcomesOf(tx: Transaction, orgId: Id, assessmentId: Id): Promise<Outcome[]> {
  return tx.withTables<ModerationTables>().selectFrom('outcome as o')
    .innerJoin('moderation as m', (join) => join.onRef('m.orgId', '=', 'o.orgId').onRef('m.id', '=', 'o.moderationId'))
    .select(['o.benchmarkCode', 'o.levelCode', 'o.notApplicable'])
    .where('o.orgId', '=', orgId).where('m.orgId', '=', orgId).where('m.assessmentId', '=', assessmentId).execute();
}
