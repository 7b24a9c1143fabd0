import { newId, type Id } from '../../kernel/id.ts';
import type { Day } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import { en } from '../../words/index.ts';
import { addSampleGrants, endSampleGrants } from '../organisations/index.ts';
import { currentBank, questionsOf } from './bank.ts';
import { draw, drawMethod, seedOf, sha256Of } from './draw.ts';
import { frameOf, framedOf } from './frame.ts';
import type { Code } from './rules-agreement.ts';
import { seats, throwsFrom, type Plan, type Seat } from './rules.ts';
import { addAnswers, addSettled, addThrows, comparedAnswers, confirmSettled, finish, sealedThrows, takeSeat } from './review-store.ts';
import { addDraw, addExercise, close, exerciseOf, freeze, seatsOf, type Key } from './store.ts';

/** Each step of an exercise of the examples is taken by who would take it, in their own scope. */
export type SampleSteps = {
  readonly asPlanner: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>;
  readonly asReviewer: <T>(seat: Seat, work: (tx: Transaction, personId: Id) => Promise<T>) => Promise<T>;
};

type Reviewer = { readonly bodyId: Id; readonly role: string; readonly throws: string; readonly others: readonly (readonly [number, string, Code])[]; readonly answered: number | undefined };

export type ExerciseToLoad = {
  readonly plan: Omit<Plan, 'questionCodes' | 'reviewers' | 'repeatsId' | 'repeatReason'>; readonly chair: Reviewer; readonly police: Reviewer; readonly openedOn: Day; readonly drawnOn: Day; readonly settled: readonly Code[];
  readonly closed: { readonly on: Day; readonly themes: string; readonly learning: string } | undefined; readonly now: Date;
};

const codes = questionsOf(currentBank).map(({ code }) => code);

/** An exercise of the examples, as far as it got: through the same checks of the database as one from the pages. */
export async function loadExercise(steps: SampleSteps, key: Key & { readonly programmeId: Id }, exercise: ExerciseToLoad): Promise<void> {
  await freezeExample(steps, key, exercise);
  for (const seat of seats) {
    const { throws } = exercise[seat];
    await steps.asReviewer(seat, async (tx, personId) => {
      const thrown = throwsFrom(throws);
      if (!thrown.accepted || !(await takeSeat(tx, key, seat, personId)) || !(await addThrows(tx, key, { seat, thrownBy: personId, throws: thrown.value }))) throw new Error('the throws of an example are not as they should be');
    });
  }
  const positions = await drawExample(steps, key, exercise);
  for (const seat of seats) await answerExample(steps, key, seat, positions, exercise);
  if (exercise.closed) await closeExample(steps, key, exercise, exercise.closed);
}

async function freezeExample({ asPlanner }: SampleSteps, key: Key & { readonly programmeId: Id }, { plan, openedOn, ...exercise }: ExerciseToLoad): Promise<void> {
  await asPlanner(async (tx) => {
    await addExercise(tx, { ...key, bank: currentBank }, { ...plan, questionCodes: codes, repeatsId: null, repeatReason: null, reviewers: seats.map((seat) => ({ seat, bodyId: exercise[seat].bodyId, role: exercise[seat].role })) }, newId);
    const planned = await exerciseOf(tx, key);
    if (!planned) throw new Error('an example that was planned is not there');
    const frame = frameOf(framedOf({ exercise: planned, seats: await seatsOf(tx, key) }));
    await freeze(tx, { ...key, version: planned.version }, frame, Buffer.from(sha256Of(frame), 'hex'));
    await addSampleGrants(tx, seats.map((seat) => ({ orgId: key.orgId, id: newId(), granteeId: exercise[seat].bodyId, recordId: key.id, reason: en.dipSampling.grantReason, fromDay: openedOn })));
  });
}

function drawExample({ asReviewer }: SampleSteps, key: Key, { plan: { population, sampleSize }, drawnOn }: ExerciseToLoad): Promise<number[]> {
  return asReviewer('police', async (tx) => {
    const [exercise, both] = [await exerciseOf(tx, key), await sealedThrows(tx, key)];
    if (!exercise?.frameSha256 || !both) throw new Error('an example cannot be drawn');
    const lot = { frameSha256: exercise.frameSha256.toString('hex'), throws: [both.chair, both.police] as const, population, sample: sampleSize };
    const positions = draw(lot);
    await addDraw(tx, key, newId(), { method: drawMethod, chairThrows: both.chair, policeThrows: both.police, seed: seedOf(lot), positions, drawnOn });
    return positions;
  });
}

function answerExample({ asReviewer }: SampleSteps, key: Key, seat: Seat, positions: readonly number[], { now, ...exercise }: ExerciseToLoad): Promise<void> {
  const { others, answered } = exercise[seat];
  // Where a review is under way, its first case is still to be answered.
  const given = answered === undefined ? positions : positions.toSorted((a, b) => b - a).slice(0, answered);
  return asReviewer(seat, async (tx, reviewerId) => {
    for (const [at, position] of given.entries()) {
      await addAnswers(tx, key, { seat, position, reviewerId }, codes.map((question) => ({ question, code: others.find(([nth, asked]) => nth === at + 1 && asked === question)?.[2] ?? 'yes' })));
    }
    if (answered === undefined) await finish(tx, key, seat, now);
  });
}

async function closeExample({ asPlanner, asReviewer }: SampleSteps, key: Key, { settled, now }: ExerciseToLoad, { on, themes, learning }: NonNullable<ExerciseToLoad['closed']>): Promise<void> {
  await asReviewer('chair', async (tx, personId) => {
    const differing = (await comparedAnswers(tx, key)).filter(({ chair, police }) => chair !== police);
    await addSettled(tx, key, personId, differing.map(({ position, question }, at) => ({ position, question, code: settled[at] ?? 'partly' })));
    await confirmSettled(tx, key, 'chair', now);
  });
  await asReviewer('police', (tx) => confirmSettled(tx, key, 'police', now));
  await asPlanner(async (tx) => {
    const version = (await exerciseOf(tx, key))?.version ?? 0;
    if (!(await close(tx, { ...key, version }, { themes, learning, checks: [] }, on, newId))) throw new Error('an example cannot be closed');
    await endSampleGrants(tx, key.orgId, key.id, on);
  });
}
