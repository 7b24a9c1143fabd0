import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { plainDocument } from './document.fixture.ts';
import { docx } from './docx.ts';
import { templateFrom } from './template.ts';
import { keptTemplate } from './word-template.ts';
import { templateFile, templateParts } from './word-template.fixture.ts';
import { attributes, contents, decoded, partsOf } from './xml.fixture.ts';

const paper = { ...plainDocument, contents: true };
const kept = async (changes: Parameters<typeof templateFile>[0] = {}) => { const read = await templateFrom(await templateFile(changes)); assert.ok('kept' in read, JSON.stringify(read)); return read.kept; };
const wordsIn = (xml: string) => decoded(contents(xml, 'w:t').join(' '));
const parts = await templateParts();
const header = String(parts['word/header7.xml']);

test('the paper stands in the template’s styles, on its page, between its headers and footers, and the marking and the number are on every page', async () => {
  const written = partsOf(await docx(paper, await kept()));
  const body = written.get('word/document.xml') ?? '';
  assert.deepEqual(attributes(body, 'w:pStyle', 'w:val').filter((id) => id === 'berschrift1').length, paper.sections.length);
  assert.deepEqual([attributes(body, 'w:pgSz', 'w:w'), attributes(body, 'w:pgMar', 'w:left')], [['12240'], ['2000']]);
  assert.ok(Math.abs(Number(attributes(body, 'w:tblW', 'w:w')[0]) - (12_240 - 2000 - 1200)) < 4, 'the table is as wide as the text');
  const rels = written.get('word/_rels/document.xml.rels') ?? '';
  for (const kind of ['header', 'footer']) {
    for (const type of ['default', 'first']) {
      const [id] = [...body.matchAll(new RegExp(`<w:${kind}Reference\\b[^>]*/>`, 'g'))].filter(([tag]) => tag.includes(`"${type}"`)).map(([tag]) => /r:id="([^"]*)"/.exec(tag)?.[1]);
      const target = new RegExp(`<Relationship\\b[^>]*Id="${id}"[^>]*>`).exec(rels)?.[0].match(/Target="([^"]*)"/)?.[1];
      const xml = written.get(`word/${target}`) ?? assert.fail(`${kind} ${type}`);
      assert.ok(wordsIn(xml).includes(paper.marking), `${kind} ${type}`);
      if (kind === 'footer') assert.ok(wordsIn(xml).includes(paper.notice ?? '?') && /PAGE<.*NUMPAGES</s.test(xml), type);
    }
  }
  assert.match(body, /<w:titlePg\/>/);
  assert.match(wordsIn(written.get('word/header1.xml') ?? ''), /Blankshire letterhead/);
  assert.match(wordsIn(written.get('word/header2.xml') ?? ''), /First page of Blankshire/);
  assert.match(wordsIn(written.get('word/footer1.xml') ?? ''), /Town Hall, Blankton/);
  assert.doesNotMatch(body, /Text of the template/);
  assert.match(written.get('word/theme/theme1.xml') ?? '', /Blankshire/);
});

test('styles that the template lacks are ours, numbers of both do not meet, and every part that is named is there', async () => {
  const bytes = await docx(paper, await kept());
  const written = partsOf(bytes);
  const styles = attributes(written.get('word/styles.xml') ?? '', 'w:style', 'w:styleId');
  assert.equal(new Set(styles).size, styles.length);
  for (const id of attributes(written.get('word/document.xml') ?? '', 'w:pStyle', 'w:val')) assert.ok(styles.includes(id), id);
  const numbering = written.get('word/numbering.xml') ?? '';
  const numbers = attributes(numbering, 'w:num', 'w:numId');
  assert.ok(numbers.includes('4') && new Set(numbers).size === numbers.length);
  for (const id of attributes(written.get('word/document.xml') ?? '', 'w:numId', 'w:val')) assert.ok(numbers.includes(id), id);
  for (const id of attributes(numbering, 'w:abstractNumId', 'w:val')) assert.ok(attributes(numbering, 'w:abstractNum', 'w:abstractNumId').includes(id), id);
  for (const [path, xml] of written) {
    if (!path.endsWith('.rels')) continue;
    assert.doesNotMatch(xml, /TargetMode/, path);
    for (const target of attributes(xml, 'Relationship', 'Target')) assert.ok(written.has(new URL(target ?? '', `file:///${path.replace('_rels/', '')}`).pathname.slice(1)), `${path} ${target}`);
  }
  const types = written.get('[Content_Types].xml') ?? '';
  for (const path of written.keys()) assert.ok(attributes(types, 'Override', 'PartName').includes(`/${path}`) || attributes(types, 'Default', 'Extension').includes(path.split('.').at(-1)), path);
  assert.deepEqual(await docx(paper, await kept()), bytes, 'the same bytes each time');
});

