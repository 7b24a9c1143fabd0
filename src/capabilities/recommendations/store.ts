import type { Id } from '../../kernel/id.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Note, Plan, State, Status } from './rules.ts';
import type { RecommendationTables } from './tables.ts';

/** All that the body itself wrote of one recommendation. */
export type FollowUp = Status & {
  readonly version: number;
  readonly ownerRole: string | null;
  readonly department: string | null;
  readonly reply: string;
  readonly outcome: string | null;
  readonly proposedBy: Id | null;
  readonly confirmedBy: Id | null;
  readonly confirmedAt: Date | null;
  readonly reopenedReason: string | null;
};

export type ProgressNote = { readonly datedOn: string; readonly text: string; readonly marking: Note['marking'] };

export type Key = { readonly orgId: Id; readonly recommendationId: Id };

/** Raised by the database (migrations/0009-recommendations.sql): a step that the state does not allow. */
export const stepRefused = 'DR013';

const tables = (tx: Transaction) => tx.withTables<RecommendationTables>();

/** How each recommendation of a body stands: all that bodies above and the adviser may read. Those that nobody touched are not in it. */
export async function statusesOf(tx: Transaction, orgId: Id): Promise<ReadonlyMap<string, Status>> {
  const rows = await tables(tx).selectFrom('followUp').select(['recommendationId', 'state', 'dueOn']).where('orgId', '=', orgId).execute();
  return new Map(rows.map(({ recommendationId, ...status }) => [recommendationId, status]));
}

/** Who owns each recommendation, for the body's own people. */
export async function ownersOf(tx: Transaction, orgId: Id): Promise<ReadonlyMap<string, string>> {
  const rows = await tables(tx).selectFrom('followUp').select(['recommendationId', 'ownerRole', 'department']).where('orgId', '=', orgId).execute();
  return new Map(rows.map(({ recommendationId, ownerRole, department }) => [recommendationId, [ownerRole, department].filter((part) => part !== null).join(', ')]));
}

export async function followUpOf(tx: Transaction, { orgId, recommendationId }: Key): Promise<(FollowUp & { readonly id: Id }) | undefined> {
  return tables(tx).selectFrom('followUp')
    .select(['id', 'version', 'state', 'dueOn', 'ownerRole', 'department', 'reply', 'outcome', 'proposedBy', 'confirmedBy', 'confirmedAt', 'reopenedReason'])
    .where('orgId', '=', orgId).where('recommendationId', '=', recommendationId).executeTakeFirst();
}

/** Newest first. */
export async function progressOf(tx: Transaction, { orgId, recommendationId }: Key): Promise<ProgressNote[]> {
  return tables(tx).selectFrom('progressNote').select(['datedOn', 'text', 'marking'])
    .where('orgId', '=', orgId).where('recommendationId', '=', recommendationId).orderBy('datedOn', 'desc').orderBy('createdAt', 'desc').orderBy('id').execute();
}

export async function evidenceIdsOf(tx: Transaction, { orgId, recommendationId }: Key): Promise<Id[]> {
  const rows = await tables(tx).selectFrom('followUpEvidence').select('evidenceId').where('orgId', '=', orgId).where('recommendationId', '=', recommendationId).execute();
  return rows.map(({ evidenceId }) => evidenceId);
}

/** Nothing happens where it has begun. @returns whether this began it */
export async function beginFollowUp(tx: Transaction, key: Key & { readonly id: Id }): Promise<boolean> {
  const row = await tables(tx).insertInto('followUp').values(key).onConflict((clash) => clash.columns(['orgId', 'recommendationId']).doNothing()).returning('id').executeTakeFirst();
  return row !== undefined;
}

/** @returns false when somebody changed it since this version */
export async function changePlan(tx: Transaction, seen: Key & { readonly version: number }, plan: Plan): Promise<boolean> {
  return changed(tx, seen, plan);
}

export type Step =
  | { readonly to: 'proposed'; readonly outcome: string }
  | { readonly to: 'closed' }
  | { readonly to: 'open'; readonly reopenedReason?: string };

/** The database says who and when, and refuses a step that the state does not allow. @returns false when somebody changed it since this version */
export async function takeStep(tx: Transaction, seen: Key & { readonly version: number }, { to: state, ...grounds }: Step): Promise<boolean> {
  return changed(tx, seen, { state, ...grounds });
}

type Change = Plan | { readonly state: State; readonly outcome?: string; readonly reopenedReason?: string };

async function changed(tx: Transaction, { orgId, recommendationId, version }: Key & { readonly version: number }, change: Change): Promise<boolean> {
  const row = await tables(tx).updateTable('followUp').set(change)
    .where('orgId', '=', orgId).where('recommendationId', '=', recommendationId).where('version', '=', version).returning('id').executeTakeFirst();
  return row !== undefined;
}

export async function addProgress(tx: Transaction, key: Key & { readonly id: Id }, note: Note): Promise<void> {
  await tables(tx).insertInto('progressNote').values({ ...key, ...note }).execute();
}

export async function addEvidence(tx: Transaction, use: Key & { readonly id: Id; readonly evidenceId: Id }): Promise<void> {
  await tables(tx).insertInto('followUpEvidence').values(use).onConflict((clash) => clash.columns(['orgId', 'recommendationId', 'evidenceId']).doNothing()).execute();
}
