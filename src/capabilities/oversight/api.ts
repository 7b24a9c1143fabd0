import * as z from 'zod';
import { choice, day, formOf, queryOf, said, text } from '../../platform/shape.ts';
import { levels, themes, timelinessShape, trendLineShape } from '../risk-log/index.ts';
import { limits, ways } from './rules.ts';

export const forms = {
  chase: formOf({ quarter: text('quarter', 12), on: day('chaseDay'), role: text('chaseRole', 120), way: choice('chaseWay', ways), note: text('chaseNote', limits.note).optional() }),
};

export const queries = {
  grid: queryOf({ before: text('quarter', 12).optional() }),
  risks: queryOf({ quarter: text('quarter', 12).optional(), at: text('matrixField', 3).optional() }),
};

const quarter = z.string().meta({ examples: ['2025-26-Q4'] });
const body = { name: said.name, short_name: said.shortName };

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
};
