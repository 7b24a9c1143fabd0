// A small project to try the start on, with the real npm and two packages packed on the spot, so that its tests need
// neither the network nor this repository's own node_modules.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, afterEach, before, beforeEach } from 'node:test';

const here = import.meta.dirname;
const begun = [];

/** A folder for the tests of one file and in it, for each test, a new clone; both named with a space. */
export function projects() {
  const places = { home: '', project: '' };
  let template;
  before(() => {
    places.home = realpathSync(mkdtempSync(join(tmpdir(), 'dueregard start ')));
    template = makeTemplate(join(places.home, 'template'));
  });
  beforeEach(() => {
    places.project = mkdtempSync(join(places.home, 'a clone '));
    cpSync(template, places.project, { recursive: true });
  });
  afterEach(() => begun.splice(0).forEach(endForSure));
  after(() => rmSync(places.home, { recursive: true, force: true }));
  return places;
}

/** A project with the real start folder, a package to run, one for its tests, and a lock file that npm wrote. */
function makeTemplate(folder) {
  mkdirSync(join(folder, 'src'), { recursive: true });
  cpSync(here, join(folder, 'start'), { recursive: true });
  cpSync(join(here, '../dueregard'), join(folder, 'dueregard'));
  write(folder, 'start/tsx-loader.mjs', '');
  write(folder, 'src/main.ts', `
    const [command, ...rest]: string[] = process.argv.slice(2);
    if (command === 'serve') {
      process.on('SIGTERM', () => { console.log('ended in order'); process.exit(3); });
      setInterval(() => {}, 1000);
    }
    console.log(JSON.stringify({ command, rest, folder: process.cwd(), pid: process.pid, chosen: process.env['CHOSEN'] }));
    if (command === 'exit') process.exit(Number(rest[0]));`);
  write(folder, 'package.json', JSON.stringify({ name: 'tiny', version: '1.0.0', type: 'module' }));
  for (const [name, kind] of [['needed', '--save-prod'], ['for-tests', '--save-dev']]) {
    write(folder, `packages/${name}/package.json`, JSON.stringify({ name, version: '1.0.0' }));
    npm(folder, 'pack', `./packages/${name}`, '--pack-destination', 'packages');
    npm(folder, 'install', '--package-lock-only', kind, `./packages/${name}-1.0.0.tgz`);
  }
  return folder;
}

export function npm(folder, ...args) {
  execFileSync('npm', [...args, '--offline', '--no-audit', '--no-fund'], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
}

export function write(folder, name, text) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

export function begin([command, args], { cwd = tmpdir(), env = {} } = {}) {
  const child = spawn(command, args, {
    cwd, env: { ...cleanEnv(), ...env }, stdio: ['ignore', 'pipe', 'pipe'], timeout: 30_000, killSignal: 'SIGKILL',
  });
  const seen = { child, out: '', err: '' };
  child.stdout.on('data', (chunk) => { seen.out += chunk; });
  child.stderr.on('data', (chunk) => { seen.err += chunk; });
  seen.ended = new Promise((done) => child.once('close', (code, signal) => done({ ...seen, code, signal })));
  begun.push(seen);
  return seen;
}

/** A test that fails leaves neither a process nor an open pipe to it. */
function endForSure({ child, out }) {
  const pids = [child.pid, ...Array.from(out.matchAll(/"pid":(\d+)/g), ([, pid]) => Number(pid))];
  for (const pid of pids.filter(isAlive)) process.kill(pid, 'SIGKILL');
  child.stdout.destroy();
  child.stderr.destroy();
}

// The runner and npm leave marks in the environment that a person's shell does not have.
function cleanEnv() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_(execpath|node_execpath|lifecycle|package|command)|NODE_TEST|NODE_OPTIONS)/.test(name)));
}

export const run = (what, options) => begin(what, options).ended;
export const told = ({ out }) => JSON.parse(out.split('\n')[0]);

export async function until(condition) {
  const deadline = Date.now() + 20_000;
  while (!condition()) {
    assert.ok(Date.now() < deadline, 'waited 20 s');
    await new Promise((resume) => setTimeout(resume, 20));
  }
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
