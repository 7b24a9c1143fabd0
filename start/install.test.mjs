import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, unlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { isInstalled, missing, writeStamp } from './installed.mjs';
import { begin, isAlive, npm, projects, run, until, write } from './tiny-project.mjs';

const places = projects();
const door = (...args) => [process.execPath, [join(places.project, 'start/dueregard.mjs'), ...args]];

describe('installing', () => {
  test('a fresh clone is installed without the packages of its tests, and only once', async () => {
    const first = await run(door('hello'));
    assert.equal(first.code, 0, first.err);
    assert.match(first.err, /Installing/);
    assert.ok(existsSync(join(places.project, 'node_modules/needed')));
    assert.ok(!existsSync(join(places.project, 'node_modules/for-tests')));
    assert.equal((await run(door('hello'))).err, '');
  });

  test('a program of the repository adds the packages of its tests, and the product then keeps them', async () => {
    await run(door('hello'));
    const ran = await run([process.execPath, [join(places.project, 'start/run.mjs'), 'src/main.ts', 'exit', '4']], { env: { NODE_ENV: 'production' } });
    assert.equal(ran.code, 4, ran.err);
    assert.ok(existsSync(join(places.project, 'node_modules/for-tests')));
    assert.equal((await run(door('hello'))).err, '');
  });

  test('what a person installed with npm is left as it is, also behind a link and without the right to write', async () => {
    npm(places.project, 'ci');
    const elsewhere = join(places.project, 'elsewhere');
    execFileSync('mv', [join(places.project, 'node_modules'), elsewhere]);
    symlinkSync(elsewhere, join(places.project, 'node_modules'));
    chmodSync(places.project, 0o555);
    const { code, err } = await run(door('hello'));
    chmodSync(places.project, 0o755);
    assert.deepEqual([code, err], [0, '']);
    assert.ok(!existsSync(join(elsewhere, '.dueregard')) && !existsSync(join(places.project, 'var')));
  });

  test('a link to an incomplete node_modules is refused, never emptied', async () => {
    mkdirSync(join(places.project, 'elsewhere/precious'), { recursive: true });
    symlinkSync(join(places.project, 'elsewhere'), join(places.project, 'node_modules'));
    const { code, err } = await run(door('hello'));
    assert.equal(code, 1);
    assert.match(err, /is a link to .*elsewhere, where needed must still be installed/);
    assert.ok(existsSync(join(places.project, 'elsewhere/precious')));
  });

  test('what is installed is compared with the lock file: version, presence, tests, machine', () => {
    npm(places.project, 'ci');
    assert.deepEqual(missing(places.project, true), []);
    const lock = JSON.parse(readFileSync(join(places.project, 'package-lock.json'), 'utf8'));
    const entry = (name, fields) => { lock.packages[`node_modules/${name}`] = { version: '2.0.0', ...fields }; };
    entry('needed', {});
    entry('for-tests', { dev: true });
    entry('for-this-machine', { optional: true, os: process.platform, cpu: [process.arch] });
    entry('for-another', { optional: true, os: ['plan9'], cpu: [process.arch] });
    write(places.project, 'package-lock.json', JSON.stringify(lock));
    assert.deepEqual(missing(places.project, false).sort(), ['for-this-machine', 'needed']);
    assert.deepEqual(missing(places.project, true).sort(), ['for-tests', 'for-this-machine', 'needed']);
  });

  test('a stamp counts for the lock file and the kind of installation that it was made for', () => {
    mkdirSync(join(places.project, 'node_modules'));
    assert.equal(isInstalled(places.project, false), false);
    writeStamp(places.project, false);
    assert.deepEqual([isInstalled(places.project, false), isInstalled(places.project, true)], [true, false]);
    writeStamp(places.project, true);
    assert.deepEqual([isInstalled(places.project, false), isInstalled(places.project, true)], [true, true]);
    write(places.project, 'package-lock.json', readFileSync(join(places.project, 'package-lock.json'), 'utf8').replace('"tiny"', '"other"'));
    assert.equal(isInstalled(places.project, false), false);
  });

  test('of two starts at once one installs and the other waits for it', async () => {
    const both = await Promise.all([run(door('exit', '5')), run(door('exit', '6'))]);
    assert.deepEqual(both.map(({ code }) => code), [5, 6], both.map(({ err }) => err).join());
    assert.equal(both.filter(({ err }) => /Installing/.test(err)).length, 1);
    assert.equal(both.filter(({ err }) => /waiting for it/.test(err)).length, 1);
  });

  for (const [name, pid, age] of [['of a dead process', () => deadProcess(), 0], ['forgotten by a living one', () => process.ppid, 120]]) {
    test(`a lock ${name} is taken over`, async () => {
      write(places.project, 'var/install.lock', String(pid()));
      const touched = new Date(Date.now() - age * 1000);
      utimesSync(join(places.project, 'var/install.lock'), touched, touched);
      const { code, err } = await run(door('hello'));
      assert.equal(code, 0, err);
      assert.match(err, /did not finish/);
      assert.ok(!existsSync(join(places.project, 'var/install.lock')));
    });
  }

  test('a start that is stopped while it installs stops npm too and gives the lock back', async () => {
    const npmPid = slowNpm();
    const started = begin(door('hello'), { env: { npm_execpath: join(places.project, 'npm-cli.js') } });
    await until(() => existsSync(npmPid));
    started.child.kill('SIGTERM');
    assert.equal((await started.ended).code, 143);
    assert.equal(isAlive(Number(readFileSync(npmPid, 'utf8'))), false);
    assert.ok(!existsSync(join(places.project, 'var/install.lock')));
  });

  test('an error of npm becomes a sentence that names the log', async () => {
    unlinkSync(join(places.project, 'packages/needed-1.0.0.tgz'));
    cpSync(join(places.project, 'packages/for-tests-1.0.0.tgz'), join(places.project, 'packages/needed-1.0.0.tgz'));
    const { code, err } = await run(door('hello'), { env: { npm_config_cache: join(places.project, 'empty cache') } });
    assert.equal(code, 1);
    assert.match(err, /a package is not the one that package-lock.json names/);
    assert.match(readFileSync(join(places.project, 'var/install.log'), 'utf8'), /EINTEGRITY/);
    assert.ok(err.includes(join(places.project, 'var/install.log')) && !err.includes('    at '));
  });
});

function deadProcess() {
  return Number(execFileSync('sh', ['-c', 'echo $$'], { encoding: 'utf8' }));
}

/** An npm that takes half a minute; gives the file where it leaves its process number. */
function slowNpm() {
  const file = join(places.project, 'npm.pid');
  write(places.project, 'npm-cli.js', `import { renameSync, writeFileSync } from 'node:fs';
    writeFileSync('${file}.new', String(process.pid)); renameSync('${file}.new', '${file}'); setTimeout(() => {}, 30_000);`);
  return file;
}
