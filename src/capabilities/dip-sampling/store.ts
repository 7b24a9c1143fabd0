import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Day } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Closing, Pathway, Plan, Programme, Seat, State, Worked } from './rules.ts';
import type { SampleTables } from './tables.ts';

const tables = (tx: Transaction) => tx.withTables<SampleTables>();

export type Key = { readonly orgId: Id; readonly id: Id };
type Seen = Key & { readonly version: number };

export type PathwayEdition = Pathway & { readonly id: Id; readonly number: number };

/** body: its name; shortName: by which the frozen frame names it. */
export type SeatTaken = { readonly id: Id; readonly seat: Seat; readonly bodyId: Id; readonly body: string; readonly shortName: string; readonly role: string; readonly personId: Id | null; readonly finishedAt: Date | null; readonly settledAt: Date | null };

export type Exercise = Omit<Plan, 'reviewers'> & {
  readonly id: Id; readonly version: number; readonly programmeId: Id; readonly panel: string; readonly panelShortName: string; readonly bank: string; readonly state: State;
  readonly frame: string | null; readonly frameSha256: Buffer | null; readonly frozenAt: Date | null; readonly drawnOn: Day | null; readonly answersErasedOn: Day | null; readonly pairs: readonly number[] | null;
  readonly themes: string | null; readonly learning: string | null; readonly endedOn: Day | null; readonly lapseReason: string | null;
};

export type Draw = { readonly method: string; readonly chairThrows: string; readonly policeThrows: string; readonly seed: Buffer; readonly positions: readonly number[]; readonly drawnOn: Day };

export type Tally = { readonly question: string; readonly yes: number; readonly partly: number; readonly no: number; readonly na: number; readonly unsettled: number };

/** The newest first. */
export function pathwaysOf(tx: Transaction, orgId: Id): Promise<PathwayEdition[]> {
  return tables(tx).selectFrom('referralPathway').select(['id', 'number', 'inForceOn', 'formEdition', 'steps', 'safeguarding', 'complaints', 'changeNote']).where('orgId', '=', orgId).orderBy('number', 'desc').execute();
}

/** @returns false when somebody wrote that edition first */
export async function addPathway(tx: Transaction, key: Key & { readonly number: number }, { steps, ...pathway }: Pathway): Promise<boolean> {
  const row = await tables(tx).insertInto('referralPathway').values({ ...key, ...pathway, steps: JSON.stringify(steps) })
    .onConflict((clash) => clash.columns(['orgId', 'number']).doNothing()).returning('id').executeTakeFirst();
  return row !== undefined;
}

export function programmeOf(tx: Transaction, orgId: Id): Promise<(Programme & { readonly id: Id; readonly version: number }) | undefined> {
  return tables(tx).selectFrom('sampleProgramme').select(['id', 'version', 'everyMonths', 'purpose']).where('orgId', '=', orgId).executeTakeFirst();
}

/** @returns false when somebody saved it since this version; 0 is none yet */
export async function saveProgramme(tx: Transaction, { orgId, id, version }: Seen, programme: Programme): Promise<boolean> {
  const row = version === 0
    ? await tables(tx).insertInto('sampleProgramme').values({ orgId, id, ...programme }).onConflict((clash) => clash.columns(['orgId']).doNothing()).returning('id').executeTakeFirst()
    : await tables(tx).updateTable('sampleProgramme').set(programme).where('orgId', '=', orgId).where('version', '=', version).returning('id').executeTakeFirst();
  return row !== undefined;
}

