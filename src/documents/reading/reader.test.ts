import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { csv, csvField } from '../csv.ts';
import { plainDocument } from '../document.fixture.ts';
import { officeWriters } from '../office-worker.ts';
import { sheetsOf } from '../sheets.ts';
import { readCsv } from './csv.ts';
import { bounds, readSheets } from './reader.ts';
import { bomb, encrypted, excelParts, openDocumentParts } from './sheets.fixture.ts';
import { FileRefused, limits, type ReadCell, type ReadSheet, type RefusedReason } from './workbook.ts';

const folder = mkdtempSync(join(tmpdir(), 'dueregard-sheets-'));
after(() => rmSync(folder, { recursive: true }));

let files = 0;

function read(name: string, bytes: Uint8Array | string): Promise<readonly ReadSheet[]> {
  const path = join(folder, `${files += 1}`);
  writeFileSync(path, bytes);
  return readSheets(path, name);
}

const cells = (sheets: readonly ReadSheet[]) => sheets.map(({ rows }) => rows.map(({ number, cells: all }) => [number, ...all]));
const excel = (...from: Parameters<typeof excelParts>) => zipSync(excelParts(...from));
const table = (rows: string, name = 'Risks') => `<table:table table:name="${name}">${rows}</table:table>`;
const refusedFor = (reason: RefusedReason) => (error: unknown) => error instanceof FileRefused && error.reason === reason;

/** The greatest resident size (MiB) of our child processes, and of ourselves beyond now, while something is done. */
async function watched<T>(work: () => Promise<T>): Promise<{ child: number; grown: number; milliseconds: number; result: T }> {
  const [before, begun] = [process.memoryUsage.rss(), performance.now()];
  let [child, own] = [0, before];
  const timer = setInterval(() => {
    own = Math.max(own, process.memoryUsage.rss());
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      try {
        const status = readFileSync(`/proc/${pid}/status`, 'utf8');
        if (new RegExp(`^PPid:\\s+${process.pid}$`, 'm').test(status)) child = Math.max(child, Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024);
      } catch { /* It has ended meanwhile. */ }
    }
  }, 15);
  const result = await work().finally(() => clearInterval(timer));
  return { child, grown: (own - before) / 1024 / 1024, milliseconds: performance.now() - begun, result };
}

test('what we write ourselves is read as it was, in every format', async () => {
  const expected = sheetsOf(plainDocument).map(({ name, above, columns, rows }) => ({ name, lines: [...above.map((line) => [line]), columns.map(({ title }) => title), ...rows.map((row) => [...row])] }));
  for (const format of ['xlsx', 'ods'] as const) {
    const sheets = await read(`report.${format}`, await officeWriters[format](plainDocument));
    assert.deepEqual(sheets.map(({ name }) => name), expected.map(({ name }) => name));
    for (const [at, { rows }] of sheets.entries()) {
      assert.deepEqual(rows.map((row) => row.cells.join('|').replace(/\|+$/, '')), expected[at]?.lines.map((line) => line.join('|').replace(/\|+$/, '')), format);
    }
  }
  assert.equal((await read('report.csv', csv(plainDocument)))[0]?.rows.length, csv(plainDocument).trim().split('\r\n').length);
});

test('Excel: strings, numbers, days of both calendars, truths, and formulas by what they last showed', async () => {
  const styles = '<numFmts><numFmt numFmtId="164" formatCode="[Red]dd\\.mm\\.yyyy"/><numFmt numFmtId="165" formatCode="0.0&quot; days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>';
  const rows = '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><r><t>rich </t></r><r><t>&amp; plain</t></r><rPh><t>aid</t></rPh></is></c></row>'
    + '<row><c><v>3</v></c><c><v>0.10000000000000001</v></c><c s="1"><v>46112</v></c><c s="2"><v>46112.75</v></c><c s="3"><v>46112</v></c><c s="1"><v>59</v></c><c s="1"><v>60</v></c><c t="b"><v>1</v></c></row>'
    + '<row r="7"><c r="A7" t="str"><f>A1&amp;"x"</f><v>shown</v></c><c r="B7"><f>1+1</f><v>2</v></c><c r="C7"><f>NOW()</f></c><c r="D7" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E7" t="s"><v>1</v></c></row>';
  const given = { rows, styles, strings: ['Risk', '=1+1_x000D_'] };
  const fault = (kind: 'formula' | 'error'): ReadCell => ({ fault: kind });
  assert.deepEqual(cells(await read('a.xlsx', excel(given))), [[
    [2, 'Risk', '', 'rich & plain'],
    [3, '3', '0.1', '2026-03-31', '2026-03-31', '46112', '1900-02-28', '60', 'TRUE'],
    [7, 'shown', '2', fault('formula'), fault('error'), '=1+1\n'],
  ]]);
  const later = cells(await read('a.xlsx', excel({ ...given, book: '<workbookPr date1904="1"/>' })));
  assert.equal(later[0]?.[1]?.[3], '2030-04-01');
});

