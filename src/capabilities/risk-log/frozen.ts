import * as z from 'zod';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { highestMarking, markings } from '../../kernel/marking.ts';
import { dayOf, quarterOf, type Day, type Quarter } from '../../kernel/year.ts';
import { levels, steps, themes } from './rules.ts';
import { standings } from './rules-returns.ts';

const day = z.string().transform((text, context): Day => dayOf(text) ?? refused(context, text));
const quarter = z.string().transform((text, context): Quarter => quarterOf(text) ?? refused(context, text));
const score = z.strictObject({ likelihood: z.literal(steps), impact: z.literal(steps), level: z.enum(levels) });

export const returnedRiskShape = z.strictObject({
  id: z.string(), number: z.int(), standing: z.enum(standings), reason: z.string().nullable(),
  theme: z.enum(themes), cause: z.string(), event: z.string(), effect: z.string(), controls: z.string(), owner_role: z.string().nullable(),
  benchmarks: z.array(z.string()), public_summary: z.string(), next_review_on: day, marking: z.enum(markings),
  scoring: z.int(), inherent: score, residual: score, target: score,
  /** The residual score in the return before; null where the risk was in none. */
  before: z.strictObject({ likelihood: z.literal(steps), impact: z.literal(steps) }).nullable(),
});

/** How the area scored when the return was sent. */
const matrixShape = z.strictObject({
  number: z.int(), likelihoods: z.array(z.string()), impacts: z.array(z.string()), medium_from: z.int(), high_from: z.int(), very_high_from: z.int(),
});

/** What a return holds, whole in itself. Nobody's name is in it. */
export const frozenReturnShape = z.strictObject({
  format: z.literal('dueregard-return-1'),
  organisation: z.strictObject({ short_name: z.string(), name: z.string() }),
  quarter, kind: z.enum(['log', 'nil']), nil_reason: z.string().nullable(), due_on: day, sent_on: day, signed_role: z.string(), marking: z.enum(markings),
  matrix: matrixShape.nullable(), risks: z.array(returnedRiskShape),
});

export type FrozenReturn = z.infer<typeof frozenReturnShape>;
export type ReturnedRisk = z.infer<typeof returnedRiskShape>;

export type ToFreeze = Omit<FrozenReturn, 'format' | 'marking'>;

/** A return as it will stand, marked as the highest of its risks. */
export function freezeReturn(whole: ToFreeze): FrozenReturn {
  return { format: 'dueregard-return-1', marking: highestMarking(whole.risks.map(({ marking }) => marking)), ...whole };
}

/** The text that is kept and hashed. */
export function returnText(frozen: FrozenReturn): string {
  return canonicalJson(frozen);
}

/** @throws when the text is no return that this version can read. */
export function readReturn(text: string): FrozenReturn {
  return frozenReturnShape.parse(JSON.parse(text));
}

function refused(context: z.RefinementCtx, input: string): never {
  context.issues.push({ code: 'custom', input });
  return z.NEVER;
}
