import type { Id } from '../../kernel/id.ts';
import { yearOfQuarter, type Day, type Quarter, type Year } from '../../kernel/year.ts';
import { aside, type Transaction } from '../../platform/database.ts';
import {
  calendarFor, countsOf, matricesFor, returnsBelow, safeRisksSent, scoresSent, scoreTrend, sentLines, trendQuarters, type CalendarQuarter, type CountedScore, type Matrix, type SafeRisk, type ScoreLine, type Timeliness,
} from '../risk-log/index.ts';
import { gridOf, trendOf, type Cell, type Row } from './rules.ts';
import { chaseCounts } from './store.ts';

/** How the returns of a year came, as at a day: of the bodies below, and of the body itself where it is asked for one. */
export type YearReturns = {
  readonly asAt: Day;
  readonly quarters: readonly { readonly quarter: Quarter; readonly dueOn: Day; readonly onTime: number; readonly due: number }[];
  readonly bodies: readonly { readonly name: string; readonly cells: readonly { readonly state: Timeliness; readonly asked: number }[] }[];
};

/** How the risks of those returns were scored: the newest quarter on the area's matrix, and the quarters up to it. */
export type YearScores = {
  readonly newest: { readonly quarter: Quarter; readonly matrix: Matrix; /** By "likelihood x impact", as countsOf has them. */ readonly counts: readonly { readonly at: string; readonly risks: number }[] };
  readonly trend: readonly ScoreLine[];
};

/** What of a year's risk logs the outputs of the year may tell; null and none where no quarter of it was asked for. */
export type YearRisks = { readonly returns: YearReturns | null; readonly scores: YearScores | null; readonly risks: readonly SafeRisk[] };

export const noYearRisks: YearRisks = { returns: null, scores: null, risks: [] };

type About = { readonly tx: Transaction; readonly organisation: { readonly id: Id; readonly name: string }; readonly year: Year; readonly today: Day };

/** In the body's own scope; what was sent below is read in the tree scope, aside. */
export async function yearRisks(about: About): Promise<YearRisks> {
  const { tx, organisation: { id: orgId, name }, year, today } = about;
  const open = (await calendarFor(tx, orgId, today)).filter(({ quarter, opensOn }) => opensOn <= today && yearOfQuarter(quarter) <= year).reverse();
  const calendar = open.filter(({ quarter }) => yearOfQuarter(quarter) === year);
  if (calendar.length === 0) return noYearRisks;
  const [quarters, recent] = [calendar.map(({ quarter }) => quarter), open.slice(-trendQuarters).map(({ quarter }) => quarter)];
  const read = async (scope: Transaction, bodies: readonly Id[]) => ({ scores: await scoresSent(scope, bodies, recent), risks: await safeRisksSent(scope, bodies, quarters) });
  const asked = calendar.filter(({ isAsked }) => isAsked);
  const own = asked.length === 0 ? [] : [{ id: orgId, name, shortName: '', since: asked[0]?.opensOn ?? today, sent: await sentLines(tx, orgId) }];
  const mine = await read(tx, own.map(({ id }) => id));
  const chases = await chaseCounts(tx, orgId, quarters);
  const below = await aside(tx, { is: 'tree', orgId, personId: null, day: today }, async (inTree) => {
    const bodies = await returnsBelow(inTree, orgId, quarters, today);
    return { bodies, ...await read(inTree, bodies.map(({ id }) => id)) };
  });
  const rows = [...gridOf(own, asked, new Map(), today), ...gridOf(below.bodies, calendar, chases, today)];
  return rows.length === 0 ? noYearRisks : {
    returns: returnsOf(rows, calendar, today), risks: [...mine.risks, ...below.risks],
    scores: await scoresOf(about, [...mine.scores, ...below.scores], recent),
  };
}

function returnsOf(rows: readonly Row[], calendar: readonly CalendarQuarter[], asAt: Day): YearReturns {
  const shares = trendOf(rows, calendar);
  const cellOf = (cell: Cell | undefined): YearReturns['bodies'][number]['cells'][number] => ({ state: cell?.timeliness ?? { is: 'not asked' }, asked: cell?.chases ?? 0 });
  return {
    asAt,
    quarters: calendar.map(({ quarter, dueOn }) => {
      const share = shares.find((line) => line.quarter === quarter);
      return { quarter, dueOn, onTime: share?.onTime ?? 0, due: share?.due ?? 0 };
    }),
    bodies: rows.map(({ name, cells }) => ({ name, cells: calendar.map(({ quarter }) => cellOf(cells.find((cell) => cell.quarter === quarter))) })),
  };
}

async function scoresOf({ tx, organisation, today }: About, counted: readonly CountedScore[], quarters: readonly Quarter[]): Promise<YearScores | null> {
  const trend = scoreTrend(counted, quarters);
  const newest = trend.at(-1)?.quarter;
  const [matrix] = await matricesFor(tx, organisation.id, today);
  if (newest === undefined || !matrix) return null;
  const { likelihoods, impacts, mediumFrom, highFrom, veryHighFrom } = matrix;
  const counts = [...countsOf(counted.filter(({ quarter }) => quarter === newest))].map(([at, risks]) => ({ at, risks }));
  return { newest: { quarter: newest, matrix: { likelihoods, impacts, mediumFrom, highFrom, veryHighFrom }, counts }, trend };
}
