// What the tests of the embedded PostgreSQL share: folders, child processes, a look into a server.
import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { z } from 'zod';
import { postgresIn } from './postgres-processes.ts';
import { startPostgres, type Postgres, type PostgresAddress, type PostgresOptions } from './postgres-supervisor.ts';

export const linux = process.platform === 'linux' ? {} : { skip: 'needs /proc' };
export const isRoot = process.geteuid?.() === 0;
const program = fileURLToPath(new URL('postgres-supervisor.fixture.ts', import.meta.url));
const printed = z.object({ socketFolder: z.string(), postmaster: z.number(), refused: z.string() }).partial();

const templates = mkdtempSync(join(tmpdir(), 'supervisor-test-template-'));
after(() => rmSync(templates, { recursive: true, force: true }));

const endings = new WeakMap<TestContext, (() => unknown)[]>();

/** Undoes things when the test ends, the last one first: a folder is removed after the processes that work in it. */
export function atEnd(t: TestContext, act: () => unknown): void {
  const acts = endings.get(t) ?? [];
  if (acts.length === 0) {
    endings.set(t, acts);
    t.after(async () => {
      for (const each of acts.reverse()) await each();
    });
  }
  acts.push(act);
}

/** A folder for one test. */
export function folderFor(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'supervisor-test-'));
  atEnd(t, () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }));
  return folder;
}

/** The folder of a cluster that is made and at rest: a copy, since making one takes a second. */
export async function clusterFor(t: TestContext): Promise<string> {
  const template = join(templates, 'cluster');
  if (!existsSync(template)) await (await startPostgres({ folder: template, durable: false })).stop();
  const folder = join(folderFor(t), 'cluster');
  cpSync(template, folder, { recursive: true });
  chmodSync(folder, 0o700);
  return folder;
}

/** A server that is stopped at the end, whatever becomes of the test. */
export async function start(t: TestContext, options: PostgresOptions): Promise<Postgres> {
  const postgres = await startPostgres(options);
  atEnd(t, () => postgres.stop());
  return postgres;
}

export type Child = z.infer<typeof printed> & { readonly process: ChildProcess; readonly pid: number };

/** Runs the fixture in a process of its own until it has printed its line; it is killed when the test ends. */
export async function fixture(t: TestContext, what: string, folder: string, options: SpawnOptions = {}, prefix: readonly string[] = []): Promise<Child> {
  let answer: z.infer<typeof printed> = {};
  atEnd(t, async () => {
    if (!answer.socketFolder) return;
    await within(5_000, () => postgresIn(folder).length === 0);
    rmSync(answer.socketFolder, { recursive: true, force: true });
  });
  const { process: child, pid, output } = launch(t, what, folder, options, prefix);
  const [line] = await once(createInterface(output), 'line');
  answer = printed.parse(JSON.parse(String(line)));
  return { ...answer, process: child, pid };
}

/** The same without waiting for its line. */
export function launch(t: TestContext, what: string, folder: string, options: SpawnOptions = {}, prefix: readonly string[] = []) {
  const [command = '', ...words] = [...prefix, process.execPath, program, what, folder];
  const child = spawn(command, words, { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
  if (!child.stdout || !child.pid) throw new Error('the fixture did not start');
  atEnd(t, async () => {
    if (child.kill('SIGKILL')) await once(child, 'exit');
  });
  return { process: child, pid: child.pid, output: child.stdout };
}

export async function connect({ socketFolder, port = 5432 }: { socketFolder?: string | undefined; port?: number }): Promise<pg.Client> {
  const client = new pg.Client({ host: socketFolder ?? '', port, user: 'postgres', database: 'postgres' });
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** The first column of what a statement gives, as text. */
export async function ask(address: Pick<PostgresAddress, 'socketFolder'>, sql: string): Promise<string[]> {
  const client = await connect(address);
  try {
    const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' });
    return rows.map((row) => String(row[0]));
  } finally {
    await client.end();
  }
}

/** Waits until something holds; false after so many milliseconds. */
export async function within(milliseconds: number, holds: () => boolean | Promise<boolean>): Promise<boolean> {
  const until = Date.now() + milliseconds;
  while (Date.now() < until) {
    if (await holds()) return true;
    await sleep(25);
  }
  return false;
}

/** Acts without root's right to write everywhere. */
export async function asNobody<T>(act: () => T | Promise<T>): Promise<T> {
  if (!isRoot) return act();
  process.setegid?.(65_534);
  process.seteuid?.(65_534);
  try {
    return await act();
  } finally {
    process.seteuid?.(0);
    process.setegid?.(0);
  }
}

/** Until the test ends this process finds only these commands: a machine that lacks the others. */
export function onlyCommands(t: TestContext, folder: string): void {
  const before = process.env['PATH'];
  process.env['PATH'] = folder;
  atEnd(t, () => { process.env['PATH'] = before; });
}
