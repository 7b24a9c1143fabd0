import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { dayOf } from '../../kernel/year.ts';
import { parseEdition, type Edition } from '../frameworks/index.ts';
import { benchmarkRows, readCounts, readDocument, type YearColumn } from './rules.ts';

const editionOf = (file: string): Edition => {
  const read = parseEdition(readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8'));
  assert.ok(read.accepted, file);
  return read.value;
};
const colours = editionOf('frameworks/local-authority-2021-22.yaml');
const invented = editionOf('demo/editions/invented-2024-25.yaml');
const shipped = editionOf('frameworks/local-authority-2025-26.yaml');
const today = dayOf('2026-03-02');
assert.ok(today);

test('the red, amber and green edition tells its scale and no heading', () => {
  assert.deepEqual(colours.scale.levels.map(({ label }) => label.en), ['Red', 'Amber', 'Green']);
  assert.deepEqual(colours.benchmarks, []);
});

test('counts need a year that has begun, a level and a source', () => {
  const good = { year: '2021-22', source: 'Committee paper', counts: { green: '7', amber: '3' } };
  const read = readCounts(colours, good, today);
  assert.deepEqual(read, { accepted: true, value: { year: '2021-22', source: 'Committee paper', counts: [{ levelCode: 'amber', benchmarks: 3 }, { levelCode: 'green', benchmarks: 7 }] } });
  const faults: [Partial<typeof good>, string][] = [
    [{ year: '2021' }, 'year'], [{ year: '2026-27' }, 'year'], [{ source: ' ' }, 'source'], [{ source: 'x'.repeat(501) }, 'source'], [{ source: 'a\nb' }, 'source'],
    [{ counts: { green: 'seven', amber: '3' } }, 'count-green'], [{ counts: { green: '-1', amber: '3' } }, 'count-green'], [{ counts: { green: '0', amber: '' } }, 'count-red'],
  ];
  for (const [fault, field] of faults) {
    const refused = readCounts(colours, { ...good, ...fault }, today);
    assert.ok(!refused.accepted, JSON.stringify(fault));
    assert.deepEqual(refused.refusals.map((refusal) => refusal.field), [field], JSON.stringify(fault));
  }
});

test('a level of another scale is no count', () => {
  const read = readCounts(colours, { year: '2021-22', source: 'Paper', counts: { met: '7' } }, today);
  assert.ok(!read.accepted);
});

test('a document says what it is and where it comes from', () => {
  assert.ok(readDocument({ kind: 'letter', source: 'The shared drive' }).accepted);
  for (const [kind, source, field] of [['poster', 'x', 'kind'], ['plan', '', 'source']] as const) {
    const read = readDocument({ kind, source });
    assert.deepEqual(read.accepted ? [] : read.refusals.map((refusal) => refusal.field), [field]);
  }
});

test('the rows are the benchmarks of the latest year, then those that only earlier years had', () => {
  const column = (year: string, edition: Edition): YearColumn => ({ year, edition, is: 'by benchmark', outcomes: new Map(), published: true });
  const [first] = invented.benchmarks;
  assert.ok(first);
  const older = { ...invented, benchmarks: [...invented.benchmarks, { ...first, code: 'OLD', title: { en: 'An old one' } }] };
  const rows = benchmarkRows([column('2024-25', older), column('2025-26', shipped)]);
  assert.deepEqual(rows.map(({ code }) => code), ['LA1', 'LA2', 'LA3', 'LA4', 'LA5', 'LA6', 'LA7', 'LA8', 'OLD']);
  const school = benchmarkRows([column('2024-25', { ...older, sector: 'schools' }), column('2025-26', shipped)]);
  assert.equal(school.length, shipped.benchmarks.length + older.benchmarks.length, 'a benchmark of another sector is another');
});
