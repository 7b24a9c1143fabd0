import * as z from 'zod';
import { organisationKinds } from '../../kernel/access.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { Day } from '../../kernel/year.ts';
import { isOurSuggestion } from '../frameworks/index.ts';
import { labelOf, type Told } from '../reports/index.ts';

const format = 'dueregard-public-1';

/** What everybody may read of a year, whole in itself: built by name from what the public is told. */
export const releaseShape = z.strictObject({
  format: z.literal(format),
  organisation: z.strictObject({ short_name: z.string(), name: z.string(), kind: z.enum(organisationKinds), invented: z.boolean() }),
  year: z.string(),
  released_on: z.string(),
  edition: z.strictObject({ short_name: z.string(), title: z.string() }),
  scale: z.array(z.strictObject({ label: z.string(), needs_evidence: z.boolean(), source: z.string().nullable(), inferred: z.boolean() })),
  outcomes: z.array(z.strictObject({ benchmark: z.string(), number: z.int(), title: z.string(), label: z.string() })),
  strengths: z.array(z.string()),
  recommendations: z.array(z.string()),
  /** How far the body was on the day of the release with the recommendations that it had taken up, by their place in the list. */
  progress: z.array(z.strictObject({ recommendation: z.int(), closed: z.boolean(), due_on: z.string().nullable() })),
  left_out: z.strictObject({ strengths: z.int(), recommendations: z.int() }),
  exempt: z.array(z.int()),
  small_numbers_below: z.int(),
});

export type Release = z.infer<typeof releaseShape>;

export function releaseOf({ organisation, year, edition, findings, leftOut, exempt, threshold, progress }: Told, releasedOn: Day): Release {
  return {
    format, year, released_on: releasedOn,
    organisation: { short_name: organisation.shortName, name: organisation.name, kind: organisation.kind, invented: organisation.invented },
    edition: { short_name: edition.short_name, title: edition.title.en },
    scale: edition.scale.levels.map((level) => ({
      label: level.label.en, needs_evidence: level.needs_evidence,
      source: level.source.kind === 'none' ? null : level.source.title, inferred: isOurSuggestion(level),
    })),
    outcomes: edition.benchmarks.flatMap(({ code, number, title }) => {
      const label = labelOf(edition, findings.outcomes.get(code));
      return label === undefined ? [] : [{ benchmark: code, number, title: title.en, label }];
    }),
    strengths: findings.strengths.map(({ text }) => text),
    recommendations: findings.recommendations.map(({ text }) => text),
    progress: progress.map(({ number, state, dueOn }) => ({ recommendation: number, closed: state === 'closed', due_on: dueOn })),
    left_out: { strengths: leftOut.strengths, recommendations: leftOut.recommendations },
    exempt: exempt.map(({ paragraph }) => paragraph), small_numbers_below: threshold,
  };
}

/** The text that is kept and hashed. */
export function releaseText(release: Release): string {
  return canonicalJson(release);
}

/** @throws when the text is no release that this version can read. */
export function readRelease(text: string): Release {
  return releaseShape.parse(JSON.parse(text));
}
