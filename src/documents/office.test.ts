import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { csv, csvField } from './csv.ts';
import { anyDocument, holds, plainDocument, squeezed, textsOf } from './document.fixture.ts';
import { formats, type Format } from './formats.ts';
import type { Document } from './model.ts';
import { officeWriters, type OfficeFormat } from './office-worker.ts';
import { sheetsOf } from './sheets.ts';
import { attributes, contents, decoded, partsOf } from './xml.fixture.ts';

const zipFormats: readonly OfficeFormat[] = ['docx', 'odt', 'odp', 'xlsx', 'ods'];
const written = async (format: OfficeFormat, document: Document) => partsOf(await officeWriters[format](document));
/** The words of a part: tags away, and what an end of a line or a cell parts. */
const wordsIn = (xml: string) => decoded(xml.replace(/<text:s text:c="\d+"\/>/g, ' ').replace(/<[^>]*>/g, ' '));
const furniture = { docx: /^word\/(header|footer)\d\.xml$/, odt: /^styles\.xml$/, odp: /^content\.xml$/, xlsx: /^xl\/worksheets\/sheet\d+\.xml$/, ods: /^styles\.xml$/ };

test('any document is written in every format, with every text of it, as text', async () => {
  for (const format of zipFormats) {
    await fc.assert(fc.asyncProperty(anyDocument, async (document) => {
      const all = squeezed([...(await written(format, document)).values()].map(wordsIn).join(' '));
      for (const text of textsOf(document)) assert.ok(holds(all, squeezed(text)), `${format}: ${text}`);
    }), { numRuns: 12, endOnFailure: true });
  }
});

test('the marking stands in what every page, slide and sheet repeats', async () => {
  for (const format of ['docx', 'odt', 'xlsx', 'ods'] as const) {
    const parts = [...await written(format, plainDocument)].filter(([path]) => furniture[format].test(path));
    assert.ok(parts.length > 0, format);
    for (const [path, xml] of parts) assert.ok(wordsIn(xml).includes(plainDocument.marking), `${format} ${path}`);
  }
  const slides = contents((await written('odp', plainDocument)).get('content.xml') ?? '', 'draw:page');
  assert.equal(slides.length, 1 + plainDocument.sections.length);
  for (const slide of slides) assert.ok(wordsIn(slide).includes(plainDocument.marking) && wordsIn(slide).includes(plainDocument.notice ?? '?') && slide.includes('<text:page-number>'));
  for (const sheet of sheetsOf(plainDocument)) assert.deepEqual(sheet.above.slice(0, 2), [plainDocument.marking, plainDocument.notice]);
  for (const line of csv(plainDocument).trim().split('\r\n').slice(1)) assert.ok(line.startsWith(plainDocument.marking), line);
});

test('pages are numbered, headings are headings, tables have header rows, pictures have words', async () => {
  const word = await written('docx', plainDocument);
  const body = word.get('word/document.xml') ?? '';
  assert.deepEqual(attributes(body, 'w:pStyle', 'w:val').filter((style) => style === 'Title' || style === 'Heading1'), ['Title', ...plainDocument.sections.map(() => 'Heading1')]);
  assert.equal(attributes(body, 'w:tblHeader', 'w:val').length, 1);
  assert.deepEqual(attributes(body, 'w:tblLook', 'w:firstRow'), ['true']);
  assert.deepEqual(attributes(body, 'wp:docPr', 'descr'), ['Outcomes. Partnership group: Exceeded; Training: Not met.']);
  assert.match([...word].find(([path]) => /footer\d\.xml$/.test(path))?.[1] ?? '', /PAGE<.*NUMPAGES</s);

  const text = await written('odt', plainDocument);
  const content = text.get('content.xml') ?? '';
  assert.deepEqual(contents(content, 'text:h').map(decoded), plainDocument.sections.map(({ title }) => title));
  assert.equal(contents(contents(content, 'table:table-header-rows')[0] ?? '', 'table:table-cell').length, 3);
  assert.deepEqual(contents(content, 'svg:desc').map(decoded), ['Outcomes. Partnership group: Exceeded; Training: Not met.']);
  assert.match(text.get('styles.xml') ?? '', /<text:page-number[^>]*>.*<text:page-count>/);

  const slides = (await written('odp', plainDocument)).get('content.xml') ?? '';
  assert.equal(attributes(slides, 'draw:frame', 'presentation:class').filter((kind) => kind === 'title').length, 1 + plainDocument.sections.length);
  assert.deepEqual(attributes(slides, 'table:table', 'table:use-first-row-styles'), ['true']);
  assert.deepEqual(contents(slides, 'svg:desc').map(decoded), ['Outcome of each benchmark', 'Outcomes. Partnership group: Exceeded; Training: Not met.']);
});

