import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const read = (name) => JSON.parse(readFileSync(join(import.meta.dirname, '..', name), 'utf8'));
const { packages } = read('package-lock.json');

// npm ci refuses the whole lock file otherwise. npm install leaves such gaps when a registry lacks some platform's package.
test('the lock file holds every package that another one names, for every platform', () => {
  const gaps = Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })
      .filter((name) => !placesFor(name, path).some((place) => place in packages))
      .map((name) => `${name} of ${path}`));
  assert.deepEqual(gaps, []);
});

test('the lock file and package.json ask for the same packages, each in one exact version', () => {
  const asked = read('package.json');
  for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
    assert.deepEqual(packages[''][kind], asked[kind]);
    for (const [name, version] of Object.entries(asked[kind])) assert.match(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/, name);
  }
});

/** Where Node looks for a package: beside the one that names it, then further and further out. */
function placesFor(name, path) {
  const levels = path.split('/node_modules/');
  return levels.map((_, depth) => `${levels.slice(0, levels.length - depth).join('/node_modules/')}/node_modules/${name}`)
    .concat(`node_modules/${name}`);
}
