import * as z from 'zod';
import type { Organisation } from '../../kernel/access.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { markings } from '../../kernel/marking.ts';
import type { Year } from '../../kernel/year.ts';
import { notApplicable, ratingLabel, type Edition } from '../frameworks/index.ts';
import type { Findings, Result, Statement, StatementText } from './findings.ts';

const format = 'dueregard-findings-1';

const result = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('level'), level: z.string(), label: z.string() }),
  z.strictObject({ is: z.literal('not applicable'), label: z.string(), lead_body: z.string(), reason: z.string() }),
  z.strictObject({ is: z.literal('not applicable, reason not stated'), label: z.string() }),
]);
const statement = z.strictObject({ id: z.string(), benchmark: z.string().nullable(), marking: z.enum(markings), text: z.string() });

/** Findings as they were published, whole in themselves. Nobody's name is in them. */
export const publicationShape = z.strictObject({
  format: z.literal(format),
  organisation: z.strictObject({ short_name: z.string(), name: z.string() }),
  year: z.string(),
  edition: z.strictObject({ short_name: z.string(), title: z.string() }),
  origin: z.enum(['recorded', 'transcribed']),
  letter: z.strictObject({ title: z.string(), dated_on: z.string().nullable() }).nullable(),
  checked_at: z.iso.datetime().nullable(),
  published_at: z.iso.datetime(),
  outcomes: z.array(z.strictObject({ benchmark: z.string(), number: z.int(), title: z.string(), result })),
  strengths: z.array(statement),
  recommendations: z.array(statement),
});

export type Publication = z.infer<typeof publicationShape>;

export type PublicationSubject = { readonly organisation: Organisation; readonly year: Year; readonly edition: Edition; readonly now: Date };

/** The findings as they will stand for ever. @throws when a benchmark has no outcome: the rule of publication forbids it. */
export function freeze(findings: Findings, { organisation, year, edition, now }: PublicationSubject): Publication {
  const { checkedAt, letter, origin, outcomes, strengths, recommendations } = findings;
  return {
    format, year, origin,
    organisation: { short_name: organisation.shortName, name: organisation.name },
    edition: { short_name: edition.short_name, title: edition.title.en },
    letter: letter ? { title: letter.title ?? '', dated_on: letter.datedOn } : null,
    checked_at: checkedAt?.toISOString() ?? null, published_at: now.toISOString(),
    outcomes: edition.benchmarks.map(({ code, number, title }) => ({ benchmark: code, number, title: title.en, result: frozenResult(edition, outcomes.get(code)?.result) })),
    strengths: strengths.map(frozenStatement), recommendations: recommendations.map(frozenStatement),
  };
}

/** The text that is kept and hashed. */
export function frozenText(publication: Publication): string {
  return canonicalJson(publication);
}

/** @throws when the text is no publication that this version can read. */
export function readPublication(text: string): Publication {
  return publicationShape.parse(JSON.parse(text));
}

/** What was published, in the form in which the pages show findings. */
export function shownOf({ outcomes, strengths, recommendations }: Pick<Publication, 'outcomes' | 'strengths' | 'recommendations'>) {
  return {
    outcomes: new Map(outcomes.map(({ benchmark, result: frozen }) => [benchmark, { result: resultOfFrozen(frozen) }])),
    strengths: strengths.map(statementOfFrozen), recommendations: recommendations.map(statementOfFrozen),
  };
}

type FrozenResult = z.infer<typeof result>;
type FrozenStatement = z.infer<typeof statement>;

function frozenResult(edition: Edition, given: Result | undefined): FrozenResult {
  if (!given) throw new Error('a benchmark without an outcome is never frozen');
  const label = ratingLabel(edition, given.is === 'level' ? given.levelCode : notApplicable, 'en') ?? '';
  if (given.is === 'level') return { is: given.is, level: given.levelCode, label };
  return given.is === 'not applicable' ? { is: given.is, label, reason: given.reason, lead_body: given.leadBody } : { is: given.is, label };
}

function resultOfFrozen(frozen: FrozenResult): Result {
  if (frozen.is === 'level') return { is: frozen.is, levelCode: frozen.level };
  return frozen.is === 'not applicable' ? { is: frozen.is, reason: frozen.reason, leadBody: frozen.lead_body } : { is: frozen.is };
}

function frozenStatement({ id, benchmarkCode, marking, text }: Statement): FrozenStatement {
  return { id, benchmark: benchmarkCode, marking, text };
}

function statementOfFrozen({ id, benchmark, marking, text }: FrozenStatement): StatementText & { id: string } {
  return { id, benchmarkCode: benchmark, marking, text };
}
