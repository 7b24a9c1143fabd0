import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { madeOnce } from './made-once.ts';

const program = fileURLToPath(new URL('../start/dueregard.mjs', import.meta.url));

/** A real server in a process of its own, as `./dueregard serve` starts it. */
export type Running = {
  readonly process: ChildProcess;
  readonly port: number;
  readonly address: string;
  /** Milliseconds from the start command to the printed address. */
  readonly startedIn: number;
  readonly output: () => string;
  stop(): Promise<number | null>;
};

export async function startServer(dataFolder: string, environment: Record<string, string> = {}): Promise<Running> {
  const began = performance.now();
  const child = spawn(process.execPath, [program, 'serve'], {
    env: { ...process.env, DATABASE_URL: '', HOST: '127.0.0.1', PORT: '0', DUEREGARD_DATA: dataFolder, ...environment }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = once(child, 'exit');
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { output += chunk.toString(); });
  for (;;) {
    const port = /DueRegard is at http:\/\/127\.0\.0\.1:(\d+)/.exec(output)?.[1];
    if (port !== undefined) {
      const stop = async () => { child.kill('SIGTERM'); await ended; return child.exitCode; };
      return { process: child, port: Number(port), address: `http://127.0.0.1:${port}`, startedIn: performance.now() - began, output: () => output, stop };
    }
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the server ended (${child.exitCode ?? child.signalCode}):\n${output}`);
    await sleep(10);
  }
}

/** The same on a data folder that holds the examples already: the run makes them once, which takes as long as four later starts. */
export async function startOnExamples(dataFolder: string, environment: Record<string, string> = {}): Promise<Running> {
  const kept = process.env['DUEREGARD_TEST_EXAMPLES'];
  if (kept !== undefined) {
    await madeOnce(kept, async (folder) => { await (await startServer(folder)).stop(); });
    cpSync(kept, dataFolder, { recursive: true });
  }
  return startServer(dataFolder, environment);
}

export type Answered = { readonly status: number; readonly location: string | undefined; readonly cookie: string | undefined; readonly body: string };

/** One request on a connection of its own, as a browser without scripts sends it. @throws when the connection breaks. */
export function ask(port: number, method: 'GET' | 'POST', path: string, cookie: string, fields?: Readonly<Record<string, string>>): Promise<Answered> {
  const payload = fields ? new URLSearchParams(fields).toString() : '';
  return new Promise((answer, fail) => {
    const sent = request({ host: '127.0.0.1', port, method, path, agent: false, headers: {
      cookie, origin: `http://127.0.0.1:${port}`,
      ...(fields ? { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(payload) } : {}),
    } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', fail).on('end', () => answer({
        status: response.statusCode ?? 0, location: response.headers.location, cookie: response.headers['set-cookie']?.[0]?.split(';')[0], body: Buffer.concat(chunks).toString(),
      }));
    });
    sent.on('error', fail);
    sent.end(payload);
  });
}

/** The process numbers of every PostgreSQL process on a cluster's folder, the postmaster first. */
export function postgresOn(folder: string): number[] {
  const cluster = join(folder, 'postgres');
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
    try { return readlinkSync(`/proc/${pid}/cwd`) === cluster; } catch { return false; }
  });
  const first = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
  return [...all.filter((pid) => pid === first), ...all.filter((pid) => pid !== first)];
}
