import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { addFile } from '../capabilities/evidence/store.ts';
import { newId } from '../kernel/id.ts';
import { dayOf, type Day } from '../kernel/year.ts';
import { query } from '../../test/database.ts';
import { testSite } from '../../test/site.ts';
import { buildWorld, type World } from '../../test/world.ts';
import { verifyChain } from './audit.ts';
import type { FileStore } from './files.ts';
import { disposeOfDue, type Disposed } from './retention.ts';

const site = await testSite();
const { database } = site.db;
let world: World;
const own = (text: string, values: unknown[] = []) => query<Record<string, unknown>>(site.db.as('superuser'), text, values);
const count = async (table: string, org = world.organisations.county.id) => Number((await own(`select count(*)::integer as n from ${table} where org_id = $1`, [org]))[0]?.['n']);
const on = (text: string): Day => dayOf(text) ?? assert.fail(text);
const dispose = (text: string) => disposeOfDue({ database, files: site.files }, on(text));
const evidencePage = '/organisations/county/assessments/2025-26/indicators/LA1.m1/evidence';
const secret = 'What the group said in confidence';

before(async () => {
  world = await buildWorld(site.store);
  const lead = await site.as('lead@county.test');
  await lead.fill('/organisations/county/assessments/2025-26/indicators/LA1.m1', { status: 'yes', note: secret });
  const details = { 'file-title': 'Minutes', 'file-owner': 'Prevent lead', 'file-dated-day': '2', 'file-dated-month': '1', 'file-dated-year': '2026', 'file-marking': 'OFFICIAL' };
  const added = await lead.fillWithFile(evidencePage, details, { field: 'file', name: 'minutes.txt', bytes: Buffer.from('The minutes of the group.') }, '/files');
  assert.equal(added.status, 303, added.text);
});

test('nothing goes on the last day of its period', async () => {
  const events = await count('audit_event');
  await dispose('2032-03-31');
  assert.deepEqual([await count('assessment'), await count('answer'), await count('evidence'), await count('audit_event')], [1, 1, 1, events]);
});

test('a day later the assessment goes with all that hangs on it, its texts too, and the chain is whole', async () => {
  assert.ok((await own('select 1 from audit_text where value = $1', [secret])).length > 0);
  await dispose('2032-04-01');
  assert.deepEqual([await count('assessment'), await count('answer'), await count('evidence_use'), await count('assessment', world.organisations.district.id)], [0, 0, 0, 0]);
  assert.deepEqual(await own('select 1 from audit_text where value = $1', [secret]), [], 'the words are gone from beside the chain');
  const report = await database.within({ is: 'own', orgId: world.organisations.county.id, personId: null, day: on('2032-04-01') }, (tx) => verifyChain(tx, world.organisations.county.id));
  assert.equal(report.fault, undefined);
});

test('evidence that nothing uses any more goes when its own period is over, and its file with it', async () => {
  const [row] = await own('select sha256, created_at from evidence where org_id = $1', [world.organisations.county.id]);
  const sha256 = row?.['sha256'];
  assert.ok(Buffer.isBuffer(sha256));
  assert.ok(await site.files.hashOf(world.organisations.county.id, sha256));
  const { files } = await dispose('2040-01-01');
  assert.equal(files, 1);
  assert.equal(await count('evidence'), 0);
  assert.equal(await site.files.hashOf(world.organisations.county.id, sha256), undefined);
});

test('what went is told: on the body’s page, in its history, and in a row that nobody changes', async () => {
  const lead = await site.as('lead@county.test');
  const kept = await lead.get('/organisations/county/kept');
  assert.match(kept.text, /6 years after the end of the financial year/);
  assert.match(kept.text, /1 April 2032.{0,20}an answer.{0,20}1.{0,20}6 years after/);
  assert.match((await lead.get('/organisations/county/history')).text, /Removed a piece of evidence .*Because: its period is over/i);
  await assert.rejects(query(site.db.as('dueregard_owner'), 'update disposal set records = 9'), /never changed or removed/);
});

test('a file that is added again while its last record goes stays', async () => {
  const { county } = world.organisations;
  const content = Buffer.from('The plan of the group.');
  const details = { orgId: county.id, title: 'Plan', ownerRole: 'Prevent lead', datedOn: null, expiresOn: null, marking: 'OFFICIAL', fileName: 'plan.txt', mediaType: 'text/plain' } as const;
  const add = async (files: FileStore) => {
    const received = await files.receive(Readable.from([content]), 'plan.txt');
    await world.as('lead@county.test', (tx) => addFile(tx, files, { ...details, id: newId(), received }));
    return received.sha256;
  };
  const sha256 = await add(site.files);
  let disposed: Promise<Disposed> | undefined;
  await add({ ...site.files, keep: async (orgId, file) => {
    await site.files.keep(orgId, file);
    disposed = dispose('2040-01-01');
    while ((await own("select 1 from pg_locks where locktype = 'advisory' and not granted")).length === 0) await setTimeout(10);
  } });
  assert.equal((await disposed)?.files, 0);
  assert.equal(await count('evidence'), 1, 'the first record went');
  assert.ok(await site.files.hashOf(county.id, sha256), 'its file serves the second');
});

test('a person goes a year after the last role ended, the account with the last body, and others stay', async () => {
  const { personId, accountId } = world.people['viewer@county.test'];
  await own('update account set created_at = $2 where id = $1', [accountId, '2026-01-01']);
  await own('update membership set to_day = $2 where person_id = $1', [personId, '2040-06-01']);
  await dispose('2041-06-01');
  assert.equal((await own('select 1 from person where id = $1', [personId])).length, 1);
  await dispose('2041-06-02');
  assert.deepEqual([(await own('select 1 from person where id = $1', [personId])).length, (await own('select 1 from account where id = $1', [accountId])).length], [0, 0]);
  assert.equal((await own('select 1 from person where id = $1', [world.people['lead@county.test'].personId])).length, 1);
});

test('sessions that ended and keys of forms go, those in use stay', async () => {
  await own("update request_key set created_at = now() - interval '2 days'");
  const live = await own('select 1 from session');
  await own("insert into session (token_sha256, account_id, idle_minutes, ends_at) values ('\\x01', $1, 30, now() - interval '1 minute')", [world.people['lead@county.test'].accountId]);
  await dispose('2041-06-03');
  assert.deepEqual([(await own('select 1 from request_key')).length, (await own('select 1 from session')).length], [0, live.length]);
});

test('the triggers are at work again afterwards, and only the accounts scope may begin it', async () => {
  assert.deepEqual(await own("select tgrelid::regclass::text as t, tgname from pg_trigger where not tgisinternal and tgenabled <> 'O'"), []);
  await assert.rejects(database.within({ is: 'own', orgId: world.organisations.county.id, personId: null, day: on('2041-06-03') }, async (tx) => {
    const { sql } = await import('kysely');
    await sql`select dispose_of_due(${world.organisations.county.id}, '2099-01-01'::date)`.execute(tx);
  }), /permission denied/);
});
