// What is opened to a partner: that indicator with its answer and the titles of its evidence, for its days, and nothing else.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { sql } from 'kysely';
import { query } from '../../../test/database.ts';
import { testSite } from '../../../test/site.ts';
import { buildWorld } from '../../../test/world.ts';
import { newId } from '../../kernel/id.ts';
import { dayOf, type Day } from '../../kernel/year.ts';
import { sqlStateOf, type Scope } from '../../platform/database.ts';
import { addLink, useEvidence } from '../evidence/index.ts';

const site = await testSite();
const world = await buildWorld(site.store);
const { county, sibling, district } = world.organisations;
const day = (text: string): Day => { const found = dayOf(text); assert.ok(found); return found; };
const grantScope = (orgId = sibling.id, on = '2026-03-02'): Scope => ({ is: 'grant', orgId, personId: world.people['lead@sibling.test'].personId, day: day(on) });
const typed = (name: string, [d, m, y]: readonly [number, number, number]) => ({ [`${name}-day`]: String(d), [`${name}-month`]: String(m), [`${name}-year`]: String(y) });
const partners = (code: string) => `/organisations/county/assessments/2025-26/work/${code}/partners`;
const shared = (code: string) => `/organisations/county/shared/2025-26/${code}`;
const lead = () => site.as('lead@county.test');
const partner = () => site.as('lead@sibling.test');

async function codesSeen(scope: Scope): Promise<string[]> {
  return site.store.database.within(scope, async (tx) => (await sql<{ code: string }>`select indicator_code as code from answer order by 1`.execute(tx)).rows.map(({ code }) => code));
}

before(async () => {
  for (const code of ['LA1.m1', 'LA1.m2', 'LA2.m1', 'LA3.m1']) await (await lead()).fill(`/organisations/county/assessments/2025-26/indicators/${code}`, { status: 'yes', note: `Note of ${code}.` });
  await world.as('lead@county.test', async (tx) => {
    const evidenceId = newId();
    await addLink(tx, { orgId: county.id, id: evidenceId, url: 'https://county.example/minutes', title: 'Minutes of the board', ownerRole: 'Officer', datedOn: day('2026-01-01'), expiresOn: null, marking: 'OFFICIAL' });
    await useEvidence(tx, [{ orgId: county.id, id: newId(), evidenceId, assessmentId: world.assessmentId, editionId: world.edition.id, indicatorCode: 'LA1.m1' }]);
  });
  const terms = { partner: sibling.id, reason: 'They run it with us.', ...typed('from', [2, 3, 2026]), ...typed('until', [2, 4, 2026]) };
  assert.equal((await (await lead()).fill(partners('LA1.m1'), { ...terms, may: 'write' }, '/partners')).status, 303);
  assert.equal((await (await lead()).fill(partners('LA2'), { ...terms, may: 'read' }, '/partners')).status, 303);
});

test('the grant scope shows the opened indicators alone, to the partner alone, and on its days alone', async () => {
  assert.deepEqual(await codesSeen(grantScope()), ['LA1.m1', 'LA2.m1']);
  assert.deepEqual(await codesSeen(grantScope(district.id)), []);
  assert.deepEqual(await codesSeen(grantScope(sibling.id, '2026-03-01')), []);
  assert.deepEqual(await codesSeen(grantScope(sibling.id, '2026-04-02')), []);
});

