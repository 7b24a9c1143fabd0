// Installs what a fresh clone lacks, with npm and without any package's install script.
import { spawn } from 'node:child_process';
import { accessSync, closeSync, constants as modes, existsSync, lstatSync, mkdirSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { isInstalled, missing, writeStamp } from './installed.mjs';
import { withLock } from './lock.mjs';
import { Stop } from './stop.mjs';
import { words } from './words.mjs';

const HEARTBEAT_MS = 10_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Does nothing when all is there. Speaks on stderr, so that a command's own output stays clean. */
export async function install(root, { dev = false } = {}) {
  if (isInstalled(root, dev)) return;
  refuseWhereNotOurs(root, dev);
  const told = {
    waiting: (holder) => console.error(words.waiting(holder)),
    takingOver: (holder) => console.error(words.takingOver(holder)),
  };
  await withLock(join(root, 'var/install.lock'), told, async () => {
    if (isInstalled(root, dev)) return;
    const started = Date.now();
    const seconds = () => Math.round((Date.now() - started) / 1000);
    console.error(words.installing(dev));
    const heartbeat = setInterval(() => console.error(words.stillInstalling(seconds())), HEARTBEAT_MS);
    await npmCi(root, dev).finally(() => clearInterval(heartbeat));
    const left = missing(root, dev);
    if (left.length === 0) writeStamp(root, dev);
    else console.error(words.stillMissing(left.join(', ')));
    console.error(words.installed(seconds()));
  });
}

// npm would empty the folder behind a link, which may serve another checkout.
function refuseWhereNotOurs(root, dev) {
  const modules = join(root, 'node_modules');
  const names = () => inShort(missing(root, dev));
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new Stop(words.linkedModules(existsSync(modules) ? realpathSync(modules) : modules, names()));
  }
  try {
    mkdirSync(join(root, 'var'), { recursive: true });
    for (const folder of [root, join(root, 'var')]) accessSync(folder, modes.W_OK);
  } catch {
    throw new Stop(words.readOnly(root, names()));
  }
}

function inShort(names) {
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more packages` : names.join(', ');
}

async function npmCi(root, dev) {
  const log = join(root, 'var/install.log');
  const output = openSync(log, 'w');
  const [command, ...first] = findNpm();
  const npm = spawn(command, [...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', dev ? '--include=dev' : '--omit=dev'], {
    cwd: root, stdio: ['ignore', output, output],
  });
  closeSync(output);
  const { code, signal, error } = await ending(npm);
  if (signal) throw new Stop(words.stopped, 128 + constants.signals[signal]);
  if (code !== 0) throw new Stop(words.npmFailed(error?.message ?? reasonIn(readFileSync(log, 'utf8')), log));
}

/** Waits for npm. When we are told to end meanwhile, npm ends first: two at once would spoil node_modules. */
async function ending(npm) {
  let signal;
  const passOn = (received) => {
    signal = received;
    npm.kill(received);
  };
  for (const name of SIGNALS) process.on(name, passOn);
  const ended = await new Promise((resolve) => {
    npm.once('error', (error) => resolve({ error }));
    npm.once('exit', (code) => resolve({ code }));
  });
  for (const name of SIGNALS) process.off(name, passOn);
  return { ...ended, signal };
}

function reasonIn(log) {
  return words.npmReasons.find(([pattern]) => pattern.test(log))?.[1] ?? words.npmUnknownReason;
}

/** The npm that started us, the one that belongs to this Node, or the one on the PATH: as a command and its first arguments. */
function findNpm() {
  const { npm_execpath: starter, npm_node_execpath: startersNode, PATH = '' } = process.env;
  if (starter?.endsWith('npm-cli.js') && existsSync(starter)) return [startersNode ?? process.execPath, starter];
  const beside = join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');
  if (existsSync(beside)) return [process.execPath, beside];
  const onPath = PATH.split(delimiter).map((folder) => join(folder, 'npm')).find(existsSync);
  if (onPath) return [onPath];
  throw new Stop(words.noNpm);
}
