import * as z from 'zod';
import type { Organisation } from '../../kernel/access.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { Id } from '../../kernel/id.ts';
import { highestMarking, markings } from '../../kernel/marking.ts';
import { dayOf, yearOf, type Day, type Year } from '../../kernel/year.ts';
import type { Fact } from '../../platform/fact.ts';
import type { Words } from '../../words/index.ts';
import type { EvidenceItem } from '../evidence/index.ts';
import { isOurSuggestion, levelOf, notApplicable, ratingLabel, type Benchmark, type Indicator, type PublishedEdition } from '../frameworks/index.ts';
import { answerStatuses, type Answer, type Rating } from './rules.ts';
import type { Challenge } from './rules-second.ts';
import type { Signature } from './second-store.ts';

const day = z.string().transform((text, context): Day => dayOf(text) ?? refused(context, text));
const year = z.string().transform((text, context): Year => yearOf(text) ?? refused(context, text));

const fact = z.strictObject({ indicator: z.string().nullable(), text: z.string(), rule: z.string(), as_at: day });

const indicator = z.strictObject({
  code: z.string(),
  level: z.string(),
  obligation: z.string(),
  /** Null for our own suggestion: what is ours never leaves the organisation, its answer does. */
  text: z.string().nullable(),
  official: z.boolean(),
  answer: z.strictObject({ status: z.enum(answerStatuses), note: z.string() }).nullable(),
  evidence: z.array(z.string()),
});

const rating = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('level'), level: z.string(), label: z.string(), inferred: z.boolean(), narrative: z.string() }),
  z.strictObject({ is: z.literal('not applicable'), label: z.string(), reason: z.string(), lead_body: z.string(), narrative: z.string() }),
]);

const challenge = z.strictObject({
  /** Null for "not applicable". */
  level: z.string().nullable(), label: z.string(),
  /** The self-rating that was challenged. */
  self_rating: z.string(),
  reason: z.string(), challenged_by: z.string().nullable(), challenged_at: z.iso.datetime(),
  reply: z.strictObject({ kept: z.boolean(), reason: z.string(), replied_at: z.iso.datetime() }).nullable(),
});

const benchmark = z.strictObject({ code: z.string(), number: z.int(), title: z.string(), rating, challenges: z.array(challenge), indicators: z.array(indicator), facts: z.array(fact) });

const evidence = z.strictObject({
  id: z.string(), kind: z.enum(['file', 'link']), title: z.string(), url: z.string().nullable(), file_name: z.string().nullable(), sha256: z.string().nullable(),
  owner_role: z.string(), dated_on: day.nullable(), expires_on: day.nullable(), marking: z.enum(markings), indicators: z.array(z.string()),
});

/** What a submission holds, whole in itself: it can be read without any other record. Nobody's name is in it. */
export const frozenShape = z.strictObject({
  format: z.literal('dueregard-submission-2'),
  organisation: z.strictObject({ short_name: z.string(), name: z.string() }),
  year,
  marking: z.enum(markings),
  /** Counts of people below this are left out of the year's outputs. */
  small_numbers_below: z.int(),
  submitted_at: z.iso.datetime(),
  submitted_by: z.string().nullable(),
  /** Who signed, and the hash of the state that was signed, as the database computes it. */
  signed_off: z.strictObject({ at: z.iso.datetime(), by: z.string().nullable(), state_sha256: z.string() }),
  edition: z.strictObject({ short_name: z.string(), title: z.string(), publisher: z.string(), content_sha256: z.string() }),
  benchmarks: z.array(benchmark),
  evidence: z.array(evidence),
});

export type Frozen = z.infer<typeof frozenShape>;
export type FrozenBenchmark = Frozen['benchmarks'][number];
export type FrozenChallenge = FrozenBenchmark['challenges'][number];
export type FrozenEvidence = Frozen['evidence'][number];

export type ToFreeze = {
  readonly organisation: Organisation;
  readonly year: Year;
  readonly edition: PublishedEdition;
  readonly answers: ReadonlyMap<string, Answer>;
  readonly ratings: ReadonlyMap<string, Rating>;
  readonly challenges: readonly Challenge[];
  readonly signature: Signature;
  readonly evidence: readonly EvidenceItem[];
  readonly facts: ReadonlyMap<string, readonly Fact[]>;
  readonly threshold: number;
  readonly personId: Id | null;
  readonly now: Date;
  readonly words: Words;
};

