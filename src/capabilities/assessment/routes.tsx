import { holds } from '../../kernel/access.ts';
import { page, routes, type Answer, type MemberVisit, type Route } from '../../platform/route.ts';
import { evidenceBehind } from '../evidence/index.ts';
import { historyFor } from '../history/index.ts';
import { access } from './access.ts';
import { assessmentData, forms } from './api.ts';
import { confirmTheAmendment, saveAmendment, showAmendments, withdrawTheAmendment } from './amending.tsx';
import { challengesIn, saveChallenge, saveReply, showChallenge } from './challenging.tsx';
import { keepDraft } from './drafts.tsx';
import { orMoved } from './held.tsx';
import { lastYearOf, takeOver } from './last-year.tsx';
import { breadcrumbsOf, inBenchmark, inIndicator, inYear, readableOutcomes, whileOpen, type AssessmentOptions, type Opened, type OpenedBenchmark, type OpenedIndicator, type Outcome } from './opened.tsx';
import { BenchmarkPage } from './pages/benchmark.tsx';
import { ChallengedPart } from './pages/challenge.tsx';
import { IndicatorPage } from './pages/indicator.tsx';
import { YearPage, type BenchmarkLine, type LineState } from './pages/year.tsx';
import { patterns } from './paths.ts';
import { answeredCount, stateOf, type BenchmarkState } from './rules.ts';
import { answerForm, saveIndicator, saveRatingForm, showRatingForm } from './saving.tsx';
import { factsBeside } from './submission.ts';
import { askReopening, confirmTheReopening, showReopening, withdrawTheReopening } from './reopening.tsx';
import { signYear } from './signing-off.tsx';
import { showNumbered, showSubmission, submitYear } from './submitting.tsx';
import { openYear, showYears } from './years.tsx';

/** The year's assessment: what stands beside it from later capabilities is handed in. */
export function assessmentRoutes(options: AssessmentOptions): readonly Route[] {
  const data = assessmentData(options);
  return routes(
    { method: 'GET', path: patterns.list, data: data.years, access: access.readSubmission, handle: showYears },
    { method: 'POST', path: patterns.list, form: forms.open, access: access.open, handle: openYear },
    { method: 'GET', path: patterns.year, data: data.year, access: access.read, handle: inYear((visit, opened) => showYear(visit, opened, options)) },
    { method: 'GET', path: patterns.benchmark, data: data.benchmark, access: access.read, handle: inBenchmark((visit, opened) => showBenchmark(visit, opened, options)) },
    { method: 'GET', path: patterns.rating, data: data.rating, access: access.write, handle: inBenchmark(whileOpen(showRatingForm)) },
    { method: 'POST', path: patterns.rating, form: forms.rating, access: access.write, handle: inBenchmark(whileOpen(saveRatingForm)) },
    { method: 'GET', path: patterns.indicator, data: data.indicator, access: access.read, handle: inIndicator((visit, opened) => showIndicator(visit, opened, options)) },
    { method: 'POST', path: patterns.indicator, form: forms.answer, access: access.write, handle: inIndicator(whileOpen(saveIndicator)) },
    { method: 'POST', path: patterns.lastYear, form: forms.lastYear, access: access.write, handle: inIndicator(whileOpen((visit, opened) => takeOver(visit, opened, options))) },
    { method: 'POST', path: patterns.draft, form: { without: 'typing' }, access: access.write, handle: inYear(whileOpen(keepDraft)) },
    { method: 'GET', path: patterns.submission, data: data.submission, access: access.readSubmission, handle: (visit: MemberVisit) => showSubmission(visit, options) },
    { method: 'POST', path: patterns.submission, form: forms.submit, access: access.submit, handle: inYear(whileOpen((visit, opened) => submitYear(visit, opened, options))) },
    ...secondReaderRoutes(options, data),
  );
}

/** Challenge, sign-off, amendments and re-opening. */
function secondReaderRoutes(options: AssessmentOptions, data: ReturnType<typeof assessmentData>): readonly Route[] {
  return routes(
    { method: 'GET', path: patterns.challenge, data: data.challenges, access: access.read, handle: inBenchmark(showChallenge) },
    { method: 'POST', path: patterns.challenge, form: forms.challenge, access: access.challenge, handle: inBenchmark(whileOpen(orMoved(saveChallenge))) },
    { method: 'POST', path: patterns.reply, form: forms.reply, access: access.reply, handle: inBenchmark(whileOpen(orMoved(saveReply))) },
    { method: 'POST', path: patterns.signOff, form: forms.sign, access: access.sign, handle: inYear(whileOpen(orMoved(signYear))) },
    { method: 'GET', path: patterns.earlier, data: data.numbered, access: access.readSubmission, handle: (visit: MemberVisit) => showNumbered(visit, options) },
    { method: 'GET', path: patterns.reopening, data: data.reopening, access: access.read, handle: inYear((visit, opened) => showReopening(visit, opened, options)) },
    { method: 'POST', path: patterns.reopening, form: forms.reopen, access: access.reopen, handle: inYear(orMoved((visit, opened) => askReopening(visit, opened, options))) },
    { method: 'POST', path: patterns.reopeningConfirmation, form: forms.confirm, access: access.reopen, handle: inYear(orMoved((visit, opened) => confirmTheReopening(visit, opened, options))) },
    { method: 'POST', path: patterns.reopeningWithdrawal, form: forms.confirm, access: access.reopen, handle: inYear(orMoved(withdrawTheReopening)) },
    { method: 'GET', path: patterns.amendments, data: data.amendments, access: access.read, handle: inYear(showAmendments) },
    { method: 'POST', path: patterns.amendments, form: forms.amend, access: access.amend, handle: inYear(orMoved(saveAmendment)) },
    { method: 'POST', path: patterns.amendmentConfirmation, form: forms.confirm, access: access.confirmAmendment, handle: inYear(orMoved(confirmTheAmendment)) },
    { method: 'POST', path: patterns.amendmentWithdrawal, form: forms.confirm, access: access.amend, handle: inYear(orMoved(withdrawTheAmendment)) },
  );
}

