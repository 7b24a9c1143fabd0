import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { queueDue } from '../src/capabilities/reminders/index.ts';
import { newId } from '../src/kernel/id.ts';
import { dayIn } from '../src/kernel/year.ts';
import { query, testDatabase, type TestDatabase } from '../test/database.ts';
import { smtpSink } from '../test/smtp-sink.ts';

export type LetterFigures = {
  readonly letters: number;
  /** Milliseconds of the pass that queued them all. */
  readonly queuedIn: number;
  readonly seconds: number;
  readonly kills: number;
  /** Bodies whose letter never came. */
  readonly missed: number;
  /** Letters that came again, with the same Message-ID: of each kill the one in flight. */
  readonly repeated: number;
  /** Letters to somebody who had one already, under another name. */
  readonly doubled: number;
};

const moment = new Date('2026-03-02T10:00:00Z');
const loader = new URL('../start/tsx-loader.mjs', import.meta.url).href;
const program = fileURLToPath(new URL('letters-sender.ts', import.meta.url));

/**
 * So many bodies below one, each with a lead and a return that is due on one day: everything is queued in one pass, then a process
 * sends it to a real mail server and is killed (SIGKILL) several times while a letter is in flight.
 */
export async function lettersThroughKills(bodies: number, kills: number): Promise<LetterFigures> {
  const db = await testDatabase();
  await fill(db, bodies);
  const began = performance.now();
  const letters = await queueDue(db.database, dayIn(moment));
  const queuedIn = performance.now() - began;
  let killed = 0;
  let sender: ChildProcess | undefined;
  // The letter has come and is not acknowledged yet: the worst moment to die.
  const onReceived = (count: number) => { if (killed < kills && count >= ((killed + 1) * bodies) / (kills + 1)) { killed += 1; sender?.kill('SIGKILL'); } };
  const sink = await smtpSink({ onReceived });
  const sent = performance.now();
  const arrived = () => new Set(sink.received.map(({ to }) => to)).size;
  for (let round = 0; round <= kills && arrived() < bodies; round += 1) {
    sender = startSender(db, sink.url);
    await once(sender, 'exit');
  }
  await sink.close();
  const names = new Set(sink.received.map(({ messageId }) => messageId));
  return { letters, queuedIn, seconds: (performance.now() - sent) / 1000, kills: killed, missed: bodies - arrived(), repeated: sink.received.length - names.size, doubled: names.size - arrived() };
}

/** A server that does nothing but the work with letters, until none waits. */
function startSender({ as }: TestDatabase, url: string): ChildProcess {
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', loader, program, JSON.stringify({ connection: as('dueregard_app'), url, moment: moment.toISOString() })], { stdio: ['ignore', 'ignore', 'inherit'] });
}

async function fill({ as }: TestDatabase, bodies: number): Promise<void> {
  const nation = newId();
  const stamps = '1, now(), now()';
  const columns = 'org_id, id, version, created_at, changed_at';
  await query(as('superuser'), `set session_replication_role = replica;
    create temporary table body as select n, gen_random_uuid() as org, gen_random_uuid() as account, gen_random_uuid() as person from generate_series(1, ${bodies}) n;
    insert into organisation (id, short_name, name, kind, invented) select org, 'body-' || n, 'Body ' || n, 'district', true from body;
    insert into account (id, home_org_id, email) select account, org, 'lead-' || n || '@example.test' from body;
    insert into person (${columns}, account_id, name) select org, person, ${stamps}, account, 'Lead ' || n from body;
    insert into membership (${columns}, person_id, role, from_day) select org, gen_random_uuid(), ${stamps}, person, 'prevent_lead', '2025-04-01' from body;
    insert into organisation (id, short_name, name, kind, invented) values ('${nation}', 'nation', 'Nation', 'nation', true);
    insert into organisation_closure (ancestor_id, descendant_id, from_day, to_day, depth) select '${nation}', org, '-infinity', 'infinity', 1 from body;
    insert into risk_quarter (${columns}, quarter, opens_on, due_on, reminder_days) values ('${nation}', gen_random_uuid(), ${stamps}, '2025-26-Q4', '2026-01-05', '2026-03-02', '{-7,7}');
    analyze`);
}
