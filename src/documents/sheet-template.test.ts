import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { plainDocument } from './document.fixture.ts';
import { writeSheetTemplate } from './formats.ts';
import { readSheets } from './reading/reader.ts';
import { sheetTemplateFormats, type SheetTemplate } from './sheet-template.ts';
import { attributes, contents, partsOf } from './xml.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'dueregard-template-'));
after(() => rmSync(folder, { recursive: true }));

const template: SheetTemplate = {
  about: plainDocument, name: 'Risks', blankRows: 2,
  columns: [
    { title: 'Identifier', is: 'hidden', width: 10 }, { title: 'Number', is: 'locked', width: 8 }, { title: 'Risk', is: 'free', width: 60 },
    { title: 'Theme', is: 'free', width: 20, choices: ['Halls, hired', 'Say "no"', 'Online & on site'] },
  ],
  rows: [['id-1', '1', '=1+1', 'Halls, hired'], ['id-2', '2', 'Two\nlines', '']],
};

test('a template comes back as it went out, in both formats', async () => {
  for (const format of sheetTemplateFormats) {
    const path = join(folder, `template.${format}`);
    writeFileSync(path, await writeSheetTemplate(format, template));
    const [first, second] = await readSheets(path, path);
    assert.deepEqual([first?.name, second?.name], ['Risks', 'About'], format);
    assert.deepEqual(first?.rows.map(({ cells }) => cells.filter((_, at) => at < 4)), [
      [plainDocument.marking], [plainDocument.title], ['Identifier', 'Number', 'Risk', 'Theme'], ['id-1', '1', '=1+1', 'Halls, hired'], ['id-2', '2', 'Two\nlines'],
    ], format);
  }
});

test('headings are locked, choices are drop-downs, identifiers are out of sight', async () => {
  const excel = partsOf(await writeSheetTemplate('xlsx', template));
  const sheet = excel.get('xl/worksheets/sheet1.xml') ?? '';
  assert.deepEqual(attributes(sheet, 'sheetProtection', 'sheet'), ['1']);
  assert.deepEqual(attributes(sheet, 'col', 'hidden'), ['true', undefined, undefined, undefined]);
  assert.deepEqual([attributes(sheet, 'dataValidation', 'sqref'), contents(sheet, 'formula1')], [['D4:D7'], ['Lists!$D$1:$D$3']]);
  assert.deepEqual(attributes(excel.get('xl/workbook.xml') ?? '', 'sheet', 'state').at(-1), 'hidden');
  assert.match(excel.get('xl/styles.xml') ?? '', /<protection locked="0"/);
  assert.doesNotMatch(sheet, /<f[ >]/);

  const open = partsOf(await writeSheetTemplate('ods', template)).get('content.xml') ?? '';
  assert.deepEqual(attributes(open, 'table:table', 'table:protected'), ['true', undefined, undefined, undefined].slice(0, attributes(open, 'table:table', 'table:protected').length));
  assert.deepEqual(attributes(open, 'table:table-column', 'table:visibility').slice(0, 4), ['collapse', undefined, undefined, undefined]);
  assert.deepEqual(attributes(open, 'table:content-validation', 'table:condition'), ['of:cell-content-is-in-list("Halls, hired";"Say ""no""";"Online & on site")']);
  const cells = attributes(open, 'table:table-cell', 'table:style-name');
  assert.equal(cells.filter((style) => style === 'Free').length, 8, 'two columns of four rows');
});
