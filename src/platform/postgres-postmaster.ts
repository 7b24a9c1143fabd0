import { spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { en } from '../words/index.ts';
import { whenWeEnd, type Account } from './postgres-account.ts';
import type { Binaries } from './postgres-binaries.ts';
import { childEnvironment, explained, orRefuse } from './postgres-folder.ts';
import { clearLeftOvers, postmasterOf } from './postgres-processes.ts';

export const port = 5432;

/** All that a postmaster is started from, the same for each start. */
export type Cluster = {
  readonly folder: string;
  readonly binaries: Binaries;
  readonly account: Account;
  readonly socketFolder: string;
  readonly durable: boolean;
  readonly say: (line: string) => void;
};

/** A running server; `ended` is its exit code, null after a signal. */
export type RunningPostmaster = { readonly ended: Promise<number | null>; signal(name: NodeJS.Signals): void };

/** Starts the server and waits until it takes connections, for as long as it needs to put itself in order. */
export async function startPostmaster(cluster: Cluster): Promise<RunningPostmaster> {
  const { folder, account, socketFolder, say } = cluster;
  await clearLeftOvers(folder, say);
  for (const left of readdirSync(socketFolder)) rmSync(join(socketFolder, left), { force: true });
  const log = orRefuse(`${folder}.log`, () => openSync(`${folder}.log`, 'a', 0o600));
  const logged = fstatSync(log).size;
  const [command = '', ...words] = [...account.prefix, ...whenWeEnd('INT'), join(cluster.binaries.folder, 'postgres'), ...settings(cluster)];
  // Detached: Ctrl-C in a terminal reaches every process of its group, and only Node may decide to stop.
  const child = spawn(command, words, { stdio: ['ignore', log, log], env: childEnvironment(), cwd: '/', detached: true, ...account.user });
  closeSync(log);
  let over = false;
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', resolve);
  }).finally(() => { over = true; });
  const begun = Date.now();
  let told = false;
  while (!isReady(folder, child.pid)) {
    if (over) throw explained(folder, readFileSync(`${folder}.log`).subarray(logged).toString());
    if (!told && Date.now() - begun > 5_000) {
      told = true;
      say(en.start.recovering);
    }
    await sleep(15);
  }
  return { ended, signal: (name) => { child.kill(name); } };
}

function isReady(folder: string, pid: number | undefined): boolean {
  const postmaster = postmasterOf(folder);
  return postmaster?.ready === true && postmaster.pid === pid;
}

function settings({ folder, socketFolder, durable }: Cluster): string[] {
  const values = {
    listen_addresses: '',
    unix_socket_directories: `"${socketFolder}"`,
    unix_socket_permissions: '0700',
    port: String(port),
    max_connections: '100',
    shared_buffers: '128MB',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // A log file that is used again still holds what was written in it before, erased answers among it.
    wal_recycle: 'off',
    // The details of an error quote rows: they belong in the database, not in a log.
    log_error_verbosity: 'terse',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return ['-D', folder, ...Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
