import { sql } from 'kysely';
import { newId, type Id } from '../../kernel/id.ts';
import type { Transaction } from '../../platform/database.ts';
import type { ModerationTables } from './tables.ts';

export type OutcomeLine = {
  readonly benchmarkCode: string; readonly levelCode: string | null; readonly notApplicable: boolean; readonly origin: 'recorded' | 'transcribed'; readonly published: boolean;
};

/** The Home Office's outcome of each benchmark of an assessment, in no order; those of drafts as well, marked so. */
export async function outcomesOf(tx: Transaction, orgId: Id, assessmentId: Id): Promise<OutcomeLine[]> {
  return tx.withTables<ModerationTables>().selectFrom('outcome as o')
    .innerJoin('moderation as m', (join) => join.onRef('m.orgId', '=', 'o.orgId').onRef('m.id', '=', 'o.moderationId'))
    .select(['o.benchmarkCode', 'o.levelCode', 'o.notApplicable', 'm.origin', sql<boolean>`m.published_at is not null`.as('published')])
    .where('o.orgId', '=', orgId).where('m.orgId', '=', orgId).where('m.assessmentId', '=', assessmentId).execute();
}

/** Enters the outcomes of an assessment, by benchmark code; "not_applicable" beside the levels of the scale. */
export async function addOutcomes(tx: Transaction, { orgId, assessmentId, editionId, outcomes }: { orgId: Id; assessmentId: Id; editionId: Id; outcomes: Readonly<Record<string, string>> }): Promise<void> {
  const moderationId = newId();
  const tables = tx.withTables<ModerationTables>();
  await tables.insertInto('moderation').values({ orgId, id: moderationId, assessmentId, editionId, origin: 'transcribed', letterId: null, letterDatedOn: null, checkedBy: null, checkedAt: null, publishedAt: null }).execute();
  await tables.insertInto('outcome').values(Object.entries(outcomes).map(([benchmarkCode, level]) => ({
    orgId, id: newId(), moderationId, editionId, benchmarkCode, levelCode: level === 'not_applicable' ? null : level, notApplicable: level === 'not_applicable',
    notApplicableReason: null, leadBody: null, reasonNotStated: level === 'not_applicable',
  }))).execute();
}
