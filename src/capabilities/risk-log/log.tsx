import type { ComponentChildren } from 'preact';
import { holds, permitFor } from '../../kernel/access.ts';
import type { Id } from '../../kernel/id.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { json, page, redirect, refusedPage, valueOf, valuesOf, type Answer, type Form, type MemberVisit } from '../../platform/route.ts';
import { besideRisk } from '../action-plan/index.ts';
import { editionById, listEditions } from '../frameworks/index.ts';
import { historyFor } from '../history/index.ts';
import { dayGiven, organisationPaths } from '../organisations/index.ts';
import { access } from './access.ts';
import { saidRisk, saidScores, shapes } from './api.ts';
import { missingPage, movedOnPage } from './missing.tsx';
import type { BenchmarkChoice } from './pages/fields.tsx';
import { LogPage } from './pages/log.tsx';
import { scoresSent } from './below-store.ts';
import { fieldOf } from './pages/parts.tsx';
import { RiskFormPage, RiskPage } from './pages/risk.tsx';
import { paths } from './paths.ts';
import { sentLines } from './returns-store.ts';
import { scoreTrend, trendQuarters } from './rules-trend.ts';
import { reasonFrom, refusal, riskFrom, scoreKinds, scoresFrom, type RiskForm, type RiskText, type ScoresForm } from './rules.ts';
import { addRisk, changeRisk, closeRisk, matricesFor, rescoreRisk, risksOf, scoringsOf, type Risk } from './store.ts';

/** What later capabilities know of a risk, and of the form for a new one; the site hands it in. */
export type RiskBeside = {
  readonly page: (visit: MemberVisit, risk: Risk) => Promise<ComponentChildren>;
  readonly form: (visit: MemberVisit) => Promise<ComponentChildren>;
  /** After a risk was added. */
  readonly added: (visit: MemberVisit, risk: Id) => Promise<void>;
};

export async function showLog(visit: MemberVisit): Promise<Answer> {
  const { tx, words, organisation, today, permit, query, visitor } = visit;
  const [matrix] = await matricesFor(tx, organisation.id, today);
  const all = await risksOf(tx, organisation.id);
  const [open, closed] = [all.filter(({ closedOn }) => closedOn === null), all.filter(({ closedOn }) => closedOn !== null)];
  const org = organisation.shortName;
  const links = [
    { text: words.riskLog.returnsLink, href: paths.returns(org) }, { text: words.riskLog.matrixLink, href: paths.matrix(org) }, { text: words.riskLog.calendarLink, href: paths.calendar(org) },
    { text: words.riskLog.eventsLink, href: paths.events(org) }, { text: words.riskLog.profilesLink, href: paths.profiles(org) },
  ];
  const mayAgree = permitFor(access.agree, visitor, [permit]) !== undefined;
  const quarters = (await sentLines(tx, organisation.id)).map(({ quarter }) => quarter).slice(0, trendQuarters);
  const trend = scoreTrend(await scoresSent(tx, [organisation.id], quarters), quarters);
  const body = <LogPage words={words} org={org} trend={trend} today={today} matrix={matrix} open={open} closed={closed} at={fieldOf(valueOf(query, 'at'))} mayWrite={holds(permit, ...access.write.own)} mayAgree={mayAgree} links={links} />;
  return page(words.riskLog.log.title(organisation.name), body, trailOf(visit));
}

export async function readLog({ tx, organisation, query }: MemberVisit): Promise<Answer> {
  const at = fieldOf(valueOf(query, 'at'));
  const risks = (await risksOf(tx, organisation.id)).filter(({ scores: { residual }, closedOn }) => !at || (closedOn === null && residual.likelihood === at.likelihood && residual.impact === at.impact));
  return json(shapes.log, { risks: risks.map(saidRisk) });
}

export async function showRiskForm(visit: MemberVisit, beside: RiskBeside): Promise<Answer> {
  return riskForm(visit, beside, []);
}

export async function add(visit: MemberVisit, beside: RiskBeside): Promise<Answer> {
  const { tx, form, organisation, today, newId } = visit;
  const [matrix] = await matricesFor(tx, organisation.id, today);
  if (!matrix) return riskForm(visit, beside, [refusal('', 'noMatrix')]);
  const [text, scores] = [await textFrom(visit), scoresFrom(scoresIn(form))];
  if (!text.accepted || !scores.accepted) return riskForm(visit, beside, [...(text.accepted ? [] : text.refusals), ...(scores.accepted ? [] : scores.refusals)]);
  const id = newId();
  const number = await addRisk(tx, { orgId: organisation.id, id, scoringId: newId() }, text.value, { scores: scores.value, matrix, on: today });
  await beside.added(visit, id);
  return redirect(paths.risk(organisation.shortName, number), 'saved');
}

