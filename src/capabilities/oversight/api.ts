import * as z from 'zod';
import { choice, day, formOf, many, queryOf, said, text } from '../../platform/shape.ts';
import { levels, themes, timelinessShape, trendLineShape } from '../risk-log/index.ts';
import { limits, ways } from './rules.ts';
import { moves } from './rules-changes.ts';
import { answers, limits as requestLimits } from './rules-requests.ts';

export const forms = {
  chase: formOf({ quarter: text('quarter', 12), on: day('chaseDay'), role: text('chaseRole', 120), way: choice('chaseWay', ways), note: text('chaseNote', limits.note).optional() }),
  citations: formOf({ rests: many('restsOn', 500).optional() }),
  passing: formOf({ to: text('requestTo', 36), reason: text('requestReason', requestLimits.reason) }),
  withdrawal: formOf({ reason: text('requestWithdrawReason', requestLimits.reason) }),
  reply: formOf({ answer: choice('requestAnswer', answers), into: text('requestInto', 6).optional(), reason: text('requestAnswerReason', requestLimits.reason) }),
};

export const queries = {
  grid: queryOf({ before: text('quarter', 12).optional() }),
  sources: queryOf({ risk: text('restsOnRisk', 6).optional() }),
  risks: queryOf({ quarter: text('quarter', 12).optional(), at: text('matrixField', 3).optional() }),
};

const quarter = z.string().meta({ examples: ['2025-26-Q4'] });
const score = z.strictObject({ likelihood: said.count, impact: said.count, level: z.enum(levels) });
const since = z.enum(['last', 'same', 'reworded', 'rescored', 'both', 'closed']);
const body = { name: said.name, short_name: said.shortName };

const sent = z.strictObject({ ...body, id: said.id, quarter, number: said.count, theme: z.enum(themes), cause: said.text, event: said.text, effect: said.text, residual: score, marking: said.marking });
const request = z.strictObject({
  id: said.id, asker: said.name, receiver: said.name, way: z.enum(['up', 'down']), asked_on: said.day, reason: said.text, number: said.count, theme: z.enum(themes), cause: said.text, event: said.text, effect: said.text,
  residual: score, marking: said.marking, reply: z.strictObject({ answer: z.enum(answers), reason: said.text, replied_on: said.day }).nullable(), withdrawal: z.strictObject({ reason: said.text, withdrawn_on: said.day }).nullable(), taken_as: said.count.nullable(),
});

/** What programs read of the bodies below. */
export const shapes = {
  grid: z.strictObject({
    bodies: z.array(z.strictObject({ ...body, returns: z.array(z.strictObject({ quarter, timeliness: timelinessShape, asked: said.count, reminded: said.count })) })),
    trend: z.array(z.strictObject({ quarter, on_time: said.count, due: said.count })),
    /** Where the next, older quarters begin; null where there are none. */
    before: quarter.nullable(),
  }),
  chases: z.strictObject({ ...body, reminded: z.array(z.strictObject({ quarter, on: z.array(said.day) })), chases: z.array(z.strictObject({ quarter, on: said.day, to_role: said.text, way: z.enum(ways), note: said.text })) }),
  risks: z.strictObject({
    quarter: quarter.nullable(),
    trend: z.array(trendLineShape),
    risks: z.array(z.strictObject({ ...body, number: said.count, theme: z.enum(themes), event: said.text, likelihood: said.count, impact: said.count, level: z.enum(levels), marking: said.marking })),
  }),
  register: z.strictObject({
    risks: z.array(z.strictObject({
      number: said.count, theme: z.enum(themes), event: said.text, residual: score, marking: said.marking,
      /** `sent` is null once what was sent can no longer be read. */
      rests_on: z.array(z.strictObject({ ...body, quarter, number: said.count, cited_on: said.day, since: since.nullable(), sent: sent.nullable() })),
    })),
  }),
  sources: z.strictObject({ risks: z.array(sent.extend({ in_risks: z.array(said.count) })) }),
  moved: z.strictObject({
    risks: z.array(z.strictObject({
      ...body, quarter, previous: quarter.nullable(), number: said.count, theme: z.enum(themes), event: said.text, move: z.enum(moves), residual: score, before: score.omit({ level: true }).nullable(), reason: said.text.nullable(), marking: said.marking,
    })),
  }),
  unchanged: z.strictObject({ logs: z.array(z.strictObject({ ...body, quarters: said.count, since: quarter, last: quarter, risks: said.count, nil: z.boolean() })) }),
  requests: z.strictObject({ requests: z.array(request) }),
  request,
};
