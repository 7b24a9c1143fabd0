import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Code } from './rules-agreement.ts';
import type { Answered, Difference, Seat } from './rules.ts';
import type { Key } from './store.ts';
import type { SampleTables } from './tables.ts';

const tables = (tx: Transaction) => tx.withTables<SampleTables>();

/** The seat becomes the person's, if nobody has it. @returns false when somebody has it */
export async function takeSeat(tx: Transaction, { orgId, id }: Key, seat: Seat, personId: Id): Promise<boolean> {
  const row = await tables(tx).updateTable('sampleSeat').set({ personId }).where('orgId', '=', orgId).where('exerciseId', '=', id).where('seat', '=', seat).where('personId', 'is', null).returning('id').executeTakeFirst();
  return row !== undefined;
}

/** @returns false when the seat's throws are in already */
export async function addThrows(tx: Transaction, { orgId, id }: Key, thrown: { readonly seat: Seat; readonly thrownBy: Id; readonly throws: string }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(tx).insertInto('sampleThrow').values({ orgId, exerciseId: id, ...thrown }).onConflict((clash) => clash.columns(['orgId', 'exerciseId', 'seat']).doNothing()).executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Whether the person's own throws are in: nobody sees another's. */
export async function hasThrown(tx: Transaction, { orgId, id }: Key): Promise<boolean> {
  return await tables(tx).selectFrom('sampleThrow').select('seat').where('orgId', '=', orgId).where('exerciseId', '=', id).executeTakeFirst() !== undefined;
}

/** Both bodies' throws, once both are in, for whoever threw. */
export async function sealedThrows(tx: Transaction, { orgId, id }: Key): Promise<{ readonly chair: string; readonly police: string } | undefined> {
  const { rows: [row] } = await sql<{ chair: string; police: string }>`select chair, police from sealed_throws(${orgId}, ${id})`.execute(tx);
  return row;
}

/** What the person has answered in a seat, by position. */
export async function answersIn(tx: Transaction, { orgId, id }: Key, seat: Seat): Promise<ReadonlyMap<number, ReadonlyMap<string, Code>>> {
  const rows = await tables(tx).selectFrom('sampleAnswer').select(['position', 'question', 'code']).where('orgId', '=', orgId).where('exerciseId', '=', id).where('seat', '=', seat).execute();
  return new Map([...Map.groupBy(rows, ({ position }) => position)].map(([position, answers]) => [position, new Map(answers.map(({ question, code }) => [question, code]))]));
}

/** @returns false when the position was answered before */
export async function addAnswers(tx: Transaction, { orgId, id }: Key, { seat, position, reviewerId }: { readonly seat: Seat; readonly position: number; readonly reviewerId: Id }, answers: readonly Answered[]): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(tx).insertInto('sampleAnswer').values(answers.map((answer) => ({ orgId, exerciseId: id, seat, position, reviewerId, ...answer })))
    .onConflict((clash) => clash.columns(['orgId', 'exerciseId', 'position', 'seat', 'question']).doNothing()).executeTakeFirst();
  return numInsertedOrUpdatedRows === BigInt(answers.length);
}

/** @returns how many answers went */
export async function takeBackAnswers(tx: Transaction, { orgId, id }: Key, position: number): Promise<number> {
  const { rows: [row] } = await sql<{ gone: number }>`select take_back_answers(${orgId}, ${id}, ${position}) as gone`.execute(tx);
  return row?.gone ?? 0;
}

/** The database refuses it as long as a question is open. The answers are shown to both once both have finished. */
export async function finish(tx: Transaction, { orgId, id }: Key, seat: Seat, now: Date): Promise<void> {
  await tables(tx).updateTable('sampleSeat').set({ finishedAt: now }).where('orgId', '=', orgId).where('exerciseId', '=', id).where('seat', '=', seat).execute();
}

/** What each said of everything, and what both settled on. Empty before both have finished. */
export async function comparedAnswers(tx: Transaction, { orgId, id }: Key): Promise<(Difference & { readonly agreed: Code | null })[]> {
  const { rows } = await sql<Difference & { agreed: Code | null }>`
    select c.position, c.question, c.code as chair, p.code as police, a.code as agreed from sample_answer c
      join sample_answer p on p.org_id = c.org_id and p.exercise_id = c.exercise_id and p.position = c.position and p.question = c.question and p.seat = 'police'
      left join sample_answer a on a.org_id = c.org_id and a.exercise_id = c.exercise_id and a.position = c.position and a.question = c.question and a.seat = 'agreed'
    where c.org_id = ${orgId} and c.exercise_id = ${id} and c.seat = 'chair' and c.opened and p.opened
    order by c.position, array_position((select e.question_codes from sample_exercise e where e.org_id = ${orgId} and e.id = ${id}), c.question)`.execute(tx);
  return rows;
}

export async function addSettled(tx: Transaction, { orgId, id }: Key, reviewerId: Id, settled: readonly (Answered & { readonly position: number })[]): Promise<void> {
  if (settled.length > 0) await tables(tx).insertInto('sampleAnswer').values(settled.map((one) => ({ orgId, exerciseId: id, seat: 'agreed' as const, reviewerId, ...one }))).execute();
}

export async function confirmSettled(tx: Transaction, { orgId, id }: Key, seat: Seat, now: Date): Promise<void> {
  await tables(tx).updateTable('sampleSeat').set({ settledAt: now }).where('orgId', '=', orgId).where('exerciseId', '=', id).where('seat', '=', seat).where('settledAt', 'is', null).execute();
}

export async function settleAgain(tx: Transaction, { orgId, id }: Key): Promise<void> {
  await sql`select settle_again(${orgId}, ${id})`.execute(tx);
}
