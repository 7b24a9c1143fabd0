import type { Organisation } from '../../kernel/access.ts';
import type { Audience, Marking } from '../../kernel/marking.ts';
import { highestMarking } from '../../kernel/marking.ts';
import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import { withoutObjectives } from '../action-plan/index.ts';
import { publicChannel } from '../channel/index.ts';
import { publicSamples, withoutSmallSamples } from '../dip-sampling/index.ts';
import type { Look } from '../look/index.ts';
import { noYearRisks, type YearReturns, type YearRisks } from '../oversight/index.ts';
import { hasSmallRefusals, publicVenues, withoutSmallRefusals } from '../venue-hire/index.ts';
import type { EarlierYear } from './earlier.ts';
import { exemptible, type Exemption, type PaperText, type PartCode } from './paper-text.ts';
import type { ReportAmendment, ReportFindings, ReportRecord, ReportStatement } from './record.ts';

/** What one audience is told of a record, and the marking that follows from it. */
export type Told = Omit<ReportRecord, 'exemptions'> & {
  readonly audience: Audience;
  readonly marking: Marking;
  /** What was kept from this audience because of its marking, so that an output can say that there is more. */
  readonly leftOut: LeftOut;
  /** What a line stands for, instead of the part itself. */
  readonly exempt: readonly ExemptPart[];
};

export type LeftOut = { readonly strengths: number; readonly recommendations: number; readonly amendments: number; readonly texts: number; readonly risks: number };

/** A part that is kept from an audience: as a whole, or one strength or recommendation of it. */
export type ExemptPart = { readonly part: PartCode; readonly paragraph: number };

/** All that the public may be told, by name: what is added to a record later stays out until somebody adds its name here. */
export const publicFields = {
  organisation: ['id', 'shortName', 'name', 'kind', 'invented'],
  look: ['colour', 'logo', 'template'],
  earlier: ['year', 'published', 'edition', 'scale', 'outcomes', 'counted'],
  findings: ['origin', 'checked', 'published', 'outcomes'],
  letter: ['title', 'marking'],
  statement: ['text', 'benchmarkCode', 'marking'],
  text: ['area', 'text', 'marking'],
  amendment: ['amendedAt', 'benchmarkCode', 'text', 'marking'],
  progress: ['number', 'state', 'dueOn'],
  quarter: ['quarter', 'dueOn', 'onTime', 'due'],
  risk: ['body', 'theme', 'summary', 'level', 'marking'],
} as const satisfies {
  organisation: readonly (keyof Organisation)[]; look: readonly (keyof Look)[]; earlier: readonly (keyof EarlierYear)[]; findings: readonly (keyof ReportFindings)[]; letter: readonly (keyof NonNullable<ReportFindings['letter']>)[];
  statement: readonly (keyof ReportStatement)[]; text: readonly (keyof PaperText)[]; amendment: readonly (keyof ReportAmendment)[]; progress: readonly (keyof ReportRecord['progress'][number])[];
  quarter: readonly (keyof YearReturns['quarters'][number])[]; risk: readonly (keyof YearRisks['risks'][number])[];
};

const nothingLeftOut: LeftOut = { strengths: 0, recommendations: 0, amendments: 0, texts: 0, risks: 0 };

/** The part of a record that an audience may have; refused for the public while the findings are not published. */
export function toldTo(audience: Audience, record: ReportRecord): Outcome<Told> {
  if (audience === 'restricted') return accept(marked(audience, record, []));
  const held = record.exemptions.filter(({ openToMembers }) => audience === 'public' || !openToMembers);
  const open = withoutExempt(record, new Set(held.map(({ part }) => part)));
  const exempt = held.flatMap((exemption) => exemptPart(record, exemption));
  if (audience === 'members') return accept(marked(audience, withoutSmallNumbers(withoutGrounds(open)), exempt));
  if (!record.findings.published) return refuse({ field: 'audience', say: ({ reports }) => reports.refused.notForPublic });
  const told = publicPart(open);
  return accept({
    ...marked(audience, told, exempt),
    leftOut: {
      strengths: open.findings.strengths.length - told.findings.strengths.length,
      recommendations: open.findings.recommendations.length - told.findings.recommendations.length,
      texts: open.texts.length - told.texts.length,
      amendments: open.amendments.length - told.amendments.length,
      risks: open.riskLogs.risks.length - told.riskLogs.risks.length,
    },
  });
}

function withoutExempt(record: ReportRecord, held: ReadonlySet<string>): ReportRecord {
  const { findings, selfRatings, texts, riskLogs, plan, samples, venues, channel } = record;
  const open = (kind: 'strengths' | 'recommendations') => (held.has(kind) ? [] : findings[kind].filter(({ id }) => id === undefined || !held.has(id)));
  const recommendations = open('recommendations');
  return {
    ...record, progress: progressOf(record, recommendations),
    findings: { ...findings, strengths: open('strengths'), recommendations },
    selfRatings: held.has('self_ratings') ? { submitted: selfRatings.submitted, byBenchmark: new Map() } : selfRatings,
    texts: texts.filter(({ area }) => !held.has(area)),
    riskLogs: { ...(held.has('risk_logs') ? noYearRisks : riskLogs), risks: held.has('risks') ? [] : riskLogs.risks },
    plan: held.has('plan') ? null : plan, samples: held.has('dip_samples') ? null : samples, venues: held.has('venues') ? null : venues, channel: held.has('channel') ? null : channel,
  };
}

