import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { plainDocument } from './document.fixture.ts';
import type { Audience } from '../kernel/marking.ts';
import type { Table } from './model.ts';
import { textOf } from './model.ts';
import { formats, type Format } from './formats.ts';
import { withoutSmallNumbers } from './small-numbers.ts';

const hidden = 'hidden';

/** A table of counts with its sums, and beside each total its share of the whole. */
function tableOf(counts: readonly (readonly number[])[]): Table {
  const width = counts[0]?.length ?? 0;
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  const whole = sum(counts.map(sum));
  const line = (name: string, row: readonly number[]) => [name, ...row.map(String), String(sum(row)), `${whole === 0 ? 0 : Math.round((sum(row) / whole) * 100)}%`];
  return {
    kind: 'table', caption: 'Counts', columns: [{ title: 'Sector' }, ...Array.from({ length: width }, (_, at) => ({ title: `Q${at + 1}` })), { title: 'All' }, { title: 'Share' }],
    rows: [...counts.map((row, at) => line(`Row ${at}`, row)), line('All', Array.from({ length: width }, (_, at) => sum(counts.map((row) => row[at] ?? 0))))],
    people: { columns: Array.from({ length: width + 1 }, (_, at) => at + 1), totalRow: true, totalColumn: width + 1, shares: { [width + 2]: width + 1 } },
  };
}

function published(table: Table, threshold: number, audience: Audience = 'public'): readonly (readonly string[])[] {
  const [section] = withoutSmallNumbers({ ...plainDocument, audience, sections: [{ title: 'Counts', blocks: [table] }] }, threshold, hidden).sections;
  const [block] = section?.blocks ?? [];
  assert.ok(block?.kind === 'table');
  return block.rows.map((row) => row.map(textOf));
}

test('no small count leaves, and no sum that is shown has a hidden part', () => {
  const tables = fc.integer({ min: 1, max: 5 }).chain((width) => fc.array(fc.array(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 300 })), { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));
  fc.assert(fc.property(tables, fc.integer({ min: 5, max: 20 }), (counts, threshold) => {
    const width = counts[0]?.length ?? 0;
    const rows = published(tableOf(counts), threshold);
    const body = rows.slice(0, -1);
    for (const row of rows) for (const cell of row.slice(1, width + 2)) assert.ok(cell === hidden || Number(cell) >= threshold, cell);
    for (const row of rows) if (row[width + 1] !== hidden) assert.ok(row.slice(1, width + 1).every((cell) => cell !== hidden), 'a row whose sum is shown is shown');
    for (let column = 1; column <= width + 1; column += 1) if (rows.at(-1)?.[column] !== hidden) assert.ok(body.every((row) => row[column] !== hidden), 'so is a column');
    for (const row of rows) assert.equal(row[width + 2] === hidden, row[width + 1] === hidden, 'a share is hidden with its count');
    // What is left takes part in no equation with a hidden cell: so the grand total is shown only where everything is.
    if (rows.at(-1)?.[width + 1] !== hidden) assert.ok(rows.flat().every((cell) => cell !== hidden));
  }), { numRuns: 1000 });
});

test('what is large enough is shown as it is, and restricted readers see all', () => {
  const table = tableOf([[12, 30], [3, 40]]);
  assert.deepEqual(published(table, 10), [['Row 0', '12', '30', '42', '49%'], ['Row 1', hidden, '40', hidden, hidden], ['All', hidden, '70', hidden, hidden]]);
  assert.deepEqual(published(table, 10, 'members'), published(table, 10));
  assert.deepEqual(published(table, 10, 'restricted'), table.rows);
  assert.deepEqual(published(tableOf([[12, 30], [31, 40]]), 10), tableOf([[12, 30], [31, 40]]).rows);
});

test('a cell that is no figure is hidden rather than guessed, and a threshold below 5 is refused', () => {
  const table: Table = { kind: 'table', caption: 'Counts', columns: [{ title: 'What' }, { title: 'Count' }], rows: [['a', 'about 12'], ['b', '1,200']], people: { columns: [1], totalRow: false } };
  assert.deepEqual(published(table, 10), [['a', hidden], ['b', '1,200']]);
  assert.throws(() => published(table, 4), /below 5/);
});

test('no format holds what was hidden', async () => {
  const table = { ...tableOf([[7, 1234], [2345, 3456]]), caption: 'Counts of people' };
  const safe = withoutSmallNumbers({ ...plainDocument, audience: 'public', sections: [{ title: 'Counts', blocks: [table] }] }, 10, hidden);
  assert.ok(!JSON.stringify(safe).includes('"7"') && !JSON.stringify(safe).includes('1241'), 'neither the count nor the sum that would give it away');
  for (const format of ['csv', 'html'] as const satisfies readonly Format[]) {
    const text = Buffer.from(await formats[format].write(safe)).toString();
    assert.ok(text.includes('3456') && !text.includes('1241') && !text.includes('2352'), format);
  }
});