async function showYear(visit: MemberVisit, opened: Opened, options: AssessmentOptions): Promise<Answer> {
  const { words, organisation } = visit;
  const { org, year, record, edition } = opened;
  const outcomes = await readableOutcomes(visit, opened, options);
  const outcomesOnly = outcomes.size > 0 && record.answers.size === 0 && record.ratings.size === 0 && !record.submitted;
  const lines = edition.benchmarks.map((benchmark): BenchmarkLine => {
    const { code, number, title, indicators } = benchmark;
    const outcome = outcomes.get(code);
    return {
      code, number, title: title.en, answered: answeredCount(benchmark, record.answers), indicators: indicators.length,
      rating: record.ratings.get(code), challenged: record.challenges.findLast(({ benchmarkCode }) => benchmarkCode === code), outcome, state: lineState(record, stateOf(benchmark, record), outcome),
    };
  });
  return page(words.assessment.year.title(organisation.name, year), (
    <YearPage words={words} organisation={organisation.name} org={org} year={year} edition={edition} openedOn={record.openedOn} submitted={record.submitted} reopened={!record.submitted && record.submissions > 0}
      outcomesOnly={outcomesOnly} lines={lines} stillOpen={await options.stillOpen?.(visit, year) ?? []} papersDue={await options.papersDue?.(visit, year) ?? []} beside={await options.beside?.(visit, opened)}
      further={options.further?.(visit, year, record.submitted !== undefined) ?? []} history={historyFor(visit, 'assessment', record.id)} />
  ), { breadcrumbs: breadcrumbsOf(visit, { year }) });
}

function lineState({ submitted }: Opened['record'], state: BenchmarkState, outcome: Outcome | undefined): LineState {
  if (outcome && (submitted || state === 'not started')) return 'outcome known';
  return submitted ? 'submitted' : state;
}

async function showBenchmark(visit: MemberVisit, opened: OpenedBenchmark, options: AssessmentOptions): Promise<Answer> {
  const { tx, words, organisation, today, permit } = visit;
  const { year, record, benchmark } = opened;
  const outcomes = await readableOutcomes(visit, opened, options);
  const facts = await factsBeside({ tx, organisation, year, today, factSources: options.factSources }, record, benchmark);
  const mayWrite = !record.submitted && holds(permit, ...access.write.own);
  return page(words.assessment.benchmark.title(benchmark.number, benchmark.title.en, year), (
    <BenchmarkPage words={words} opened={opened} outcome={outcomes.get(benchmark.code)} facts={facts} mayWrite={mayWrite}
      challenged={<ChallengedPart words={words} opened={opened} challenges={challengesIn(opened)} mayChallenge={!record.submitted && holds(permit, ...access.challenge.own)} />}
      beside={await options.beside?.(visit, opened, benchmark)}
      history={historyFor(visit, 'rating', record.ratings.get(benchmark.code)?.id)} />
  ), { breadcrumbs: breadcrumbsOf(visit, { year, record }) });
}

async function showIndicator(visit: MemberVisit, opened: OpenedIndicator, options: AssessmentOptions): Promise<Answer> {
  const { tx, words, organisation, today, permit } = visit;
  const { year, record, benchmark, indicator } = opened;
  const evidence = await evidenceBehind(tx, organisation.id, record.id, indicator.code);
  const facts = await factsBeside({ tx, organisation, year, today, factSources: options.factSources }, record, benchmark);
  const mayWrite = !record.submitted && holds(permit, ...access.write.own);
  return page(words.assessment.indicator.title(indicator.code, year), (
    <IndicatorPage words={words} opened={opened} facts={facts} today={today} form={mayWrite ? await answerForm(visit, opened) : undefined} evidence={evidence}
      beside={await options.beside?.(visit, opened, indicator)} last={await lastYearOf(visit, opened, options)} history={historyFor(visit, 'answer', record.answers.get(indicator.code)?.id)} />
  ), { breadcrumbs: breadcrumbsOf(visit, opened) });
}