test('OpenDocument: rows to repeat, repeats, days, notes and formulas', async () => {
  const text = (words: string, more = '') => `<table:table-cell office:value-type="string"${more}><text:p>${words}</text:p></table:table-cell>`;
  const sheet = table(`<table:table-header-rows><table:table-row>${text('Risk<text:s text:c="2"/>A<text:line-break/>B')}<table:table-cell office:value-type="string"><office:annotation><text:p>a note</text:p></office:annotation><text:p>Owner</text:p><text:p>Role</text:p></table:table-cell></table:table-row></table:table-header-rows>`
    + `<table:table-row table:number-rows-repeated="2">${text('same')}<table:table-cell table:number-columns-repeated="3" office:value-type="float" office:value="4"><text:p>4.0</text:p></table:table-cell></table:table-row>`
    + '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    + '<table:table-row><table:table-cell office:value-type="date" office:date-value="2026-03-31T10:00:00"><text:p>31/03/26</text:p></table:table-cell><table:table-cell table:formula="of:=1/0" office:value-type="string"><text:p>#DIV/0!</text:p></table:table-cell><table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell></table:table-row>');
  const hidden = '<office:automatic-styles><style:style style:name="h"><style:table-properties table:display="false"/></style:style></office:automatic-styles>' + table(`<table:table-row>${text('hidden')}</table:table-row>`, 'H').replace('table:name', 'table:style-name="h" table:name');
  assert.deepEqual(cells(await read('a.ods', zipSync(openDocumentParts(hidden + sheet)))), [[
    [1, 'Risk  A\nB', 'Owner\nRole'], [2, 'same', '4', '4', '4'], [3, 'same', '4', '4', '4'], [1_048_004, '2026-03-31', { fault: 'error' }, '2'],
  ]]);
});

test('text files: Windows-1252 with semicolons, UTF-16, a mark, quotes, our own apostrophe', async () => {
  const lines = 'Risk;Cause\r\n"One; two";"said ""no"""\r\nCaf\u00e9 \u2019n\u2019 bar;\'=1+1\r\n\r\n;"two\nlines"';
  const expected = [[[1, 'Risk', 'Cause'], [2, 'One; two', 'said "no"'], [3, 'Café ’n’ bar', '=1+1'], [5, '', 'two\nlines']]];
  const utf16 = Buffer.from(`\ufeff${lines.replaceAll(';', '\t').replace('One\t', 'One;')}`, 'utf16le');
  const encodings = {
    'windows-1252': Buffer.from(lines.replaceAll('\u2019', '\u0092'), 'latin1'), 'utf-8': Buffer.from(lines), 'utf-8 with a mark': Buffer.from(`\ufeff${lines}`),
    'utf-16 little end first': utf16, 'utf-16 big end first': Buffer.from(utf16).swap16(), 'utf-16 without a mark': utf16.subarray(2), 'with its separator told': Buffer.from(`sep=;\r\n${lines}`),
  };
  for (const [name, bytes] of Object.entries(encodings)) {
    const shift = name.startsWith('with its') ? 1 : 0;
    assert.deepEqual(cells(await read('a.csv', bytes)), expected.map((rows) => rows.map(([number, ...rest]) => [Number(number) + shift, ...rest])), name);
  }
});

test('any text goes out in a table of text and comes back as it was', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^['=+\-@]{1,3}\w*$/)).filter((one) => !/[\0-\x08\x0b-\x1f\ufffe\uffff]/.test(one) && one.isWellFormed());
  fc.assert(fc.property(text, text, (one, other) => {
    const back = readCsv(Buffer.from(`\ufeffHeading,Other\r\n${csvField(one)},${csvField(other)}x`))[0]?.rows.find(({ number }) => number === 2)?.cells ?? [];
    assert.deepEqual([back[0] ?? '', back[1]], [one, `${other}x`]);
  }));
});

test('what looks like it tells of one person does not come out', async () => {
  assert.deepEqual(cells(await read('a.csv', 'Risk,Owner\nHall hire,jo.field@example.gov.uk\nNHS 943 476 5919,Coordinator\n')), [[
    [1, 'Risk', 'Owner'], [2, 'Hall hire', { fault: 'personal' }], [3, { fault: 'personal' }, 'Coordinator'],
  ]]);
});

test('merged headings stand over each of their columns, and a merged cell for each of its rows', async () => {
  const text = (words: string) => `<c t="inlineStr"><is><t>${words}</t></is></c>`;
  const rows = `<row r="1">${text('Risk log')}</row><row r="2">${text('Risk')}${text('Inherent')}<c/><c/></row><row r="3"><c/>${text('Likelihood')}${text('Impact')}</row><row r="4">${text('Places')}${text('3')}${text('4')}</row><row r="5"><c/>${text('2')}${text('2')}</row>`;
  const after = '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:C2"/><mergeCell ref="A4:A5"/></mergeCells>';
  assert.deepEqual(cells(await read('a.xlsx', excel({ rows, after }))), [[
    [1, 'Risk log', 'Risk log', 'Risk log'], [2, 'Risk', 'Inherent', 'Inherent', ''], [3, 'Risk', 'Likelihood', 'Impact'], [4, 'Places', '3', '4'], [5, 'Places', '2', '2'],
  ]].map((sheet) => sheet.map((row) => (row[0] === 2 ? row.slice(0, 4) : row))));
});

test('a stray cell a million rows down and at the last column is noted and does no harm', async () => {
  const cell = (at: string) => `<c r="${at}" t="inlineStr"><is><t>x</t></is></c>`;
  const { child, result } = await watched(() => read('a.xlsx', excel({ rows: `<row r="1">${cell('A1')}</row><row r="1048576">${cell('XFD1048576')}</row>` })));
  assert.deepEqual(result, [{ name: 'Risks', beyond: 'XFD1048576', rows: [{ number: 1, cells: ['x'] }] }]);
  assert.ok(child < 256, `${child} MiB`);
  const far = '<table:table-row><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell><table:table-cell table:number-columns-repeated="1000000"/><table:table-cell office:value-type="string"><text:p>far</text:p></table:table-cell></table:table-row>';
  assert.deepEqual(cells(await read('a.ods', zipSync(openDocumentParts(table(far))))), [[[1, 'x']]]);
});

const zipBomb = (declared: number) => bomb(excelParts({ rows: '' }), 'xl/worksheets/sheet1.xml', 1_500_000_000, declared);
const doctype = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
const row = '<row r="1"><c t="inlineStr"><is><t>Risk</t></is></c></row>';
const withPart = (path: string, xml: string) => zipSync({ ...excelParts({ rows: row }), [path]: strToU8(xml) });
const compound = (inside: string) => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(inside, 'utf16le'), Buffer.alloc(600)]);

