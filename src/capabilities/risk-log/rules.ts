import { markingOf, type Marking } from '../../kernel/marking.ts';
import { acceptUnless, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import { refusedText, tidied } from '../../kernel/text.ts';
import type { Day } from '../../kernel/year.ts';
import type { Words } from '../../words/index.ts';

/** As the database's checks have them (migrations/0020-risk-log.sql). */
export const limits = { sentence: 1000, controls: 5000, role: 120, reason: 2000, matrixWord: 40 };

/** What a risk is about: what the body runs or uses, never who somebody is. */
export const themes = ['premises', 'services', 'online', 'education', 'events', 'workforce', 'partnership'] as const;

export type Theme = (typeof themes)[number];

export const levels = ['low', 'medium', 'high', 'very_high'] as const;

export type Level = (typeof levels)[number];

/** Before controls, with them, and where they should bring it. */
export const scoreKinds = ['inherent', 'residual', 'target'] as const;

export type ScoreKind = (typeof scoreKinds)[number];

export const steps = [1, 2, 3, 4, 5] as const;

/** Likelihood and impact, each 1 to 5. */
export type Score = { readonly likelihood: number; readonly impact: number };

export type Scores = Readonly<Record<ScoreKind, Score>>;

/** How an area scores: a word for each step, and the product of likelihood and impact from which each level begins. */
export type Matrix = {
  readonly likelihoods: readonly string[];
  readonly impacts: readonly string[];
  readonly mediumFrom: number;
  readonly highFrom: number;
  readonly veryHighFrom: number;
};

export type RiskText = {
  readonly theme: Theme;
  readonly cause: string;
  readonly event: string;
  readonly effect: string;
  readonly controls: string;
  readonly ownerRole: string | null;
  readonly benchmarkCodes: readonly string[];
  readonly publicSummary: string;
  readonly nextReviewOn: Day;
  readonly marking: Marking;
};

export type RiskForm = Readonly<Record<'theme' | 'cause' | 'event' | 'effect' | 'controls' | 'owner' | 'publicSummary' | 'marking', string>> & {
  readonly benchmarks: readonly string[];
  readonly review: Day | undefined;
};

export type MatrixForm = { readonly likelihoods: readonly string[]; readonly impacts: readonly string[]; readonly medium: string; readonly high: string; readonly veryHigh: string };

export type ScoresForm = Readonly<Record<ScoreKind, { readonly likelihood: string; readonly impact: string }>>;

export type Direction = 'new' | 'up' | 'down' | 'same';

export function productOf({ likelihood, impact }: Score): number {
  return likelihood * impact;
}

export function levelOf(matrix: Pick<Matrix, 'mediumFrom' | 'highFrom' | 'veryHighFrom'>, score: Score): Level {
  const product = productOf(score);
  if (product >= matrix.veryHighFrom) return 'very_high';
  if (product >= matrix.highFrom) return 'high';
  return product >= matrix.mediumFrom ? 'medium' : 'low';
}

/** Where a risk went since the last return: by the product of its residual score. */
export function directionOf(before: Score | null, now: Score): Direction {
  if (before === null) return 'new';
  const moved = productOf(now) - productOf(before);
  return moved > 0 ? 'up' : moved < 0 ? 'down' : 'same';
}

/** Overdue once the day has passed on which it should have been looked at, until somebody does. */
export function isReviewOverdue({ nextReviewOn, reviewedOn }: { readonly nextReviewOn: Day; readonly reviewedOn: Day }, today: Day): boolean {
  return nextReviewOn < today && reviewedOn < nextReviewOn;
}

/** How many of the open risks stand in each field of the matrix. */
export function countsOf(scores: Iterable<Score & { readonly risks?: number }>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { likelihood, impact, risks = 1 } of scores) counts.set(`${likelihood}x${impact}`, (counts.get(`${likelihood}x${impact}`) ?? 0) + risks);
  return counts;
}

/** Five words each way, and levels that begin one above the other, up to 25. */
export function matrixFrom(form: MatrixForm): Outcome<Matrix> {
  const [likelihoods, impacts] = [form.likelihoods.map(tidied), form.impacts.map(tidied)];
  const [mediumFrom, highFrom, veryHighFrom] = [wholeIn(form.medium), wholeIn(form.high), wholeIn(form.veryHigh)];
  const wordFaults = (name: string, list: readonly string[]) => steps.flatMap((step, at) => refusedWord(`${name}-${step}`, list[at] ?? ''));
  const refusals = [...wordFaults('likelihood', likelihoods), ...wordFaults('impact', impacts)];
  const rising = mediumFrom >= 2 && highFrom > mediumFrom && veryHighFrom > highFrom && veryHighFrom <= 25;
  if (!rising) refusals.push(refusal('medium', 'notRising'));
  return acceptUnless(refusals, { likelihoods, impacts, mediumFrom, highFrom, veryHighFrom });
}

