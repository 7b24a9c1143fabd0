import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { render } from 'preact-render-to-string';
import { toneColours } from './colours.ts';
import { anyDocument, plainDocument, squeezed, textsOf } from './document.fixture.ts';
import { documentStyles } from './html-styles.ts';
import { DocumentBody, html } from './html.tsx';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

test('one h1, an h2 for each section, and landmarks', () => {
  const page = elementsOf(html(plainDocument));
  const headings = page.filter((element) => /^h[1-6]$/.test(element.tagName));
  assert.deepEqual(headings.map((heading) => [heading.tagName, textOf(heading)]), [
    ['h1', plainDocument.title], ...plainDocument.sections.map((section) => ['h2', section.title]),
  ]);
  for (const landmark of ['header', 'main', 'footer']) assert.equal(named(page, landmark).length, 1);
  assert.deepEqual(named(page, 'html').map((root) => attribute(root, 'lang')), ['en-GB']);
  assert.deepEqual(named(named(page, 'head').flatMap(within), 'title').map(textOf), ['Assurance of the duty – Blankshire County Council']);
});

test('a table has a caption, headers with scope, and a frame that the keyboard reaches', () => {
  const page = elementsOf(html(plainDocument));
  const [table] = named(page, 'table');
  assert.ok(table);
  assert.deepEqual(named(within(table), 'caption').map(textOf), ['Outcome of each benchmark']);
  assert.deepEqual(named(within(table), 'th').map((cell) => [attribute(cell, 'scope'), textOf(cell)]), [
    ['col', 'Benchmark'], ['col', 'Indicators'], ['col', 'Outcome'], ['row', 'Partnership group'], ['row', 'Risk assessment'], ['row', 'Training'],
  ]);
  const [frame] = page.filter((element) => attribute(element, 'role') === 'region');
  assert.ok(frame);
  assert.deepEqual([attribute(frame, 'tabindex'), attribute(frame, 'aria-label')], ['0', 'Outcome of each benchmark']);
  assert.deepEqual(named(page, 'span').map((tag) => [attribute(tag, 'class'), textOf(tag)]), [
    ['document-tag document-tag--best', 'Exceeded'], ['document-tag document-tag--good', 'Met'], ['document-tag document-tag--bad', 'Not met'],
  ]);
});

test('a picture is an image with words; a quotation names its source', () => {
  const page = elementsOf(html(plainDocument));
  const pictures = page.filter((element) => attribute(element, 'role') === 'img');
  assert.deepEqual(pictures.map((picture) => attribute(picture, 'aria-label')), ['Outcomes. Partnership group: Exceeded; Training: Not met.']);
  assert.deepEqual(named(page, 'blockquote').map(textOf), ['General duty(1) An authority must have due regard.(2) It must say how.']);
  assert.deepEqual(named(page, 'figcaption').map(textOf), ['Source: The Act, section 26', 'Two outcomes']);
});

test('each printed page carries marking, notice and number', () => {
  const [style] = named(elementsOf(html(plainDocument)), 'style');
  const css = style ? textOf(style) : '';
  assert.match(css, /@top-center \{ content: "OFFICIAL-SENSITIVE"/);
  assert.match(css, /@bottom-left \{ content: "OFFICIAL-SENSITIVE" "\\a" "Blankshire is an invented county\. Nothing here is about a real body\." "\\a" "Blankshire County Council · 2025\\2f 26"/);
  assert.match(css, /@bottom-right \{ content: "Page " counter\(page\) " of " counter\(pages\) ""/);
});

test('the body for a page of the site has no style, no script and no colour of its own', () => {
  const body = render(<DocumentBody document={plainDocument} />);
  assert.doesNotMatch(body, /<style|<script|\sstyle=/);
  assert.throws(() => render(<DocumentBody document={{ ...plainDocument, sections: [] }} />), /document has no sections/);
});

test('any document is written, with every text of it, as text', () => {
  const known = new Set(named(elementsOf(html(plainDocument)), 'style').concat(elementsOf(html(plainDocument))).map((element) => element.tagName));
  fc.assert(fc.property(anyDocument, (document) => {
    const file = html(document);
    const page = elementsOf(file);
    assert.equal(named(page, 'style').length, 1);
    for (const element of page) assert.ok(known.has(element.tagName), element.tagName);
    for (const element of page) for (const { name } of element.attrs) assert.doesNotMatch(name, /^on|^style$|^src$/);
    const [main] = named(page, 'main');
    const written = squeezed(main ? textOf(main) : '');
    for (const text of textsOf(document)) assert.ok(written.includes(squeezed(text)), text);
    const alternatives = document.sections.flatMap((section) => section.blocks).flatMap((block) => (block.kind === 'picture' ? [block.alternative] : []));
    assert.deepEqual(page.filter((element) => attribute(element, 'role') === 'img').map((picture) => attribute(picture, 'aria-label')), alternatives);
  }), { endOnFailure: true });
});

test('the stylesheet has the colours of every tag', () => {
  for (const [tone, { paper, ink }] of Object.entries(toneColours)) {
    assert.ok(documentStyles.includes(`.document-tag--${tone} { background: ${paper}; color: ${ink}; }`), tone);
  }
});

function elementsOf(file: string): readonly Element[] {
  return parse(file).childNodes.flatMap(descendants);
}

function within(element: Element): readonly Element[] {
  return element.childNodes.flatMap(descendants);
}

function descendants(node: Node): readonly Element[] {
  if (!('tagName' in node)) return [];
  return [node, ...node.childNodes.flatMap(descendants)];
}

function named(elements: readonly Element[], name: string): readonly Element[] {
  return elements.filter((element) => element.tagName === name);
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value;
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