/** The submission as it will stand for ever. @throws when a benchmark has no rating: the rule of submission forbids it. */
export function freeze(whole: ToFreeze): Frozen {
  const { organisation, edition } = whole;
  return {
    format: 'dueregard-submission-2',
    organisation: { short_name: organisation.shortName, name: organisation.name },
    year: whole.year,
    marking: highestMarking(whole.evidence.map(({ marking }) => marking)),
    small_numbers_below: whole.threshold,
    submitted_at: whole.now.toISOString(),
    submitted_by: whole.personId,
    signed_off: { at: whole.signature.at.toISOString(), by: whole.signature.personId, state_sha256: whole.signature.stateSha256 },
    edition: { short_name: edition.short_name, title: edition.title.en, publisher: edition.publisher.en, content_sha256: edition.contentSha256 },
    benchmarks: edition.benchmarks.map((one) => freezeBenchmark(whole, one)),
    evidence: whole.evidence.map((item) => ({
      id: item.id, kind: item.kind, title: item.title, url: item.url, file_name: item.fileName, sha256: item.sha256, owner_role: item.ownerRole,
      dated_on: item.datedOn, expires_on: item.expiresOn, marking: item.marking, indicators: [...item.indicatorCodes],
    })),
  };
}

/** The text that is kept and hashed. */
export function frozenText(frozen: Frozen): string {
  return canonicalJson(frozen);
}

/** @throws when the text is no submission that this version can read. */
export function readFrozen(text: string): Frozen {
  return frozenShape.parse(JSON.parse(text));
}

function freezeBenchmark(whole: ToFreeze, { code, number, title, indicators }: Benchmark): FrozenBenchmark {
  const { edition, ratings, facts, words } = whole;
  const labelOf = (levelCode: string | null) => ratingLabel(edition, levelCode ?? notApplicable, 'en') ?? '';
  return {
    code, number, title: title.en,
    rating: freezeRating(edition, ratings.get(code)),
    challenges: whole.challenges.filter(({ benchmarkCode }) => benchmarkCode === code).map(({ levelCode, selfLevelCode, reason, personId, at, reply }) => ({
      level: levelCode, label: labelOf(levelCode), self_rating: labelOf(selfLevelCode), reason, challenged_by: personId, challenged_at: at.toISOString(),
      reply: reply ? { kept: reply.kept, reason: reply.reason, replied_at: reply.at.toISOString() } : null,
    })),
    indicators: indicators.map((one) => freezeIndicator(whole, one)),
    facts: (facts.get(code) ?? []).map(({ concerns, say, rule, asAt }) => ({
      indicator: 'indicator' in concerns ? concerns.indicator : null, text: say(words), rule: rule(words), as_at: asAt,
    })),
  };
}

function freezeRating(edition: PublishedEdition, given: Rating | undefined): FrozenBenchmark['rating'] {
  if (!given) throw new Error('a benchmark without a rating is never frozen');
  const { verdict, narrative } = given;
  if (verdict.is === 'level') {
    const level = levelOf(edition, verdict.levelCode);
    if (!level) throw new Error(`the edition has no level ${verdict.levelCode}`);
    return { is: 'level', level: level.code, label: level.label.en, inferred: isOurSuggestion(level), narrative };
  }
  return { is: 'not applicable', label: ratingLabel(edition, notApplicable, 'en') ?? '', reason: verdict.reason, lead_body: verdict.leadBody, narrative };
}

function freezeIndicator({ answers, evidence: items }: ToFreeze, given: Indicator): FrozenBenchmark['indicators'][number] {
  const { code, level, obligation, text, official } = given;
  const answer = answers.get(code);
  return {
    code, level, obligation, official, text: isOurSuggestion(given) ? null : text.en,
    answer: answer ? { status: answer.status, note: answer.note } : null,
    evidence: items.filter(({ indicatorCodes }) => indicatorCodes.includes(code)).map(({ id }) => id),
  };
}

function refused(context: z.RefinementCtx, input: string): never {
  context.issues.push({ code: 'custom', input });
  return z.NEVER;
}
