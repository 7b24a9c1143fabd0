import * as z from 'zod';
import type { Json } from '../../kernel/canonical-json.ts';
import { markings } from '../../kernel/marking.ts';
import { dayOf, quarterOf } from '../../kernel/year.ts';
import { origins } from '../action-plan/index.ts';
import { levels, themes, type Matrix } from '../risk-log/index.ts';
import type { Told } from './rules.ts';

/** A text that one of our readers takes, such as a day. */
export function readAs<Of>(read: (text: string) => Of | undefined) {
  return z.string().transform((text, context): Of => {
    const found = read(text);
    if (found !== undefined) return found;
    context.issues.push({ code: 'custom', input: text });
    return z.NEVER;
  });
}

const day = readAs(dayOf);
const quarter = readAs(quarterOf);
const marking = z.enum(markings);

const state = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('on time'), nil: z.boolean() }), z.strictObject({ is: z.literal('late'), days: z.int(), nil: z.boolean() }), z.strictObject({ is: z.literal('missing'), days: z.int() }),
  z.strictObject({ is: z.literal('not yet due'), dueOn: day }), z.strictObject({ is: z.literal('not asked') }),
]);
const matrix = z.strictObject({ likelihoods: z.array(z.string()), impacts: z.array(z.string()), mediumFrom: z.int(), highFrom: z.int(), veryHighFrom: z.int() });
const line = z.strictObject({ quarter, risks: z.int(), mean: z.number(), byLevel: z.strictObject({ low: z.int(), medium: z.int(), high: z.int(), very_high: z.int() }) });

/** The risk logs of a year as a pack keeps them. */
export const riskLogsShape = z.strictObject({
  returns: z.strictObject({
    asAt: day, quarters: z.array(z.strictObject({ quarter, dueOn: day, onTime: z.int(), due: z.int() })),
    bodies: z.array(z.strictObject({ name: z.string(), cells: z.array(z.strictObject({ state, asked: z.int() })) })),
  }).nullable(),
  scores: z.strictObject({ newest: z.strictObject({ quarter, matrix, counts: z.array(z.strictObject({ at: z.string(), risks: z.int() })) }), trend: z.array(line) }).nullable(),
  risks: z.array(z.strictObject({ body: z.string(), theme: z.enum(themes), summary: z.string(), level: z.enum(levels), marking })),
});

/** The plan as a pack keeps it. */
export const planShape = z.strictObject({
  asAt: day, lines: z.array(z.strictObject({ benchmarkCode: z.string().nullable(), objective: z.string().nullable(), marking, open: z.int(), overdue: z.int(), waiting: z.int(), closed: z.int() })),
  origins: z.array(z.strictObject({ origin: z.enum(origins), actions: z.int() })), overdue: z.array(z.strictObject({ text: z.string(), owner: z.string(), dueOn: day, marking })),
}).nullable();

export function bareRiskLogs({ returns, scores, risks }: Told['riskLogs']): Json {
  return {
    returns: returns && {
      asAt: returns.asAt, quarters: returns.quarters.map(({ quarter: its, dueOn, onTime, due }) => ({ quarter: its, dueOn, onTime, due })),
      bodies: returns.bodies.map(({ name, cells }) => ({ name, cells: cells.map((cell) => ({ state: { ...cell.state }, asked: cell.asked })) })),
    },
    scores: scores && {
      newest: { quarter: scores.newest.quarter, matrix: bareMatrix(scores.newest.matrix), counts: scores.newest.counts.map(({ at, risks: many }) => ({ at, risks: many })) },
      trend: scores.trend.map(({ quarter: its, risks: many, mean, byLevel }) => ({ quarter: its, risks: many, mean, byLevel: { ...byLevel } })),
    },
    risks: risks.map(({ body, theme, summary, level, marking: its }) => ({ body, theme, summary, level, marking: its })),
  };
}

function bareMatrix({ likelihoods, impacts, mediumFrom, highFrom, veryHighFrom }: Matrix): Json {
  return { likelihoods: [...likelihoods], impacts: [...impacts], mediumFrom, highFrom, veryHighFrom };
}

export function barePlan(plan: Told['plan']): Json {
  return plan && {
    asAt: plan.asAt, origins: plan.origins.map(({ origin, actions }) => ({ origin, actions })), overdue: plan.overdue.map(({ text, owner, dueOn, marking: its }) => ({ text, owner, dueOn, marking: its })),
    lines: plan.lines.map(({ benchmarkCode, objective, marking: its, open, overdue, waiting, closed }) => ({ benchmarkCode, objective, marking: its, open, overdue, waiting, closed })),
  };
}
