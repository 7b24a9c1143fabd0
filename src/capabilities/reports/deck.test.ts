import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultsOf } from '../../documents/faults.ts';
import { textOf, type Block, type Document } from '../../documents/model.ts';
import { dataOf } from './data.ts';
import { deckOf } from './deck.ts';
import type { EarlierYear } from './earlier.ts';
import { county, edition, recordOf, settings, statement, told } from './report.fixture.ts';

const blocksOf = ({ sections }: Document) => sections.flatMap(({ blocks }) => blocks);
const tablesOf = (document: Document) => blocksOf(document).filter((block): block is Extract<Block, { kind: 'table' }> => block.kind === 'table');
const notesOf = (document: Document) => blocksOf(document).flatMap((block) => (block.kind === 'note' ? [block.text] : []));

test('the edition’s headings carry the body and the year', () => {
  const deck = deckOf(told(recordOf()), settings);
  assert.equal(deck.title, 'HOME OFFICE ANNUAL PREVENT DUTY ASSURANCE PROCESS 2025/26');
  assert.equal(deck.subtitle, 'Vermere Benchmarking Update 2026');
  assert.deepEqual(deck.sections.map(({ title }) => title), [
    'COUNTER TERRORISM & SECURITY ACT 2015', 'PREVENT DUTY', 'SPECIFIED AUTHORITIES', 'SUMMARY OF ASSURANCE PROCESS: STRENGTHS',
    'SUMMARY OF ASSURANCE PROCESS: RECOMMENDATIONS', 'EIGHT LOCAL AUTHORITY BENCHMARKS', 'EIGHT LOCAL AUTHORITY BENCHMARKS: AT A GLANCE',
  ]);
});

test('the outcomes come as a table with a header, then as a picture with words', () => {
  const outcomes = new Map(recordOf().findings.outcomes).set('LA1', { is: 'level', levelCode: 'exceeded' }).set('LA5', { is: 'not applicable', reason: 'One panel serves two areas', leadBody: 'The neighbour' });
  outcomes.delete('LA8');
  const deck = deckOf(told(recordOf({ outcomes })), settings);
  const [table] = tablesOf(deck);
  assert.deepEqual(table?.columns.map(({ title }) => title), ['No.', 'Benchmark', 'Delivery Outcome']);
  assert.deepEqual(table?.rows.map((row) => row.map(textOf).join(' ')), edition.benchmarks.map(({ code, number, title }) =>
    `${number} ${title.en} ${{ LA1: 'Exceeded', LA5: 'N/A', LA8: 'Not recorded yet' }[code] ?? 'Met'}`));
  const picture = blocksOf(deck).findIndex(({ kind }) => kind === 'picture');
  assert.ok(picture > blocksOf(deck).findIndex(({ kind }) => kind === 'table'));
  assert.match(JSON.stringify(blocksOf(deck)[picture]), /1 Multi Agency Partnership Group: Exceeded; 2 Local Risk Assessment: Met/);
  assert.ok(notesOf(deck).includes('5 Channel Panel: N/A. One panel serves two areas. Lead body: The neighbour.'));
});

test('self-rating and outcome stand side by side where there are self-ratings, and nowhere else', () => {
  assert.equal(tablesOf(deckOf(told(recordOf()), settings)).length, 1);
  const byBenchmark = new Map(edition.benchmarks.map(({ code }) => [code, { result: { is: 'level', levelCode: 'not_met' } as const, narrative: '' }]));
  const deck = deckOf(told(recordOf({}, { selfRatings: { submitted: false, byBenchmark } })), settings);
  assert.deepEqual(tablesOf(deck)[1]?.columns.map(({ title }) => title), ['No.', 'Benchmark', 'Self-rating', 'Delivery Outcome']);
  assert.deepEqual(tablesOf(deck)[1]?.rows[0]?.map(textOf), ['1', 'Multi Agency Partnership Group', 'Not met', 'Met']);
  assert.ok(notesOf(deck).includes('The self-ratings have not been submitted.'));
  assert.ok(notesOf(deck).some((note) => note.includes('“Not met” is a level that the others imply')));
});

test('where findings come from is said', () => {
  const letter = { title: 'The letter', marking: 'OFFICIAL' } as const;
  for (const [changes, note] of [
    [{ origin: 'recorded' }, 'Recorded by the Home Office adviser.'],
    [{ origin: 'transcribed', checked: true, letter }, 'Transcribed from “The letter”, checked by a second person.'],
    [{ origin: 'transcribed', published: false }, 'Transcribed from the Home Office’s letter, not yet checked by a second person.'],
  ] as const) assert.ok(notesOf(deckOf(told(recordOf(changes)), settings)).includes(note), note);
});

