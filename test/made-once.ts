import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A folder that several test files want: the first of them makes it, the others wait. */
export async function madeOnce(kept: string, make: (folder: string) => Promise<void>): Promise<void> {
  while (!existsSync(kept)) {
    try { mkdirSync(`${kept}.making`); } catch { await sleep(100); continue; }
    const folder = mkdtempSync(`${kept}-`);
    try {
      await make(folder);
      renameSync(folder, kept);
    } finally {
      rmSync(`${kept}.making`, { recursive: true });
    }
  }
}
