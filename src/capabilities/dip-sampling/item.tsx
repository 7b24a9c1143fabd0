import type { Refusal } from '../../kernel/outcome.ts';
import { daysAfter } from '../../kernel/year.ts';
import { json, page, refusedPage, type Answer, type MemberVisit } from '../../platform/route.ts';
import { actionsFrom } from '../action-plan/index.ts';
import { historyFor } from '../history/index.ts';
import { saidExercise, shapes } from './api.ts';
import { mayWrite, periodOf, trailOf, withExercise, type Opened } from './opened.tsx';
import { ItemPage } from './pages/item.tsx';
import { agreementOf, pairsOf } from './rules-agreement.ts';
import { heldDays } from './rules.ts';
import { answersIn, comparedAnswers, hasThrown } from './review-store.ts';
import { openOf, questionsAsked } from './reviewing.tsx';
import { checksOf, drawOf, talliesOf } from './store.ts';

export function showItem(visit: MemberVisit): Promise<Answer> {
  return withExercise(visit, (opened) => itemPage(visit, opened, {}, []));
}

export function readItem(visit: MemberVisit): Promise<Answer> {
  return withExercise(visit, async ({ key, exercise, seats }) => {
    const [draw, tallies] = [await drawOf(visit.tx, key), await talliesOf(visit.tx, key)];
    const agreement = exercise.pairs && agreementOf(exercise.pairs);
    return json(shapes.exercise, {
      ...saidExercise(exercise), list: exercise.listUsed, order: exercise.listOrder, custodian: exercise.custodianRole, exclusions: exercise.exclusions, police_count: exercise.policeCount,
      frame: exercise.frame, frame_sha256: exercise.frameSha256?.toString('hex') ?? null, repeats: exercise.repeatsId, repeat_reason: exercise.repeatReason, themes: exercise.themes, learning: exercise.learning, lapse_reason: exercise.lapseReason,
      questions: questionsAsked(exercise).map(({ code, text }) => ({ code, text })),
      seats: seats.map(({ seat, body, role, personId, finishedAt }) => ({ seat, body, role, taken: personId !== null, finished: finishedAt !== null })),
      draw: draw ? { method: draw.method, chair_throws: draw.chairThrows, police_throws: draw.policeThrows, seed: draw.seed.toString('hex'), positions: [...draw.positions] } : null,
      tallies: [...tallies.values()].map((tally) => ({ ...tally })),
      agreement: agreement ? { answers: agreement.answers, same: agreement.same, kappa: agreement.kappa ?? null, interval: agreement.interval ? [...agreement.interval] : null } : null,
    });
  });
}

/** The page of an exercise as its reader may see it: a reviewer's own progress is theirs alone. */
export async function itemPage(visit: MemberVisit, { key, exercise, seats, mine }: Opened, filled: { readonly throws?: string; readonly reason?: string }, refusals: readonly Refusal[]): Promise<Answer> {
  const { tx, words, organisation, seal, permit } = visit;
  const underWay = exercise.state === 'drawn' && exercise.answersErasedOn === null;
  const compared = underWay && mine ? await comparedAnswers(tx, key) : [];
  const agreement = exercise.pairs ? agreementOf(exercise.pairs) : agreementOf(pairsOf(compared));
  const own = permit.scope === 'own';
  const actions = own && exercise.state === 'closed' ? await actionsFrom(tx, organisation.id, 'dip_sample') : [];
  const body = (
    <ItemPage words={words} org={organisation.shortName} seal={seal} refusals={refusals} filled={filled} exercise={exercise} seats={seats} mine={mine} ours={permit.orgId} writes={mayWrite(visit)} own={own}
      draw={await drawOf(tx, key)} thrown={mine && exercise.state === 'frozen' ? await hasThrown(tx, key) : false} questions={questionsAsked(exercise)}
      answered={underWay && mine ? new Set((await answersIn(tx, key, mine.seat)).keys()) : new Set()} differing={openOf(compared).length} compared={compared.length > 0} agreement={agreement}
      eraseBy={exercise.drawnOn === null ? undefined : daysAfter(exercise.drawnOn, heldDays)} tallies={await talliesOf(tx, key)}
      actions={actions.filter(({ originId }) => originId === exercise.id)} checks={own ? await checksOf(tx, key) : new Map()} earlier={actions} history={historyFor(visit, 'sample_exercise', exercise.id)} />
  );
  const title = words.dipSampling.item.title(exercise.panel, periodOf(words, exercise));
  return refusals.length > 0 ? refusedPage(title, body, refusals, trailOf(visit)) : page(title, body, trailOf(visit));
}
