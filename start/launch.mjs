// Hands over to the Node that the product is written for, with the loader for its pages.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { install } from './install.mjs';
import { orStop, Stop } from './stop.mjs';
import { words } from './words.mjs';

const PRODUCT_NODE = 24;

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Installs what is missing, then runs a TypeScript file of this repository in the person's own folder. */
export function launch(file, args, { dev = false } = {}) {
  return orStop(async () => {
    if (file === undefined) throw new Stop(words.usageRun);
    const program = resolve(root, file);
    if (!existsSync(program)) throw new Stop(words.noSuchFile(program));
    await install(root, { dev });
    const node = productNode();
    const all = [...flags, program, ...args];
    // The Node that npm finds in node_modules can become the product, so that signals, exit code and process number
    // are simply its own. An older one, which only the first start meets, stays as its parent.
    if (process.execve) process.execve(node, [node, ...all], process.env);
    else process.exitCode = await runBeneath(node, ['--import', endWithParent, ...all]);
  });
}

// A page leaves much behind that is soon forgotten. Where Node's own 16 MB are full it is copied about, which costs a tenth
// of the page; 64 MB are seldom filled before a request is over.
export const flags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=64', '--import', new URL('tsx-loader.mjs', import.meta.url).href];
const endWithParent = new URL('end-with-parent.mjs', import.meta.url).href;

/** The Node that came with the packages, or this one if it is new enough. */
export function productNode() {
  const carried = join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  if (existsSync(carried)) return carried;
  if (Number(process.versions.node.split('.')[0]) >= PRODUCT_NODE) return process.execPath;
  throw new Stop(words.noProductNode(`${process.platform} ${process.arch}`, process.versions.node));
}

/** Runs a child on our own input and output, passes signals on and gives its exit code. */
export function runBeneath(node, args, { stdio = ['inherit', 'inherit', 'inherit', 'ipc'], ...options } = {}) {
  const child = spawn(node, args, { stdio, ...options });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to everything in the foreground; passed on, the child would get it twice.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  return new Promise((done, refuse) => {
    child.once('error', (error) => refuse(new Stop(words.didNotStart(node, error.message))));
    child.once('exit', (code, signal) => done(signal ? 128 + constants.signals[signal] : code));
  });
}
