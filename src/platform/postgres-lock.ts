import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { en } from '../words/index.ts';
import { beginningOf } from './postgres-processes.ts';
import { removeSocketFolder } from './postgres-socket.ts';
import { StartRefused } from './start-refused.ts';

/**
 * Makes this process the only one that starts a server in the folder, from before the cluster is made until the
 * release that is returned. The lock is a file beside the folder with the process's number and beginning, so that
 * one left by a dead process is known for what it is, even when its number is used again.
 */
export function lockFolder(folder: string, socketFolder: string): () => void {
  const lock = `${folder}.lock`;
  const draft = `${lock}.${randomUUID()}`;
  const text = [process.pid, beginningOf(process.pid), socketFolder].join('\n');
  try {
    writeFileSync(draft, text);
    while (!linked(draft, lock)) clearDeadLock(folder, lock);
  } finally {
    rmSync(draft, { force: true });
  }
  return () => { if (textOf(lock) === text) rmSync(lock, { force: true }); };
}

/** A link is made with its text already in it: no other process ever sees half a lock. */
function linked(draft: string, lock: string): boolean {
  try {
    linkSync(draft, lock);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function clearDeadLock(folder: string, lock: string): void {
  const text = textOf(lock);
  if (text === undefined) return;
  const [pid = '', began = '', socketFolder = ''] = text.split('\n');
  if (began !== '' && beginningOf(Number(pid)) === began) throw new StartRefused(en.start.inUse(folder, Number(pid)));
  // Two processes may find the same dead lock: the second must not take away the lock that the first then made.
  const aside = `${lock}.${randomUUID()}`;
  try {
    renameSync(lock, aside);
    if (textOf(aside) === text) removeSocketFolder(socketFolder);
    else linked(aside, lock);
  } catch (error) {
    if (textOf(aside) !== undefined) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
