import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isMainThread } from 'node:worker_threads';
import pg from 'pg';
import { en } from '../words/index.ts';
import { chooseAccount } from './postgres-account.ts';
import { findBinaries, type Binaries } from './postgres-binaries.ts';
import { makeCluster, makeParent, orRefuse, superuser } from './postgres-folder.ts';
import { lockFolder } from './postgres-lock.ts';
import { port, startPostmaster, type Cluster, type RunningPostmaster } from './postgres-postmaster.ts';
import { postmasterOf } from './postgres-processes.ts';
import { makeSocketFolder, removeSocketFolder } from './postgres-socket.ts';

/** Where to reach a server: `pg` takes { host: socketFolder, port, user: superuser, database: 'postgres' }. */
export type PostgresAddress = { readonly socketFolder: string; readonly port: number; readonly superuser: string };

export type Postgres = PostgresAddress & {
  /** Settles when there is no server any more: after stop, or when it kept dying and was given up. The last exit code, null after a signal. */
  readonly exited: Promise<number | null>;
  /** Ends every connection, writes everything down and waits for it. */
  stop(): Promise<void>;
};

export type PostgresOptions = {
  /** The cluster's data folder; made when missing. Its lock, its log and its draft stand beside it. */
  readonly folder: string;
  /** False turns fsync and its like off: for tests only. */
  readonly durable?: boolean;
  /** Progress, in lines for a person. */
  readonly say?: (line: string) => void;
  /** Other binaries than those that findBinaries finds. */
  readonly binaries?: Binaries;
  /** The waits, in milliseconds, after which a server that died is started again; when all are used up it is given up. */
  readonly restartAfter?: readonly number[];
};

const usualWaits = [100, 500, 2_000, 10_000, 30_000];
/** A server that ran this long, in milliseconds, before it died has all its restarts again. */
const ranWell = 60_000;
/** How long a shutdown may take, in milliseconds, before it is cut short; the next start then recovers from the log. */
const shutdownTime = 60_000;

/**
 * Starts the embedded PostgreSQL on a private Unix socket, and again whenever it dies, until it is stopped.
 * However this process ends, its server ends too. Refuses (StartRefused) with a sentence that says what to do.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { durable = true, say = () => {}, restartAfter = usualWaits } = options;
  if (!isMainThread) throw new Error('startPostgres runs in the main thread: the server would die with any other');
  const folder = resolve(options.folder);
  const account = chooseAccount(folder);
  makeParent(folder);
  const socketFolder = makeSocketFolder(account);
  let unlock = () => {};
  const release = () => {
    unlock();
    removeSocketFolder(socketFolder);
  };
  try {
    unlock = orRefuse(folder, () => lockFolder(folder, socketFolder));
    const cluster = { folder, binaries: options.binaries ?? findBinaries(), account, socketFolder, durable, say };
    await makeCluster(folder, cluster.binaries, account, durable, say);
    return supervise(cluster, await startPostmaster(cluster), restartAfter, release);
  } catch (error) {
    release();
    throw error;
  }
}

/** The server that another process of ours runs on this folder, or undefined: for commands beside the running product. */
export async function findPostgres(folder: string): Promise<PostgresAddress | undefined> {
  const postmaster = postmasterOf(resolve(folder));
  if (!postmaster?.ready) return undefined;
  const { socketFolder } = postmaster;
  const client = new pg.Client({ host: socketFolder, port: postmaster.port, user: superuser, database: 'postgres', connectionTimeoutMillis: 3_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return { socketFolder, port: postmaster.port, superuser };
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => {});
  }
}

function supervise(cluster: Cluster, first: RunningPostmaster, restartAfter: readonly number[], release: () => void): Postgres {
  let running: RunningPostmaster | undefined = first;
  const stopping = new AbortController();
  const endWithProcess = () => running?.signal('SIGINT');
  process.once('exit', endWithProcess);

  async function keepRunning(): Promise<number | null> {
    let code: number | null = null;
    for (let deaths = 0; deaths <= restartAfter.length; deaths += 1) {
      if (running) {
        const began = Date.now();
        code = await running.ended;
        running = undefined;
        if (Date.now() - began > ranWell) deaths = 0;
      }
      const wait = restartAfter[deaths];
      if (stopping.signal.aborted || wait === undefined) break;
      cluster.say(en.start.databaseDied(wait / 1_000));
      await sleep(wait, undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) break;
      running = await startPostmaster(cluster).catch((error: Error) => {
        cluster.say(error.message);
        return undefined;
      });
      if (stopping.signal.aborted) running?.signal('SIGINT');
      else if (running) cluster.say(en.start.databaseBack);
    }
    if (!stopping.signal.aborted) cluster.say(en.start.databaseGivenUp(`${cluster.folder}.log`));
    process.off('exit', endWithProcess);
    release();
    return code;
  }

  const exited = keepRunning();
  return {
    socketFolder: cluster.socketFolder, port, superuser, exited,
    async stop() {
      stopping.abort();
      running?.signal('SIGINT');
      const late = setTimeout(() => running?.signal('SIGQUIT'), shutdownTime);
      await exited;
      clearTimeout(late);
    },
  };
}
