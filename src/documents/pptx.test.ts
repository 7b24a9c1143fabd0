import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyDocument, holds, plainDocument, squeezed, textsOf } from './document.fixture.ts';
import type { Document } from './model.ts';
import { inSingleUnits } from './pptx-mend.ts';
import { pptx } from './pptx.ts';
import { tidy } from './tidy.ts';
import { attributes, contents, decoded, partsOf } from './xml.fixture.ts';

test('every slide begins with a title placeholder of its own title and ends with marking and number', async () => {
  const slides = slidesIn(await partsOf(await pptx(plainDocument)));
  assert.equal(slides.length, 1 + plainDocument.sections.length);
  const titles = slides.map((slide) => textIn(contents(slide, 'p:sp')[0] ?? ''));
  assert.deepEqual(titles, [plainDocument.title, ...plainDocument.sections.map((section) => section.title)]);
  for (const slide of slides) {
    const order = attributes(slide, 'p:ph', 'type');
    assert.equal(order[0], 'title');
    assert.deepEqual(order.slice(-2), ['ftr', 'sldNum']);
    assert.equal(order.filter((type) => type === 'title').length, 1);
    const names = attributes(slide, 'p:cNvPr', 'name').slice(1);
    assert.equal(new Set(names).size, names.length, names.join());
    assert.equal(names[0], 'Title');
    assert.deepEqual(names.slice(-4), ['Notice', 'Marking', 'Organisation and year', 'Slide number']);
    const ids = attributes(slide, 'p:cNvPr', 'id');
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(textIn(slide).includes(plainDocument.marking) && textIn(slide).includes(plainDocument.notice ?? '?'));
  }
});

test('a table has a header row, named rows and its caption as description; a picture its words', async () => {
  const [, , results = '', glance = ''] = slidesIn(partsOf(await pptx(plainDocument)));
  assert.deepEqual(attributes(results, 'a:tblPr', 'firstRow'), ['1']);
  assert.deepEqual(attributes(results, 'a:tblPr', 'firstCol'), ['1']);
  const [frame = ''] = contents(results, 'p:graphicFrame');
  assert.deepEqual(attributes(frame, 'p:cNvPr', 'descr'), ['Outcome of each benchmark']);
  assert.deepEqual(contents(frame, 'a:tr').map((row) => contents(row, 'a:tc').map(textIn)), [
    ['Benchmark', 'Indicators', 'Outcome'], ['Partnership group', '12', 'Exceeded'], ['Risk assessment', '9', 'Met'], ['Training', '', 'Not met'],
  ]);
  const [picture = ''] = contents(glance, 'p:pic');
  assert.deepEqual(attributes(picture, 'p:cNvPr', 'descr'), ['Outcomes. Partnership group: Exceeded; Training: Not met.']);
});

test('the file speaks the language of the document and says what it is', async () => {
  for (const language of ['en-GB', 'cy-GB'] as const) {
    const parts = partsOf(await pptx({ ...plainDocument, language }));
    const all = [...parts.values()].join('');
    assert.deepEqual([...new Set(attributes(all, 'a:rPr', 'lang'))], [language]);
    assert.ok(!all.includes('en-US'));
    const core = parts.get('docProps/core.xml') ?? '';
    assert.deepEqual(contents(core, 'dc:title'), [plainDocument.title]);
    assert.deepEqual(contents(core, 'dc:language'), [language]);
    assert.deepEqual(contents(core, 'dcterms:created'), ['2026-06-30T00:00:00Z']);
  }
});

test('every declared part is there and every part is declared; no notes', async () => {
  const parts = partsOf(await pptx(plainDocument));
  const types = parts.get('[Content_Types].xml') ?? '';
  const declared = attributes(types, 'Override', 'PartName').map((name) => name?.slice(1));
  for (const path of declared) assert.ok(path && parts.has(path), path);
  for (const path of parts.keys()) if (/\.xml$/.test(path) && path !== '[Content_Types].xml') assert.ok(declared.includes(path), path);
  assert.ok([...parts.keys()].every((path) => !path.includes('notes')));
  for (const [path, rels] of parts) {
    if (!path.endsWith('.rels')) continue;
    for (const target of attributes(rels, 'Relationship', 'Target')) {
      const found = new URL(target ?? '', `file:///${path.replace('_rels/', '')}`).pathname.slice(1);
      assert.ok(parts.has(found), `${path} names ${found}`);
    }
  }
});

test('a paragraph states its properties once, before its text', async () => {
  for (const slide of slidesIn(partsOf(await pptx(plainDocument)))) {
    for (const paragraph of contents(slide, 'a:p')) assert.ok(/^<a:pPr\b/.test(paragraph) && paragraph.match(/<a:pPr\b/g)?.length === 1, paragraph);
  }
});

test('the same document gives the same bytes on another day', async (context) => {
  const first = await pptx(plainDocument);
  context.mock.timers.enable({ apis: ['Date'], now: Date.parse('2031-01-02T03:04:05Z') });
  assert.deepEqual(await pptx(plainDocument), first);
});

test('pptxgenjs is given no character of two units, and the file holds them all', async () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assert.doesNotMatch(inSingleUnits(tidy(text)), /[\ud800-\udfff]/)));
  const emoji = '\u{1f600}\u{7b579}';
  const picture = { kind: 'picture' as const, svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 4"><rect/></svg>', alternative: emoji };
  const table = { kind: 'table' as const, caption: emoji, columns: [{ title: emoji }], rows: [[emoji], [{ text: emoji, tone: 'good' as const }]] };
  const list = { kind: 'list' as const, ordered: true, items: [{ label: emoji, text: emoji }] };
  const parts = partsOf(await pptx({ ...plainDocument, title: emoji, subtitle: emoji, organisation: emoji, notice: emoji, sections: [{ title: `One ${emoji}`, blocks: [picture, table, list] }] }));
  const [cover = '', slide = ''] = slidesIn(parts);
  assert.equal(cover.split(emoji).length - 1, 5);
  assert.equal(slide.split(emoji).length - 1, 12);
  assert.ok([...parts.values()].every((xml) => !/[\ufdd0-\ufdef\ufffd]/.test(xml)));
});

test('any document is written, with every text of it, as text', async () => {
  await fc.assert(fc.asyncProperty(anyDocument, async (document) => {
    const slides = slidesIn(partsOf(await pptx(document)));
    assert.equal(new Set(slides.map((slide) => textIn(contents(slide, 'p:sp')[0] ?? ''))).size, slides.length);
    const written = squeezed(slides.map(textIn).join(' '));
    for (const text of textsOf(document)) assert.ok(holds(written, squeezed(text)), text);
    for (const slide of slides) assert.ok(textIn(slide).includes(document.marking));
  }), { numRuns: 25, endOnFailure: true });
});

test('a document with faults is refused by name', async () => {
  const faulty: Document = { ...plainDocument, sections: [{ title: 'One', blocks: [{ kind: 'picture', svg: '<svg viewBox="0 0 1 1"></svg>', alternative: '' }] }] };
  await assert.rejects(pptx(faulty), /section 1, block 1 \(picture\) has no alternative text/);
});

function slidesIn(parts: ReadonlyMap<string, string>): readonly string[] {
  const number = (path: string) => Number(/(\d+)\.xml$/.exec(path)?.[1]);
  return [...parts].filter(([path]) => /^ppt\/slides\/slide\d+\.xml$/.test(path)).sort(([one], [other]) => number(one) - number(other)).map(([, xml]) => xml);
}

function textIn(xml: string): string {
  return decoded(contents(xml, 'a:t').join(''));
}
