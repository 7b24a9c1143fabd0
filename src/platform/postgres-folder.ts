import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { en } from '../words/index.ts';
import { giveTo, whenWeEnd, type Account } from './postgres-account.ts';
import type { Binaries } from './postgres-binaries.ts';
import { clearLeftOvers } from './postgres-processes.ts';
import { StartRefused } from './start-refused.ts';

export const superuser = 'postgres';

/** Nothing of the caller's environment (PGPORT, LANG) may change what PostgreSQL does or in which language it complains. */
export function childEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}

/** Makes the folder that the cluster's folder, lock and log stand in. */
export function makeParent(folder: string): void {
  orRefuse(folder, () => mkdirSync(dirname(folder), { recursive: true, mode: 0o700 }));
  if (existsSync(folder) && !statSync(folder).isDirectory()) throw new StartRefused(en.start.notAFolder(folder));
}

/** Makes the cluster unless it is there, and refuses one that these binaries cannot read. */
export async function makeCluster(folder: string, binaries: Binaries, account: Account, durable: boolean, say: (line: string) => void): Promise<void> {
  const draft = `${folder}.init`;
  const missing = orRefuse(folder, () => !existsSync(folder) || readdirSync(folder).length === 0);
  if (missing) {
    say(en.start.makingDatabase(folder));
    await clearLeftOvers(draft, say);
  }
  orRefuse(folder, () => {
    if (missing) initialise(folder, draft, binaries, account, durable);
    if (!existsSync(join(folder, 'PG_VERSION'))) throw new StartRefused(en.start.notADatabase(folder));
    const made = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
    if (made !== String(binaries.major)) throw new StartRefused(en.start.otherVersion(folder, made, binaries.major));
    chmodSync(folder, 0o700);
    giveTo(account, folder);
  });
}

/** Beside its place and then moved there, so that a run cut short never leaves half a cluster that looks like one. */
function initialise(folder: string, draft: string, binaries: Binaries, account: Account, durable: boolean): void {
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  giveTo(account, draft);
  const [command = '', ...words] = [...account.prefix, ...whenWeEnd('KILL'), join(binaries.folder, 'initdb'), '--pgdata', draft, ...shape(binaries, durable)];
  const { status, stderr } = spawnSync(command, words, { encoding: 'utf8', env: childEnvironment(), cwd: '/', ...account.user });
  if (status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw explained(folder, stderr ?? '');
  }
  renameSync(draft, folder);
  flush(dirname(folder));
}

function shape(binaries: Binaries, durable: boolean): string[] {
  // The builtin provider came with 17: its order never changes with the system's libraries, so indexes stay right.
  const locale = binaries.major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'] : ['--locale-provider=libc', '--locale=C'];
  // Trust is limited to the socket, which stands in a folder that nobody else can enter.
  return [
    `--username=${superuser}`, '--encoding=UTF8', ...locale, '--data-checksums', '--auth-local=trust', '--auth-host=reject',
    '--no-instructions', ...(durable ? [] : ['--no-sync']),
  ];
}

function flush(folder: string): void {
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/** Runs what may fail for want of a right or of space, and says so in a sentence. */
export function orRefuse<T>(folder: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof StartRefused || !(error instanceof Error)) throw error;
    throw explained(folder, error.message);
  }
}

/** The sentence for what PostgreSQL or the system said against the folder. */
export function explained(folder: string, said: string): StartRefused {
  if (/No space left|quota exceeded/i.test(said)) return new StartRefused(en.start.noSpace(folder));
  if (/Permission denied|not permitted|Read-only file system|ENOTDIR|EEXIST/i.test(said)) return new StartRefused(en.start.notWritable(folder));
  const reason = /(?:FATAL|PANIC|error): +(.*)/.exec(said)?.[1] ?? said.trim().split('\n').at(-1) ?? '';
  return new StartRefused(en.start.databaseFailed(folder, `${reason.replace(/\.$/, '')}.`));
}
