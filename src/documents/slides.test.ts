import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { contrast, inkOn, readable, toneColours, white } from './colours.ts';
import { anyDocument, plainDocument } from './document.fixture.ts';
import { linesOf, widthOf } from './measure.ts';
import type { Document } from './model.ts';
import { textOf } from './model.ts';
import { coverLines } from './slide-cover.ts';
import type { Slide } from './slides.ts';
import { bottomOf, noticeTop, page, slidesOf } from './slides.ts';
import { readied } from './tidy.ts';

test('the lines of a text are the text, and none is wider than its column', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.integer({ min: 30, max: 500 }), fc.boolean(), (text, width, bold) => {
    const lines = linesOf(text, { size: 16, bold }, width);
    assert.equal(lines.join(''), text);
    for (const line of lines) assert.ok([...line].length === 1 || widthOf(line.trimEnd(), { size: 16, bold }) <= width, line);
  }));
  assert.equal(linesOf('one two three', { size: 10 }, 1000).length, 1);
  assert.ok(widthOf('WWW', { size: 10 }) > widthOf('iii', { size: 10 }));
  assert.equal(widthOf('ŵ', { size: 10 }), widthOf('w', { size: 10 }));
});

test('nothing on any slide reaches below its end, and boxes stand below each other', () => {
  fc.assert(fc.property(anyDocument, (document) => {
    const ready = readied(document);
    for (const slide of slidesOf(ready)) {
      let end = page.titleTop + slide.titleHeight;
      for (const box of slide.boxes) {
        assert.ok(box.top >= end - 0.01, `${box.kind} begins at ${box.top}, above ${end}`);
        end = box.top + box.height;
      }
      assert.ok(slide.boxes.length > 0 && end <= bottomOf(ready) + 0.01, `${slide.title} ends at ${end} of ${bottomOf(ready)}`);
    }
  }), { endOnFailure: true });
});

test('the cover ends above the notice, whatever it says', () => {
  fc.assert(fc.property(anyDocument, (document) => {
    const ready = readied(document);
    let end = 0;
    for (const line of coverLines(ready)) {
      assert.ok(line.top >= end && line.size >= 16, line.name);
      end = line.top + line.height;
    }
    assert.ok(end <= noticeTop(ready), `ends at ${end} of ${noticeTop(ready)}`);
  }), { endOnFailure: true });
});

test('a section that overflows becomes several slides that say so and together hold all of it', () => {
  const sentence = 'The district sends its log by the tenth day after the quarter. ';
  const rows = Array.from({ length: 40 }, (_, row) => [`District ${row}`, sentence.repeat(row % 3)]);
  const document: Document = { ...plainDocument, sections: [
    { title: 'Long', blocks: [{ kind: 'list', ordered: true, items: [{ label: 'Risk', text: sentence.repeat(60).trim() }, { text: 'Short.' }] }] },
    { title: 'Rows', blocks: [{ kind: 'table', caption: 'Logs', columns: [{ title: 'District', rowHeader: true }, { title: 'Remark' }], rows }] },
  ] };
  const slides = slidesOf(readied(document));
  const titled = (start: string) => slides.filter((slide) => slide.title.startsWith(start));
  const long = titled('Long');
  assert.ok(long.length > 1);
  assert.deepEqual(long.map((slide) => slide.title), long.map((_, index) => `Long (${index + 1} of ${long.length})`));
  const text = long.flatMap((slide) => slide.boxes).flatMap((box) => (box.kind === 'text' ? box.paragraphs : []));
  assert.equal(text.map((paragraph) => paragraph.lead + paragraph.text).join(''), `Risk: ${sentence.repeat(60).trim()}Short.`);
  assert.deepEqual(text.map((paragraph) => paragraph.mark).filter((mark) => mark !== 'indented'), [1, 2]);
  const tables = titled('Rows').flatMap((slide) => slide.boxes).flatMap((box) => (box.kind === 'table' ? [box] : []));
  assert.ok(tables.length > 1);
  assert.deepEqual(tables.map((table) => table.caption), ['Logs', ...tables.slice(1).map(() => 'Logs (continued)')]);
  assert.deepEqual(tables.flatMap((table) => table.rows).map((row) => textOf(row.cells[0] ?? '')), rows.map((row) => row[0]));
});

test('a row higher than a slide goes on in the next with its name, a table too wide goes on in a second', () => {
  const remark = 'Every venue is checked before it is let. '.repeat(70).trim();
  const columns = Array.from({ length: 11 }, (_, index) => ({ title: `Column ${index}`, rowHeader: index === 0 }));
  const document: Document = { ...plainDocument, sections: [
    { title: 'High', blocks: [{ kind: 'table', caption: 'High', columns: [{ title: 'Site', rowHeader: true }, { title: 'Remark' }], rows: [['Town hall', remark]] }] },
    { title: 'Wide', blocks: [{ kind: 'table', caption: 'Wide', columns, rows: [columns.map((_, index) => `cell ${index}`)] }] },
  ] };
  const slides = slidesOf(readied(document));
  const cells = (start: string) => tablesOf(slides.filter((slide) => slide.title.startsWith(start))).flatMap((table) => table.rows).map((row) => row.cells.map(textOf));
  assert.ok(cells('High').length > 1);
  assert.ok(cells('High').every(([name]) => name === 'Town hall'));
  assert.equal(cells('High').map(([, text]) => text).join(''), remark);
  assert.deepEqual(cells('Wide').map((row) => row[0]), ['cell 0', 'cell 0']);
  assert.equal(new Set(cells('Wide').flat()).size, columns.length);
});

test('no type is smaller than 16 points', () => {
  fc.assert(fc.property(anyDocument, (document) => {
    for (const slide of slidesOf(readied(document))) {
      assert.ok(slide.titleSize >= 20);
      for (const box of slide.boxes) if (box.kind === 'text') for (const paragraph of box.paragraphs) assert.ok(paragraph.size >= 16);
    }
  }), { numRuns: 15, endOnFailure: true });
});

test('colours can be read: tags at 7:1, text on any brand and brand on white at 4.5:1', () => {
  for (const { paper, ink } of Object.values(toneColours)) assert.ok(contrast(paper, ink) >= 7, `${ink} on ${paper}`);
  fc.assert(fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
    const brand = `#${number.toString(16).padStart(6, '0')}`;
    assert.ok(contrast(brand, inkOn(brand)) >= 4.5);
    assert.ok(contrast(readable(brand), white) >= 4.5);
  }));
});

function tablesOf(slides: readonly Slide[]) {
  return slides.flatMap((slide) => slide.boxes).flatMap((box) => (box.kind === 'table' ? [box] : []));
}