test('contents are a field of the program’s own, written already: each heading once, in order, with a link to it', async () => {
  const titles = plainDocument.sections.map(({ title }) => title);
  const paper: Document = { ...plainDocument, contents: true };
  const body = (await written('docx', paper)).get('word/document.xml') ?? '';
  const [index = ''] = contents(body, 'w:sdtContent');
  assert.match(index, /<w:instrText xml:space="preserve">TOC [^<]*\\n &quot;1-1&quot;/);
  assert.deepEqual(contents(index, 'w:hyperlink').map((link) => decoded(contents(link, 'w:t').join(''))), titles);
  assert.deepEqual(attributes(index, 'w:hyperlink', 'w:anchor'), attributes(body, 'w:bookmarkStart', 'w:name'));
  assert.deepEqual(await officeWriters.docx(paper), await officeWriters.docx(paper));
  const text = (await written('odt', paper)).get('content.xml') ?? '';
  const [list = ''] = contents(text, 'text:index-body');
  assert.deepEqual(contents(list, 'text:a').map(decoded), titles);
  assert.deepEqual(attributes(list, 'text:a', 'xlink:href'), attributes(text, 'text:bookmark', 'text:name').map((name) => `#${name}`));
  for (const format of ['docx', 'odt'] as const) assert.doesNotMatch([...await written(format, plainDocument)].map(([, xml]) => xml).join(''), /TOC \\|table-of-content /, format);
});

test('a printed sheet says above what it is marked and its notice, and below whose it is and its number', async () => {
  const sheets = [...await written('xlsx', plainDocument)].filter(([path]) => path.startsWith('xl/worksheets/'));
  for (const [path, xml] of sheets) {
    const [head = '', foot = ''] = [...contents(xml, 'oddHeader'), ...contents(xml, 'oddFooter')].map(decoded);
    assert.ok(head.includes(plainDocument.marking) && head.includes(plainDocument.notice ?? '?'), path);
    assert.ok(foot.includes('&P') && foot.includes(plainDocument.marking) && foot.includes(plainDocument.organisation), path);
  }
  const long = await written('xlsx', { ...plainDocument, notice: '9 & '.repeat(50).trim() });
  for (const [path, xml] of long) for (const head of contents(xml, 'oddHeader')) assert.ok(decoded(head).length <= 255, path);
  const styles = (await written('ods', plainDocument)).get('styles.xml') ?? '';
  assert.ok(contents(styles, 'style:header').every((head) => head.includes(plainDocument.marking) && head.includes(plainDocument.notice ?? '?')));
  assert.ok(contents(styles, 'style:footer').every((foot) => foot.includes(plainDocument.marking) && foot.includes('<text:page-number>')));
});

test('every file speaks the language of the document, and names no person', async () => {
  for (const language of ['en-GB', 'cy-GB'] as const) {
    for (const format of zipFormats) {
      const parts = await written(format, { ...plainDocument, language });
      const all = [...parts.values()].join('');
      assert.ok(all.includes(`>${language}<`), `${format} ${language}`);
      assert.ok(!/en-US|Un-named|xmldom|hucre|docx/i.test([...parts].filter(([path]) => /docProps|meta\.xml/.test(path)).map(([, xml]) => xml).join('')), format);
    }
  }
});

