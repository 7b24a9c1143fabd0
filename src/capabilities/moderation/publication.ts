import * as z from 'zod';
import type { Organisation } from '../../kernel/access.ts';
import { markings } from '../../kernel/marking.ts';
import type { Edition } from '../frameworks/index.ts';
import type { Findings, Statement } from './findings.ts';

const result = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('level'), levelCode: z.string() }),
  z.strictObject({ is: z.literal('not applicable'), leadBody: z.string(), reason: z.string() }),
  z.strictObject({ is: z.literal('not applicable, reason not stated') }),
]);
const statement = z.strictObject({ benchmark: z.string().nullable(), id: z.string(), marking: z.enum(markings), text: z.string() });

/** Findings as they were published. What changes here later must still read what was frozen before. */
export const publicationShape = z.strictObject({
  assessment: z.string(),
  checked_at: z.iso.datetime().nullable(),
  edition: z.string(),
  letter: z.strictObject({ dated_on: z.string(), id: z.string(), title: z.string() }).nullable(),
  organisation: z.strictObject({ name: z.string(), short_name: z.string() }),
  origin: z.enum(['recorded', 'transcribed']),
  outcomes: z.array(z.strictObject({ benchmark: z.string(), result })),
  published_at: z.iso.datetime(),
  recommendations: z.array(statement),
  strengths: z.array(statement),
  year: z.string(),
});

export type Publication = z.infer<typeof publicationShape>;

export type PublicationSubject = { readonly organisation: Organisation; readonly year: string; readonly edition: Edition; readonly now: Date };

/** The text that is frozen: JSON with its keys in order and no white space, so that the same findings give the same hash (RFC 8785). */
export function frozenText(findings: Findings, about: PublicationSubject): string {
  return JSON.stringify(inOrder(publicationOfFindings(findings, about)));
}

export function readFrozen(text: string): Publication {
  return publicationShape.parse(JSON.parse(text));
}

function publicationOfFindings(findings: Findings, { organisation, year, edition, now }: PublicationSubject): Publication {
  const { assessmentId, checkedAt, letter, origin, outcomes, strengths, recommendations } = findings;
  return {
    assessment: assessmentId, year, edition: edition.short_name, origin,
    organisation: { name: organisation.name, short_name: organisation.shortName },
    letter: letter ? { id: letter.id, title: letter.title, dated_on: letter.datedOn } : null,
    checked_at: checkedAt?.toISOString() ?? null, published_at: now.toISOString(),
    outcomes: edition.benchmarks.flatMap(({ code }) => {
      const outcome = outcomes.get(code);
      return outcome ? [{ benchmark: code, result: outcome.result }] : [];
    }),
    strengths: strengths.map(frozenStatement), recommendations: recommendations.map(frozenStatement),
  };
}

function frozenStatement({ id, benchmarkCode, marking, text }: Statement): z.infer<typeof statement> {
  return { id, benchmark: benchmarkCode, marking, text };
}

/** The same value with the keys of every object sorted, by their UTF-16 units as the standard asks. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, inOrder(part)]));
}
