import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Organisation } from '../../kernel/access.ts';
import { markings, type Marking } from '../../kernel/marking.ts';
import { newId } from '../../kernel/id.ts';
import { usualThreshold } from '../../kernel/small-numbers.ts';
import { dayOf, quarterOf, yearOf } from '../../kernel/year.ts';
import { en } from '../../words/index.ts';
import { noLook } from '../look/index.ts';
import { parseEdition, type Edition } from '../frameworks/index.ts';
import type { Result, StatementText } from '../moderation/index.ts';
import { planSummary, type PlanSummary } from '../action-plan/index.ts';
import { noYearRisks, type YearRisks } from '../oversight/index.ts';
import type { DeckSettings } from './deck.ts';
import { anyKept, keptWithCanaries } from './kept.fixture.ts';
import { areas } from './paper-text.ts';
import type { ReportRecord } from './record.ts';
import { toldTo, type Told } from './rules.ts';

const [year, dated] = [yearOf('2025-26'), dayOf('2026-06-30')];
assert.ok(year && dated);
const day = (text: string) => dayOf(text) ?? assert.fail(text);
const quarter = (text: string) => quarterOf(text) ?? assert.fail(text);
const [due, third, fourth] = [day('2026-01-30'), quarter('2025-26-Q3'), quarter('2025-26-Q4')];

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
    organisation: county, look: noLook, year: year ?? assert.fail(), edition, selfRatings: { submitted: true, byBenchmark: new Map() }, evidence: [], amendments: [], progress: [], earlier: [], texts: [], exemptions: [], threshold: usualThreshold, riskLogs: noYearRisks, plan: null, samples: null, venues: null, channel: null,
    findings: {
      origin: 'recorded', letter: undefined, checked: false, published: true, outcomes: new Map(edition.benchmarks.map(({ code }) => [code, met])),
      strengths: [statement('The board meets every month.')], recommendations: [statement('Publish the plan.')], ...changes,
    },
    ...rest,
  };
}

/** Two districts' logs of two quarters: one late, one missing, one still to come. */
export function riskLogsOf(risks: YearRisks['risks'] = []): YearRisks {
  const line = { quarter: third, risks: 3, byLevel: { low: 2, medium: 0, high: 1, very_high: 0 }, mean: 7.5 };
  return {
    returns: {
      asAt: day('2026-06-30'), quarters: [{ quarter: third, dueOn: due, onTime: 0, due: 2 }, { quarter: fourth, dueOn: due, onTime: 0, due: 0 }],
      bodies: [
        { name: 'Vale', cells: [{ state: { is: 'late', days: 9, nil: false }, asked: 2 }, { state: { is: 'not yet due', dueOn: due }, asked: 0 }] },
        { name: 'Mere', cells: [{ state: { is: 'missing', days: 30 }, asked: 0 }, { state: { is: 'not asked' }, asked: 0 }] },
      ],
    },
    scores: { newest: { quarter: third, matrix: { likelihoods: ['a', 'b', 'c', 'd', 'e'], impacts: ['v', 'w', 'x', 'y', 'z'], mediumFrom: 5, highFrom: 10, veryHighFrom: 17 }, counts: [{ at: '3x4', risks: 2 }] }, trend: [line] },
    risks,
  };
}

/** A plan of one benchmark, with an objective and an action that is overdue. */
export function planOf(objective: { readonly text: string; readonly marking: Marking }, overdue: { readonly text: string; readonly marking: Marking }): PlanSummary {
  const action = { benchmarkCode: 'LA2', state: 'open', dueOn: day('2026-05-31'), owner: 'Vale', origin: 'risk' } as const;
  return planSummary([
    { ...action, ...overdue, objective: null, objectiveMarking: null },
    { ...action, text: 'Another action.', marking: 'OFFICIAL', state: 'closed', objective: objective.text, objectiveMarking: objective.marking, origin: 'recommendation' },
  ], day('2026-06-30')) ?? assert.fail();
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
  amendments: marked('amendment'), risks: marked('risk'), objective: marked('objective'), overdue: marked('overdue'), challenged: fc.boolean(), kept: fc.option(fc.tuple(anyMarking, anyMarking), { nil: undefined }),
  published: fc.boolean(), submitted: fc.boolean(), rated: fc.boolean(), origin: fc.constantFrom('recorded', 'transcribed'),
  texts: fc.array(fc.tuple(fc.constantFrom(...areas), anyMarking), { maxLength: 3 }),
}).map(({ strengths, recommendations, evidence, amendments, risks, objective, overdue, challenged, kept, letter, published, submitted, rated, origin, texts }) => recordOf({
  origin, published, letter: letter && { title: `letter-${letter}`, marking: letter },
  strengths: strengths.map(({ name, marking }) => statement(name, marking)), recommendations: recommendations.map(({ name, marking }) => statement(name, marking)),
}, {
  amendments: amendments.map(({ name, marking }) => ({ amendedAt: new Date('2026-04-01T10:00:00Z'), benchmarkCode: null, text: name, marking })),
  texts: texts.map(([area, marking]) => ({ area, marking, text: `text-${area}-${marking}` })),
  ...(kept ? anyKept(...kept) : {}),
  riskLogs: riskLogsOf(risks.map(({ name, marking }) => ({ body: 'Vale', theme: 'premises', summary: name, level: 'high', marking }))),
  plan: objective[0] && overdue[0] ? planOf({ text: objective[0].name, marking: objective[0].marking }, { text: overdue[0].name, marking: overdue[0].marking }) : null,
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
    ...unknown, ...record, ...keptWithCanaries(record), organisation: { ...unknown, ...record.organisation }, look: { ...unknown, ...record.look },
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
    riskLogs: {
      ...unknown, scores: record.riskLogs.scores && { ...record.riskLogs.scores, newest: { ...record.riskLogs.scores.newest, matrix: { ...record.riskLogs.scores.newest.matrix, impacts: ['canary-1', 'canary-2', 'canary-3', 'canary-4', 'canary-5'] } } },
      returns: record.riskLogs.returns && { ...unknown, ...record.riskLogs.returns, quarters: record.riskLogs.returns.quarters.map((one) => ({ ...unknown, ...one })), bodies: record.riskLogs.returns.bodies.map((one) => ({ ...one, name: 'canary-body' })) },
      risks: record.riskLogs.risks.map((one) => ({ ...unknown, ...one, ...(one.marking === 'OFFICIAL' ? {} : { summary: 'canary-risk' }) })),
    },
    plan: record.plan && { ...unknown, ...record.plan, lines: record.plan.lines.map((one) => ({ ...unknown, ...one, objective: 'canary-objective' })), overdue: record.plan.overdue.map((one) => ({ ...unknown, ...one, text: 'canary-action' })) },
    texts: [...open(record.texts).filter(({ area }) => area !== 'finance'), { area: 'finance', text: 'canary-exempt-text', marking: 'OFFICIAL' }, { area: 'legal', text: 'canary-text', ...sensitive }],
    exemptions: ['finance', exempt.strength, exempt.recommendation].map((part) => ({ ...unknown, part, paragraph: 3, reason: 'canary-exempt', openToMembers: true, until: null })),
  };
}
