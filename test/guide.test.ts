// The user guide cannot rot: its pictures are those that the journeys take, and what it says in bold stands in the product.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { en } from '../src/words/index.ts';
import { pictures } from './journeys/pictures.ts';

const folder = fileURLToPath(new URL('../docs/guide/', import.meta.url));
const pages = readdirSync(folder).filter((name) => name.endsWith('.md'));
const textOf = (page: string) => readFileSync(join(folder, page), 'utf8');
const how = 'take them anew: GUIDE_PICTURES=docs/guide/pictures npm test -- test/journeys/two-years.test.ts';

test('the guide shows every picture that the journey takes, once, and no other, each described in words', () => {
  const shown = pages.flatMap((page) => [...textOf(page).matchAll(/!\[([^\]]*)\]\(pictures\/([\w-]+)\.png\)/g)]);
  assert.deepEqual(shown.map(([, , name]) => name).sort(), [...pictures].sort());
  for (const [image, described = ''] of shown) assert.ok(described.length > 10, image);
});

test('the pictures are there, no others, and small', () => {
  const files = readdirSync(join(folder, 'pictures'));
  assert.deepEqual(files.sort(), pictures.map((name) => `${name}.png`).sort(), how);
  const bytes = files.map((file) => statSync(join(folder, 'pictures', file)).size);
  assert.ok(Math.max(...bytes) < 150_000 && bytes.reduce((all, one) => all + one, 0) < 2_000_000, `${bytes.join(' ')}: ${how}`);
});

test('every heading, link and button that the guide names in bold stands in the words of the product', () => {
  const words = new Set(textsIn(en));
  const named = pages.flatMap((page) => [...textOf(page).matchAll(/\*\*([^*]+)\*\*/g)].map(([, said = '']) => ({ page, said })));
  assert.deepEqual(named.filter(({ said }) => !words.has(said)), []);
  assert.ok(named.length > 80, `${named.length} names`);
});

test('README leads to the index, the index to every page, and no page is long', () => {
  assert.ok(readFileSync(join(folder, '../../README.md'), 'utf8').includes('](docs/guide/README.md)'));
  for (const page of pages.filter((name) => name !== 'README.md')) {
    assert.ok(textOf('README.md').includes(`](${page})`), page);
    assert.ok(textOf(page).split('\n').length <= 140, page);
  }
});

/** Every sentence of the catalogue that is the same wherever it is said. */
function textsIn(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(textsIn) : [];
}
