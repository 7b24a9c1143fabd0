import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { audiences } from '../../kernel/marking.ts';
import { en } from '../../words/index.ts';
import { dataOf } from './data.ts';
import { deckOf } from './deck.ts';
import { mixesMarked } from './leaks.fixture.ts';
import { paperOf } from './paper.ts';
import { anyRecord, recordOf, settings, statement, told } from './report.fixture.ts';
import type { ReportRecord } from './record.ts';
import { lacksOf, nearNames, toldTo, type Told } from './rules.ts';

/** All that leaves for an audience, as text. */
const outputs = (about: Told) => JSON.stringify([deckOf(about, settings), paperOf(about, settings)]) + dataOf(about, settings);

const inPublic = ({ findings: { strengths, recommendations, letter }, amendments, riskLogs: { risks }, channel }: ReportRecord) => {
  const open = [...strengths, ...recommendations, ...amendments, ...risks.map(({ summary, marking }) => ({ text: summary, marking })), ...(channel?.is === 'here' ? channel.offices.map(({ role }) => ({ text: role, marking: channel.marking })) : [])].filter(({ marking }) => marking === 'OFFICIAL').map(({ text }) => text);
  return letter?.marking === 'OFFICIAL' ? [...open, letter.title] : open;
};

test('of any mix of markings the public gets what is OFFICIAL and allowed, and nothing else', () => {
  fc.assert(fc.property(anyRecord, (record) => {
    const outcome = toldTo('public', record);
    assert.equal(outcome.accepted, record.findings.published);
    if (!outcome.accepted) return;
    const written = outputs(outcome.value);
    assert.equal(outcome.value.marking, 'OFFICIAL');
    const allowed = new Set(inPublic(record));
    const canaries = written.match(/(?:strength|recommendation|evidence|amendment|risk|objective|overdue|repeat|office)-\d-[A-Z-]+|letter-[A-Z-]+|(?:narrative|own-reason|own-lead|challenge|reply)-\w+/g) ?? [];
    for (const canary of canaries) assert.ok(allowed.has(canary), canary);
    for (const text of record.findings.recommendations.map((each) => each.text)) assert.equal(written.includes(text), allowed.has(text), text);
  }), { numRuns: 300 });
});

test('no output is marked lower than anything in it', () => assert.ok(mixesMarked(300) > 30));

test('members get no narrative and no title of evidence; the restricted version has both', () => {
  fc.assert(fc.property(anyRecord, (record) => {
    assert.doesNotMatch(outputs(told(record, 'members')), /narrative-|evidence-\d|challenge-|reply-/);
    const restricted = outputs(told(record, 'restricted'));
    for (const { title } of record.evidence) assert.ok(restricted.includes(title), title);
    for (const { narrative } of record.selfRatings.byBenchmark.values()) assert.ok(restricted.includes(narrative), narrative);
  }), { numRuns: 100 });
});

test('amendments are the first that is read, and the public version counts those that it leaves out', () => {
  const amendment = (text: string, marking: 'OFFICIAL' | 'OFFICIAL-SENSITIVE') => ({ amendedAt: new Date('2026-04-01T10:00:00Z'), benchmarkCode: 'LA1', text, marking });
  const record = recordOf({}, { amendments: [amendment('Six meetings, not five.', 'OFFICIAL'), amendment('Kept apart.', 'OFFICIAL-SENSITIVE')] });
  for (const audience of audiences) assert.equal(deckOf(told(record, audience), settings).sections[0]?.title, 'Amended since submission', audience);
  const open = JSON.stringify(deckOf(told(record, 'public'), settings).sections[0]);
  assert.ok(open.includes('1 April 2026. Concerns 1. Multi Agency') && open.includes('Six meetings, not five.') && open.includes('1 amendment is not for this audience') && !open.includes('Kept apart.'), open);
  assert.ok(outputs(told(record, 'members')).includes('Kept apart.'));
});

test('the public version says how much is not in it', () => {
  const record = recordOf({ recommendations: [statement('Open.'), statement('Kept.', 'OFFICIAL-SENSITIVE')], strengths: [statement('One.', 'OFFICIAL-SENSITIVE'), statement('Two.', 'OFFICIAL-SENSITIVE')] });
  const written = outputs(told(record, 'public'));
  assert.ok(written.includes('1 recommendation is not in this public version.'));
  assert.ok(written.includes('2 strengths are not in this public version.'));
  assert.ok(!outputs(told(record, 'members')).includes('not in this public version'));
});

test('what is not published is not for the public, and the sentence says what to do', () => {
  const outcome = toldTo('public', recordOf({ published: false }));
  assert.ok(!outcome.accepted);
  assert.match(outcome.refusals[0]?.say(en) ?? '', /have not been published.*Publish them first/);
});

test('what a record does not hold yet is said', () => {
  assert.deepEqual(lacksOf(recordOf()), [{ is: 'selfRatings' }]);
  assert.deepEqual(lacksOf(recordOf({ published: false, outcomes: new Map(), strengths: [], recommendations: [] })), [
    { is: 'unpublished' }, { is: 'outcomes', missing: 8 }, { is: 'strengths' }, { is: 'recommendations' }, { is: 'selfRatings' },
  ]);
});

test('a mistyped name finds the names near it', () => {
  const names = ['blaby', 'charnwood', 'hinckley-and-bosworth', 'leicester', 'leicestershire', 'north-west-leicestershire', 'rutland'];
  for (const [typed, near] of [
    ['leicestershir', ['leicestershire', 'north-west-leicestershire']], ['Hinckley', ['hinckley-and-bosworth']], ['bosworth', ['hinckley-and-bosworth']],
    ['rutlnad', ['rutland']], ['Leicester ', ['leicester', 'leicestershire', 'north-west-leicestershire']], ['hampshire', []],
  ] as const) assert.deepEqual(nearNames(typed, names), near, typed);
});
