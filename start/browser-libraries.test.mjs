import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';

const PROVIDE = `import { provideBrowserLibraries } from '${new URL('browser-libraries.mjs', import.meta.url).href}'; provideBrowserLibraries();`;
const asX64 = (uid) => `data:text/javascript,process.getuid = () => ${uid}; Object.defineProperty(process, 'arch', { value: 'x64' })`;
const ALL = 'libnss3.so (libc6,x86-64) => /lib/libnss3.so\nlibnspr4.so (libc6,x86-64) => /lib/libnspr4.so\nlibexpat.so.1 (libc6,x86-64) => /lib/libexpat.so.1';

let commands;
beforeEach(() => { commands = mkdtempSync(join(tmpdir(), 'dueregard-commands-')); });
afterEach(() => rmSync(commands, { recursive: true }));

function command(name, script) {
  writeFileSync(join(commands, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

function provide({ known, apt, uid = 0 }) {
  command('ldconfig', `printf '%s\\n' '${known}'`);
  if (apt !== undefined) command('apt-get', `echo "$@" >> '${commands}/asked'; ${apt}`);
  const { status, stdout } = spawnSync(process.execPath, ['--import', asX64(uid), '--input-type=module', '-e', PROVIDE], {
    encoding: 'utf8', env: { PATH: commands },
  });
  return { status, stdout };
}

const asked = () => readFileSync(join(commands, 'asked'), 'utf8');

test('where all libraries are there, nothing is asked of apt', () => {
  assert.deepEqual(provide({ known: ALL, apt: 'exit 0' }), { status: 0, stdout: '' });
  assert.throws(asked, /ENOENT/);
});

test('root installs just what is missing, and says so', () => {
  const { status, stdout } = provide({ known: ALL.split('\n')[1], apt: 'exit 0' });
  assert.equal(status, 0);
  assert.match(stdout, /needs libnss3 libexpat1; installing/);
  assert.equal(asked(), '--quiet update\n--quiet install --yes --no-install-recommends libnss3 libexpat1\n');
});

test('anyone else installs nothing', () => {
  assert.deepEqual(provide({ known: '', apt: 'exit 0', uid: 1000 }), { status: 0, stdout: '' });
});

for (const [name, apt] of [['fails', 'echo no network >&2; exit 100'], ['is missing', undefined]]) {
  test(`an apt that ${name} is told of and is no failure`, () => {
    const { status, stdout } = provide({ known: '', apt });
    assert.equal(status, 0);
    assert.match(stdout, /could not install libnss3 libnspr4 libexpat1 .*going on without/);
  });
}
