import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { findPostgres } from '../src/platform/postgres-supervisor.ts';
import { ask, postgresOn, startOnExamples, startServer, type Running } from '../test/running.ts';

export type CrashFigures = {
  readonly rounds: number;
  readonly acknowledged: number;
  /** Acknowledged saves that are not there afterwards. */
  readonly lost: number;
  /** Saves that left more than one entry in the audit trail, or an entry without its save. */
  readonly doubled: number;
  /** The longest time from a kill to the next acknowledged save, in milliseconds. */
  readonly slowestRecovery: number;
};

type Victim = 'server' | 'database' | 'both';
type Writer = { readonly indicator: string; acknowledged: number; version: number; lost: number };

const victims: readonly Victim[] = ['server', 'database', 'both'];
const indicators = ['LA1.m1', 'LA2.m1', 'LA3.m1', 'LA4.m1', 'LA5.m1', 'LA6.m1', 'LA7.m1', 'LA8.m1'];
const page = (indicator: string) => `/organisations/leicestershire/assessments/2025-26/indicators/${indicator}`;

/**
 * Eight writers save answers through the real server while it, its PostgreSQL, or both are killed (SIGKILL) at a random
 * moment, round after round. A writer whose answer was cut off sends the same form again, as a person would press again.
 * The first loss ends it: there is nothing more to learn.
 * @param environment PGOPTIONS=-c synchronous_commit=off plants the fault that this must find.
 */
export async function crashRounds(rounds: number, environment: Record<string, string> = {}): Promise<CrashFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'dueregard-crash-'));
  let server = await startOnExamples(folder, environment);
  const stop = new AbortController();
  let lastSave = Date.now();
  const writers = indicators.map((indicator): Writer => ({ indicator, acknowledged: 0, version: 0, lost: 0 }));
  const working = writers.map((writer) => write(writer, () => server, stop.signal, () => { lastSave = Date.now(); }));
  let slowestRecovery = 0;
  try {
    for (let round = 0; round < rounds; round += 1) {
      await sleep(150 + Math.random() * 350);
      const killed = Date.now();
      const victim = victims[round % victims.length] ?? 'both';
      await kill(server, folder, victim);
      if (victim !== 'database') server = await startServer(folder, environment);
      while (lastSave < killed + 20 && !writers.some(({ lost }) => lost > 0)) { await sleep(5); if (Date.now() - killed > 60_000) throw new Error(`no save for a minute after killing ${victim}:\n${server.output()}`); }
      if (writers.some(({ lost }) => lost > 0)) break;
      slowestRecovery = Math.max(slowestRecovery, lastSave - killed);
    }
    stop.abort();
    await Promise.all(working);
    const found = await whatIsThere(folder);
    const lost = writers.reduce((sum, writer) => sum + Math.max(writer.lost, writer.acknowledged - (found.get(writer.indicator)?.saved ?? 0)), 0);
    const doubled = writers.reduce((sum, writer) => sum + Math.abs((found.get(writer.indicator)?.events ?? 0) - writer.acknowledged), 0);
    return { rounds, acknowledged: writers.reduce((sum, { acknowledged }) => sum + acknowledged, 0), lost, doubled, slowestRecovery };
  } finally {
    stop.abort();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function write(writer: Writer, current: () => Running, stop: AbortSignal, saved: () => void): Promise<void> {
  while (!stop.aborted) {
    const number = writer.acknowledged + 1;
    const fields = { request_key: randomUUID(), status: 'yes', note: `save ${number}`, version: String(writer.version) };
    for (;;) {
      try {
        const session = await signIn(current().port);
        const answer = await ask(current().port, 'POST', page(writer.indicator), session.cookie, { ...fields, csrf: session.csrf });
        if (answer.status === 303) break;
        // A version that the server no longer knows: what it acknowledged before is gone.
        if (answer.status === 409) { writer.lost += 1; return; }
        if (answer.status !== 503) throw new Error(`${writer.indicator} save ${number}: ${answer.status}\n${current().output().split('\n').slice(-5).join('\n')}`);
      } catch (error) {
        if (!(error instanceof Error && 'code' in error)) throw error;
      }
      await sleep(20);
    }
    writer.acknowledged = number;
    writer.version += 1;
    saved();
  }
}

const sessions = new Map<number, Promise<{ cookie: string; csrf: string }>>();

/** One session for all writers on a server; a new server keeps the sessions of the old one, but has another port. */
async function signIn(port: number): Promise<{ cookie: string; csrf: string }> {
  const known = sessions.get(port) ?? begin(port);
  sessions.set(port, known);
  known.catch(() => sessions.delete(port));
  return known;
}

async function begin(port: number): Promise<{ cookie: string; csrf: string }> {
  const { cookie, status } = await ask(port, 'POST', '/demonstration/session', '', { person: 'lead@leicestershire.example' });
  if (cookie === undefined) throw Object.assign(new Error(`no session: ${status}`), { code: status });
  const form = await ask(port, 'GET', page(indicators[0] ?? ''), cookie);
  const csrf = /name="csrf" value="([^"]+)"/.exec(form.body)?.[1];
  if (csrf === undefined) throw Object.assign(new Error(`no form: ${form.status}`), { code: form.status });
  return { cookie, csrf };
}

async function kill(server: Running, folder: string, victim: Victim): Promise<void> {
  const database = postgresOn(folder);
  if (victim !== 'database') server.process.kill('SIGKILL');
  if (victim !== 'server') for (const pid of database) { try { process.kill(pid, 'SIGKILL'); } catch { /* it ended by itself */ } }
  if (victim !== 'database') while (server.process.signalCode === null) await sleep(2);
}

async function whatIsThere(folder: string): Promise<Map<string, { saved: number; events: number }>> {
  const address = await findPostgres(join(folder, 'postgres'));
  if (!address) throw new Error('the database does not run');
  const client = new pg.Client({ host: address.socketFolder, port: address.port, user: address.superuser, database: 'dueregard' });
  await client.connect();
  const { rows } = await client.query<{ indicator: string; note: string; events: number }>(`
    select a.indicator_code as indicator, a.note, (select count(*)::int from audit_event e where e.org_id = a.org_id and e.record_kind = 'answer' and e.record_id = a.id) as events
    from answer a join organisation o on o.id = a.org_id and o.short_name = 'leicestershire'`);
  await client.end();
  return new Map(rows.map(({ indicator, note, events }) => [indicator, { saved: Number(note.replace('save ', '')), events }]));
}
