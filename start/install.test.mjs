// The start is tried on a small project of its own, with the real npm and two packages packed on the spot, so that it
// needs neither the network nor this repository's own node_modules.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, unlinkSync,
  utimesSync, writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { isInstalled, missing, writeStamp } from './installed.mjs';

const here = import.meta.dirname;
const WITHOUT_EXECVE = 'data:text/javascript,delete process.execve';

let home;
let template;
let project;

before(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'dueregard start ')));
  template = makeTemplate();
});
beforeEach(() => {
  project = mkdtempSync(join(home, 'a clone '));
  cpSync(template, project, { recursive: true });
});
after(() => rmSync(home, { recursive: true, force: true }));

/** A project with the real start folder, a package to run, one for its tests, and a lock file that npm wrote. */
function makeTemplate() {
  const folder = join(home, 'template');
  mkdirSync(join(folder, 'src'), { recursive: true });
  cpSync(here, join(folder, 'start'), { recursive: true });
  cpSync(join(here, '../dueregard'), join(folder, 'dueregard'));
  write(folder, 'start/tsx-loader.mjs', '');
  write(folder, 'src/main.ts', `
    const [command, ...rest]: string[] = process.argv.slice(2);
    console.log(JSON.stringify({ command, rest, folder: process.cwd(), pid: process.pid, chosen: process.env['CHOSEN'] }));
    if (command === 'exit') process.exit(Number(rest[0]));
    if (command === 'serve') {
      process.on('SIGTERM', () => { console.log('ended in order'); process.exit(3); });
      setInterval(() => {}, 1000);
    }`);
  write(folder, 'package.json', JSON.stringify({ name: 'tiny', version: '1.0.0', type: 'module' }));
  for (const [name, kind] of [['needed', '--save-prod'], ['for-tests', '--save-dev']]) {
    write(folder, `packages/${name}/package.json`, JSON.stringify({ name, version: '1.0.0' }));
    npm(folder, 'pack', `./packages/${name}`, '--pack-destination', 'packages');
    npm(folder, 'install', '--package-lock-only', kind, `./packages/${name}-1.0.0.tgz`);
  }
  return folder;
}

function npm(folder, ...args) {
  execFileSync('npm', [...args, '--offline', '--no-audit', '--no-fund'], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
}

function write(folder, name, text) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

const door = (...args) => [process.execPath, [join(project, 'start/dueregard.mjs'), ...args]];
const olderDoor = (...args) => [process.execPath, ['--import', WITHOUT_EXECVE, join(project, 'start/dueregard.mjs'), ...args]];

function begin([command, args], { cwd = home, env = {} } = {}) {
  const child = spawn(command, args, { cwd, env: { ...cleanEnv(), ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const seen = { child, out: '', err: '' };
  child.stdout.on('data', (chunk) => { seen.out += chunk; });
  child.stderr.on('data', (chunk) => { seen.err += chunk; });
  seen.ended = new Promise((done) => child.once('close', (code, signal) => done({ ...seen, code, signal })));
  return seen;
}

// The runner and npm leave marks in the environment that a person's shell does not have.
function cleanEnv() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_(execpath|node_execpath|lifecycle|package|command)|NODE_TEST|NODE_OPTIONS)/.test(name)));
}

const run = (what, options) => begin(what, options).ended;
const told = ({ out }) => JSON.parse(out.split('\n')[0]);