/** How far the body is with the recommendations that are told, by their place among those. */
function progressOf({ findings, progress }: Pick<ReportRecord, 'findings' | 'progress'>, told: readonly ReportStatement[]): ReportRecord['progress'] {
  return progress.flatMap((one) => {
    const at = told.findIndex((statement) => statement === findings.recommendations[one.number - 1]);
    return at === -1 ? [] : [{ ...one, number: at + 1 }];
  });
}

/** What the line stands for; nothing where the statement that was exempt has since been taken away. */
function exemptPart({ findings }: ReportRecord, { part, paragraph }: Exemption): ExemptPart[] {
  const whole = exemptible.find((code) => code === part);
  if (whole) return [{ part: whole, paragraph }];
  return (['strengths', 'recommendations'] as const).filter((kind) => findings[kind].some(({ id }) => id === part)).map((kind) => ({ part: kind, paragraph }));
}

/** Members see how the body and its second reader rated, not what it wrote for its adviser nor what its evidence is called. */
function withoutGrounds(record: ReportRecord): ReportRecord {
  const { submitted, byBenchmark } = record.selfRatings;
  const bare = [...byBenchmark].map(([code, { result, challenged }]) => [code, { result, narrative: '', ...(challenged ? { challenged: { levelCode: challenged.levelCode, reason: '' } } : {}) }] as const);
  return { ...record, selfRatings: { submitted, byBenchmark: new Map(bare) }, evidence: [] };
}

/** Counts of referrals and refusals that are small stay with restricted readers. */
function withoutSmallNumbers(record: ReportRecord): ReportRecord {
  const { samples, venues, threshold } = record;
  return { ...record, samples: samples && withoutSmallSamples(samples, threshold), venues: venues && withoutSmallRefusals(venues, threshold) };
}

function publicPart({ organisation, look, year, edition, earlier, findings, texts, amendments, threshold, progress, riskLogs, plan, samples, venues, channel }: ReportRecord): ReportRecord {
  const { letter, strengths } = findings;
  const recommendations = findings.recommendations.filter(isOpen);
  return {
    organisation: named(organisation, publicFields.organisation), look: named(look, publicFields.look), year, edition,
    earlier: earlier.filter(({ published }) => published).map((one) => named(one, publicFields.earlier)),
    findings: {
      ...named(findings, publicFields.findings),
      letter: letter && isOpen(letter) ? named(letter, publicFields.letter) : undefined,
      strengths: strengths.filter(isOpen).map((statement) => named(statement, publicFields.statement)),
      recommendations: recommendations.map((statement) => named(statement, publicFields.statement)),
    },
    selfRatings: { submitted: false, byBenchmark: new Map() },
    evidence: [], exemptions: [],
    texts: texts.filter(isOpen).map((text) => named(text, publicFields.text)),
    amendments: amendments.filter(isOpen).map((amendment) => named(amendment, publicFields.amendment)),
    progress: progressOf({ findings, progress }, recommendations).map((one) => named(one, publicFields.progress)), threshold,
    riskLogs: publicRisks(riskLogs), plan: plan && withoutObjectives(plan),
    samples: samples && publicSamples(samples, threshold), venues: venues && publicVenues(venues, threshold), channel: channel && publicChannel(channel),
  };
}

/** How many came on time, not which; no scores; and of the risks those that are marked OFFICIAL, in the words that are meant for the public. */
function publicRisks({ returns, risks }: YearRisks): YearRisks {
  return {
    returns: returns && { asAt: returns.asAt, quarters: returns.quarters.map((one) => named(one, publicFields.quarter)), bodies: [] },
    scores: null, risks: risks.filter(isOpen).map((one) => named(one, publicFields.risk)),
  };
}

/** The fields of a record that are named, and no other. */
function named<Of extends object, Name extends keyof Of>(record: Of, names: readonly Name[]): Pick<Of, Name> {
  const pairs = names.map((name) => [name, record[name]] as const);
  return Object.fromEntries(pairs) as Pick<Of, Name>;
}

function isOpen({ marking }: { readonly marking: Marking }): boolean {
  return marking === 'OFFICIAL';
}

function marked(audience: Audience, { exemptions: _, ...record }: ReportRecord, exempt: readonly ExemptPart[]): Told {
  const { findings: { letter, strengths, recommendations }, samples, venues, channel, threshold } = record;
  const counted: Marking = venues?.numbers && audience === 'restricted' && hasSmallRefusals(venues.numbers, threshold) ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL';
  const kept = [...(samples?.exercises ?? []), ...(channel ? [channel] : []), { marking: counted }];
  const parts = [...kept, ...strengths, ...recommendations, ...record.evidence, ...record.amendments, ...record.texts, ...record.riskLogs.risks, ...(record.plan ? [...record.plan.lines, ...record.plan.overdue] : []), ...(letter ? [letter] : [])];
  return { ...record, audience, exempt, marking: highestMarking(parts.map(({ marking }) => marking)), leftOut: nothingLeftOut };
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
