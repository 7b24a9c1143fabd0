import * as z from 'zod';
import { markings } from '../../kernel/marking.ts';
import type { ScoreLine } from './rules-trend.ts';
import { choice, day, formOf, many, queryOf, said, text, version } from '../../platform/shape.ts';
import { frozenReturnShape } from './frozen.ts';
import { levels, limits, scoreKinds, steps, themes } from './rules.ts';
import { eventLimits, reaches } from './rules-events.ts';
import { standings } from './rules-returns.ts';
import type { MatrixVersion, Risk, Scored } from './store.ts';

const step = steps.map(String);

const riskFields = {
  theme: choice('riskTheme', themes), cause: text('riskCause', limits.sentence), event: text('riskEvent', limits.sentence), effect: text('riskEffect', limits.sentence),
  controls: text('riskControls', limits.controls).optional(), owner: text('owner', limits.role).optional(), benchmarks: many('riskBenchmarks', 20).optional(),
  public_summary: text('publicSummary', limits.sentence).optional(), review: day('review'), marking: choice('marking', markings),
};
const scoreFields = Object.fromEntries(scoreKinds.flatMap((kind) => [[`${kind}-likelihood`, choice('likelihood', step)], [`${kind}-impact`, choice('impact', step)]]));
const wordFields = Object.fromEntries(steps.flatMap((one) => [[`likelihood-${one}`, text('matrixWord', limits.matrixWord)], [`impact-${one}`, text('matrixWord', limits.matrixWord)]]));
const quarterFields = { opens: day('opens'), due: day('returnDue'), before: text('reminderDays', 60).optional(), after: text('reminderDays', 60).optional(), own: choice('asksSetter', ['yes']).optional() };
const seen = { role: text('signedRole', limits.role), state: text('returnState', 64), version: version() };

/** What the forms of the risk log hold. */
export const forms = {
  add: formOf({ ...riskFields, ...scoreFields, rests: many('restsOn', 500).optional() }),
  words: formOf({ ...riskFields, version: version() }),
  scores: formOf({ ...scoreFields, rescore_reason: text('rescoreReason', limits.reason), version: version() }),
  closure: formOf({ close_reason: text('closeReason', limits.reason), version: version() }),
  matrix: formOf({ ...wordFields, medium: text('levelFrom', 2), high: text('levelFrom', 2), very_high: text('levelFrom', 2), version: version() }),
  quarter: formOf({ quarter: text('quarter', 12), ...quarterFields }),
  changeQuarter: formOf({ ...quarterFields, version: version() }),
  begin: formOf({ quarter: text('quarter', 12) }),
  confirm: formOf({ unchanged: many('unchanged', 500).optional() }),
  send: formOf(seen),
  nil: formOf({ ...seen, reason: text('nilReason', limits.reason) }),
  note: formOf({ text: text('returnNote', limits.reason), marking: choice('marking', markings) }),
  event: formOf({ title: text('eventTitle', eventLimits.title), reach: choice('eventReach', reaches), happened: day('happened'), due: day('reviewDue'), bodies: many('eventBodies', 500) }),
  answer: formOf({ answer: choice('eventAnswer', ['no_change', 'changed']), risks: many('changedRisks', 500).optional(), said: text('eventSaid', limits.reason) }),
  profile: formOf({ edition: text('profileEdition', eventLimits.edition), dated: day('dated'), briefed: day('briefed'), roles: text('briefedRoles', eventLimits.roles), marking: choice('marking', markings) }),
};

/** Which field of the matrix a list is narrowed to: "4x3" is likelihood 4, impact 3. */
export const logQuery = queryOf({ at: text('matrixField', 3).optional() });
export const calendarQuery = queryOf({ change: text('quarter', 12).optional() });