async function until(condition) {
  const deadline = Date.now() + 20_000;
  while (!condition()) {
    assert.ok(Date.now() < deadline, 'waited 20 s');
    await new Promise((resume) => setTimeout(resume, 20));
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

describe('installing', () => {
  test('a fresh clone is installed without the packages of its tests, and only once', async () => {
    const first = await run(door('hello'));
    assert.equal(first.code, 0, first.err);
    assert.match(first.err, /Installing/);
    assert.ok(existsSync(join(project, 'node_modules/needed')));
    assert.ok(!existsSync(join(project, 'node_modules/for-tests')));
    assert.equal((await run(door('hello'))).err, '');
  });

  test('a program of the repository adds the packages of its tests, and the product then keeps them', async () => {
    await run(door('hello'));
    const ran = await run([process.execPath, [join(project, 'start/run.mjs'), 'src/main.ts', 'exit', '4']], { env: { NODE_ENV: 'production' } });
    assert.equal(ran.code, 4, ran.err);
    assert.ok(existsSync(join(project, 'node_modules/for-tests')));
    assert.equal((await run(door('hello'))).err, '');
  });

  test('what a person installed with npm is left as it is, also behind a link and without the right to write', async () => {
    npm(project, 'ci');
    const elsewhere = join(project, 'elsewhere');
    execFileSync('mv', [join(project, 'node_modules'), elsewhere]);
    symlinkSync(elsewhere, join(project, 'node_modules'));
    chmodSync(project, 0o555);
    const { code, err } = await run(door('hello'));
    chmodSync(project, 0o755);
    assert.deepEqual([code, err], [0, '']);
    assert.ok(!existsSync(join(elsewhere, '.dueregard')) && !existsSync(join(project, 'var')));
  });

  test('a link to an incomplete node_modules is refused, never emptied', async () => {
    mkdirSync(join(project, 'elsewhere/precious'), { recursive: true });
    symlinkSync(join(project, 'elsewhere'), join(project, 'node_modules'));
    const { code, err } = await run(door('hello'));
    assert.equal(code, 1);
    assert.match(err, /is a link to .*elsewhere, where needed must still be installed/);
    assert.ok(existsSync(join(project, 'elsewhere/precious')));
  });

  test('what is installed is compared with the lock file: version, presence, tests, machine', () => {
    npm(project, 'ci');
    assert.deepEqual(missing(project, true), []);
    const lock = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8'));
    const entry = (name, fields) => { lock.packages[`node_modules/${name}`] = { version: '2.0.0', ...fields }; };
    entry('needed', {});
    entry('for-tests', { dev: true });
    entry('for-this-machine', { optional: true, os: process.platform, cpu: [process.arch] });
    entry('for-another', { optional: true, os: ['plan9'], cpu: [process.arch] });
    write(project, 'package-lock.json', JSON.stringify(lock));
    assert.deepEqual(missing(project, false).sort(), ['for-this-machine', 'needed']);
    assert.deepEqual(missing(project, true).sort(), ['for-tests', 'for-this-machine', 'needed']);
  });

  test('a stamp counts for the lock file and the kind of installation that it was made for', () => {
    mkdirSync(join(project, 'node_modules'));
    assert.equal(isInstalled(project, false), false);
    writeStamp(project, false);
    assert.deepEqual([isInstalled(project, false), isInstalled(project, true)], [true, false]);
    writeStamp(project, true);
    assert.deepEqual([isInstalled(project, false), isInstalled(project, true)], [true, true]);
    write(project, 'package-lock.json', readFileSync(join(project, 'package-lock.json'), 'utf8').replace('"tiny"', '"other"'));
    assert.equal(isInstalled(project, false), false);
  });

  test('of two starts at once one installs and the other waits for it', async () => {
    const both = await Promise.all([run(door('exit', '5')), run(door('exit', '6'))]);
    assert.deepEqual(both.map(({ code }) => code), [5, 6], both.map(({ err }) => err).join());
    assert.equal(both.filter(({ err }) => /Installing/.test(err)).length, 1);
    assert.equal(both.filter(({ err }) => /waiting for it/.test(err)).length, 1);
  });

  for (const [name, pid, age] of [['of a dead process', () => deadProcess(), 0], ['forgotten by a living one', () => process.ppid, 120]]) {
    test(`a lock ${name} is taken over`, async () => {
      write(project, 'var/install.lock', String(pid()));
      const touched = new Date(Date.now() - age * 1000);
      utimesSync(join(project, 'var/install.lock'), touched, touched);
      const { code, err } = await run(door('hello'));
      assert.equal(code, 0, err);
      assert.match(err, /did not finish/);
      assert.ok(!existsSync(join(project, 'var/install.lock')));
    });
  }

  test('a start that is stopped while it installs stops npm too and gives the lock back', async () => {
    const npmPid = slowNpm();
    const started = begin(door('hello'), { env: { npm_execpath: join(project, 'npm-cli.js') } });
    await until(() => existsSync(npmPid));
    started.child.kill('SIGTERM');
    assert.equal((await started.ended).code, 143);
    assert.equal(isAlive(Number(readFileSync(npmPid, 'utf8'))), false);
    assert.ok(!existsSync(join(project, 'var/install.lock')));
  });

  test('an error of npm becomes a sentence that names the log', async () => {
    unlinkSync(join(project, 'packages/needed-1.0.0.tgz'));
    cpSync(join(project, 'packages/for-tests-1.0.0.tgz'), join(project, 'packages/needed-1.0.0.tgz'));
    const { code, err } = await run(door('hello'), { env: { npm_config_cache: join(project, 'empty cache') } });
    assert.equal(code, 1);
    assert.match(err, /a package is not the one that package-lock.json names/);
    assert.match(readFileSync(join(project, 'var/install.log'), 'utf8'), /EINTEGRITY/);
    assert.ok(err.includes(join(project, 'var/install.log')) && !err.includes('    at '));
  });
});

function deadProcess() {
  return Number(execFileSync('sh', ['-c', 'echo $$'], { encoding: 'utf8' }));
}

/** An npm that never ends by itself; gives the file where it leaves its process number. */
function slowNpm() {
  const file = join(project, 'npm.pid');
  write(project, 'npm-cli.js', `import { renameSync, writeFileSync } from 'node:fs';
    writeFileSync('${file}.new', String(process.pid)); renameSync('${file}.new', '${file}'); setInterval(() => {}, 1000);`);
  return file;
}

describe('handing over', () => {
  beforeEach(() => npm(project, 'ci', '--omit=dev'));

  for (const [name, through] of [['in its own process', door], ['beneath an older Node', olderDoor]]) {
    test(`${name}: arguments, folder and exit code are the product's`, async () => {
      const args = ['exit', '9', 'two words', '--flag=*', ''];
      const ended = await run(through(...args));
      assert.equal(ended.code, 9, ended.err);
      const { rest, folder } = told(ended);
      assert.deepEqual([rest, folder], [args.slice(1), home]);
    });

    test(`${name}: the product ends itself when it is told to`, async () => {
      const serving = begin(through('serve'));
      await until(() => serving.out.includes('\n'));
      serving.child.kill('SIGTERM');
      const { code, out } = await serving.ended;
      assert.equal(code, 3);
      assert.match(out, /ended in order/);
    });

    test(`${name}: the product does not outlive a start that is killed`, async () => {
      const serving = begin(through('serve'));
      await until(() => serving.out.includes('\n'));
      serving.child.kill('SIGKILL');
      await until(() => !isAlive(told(serving).pid));
    });
  }

  test('the command works from another folder, through a chain of links, and with the Node of the packages', async () => {
    write(project, 'node_modules/.bin/node', `#!/bin/sh\nCHOSEN=packages exec "${process.execPath}" "$@"\n`);
    chmodSync(join(project, 'node_modules/.bin/node'), 0o755);
    const bin = mkdtempSync(join(home, 'bin '));
    symlinkSync(join(project, 'dueregard'), join(bin, 'first'));
    symlinkSync('first', join(bin, 'second'));
    const ended = await run([join(bin, 'second'), ['exit', '2', 'a b']], { cwd: bin });
    assert.equal(ended.code, 2, ended.err);
    const { rest, folder, chosen } = told(ended);
    assert.deepEqual([rest, folder, chosen], [['2', 'a b'], bin, 'packages']);
  });

  test('the platform package\'s Node is chosen before the one that started', async () => {
    const carried = join(project, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
    write(project, `node_modules/node-${process.platform}-${process.arch}/bin/node`, `#!/bin/sh\nCHOSEN=carried exec "${process.execPath}" "$@"\n`);
    chmodSync(carried, 0o755);
    assert.equal(told(await run(door('hello'))).chosen, 'carried');
  });

  test('without any Node the command says what to install', async () => {
    const tools = mkdtempSync(join(home, 'tools '));
    for (const tool of ['sh', 'dirname', 'readlink']) symlinkSync(execFileSync('which', [tool], { encoding: 'utf8' }).trim(), join(tools, tool));
    const { code, err } = await run([join(project, 'dueregard'), ['serve']], { env: { PATH: tools } });
    assert.equal(code, 1);
    assert.match(err, /needs Node 20 or later/);
  });
});

describe('an old Node', () => {
  const pretend = (version) => `data:text/javascript,Object.defineProperty(process.versions, 'node', { value: '${version}' })`;

  for (const file of ['dueregard', 'test', 'run']) {
    test(`start/${file}.mjs says what to install on Node 14`, async () => {
      const { code, out, err } = await run([process.execPath, ['--import', pretend('14.21.3'), join(project, `start/${file}.mjs`), 'src/main.ts']]);
      assert.deepEqual([code, out], [1, '']);
      assert.match(err, /^DueRegard needs Node 20 or later.* this is Node 14\.21\.3\..*\n$/);
    });
  }

  test('a Node that can install but not run the product is told so where none comes with the packages', async () => {
    npm(project, 'ci', '--omit=dev');
    const { code, err } = await run([process.execPath, ['--import', pretend('22.20.0'), join(project, 'start/dueregard.mjs')]]);
    assert.equal(code, 1);
    assert.match(err, /^DueRegard runs on Node 24 or later\..*\n$/);
  });

  test('what such a Node reads has no newer syntax', async () => {
    const { transformSync } = await import('esbuild');
    for (const file of ['dueregard', 'test', 'run', 'node-version', 'words']) {
      const source = readFileSync(join(here, `${file}.mjs`), 'utf8');
      const options = { format: 'esm', charset: 'utf8' };
      assert.equal(transformSync(source, { ...options, target: 'node14' }).code, transformSync(source, { ...options, target: 'esnext' }).code, file);
    }
  });
});
