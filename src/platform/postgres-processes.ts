import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { en } from '../words/index.ts';
import { isSocketFolder } from './postgres-socket.ts';
import { StartRefused } from './start-refused.ts';

/** What a running server says of itself in postmaster.pid. */
export type Postmaster = { readonly pid: number; readonly port: number; readonly socketFolder: string; readonly ready: boolean };

/** How long each kind of signal is given, in milliseconds, before the next harder one: a shutdown may have much to write. */
const patience = { SIGINT: 30_000, SIGTERM: 2_000, SIGQUIT: 2_000, SIGKILL: 5_000 };

/** What a running server wrote of itself, whether it still runs or not. */
export function postmasterOf(folder: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), socketFolder: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}

/** When a process began, as a text to compare; undefined when it has ended. A zombie has ended: only its parent has not noticed. */
export function beginningOf(pid: number): string | undefined {
  return look(pid)?.began;
}

/**
 * Makes the folder free for a new server: stops what an earlier run of ours left behind and clears its lock,
 * which PostgreSQL itself would take for a living one when the dead server is a zombie or its number is used again.
 * Nothing is cleared while one process of PostgreSQL works in the folder.
 */
export async function clearLeftOvers(folder: string, say: (line: string) => void): Promise<void> {
  const postmaster = postmasterOf(folder);
  let left = postgresIn(folder);
  if (left.length > 0) {
    const leads = postmaster !== undefined && left.includes(postmaster.pid);
    if (leads && !isSocketFolder(postmaster.socketFolder)) throw new StartRefused(en.start.inUse(folder, postmaster.pid));
    say(en.start.stoppingLeftOvers);
    // A postmaster stops its back-ends by itself: SIGINT is its fast shutdown. Without one each is told: SIGTERM.
    if (leads) left = await signalAndWait(folder, [postmaster.pid], 'SIGINT');
    for (const signal of ['SIGTERM', 'SIGQUIT', 'SIGKILL'] as const) {
      if (left.length > 0) left = await signalAndWait(folder, left, signal);
    }
    if (left.length > 0) throw new StartRefused(en.start.leftOvers(folder, left.join(', ')));
  }
  rmSync(join(folder, 'postmaster.pid'), { force: true });
}

async function signalAndWait(folder: string, pids: readonly number[], signal: keyof typeof patience): Promise<number[]> {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // It ended by itself in this moment, or belongs to somebody else: the wait below tells.
    }
  }
  const until = Date.now() + patience[signal];
  let left = postgresIn(folder);
  while (left.length > 0 && Date.now() < until) {
    await sleep(50);
    left = postgresIn(folder);
  }
  return left;
}

/** The living processes of PostgreSQL that work in the folder: each of them, back-ends too, has it as its working directory. */
export function postgresIn(folder: string): number[] {
  const home = existsSync(folder) ? realpathSync(folder) : folder;
  const named = postmasterOf(folder)?.pid;
  const pids = existsSync('/proc/self/stat') ? readdirSync('/proc').map(Number).filter((pid) => pid > 0) : named ? [named] : [];
  return pids.filter((pid) => look(pid)?.name === 'postgres' && (workingFolder(pid) ?? (pid === named ? home : undefined)) === home);
}

/** Undefined when this process may not know: another account's, in a container, or a system without /proc. */
function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function look(pid: number): { name: string; began: string } | undefined {
  if (!existsSync('/proc/self/stat')) return lookThroughPs(pid);
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z' || state === 'X') return undefined;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return { name: stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')')), began: `${boot} ${fields[18]}` };
  } catch {
    return undefined;
  }
}

/** The same on systems without /proc, such as macOS. */
export function lookThroughPs(pid: number): { name: string; began: string } | undefined {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-o', 'lstart=', '-o', 'comm=', '-p', String(pid)], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  const [, state = 'Z', began = '', command = ''] = /^\s*(\S+)\s+(\w+\s+\w+\s+\d+\s+[\d:]+\s+\d+)\s+(.*\S)/.exec(stdout ?? '') ?? [];
  return state.startsWith('Z') ? undefined : { name: basename(command), began };
}
