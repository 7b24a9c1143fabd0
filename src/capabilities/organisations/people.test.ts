import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Client, Reply } from '../../../test/client.ts';
import { query } from '../../../test/database.ts';
import { testSite } from '../../../test/site.ts';
import { buildWorld, type WorkerEmail } from '../../../test/world.ts';

const site = await testSite();
const world = await buildWorld(site.store);
const { people } = world;
const admin = await site.as('lead@county.test');
const own = (text: string, values: unknown[] = []) => query(site.db.as('dueregard_owner'), text, values);
const pageOf = (email: WorkerEmail) => `/organisations/county/people/${people[email].personId}`;
const date = (name: string, day: string) => { const [year = '', month = '', one = ''] = day.split('-'); return { [`${name}-day`]: one, [`${name}-month`]: month, [`${name}-year`]: year }; };
const roleOf = async (email: WorkerEmail, role: string) => String((await own('select id from membership where person_id = $1 and role = $2 order by from_day desc', [people[email].personId, role]))[0]?.['id']);
const end = async (email: WorkerEmail, role: string, day: string, by = admin) => by.fill(pageOf(email), date('end', day), `${await roleOf(email, role)}/end`);

/** The form that ends a role as it stands on the page now, to be sent later. */
async function sealed(by: Client, email: WorkerEmail, role: string): Promise<(day: string) => Promise<Reply>> {
  const id = await roleOf(email, role);
  const [, form = ''] = (await by.get(pageOf(email))).body.split(`${id}/end"`);
  const hidden = Object.fromEntries([...form.matchAll(/name="(csrf|request_key|version)" value="([^"]+)"/g)].slice(0, 3).map(([, name = '', value = '']) => [name, value]));
  return (day) => by.post(`${pageOf(email)}/roles/${id}/end`, { ...hidden, ...date('end', day) });
}

const opens = async (email: WorkerEmail) => (await (await site.as(email)).get('/organisations/county')).status;

test('administrators see their people with roles, departments and dates, and nobody of another body', async () => {
  const page = await admin.get('/organisations/county/people');
  assert.match(page.text, /Lead County Email|Lead County.*lead@county\.test.*Administrator from 1 April 2025/);
  for (const there of ['officer@county.test', 'second@county.test', 'viewer@county.test']) assert.ok(page.text.includes(there), there);
  assert.ok(!page.text.includes('district.test') && !page.text.includes('sibling.test'));
  assert.equal((await admin.get(`/organisations/county/people/${people['lead@district.test'].personId}`)).status, 404);
  assert.equal((await admin.get('/organisations/district/people')).status, 403, 'standing above a body is not administering it');
  assert.equal((await admin.get('/organisations/sibling/people')).status, 403);
});

test('a role counts from its first day until the day it ends, on the very next request', async () => {
  const viewer = await site.as('viewer@county.test');
  assert.equal((await viewer.get('/organisations/county')).status, 200);
  assert.equal((await end('viewer@county.test', 'viewer', '2026-03-03')).status, 303);
  assert.equal((await viewer.get('/organisations/county')).status, 200, 'today it still holds');
  site.clock.now = new Date('2026-03-03T00:00:01Z');
  assert.equal((await viewer.get('/organisations/county')).status, 403);
  assert.match((await viewer.get('/home')).text, /You have no role at any organisation today/);
  const given = await admin.fill(pageOf('viewer@county.test'), { role: 'contributor', department: '', ...date('from', '2026-03-05') }, '/roles');
  assert.equal(given.status, 303);
  assert.equal((await viewer.get('/organisations/county')).status, 403, 'a coming role gives nothing yet');
  site.clock.now = new Date('2026-03-05T09:00:00Z');
  assert.equal((await viewer.get('/organisations/county')).status, 200);
  site.clock.now = new Date('2026-03-02T10:00:00Z');
  assert.equal((await end('viewer@county.test', 'contributor', '2026-03-05')).status, 303);
  assert.deepEqual(await own("select 1 from membership where person_id = $1 and role = 'contributor'", [people['viewer@county.test'].personId]), [], 'what never began is taken out');
});

test('the last administrator keeps the role, also when two end each other’s at once', async () => {
  const refused = await end('lead@county.test', 'administrator', '2026-03-02');
  assert.equal(refused.status, 422);
  assert.match(refused.text, /This is the last administrator/);
  assert.equal((await admin.fill(pageOf('officer@county.test'), { role: 'administrator' }, '/roles')).status, 303);
  const officer = await site.as('officer@county.test');
  const forms = await Promise.all([sealed(officer, 'lead@county.test', 'administrator'), sealed(admin, 'officer@county.test', 'administrator')]);
  const statuses = (await Promise.all(forms.map((send) => send('2026-03-02')))).map(({ status }) => status).toSorted();
  assert.equal(statuses[0], 303);
  assert.ok([403, 422].includes(statuses[1] ?? 0), 'too late: refused, or not an administrator any more');
  assert.equal((await own("select 1 from membership where org_id = $1 and role = 'administrator' and to_day = 'infinity'", [world.organisations.county.id])).length, 1);
  await own("update membership set to_day = 'infinity' where role = 'administrator'");
});

test('who ends a role that somebody else has changed since sees how it stands and saves nothing', async () => {
  const role = await roleOf('second@county.test', 'second_reader');
  const send = await sealed(admin, 'second@county.test', 'second_reader');
  await own("update membership set to_day = '2027-01-01' where id = $1", [role]);
  const conflict = await send('2026-03-02');
  assert.equal(conflict.status, 409);
  assert.match(conflict.text, /Somebody else changed this role.*You wanted it to end on 2 March 2026.*until 1 January 2027/);
  assert.equal(await opens('second@county.test'), 200);
  const [row] = await own('select version, to_day::text as day from membership where id = $1', [role]);
  assert.deepEqual(row, { version: 2, day: '2027-01-01' });
});

test('a role may not be given twice, in the past, at a department of another body, or to another body’s person', async () => {
  const page = pageOf('officer@county.test');
  const twice = await admin.fill(page, { role: 'contributor' }, '/roles');
  assert.equal(twice.status, 422);
  assert.match(twice.text, /holds this role then already/);
  assert.equal((await admin.fill(page, { role: 'viewer', ...date('from', '2026-03-01') }, '/roles')).status, 422);
  assert.equal((await admin.fill(page, { role: 'adviser' }, '/roles')).status, 422);
  assert.equal((await admin.fill(page, { role: 'viewer', department: people['lead@county.test'].personId }, '/roles')).status, 422);
  const csrf = /name="csrf" value="([^"]+)"/.exec((await admin.get(page)).body)?.[1] ?? '';
  const [district] = await own('select id from membership where person_id = $1', [people['lead@district.test'].personId]);
  assert.equal((await admin.post(`/organisations/county/people/${people['lead@district.test'].personId}/roles`, { csrf, role: 'viewer' })).status, 404);
  assert.equal((await admin.post(`${page}/roles/${String(district?.['id'])}/end`, { csrf, version: '1', ...date('end', '2026-03-02') })).status, 409);
  assert.equal((await admin.post(`${page}/roles`, { role: 'viewer' })).status, 403, 'without the proof of the session');
});

test('departments are added once and stand beside the role', async () => {
  assert.equal((await admin.fill('/organisations/county/departments', { name: '  Property   services ' })).status, 303);
  const again = await admin.fill('/organisations/county/departments', { name: 'property services' });
  assert.equal(again.status, 422);
  assert.match(again.text, /There is a department “property services” already/);
  for (const bad of ['', 'x'.repeat(121), 'a\0b']) assert.equal((await admin.fill('/organisations/county/departments', { name: bad })).status, 422);
  const [department] = await own("select id from department where name = 'Property services'");
  assert.equal((await admin.fill(pageOf('officer@county.test'), { role: 'viewer', department: String(department?.['id']) }, '/roles')).status, 303);
  assert.match((await admin.get('/organisations/county/people')).text, /Reader, Property services from 2 March 2026/);
});

test('what administrators do stands in the trail, under their name', async () => {
  const rows = await own(`select distinct action, record_kind from audit_event where org_id = $1 and person_id = $2 and record_kind in ('membership', 'department')`, [world.organisations.county.id, people['lead@county.test'].personId]);
  assert.deepEqual(rows.map(({ action, record_kind }) => `${String(action)} ${String(record_kind)}`).sort(), ['added department', 'added membership', 'changed membership', 'removed membership']);
});
