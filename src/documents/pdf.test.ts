import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyDocument, holds, plainDocument, squeezed, textsOf } from './document.fixture.ts';
import { covered } from './fonts.ts';
import type { Document } from './model.ts';
import { pagesOf } from './pdf.fixture.ts';
import { pdf } from './pdf.ts';
import { outcomeStrip } from './picture.ts';
import { tidy } from './tidy.ts';

const longDocument: Document = { ...plainDocument, sections: [{
  title: 'Logs',
  blocks: [{
    kind: 'table', caption: 'Logs of the year', columns: [{ title: 'District name', rowHeader: true }, { title: 'Remark' }],
    rows: Array.from({ length: 120 }, (_, row) => [`District ${row}`, 'On time']),
  }],
}] };

test('the file claims PDF/UA-1, names its title, its language and its day', async () => {
  for (const language of ['en-GB', 'cy-GB'] as const) {
    const file = Buffer.from(await pdf({ ...plainDocument, language })).toString('latin1');
    assert.match(file, /<pdfuaid:part>1<\/pdfuaid:part>/);
    assert.ok(file.includes(`/Lang (${language})`));
    assert.match(file, /\/DisplayDocTitle true/);
    assert.match(file, /\/Marked true/);
    assert.match(file, /<rdf:li xml:lang="x-default">Assurance of the duty<\/rdf:li>/);
    assert.match(file, /<xmp:CreateDate>2026-06-30T00:00:00Z<\/xmp:CreateDate>/);
  }
});

test('headings, lists, quotations, tables and pictures are tagged as such', async () => {
  const file = Buffer.from(await pdf(plainDocument)).toString('latin1');
  const count = (tag: string) => file.match(new RegExp(`/S /${tag}\\b`, 'g'))?.length ?? 0;
  assert.equal(count('H1'), plainDocument.sections.length);
  assert.deepEqual([count('BlockQuote'), count('L'), count('LI'), count('Table'), count('THead'), count('TH'), count('TR'), count('Caption')], [1, 2, 3, 1, 1, 3, 4, 2]);
  assert.match(file, /\/Alt \(Outcomes\. Partnership group: Exceeded; Training: Not met\.\)/);
});

test('every page says marking, notice and number; the header of a table is repeated', async () => {
  const pages = await pdf(longDocument).then(pagesOf);
  assert.ok(pages.length >= 3);
  for (const [index, page] of pages.entries()) {
    assert.equal(page.match(/OFFICIAL-SENSITIVE/g)?.length, 2);
    const text = squeezed(page);
    assert.ok(text.includes(squeezed(longDocument.notice ?? '?')));
    assert.ok(text.includes(`Page${index + 1}of${pages.length}`), text);
    assert.ok(text.includes('Districtname'));
  }
});

test('a table is not torn from its heading and its caption at the foot of a page', async () => {
  const table = { kind: 'table' as const, caption: 'When each came', columns: [{ title: 'Body', rowHeader: true }, { title: 'State' }], rows: [['Firsttown', 'On time']] };
  for (let before = 18; before <= 30; before += 1) {
    const items = Array.from({ length: before }, (_, at) => ({ text: `Line ${at}` }));
    const pages = (await pdf({ ...plainDocument, sections: [{ title: 'One', blocks: [{ kind: 'list', ordered: true, items }] }, { title: 'Two of them', blocks: [table] }] }).then(pagesOf)).map(squeezed);
    assert.equal(pages.findIndex((page) => page.includes(squeezed('Firsttown'))), pages.findIndex((page) => page.includes(squeezed('When each came'))), `${before} lines before it`);
  }
});

test('a quotation is not torn from its heading or its source at the foot of a page', async () => {
  const quotation = { kind: 'quotation' as const, heading: 'General duty', items: [{ label: '(1)', text: 'Have due regard.' }, { label: '(2)', text: 'Say how.' }], source: 'The Act' };
  for (const lines of [22, 23, 24, 25, 26]) {
    const items = Array.from({ length: lines }, (_, at) => ({ text: `Line ${at}` }));
    const pages = (await pdf({ ...plainDocument, sections: [{ title: 'One', blocks: [{ kind: 'list', ordered: true, items }, quotation] }] }).then(pagesOf)).map(squeezed);
    for (const page of pages) assert.ok(page.includes('Generalduty') === page.includes('(1)') && page.includes('(2)') === page.includes('TheAct'), `${lines} lines: ${page}`);
  }
});