test('every part that is declared is there, and the kind of an OpenDocument file stands first, uncompressed', async () => {
  for (const format of ['odt', 'odp', 'ods'] as const) {
    const bytes = await officeWriters[format](plainDocument);
    assert.equal(Buffer.from(bytes).toString('latin1', 30, 38), 'mimetype');
    assert.equal(Buffer.from(bytes).readUInt16LE(8), 0, 'stored as it is');
    const parts = unzipSync(bytes);
    const declared = attributes(strFromU8(parts['META-INF/manifest.xml'] ?? new Uint8Array()), 'manifest:file-entry', 'manifest:full-path');
    assert.deepEqual(declared.filter((path) => path !== '/').sort(), Object.keys(parts).filter((path) => !['mimetype', 'META-INF/manifest.xml'].includes(path)).sort());
  }
});

test('the same document gives the same bytes on another day, in every format', async (context) => {
  const all = async () => new Map(await Promise.all(Object.keys(officeWriters).map(async (format) => [format, await officeWriters[format as OfficeFormat](plainDocument)] as const)));
  const first = await all();
  context.mock.timers.enable({ apis: ['Date'], now: Date.parse('2031-01-02T03:04:05Z') });
  for (const [format, bytes] of await all()) assert.deepEqual(bytes, first.get(format), format);
});

test('what would be a formula leaves as text, and a number stays one', async () => {
  const nasty = ['=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '\t=1', '＝1+1', '=HYPERLINK("http://x")'];
  for (const text of nasty) assert.match(csvField(text), /^"?'/, text);
  for (const text of ['-5', '+44', '00123', '12.5%', '-1,250.00', 'plain', '2025/26']) assert.ok(!csvField(text).includes("'"), text);
  assert.equal(csvField('a "b", c'), '"a ""b"", c"');
  const table = { kind: 'table' as const, caption: 'Caption', columns: [{ title: '=A1' }], rows: nasty.map((text) => [text]) };
  const document = { ...plainDocument, sections: [{ title: '=1+1', blocks: [table] }] };
  for (const [path, xml] of await written('xlsx', document)) if (path.startsWith('xl/worksheets/')) assert.doesNotMatch(xml, /<f[ >]/, path);
  assert.doesNotMatch((await written('ods', document)).get('content.xml') ?? '', /table:formula|office:value-type="(?!string)/);
});

test('sheets have names that every program takes, each once', () => {
  fc.assert(fc.property(anyDocument, (document) => {
    const names = sheetsOf(document).map(({ name }) => name);
    assert.equal(new Set(names.map((name) => name.toLowerCase())).size, names.length);
    for (const name of names) assert.ok(name.length >= 1 && name.length <= 31 && !/[[\]:*?/\\']/.test(name), name);
  }), { numRuns: 300 });
});

test('the server goes on answering while files are written', async () => {
  await Promise.all(Object.values(formats).map(({ write }) => write(plainDocument)));
  // How long it may stand still at most is measured on a quiet machine, by npm run prove. Here: that the work is elsewhere.
  const before = performance.eventLoopUtilization();
  await Promise.all((Object.keys(formats) as Format[]).map((format) => formats[format].write(plainDocument)));
  const { utilization } = performance.eventLoopUtilization(before);
  assert.ok(utilization < 0.6, `busy for ${(utilization * 100).toFixed(0)}% of the time`);
});

test('a document with faults is refused by name', async () => {
  const faulty: Document = { ...plainDocument, sections: [{ title: 'One', blocks: [{ kind: 'picture', svg: '<svg viewBox="0 0 1 1"></svg>', alternative: '' }] }] };
  for (const format of Object.keys(officeWriters) as OfficeFormat[]) await assert.rejects(formats[format].write(faulty), /section 1, block 1 \(picture\) has no alternative text/);
});
