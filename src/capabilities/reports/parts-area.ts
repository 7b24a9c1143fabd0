import type { Block, Cell, Section, Table, Tone } from '../../documents/model.ts';
import { writtenQuarter } from '../../kernel/year.ts';
import type { PlanLine } from '../action-plan/index.ts';
import { benchmarkOf } from '../frameworks/index.ts';
import type { YearReturns } from '../oversight/index.ts';
import { levelOf, levels, levelTones, steps, timelinessSaid, trendPicture, type Matrix, type Timeliness } from '../risk-log/index.ts';
import { english, exemptLines, notesOf, type Making } from './parts.ts';

const stateTones: Readonly<Record<Timeliness['is'], Tone>> = { 'on time': 'good', late: 'warning', missing: 'bad', 'not yet due': 'neutral', 'not asked': 'neutral' };

/** Who sent the year's risk logs in time, and how often each was asked; nothing where no quarter was asked for. */
export function returnsPart(making: Making): Section {
  const { told: { riskLogs: { returns } }, words: { reports: { area: said }, moderation } } = making;
  const blocks = returns === null ? [] : [
    returns.bodies.length > 0 ? gridTable(making, returns) : shareTable(making, returns),
    ...notesOf([said.returnsRule(moderation.day(returns.asAt))]),
  ];
  return { title: said.returns, blocks: [...notesOf(exemptLines(making, 'risk_logs')), ...blocks] };
}

/** Its last row says how many came on time. */
function gridTable({ words }: Making, { quarters, bodies }: YearReturns): Table {
  const { reports: { area: said } } = words;
  const cellOf = ({ state, asked }: YearReturns['bodies'][number]['cells'][number]): Cell => ({ text: asked === 0 ? timelinessSaid(words, state) : said.asked(timelinessSaid(words, state), asked), tone: stateTones[state.is] });
  return {
    kind: 'table', caption: said.gridCaption, columns: [{ title: said.body, rowHeader: true }, ...quarters.map(({ quarter }) => ({ title: writtenQuarter(quarter) }))],
    rows: [...bodies.map(({ name, cells }) => [name, ...cells.map(cellOf)]), ...(bodies.length === 1 ? [] : [[said.onTime, ...quarters.map(({ onTime, due }) => (due === 0 ? said.noneDue : said.ofDue(onTime, due)))]])],
  };
}

/** For who is not told which body was late. */
function shareTable({ words: { reports: { area: said }, moderation } }: Making, { quarters }: YearReturns): Table {
  return {
    kind: 'table', caption: said.shareCaption,
    columns: [{ title: said.quarter, rowHeader: true }, { title: said.dueOn }, { title: said.due, align: 'end' }, { title: said.onTime, align: 'end' }, { title: said.share, align: 'end' }],
    rows: quarters.map(({ quarter, dueOn, onTime, due }) => [writtenQuarter(quarter), moderation.day(dueOn), String(due), String(onTime), due === 0 ? said.noneDue : said.percent(onTime, due)]),
  };
}

/** The open risks of the newest quarter on the area's matrix. */
export function matrixPart({ told: { riskLogs: { scores } }, words: { reports: { area: said }, riskLog } }: Making): Section {
  if (scores === null) return { title: said.matrix, blocks: [] };
  const { newest: { quarter, matrix, counts } } = scores;
  const word = (list: Matrix['impacts'], step: number) => riskLog.matrixTable.step(step, list[step - 1] ?? '');
  const cellOf = (likelihood: number, impact: number): Cell => {
    const level = levelOf(matrix, { likelihood, impact });
    return { text: said.field(riskLog.levels[level], counts.find(({ at }) => at === `${likelihood}x${impact}`)?.risks ?? 0), tone: levelTones[level] };
  };
  return {
    title: said.matrix,
    blocks: [{
      kind: 'table', caption: said.matrixCaption(quarter), columns: [{ title: said.likelihoodAndImpact, rowHeader: true }, ...steps.map((impact) => ({ title: word(matrix.impacts, impact) }))],
      rows: steps.toReversed().map((likelihood) => [word(matrix.likelihoods, likelihood), ...steps.map((impact) => cellOf(likelihood, impact))]),
    }],
  };
}

