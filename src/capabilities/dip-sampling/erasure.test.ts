import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { query } from '../../../test/database.ts';
import { dayOf } from '../../kernel/year.ts';
import { verifyChain } from '../../platform/audit.ts';
import { overwriteErased } from '../../platform/erasure.ts';
import { disposeOfDue } from '../../platform/retention.ts';
import { paths } from './paths.ts';
import { all, closing, drawn, review, sampleCast, settled } from './sample.fixture.ts';

const cast = await sampleCast();
const { site, world } = cast;
const orgId = world.organisations.county.id;
const rows = <Row extends object>(text: string, values: unknown[] = []) => query<Row & Record<string, unknown>>(site.db.as('superuser'), text, values);
const on = (text: string) => dayOf(text) ?? assert.fail(text);
const dispose = (text: string) => disposeOfDue({ database: site.db.database, files: site.files, overwriteErased: () => overwriteErased(site.db.as('superuser')) }, on(text));

test('after closing and the daily job no byte of the answers is in the data folder, those of an open exercise stay, and the chain is whole', async () => {
  const open = await drawn(cast, { 'from-year': '2024', 'to-year': '2024' });
  await cast.chair.fill(paths.case('county', open.id, open.positions[0] ?? 0), all('partly'));
  const closed = await settled(cast);
  const [first = 0] = closed.positions;
  const canaries = ['chair', 'police', 'agreed'].map((seat) => bytesOf(closed.id, first, seat, 'feedback'));
  const kept = bytesOf(open.id, open.positions[0] ?? 0, 'chair', 'feedback');
  await query(site.db.as('superuser'), 'checkpoint');
  assert.deepEqual(await held([...canaries, kept]), [true, true, true, true], 'the search finds what is there');

  assert.equal((await cast.lead.fill(paths.closing('county', closed.id), closing())).status, 303);
  assert.equal((await dispose('2026-03-02')).overwritten, true);
  assert.deepEqual(await held([...canaries, kept]), [false, false, false, true]);
  assert.deepEqual(await rows("select most_common_vals, histogram_bounds from pg_stats where tablename = 'sample_answer'"), [], 'no statistics are kept of them either');
  assert.deepEqual(await rows('select 1 from request_key where location like $1', [`%${closed.id}/cases%`]), [], 'nor a fingerprint of a form');

  const events = await rows<{ body: string; action: string }>("select action, body, at, person_id from audit_event where record_kind = 'sample_answer'");
  assert.deepEqual(events.map(({ action, body }) => [action, body]), [['removed', '{"because": "the exercise was closed"}']], 'that, when and why; not what');
  for (const { body } of await rows<{ body: string }>('select body from audit_event')) assert.doesNotMatch(body, /"code"|"question"\s*:\s*\{[^}]*feedback[^}]*\}[^}]*"(yes|no|partly)"\s*:\s*"/);
  const report = await site.db.database.within({ is: 'own', orgId, personId: null, day: on('2026-03-02') }, (tx) => verifyChain(tx, orgId));
  assert.equal(report.fault, undefined);
});

test('30 days after the draw the answers go, whether anybody closes or not', async () => {
  const [{ id } = { id: '' }] = await rows<{ id: string }>("select id from sample_exercise where state = 'drawn'");
  const both = await drawn(cast, { 'from-year': '2023', 'to-year': '2023' });
  for (const who of [cast.chair, cast.police]) await review(who, both.id, both.positions);
  await dispose('2026-03-31');
  assert.equal((await rows('select 1 from sample_answer where exercise_id = $1 and seat = $2', [id, 'chair'])).length, 3, 'on the day before they are there');
  await dispose('2026-04-01');
  assert.deepEqual(await rows('select 1 from sample_answer'), []);
  assert.deepEqual(await rows('select state, answers_erased_on::text as on from sample_exercise where id = any($1) order by created_at', [[id, both.id]]), [{ state: 'lapsed', on: '2026-04-01' }, { state: 'drawn', on: '2026-04-01' }]);
  assert.match((await cast.lead.get(paths.item('county', id))).text, /Why it lapsed The answers had been held for 30 days before both reviewers had finished/);
  assert.equal((await cast.lead.fill(paths.closing('county', both.id), closing())).status, 303, 'what both had finished can still be closed');
  assert.match((await cast.lead.get(paths.item('county', both.id))).text, /What was found.*agree.*Themes.*Feedback to referrers came late/);
});

test('an exercise goes with all of its parts when its period is over, and an edition of the pathway that was replaced', async () => {
  await dispose('2032-03-01');
  assert.equal((await rows('select 1 from sample_exercise')).length, 3);
  await dispose('2032-04-02');
  const tables = ['sample_exercise', 'sample_seat', 'sample_throw', 'sample_draw', 'sample_tally', 'sample_check'];
  for (const table of tables) assert.deepEqual(await rows(`select 1 from ${table}`), [], table);
});

/** An answer as it stands in a page of the table: exercise, position, seat, question (PostgreSQL, storage page layout; texts with a short header). */
function bytesOf(exercise: string, position: number, seat: string, question: string): Buffer {
  const short = (text: string) => Buffer.concat([Buffer.from([((text.length + 1) << 1) | 1]), Buffer.from(text)]);
  const place = Buffer.alloc(4);
  place.writeInt32LE(position);
  return Buffer.concat([Buffer.from(exercise.replaceAll('-', ''), 'hex'), place, short(seat), short(question)]);
}

/** Which of the patterns stand in any file of the data folder, the write-ahead log among them; the tables of other databases of the cluster aside. */
async function held(patterns: readonly Buffer[]): Promise<boolean[]> {
  const [{ folder, own } = { folder: '', own: '' }] = await rows<{ folder: string; own: string }>("select setting as folder, (select oid::text from pg_database where datname = current_database()) as own from pg_settings where name = 'data_directory'");
  assert.ok(existsSync(folder));
  const found = patterns.map(() => false);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (/^base\/\d/.test(name) && !name.startsWith(`base/${own}/`)) continue;
    const bytes = contentOf(join(folder, name));
    for (const [at, pattern] of patterns.entries()) if (!found[at] && bytes.includes(pattern)) found[at] = true;
  }
  return found;
}

/** Nothing of a folder, and nothing of what another test's database took away meanwhile. */
function contentOf(file: string): Buffer {
  try {
    return statSync(file).isFile() ? readFileSync(file) : Buffer.alloc(0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
