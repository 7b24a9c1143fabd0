import type { Audience, Marking } from '../../kernel/marking.ts';
import { highestMarking } from '../../kernel/marking.ts';
import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { ReportFindings, ReportRecord } from './record.ts';

/** What one audience is told of a record, and the marking that follows from it. */
export type Told = ReportRecord & {
  readonly audience: Audience;
  readonly marking: Marking;
  /** What was kept from this audience, so that an output can say that there is more. */
  readonly leftOut: { readonly strengths: number; readonly recommendations: number; readonly amendments: number };
};

const nothingLeftOut: Told['leftOut'] = { strengths: 0, recommendations: 0, amendments: 0 };

/** The part of a record that an audience may have; refused for the public while the findings are not published. */
export function toldTo(audience: Audience, record: ReportRecord): Outcome<Told> {
  if (audience === 'restricted') return accept(marked(audience, record));
  if (audience === 'members') return accept(marked(audience, withoutGrounds(record)));
  if (!record.findings.published) return refuse({ field: 'audience', say: ({ reports }) => reports.refused.notForPublic });
  const open = publicPart(record);
  return accept({
    ...marked(audience, open),
    leftOut: {
      strengths: record.findings.strengths.length - open.findings.strengths.length,
      recommendations: record.findings.recommendations.length - open.findings.recommendations.length,
      amendments: record.amendments.length - open.amendments.length,
    },
  });
}

/** Members see how the body and its second reader rated, not what it wrote for its adviser nor what its evidence is called. */
function withoutGrounds(record: ReportRecord): ReportRecord {
  const { submitted, byBenchmark } = record.selfRatings;
  const bare = [...byBenchmark].map(([code, { result, challenged }]) => [code, { result, narrative: '', ...(challenged ? { challenged: { levelCode: challenged.levelCode, reason: '' } } : {}) }] as const);
  return { ...record, selfRatings: { submitted, byBenchmark: new Map(bare) }, evidence: [] };
}

/** Named field by field, so that what is added to a record later stays out of the public version until somebody lets it in. */
function publicPart({ organisation, year, edition, findings, amendments }: ReportRecord): ReportRecord {
  const { origin, letter, checked, published, outcomes, strengths, recommendations } = findings;
  return {
    organisation, year, edition,
    findings: {
      origin, checked, published, outcomes,
      letter: letter?.marking === 'OFFICIAL' ? letter : undefined,
      strengths: strengths.filter(isOpen), recommendations: recommendations.filter(isOpen),
    },
    selfRatings: { submitted: false, byBenchmark: new Map() },
    evidence: [],
    amendments: amendments.filter(isOpen),
    progress: [],
  };
}

function isOpen({ marking }: { readonly marking: Marking }): boolean {
  return marking === 'OFFICIAL';
}

function marked(audience: Audience, record: ReportRecord): Told {
  const { letter, strengths, recommendations } = record.findings;
  const parts = [...strengths, ...recommendations, ...record.evidence, ...record.amendments, ...(letter ? [letter] : [])];
  return { ...record, audience, marking: highestMarking(parts.map(({ marking }) => marking)), leftOut: nothingLeftOut };
}

/** What a reader may miss in a record's outputs. */
export type Lack = { readonly is: 'unpublished' | 'strengths' | 'recommendations' | 'selfRatings' } | { readonly is: 'outcomes'; readonly missing: number };

export function lacksOf({ edition, findings, selfRatings }: ReportRecord): Lack[] {
  const missing = missingOutcomes(edition.benchmarks, findings);
  return [
    ...(findings.published ? [] : [{ is: 'unpublished' } as const]),
    ...(missing > 0 ? [{ is: 'outcomes', missing } as const] : []),
    ...(findings.strengths.length > 0 ? [] : [{ is: 'strengths' } as const]),
    ...(findings.recommendations.length > 0 ? [] : [{ is: 'recommendations' } as const]),
    ...(selfRatings.byBenchmark.size > 0 ? [] : [{ is: 'selfRatings' } as const]),
  ];
}

function missingOutcomes(benchmarks: readonly { readonly code: string }[], { outcomes }: ReportFindings): number {
  return benchmarks.filter(({ code }) => !outcomes.has(code)).length;
}

/** The names nearest to one that was mistyped, best first: those that hold it or are at most three letters away. */
export function nearNames(typed: string, names: readonly string[]): string[] {
  const wanted = typed.trim().toLowerCase().replaceAll(/[\s_]+/g, '-');
  const near = names.map((name) => ({ name, distance: wanted.length > 2 && name.includes(wanted) ? 0 : distanceBetween(wanted, name) }));
  return near.filter(({ distance }) => distance <= 3).sort((one, other) => one.distance - other.distance || (one.name < other.name ? -1 : 1)).slice(0, 3).map(({ name }) => name);
}

/** How many letters must be added, taken away or replaced to turn one word into another (Levenshtein, 1965). */
function distanceBetween(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, length) => length);
  for (const [row, letter] of [...one].entries()) {
    const line = [row + 1];
    for (const [column, match] of [...other].entries()) {
      line.push(Math.min((line[column] ?? 0) + 1, (above[column + 1] ?? 0) + 1, (above[column] ?? 0) + (letter === match ? 0 : 1)));
    }
    above = line;
  }
  return above.at(-1) ?? 0;
}
