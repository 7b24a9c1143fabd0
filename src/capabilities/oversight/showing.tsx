import { holds, permitFor, type Organisation } from '../../kernel/access.ts';
import type { Id } from '../../kernel/id.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { quarterOf, type Quarter } from '../../kernel/year.ts';
import { aside, enterScope } from '../../platform/database.ts';
import { json, notFoundPage, page, redirect, refusedPage, valueOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { bodiesBelow, dayGiven, organisationPaths } from '../organisations/index.ts';
import { calendarFor, fieldOf, matricesFor, returnedBelow, returnsBelow, riskLogAccess, saidTimeliness, saidTrendLine, scoresSent, scoreTrend, trendQuarters, type CalendarQuarter, type RiskBelow, type ScoreLine } from '../risk-log/index.ts';
import { access } from './access.ts';
import { shapes } from './api.ts';
import { ChasesPage, type Reminded } from './pages/chases.tsx';
import { GridPage } from './pages/grid.tsx';
import { RisksBelowPage } from './pages/risks.tsx';
import { paths } from './paths.ts';
import { chaseFrom, gridOf, quartersShown, trendOf, type Row } from './rules.ts';
import { addChase, chaseCounts, chasesAbout, chasesOf } from './store.ts';

/** What bodies above asked a body for, a sentence each. */
export async function asked({ tx, organisation, words }: Pick<MemberVisit, 'tx' | 'organisation' | 'words'>): Promise<readonly string[]> {
  return (await chasesAbout(tx, organisation.id)).map(({ quarter, chasedOn, toRole, way }) => words.riskLog.returns.chaseLine(quarter, chasedOn, toRole, words.oversight.chases.ways[way]));
}

type Grid = { readonly calendar: readonly CalendarQuarter[]; readonly rows: readonly Row[]; readonly earlier: Quarter | undefined };

/** Four statements, however many bodies and quarters there are. It ends in the tree scope, in which only what was sent can be read. */
async function gridIn({ tx, organisation, permit, today, query }: MemberVisit): Promise<Grid> {
  const before = quarterOf(valueOf(query, 'before'));
  const open = (await calendarFor(tx, organisation.id, today)).filter(({ opensOn, quarter }) => opensOn <= today && (!before || quarter < before));
  const calendar = open.slice(0, quartersShown).reverse();
  const quarters = calendar.map(({ quarter }) => quarter);
  const chases = await chaseCounts(tx, organisation.id, quarters);
  await enterScope(tx, { is: 'tree', orgId: organisation.id, personId: permit.personId, day: today });
  const rows = gridOf(await returnsBelow(tx, organisation.id, quarters, today), calendar, chases, today);
  return { calendar, rows, earlier: open.length > quartersShown ? quarters[0] : undefined };
}

export async function showGrid(visit: MemberVisit): Promise<Answer> {
  const { words, organisation, permit, visitor } = visit;
  const { calendar, rows, earlier } = await gridIn(visit);
  const may = (rule: Parameters<typeof permitFor>[0]) => permitFor(rule, visitor, [permit]) !== undefined;
  const body = (
    <GridPage words={words} org={organisation.shortName} calendar={calendar} rows={rows} trend={trendOf(rows, calendar)} earlier={earlier}
      mayRead={holds(permit, ...riskLogAccess.readReturn.tree)} mayChase={may(access.chase)} mayRisks={may(access.risks)} maySet={may(riskLogAccess.agree)} />
  );
  return page(words.oversight.title(organisation.name), body, trailOf(visit));
}

export async function readGrid(visit: MemberVisit): Promise<Answer> {
  const { calendar, rows, earlier } = await gridIn(visit);
  return json(shapes.grid, {
    bodies: rows.map(({ name, shortName, cells }) => ({ name, short_name: shortName, returns: cells.map(({ quarter, timeliness, chases, reminded }) => ({ quarter, timeliness: saidTimeliness(timeliness), asked: chases, reminded })) })),
    trend: trendOf(rows, calendar).map(({ quarter, onTime, due }) => ({ quarter, on_time: onTime, due })), before: earlier ?? null,
  });
}

export async function showChases(visit: MemberVisit): Promise<Answer> {
  return withBody(visit, (body) => chasesPage(visit, body, []));
}

export async function readChases(visit: MemberVisit): Promise<Answer> {
  return withBody(visit, async ({ id, name, shortName }) => {
    const chases = await chasesOf(visit.tx, visit.organisation.id, id);
    const reminded = await remindedDays(visit, id);
    return json(shapes.chases, { name, short_name: shortName, reminded: reminded.map(({ quarter, days }) => ({ quarter, on: [...days] })), chases: chases.map(({ quarter, chasedOn, toRole, way, note }) => ({ quarter, on: chasedOn, to_role: toRole, way, note })) });
  });
}

export async function recordChase(visit: MemberVisit): Promise<Answer> {
  return withBody(visit, async (body) => {
    const { tx, form, organisation, today, newId } = visit;
    const quarters = (await calendarFor(tx, organisation.id, today)).map(({ quarter }) => quarter);
    const chase = chaseFrom({ quarter: valueOf(form, 'quarter'), on: dayGiven(form, 'on'), role: valueOf(form, 'role'), way: valueOf(form, 'way'), note: valueOf(form, 'note') }, quarters, today);
    if (!chase.accepted) return chasesPage(visit, body, chase.refusals);
    await addChase(tx, { orgId: organisation.id, id: newId(), aboutId: body.id }, chase.value);
    return redirect(paths.chases(organisation.shortName, body.shortName), 'saved');
  });
}

type Risks = { readonly quarters: readonly Quarter[]; readonly quarter: Quarter | undefined; readonly all: readonly RiskBelow[]; readonly shown: readonly RiskBelow[]; readonly trend: readonly ScoreLine[] };

/** The open risks that bodies below sent for a quarter: the one that was asked for, or the newest of which anything came. */
async function risksIn({ tx, organisation, permit, today, query }: MemberVisit): Promise<Risks> {
  const quarters = (await calendarFor(tx, organisation.id, today)).filter(({ opensOn }) => opensOn <= today).map(({ quarter }) => quarter);
  await enterScope(tx, { is: 'tree', orgId: organisation.id, personId: permit.personId, day: today });
  const { quarter, risks: all } = await returnedBelow(tx, organisation.id, quarterOf(valueOf(query, 'quarter')), today);
  const recent = quarters.filter((one) => quarter === undefined || one <= quarter).slice(0, trendQuarters);
  const trend = scoreTrend(await scoresSent(tx, (await bodiesBelow(tx, organisation.id, today)).map(({ id }) => id), recent), recent);
  const at = fieldOf(valueOf(query, 'at'));
  return { quarters, quarter, all, trend, shown: at ? all.filter(({ residual }) => residual.likelihood === at.likelihood && residual.impact === at.impact) : all };
}

export async function showRisks(visit: MemberVisit): Promise<Answer> {
  const { tx, words, organisation, today, query } = visit;
  const [matrix] = await matricesFor(tx, organisation.id, today);
  const { quarters, quarter, all, shown, trend } = await risksIn(visit);
  const said = words.oversight.matrix;
  const body = <RisksBelowPage words={words} org={organisation.shortName} matrix={matrix} quarters={quarters} quarter={quarter} all={all} trend={trend} shown={shown} at={fieldOf(valueOf(query, 'at'))} />;
  return page(quarter ? said.title(organisation.name, quarter) : said.noneTitle(organisation.name), body, trailOf(visit, true));
}

export async function readRisks(visit: MemberVisit): Promise<Answer> {
  const { quarter, shown, trend } = await risksIn(visit);
  return json(shapes.risks, {
    quarter: quarter ?? null, trend: trend.map(saidTrendLine),
    risks: shown.map(({ name, shortName, number, theme, event, residual, marking }) => ({ name, short_name: shortName, number, theme, event, likelihood: residual.likelihood, impact: residual.impact, level: residual.level, marking })),
  });
}

/** On which days letters reminded a body of each quarter's return: read in the tree scope, aside. */
async function remindedDays({ tx, organisation, permit, today }: MemberVisit, bodyId: Id): Promise<Reminded[]> {
  const quarters = (await calendarFor(tx, organisation.id, today)).map(({ quarter }) => quarter);
  const below = await aside(tx, { is: 'tree', orgId: organisation.id, personId: permit.personId, day: today }, (inTree) => returnsBelow(inTree, organisation.id, quarters, today));
  const reminded = below.find(({ id }) => id === bodyId)?.reminded ?? {};
  return quarters.flatMap((quarter) => { const days = reminded[quarter]; return days ? [{ quarter, days }] : []; });
}

async function chasesPage(visit: MemberVisit, body: Organisation, refusals: readonly Refusal[]): Promise<Answer> {
  const { tx, words, seal, organisation, today, form, query, permit } = visit;
  const quarters = (await calendarFor(tx, organisation.id, today)).map(({ quarter }) => quarter);
  const shown = (
    <ChasesPage words={words} org={organisation.shortName} body={body} seal={seal} today={today} form={form} chosen={valueOf(query, 'quarter')} refusals={refusals} quarters={quarters}
      chases={await chasesOf(tx, organisation.id, body.id)} reminded={await remindedDays(visit, body.id)} mayChase={holds(permit, ...access.chase.own)} />
  );
  const title = words.oversight.chases.title(body.name, organisation.name);
  return refusals.length === 0 ? page(title, shown, trailOf(visit, true)) : refusedPage(title, shown, refusals, trailOf(visit, true));
}

async function withBody({ tx, organisation, params, today, words }: MemberVisit, work: (body: Organisation) => Promise<Answer>): Promise<Answer> {
  const body = (await bodiesBelow(tx, organisation.id, today)).find(({ shortName }) => shortName === params['body']);
  const { title, sentence } = words.oversight.chases.missing;
  return body ? work(body) : notFoundPage(title, <><h1 class="govuk-heading-l">{title}</h1><p class="govuk-body">{sentence}</p></>);
}

export function trailOf({ organisation, words }: MemberVisit, below = false) {
  const home = { text: organisation.name, href: organisationPaths.organisation(organisation.shortName) };
  return { breadcrumbs: below ? [home, { text: words.oversight.link, href: paths.grid(organisation.shortName) }] : [home] };
}