const score = z.strictObject({ likelihood: z.int(), impact: z.int(), level: z.enum(levels) });
const quarter = z.string().meta({ examples: ['2025-26-Q4'] });
const riskShape = z.strictObject({
  id: said.id, number: said.count, version: said.version, theme: z.enum(themes), cause: said.text, event: said.text, effect: said.text, controls: said.text, owner_role: said.text.nullable(),
  benchmarks: z.array(said.code), public_summary: said.text, next_review_on: said.day, reviewed_on: said.day, closed_on: said.day.nullable(), closed_reason: said.text.nullable(), marking: said.marking,
  inherent: score, residual: score, target: score,
});
const matrixShape = z.strictObject({
  number: said.count, set_by: said.name, agreed_on: said.day, likelihoods: z.array(said.text), impacts: z.array(said.text), medium_from: said.count, high_from: said.count, very_high_from: said.count,
});
const reviewShape = z.strictObject({
  id: said.id, title: said.text, reach: z.enum(reaches), happened_on: said.day, due_on: said.day, opened_by: said.name, asked: z.array(said.name),
  answers: z.array(z.strictObject({ body: said.name, answered_on: said.day, changed_risks: z.array(said.count), said: said.text })),
});
export const timelinessShape = z.strictObject({ is: z.enum(['on time', 'late', 'missing', 'not yet due', 'not asked']), days: said.count.nullable(), nil: z.boolean() });

/** The scores of one quarter. */
export const trendLineShape = z.strictObject({ quarter, risks: said.count, low: said.count, medium: said.count, high: said.count, very_high: said.count, mean_score: z.number() });

export function saidTrendLine({ quarter: its, risks, byLevel, mean }: ScoreLine) {
  return { quarter: its, risks, ...byLevel, mean_score: mean };
}

/** What programs read of the risk log. */
export const shapes = {
  log: z.strictObject({ risks: z.array(riskShape) }),
  risk: riskShape.extend({ scorings: z.array(z.strictObject({ number: said.count, scored_on: said.day, reason: said.text.nullable(), inherent: score, residual: score, target: score })) }),
  matrix: z.strictObject({ versions: z.array(matrixShape) }),
  calendar: z.strictObject({ quarters: z.array(z.strictObject({ quarter, opens_on: said.day, due_on: said.day, reminders: z.array(said.day), set_by: said.name, asked: z.boolean(), version: said.version })) }),
  events: z.strictObject({ reviews: z.array(reviewShape) }),
  event: reviewShape,
  profiles: z.strictObject({ profiles: z.array(z.strictObject({ edition: said.text, dated_on: said.day, briefed_on: said.day, briefed_roles: said.text, marking: said.marking })) }),
  returns: z.strictObject({ returns: z.array(z.strictObject({ quarter, due_on: said.day, begun: z.boolean(), timeliness: timelinessShape })) }),
  return: z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('sent'), sha256: said.sha256, notes: z.array(z.strictObject({ written_on: said.day, text: said.text, marking: said.marking })), return: frozenReturnShape }),
    z.strictObject({
      state: z.literal('begun'), version: said.version, waits: said.count,
      /** What a signature is given for: sent back with it. */
      sign_state: said.sha256, risks: z.array(z.strictObject({ id: said.id, number: said.count, standing: z.enum([...standings, 'waits']) })),
    }),
  ]),
};

export function saidRisk(risk: Risk): z.input<typeof riskShape> {
  const { id, number, version: saves, theme, cause, event, effect, controls, ownerRole, benchmarkCodes, publicSummary, nextReviewOn, reviewedOn, closedOn, closedReason, marking, scores } = risk;
  return {
    id, number, version: saves, theme, cause, event, effect, controls, owner_role: ownerRole, benchmarks: [...benchmarkCodes], public_summary: publicSummary, next_review_on: nextReviewOn,
    reviewed_on: reviewedOn, closed_on: closedOn, closed_reason: closedReason, marking, ...saidScores(scores),
  };
}

export function saidScores({ inherent, residual, target }: Scored) {
  return { inherent: { ...inherent }, residual: { ...residual }, target: { ...target } };
}

export function saidMatrix({ number, setBy, agreedOn, likelihoods, impacts, mediumFrom, highFrom, veryHighFrom }: MatrixVersion): z.input<typeof matrixShape> {
  return { number, set_by: setBy, agreed_on: agreedOn, likelihoods: [...likelihoods], impacts: [...impacts], medium_from: mediumFrom, high_from: highFrom, very_high_from: veryHighFrom };
}
