import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ReadCell, ReadSheet } from '../../documents/reading/workbook.ts';
import { dayParts, fieldRows, matchColumns, missingFields, plainHeading, tableIn, textIn, type Field } from './rules.ts';

const fields: readonly Field[] = [
  { name: 'event', needed: true, headings: ['event', 'risk', 'risk description'] },
  { name: 'owner', needed: false, headings: ['owner', 'risk owner'] },
  { name: 'inherent', needed: true, headings: ['inherent likelihood', 'gross likelihood'] },
  { name: 'residual', needed: false, headings: ['residual likelihood', 'likelihood'] },
];
const sheet = (name: string, ...rows: ReadCell[][]): ReadSheet => ({ name, rows: rows.map((cells, at) => ({ number: at + 1, cells })) });

test('headings are compared without case, accents, signs and what stands in brackets', () => {
  for (const text of ['Risk owner', 'RISK-OWNER', ' Rïsk  Owner (role) *', 'risk_owner:']) assert.equal(plainHeading(text), 'risk owner', text);
});

test('common headings are found by themselves, each column for one field', () => {
  assert.deepEqual(matchColumns(['No', 'Risk', 'Owner', 'Likelihood'], fields, {}), { event: 1, owner: 2, residual: 3 });
  assert.deepEqual(missingFields(fields, { event: 1, owner: 2, residual: 3 }), ['inherent']);
});

test('what somebody said before comes first, may use a column twice, and may say that there is none', () => {
  const remembered = { inherent: 'Likelihood', residual: 'likelihood', owner: '' };
  assert.deepEqual(matchColumns(['Risk', 'Owner', 'Likelihood'], fields, remembered), { inherent: 2, residual: 2, event: 0 });
  assert.deepEqual(matchColumns(['Risk', 'Chance'], fields, { inherent: 'Likelihood' }), { event: 0 }, 'a heading that is gone is no match');
  assert.deepEqual(matchColumns(['Risk', 'Owner'], fields, { event: 'Our words' }), { event: 0, owner: 1 }, 'and a common one stands in for it');
});

test('the headings are the row that names the most fields, in any sheet, below titles and under merged headings', () => {
  const table = tableIn([
    sheet('Notes', ['Risk', 'this log is for the quarter']),
    sheet('Log', ['Risk log', 'Risk log', 'Risk log'], ['Risk', 'Inherent', 'Residual'], ['Risk', 'Likelihood', 'Likelihood'], ['Hall hire', '3', '2'], ['', '', '']),
  ], fields, {});
  assert.deepEqual([table?.sheet, table?.headings], ['Log', ['Risk', 'Inherent: Likelihood', 'Residual: Likelihood']]);
  const matching = matchColumns(table?.headings ?? [], fields, {});
  assert.deepEqual(matching, { event: 0, inherent: 1, residual: 2 });
  const rows = fieldRows(table ?? { rows: [] }, matching);
  assert.deepEqual(rows.map((row) => [row.number, textIn(row, 'event'), textIn(row, 'residual'), textIn(row, 'owner')]), [[4, 'Hall hire', '2', '']]);
});

test('every matching names columns that are there, and none twice unless somebody said so', () => {
  const heading = fc.constantFrom('Risk', 'risk', 'Owner', 'Likelihood', 'Gross likelihood', 'Other', '');
  fc.assert(fc.property(fc.array(heading), (headings) => {
    const columns = Object.values(matchColumns(headings, fields, {}));
    assert.equal(new Set(columns).size, columns.length);
    for (const column of columns) assert.ok(headings[column]);
  }));
});

test('a day is read as people write it', () => {
  const expected = { day: '31', month: '3', year: '2026' };
  for (const text of ['2026-3-31', '31/3/2026', '31.3.26', '31 March 2026', '31st Mar 2026', '31-Mar-26']) assert.deepEqual(dayParts(text), expected, text);
  for (const text of ['', 'soon', 'March 2026', 'Q4', '46112']) assert.equal(dayParts(text), undefined, text);
  assert.equal(dayParts('31 Foo 2026')?.month, '0');
});