test('a template without headers, numbers, theme or a page of use still gives a paper that is marked on our page', async () => {
  const bare = await kept({ 'word/document.xml': '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:sectPr><w:pgSz w:w="100" w:h="100"/></w:sectPr></w:body></w:document>' });
  const written = partsOf(await docx(paper, bare));
  assert.deepEqual(attributes(written.get('word/document.xml') ?? '', 'w:pgSz', 'w:w'), ['11906']);
  for (const part of ['header1', 'footer1']) assert.ok(wordsIn(written.get(`word/${part}.xml`) ?? '').includes(paper.marking), part);
});

test('what cannot be a template is refused by its reason', async () => {
  const field = (code: string) => header.replace('</w:hdr>', `<w:p><w:r><w:instrText>${code}</w:instrText></w:r></w:p></w:hdr>`);
  for (const [name, changes, reason] of [
    ['no content type', { '[Content_Types].xml': '<Types/>' }, 'damaged'], ['a macro template', { '[Content_Types].xml': String(parts['[Content_Types].xml']).replace('wordprocessingml.template', 'ms-word.template.macroEnabledTemplate') }, 'damaged'],
    ['entities', { 'word/styles.xml': '<!DOCTYPE a [<!ENTITY b "c">]><w:styles/>' }, 'damaged'], ['strict', { 'word/document.xml': '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>' }, 'strict'],
    ['a part too large', { 'word/styles.xml': `${String(parts['word/styles.xml'])}${' '.repeat(4_000_001)}` }, 'tooLarge'],
    ['a marking of its own', { 'word/header7.xml': header.replace('letterhead', 'OFFICIAL-SENSITIVE') }, 'marking'],
    ['a field that fetches', { 'word/header7.xml': field('INCLUDEPICTURE "http://x"') }, 'outside'], ['a field in pieces', { 'word/header7.xml': field('INCLU</w:instrText></w:r><w:r><w:instrText>DETEXT "c:/x"') }, 'outside'],
    ['an object', { 'word/header7.xml': header.replace('</w:hdr>', '<w:object/></w:hdr>') }, 'outside'], ['a picture elsewhere', { 'word/_rels/header7.xml.rels': String(parts['word/_rels/header7.xml.rels']).replace('media/image3.png"', 'https://x.example/a.png" TargetMode="External"') }, 'outside'],
    ['a picture that is none', { 'word/media/image3.png': 'MZ' }, 'outside'],
  ] as const) assert.deepEqual(keptTemplate(await templateFile(changes)), { unfit: reason }, name);
  assert.deepEqual(keptTemplate(Buffer.from('PK\u0003\u0004 no zip')), { unfit: 'damaged' });
});

test('a file that unpacks to more than it says is stopped, and the thread goes on', async () => {
  const zip = Buffer.from(zipSync({ 'word/styles.xml': [strToU8(' '.repeat(3_000_000)), { level: 9 }], '[Content_Types].xml': strToU8('<Types/>') }));
  const at = zip.indexOf(Buffer.from('504b0102', 'hex'));
  zip.writeUInt32LE(10, at + 24);
  assert.deepEqual(await templateFrom(zip), { unfit: 'damaged' });
  assert.ok(Object.keys(unzipSync(await kept())).includes('styles.xml'));
});
