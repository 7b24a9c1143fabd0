import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Marking } from '../../kernel/marking.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Covering } from './rules.ts';
import type { TogetherTables } from './tables.ts';

/** A benchmark or an indicator of one assessment. */
export type Part = { readonly assessmentId: Id; readonly editionId: Id; readonly benchmarkCode: string | null; readonly indicatorCode: string | null };

export type Assignment = { readonly id: Id; readonly version: number; readonly personId: Id; readonly person: string; readonly dueOn: string; readonly code: string };
export type Comment = { readonly id: Id; readonly version: number; readonly marking: Marking; readonly said: string; readonly at: Date; readonly by: string | null; readonly byId: Id | null; readonly withdrawnAt: Date | null };
export type Rework = { readonly id: Id; readonly version: number; readonly code: string; readonly reason: string; readonly at: Date; readonly by: string | null; readonly personId: Id | null; readonly handedInAt: Date | null; readonly handedInBy: string | null };
export type CoverLine = Covering & { readonly id: Id; readonly version: number; readonly person: string; readonly covering: string };

/** What people said of a part, each list in the order of time. */
export type PartState = { readonly assignment: Assignment | undefined; readonly comments: readonly Comment[]; readonly reworks: readonly Rework[] };

/** Something that somebody has to do. */
export type Task = { readonly is: 'assigned' | 'returned'; readonly assessmentId: Id; readonly code: string; readonly dueOn: string | null; readonly personId: Id | null };

const tables = (tx: Transaction) => tx.withTables<TogetherTables>();
const nameOf = (id: string) => sql<string | null>`(select n.name from names_of_people(array[${sql.ref(id)}]) n)`;

type StateRow = { assignment: Assignment | null; comments: (Omit<Comment, 'at' | 'withdrawnAt'> & { at: string; withdrawnAt: string | null })[]; reworks: ReworkRow[] };
type ReworkRow = Omit<Rework, 'at' | 'handedInAt'> & { at: string; handedInAt: string | null };

/** All of a part, in one statement. */
export async function stateOfPart(tx: Transaction, orgId: Id, { assessmentId, benchmarkCode, indicatorCode }: Part): Promise<PartState> {
  const here = (table: string) => sql`${sql.ref(`${table}.org_id`)} = ${orgId} and ${sql.ref(`${table}.assessment_id`)} = ${assessmentId}
    and ${sql.ref(`${table}.benchmark_code`)} is not distinct from ${benchmarkCode} and ${sql.ref(`${table}.indicator_code`)} is not distinct from ${indicatorCode}`;
  const { rows: [row] } = await sql<StateRow>`
    select (select jsonb_build_object('id', a.id, 'version', a.version, 'personId', a.person_id, 'person', (select n.name from names_of_people(array[a.person_id]) n), 'dueOn', a.due_on, 'code', coalesce(a.indicator_code, a.benchmark_code))
        from assignment a where ${here('a')}) as assignment,
      (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'version', c.version, 'marking', c.marking, 'said', c.said, 'at', c.created_at, 'byId', c.created_by,
          'by', (select n.name from names_of_people(array[c.created_by]) n), 'withdrawnAt', c.withdrawn_at) order by c.created_at, c.id), '[]')
        from comment c where ${here('c')}) as comments,
      (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'version', r.version, 'code', coalesce(r.indicator_code, r.benchmark_code), 'reason', r.reason, 'at', r.created_at, 'personId', r.person_id,
          'by', (select n.name from names_of_people(array[r.created_by]) n), 'handedInAt', r.handed_in_at,
          'handedInBy', case when r.handed_in_at is not null then (select n.name from names_of_people(array[r.changed_by]) n) end) order by r.created_at, r.id), '[]')
        from rework r where ${here('r')}) as reworks`.execute(tx);
  if (!row) throw new Error('a select without from answers one row');
  return {
    assignment: row.assignment ?? undefined,
    comments: row.comments.map((comment) => ({ ...comment, at: new Date(comment.at), withdrawnAt: dateOrNull(comment.withdrawnAt) })),
    reworks: row.reworks.map((rework) => ({ ...rework, at: new Date(rework.at), handedInAt: dateOrNull(rework.handedInAt) })),
  };
}

const dateOrNull = (text: string | null) => (text === null ? null : new Date(text));

/** Everything assigned in an assessment, what is due first at the top. */
export function assignmentsIn(tx: Transaction, orgId: Id, assessmentId: Id): Promise<Assignment[]> {
  return tables(tx).selectFrom('assignment as a')
    .select(['a.id', 'a.version', 'a.personId', 'a.dueOn', sql<string>`coalesce(a.indicator_code, a.benchmark_code)`.as('code'), sql<string>`coalesce(${nameOf('a.person_id')}, '')`.as('person')])
    .where('a.orgId', '=', orgId).where('a.assessmentId', '=', assessmentId).orderBy('a.dueOn').orderBy('code').execute();
}

