import { holds } from '../../kernel/access.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { keptForYears, type KeptForYears } from '../../kernel/retention.ts';
import { conflictPage, json, notFoundPage, page, redirect, refusedPage, routes, valueOf, versionOf, type Answer, type MemberVisit, type Route } from '../../platform/route.ts';
import { access, historyFor } from './access.ts';
import { keptShape, periodForm, periodShape, saidDisposal, saidPeriod } from './api.ts';
import { KeptPage } from './pages/kept.tsx';
import { PeriodPage } from './pages/period.tsx';
import { paths, patterns } from './paths.ts';
import { ownPeriods, savePeriod } from './period-store.ts';
import { chosenYears, periodNamed, periodOf, type Period } from './rules-period.ts';
import { disposalsOf } from './store.ts';

export function periodRoutes(): readonly Route[] {
  return routes(
    { method: 'GET', path: patterns.kept, data: { shape: keptShape, read: readKept }, access: access.read, handle: showKept },
    { method: 'GET', path: patterns.period, data: { shape: periodShape, read: readPeriod }, access: access.setPeriod, handle: (visit: MemberVisit) => withPeriod(visit, (period) => showPeriod(visit, period)) },
    { method: 'POST', path: patterns.period, form: periodForm, access: access.setPeriod, handle: (visit: MemberVisit) => withPeriod(visit, (period) => changePeriod(visit, period)) },
  );
}

async function readKept(visit: MemberVisit): Promise<Answer> {
  return json(keptShape, { periods: (await periodsOf(visit)).map(saidPeriod), gone: (await disposalsOf(visit.tx, visit.organisation.id)).map(saidDisposal) });
}

async function showKept(visit: MemberVisit): Promise<Answer> {
  const { tx, organisation, words, permit } = visit;
  return page(words.history.kept.title(organisation.name), (
    <KeptPage words={words} org={organisation.shortName} periods={await periodsOf(visit)} mayChange={holds(permit, ...access.setPeriod.own)} disposals={await disposalsOf(tx, organisation.id)} />
  ), { breadcrumbs: trail(visit).breadcrumbs.slice(0, 1) });
}

async function readPeriod(visit: MemberVisit): Promise<Answer> {
  return withPeriod(visit, async (period) => json(periodShape, saidPeriod(await heldNow(visit, period))));
}

async function showPeriod(visit: MemberVisit, period: KeptForYears): Promise<Answer> {
  return page(visit.words.history.kept.change(period), await periodPage(visit, period), trail(visit));
}

async function changePeriod(visit: MemberVisit, period: KeptForYears): Promise<Answer> {
  const { tx, form, organisation, newId, words } = visit;
  const title = words.history.kept.change(period);
  const years = chosenYears(period, valueOf(form, 'years'));
  if (!years.accepted) return refusedPage(title, await periodPage(visit, period, years.refusals), years.refusals, trail(visit));
  const saved = await savePeriod(tx, { orgId: organisation.id, id: newId(), version: versionOf(form) }, { period, years: years.value });
  return saved ? redirect(paths.kept(organisation.shortName), 'saved') : conflictPage(title, await periodPage(visit, period, [], true), trail(visit));
}

async function withPeriod({ params, words: { history: { kept } } }: MemberVisit, work: (period: KeptForYears) => Promise<Answer>): Promise<Answer> {
  const period = periodNamed(params['period']);
  return period ? work(period) : notFoundPage(kept.noSuch.title, <><h1 class="govuk-heading-l">{kept.noSuch.title}</h1><p class="govuk-body">{kept.noSuch.sentence}</p></>);
}

async function periodPage(visit: MemberVisit, period: KeptForYears, errors: readonly Refusal[] = [], conflict = false) {
  const { words, seal, organisation, form } = visit;
  const now = await heldNow(visit, period);
  return <PeriodPage words={words} seal={seal} org={organisation.shortName} now={now} form={form} errors={errors} conflict={conflict} history={historyFor(visit, 'retention_period', now.id)} />;
}

async function heldNow(visit: MemberVisit, period: KeptForYears): Promise<Period> {
  return periodOf(period, (await ownPeriods(visit.tx, visit.organisation.id)).get(period), visit.today);
}

async function periodsOf({ tx, organisation, today }: MemberVisit): Promise<readonly Period[]> {
  const own = await ownPeriods(tx, organisation.id);
  return keptForYears.map((period) => periodOf(period, own.get(period), today));
}

function trail({ organisation: { name, shortName }, words }: MemberVisit) {
  return { breadcrumbs: [{ text: name, href: `/organisations/${shortName}` }, { text: words.history.kept.heading, href: paths.kept(shortName) }] };
}
