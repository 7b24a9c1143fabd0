import type { Id } from '../../kernel/id.ts';
import { accept, acceptUnless, refuse, type Outcome } from '../../kernel/outcome.ts';
import { refusedText, tidied } from '../../kernel/text.ts';
import type { Day } from '../../kernel/year.ts';
import type { Words } from '../../words/index.ts';
import { levelOf, needsEvidence, notApplicable, type Benchmark, type Edition, type Indicator } from '../frameworks/index.ts';

export const answerStatuses = ['yes', 'partly', 'no', 'not_applicable'] as const;
export type AnswerStatus = (typeof answerStatuses)[number];

export type NewAnswer = { readonly status: AnswerStatus; readonly note: string };

/** What an organisation says of an indicator. The version counts its saves. */
export type Answer = NewAnswer & { readonly id: Id; readonly indicatorCode: string; readonly version: number };

/** A level of the edition's scale, or another body's to deliver: then why, and whose. */
export type Verdict =
  | { readonly is: 'level'; readonly levelCode: string }
  | { readonly is: 'not applicable'; readonly reason: string; readonly leadBody: string };

export type NewRating = { readonly verdict: Verdict; readonly narrative: string };

/** How an organisation rates itself against a benchmark. */
export type Rating = NewRating & { readonly id: Id; readonly benchmarkCode: string; readonly version: number };

/** The longest texts, in characters, as the database checks them. */
export const limits = { note: 5000, narrative: 10_000, reason: 1000, leadBody: 200 } as const;

export type Written<Field extends string> = Readonly<Record<Field, string>>;

/** An answer from its form. */
export function readAnswer(written: Written<'status' | 'note'>): Outcome<NewAnswer> {
  const status = answerStatuses.find((known) => known === written.status);
  const note = tidied(written.note);
  const refusals = refusedText('note', note, limits.note);
  if (status === undefined) return refuse({ field: 'status', say: (words) => words.assessment.refused.status }, ...refusals);
  return acceptUnless(refusals, { status, note });
}

/** A self-rating from its form: on the scale of the edition, with both texts where it is not applicable. */
export function readRating(edition: Edition, written: Written<'rating' | 'narrative' | 'reason' | 'lead_body'>): Outcome<NewRating> {
  const narrative = tidied(written.narrative);
  const refusals = refusedText('narrative', narrative, limits.narrative);
  const verdict = readVerdict(edition, written);
  if (!verdict.accepted) return refuse(...verdict.refusals, ...refusals);
  return acceptUnless(refusals, { verdict: verdict.value, narrative });
}

function readVerdict(edition: Edition, written: Written<'rating' | 'reason' | 'lead_body'>): Outcome<Verdict> {
  if (written.rating === notApplicable && edition.scale.not_applicable) {
    const reason = tidied(written.reason);
    const leadBody = tidied(written.lead_body).replaceAll('\n', ' ');
    return acceptUnless([
      ...refusedText('reason', reason, limits.reason, (words) => words.assessment.refused.noReason),
      ...refusedText('lead_body', leadBody, limits.leadBody, (words) => words.assessment.refused.noLeadBody),
    ], { is: 'not applicable', reason, leadBody });
  }
  const level = levelOf(edition, written.rating);
  if (level) return accept({ is: 'level', levelCode: level.code });
  const say = (words: Words) => (written.rating === '' ? words.assessment.refused.noRating : words.assessment.refused.notOnScale);
  return refuse({ field: 'rating', say });
}

/** What the rule of submission must know of a piece of evidence. */
export type Proof = { readonly indicatorCodes: readonly string[]; readonly expiresOn: string | null };

/** What keeps an assessment from being submitted. */
export type Lack =
  | { readonly is: 'not rated'; readonly benchmark: Benchmark }
  | { readonly is: 'nothing in place'; readonly benchmark: Benchmark; readonly levelCode: string }
  | { readonly is: 'no evidence' | 'evidence expired'; readonly benchmark: Benchmark; readonly indicator: Indicator };

export type Standing = {
  readonly answers: ReadonlyMap<string, Pick<Answer, 'status'>>;
  readonly ratings: ReadonlyMap<string, Pick<Rating, 'verdict'>>;
  readonly evidence: readonly Proof[];
};

/**
 * Everything that is missing, in the order of the edition. Every benchmark is rated. A benchmark rated at a level that
 * needs evidence says yes or partly of at least one indicator on which such a level rests, and each indicator up to the
 * rating of which it says so has a piece of evidence that has not expired on the day.
 */
export function lacksOf(edition: Edition, { answers, ratings, evidence }: Standing, day: Day): Lack[] {
  const proven = new Set(evidence.filter(({ expiresOn }) => expiresOn === null || expiresOn >= day).flatMap(({ indicatorCodes }) => indicatorCodes));
  const claimed = new Set(evidence.flatMap(({ indicatorCodes }) => indicatorCodes));
  return edition.benchmarks.flatMap((benchmark): Lack[] => {
    const verdict = ratings.get(benchmark.code)?.verdict;
    if (!verdict) return [{ is: 'not rated', benchmark }];
    if (verdict.is === 'not applicable') return [];
    const { levelCode } = verdict;
    const level = levelOf(edition, levelCode);
    if (!level || !needsEvidence(level)) return [];
    const { upToRating, foundation } = carrying(edition, benchmark, levelCode);
    const inPlace = (indicator: Indicator) => { const said = answers.get(indicator.code)?.status; return said === 'yes' || said === 'partly'; };
    const unproven = upToRating.filter((indicator) => inPlace(indicator) && !proven.has(indicator.code));
    return [
      ...(foundation.some(inPlace) ? [] : [{ is: 'nothing in place', benchmark, levelCode } as const]),
      ...unproven.map((indicator) => ({ is: claimed.has(indicator.code) ? 'evidence expired' : 'no evidence', benchmark, indicator } as const)),
    ];
  });
}

/**
 * The indicators that carry a rating: those of its level and below, and among them the foundation, those up to the lowest
 * level that needs evidence ("Met", for a rating of "Exceeded"). A benchmark without any there is carried by all that it has.
 */
function carrying(edition: Edition, { indicators }: Benchmark, levelCode: string): { upToRating: readonly Indicator[]; foundation: readonly Indicator[] } {
  const { levels } = edition.scale;
  const heightOf = (code: string) => levels.findIndex((level) => level.code === code);
  const upTo = (height: number, among: readonly Indicator[]) => {
    const found = among.filter(({ level }) => heightOf(level) <= height);
    return found.length > 0 ? found : among;
  };
  const upToRating = upTo(heightOf(levelCode), indicators);
  return { upToRating, foundation: upTo(levels.findIndex(needsEvidence), upToRating) };
}

/** How many indicators of a benchmark have an answer. */
export function answeredCount({ indicators }: Benchmark, answers: ReadonlyMap<string, unknown>): number {
  return indicators.filter(({ code }) => answers.has(code)).length;
}

export type BenchmarkState = 'not started' | 'under way' | 'rated';

export function stateOf(benchmark: Benchmark, { answers, ratings }: Pick<Standing, 'answers' | 'ratings'>): BenchmarkState {
  if (ratings.has(benchmark.code)) return 'rated';
  return answeredCount(benchmark, answers) > 0 ? 'under way' : 'not started';
}