const exerciseColumns = [
  'e.id', 'e.version', 'e.programmeId', 'e.panelId', 'e.fromDay', 'e.toDay', 'e.population', 'e.sampleSize', 'e.listUsed', 'e.listOrder', 'e.custodianRole', 'e.exclusions', 'e.policeCount', 'e.bank', 'e.questionCodes',
  'e.repeatsId', 'e.repeatReason', 'e.state', 'e.frame', 'e.frameSha256', 'e.frozenAt', 'e.drawnOn', 'e.answersErasedOn', 'e.pairs', 'e.themes', 'e.learning', 'e.endedOn', 'e.lapseReason',
] as const;
const panelNamed = [sql<string>`(select o.name from organisation o where o.id = e.panel_id)`.as('panel'), sql<string>`(select o.short_name from organisation o where o.id = e.panel_id)`.as('panelShortName')] as const;

/** The newest first, as far as the scope may see them. */
export function exercisesOf(tx: Transaction, orgId: Id): Promise<Exercise[]> {
  return tables(tx).selectFrom('sampleExercise as e').select(exerciseColumns).select(panelNamed).where('e.orgId', '=', orgId).orderBy('e.id', 'desc').execute();
}

export function exerciseOf(tx: Transaction, { orgId, id }: Key): Promise<Exercise | undefined> {
  return tables(tx).selectFrom('sampleExercise as e').select(exerciseColumns).select(panelNamed).where('e.orgId', '=', orgId).where('e.id', '=', id).executeTakeFirst();
}

export function seatsOf(tx: Transaction, { orgId, id }: Key): Promise<SeatTaken[]> {
  return tables(tx).selectFrom('sampleSeat as s').select(['s.id', 's.seat', 's.bodyId', 's.role', 's.personId', 's.finishedAt', 's.settledAt'])
    .select([sql<string>`(select o.name from organisation o where o.id = s.body_id)`.as('body'), sql<string>`(select o.short_name from organisation o where o.id = s.body_id)`.as('shortName')])
    .where('s.orgId', '=', orgId).where('s.exerciseId', '=', id).orderBy('s.seat').execute();
}

export async function addExercise(tx: Transaction, key: Key & { readonly programmeId: Id; readonly bank: string }, { reviewers, ...plan }: Plan, newId: () => Id): Promise<void> {
  await tables(tx).insertInto('sampleExercise').values({ ...key, ...plan, questionCodes: [...plan.questionCodes] }).execute();
  await addSeats(tx, key, reviewers, newId);
}

/** @returns false when it is planned no more, or somebody saved it since this version */
export async function changeExercise(tx: Transaction, { orgId, id, version }: Seen, bank: string, { reviewers, ...plan }: Plan, newId: () => Id): Promise<boolean> {
  const row = await tables(tx).updateTable('sampleExercise').set({ ...plan, bank, questionCodes: [...plan.questionCodes] }).where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).where('state', '=', 'planned').returning('id').executeTakeFirst();
  if (!row) return false;
  await tables(tx).deleteFrom('sampleSeat').where('orgId', '=', orgId).where('exerciseId', '=', id).execute();
  await addSeats(tx, { orgId, id }, reviewers, newId);
  return true;
}

async function addSeats(tx: Transaction, { orgId, id }: Key, reviewers: Plan['reviewers'], newId: () => Id): Promise<void> {
  await tables(tx).insertInto('sampleSeat').values(reviewers.map((reviewer) => ({ orgId, id: newId(), exerciseId: id, ...reviewer }))).execute();
}

/** @returns false when it is planned no more, or somebody saved it since this version */
export async function removeExercise(tx: Transaction, { orgId, id, version }: Seen): Promise<boolean> {
  const planned = await tables(tx).selectFrom('sampleExercise').select('id').where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).where('state', '=', 'planned').forUpdate().executeTakeFirst();
  if (!planned) return false;
  await tables(tx).deleteFrom('sampleSeat').where('orgId', '=', orgId).where('exerciseId', '=', id).execute();
  await tables(tx).deleteFrom('sampleExercise').where('orgId', '=', orgId).where('id', '=', id).execute();
  return true;
}

