import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Marking } from '../../kernel/marking.ts';
import type { Day } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Step } from '../recommendations/index.ts';
import type { Counts, Details, Origin, Progress, Rag, State } from './rules.ts';
import type { ToldAction } from './rules-summary.ts';
import type { ActionPlanTables } from './tables.ts';

export type Objective = { readonly id: Id; readonly editionId: Id; readonly benchmarkCode: string; readonly text: string; readonly marking: Marking };

/** An action as the plan lists it: all that bodies above may read. The owner is named, whether a body of this installation or not. */
export type ActionLine = {
  readonly id: Id; readonly marking: Marking; readonly editionId: Id | null; readonly benchmarkCode: string | null; readonly objectiveId: Id | null; readonly text: string;
  readonly ownerId: Id | null; readonly owner: string; readonly ownerRole: string | null; readonly partners: string;
  readonly startOn: string | null; readonly dueOn: string | null; readonly successMeasure: string | null; readonly state: State; readonly rag: Rag | null;
};

export type Action = ActionLine & {
  readonly version: number; readonly ownerBody: string | null; readonly origin: Origin; readonly originId: Id | null; readonly originNote: string | null;
  readonly outcome: string | null; readonly proposedBy: Id | null; readonly confirmedAt: Date | null; readonly reopenedReason: string | null;
};

/** by: the body of whoever wrote it. */
export type ActionNote = Progress & { readonly id: Id; readonly by: string | null };

export type Key = { readonly orgId: Id; readonly id: Id };
export type Seen = Key & { readonly version: number };
export type NewAction = Key & Details & { readonly editionId: Id | null; readonly originId: Id | null };

const tables = (tx: Transaction) => tx.withTables<ActionPlanTables>();

const lineColumns = ['a.id', 'a.marking', 'a.editionId', 'a.benchmarkCode', 'a.objectiveId', 'a.text', 'a.ownerId', 'a.ownerRole', 'a.partners', 'a.startOn', 'a.dueOn', 'a.successMeasure', 'a.state'] as const;
const ownerNamed = sql<string>`coalesce(a.owner_body, (select o.name from organisation o where o.id = a.owner_id))`.as('owner');
const latestRag = sql<Rag | null>`(select n.rag from action_note n where n.org_id = a.org_id and n.action_id = a.id and n.rag is not null
  order by n.dated_on desc, n.created_at desc, n.id desc limit 1)`.as('rag');

/** Every action of a plan that the scope may see, what is due first at the top. */
export function actionsOf(tx: Transaction, orgId: Id): Promise<ActionLine[]> {
  return tables(tx).selectFrom('action as a').select(lineColumns).select([ownerNamed, latestRag]).where('a.orgId', '=', orgId)
    .orderBy('a.dueOn', (order) => order.asc().nullsLast()).orderBy('a.id').execute();
}

export function actionOf(tx: Transaction, { orgId, id }: Key): Promise<Action | undefined> {
  return tables(tx).selectFrom('action as a').select(lineColumns)
    .select(['a.version', 'a.ownerBody', 'a.origin', 'a.originId', 'a.originNote', 'a.outcome', 'a.proposedBy', 'a.confirmedAt', 'a.reopenedReason'])
    .select([ownerNamed, latestRag]).where('a.orgId', '=', orgId).where('a.id', '=', id).executeTakeFirst();
}

/** Every action with its objective, by benchmark and objective: what the outputs of a year are told from. In the body's own scope. */
export async function toldActions(tx: Transaction, orgId: Id): Promise<ToldAction[]> {
  return tables(tx).selectFrom('action as a').leftJoin('planObjective as o', (join) => join.onRef('o.orgId', '=', 'a.orgId').onRef('o.id', '=', 'a.objectiveId'))
    .select(['a.benchmarkCode', 'o.text as objective', 'o.marking as objectiveMarking', 'a.text', 'a.marking', 'a.dueOn', 'a.state', 'a.origin']).select(ownerNamed).where('a.orgId', '=', orgId)
    .orderBy('a.benchmarkCode', (order) => order.asc().nullsLast()).orderBy('o.createdAt', (order) => order.asc().nullsFirst()).orderBy('o.id').orderBy('a.dueOn').orderBy('a.id')
    .$narrowType<{ dueOn: Day | null }>().execute();
}