/** The same risks quarter by quarter, as a table and as a picture. */
export function trendPart({ told: { riskLogs: { scores } }, words }: Making): Section {
  const { reports: { area: said }, riskLog } = words;
  if (scores === null) return { title: said.trend, blocks: [] };
  const rows = scores.trend.map(({ quarter, risks, byLevel, mean }) => [writtenQuarter(quarter), String(risks), ...levels.map((level) => String(byLevel[level])), mean.toFixed(1)]);
  const figures = [riskLog.trend.open, ...levels.map((level) => riskLog.levels[level]), riskLog.trend.mean];
  return {
    title: said.trend,
    blocks: [
      { kind: 'table', caption: riskLog.trend.caption, rows, columns: [{ title: riskLog.trend.quarter, rowHeader: true }, ...figures.map((title) => ({ title, align: 'end' as const }))] },
      trendPicture(words, scores.trend),
    ],
  };
}

/** How the partnership plan stands, by benchmark and objective, and where its actions came from; nothing where there is none. */
export function planPart(making: Making): Section {
  const { told: { plan }, words: { reports: { area: said }, moderation, actionPlan } } = making;
  const blocks: Block[] = plan === null ? [] : [
    linesTable(making, plan.lines),
    { kind: 'table', caption: said.originsCaption, columns: [{ title: said.origin, rowHeader: true }, { title: said.actions, align: 'end' }], rows: plan.origins.map(({ origin, actions }) => [actionPlan.origins[origin], String(actions)]) },
    ...(plan.overdue.length === 0 ? [] : [{
      kind: 'table', caption: said.overdueCaption, columns: [{ title: said.action, rowHeader: true }, { title: said.owner }, { title: said.dueOn }],
      rows: plan.overdue.map(({ text, owner, dueOn }) => [text, owner, moderation.day(dueOn)]),
    } as const]),
    ...notesOf([said.planRule(moderation.day(plan.asAt))]),
  ];
  return { title: said.plan, blocks: [...notesOf(exemptLines(making, 'plan')), ...blocks] };
}

function linesTable({ told: { edition }, words: { reports: { area: said }, actionPlan } }: Making, lines: readonly PlanLine[]): Table {
  const hasObjectives = lines.some(({ objective }) => objective !== null);
  const named = (code: string) => { const benchmark = benchmarkOf(edition, code); return benchmark ? actionPlan.benchmark(benchmark.number, english(benchmark.title)) : said.otherEdition(code); };
  return {
    kind: 'table', caption: said.planCaption,
    columns: [{ title: said.benchmark, rowHeader: true }, ...(hasObjectives ? [{ title: said.objective }] : []), ...[said.notClosed, said.overdue, said.waiting, said.closed].map((title) => ({ title, align: 'end' as const }))],
    rows: lines.map(({ benchmarkCode, objective, open, overdue, waiting, closed }) => [
      benchmarkCode === null ? actionPlan.whole : named(benchmarkCode), ...(hasObjectives ? [objective ?? actionPlan.noObjective] : []), ...[open, overdue, waiting, closed].map(String),
    ]),
  };
}

/** The risks that are worded for the public; where logs are asked for and hold none, it says so. */
export function risksPart(making: Making): Section {
  const { told: { riskLogs: { risks, returns }, leftOut }, words: { reports: { area: said }, riskLog }, paper } = making;
  const exempt = exemptLines(making, 'risks');
  const table: Table = {
    kind: 'table', caption: said.risksCaption, columns: [{ title: said.risk, rowHeader: true }, { title: said.body }, { title: riskLog.log.theme }, { title: said.level }],
    rows: risks.map(({ body, theme, summary, level }) => [summary, body, riskLog.themes[theme], { text: riskLog.levels[level], tone: levelTones[level] }]),
  };
  const none: Block[] = returns === null || exempt.length > 0 || leftOut.risks > 0 ? [] : [{ kind: 'paragraph', text: paper.none }];
  return { title: said.risks, blocks: [...notesOf(exempt), ...(risks.length > 0 ? [table] : none), ...notesOf(leftOut.risks > 0 ? [said.risksLeftOut(leftOut.risks)] : [])] };
}
