import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { giveTo, type Account } from './postgres-account.ts';

const prefix = 'dueregard-';
/** A socket's path, "/.s.PGSQL.5432" included, must stay below 104 bytes on macOS and 108 on Linux. */
const longestFolder = 85;

/** A new private folder for one run's socket: no lock of an earlier run can stand in it, and nobody else can enter. */
export function makeSocketFolder(account: Account): string {
  const own = join(tmpdir(), prefix);
  const folder = mkdtempSync(Buffer.byteLength(own) + 6 <= longestFolder ? own : `/tmp/${prefix}`);
  chmodSync(folder, 0o700);
  giveTo(account, folder);
  return folder;
}

/** Whether a folder is one of ours, by its name: other servers' are left alone. */
export function isSocketFolder(folder: string): boolean {
  return /^dueregard-\w{6}$/.test(basename(folder));
}

export function removeSocketFolder(folder: string): void {
  if (isSocketFolder(folder)) rmSync(folder, { recursive: true, force: true });
}
