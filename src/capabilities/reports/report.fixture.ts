import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Organisation } from '../../kernel/access.ts';
import { markings } from '../../kernel/marking.ts';
import { newId } from '../../kernel/id.ts';
import { usualThreshold } from '../../kernel/small-numbers.ts';
import { dayOf, yearOf } from '../../kernel/year.ts';
import { en } from '../../words/index.ts';
import { noLook } from '../look/index.ts';
import { parseEdition, type Edition } from '../frameworks/index.ts';
import type { Result, StatementText } from '../moderation/index.ts';
import type { DeckSettings } from './deck.ts';
import { areas } from './paper-text.ts';
import type { ReportRecord } from './record.ts';
import { toldTo, type Told } from './rules.ts';

const [year, dated] = [yearOf('2025-26'), dayOf('2026-06-30')];
assert.ok(year && dated);

export const settings: DeckSettings = { words: en, dated, demonstration: false };

export const edition: Edition = (() => {
  const parsed = parseEdition(readFileSync(new URL('../../../frameworks/local-authority-2025-26.yaml', import.meta.url), 'utf8'));
  assert.ok(parsed.accepted);
  return parsed.value;
})();

export const county: Organisation = { id: newId(), shortName: 'vermere', name: 'Vermere', kind: 'county', invented: true };

const met: Result = { is: 'level', levelCode: 'met' };

/** A published year of an invented county, with what a test changes of it. */
export function recordOf(changes: Partial<ReportRecord['findings']> = {}, rest: Partial<ReportRecord> = {}): ReportRecord {
  return {
    organisation: county, look: noLook, year: year ?? assert.fail(), edition, selfRatings: { submitted: true, byBenchmark: new Map() }, evidence: [], amendments: [], progress: [], earlier: [], texts: [], exemptions: [], threshold: usualThreshold,
    findings: {
      origin: 'recorded', letter: undefined, checked: false, published: true, outcomes: new Map(edition.benchmarks.map(({ code }) => [code, met])),
      strengths: [statement('The board meets every month.')], recommendations: [statement('Publish the plan.')], ...changes,
    },
    ...rest,
  };
}

export function statement(text: string, marking: StatementText['marking'] = 'OFFICIAL'): StatementText {
  return { text, marking, benchmarkCode: null };
}

export function told(record: ReportRecord, audience: Told['audience'] = 'members'): Told {
  const outcome = toldTo(audience, record);
  assert.ok(outcome.accepted);
  return outcome.value;
}

const anyMarking = fc.constantFrom(...markings);
const marked = (name: string) => fc.array(anyMarking, { maxLength: 4 }).map((list) => list.map((marking, at) => ({ marking, name: `${name}-${at}-${marking}` })));

/** A record with a text of its own in every field that a person fills, so that a test can follow where it goes. */
export const anyRecord: fc.Arbitrary<ReportRecord> = fc.record({
  strengths: marked('strength'), recommendations: marked('recommendation'), evidence: marked('evidence'), letter: fc.option(anyMarking, { nil: undefined }),
  amendments: marked('amendment'), challenged: fc.boolean(),
  published: fc.boolean(), submitted: fc.boolean(), rated: fc.boolean(), origin: fc.constantFrom('recorded', 'transcribed'),
  texts: fc.array(fc.tuple(fc.constantFrom(...areas), anyMarking), { maxLength: 3 }),
}).map(({ strengths, recommendations, evidence, amendments, challenged, letter, published, submitted, rated, origin, texts }) => recordOf({
  origin, published, letter: letter && { title: `letter-${letter}`, marking: letter },
  strengths: strengths.map(({ name, marking }) => statement(name, marking)), recommendations: recommendations.map(({ name, marking }) => statement(name, marking)),
}, {
  amendments: amendments.map(({ name, marking }) => ({ amendedAt: new Date('2026-04-01T10:00:00Z'), benchmarkCode: null, text: name, marking })),
  texts: texts.map(([area, marking]) => ({ area, marking, text: `text-${area}-${marking}` })),
  evidence: evidence.map(({ name, marking }) => ({ title: name, marking, indicatorCodes: ['LA1.m1'] })),
  selfRatings: {
    submitted,
    byBenchmark: new Map(rated ? edition.benchmarks.map(({ code }) => [code, { result: { is: 'not applicable', reason: `own-reason-${code}`, leadBody: `own-lead-${code}` }, narrative: `narrative-${code}`,
      ...(challenged ? { challenged: { levelCode: null, reason: `challenge-${code}`, reply: { kept: true, reason: `reply-${code}` } } } : {}) }]) : []),
  },
}));

/** The same record, with a text that nobody may read in every field that the public is not told, and in fields that nobody has thought of yet. */
export function withCanaries(record: ReportRecord): ReportRecord {
  const unknown = { added_later: 'canary-unknown' };
  const sensitive = { marking: 'OFFICIAL-SENSITIVE' } as const;
  const open = <Of extends { readonly marking: string }>(list: readonly Of[]) => list.filter(({ marking }) => marking === 'OFFICIAL').map((one) => ({ ...unknown, ...one }));
  const { findings, selfRatings } = record;
  const exempt = { strength: newId(), recommendation: newId() };
  const recommendations = [...open(findings.recommendations), { ...statement('canary-exempt-recommendation'), id: exempt.recommendation }, statement('canary-recommendation', sensitive.marking)];
  return {
    ...unknown, ...record, organisation: { ...unknown, ...record.organisation }, look: { ...unknown, ...record.look },
    findings: {
      ...unknown, ...findings, recommendations, letter: { title: 'canary-letter', ...sensitive, ...unknown },
      strengths: [...open(findings.strengths), { ...statement('canary-exempt-strength'), id: exempt.strength }, statement('canary-strength', sensitive.marking)],
    },
    selfRatings: { ...selfRatings, byBenchmark: new Map(edition.benchmarks.map(({ code }) => [code, {
      result: { is: 'not applicable', reason: 'canary-reason', leadBody: 'canary-lead' }, narrative: 'canary-narrative',
      challenged: { levelCode: null, reason: 'canary-challenge', reply: { kept: true, reason: 'canary-reply' } },
    }])) },
    evidence: [...record.evidence, { ...sensitive, indicatorCodes: ['LA1.m1'] }].map((one) => ({ ...unknown, ...one, title: 'canary-evidence' })),
    amendments: [...open(record.amendments), { ...unknown, ...sensitive, amendedAt: new Date('2026-04-01T10:00:00Z'), benchmarkCode: 'LA1', text: 'canary-amendment' }],
    progress: recommendations.map((_, at) => ({ ...unknown, number: at + 1, state: 'open', dueOn: at < recommendations.length - 2 ? '2027-01-31' : 'canary-day' })),
    earlier: [...record.earlier.map((one) => ({ ...unknown, ...one })), { ...unknown, year: '2020-21', published: false, edition: 'canary-edition', scale: ['canary-scale'], outcomes: [], counted: { source: 'canary-source', counts: [{ level: 'canary-level', count: 1 }] } }],
    texts: [...open(record.texts).filter(({ area }) => area !== 'finance'), { area: 'finance', text: 'canary-exempt-text', marking: 'OFFICIAL' }, { area: 'legal', text: 'canary-text', ...sensitive }],
    exemptions: ['finance', exempt.strength, exempt.recommendation].map((part) => ({ ...unknown, part, paragraph: 3, reason: 'canary-exempt', openToMembers: true, until: null })),
  };
}