/** The database says who and when, and refuses a step that the state does not allow. @returns false when somebody saved it since this version */
export function freeze(tx: Transaction, seen: Seen, frame: string, frameSha256: Buffer): Promise<boolean> {
  return changed(tx, seen, { state: 'frozen', frame, frameSha256 });
}

export function lapse(tx: Transaction, seen: Seen, lapseReason: string, endedOn: Day): Promise<boolean> {
  return changed(tx, seen, { state: 'lapsed', lapseReason, endedOn });
}

/** The answers go with it; the database keeps the tallies. */
export async function close(tx: Transaction, seen: Seen, { themes, learning, checks }: Closing, endedOn: Day, newId: () => Id): Promise<boolean> {
  if (!(await changed(tx, seen, { state: 'closed', themes, learning, endedOn }))) return false;
  if (checks.length > 0) await tables(tx).insertInto('sampleCheck').values(checks.map((check) => ({ orgId: seen.orgId, id: newId(), exerciseId: seen.id, ...check }))).execute();
  return true;
}

type Change = { readonly state: State; readonly frame?: string; readonly frameSha256?: Buffer; readonly lapseReason?: string; readonly themes?: string; readonly learning?: string; readonly endedOn?: Day };

async function changed(tx: Transaction, { orgId, id, version }: Seen, change: Change): Promise<boolean> {
  const row = await tables(tx).updateTable('sampleExercise').set(change).where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).returning('id').executeTakeFirst();
  return row !== undefined;
}

/** What was drawn; undefined as long as nothing was. */
export function drawOf(tx: Transaction, { orgId, id }: Key): Promise<Draw | undefined> {
  return tables(tx).selectFrom('sampleDraw').select(['method', 'chairThrows', 'policeThrows', 'seed', 'positions', 'drawnOn']).where('orgId', '=', orgId).where('exerciseId', '=', id).executeTakeFirst();
}

export async function addDraw(tx: Transaction, { orgId, id }: Key, drawId: Id, draw: Draw): Promise<void> {
  await tables(tx).insertInto('sampleDraw').values({ orgId, id: drawId, exerciseId: id, ...draw, positions: [...draw.positions] }).execute();
}

export async function talliesOf(tx: Transaction, { orgId, id }: Key): Promise<ReadonlyMap<string, Tally>> {
  const rows = await tables(tx).selectFrom('sampleTally').select(['question', 'yes', 'partly', 'no', 'na', 'unsettled']).where('orgId', '=', orgId).where('exerciseId', '=', id).execute();
  return new Map(rows.map((row) => [row.question, row]));
}

/** What the exercise found of what earlier ones led to. */
export async function checksOf(tx: Transaction, { orgId, id }: Key): Promise<ReadonlyMap<Id, Worked>> {
  const rows = await tables(tx).selectFrom('sampleCheck').select(['actionId', 'worked']).where('orgId', '=', orgId).where('exerciseId', '=', id).execute();
  return new Map(rows.map(({ actionId, worked }) => [actionId, worked]));
}

/** Exercises of others in which the scope's organisation has a seat and which are not over. Only in the grant scope. */
export async function openToUs(tx: Transaction): Promise<{ readonly id: Id; readonly shortName: string; readonly organisation: string; readonly state: State }[]> {
  const { rows } = await sql<{ id: Id; shortName: string; organisation: string; state: State }>`
    select e.id, o.short_name, o.name as organisation, e.state from sample_exercise e join organisation o on o.id = e.org_id join sample_seat s on s.org_id = e.org_id and s.exercise_id = e.id
    where s.body_id = scope_organisation() and e.org_id <> scope_organisation() and e.state in ('frozen', 'drawn') order by o.name, e.id`.execute(tx);
  return rows;
}

/** That somebody made a file of the report. */
export async function noteReport(tx: Transaction, id: Id, made: { readonly format: string; readonly sha256: string }): Promise<void> {
  await sql`select audit_note('sample_report', ${id}, ${JSON.stringify(made)}::jsonb)`.execute(tx);
}
