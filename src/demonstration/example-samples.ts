import * as z from 'zod';
import { dayOf, type Day } from '../kernel/year.ts';

const day = z.string().transform((text, context): Day => {
  const found = dayOf(text);
  if (found) return found;
  context.issues.push({ code: 'custom', input: text });
  return z.NEVER;
});
const email = z.string();
const code = z.enum(['yes', 'partly', 'no', 'na']);
/** The how-manieth position that was drawn, the question, and the answer that is not "yes". */
const other = z.tuple([z.int(), z.string(), code]);
const reviewer = z.strictObject({ by: email, role: z.string(), throws: z.string(), others: z.array(other).default([]), /** How many positions are answered; left out: all, and the review is finished. */ answered: z.int().optional() });

const exercise = z.strictObject({
  panel: z.string(), from: day, to: day, population: z.int(), police_count: z.int(), sample: z.int(), list: z.string(), order: z.string(), custodian: z.string(), exclusions: z.string().default(''),
  /** A day, or how many days before the example is loaded: answers about cases are held for 30 days. */
  drawn: z.union([day, z.int()]), chair: reviewer, police: reviewer,
  /** What both settled on where they differed, in order. */
  settled: z.array(code).default([]),
  closed: z.strictObject({ on: day, themes: z.string(), learning: z.string(), actions: z.array(z.strictObject({ text: z.string(), role: z.string(), due: day, measure: z.string() })).default([]) }).optional(),
});

/** The programme of dip samples of an example's body, with its referral pathway. */
export const sampleShapes = {
  dip_samples: z.array(z.strictObject({
    organisation: z.string(), by: email, edition: z.string(), every_months: z.int(), purpose: z.string(),
    pathways: z.array(z.strictObject({ in_force: day, form: z.string(), steps: z.array(z.strictObject({ step: z.string(), who: z.string(), days: z.int().optional() })), safeguarding: z.string(), complaints: z.string(), change: z.string() })).default([]),
    exercises: z.array(exercise).default([]),
  })).default([]),
};

export type ExampleSamples = z.infer<typeof sampleShapes.dip_samples>[number];
export type ExampleExercise = z.infer<typeof exercise>;
