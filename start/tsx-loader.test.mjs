import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const here = import.meta.dirname;
const folder = mkdtempSync(join(tmpdir(), 'dueregard pages '));
const pages = join(folder, 'node_modules/.cache/dueregard/pages');
after(() => rmSync(folder, { recursive: true, force: true }));

mkdirSync(join(folder, 'start'));
cpSync(join(here, 'tsx-loader.mjs'), join(folder, 'start/tsx-loader.mjs'));
mkdirSync(pages, { recursive: true });
for (const name of ['esbuild', 'preact']) symlinkSync(join(here, '../node_modules', name), join(folder, 'node_modules', name));

function keptSince(name, days) {
  const then = Date.now() / 1000 - days * 86_400;
  writeFileSync(join(pages, name), '');
  utimesSync(join(pages, name), then, then);
}

function show(text) {
  writeFileSync(join(folder, 'page.tsx'), `export const page = <p>${text}</p>;`);
  return execFileSync(process.execPath, ['--import', './start/tsx-loader.mjs', '--input-type=module', '-e', "console.log((await import('./page.tsx')).page.props.children)"], { cwd: folder, encoding: 'utf8' }).trim();
}

test('a new page lets go what was kept a month ago, and a start without one touches nothing', () => {
  assert.equal(show('one'), 'one');
  keptSince('old', 31);
  keptSince('young', 29);
  assert.equal(show('one'), 'one');
  assert.equal(readdirSync(pages).length, 3, 'nothing is new');
  assert.equal(show('two'), 'two');
  assert.deepEqual(readdirSync(pages).filter((name) => name.length < 64), ['young']);
  assert.equal(readdirSync(pages).length, 3);
});

test('where the folder cannot be looked through, the start goes on', () => {
  mkdirSync(join(pages, 'folder'));
  utimesSync(join(pages, 'folder'), 0, 0);
  assert.equal(show('three'), 'three');
});
