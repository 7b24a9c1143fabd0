import * as z from 'zod';
import { answers, ways } from '../capabilities/oversight/index.ts';
import { reaches, themes } from '../capabilities/risk-log/index.ts';
import { markings } from '../kernel/marking.ts';
import { dayOf, quarterOf, type Day, type Quarter } from '../kernel/year.ts';

const shortName = z.string();
const email = z.string();
/** A name by which the example itself refers to a risk of one body. */
const reference = z.string();
const day = z.string().transform((text, context): Day => dayOf(text) ?? refused(context, text));
const quarter = z.string().transform((text, context): Quarter => quarterOf(text) ?? refused(context, text));
/** Likelihood and impact: before controls, with them, and the target. */
const scores = z.tuple([z.int(), z.int(), z.int(), z.int(), z.int(), z.int()]);

const risk = z.strictObject({
  code: reference, theme: z.enum(themes), cause: z.string(), event: z.string(), effect: z.string(), controls: z.string(), owner: z.string().optional(), benchmarks: z.array(z.string()),
  review: day, scores, summary: z.string().default(''), marking: z.enum(markings).default('OFFICIAL'),
});

const returned = z.strictObject({
  quarter, begun: day,
  new: z.array(risk).default([]),
  rescored: z.array(z.strictObject({ risk: reference, scores, reason: z.string() })).default([]),
  closed: z.array(z.strictObject({ risk: reference, reason: z.string() })).default([]),
  /** Absent for a return that was begun and not sent. */
  sent: day.optional(), signed: z.string().optional(),
  /** Why there was nothing to report. */
  nil: z.string().optional(),
  note: z.strictObject({ on: day, text: z.string() }).optional(),
});

/** What an example holds of an area's risk logs. */
export const riskShapes = {
  risk_matrix: z.strictObject({ organisation: shortName, by: email, agreed_on: day, likelihoods: z.array(z.string()), impacts: z.array(z.string()), medium: z.int(), high: z.int(), very_high: z.int() }).optional(),
  risk_calendar: z.strictObject({ organisation: shortName, by: email, quarters: z.array(z.strictObject({ quarter, opens: day, due: day, reminders: z.array(z.int()) })) }).optional(),
  risk_logs: z.array(z.strictObject({ organisation: shortName, by: email, quarters: z.array(returned) })).default([]),
  risk_events: z.array(z.strictObject({
    organisation: shortName, by: email, title: z.string(), reach: z.enum(reaches), happened: day, due: day, bodies: z.array(shortName),
    answers: z.array(z.strictObject({ organisation: shortName, by: email, on: day, changed: z.array(z.int()).default([]), said: z.string() })).default([]),
  })).default([]),
  police_profiles: z.array(z.strictObject({ organisation: shortName, by: email, edition: z.string(), marking: z.enum(markings), dated: day, briefed: day, roles: z.string() })).default([]),
  /** The register of an area, and what each of its risks rests on. */
  registers: z.array(z.strictObject({
    organisation: shortName, by: email, on: day, risks: z.array(risk.extend({ rests: z.array(z.strictObject({ organisation: shortName, quarter, risk: z.int() })) })),
  })).default([]),
  risk_requests: z.array(z.strictObject({
    organisation: shortName, by: email, risk: z.int(), to: shortName, on: day, reason: z.string(),
    reply: z.strictObject({ by: email, on: day, answer: z.enum(answers), reason: z.string() }).optional(),
  })).default([]),
  chases: z.array(z.strictObject({ organisation: shortName, by: email, about: shortName, quarter, on: day, role: z.string(), way: z.enum(ways), note: z.string() })).default([]),
};

export type ExampleRisk = z.infer<typeof risk>;
export type ExampleReturn = z.infer<typeof returned>;

function refused(context: z.RefinementCtx, input: string): never {
  context.issues.push({ code: 'custom', input });
  return z.NEVER;
}