/** The actions that came from records of one kind, or from one of them, what is due first at the top; the body's own alone. */
export function actionsFrom(tx: Transaction, orgId: Id, origin: Origin, originId?: Id): Promise<(ActionLine & { readonly originId: Id | null })[]> {
  return tables(tx).selectFrom('action as a').select(lineColumns).select('a.originId').select([ownerNamed, latestRag]).where('a.orgId', '=', orgId).where('a.origin', '=', origin)
    .$if(originId !== undefined, (query) => query.where('a.originId', '=', originId ?? null)).orderBy('a.dueOn', (order) => order.asc().nullsLast()).orderBy('a.id').execute();
}

/** How many actions stand how: one statement, whatever their number. */
export async function countActions(tx: Transaction, orgId: Id, today: string): Promise<Counts> {
  const { rows: [row] } = await sql<Counts>`
    select count(*)::integer as all, count(*) filter (where state <> 'closed')::integer as open, count(*) filter (where state <> 'closed' and due_on < ${today}::date)::integer as overdue,
      count(*) filter (where state <> 'closed' and success_measure is null)::integer as unmeasured, count(*) filter (where state = 'proposed')::integer as waiting, count(*) filter (where state = 'closed')::integer as closed
    from action where org_id = ${orgId}`.execute(tx);
  return row ?? { all: 0, open: 0, overdue: 0, unmeasured: 0, waiting: 0, closed: 0 };
}

/** Which recommendations stand in the plan, each with its action. */
export async function takenRecommendations(tx: Transaction, orgId: Id): Promise<ReadonlyMap<string, Id>> {
  const rows = await tables(tx).selectFrom('action').select(['id', 'originId']).where('orgId', '=', orgId).where('origin', '=', 'recommendation').where('originId', 'is not', null).execute();
  return new Map(rows.flatMap(({ id, originId }) => (originId === null ? [] : [[originId, id]])));
}

/** @returns false when the recommendation that it comes from stands in the plan already */
export async function addAction(tx: Transaction, action: NewAction): Promise<boolean> {
  const row = await tables(tx).insertInto('action').values(action)
    .onConflict((clash) => clash.columns(['orgId', 'originId']).where('origin', '=', 'recommendation').where('originId', 'is not', null).doNothing()).returning('id').executeTakeFirst();
  return row !== undefined;
}

/** @returns false when somebody changed it since this version */
export function changeAction(tx: Transaction, seen: Seen, details: Details & { readonly editionId: Id | null }): Promise<boolean> {
  return changed(tx, seen, details);
}

/** The database says who and when, and refuses a step that the state does not allow. @returns false when somebody changed it since this version */
export function takeActionStep(tx: Transaction, seen: Seen, { to: state, ...grounds }: Step): Promise<boolean> {
  return changed(tx, seen, { state, ...grounds });
}

type Change = (Details & { readonly editionId: Id | null }) | { readonly state: State; readonly outcome?: string; readonly reopenedReason?: string };

async function changed(tx: Transaction, { orgId, id, version }: Seen, change: Change): Promise<boolean> {
  const row = await tables(tx).updateTable('action').set(change).where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).returning('id').executeTakeFirst();
  return row !== undefined;
}

/** Newest first. */
export function notesOf(tx: Transaction, { orgId, id }: Key): Promise<ActionNote[]> {
  return tables(tx).selectFrom('actionNote as n').select(['n.id', 'n.datedOn', 'n.text', 'n.rag', 'n.marking', sql<string | null>`(select p.organisation from names_of_people(array[n.created_by]) p)`.as('by')])
    .where('n.orgId', '=', orgId).where('n.actionId', '=', id).orderBy('n.datedOn', 'desc').orderBy('n.createdAt', 'desc').orderBy('n.id', 'desc')
    .$narrowType<{ datedOn: Progress['datedOn'] }>().execute();
}

/** The latest words about each action. */
export async function latestWords(tx: Transaction, orgId: Id): Promise<ReadonlyMap<Id, string>> {
  const { rows } = await sql<{ actionId: Id; text: string }>`
    select distinct on (n.action_id) n.action_id, n.text from action_note n where n.org_id = ${orgId} order by n.action_id, n.dated_on desc, n.created_at desc, n.id desc`.execute(tx);
  return new Map(rows.map(({ actionId, text }) => [actionId, text]));
}

