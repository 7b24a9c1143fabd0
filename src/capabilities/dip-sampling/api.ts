import * as z from 'zod';
import { choice, day, formOf, many, noFields, said, text, version } from '../../platform/shape.ts';
import { codes } from './rules-agreement.ts';
import { limits, seats, workedCodes } from './rules.ts';
import type { Exercise } from './store.ts';

const count = (name: Parameters<typeof text>[0]) => text(name, 9);
const plan = {
  panel: text('samplePanel', 60), from: day('sampleFrom'), to: day('sampleTo'), population: count('samplePopulation'), sample: count('sampleSize'), list: text('sampleList', limits.line), order: text('sampleOrder', limits.line),
  custodian: text('sampleCustodian', limits.role), exclusions: text('sampleExclusions', limits.exclusions).optional(), police_count: count('samplePoliceCount'), questions: many('sampleQuestions', 20),
  chair_body: text('sampleBody', 60), chair_role: text('sampleRole', limits.role), police_body: text('sampleBody', 60), police_role: text('sampleRole', limits.role),
  repeats: text('sampleRepeats', 60).optional(), repeat_reason: text('sampleRepeatReason', limits.reason).optional(),
};
const stepFields = Object.fromEntries(Array.from({ length: 8 }, (_, at) => at + 1).flatMap((one) => [
  [`step-${one}`, text('pathwayStep', limits.line).optional()], [`who-${one}`, text('pathwayWho', limits.role).optional()], [`days-${one}`, text('pathwayDays', 3).optional()],
]));
const [answers, settled, closing] = [noFields, noFields, formOf({ themes: text('sampleThemes', limits.long), learning: text('sampleLearning', limits.long), version: version() })];

/** What the forms of dip samples and of the pathway hold. No form has a field for a case. */
export const forms = {
  programme: formOf({ every: text('sampleEvery', 2), purpose: text('samplePurpose', limits.purpose), version: version() }),
  plan: formOf(plan),
  details: formOf({ ...plan, version: version() }),
  step: formOf({ version: version() }),
  lapse: formOf({ reason: text('sampleLapse', limits.reason), version: version() }),
  seat: formOf({ seat: choice('sampleSeat', seats) }),
  throws: formOf({ throws: text('sampleThrows', 100) }),
  answers: { ...answers, fields: answers.fields.catchall(choice('sampleCode', codes)), others: /^q-[a-z]+$/ },
  settled: { ...settled, fields: settled.fields.catchall(choice('sampleCode', codes)), others: /^s-\d+-[a-z]+$/ },
  closing: { ...closing, fields: closing.fields.catchall(choice('sampleWorked', workedCodes)), others: /^worked-[0-9a-f-]{36}$/ },
  nothing: noFields,
  pathway: formOf({ number: text('pathwayNumber', 4), in_force: day('pathwayInForce'), form_edition: text('pathwayForm', limits.edition), ...stepFields, safeguarding: text('pathwaySafeguarding', limits.purpose), complaints: text('pathwayComplaints', limits.purpose), change: text('pathwayChange', limits.reason) }),
};

const state = z.enum(['planned', 'frozen', 'drawn', 'closed', 'lapsed']);
const exercise = z.strictObject({ id: said.id, version: said.version, panel: said.name, from: said.day, to: said.day, population: said.count, sample: said.count, bank: said.text, state, drawn_on: said.day.nullable(), ended_on: said.day.nullable(), answers_erased_on: said.day.nullable() });
const hex = z.string();

export const shapes = {
  list: z.strictObject({ programme: z.strictObject({ every_months: said.count, purpose: said.text, version: said.version }).nullable(), exercises: z.array(exercise) }),
  exercise: exercise.extend({
    list: said.text, order: said.text, custodian: said.text, exclusions: said.text, police_count: said.count, frame: said.text.nullable(), frame_sha256: said.sha256.nullable(), repeats: said.id.nullable(), repeat_reason: said.text.nullable(),
    themes: said.text.nullable(), learning: said.text.nullable(), lapse_reason: said.text.nullable(), questions: z.array(z.strictObject({ code: said.text, text: said.text })),
    seats: z.array(z.strictObject({ seat: z.enum(seats), body: said.name, role: said.text, taken: z.boolean(), finished: z.boolean() })),
    draw: z.strictObject({ method: said.text, chair_throws: said.text, police_throws: said.text, seed: hex, positions: z.array(said.count) }).nullable(),
    tallies: z.array(z.strictObject({ question: said.text, yes: said.count, partly: said.count, no: said.count, na: said.count, unsettled: said.count })),
    agreement: z.strictObject({ answers: said.count, same: said.count, kappa: z.number().nullable(), interval: z.array(z.number()).nullable() }).nullable(),
  }),
  /** What a reviewer has answered about one position, and what both said once both have finished. */
  case: z.strictObject({ position: said.count, answers: z.array(z.strictObject({ question: said.text, code: z.enum(codes) })) }),
  differences: z.strictObject({ differences: z.array(z.strictObject({ position: said.count, question: said.text, chair: z.enum(codes), police: z.enum(codes), agreed: z.enum(codes).nullable() })) }),
  pathway: z.strictObject({
    editions: z.array(z.strictObject({ number: said.count, in_force: said.day, form_edition: said.text, steps: z.array(z.strictObject({ step: said.text, who: said.text, target_days: said.count.nullable() })), safeguarding: said.text, complaints: said.text, change: said.text })),
  }),
};

export function saidExercise({ id, version: saves, panel, fromDay, toDay, population, sampleSize, bank, state: standing, drawnOn, endedOn, answersErasedOn }: Exercise): z.input<typeof exercise> {
  return { id, version: saves, panel, from: fromDay, to: toDay, population, sample: sampleSize, bank, state: standing, drawn_on: drawnOn, ended_on: endedOn, answers_erased_on: answersErasedOn };
}