export async function showRisk(visit: MemberVisit, beside: RiskBeside): Promise<Answer> {
  return withRisk(visit, async (risk) => riskPage(visit, risk, [], <>{await besideRisk(visit, risk.id)}{await beside.page(visit, risk)}</>));
}

export async function readRisk(visit: MemberVisit): Promise<Answer> {
  return withRisk(visit, async (risk) => {
    const scorings = await scoringsOf(visit.tx, visit.organisation.id, risk.id);
    return json(shapes.risk, { ...saidRisk(risk), scorings: scorings.map(({ number, scoredOn, reason, scores }) => ({ number, scored_on: scoredOn, reason, ...saidScores(scores) })) });
  });
}

export async function showWords(visit: MemberVisit): Promise<Answer> {
  return withRisk(visit, (risk) => wordsForm({ ...visit, form: formFrom(risk) }, risk, []));
}

export async function saveWords(visit: MemberVisit): Promise<Answer> {
  return withRisk(visit, async (risk) => {
    const text = await textFrom(visit, risk);
    if (!text.accepted) return wordsForm(visit, risk, text.refusals);
    return done(visit, risk, await changeRisk(visit.tx, seenIn(visit, risk), text.value, visit.today));
  });
}

export async function saveScores(visit: MemberVisit): Promise<Answer> {
  return withRisk(visit, async (risk) => {
    const { tx, form, organisation, today, newId } = visit;
    const [matrix] = await matricesFor(tx, organisation.id, today);
    const [scores, reason] = [scoresFrom(scoresIn(form)), reasonFrom('rescore_reason', valueOf(form, 'rescore_reason'), 'noRescoreReason')];
    if (!matrix || !scores.accepted || !reason.accepted) return riskPage(visit, risk, [...(matrix ? [] : [refusal('', 'noMatrix')]), ...(scores.accepted ? [] : scores.refusals), ...(reason.accepted ? [] : reason.refusals)]);
    const isSame = scoreKinds.every((kind) => scores.value[kind].likelihood === risk.scores[kind].likelihood && scores.value[kind].impact === risk.scores[kind].impact);
    if (isSame) return riskPage(visit, risk, [refusal('residual-likelihood', 'sameScore')]);
    return done(visit, risk, await rescoreRisk(tx, { ...seenIn(visit, risk), scoringId: newId() }, reason.value, { scores: scores.value, matrix, on: today }));
  });
}

export async function close(visit: MemberVisit): Promise<Answer> {
  return withRisk(visit, async (risk) => {
    const reason = reasonFrom('close_reason', valueOf(visit.form, 'close_reason'), 'noCloseReason');
    if (!reason.accepted) return riskPage(visit, risk, reason.refusals);
    return done(visit, risk, await closeRisk(visit.tx, seenIn(visit, risk), { closedOn: visit.today, closedReason: reason.value }));
  });
}

/** The benchmarks that a risk may be linked to: those of the newest edition that the product ships or that was published. */
export async function benchmarksOf(visit: Pick<MemberVisit, 'tx'>): Promise<BenchmarkChoice[]> {
  const newest = (await listEditions(visit.tx)).at(-1);
  if (!newest) return [];
  return (await editionById(visit.tx, newest.id)).benchmarks.map(({ code, number, title }) => ({ code, title: `${number}. ${title.en}` }));
}

async function textFrom(visit: MemberVisit, risk?: Risk): Promise<ReturnType<typeof riskFrom>> {
  const { form, today } = visit;
  const codes = [...(await benchmarksOf(visit)).map(({ code }) => code), ...(risk?.benchmarkCodes ?? [])];
  const review = dayGiven(form, 'review');
  const draft: RiskForm = {
    theme: valueOf(form, 'theme'), cause: valueOf(form, 'cause'), event: valueOf(form, 'event'), effect: valueOf(form, 'effect'), controls: valueOf(form, 'controls'), owner: valueOf(form, 'owner'),
    publicSummary: valueOf(form, 'public_summary'), marking: valueOf(form, 'marking'), benchmarks: valuesOf(form, 'benchmarks'), review,
  };
  const text = riskFrom(draft, codes);
  if (!review || review > today || review === risk?.nextReviewOn) return text;
  const passed = refusal('review-day', 'reviewPassed');
  return text.accepted ? { accepted: false, refusals: [passed] } : { accepted: false, refusals: [...text.refusals, passed] };
}