test('no table but the answers shows a partner anything, and no write reaches what was opened to read', async () => {
  const tables = await query<{ name: string }>(site.db.as('superuser'), "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'org_id' and table_name <> 'answer'");
  assert.ok(tables.length > 15);
  for (const { name } of tables) {
    const rows = site.store.database.within(grantScope(), async (tx) => (await sql`select 1 from ${sql.table(name)} where org_id = ${county.id}`.execute(tx)).rows);
    assert.deepEqual(await rows.catch((error: unknown) => (sqlStateOf(error) === '42501' ? [] : [error])), [], name);
  }
  const update = (code: string) => site.store.database.within(grantScope(), async (tx) => (await sql`update answer set note = 'By the partner.' where indicator_code = ${code}`.execute(tx)).numAffectedRows);
  assert.deepEqual([await update('LA1.m1'), await update('LA1.m2'), await update('LA2.m1')], [1n, 0n, 0n]);
  const insert = (code: string) => site.store.database.within(grantScope(), (tx) => sql`insert into answer (org_id, id, assessment_id, edition_id, indicator_code, status)
    values (${county.id}, ${newId()}, ${world.assessmentId}, ${world.edition.id}, ${code}, 'no')`.execute(tx));
  await assert.rejects(insert('LA5.m1'), (error) => sqlStateOf(error) === '42501');
  await assert.rejects(site.store.database.within(grantScope(), (tx) => sql`update answer set indicator_code = 'LA5.m1' where indicator_code = 'LA1.m1'`.execute(tx)), (error) => sqlStateOf(error) === '42501');
  await assert.rejects(site.store.database.within(grantScope(), (tx) => sql`delete from answer`.execute(tx)), (error) => sqlStateOf(error) === '42501');
  const titles = (code: string) => site.store.database.within(grantScope(), async (tx) => (await sql`select title from evidence_titles(${county.id}, ${world.assessmentId}, ${code})`.execute(tx)).rows.length);
  assert.deepEqual([await titles('LA1.m1'), await titles('LA1.m2')], [1, 0]);
});

test('the partner’s people find it at home, see the titles of the evidence, answer, and are named in the history', async () => {
  const home = await (await partner()).get('/home');
  assert.match(home.text, /Opened to you by other organisations.*LA1\.m1 of Exampleshire County Council \(2025\/26\)/);
  const page = await (await partner()).get(shared('LA1.m1'));
  assert.match(page.text, /Minutes of the board/);
  assert.doesNotMatch(page.body, /county\.example\/minutes/);
  assert.equal((await (await partner()).fill(shared('LA1.m1'), { status: 'partly', note: 'As the partner sees it.' }, shared('LA1.m1'))).status, 303);
  assert.match((await (await lead()).get('/organisations/county/history')).text, /Lead Sibling \(Othershire County Council\)/);
  const raced = await (await partner()).get(shared('LA1.m1'));
  assert.match(raced.text, /As the partner sees it/);
});

test('a partner who lost a race sees both texts', async () => {
  const there = await partner();
  const form = (await there.get(shared('LA1.m1'))).body;
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? '';
  const sent = { csrf: new RegExp(`action="${shared('LA1.m1')}"[^]*?name="csrf" value="([^"]*)"`).exec(form)?.[1] ?? '', request_key: newId(), version: field('version'), status: 'no', note: 'The partner’s later words.' };
  await (await lead()).fill('/organisations/county/assessments/2025-26/indicators/LA1.m1', { status: 'yes', note: 'The county’s words.' });
  const reply = await there.post(shared('LA1.m1'), sent);
  assert.equal(reply.status, 409);
  assert.match(reply.text, /The county’s words\.[^]*The partner’s later words\./);
});

test('reading does not give writing, and no other page of the body opens', async () => {
  const there = await partner();
  const reading = await there.get(shared('LA2.m1'));
  assert.match(reading.text, /Note of LA2\.m1/);
  assert.doesNotMatch(reading.body, new RegExp(`action="${shared('LA2.m1')}"`));
  assert.equal((await there.get(shared('LA3.m1'))).status, 404);
  const year = '/organisations/county/assessments/2025-26';
  for (const path of ['/organisations/county', '/organisations/county/assessments', year, `${year}/submission`, `${year}/indicators/LA1.m1`, `${year}/work/LA1.m1`, `${year}/findings`, '/organisations/county/evidence', '/organisations/county/history']) {
    assert.equal((await there.get(path)).status, 403, path);
  }
  assert.equal((await (await site.as('lead@district.test')).get(shared('LA1.m1'))).status, 403);
});

test('what is closed is closed at once', async () => {
  site.clock.now = new Date('2026-03-03T10:00:00Z');
  assert.equal((await (await lead()).fill(partners('LA1.m1'), {}, '/end')).status, 303);
  assert.equal((await (await partner()).get(shared('LA1.m1'))).status, 404);
  assert.equal((await (await partner()).get(shared('LA2.m1'))).status, 200);
  site.clock.now = new Date('2026-04-02T10:00:00Z');
  assert.equal((await (await partner()).get(shared('LA2.m1'))).status, 403, 'its days are over');
  const rows = await query<{ note: string }>(site.db.as('superuser'), "select note from answer where org_id = $1 and indicator_code = 'LA1.m1'", [county.id]);
  assert.equal(rows[0]?.note, 'The county’s words.');
});