export async function addActionNote(tx: Transaction, { orgId, id, noteId }: Key & { readonly noteId: Id }, note: Progress): Promise<void> {
  await tables(tx).insertInto('actionNote').values({ orgId, id: noteId, actionId: id, ...note }).execute();
}

export async function evidenceIdsOf(tx: Transaction, { orgId, id }: Key): Promise<Id[]> {
  const rows = await tables(tx).selectFrom('actionEvidence').select('evidenceId').where('orgId', '=', orgId).where('actionId', '=', id).execute();
  return rows.map(({ evidenceId }) => evidenceId);
}

export async function addActionEvidence(tx: Transaction, use: { readonly orgId: Id; readonly id: Id; readonly actionId: Id; readonly evidenceId: Id }): Promise<void> {
  await tables(tx).insertInto('actionEvidence').values(use).onConflict((clash) => clash.columns(['orgId', 'actionId', 'evidenceId']).doNothing()).execute();
}

/** In the order in which they were written. */
export function objectivesOf(tx: Transaction, orgId: Id): Promise<Objective[]> {
  return tables(tx).selectFrom('planObjective').select(['id', 'editionId', 'benchmarkCode', 'text', 'marking']).where('orgId', '=', orgId).orderBy('id').execute();
}

/** With the version that a form shows and the number of actions that serve it. */
export function objectiveOf(tx: Transaction, { orgId, id }: Key): Promise<(Objective & { readonly version: number; readonly actions: number }) | undefined> {
  return tables(tx).selectFrom('planObjective as o').select(['o.id', 'o.version', 'o.editionId', 'o.benchmarkCode', 'o.text', 'o.marking'])
    .select(sql<number>`(select count(*)::integer from action a where a.org_id = o.org_id and a.objective_id = o.id)`.as('actions'))
    .where('o.orgId', '=', orgId).where('o.id', '=', id).executeTakeFirst();
}

export async function addObjective(tx: Transaction, objective: Key & Pick<Objective, 'editionId' | 'benchmarkCode' | 'text'>): Promise<void> {
  await tables(tx).insertInto('planObjective').values(objective).execute();
}

/** @returns false when somebody changed it since this version */
export async function changeObjective(tx: Transaction, { orgId, id, version }: Seen, text: string): Promise<boolean> {
  const row = await tables(tx).updateTable('planObjective').set({ text }).where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).returning('id').executeTakeFirst();
  return row !== undefined;
}

/** Takes out an objective that no action serves. @returns false when somebody changed it since this version, or an action serves it */
export async function removeObjective(tx: Transaction, { orgId, id, version }: Seen): Promise<boolean> {
  const row = await tables(tx).deleteFrom('planObjective as o').where('o.orgId', '=', orgId).where('o.id', '=', id).where('o.version', '=', version)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('action as a').select('a.id').where('a.orgId', '=', orgId).whereRef('a.orgId', '=', 'o.orgId').whereRef('a.objectiveId', '=', 'o.id'))))
    .returning('o.id').executeTakeFirst();
  return row !== undefined;
}

/** The bodies whose plans have actions of the scope's organisation, with how many are open and how many overdue. Only in the grant scope. */
export async function plansWithActionsOfOurs(tx: Transaction, today: string): Promise<{ readonly shortName: string; readonly organisation: string; readonly open: number; readonly overdue: number }[]> {
  const { rows } = await sql<{ shortName: string; organisation: string; open: number; overdue: number }>`
    select o.short_name, o.name as organisation, count(*)::integer as open, count(*) filter (where a.due_on < ${today}::date)::integer as overdue
    from action a join organisation o on o.id = a.org_id
    where a.owner_id = scope_organisation() and a.org_id <> scope_organisation() and a.state <> 'closed'
    group by o.short_name, o.name order by o.name`.execute(tx);
  return rows;
}

/** Writes into the body's trail that the whole plan was taken away. */
export async function noteList(tx: Transaction, orgId: Id, made: { readonly format: string; readonly marking: Marking }): Promise<void> {
  await sql`select audit_note('plan_list', ${orgId}, ${JSON.stringify(made)}::jsonb)`.execute(tx);
}
