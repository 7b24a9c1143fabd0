import assert from 'node:assert/strict';
import { test } from 'node:test';
import { query } from '../../../test/database.ts';
import { testSite } from '../../../test/site.ts';
import { buildWorld } from '../../../test/world.ts';

const site = await testSite();
const { organisations } = await buildWorld(site.store);
const own = (text: string, values: unknown[] = []) => query(site.db.as('dueregard_owner'), text, values);
const lead = await site.as('lead@sibling.test');
const adviser = await site.as('adviser@homeoffice.test');
const page = '/organisations/sibling/opened';
const wish = { grantee: organisations['home-office'].id, reason: 'The yearly moderation.' };
const withoutEnd = { 'until-day': '', 'until-month': '', 'until-year': '' };

test('a Prevent lead opens the assessments to the Home Office, whose adviser then comes in, and closes them', async () => {
  assert.equal((await adviser.get('/organisations/sibling')).status, 403);
  assert.match((await adviser.get('/home')).text, /Home Office Invented Home Office adviser Opened to you Exampleshire County Council/);
  assert.equal((await lead.fill(page, { ...wish, ...withoutEnd }, '/opened')).status, 303);
  assert.match((await lead.get(page)).text, /To Home Office Why The yearly moderation\. When from 2 March 2026/);
  const seen = await adviser.get('/organisations/sibling');
  assert.equal(seen.status, 200);
  assert.ok(!seen.body.includes('/organisations/sibling/people') && !seen.body.includes('/organisations/sibling/opened'), 'no link that they may not follow');
  assert.match((await adviser.get('/home')).text, /Opened to you Exampleshire County Council Othershire County Council/);
  assert.equal((await lead.fill(page, wish, '/opened')).status, 422, 'it is open already');
  site.clock.now = new Date('2026-03-20T10:00:00Z');
  assert.equal((await lead.fill(page, {}, '/end')).status, 303);
  assert.equal((await adviser.get('/organisations/sibling')).status, 403);
  assert.match((await lead.get(page)).text, /from 2 March 2026 until 20 March 2026/);
});

test('it is open on its days only', async () => {
  site.clock.now = new Date('2026-04-01T10:00:00Z');
  const days = { 'from-day': '10', 'from-month': '4', 'from-year': '2026', 'until-day': '12', 'until-month': '4', 'until-year': '2026' };
  assert.equal((await lead.fill(page, { ...wish, ...days }, '/opened')).status, 303);
  for (const [day, status] of [['2026-04-09', 403], ['2026-04-10', 200], ['2026-04-11', 200], ['2026-04-12', 403]] as const) {
    site.clock.now = new Date(`${day}T10:00:00Z`);
    assert.equal((await adviser.get('/organisations/sibling')).status, status, day);
  }
});

test('the form says what is wrong; other bodies, readers and old versions are refused', async () => {
  const wrong = await lead.fill(page, { grantee: organisations.county.id, reason: '', 'from-day': '31', 'from-month': '2' }, '/opened');
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Choose a Home Office body from the list.*Say why, in at most 500 characters.*Give a day/);
  for (const email of ['officer@county.test', 'viewer@county.test', 'second@county.test', 'adviser@homeoffice.test', 'lead@sibling.test', 'lead@district.test']) {
    assert.equal((await (await site.as(email)).get('/organisations/county/opened')).status, 403, email);
  }
  const [grant] = await own('select id from access_grant where org_id = $1', [organisations.county.id]);
  const csrf = /name="csrf" value="([^"]+)"/.exec((await lead.get(page)).body)?.[1] ?? '';
  for (const [id, version] of [[String(grant?.['id']), '1'], ['x', '1'], [String(grant?.['id']), '99999999999'], [String(grant?.['id']), 'NaN']] as const) {
    assert.equal((await lead.post(`${page}/${id}/end`, { csrf, version })).status, 409, `${id} ${version}`);
  }
  assert.deepEqual(await own("select to_day::text as day from access_grant where org_id = $1", [organisations.county.id]), [{ day: 'infinity' }], 'another body’s grant is as it was');
});
