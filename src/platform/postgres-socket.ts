import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { en } from '../words/index.ts';
import { giveTo, type Account } from './postgres-account.ts';
import { StartRefused } from './start-refused.ts';

const prefix = 'dueregard-';
/** A socket's path, "/.s.PGSQL.5432" included, must stay below 104 bytes on macOS and 108 on Linux. */
const longestFolder = 85;

/** A new private folder for one run's socket: no lock of an earlier run can stand in it, and nobody else can enter. */
export function makeSocketFolder(account: Account): string {
  const parent = Buffer.byteLength(join(tmpdir(), `${prefix}XXXXXX`)) <= longestFolder ? tmpdir() : '/tmp';
  const folder = newFolder(parent);
  try {
    giveTo(account, folder);
    return folder;
  } catch (error) {
    removeSocketFolder(folder);
    throw error;
  }
}

/** Readable by its owner alone: mkdtemp makes it so. */
function newFolder(parent: string): string {
  try {
    return mkdtempSync(join(parent, prefix));
  } catch {
    throw new StartRefused(en.start.noTemporaryFolder(parent));
  }
}

/** Whether a folder is one of ours, by its name: other servers' are left alone. */
export function isSocketFolder(folder: string): boolean {
  return /^dueregard-\w{6}$/.test(basename(folder));
}

export function removeSocketFolder(folder: string): void {
  if (isSocketFolder(folder)) rmSync(folder, { recursive: true, force: true });
}