test('drafts, demonstrations and invented bodies say so on every page', () => {
  const real = { ...county, invented: false };
  const noticeOf = (published: boolean, organisation: typeof county, demonstration: boolean) => deckOf(told(recordOf({ published }, { organisation })), { ...settings, demonstration }).notice;
  assert.equal(noticeOf(true, real, false), undefined);
  assert.equal(noticeOf(false, real, false), 'Draft: not yet published.');
  assert.equal(noticeOf(true, real, true), 'Made in a demonstration.');
  assert.equal(noticeOf(true, county, false), 'Vermere is an invented county. Nothing here is about a real body.');
});

test('the edition’s own suggestions are in no output', () => {
  const about = told(recordOf({}, { evidence: [{ title: 'A plan', marking: 'OFFICIAL', indicatorCodes: edition.benchmarks.flatMap(({ indicators }) => indicators.map(({ code }) => code)) }] }), 'restricted');
  const written = JSON.stringify(deckOf(about, settings)) + dataOf(about, settings);
  const suggestions = edition.benchmarks.flatMap(({ indicators }) => indicators).filter(({ source }) => source.kind === 'none');
  assert.ok(suggestions.length > 5);
  for (const { text } of suggestions) assert.ok(!written.includes(text.en), text.en);
});

test('an edition without statute, or with one heading twice, still gives a deck without faults', () => {
  const heading = { en: 'The same' };
  const bare = { ...edition, legal_basis: [], context: [], specified_authorities: [], report: { ...edition.report, summary_heading: heading, benchmarks_heading: heading, context_heading: heading } };
  const deck = deckOf(told(recordOf({ strengths: [], recommendations: [statement('Two\nlines')] }, { edition: bare })), settings);
  assert.deepEqual(faultsOf(deck), []);
  assert.equal(deck.sections.length, new Set(deck.sections.map(({ title }) => title)).size);
});

test('years before stand beside this one, each with its own edition and scale, in one colour where the scales differ', () => {
  const other: EarlierYear = {
    year: '2024-25', published: true, edition: 'An older edition', scale: ['Below', 'In full'], counted: null,
    outcomes: [{ code: 'LA1', title: 'Partnership board', label: 'In full', levelCode: 'full' }, { code: 'OLD', title: 'An old benchmark', label: 'Below', levelCode: 'below' }],
  };
  const counted: EarlierYear = { year: '2021-22', published: false, edition: 'Colours', scale: ['Red', 'Green'], outcomes: [], counted: { counts: [{ level: 'Green', count: 7 }], source: 'A paper' } };
  const record = recordOf({}, { earlier: [counted, other] });
  const [, outcomes, scales] = tablesOf(deckOf(told(record), settings));
  assert.deepEqual(outcomes?.columns.map(({ title }) => title), ['Benchmark', '2024/25: Below, In full', '2025/26: Not met, Met, Exceeded']);
  assert.deepEqual(outcomes?.rows[0], ['Multi Agency Partnership Group', { text: 'In full (As “Partnership board”)', tone: 'neutral' }, { text: 'Met', tone: 'neutral' }]);
  assert.deepEqual(outcomes?.rows[1]?.map(textOf), ['Local Risk Assessment', 'No outcome that year', 'Met']);
  assert.deepEqual(outcomes?.rows.at(-1)?.map(textOf), ['An old benchmark', 'Below', 'Not a benchmark that year']);
  assert.deepEqual(scales?.rows.map((row) => row.map(textOf).join(' | ')), [
    '2021/22 | Colours | Red, Green | 7 Green. Source: A paper.', '2024/25 | An older edition | Below, In full | The outcome of each benchmark', `2025/26 | ${edition.title.en} | Not met, Met, Exceeded | The outcome of each benchmark`,
  ]);
  const same = { ...other, scale: ['Not met', 'Met', 'Exceeded'], outcomes: [{ code: 'LA1', title: 'Multi Agency Partnership Group', label: 'Exceeded', levelCode: 'exceeded' }] };
  assert.deepEqual(tablesOf(deckOf(told(recordOf({}, { earlier: [same] })), settings))[1]?.rows[0], ['Multi Agency Partnership Group', { text: 'Exceeded', tone: 'best' }, { text: 'Met', tone: 'good' }]);
  assert.doesNotMatch(JSON.stringify(deckOf(told(record, 'public'), settings)), /Colours|A paper/);
});