/** A risk's words. `benchmarks` are the codes that it may be linked to. */
export function riskFrom(form: RiskForm, benchmarks: readonly string[]): Outcome<RiskText> {
  const [cause, event, effect] = [tidied(form.cause), tidied(form.event), tidied(form.effect)];
  const [controls, owner, publicSummary] = [tidied(form.controls), tidied(form.owner), tidied(form.publicSummary)];
  const [theme, marking, review] = [themes.find((one) => one === form.theme), markingOf(form.marking), form.review];
  const refusals = [
    ...(theme ? [] : [refusal('theme', 'noTheme')]),
    ...refusedText('cause', cause, limits.sentence, says('noCause')), ...refusedText('event', event, limits.sentence, says('noEvent')), ...refusedText('effect', effect, limits.sentence, says('noEffect')),
    ...refusedText('controls', controls, limits.controls), ...roleFaults('owner', owner), ...refusedText('public_summary', publicSummary, limits.sentence),
    ...(form.benchmarks.every((code) => benchmarks.includes(code)) ? [] : [refusal('benchmarks', 'noSuchBenchmark')]),
    ...(marking ? [] : [refusal('marking', /secret/i.test(form.marking) && !form.marking.startsWith('OFFICIAL') ? 'secret' : 'noMarking')]),
    ...(review ? [] : [refusal('review-day', 'noReview')]),
  ];
  if (!theme || !marking || !review) return refuse(...refusals);
  const benchmarkCodes = [...new Set(form.benchmarks)].sort();
  return acceptUnless(refusals, { theme, cause, event, effect, controls, ownerRole: owner === '' ? null : owner, benchmarkCodes, publicSummary, nextReviewOn: review, marking });
}

/** Three scores, each no larger than the one before it: controls make a risk smaller. */
export function scoresFrom(form: ScoresForm): Outcome<Scores> {
  const [inherent, residual, target] = [scoreIn(form.inherent), scoreIn(form.residual), scoreIn(form.target)];
  const missing = scoreKinds.flatMap((kind) => (['likelihood', 'impact'] as const).filter((way) => stepIn(form[kind][way]) === undefined).map((way) => refusal(`${kind}-${way}`, 'noScore')));
  if (!inherent || !residual || !target) return refuse(...missing);
  const refusals: Refusal[] = [];
  if (productOf(residual) > productOf(inherent)) refusals.push(refusal('residual-likelihood', 'residualLarger'));
  if (productOf(target) > productOf(residual)) refusals.push(refusal('target-likelihood', 'targetLarger'));
  return acceptUnless(refusals, { inherent, residual, target });
}

export function reasonFrom(field: string, written: string, sentence: Sentence): Outcome<string> {
  const reason = tidied(written);
  return acceptUnless(refusedText(field, reason, limits.reason, says(sentence)), reason);
}

/** A role, never a named person nor an address. */
export function roleFrom(field: string, written: string): Outcome<string> {
  const role = tidied(written);
  return acceptUnless(role === '' ? [refusal(field, 'noRole')] : roleFaults(field, role), role);
}

export type Sentence = keyof Words['riskLog']['refusals'];

export function refusal(field: string, sentence: Sentence): Refusal {
  return { field, say: says(sentence) };
}

function says(sentence: Sentence): Refusal['say'] {
  return (words) => words.riskLog.refusals[sentence];
}

function roleFaults(field: string, role: string): Refusal[] {
  if (role.includes('@')) return [refusal(field, 'roleIsAddress')];
  return role.includes('\n') ? [refusal(field, 'notOneLine')] : refusedText(field, role, limits.role);
}

function refusedWord(field: string, word: string): Refusal[] {
  return word.includes('\n') ? [refusal(field, 'notOneLine')] : refusedText(field, word, limits.matrixWord, says('noMatrixWord'));
}

/** 0 stands for what is no whole number of at most two figures. */
function wholeIn(text: string): number {
  return /^\s*\d{1,2}\s*$/.test(text) ? Number(text) : 0;
}

function stepIn(text: string): number | undefined {
  return steps.find((step) => String(step) === text);
}

function scoreIn({ likelihood, impact }: { readonly likelihood: string; readonly impact: string }): Score | undefined {
  const [one, other] = [stepIn(likelihood), stepIn(impact)];
  return one && other ? { likelihood: one, impact: other } : undefined;
}