test('any document is written, with every text of it, as text', async () => {
  await fc.assert(fc.asyncProperty(anyDocument, async (document) => {
    const pages = pagesOf(await pdf(document)).map(squeezed);
    for (const page of pages) assert.ok(page.includes(document.marking));
    // Loose accents are drawn in ways that this reader of PDF does not follow.
    if (/\p{M}/u.test(textsOf(document).join(''))) return;
    const written = pages.join('');
    for (const text of textsOf(document).map((each) => squeezed(covered(each)))) assert.ok(holds(written, text), text);
  }), { numRuns: 25, endOnFailure: true });
});

test('markup in a text stays text', async () => {
  const texts = ['#eval("1+1")', '#read("/etc/passwd")', '*bold* _it_ `raw`', '$x$ [a] <b> @ref // \\ -- ...', 'ŵ ŷ Ŵ Ŷ', '"straight" \'quotes\'', '{page} of {pages}'];
  const document: Document = { ...plainDocument, title: texts[0] ?? '', sections: texts.map((text) => ({ title: `About ${text}`, blocks: [
    { kind: 'paragraph', text }, { kind: 'list', ordered: false, items: [{ label: text, text }] },
    { kind: 'table', caption: text, columns: [{ title: text }], rows: [[text], [{ text, tone: 'warning' }]] },
  ] })) };
  const written = pagesOf(await pdf(document)).map(squeezed).join('');
  for (const text of textsOf(document)) assert.ok(written.includes(squeezed(text)), text);
});

test('a sign that is made of a bracket does not open a tag in a drawing', async () => {
  const strip = outcomeStrip('Outcomes', [{ label: 'a ≮ b ≯ c ṅ', outcome: 'Met', tone: 'good' }], 'en-GB');
  assert.ok((await pdf({ ...plainDocument, sections: [{ title: 'One', blocks: [strip] }] })).length > 0);
});

test('a character that the family lacks becomes a box, and what cannot be seen goes', () => {
  assert.equal(covered('a 😀 漢 ŵ – “”'), 'a □ □ ŵ – “”');
  assert.equal(covered('👩‍👧\ufe0f'), '□□');
  assert.equal(covered('नमस्ते e\u0301'), '□□□□ e\u0301');
  fc.assert(fc.property(fc.string({ unit: 'binary' }).map(tidy), (text) => assert.equal(covered(covered(text)), covered(text))));
});

test('the same document gives the same bytes, also when many are ordered at once', async () => {
  const [first, other, second] = await Promise.all([pdf(plainDocument), pdf(longDocument), pdf(plainDocument)]);
  assert.deepEqual(first, second);
  assert.notDeepEqual(first, other);
});

test('the main thread goes on while a long document is written', async () => {
  const rows = Array.from({ length: 1500 }, (_, row) => [`District ${row}`, 'A remark of some length that has to be set.']);
  const long: Document = { ...longDocument, sections: [{ title: 'Rows', blocks: [{ kind: 'table', caption: 'Rows', columns: [{ title: 'District' }, { title: 'Remark' }], rows }] }] };
  const written = pdf(long);
  let worst = 0;
  let last = performance.now();
  let done = false;
  void written.finally(() => { done = true; });
  await new Promise((resolve) => setTimeout(resolve, 200));
  last = performance.now();
  while (!done) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    worst = Math.max(worst, performance.now() - last);
    last = performance.now();
  }
  assert.ok((await written).length > 10_000);
  assert.ok(worst < 500, `the main thread stood still for ${worst} ms`);
});

test('what takes too long is given up, and the next is written', async () => {
  await assert.rejects(pdf(longDocument, 1), /not written in 1 ms/);
  assert.ok((await pdf(plainDocument)).length > 0);
});

test('a document with faults is refused by name, and the next is written', async () => {
  await assert.rejects(pdf({ ...plainDocument, title: '' }), /document has no title/);
  assert.ok((await pdf(plainDocument)).length > 0);
});