/** What is returned and not handed in again. */
export function openReworksIn(tx: Transaction, orgId: Id, assessmentId: Id): Promise<Rework[]> {
  return tables(tx).selectFrom('rework as r')
    .select(['r.id', 'r.version', 'r.reason', 'r.personId', 'r.createdAt as at', 'r.handedInAt', sql<string>`coalesce(r.indicator_code, r.benchmark_code)`.as('code'),
      nameOf('r.created_by').as('by'), sql<string | null>`null`.as('handedInBy')])
    .where('r.orgId', '=', orgId).where('r.assessmentId', '=', assessmentId).where('r.handedInAt', 'is', null).orderBy('r.createdAt').execute();
}

/** What a body's people have to do, in all its assessments. */
export async function tasksOf(tx: Transaction, orgId: Id): Promise<Task[]> {
  const { rows } = await sql<Task>`
    select 'assigned' as is, assessment_id, coalesce(indicator_code, benchmark_code) as code, due_on, person_id from assignment where org_id = ${orgId}
    union all
    select 'returned', assessment_id, coalesce(indicator_code, benchmark_code), null, person_id from rework where org_id = ${orgId} and handed_in_at is null
    order by 4 nulls first, 3`.execute(tx);
  return rows;
}

/** Gives a part to somebody, or to somebody else. @returns false when it was given to another meanwhile. */
export async function assign(tx: Transaction, { orgId, id, version, ...row }: Part & { orgId: Id; id: Id; version: number; personId: Id; dueOn: string }): Promise<boolean> {
  if (version === 0) {
    const added = await tables(tx).insertInto('assignment').values({ orgId, id, ...row }).onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst();
    return added !== undefined;
  }
  const { personId, dueOn, assessmentId, benchmarkCode, indicatorCode } = row;
  const changed = await tables(tx).updateTable('assignment').set({ personId, dueOn }).where('orgId', '=', orgId).where('assessmentId', '=', assessmentId)
    .where(sql<boolean>`benchmark_code is not distinct from ${benchmarkCode} and indicator_code is not distinct from ${indicatorCode}`).where('version', '=', version).returning('id').executeTakeFirst();
  return changed !== undefined;
}

export async function takeAway(tx: Transaction, orgId: Id, id: Id, version: number): Promise<boolean> {
  const gone = await tables(tx).deleteFrom('assignment').where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).returning('id').executeTakeFirst();
  return gone !== undefined;
}

export async function addComment(tx: Transaction, comment: Part & { orgId: Id; id: Id; said: string; marking: Marking }): Promise<void> {
  await tables(tx).insertInto('comment').values(comment).execute();
}

/** Withdraws a comment of one's own. @returns false when it is not there, not one's own, or withdrawn already. */
export async function withdrawComment(tx: Transaction, orgId: Id, id: Id, personId: Id): Promise<boolean> {
  const row = await tables(tx).updateTable('comment').set({ withdrawnAt: sql<Date>`now()` })
    .where('orgId', '=', orgId).where('id', '=', id).where('createdBy', '=', personId).where('withdrawnAt', 'is', null).returning('id').executeTakeFirst();
  return row !== undefined;
}

/** Returns a part. @returns false when it is returned already. */
export async function addRework(tx: Transaction, rework: Part & { orgId: Id; id: Id; personId: Id | null; reason: string }): Promise<boolean> {
  const row = await tables(tx).insertInto('rework').values(rework).onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst();
  return row !== undefined;
}

export async function handIn(tx: Transaction, orgId: Id, id: Id): Promise<boolean> {
  const row = await tables(tx).updateTable('rework').set({ handedInAt: sql<Date>`now()` }).where('orgId', '=', orgId).where('id', '=', id).where('handedInAt', 'is', null).returning('id').executeTakeFirst();
  return row !== undefined;
}

/** Cover that is not over, the earliest first. */
export function coversOf(tx: Transaction, orgId: Id, today: string): Promise<CoverLine[]> {
  return tables(tx).selectFrom('cover as c')
    .select(['c.id', 'c.version', 'c.personId', 'c.coveringId', 'c.fromDay', 'c.toDay',
      sql<string>`coalesce(${nameOf('c.person_id')}, '')`.as('person'), sql<string>`coalesce(${nameOf('c.covering_id')}, '')`.as('covering')])
    .where('c.orgId', '=', orgId).where('c.toDay', '>', today).orderBy('c.fromDay').orderBy('c.id').execute();
}

export async function addCover(tx: Transaction, cover: Covering & { orgId: Id; id: Id }): Promise<void> {
  await tables(tx).insertInto('cover').values(cover).execute();
}

/** Ends cover on a day; what has not begun is taken out. @returns whether the version was still the one seen. */
export async function endCover(tx: Transaction, orgId: Id, id: Id, version: number, day: string): Promise<boolean> {
  const removed = await tables(tx).deleteFrom('cover').where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).where('fromDay', '>=', day).returning('id').executeTakeFirst();
  if (removed) return true;
  const ended = await tables(tx).updateTable('cover').set({ toDay: day }).where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).where('toDay', '>', day).returning('id').executeTakeFirst();
  return ended !== undefined;
}