function scoresIn(form: Form): ScoresForm {
  const of = (kind: string) => ({ likelihood: valueOf(form, `${kind}-likelihood`), impact: valueOf(form, `${kind}-impact`) });
  return { inherent: of('inherent'), residual: of('residual'), target: of('target') };
}

function formFrom(risk: RiskText): Form {
  const { theme, cause, event, effect, controls, ownerRole, benchmarkCodes, publicSummary, marking } = risk;
  return { theme, cause, event, effect, controls, owner: ownerRole ?? '', benchmarks: benchmarkCodes, public_summary: publicSummary, marking };
}

async function riskForm(visit: MemberVisit, beside: RiskBeside, refusals: readonly Refusal[]): Promise<Answer> {
  const { tx, words, seal, organisation, today, form } = visit;
  const [matrix] = await matricesFor(tx, organisation.id, today);
  const said = words.riskLog;
  if (!matrix) return page(said.risk.newTitle, <><h1 class="govuk-heading-l">{said.risk.newTitle}</h1><p class="govuk-body">{said.refusals.noMatrix}.</p></>, trailOf(visit, true));
  const body = <RiskFormPage words={words} org={organisation.shortName} seal={seal} form={form} refusals={refusals} benchmarks={await benchmarksOf(visit)} review={undefined} matrix={matrix} beside={await beside.form(visit)} />;
  return answered(said.risk.newTitle, body, refusals, trailOf(visit, true));
}

async function wordsForm(visit: MemberVisit, risk: Risk, refusals: readonly Refusal[]): Promise<Answer> {
  const { tx, words, seal, organisation, today, form } = visit;
  const [matrix] = await matricesFor(tx, organisation.id, today);
  if (!matrix) return missingPage(words.riskLog.risk.missing);
  const body = <RiskFormPage words={words} org={organisation.shortName} seal={seal} form={form} refusals={refusals} benchmarks={await benchmarksOf(visit)} review={risk.nextReviewOn} matrix={matrix} risk={risk} />;
  return answered(words.riskLog.risk.wordsTitle(risk.number), body, refusals, trailOf(visit, true));
}

async function riskPage(visit: MemberVisit, risk: Risk, refusals: readonly Refusal[], beside?: ComponentChildren): Promise<Answer> {
  const { tx, words, seal, organisation, today, form, permit } = visit;
  const [matrix] = await matricesFor(tx, organisation.id, today);
  const body = (
    <RiskPage words={words} org={organisation.shortName} seal={seal} form={form} refusals={refusals} today={today} risk={risk} matrix={matrix} benchmarks={await benchmarksOf(visit)}
      scorings={await scoringsOf(tx, organisation.id, risk.id)} writes={risk.closedOn === null && holds(permit, ...access.write.own)} history={historyFor(visit, 'risk', risk.id)} beside={beside} />
  );
  return answered(words.riskLog.risk.title(organisation.name, risk.number), body, refusals, trailOf(visit, true));
}

function answered(title: string, body: Parameters<typeof page>[1], refusals: readonly Refusal[], trail: ReturnType<typeof trailOf>): Answer {
  return refusals.length === 0 ? page(title, body, trail) : refusedPage(title, body, refusals, trail);
}

async function withRisk(visit: MemberVisit, work: (risk: Risk) => Promise<Answer>): Promise<Answer> {
  const number = visit.params['risk'] ?? '';
  const [risk] = /^\d{1,6}$/.test(number) ? await risksOf(visit.tx, visit.organisation.id, { number: Number(number) }) : [];
  return risk ? work(risk) : missingPage(visit.words.riskLog.risk.missing);
}

function seenIn({ form, organisation }: MemberVisit, { id }: Risk) {
  const version = valueOf(form, 'version');
  return { orgId: organisation.id, id, version: /^\d{1,9}$/.test(version) ? Number(version) : 0 };
}

function done({ organisation, words }: MemberVisit, { number }: Risk, isDone: boolean): Answer {
  const href = paths.risk(organisation.shortName, number);
  return isDone ? redirect(href, 'saved') : movedOnPage(words.riskLog.risk.conflict, href);
}

export function trailOf({ organisation, words }: Pick<MemberVisit, 'organisation' | 'words'>, below = false) {
  const home = { text: organisation.name, href: organisationPaths.organisation(organisation.shortName) };
  return { breadcrumbs: below ? [home, { text: words.riskLog.link, href: paths.log(organisation.shortName) }] : [home] };
}
