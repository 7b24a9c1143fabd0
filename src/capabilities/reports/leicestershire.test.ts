import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { attribute, elements, textOf, type Client, type Reply } from '../../../test/client.ts';
import { testSite } from '../../../test/site.ts';
import { readExample } from '../../demonstration/load.ts';
import { pagesOf } from '../../documents/pdf.fixture.ts';
import { attributes, contents, decoded, partsOf } from '../../documents/xml.fixture.ts';
import { paths } from './paths.ts';
import { told, recordOf, settings } from './report.fixture.ts';
import { writeReport } from './writing.ts';

const root = new URL('../../../', import.meta.url);
const deckText = readFileSync(new URL('demo/leicestershire-2025-26.txt', root), 'utf8');

/** What each line of the committee's own slides says, without bullets, numbers, asterisks and the note of an empty page. */
const lines = deckText.split('\n').map((line) => plain(line.replaceAll('**', '').replace(/^\s*(?:-|\(\d\)|\d\.)\s+/, '').replace(/^- /, '').replace(/^\(\d\) /, '')))
  .filter((line) => line !== '' && !line.startsWith('this page is intentionally left blank'));

const site = await testSite({ examples: true });
const lead = await site.as('lead@leicestershire.example');

const fileOf = async (client: Client, format: string, audience: 'public' | 'members' | 'restricted' = 'members', org = 'leicestershire'): Promise<Reply> => client.get(paths.file(org, '2025-26', audience, format));

test('the committee’s slides have something to compare with', () => {
  assert.equal(lines.length, 43);
  assert.ok(lines.includes('5 channel panel n/a') && lines.includes('sec 26') && lines.includes('7 reducing permissive environments exceeded'));
});

test('the slides say every line of the committee’s own', async () => {
  const reply = await fileOf(lead, 'pptx');
  assert.equal(reply.status, 200);
  assert.match(String(reply.headers['content-disposition']), /^attachment; filename="leicestershire-2025-26-members\.pptx"/);
  const slides = slidesIn(reply.bytes);
  holdsEveryLine(slides.map((slide) => decoded(contents(slide, 'a:t').join(' '))).join(' '));
  for (const slide of slides) {
    assert.deepEqual(attributes(slide, 'p:ph', 'type').filter((type) => type === 'title'), ['title']);
    assert.deepEqual([...new Set(attributes(slide, 'a:rPr', 'lang'))], ['en-GB']);
    for (const table of contents(slide, 'a:tbl')) assert.deepEqual(attributes(table, 'a:tblPr', 'firstRow'), ['1']);
    for (const picture of contents(slide, 'p:pic')) assert.match(attributes(picture, 'p:cNvPr', 'descr')[0] ?? '', /5 Channel Panel: N\/A; 6 Training Programme: Exceeded/);
  }
});

test('the paper, the web page, the page of the site and the data say every line of it', async () => {
  holdsEveryLine(pagesOf((await fileOf(lead, 'pdf')).bytes).join(' '));
  const html = await fileOf(lead, 'html');
  holdsEveryLine(html.text);
  assert.deepEqual(elements(html.body, ({ tagName }) => tagName === 'html').map((element) => attribute(element, 'lang')), ['en-GB']);
  assert.equal(elements(html.body, (element) => element.tagName === 'th' && attribute(element, 'scope') === 'col').length, 3);
  holdsEveryLine((await lead.get(paths.read('leicestershire', '2025-26', 'members'))).text);
  holdsEveryLine(valuesOf(JSON.parse((await fileOf(lead, 'json')).body)).join(' '));
});

test('it says where it comes from, and has no self-rating', async () => {
  const { text, body } = await lead.get(paths.read('leicestershire', '2025-26', 'members'));
  assert.ok(text.includes('Transcribed from “Leicestershire Benchmarking Update 2026”, checked by a second person.'));
  assert.ok(text.includes('5 Channel Panel: N/A; reason not stated in the source.'));
  assert.doesNotMatch(text, /self-rating/i);
  assert.equal(elements(body, ({ tagName }) => tagName === 'h1').map((heading) => textOf(heading).trim()).join(), 'HOME OFFICE ANNUAL PREVENT DUTY ASSURANCE PROCESS 2025/26');
});

test('another body’s output holds none of it', async () => {
  const { findings } = readExample('leicestershire.yaml').assessments[0] ?? assert.fail();
  const own = [...findings?.strengths ?? [], ...findings?.recommendations ?? []].map(({ text }) => text);
  assert.equal(own.length, 5);
  const about = told(recordOf());
  const written = [
    ...await Promise.all(['html', 'json'].map(async (format) => Buffer.from((await writeReport(about, format === 'html' ? 'html' : 'json', settings)).bytes).toString())),
    (await fileOf(await site.as('lead@pellbridge.example'), 'html', 'restricted', 'pellbridge')).text,
  ];
  for (const output of written) {
    for (const text of own) assert.ok(!output.includes(text), text);
    assert.doesNotMatch(output, /Leicester|Rutland|LLR|LCC/);
  }
});

test('no sentence of the slides stands in the product’s source', () => {
  const sources = readdirSync(new URL('src', root), { recursive: true, encoding: 'utf8' }).filter((name) => /\.(tsx?|typ|css)$/.test(name) && !/\.(test|fixture)\./.test(name));
  const written = sources.map((name) => plain(readFileSync(new URL(join('src', name), root), 'utf8'))).join(' ');
  for (const line of lines.filter((each) => each.split(' ').length >= 5)) assert.ok(!written.includes(line), line);
});

function holdsEveryLine(output: string): void {
  const written = plain(output);
  for (const line of lines) assert.ok(written.includes(line), `${line}\nis not in\n${written.slice(0, 2000)}`);
}

/** Lower case, one space between words, quotes and dashes alike. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[\s\u200b]+/g, ' ').replace(/ ?[–-] ?/g, ' - ').trim();
}

function slidesIn(file: Uint8Array): readonly string[] {
  return [...partsOf(file)].filter(([path]) => /^ppt\/slides\/slide\d+\.xml$/.test(path)).map(([, xml]) => xml);
}

function valuesOf(data: unknown): string[] {
  if (typeof data !== 'object' || data === null) return [String(data)];
  return Object.values(data).flatMap(valuesOf);
}
