import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Details, Progress, Rag, State } from './rules.ts';
import type { NewAction, Objective } from './store.ts';
import type { ActionPlanTables } from './tables.ts';

/** An action with all that a row of a spreadsheet may say of it, and the latest words about it. */
export type WholeAction = Details & { readonly id: Id; readonly version: number; readonly editionId: Id | null; readonly state: State; readonly rag: Rag | null; readonly progress: string };

export type ChangedAction = Details & { readonly id: Id; readonly version: number; readonly editionId: Id | null };

/** As many rows as one statement adds: its parameters are numbered by two bytes. */
const atOnce = 1000;

const tables = (tx: Transaction) => tx.withTables<ActionPlanTables>();

/** Every action of the body's plan: one statement, whatever their number. */
export async function wholeActionsOf(tx: Transaction, orgId: Id): Promise<WholeAction[]> {
  const { rows } = await sql<WholeAction>`
    select a.id, a.version, a.edition_id, a.state, a.benchmark_code, a.objective_id, a.text, a.marking, a.owner_id, a.owner_body, a.owner_role, a.partners, a.start_on, a.due_on, a.success_measure, a.origin, a.origin_note,
      r.rag, coalesce(n.text, '') as progress
    from action a
      left join lateral (select n.rag from action_note n where n.org_id = a.org_id and n.action_id = a.id and n.rag is not null order by n.dated_on desc, n.created_at desc, n.id desc limit 1) r on true
      left join lateral (select n.text from action_note n where n.org_id = a.org_id and n.action_id = a.id order by n.dated_on desc, n.created_at desc, n.id desc limit 1) n on true
    where a.org_id = ${orgId} order by a.id`.execute(tx);
  return rows;
}

export async function addObjectives(tx: Transaction, rows: readonly (Pick<Objective, 'id' | 'editionId' | 'benchmarkCode' | 'text'> & { readonly orgId: Id })[]): Promise<void> {
  for (const part of parts(rows)) await tables(tx).insertInto('planObjective').values(part).execute();
}

export async function addActions(tx: Transaction, rows: readonly NewAction[]): Promise<void> {
  for (const part of parts(rows)) await tables(tx).insertInto('action').values(part).execute();
}

export async function addActionNotes(tx: Transaction, rows: readonly (Progress & { readonly orgId: Id; readonly id: Id; readonly actionId: Id })[]): Promise<void> {
  for (const part of parts(rows)) await tables(tx).insertInto('actionNote').values(part).execute();
}

/** @returns false when somebody changed one of them since its version */
export async function changeActions(tx: Transaction, orgId: Id, rows: readonly ChangedAction[]): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update action a set benchmark_code = c."benchmarkCode", edition_id = c."editionId", objective_id = c."objectiveId", text = c.text, marking = c.marking, owner_id = c."ownerId", owner_body = c."ownerBody",
      owner_role = c."ownerRole", partners = c.partners, start_on = c."startOn", due_on = c."dueOn", success_measure = c."successMeasure", origin = c.origin, origin_note = c."originNote"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c(id uuid, version integer, "benchmarkCode" text, "editionId" uuid, "objectiveId" uuid, text text, marking marking, "ownerId" uuid, "ownerBody" text,
      "ownerRole" text, partners text, "startOn" date, "dueOn" date, "successMeasure" text, origin text, "originNote" text)
    where a.org_id = ${orgId} and a.id = c.id and a.version = c.version`.execute(tx);
  return numAffectedRows === BigInt(rows.length);
}

/** Proposes that actions are closed, each with its outcome, whatever its version: after the changes above. */
export async function proposeClosures(tx: Transaction, orgId: Id, rows: readonly { readonly id: Id; readonly outcome: string }[]): Promise<void> {
  await sql`update action a set state = 'proposed', outcome = c.outcome from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c(id uuid, outcome text)
    where a.org_id = ${orgId} and a.id = c.id and a.state = 'open'`.execute(tx);
}

function parts<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / atOnce) }, (_, at) => rows.slice(at * atOnce, (at + 1) * atOnce));
}