const hostile: readonly (readonly [what: string, name: string, bytes: () => Uint8Array | string, RefusedReason])[] = [
  ['1.5 MB that unpacks to 1.5 GB', 'a.xlsx', () => zipBomb(1_500_000_000), 'expands'],
  ['the same, whose directory says that it is small', 'a.xlsx', () => zipBomb(2000), 'expands'],
  ['an OpenDocument file that unpacks to 1.5 GB', 'a.ods', () => bomb(openDocumentParts(''), 'content.xml', 1_500_000_000, 2000), 'expands'],
  ['a document type with an entity', 'a.xlsx', () => withPart('xl/worksheets/sheet1.xml', `${doctype}<worksheet/>`), 'doctype'],
  ['a document type in the strings', 'a.xlsx', () => withPart('xl/sharedStrings.xml', `${doctype}<sst><si><t>&x;</t></si></sst>`), 'doctype'],
  ['a document type in OpenDocument', 'a.ods', () => zipSync(openDocumentParts('', { 'content.xml': strToU8(`${doctype}<a>&x;</a>`) })), 'doctype'],
  ['an entity without a document type', 'a.xlsx', () => withPart('xl/sharedStrings.xml', '<sst><si><t>&lol;</t></si></sst>'), 'damaged'],
  ['a macro workbook by its name', 'a.xlsm', () => excel({ rows: row }), 'macros'],
  ['a macro workbook under another name', 'a.xlsx', () => withPart('xl/vbaProject.bin', 'code'), 'macros'],
  ['an OpenDocument file with macros', 'a.ods', () => zipSync(openDocumentParts('', { 'Basic/Standard/Module1.xml': strToU8('<a/>') })), 'macros'],
  ['a workbook with a password', 'a.xlsx', () => compound('EncryptedPackage'), 'protected'],
  ['an OpenDocument file with a password', 'a.ods', () => zipSync(openDocumentParts('', { 'META-INF/manifest.xml': strToU8('<manifest:encryption-data/>') })), 'protected'],
  ['a zip file with a password', 'a.xlsx', () => encrypted(excelParts({ rows: row }), 'xl/workbook.xml'), 'protected'],
  ['an old workbook', 'a.xls', () => compound('Workbook'), 'old'],
  ['an old workbook under a new name', 'a.xlsx', () => compound('Workbook'), 'old'],
  ['text that is named a workbook', 'a.xlsx', () => 'Risk,Cause\n', 'other kind'],
  ['a workbook that is named a table of text', 'a.csv', () => excel({ rows: row }), 'other kind'],
  ['an OpenDocument file that is named a workbook', 'a.xlsx', () => zipSync(openDocumentParts('')), 'other kind'],
  ['a workbook that is named OpenDocument', 'a.ods', () => excel({ rows: row }), 'other kind'],
  ['a page of the web', 'a.csv', () => '<!doctype html><table></table>', 'other kind'],
  ['a paper', 'a.pdf', () => '%PDF-1.7', 'kind'],
  ['a file that was cut off', 'a.xlsx', () => excel({ rows: row }).subarray(0, 500), 'damaged'],
  ['a sheet that was cut off', 'a.xlsx', () => withPart('xl/worksheets/sheet1.xml', '<worksheet><sheetData><row'), 'damaged'],
  ['more rows than any log', 'a.csv', () => 'x\n'.repeat(limits.rows + 1), 'too many rows'],
  ['rows that repeat a million times', 'a.ods', () => zipSync(openDocumentParts(table('<table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="float" office:value="1"/></table:table-row>'))), 'too many rows'],
  ['15 million cells that repeat', 'a.ods', () => zipSync(openDocumentParts(table(`<table:table-row table:number-rows-repeated="9999"><table:table-cell table:number-columns-repeated="256" office:value-type="string"><text:p>${'x'.repeat(500)}</text:p></table:table-cell></table:table-row>`))), 'too much'],
  ['spaces without number', 'a.ods', () => zipSync(openDocumentParts(table(`<table:table-row><table:table-cell office:value-type="string"><text:p>${'<text:s text:c="900000000"/>'.repeat(5000)}</text:p></table:table-cell></table:table-row>`))), 'too much'],
  ['a file larger than may be sent', 'a.csv', () => Buffer.alloc(limits.fileBytes + 1, 'x,\n'), 'too large'],
  ['an empty table', 'a.csv', () => '\r\n\r\n', 'empty'],
];

for (const [what, name, bytes, reason] of hostile) {
  test(`${what} is refused: ${reason}`, async () => {
    const { child, grown, milliseconds } = await watched(() => assert.rejects(read(name, bytes()), refusedFor(reason)));
    assert.ok(child < 256 && milliseconds < bounds.time, `${child} MiB in ${milliseconds} ms, ourselves ${grown} MiB`);
  });
}

// How long the whole page takes is measured by npm run prove: here other tests have the machine too.
test('5,000 rows of thirteen columns are read within the bounds', async () => {
  const rows = Array.from({ length: 5001 }, (_, at) => Array.from({ length: 13 }, (__, column) => `Row ${at}, what stands in column ${column}: “a sentence” of usual length`));
  const bytes = await writeXlsx({ sheets: [{ name: 'Risks', rows }] });
  const { child, milliseconds, grown, result } = await watched(() => read('a.xlsx', bytes));
  assert.deepEqual(result[0]?.rows.map(({ cells: all }) => all), rows);
  assert.ok(child < 256 && milliseconds < bounds.time, `${child} MiB in ${milliseconds} ms; ourselves ${grown} MiB`);
});
