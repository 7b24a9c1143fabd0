import { json, notFoundPage, page, redirect, refusedPage, valueOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { shapes } from './api.ts';
import { questionsOf, type Question } from './bank.ts';
import { stopped, trailOf, unlessRefused, withSeat, type Opened } from './opened.tsx';
import { CasePage } from './pages/case.tsx';
import { DifferencesPage } from './pages/differences.tsx';
import { paths } from './paths.ts';
import { addAnswers, addSettled, answersIn, comparedAnswers, confirmSettled, finish as finishSeat, settleAgain, takeBackAnswers } from './review-store.ts';
import type { Code } from './rules-agreement.ts';
import { answersFrom, settledFrom, type Difference } from './rules.ts';
import { drawOf, type Exercise, type SeatTaken } from './store.ts';

type Seated = Opened & { readonly mine: SeatTaken };

export function showCase(visit: MemberVisit): Promise<Answer> {
  return withCase(visit, (seated, position) => casePage(visit, seated, position, []));
}

export function readCase(visit: MemberVisit): Promise<Answer> {
  return withCase(visit, async ({ key, mine }, position) => {
    const answered = (await answersIn(visit.tx, key, mine.seat)).get(position);
    return json(shapes.case, { position, answers: [...answered ?? []].map(([question, code]) => ({ question, code })) });
  });
}

export function saveCase(visit: MemberVisit): Promise<Answer> {
  return withCase(visit, async (seated, position) => {
    const { tx, form, organisation, permit } = visit;
    const { key, exercise, mine } = seated;
    const answers = answersFrom((question) => valueOf(form, `q-${question}`), exercise.questionCodes);
    if (!answers.accepted) return casePage(visit, seated, position, answers.refusals);
    return unlessRefused(visit, key, 'notYours', async () => {
      if (await addAnswers(tx, key, { seat: mine.seat, position, reviewerId: permit.personId }, answers.value)) return redirect(paths.item(organisation.shortName, key.id), 'saved');
      return casePage(visit, seated, position, [{ field: 'take-back', say: ({ dipSampling }) => dipSampling.refusals.answeredBefore }]);
    });
  });
}

export function takeBack(visit: MemberVisit): Promise<Answer> {
  return withCase(visit, async ({ key }, position) => (
    await takeBackAnswers(visit.tx, key, position) > 0 ? redirect(paths.case(visit.organisation.shortName, key.id, position), 'removed') : stopped(visit, key, 'notYours')
  ));
}

export function finish(visit: MemberVisit): Promise<Answer> {
  return withSeat(visit, ({ key, mine }) => unlessRefused(visit, key, 'unfinished', async () => {
    await finishSeat(visit.tx, key, mine.seat, visit.now);
    return redirect(paths.item(visit.organisation.shortName, key.id), 'saved');
  }));
}

export function showDifferences(visit: MemberVisit): Promise<Answer> {
  return withSeat(visit, (seated) => differencesPage(visit, seated, []));
}

export function readDifferences(visit: MemberVisit): Promise<Answer> {
  return withSeat(visit, async ({ key }) => json(shapes.differences, { differences: (await comparedAnswers(visit.tx, key)).filter(({ chair, police }) => chair !== police) }));
}

/** Records what both settled on; whoever records it confirms it. */
export function settle(visit: MemberVisit): Promise<Answer> {
  return withSeat(visit, async (seated) => {
    const { tx, form, permit, organisation, now } = visit;
    const { key, mine } = seated;
    const settled = settledFrom((field) => valueOf(form, field), openOf(await comparedAnswers(tx, key)));
    if (!settled.accepted) return differencesPage(visit, seated, settled.refusals);
    return unlessRefused(visit, key, 'unsettled', async () => {
      await addSettled(tx, key, permit.personId, settled.value);
      await confirmSettled(tx, key, mine.seat, now);
      return redirect(paths.item(organisation.shortName, key.id), 'saved');
    });
  });
}

export function confirm(visit: MemberVisit): Promise<Answer> {
  return withSeat(visit, ({ key, mine }) => unlessRefused(visit, key, 'unsettled', async () => {
    await confirmSettled(visit.tx, key, mine.seat, visit.now);
    return redirect(paths.item(visit.organisation.shortName, key.id), 'saved');
  }));
}

export function again(visit: MemberVisit): Promise<Answer> {
  return withSeat(visit, ({ key }) => unlessRefused(visit, key, 'notYours', async () => {
    await settleAgain(visit.tx, key);
    return redirect(paths.differences(visit.organisation.shortName, key.id), 'removed');
  }));
}

/** The questions of an exercise, in its order. */
export function questionsAsked({ bank, questionCodes }: Pick<Exercise, 'bank' | 'questionCodes'>): readonly Question[] {
  return questionsOf(bank).filter(({ code }) => questionCodes.includes(code));
}

export function openOf<Compared extends Difference & { readonly agreed: Code | null }>(compared: readonly Compared[]): Compared[] {
  return compared.filter(({ chair, police, agreed }) => chair !== police && agreed === null);
}

function withCase(visit: MemberVisit, work: (seated: Seated, position: number) => Promise<Answer>): Promise<Answer> {
  return withSeat(visit, async (seated) => {
    const position = (await drawOf(visit.tx, seated.key))?.positions.find((one) => String(one) === visit.params['position']);
    if (position !== undefined && seated.exercise.answersErasedOn === null) return work(seated, position);
    const said = visit.words.dipSampling.noPosition;
    return notFoundPage(said.title, <><h1 class="govuk-heading-l">{said.title}</h1><p class="govuk-body">{said.sentence}</p></>);
  });
}

async function casePage(visit: MemberVisit, { key, exercise, mine }: Seated, position: number, refusals: readonly Refusal[]): Promise<Answer> {
  const { tx, words, organisation, seal, form } = visit;
  const answered = (await answersIn(tx, key, mine.seat)).get(position);
  const body = (
    <CasePage words={words} org={organisation.shortName} id={key.id} seal={seal} refusals={refusals} position={position} questions={questionsAsked(exercise)} answered={answered}
      chosen={(question) => valueOf(form, `q-${question}`)} finished={mine.finishedAt !== null} />
  );
  const title = words.dipSampling.case.title(position);
  return refusals.length > 0 ? refusedPage(title, body, refusals, trailOf(visit, key.id)) : page(title, body, trailOf(visit, key.id));
}

async function differencesPage(visit: MemberVisit, { key, exercise, mine }: Seated, refusals: readonly Refusal[]): Promise<Answer> {
  const { tx, words, organisation, seal, form } = visit;
  const compared = await comparedAnswers(tx, key);
  if (compared.length === 0) return stopped(visit, key, 'unfinished');
  const differing = compared.filter(({ chair, police }) => chair !== police);
  const body = (
    <DifferencesPage words={words} org={organisation.shortName} id={key.id} seal={seal} refusals={refusals} questions={questionsAsked(exercise)} open={openOf(differing)} settled={differing.filter(({ agreed }) => agreed !== null)}
      chosen={(field) => valueOf(form, field)} confirmed={mine.settledAt !== null} />
  );
  const title = words.dipSampling.differences.title;
  return refusals.length > 0 ? refusedPage(title, body, refusals, trailOf(visit, key.id)) : page(title, body, trailOf(visit, key.id));
}
