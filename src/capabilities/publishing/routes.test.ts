import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { query } from '../../../test/database.ts';
import { testSite } from '../../../test/site.ts';
import { dayIn } from '../../kernel/year.ts';
import { sqlStateOf } from '../../platform/database.ts';
import { paths } from './paths.ts';
import { enterPublicScope } from './store.ts';

const site = await testSite({ examples: true });
const nobody = await site.as();
const lead = await site.as('lead@leicestershire.example');
const [year, day] = ['2025-26', dayIn(site.clock.now)];

test('nobody reads anything of a body that has released nothing, and cannot tell it from one that is not there', async () => {
  const [none, unknown] = [await nobody.get(paths.everybody('leicestershire')), await nobody.get(paths.everybody('atlantis'))];
  assert.deepEqual([none.status, unknown.status], [404, 404]);
  assert.equal(none.text, unknown.text);
});

test('the lead releases a year, everybody reads it, and the lead takes it back with a reason', async () => {
  assert.match((await lead.post(paths.release('leicestershire', year), {})).text, /out of date/);
  assert.equal((await lead.fill(paths.release('leicestershire', year), {}, '/release')).status, 422);
  assert.equal((await lead.fill(paths.release('leicestershire', year), { confirmed: 'yes' }, '/release')).status, 303);
  const shown = await nobody.get(paths.everybody('leicestershire'));
  assert.equal(shown.status, 200);
  for (const said of ['1. Multi Agency Partnership Group', 'Exceeded', 'These questions are ours', 'Inferred: the other levels imply it', 'nothing to compare with']) assert.ok(shown.text.includes(said), said);
  assert.doesNotMatch(shown.text, /invented/);
  const page = paths.release('leicestershire', year);
  assert.equal((await lead.fill(page, { reason: ' ' }, '/withdrawal')).status, 422);
  assert.equal((await lead.fill(page, { reason: 'A mistake in the outcomes.' }, '/withdrawal')).status, 303);
  assert.equal((await nobody.get(paths.everybody('leicestershire'))).status, 404);
  assert.match((await lead.get(page)).text, /withdrawn .*A mistake in the outcomes/);
});

test('a year that is not published is not released, and only the lead releases', async () => {
  assert.match((await (await site.as('lead@north-loamshire.example')).get(paths.release('north-loamshire', year))).text, /cannot be released yet/);
  assert.equal((await (await site.as('councillor@leicestershire.example')).get(paths.release('leicestershire', year))).status, 403);
});

test('an invented body says so on its public page, and what is kept is not there', async () => {
  const shown = await nobody.get(paths.everybody('pellbridge'));
  assert.match(shown.text, /is invented\. Nothing on this page is about a real body/);
  assert.match(shown.text, /1 more is not public/);
  assert.doesNotMatch(shown.text, /Agree with the police|quotation/);
});

test('everybody reads what was overdue when the year was released, and how much was finished', async () => {
  const { text } = await nobody.get(paths.everybody('pellbridge'));
  assert.match(text, /On 2 March 2026, when this was released, 1 recommendation was past the day set and not finished: Bring the two village halls .{0,120}\(due on 27 February 2026\) 1 was finished, as two people confirmed\. For 1 no day had been set\. What happened since then/);
});

test('the public scope reads standing releases and opens nothing else', async () => {
  await site.db.database.within({ is: 'accounts' }, async (tx) => {
    await enterPublicScope(tx);
    const { rows } = await sql<{ year: string }>`select year from public_release`.execute(tx);
    assert.deepEqual(rows.map((row) => row.year), [year]);
  });
  const tables = await query<{ name: string }>(site.db.as('superuser'), "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname not in ('public_release', 'organisation')");
  assert.ok(tables.length > 20);
  for (const { name } of tables) {
    await assert.rejects(site.db.database.within({ is: 'accounts' }, async (tx) => { await enterPublicScope(tx); await sql`select from ${sql.table(name)} limit 1`.execute(tx); }), (error) => sqlStateOf(error) === '42501', name);
  }
  await assert.rejects(site.db.database.within({ is: 'accounts' }, async (tx) => { await enterPublicScope(tx); await sql`select withdrawn_reason from public_release`.execute(tx); }), (error) => sqlStateOf(error) === '42501');
});

test('a release is never changed or removed, not even by its own body', async () => {
  const [row] = await query<{ org: string; person: string }>(site.db.as('superuser'), "select r.org_id as org, r.created_by as person from public_release r where withdrawn_at is null");
  assert.ok(row);
  for (const text of ["update public_release set frozen = '{}', frozen_sha256 = sha256('{}')", 'delete from public_release', "update public_release set year = '2024-25'"]) {
    await assert.rejects(site.db.database.within({ is: 'own', orgId: row.org, personId: row.person, day }, (tx) => sql.raw(text).execute(tx)), /never changed or removed/, text);
  }
});
