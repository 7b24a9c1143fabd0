import assert from 'node:assert/strict';
import { test } from 'node:test';
import { query } from '../../../test/database.ts';
import { browserAfter, givePassword, goodPassword, linkOn, sessionsOf } from '../../../test/sign-in.ts';
import { testSite } from '../../../test/site.ts';
import { addWorker, buildWorld } from '../../../test/world.ts';
import { newId } from '../../kernel/id.ts';

const site = await testSite();
const world = await buildWorld(site.store);
const { organisations, people } = world;
await addWorker(site.store, { personId: newId(), accountId: newId(), email: 'admin@sibling.test', orgId: organisations.sibling.id, roles: ['administrator'] });
const [nobody, admin, siblingAdmin] = [await site.as(), await site.as('lead@county.test'), await site.as('admin@sibling.test')];
const own = (text: string, values: unknown[] = []) => query(site.db.as('dueregard_owner'), text, values);
const choice = { password: goodPassword, again: goodPassword };

const invite = (email: string, by = admin, org = 'county') => by.fill(`/organisations/${org}/invitations`, { name: 'Jo Field', email, role: 'contributor' }, '/invitations');
const personOf = async (email: string, org = organisations.county.id) => String((await own('select p.id from person p join account a on a.id = p.account_id where a.email = $1 and p.org_id = $2', [email, org]))[0]?.['id']);
const newLink = async (email: string) => linkOn(await admin.fill(`/organisations/county/people/${await personOf(email)}`, {}, '/links'));
const isDead = async (link: string) => {
  assert.equal((await nobody.get(link)).status, 404);
  assert.equal((await nobody.post(link, choice)).status, 404);
};

test('an invited person has no access until they follow the link, choose a password, and are in', async () => {
  const page = await invite('Jo.Field@county.test');
  assert.match(page.text, /You see this link only now/);
  const link = linkOn(page);
  const early = await site.as('jo.field@county.test');
  assert.equal((await early.get('/organisations/county')).status, 403, 'a role that nobody has accepted gives nothing');
  assert.match((await early.get('/home')).text, /You have no role at any organisation today/);
  assert.match((await nobody.get(link)).text, /Your invitation to Exampleshire County Council.*jo\.field@county\.test/);
  assert.equal((await nobody.fill(link, { password: 'short', again: 'short' })).status, 422);
  const taken = await nobody.fill(link, choice);
  assert.deepEqual([taken.status, taken.headers.location], [303, '/home']);
  assert.equal((await browserAfter(site, taken).get('/organisations/county')).status, 200);
  assert.equal((await early.get('/account')).status, 303, 'a session from before the password ends');
  await isDead(link);
});

test('a link that was replaced, outlived or used twice at once is dead, and so is any other text', async () => {
  const first = linkOn(await invite('second-jo@county.test'));
  const second = await newLink('second-jo@county.test');
  await isDead(first);
  await own("update one_time_link set ends_at = now() where used_at is null");
  await isDead(second);
  const third = await newLink('second-jo@county.test');
  const [left] = await own("select extract(epoch from ends_at - now()) / 3600 as hours from one_time_link where used_at is null and ends_at > now()");
  assert.ok(Math.abs(Number(left?.['hours']) - 168) < 0.1);
  const twice = await Promise.all([nobody.post(third, choice), nobody.post(third, choice)]);
  assert.deepEqual(twice.map(({ status }) => status).sort(), [303, 404]);
  for (const other of ['x', 'a'.repeat(43), '%00', "'; drop table account"]) assert.equal((await nobody.get(`/links/${other}`)).status, 404);
});

test('an account that has a password accepts another body by signing in; its roles at home stay apart', async () => {
  await givePassword(site, 'lead@sibling.test');
  const link = linkOn(await invite('lead@sibling.test'));
  assert.match((await nobody.get(link)).text, /You have an account already/);
  assert.equal((await nobody.fill(link, { password: 'wrong' })).status, 422);
  const lead = await site.as('lead@sibling.test');
  assert.equal((await lead.get('/organisations/county')).status, 403);
  const accepted = await nobody.fill(link, { password: goodPassword });
  assert.equal(accepted.status, 303);
  const home = await browserAfter(site, accepted).get('/home');
  assert.match(home.text, /Exampleshire County Council Invented Contributor.*Othershire County Council Invented Prevent lead/);
  await isDead(link);
});

test('who is signed in already accepts by one press, with the proof of their session', async () => {
  await givePassword(site, 'lead@district.test');
  const link = linkOn(await invite('lead@district.test'));
  const lead = await site.as('lead@district.test');
  assert.equal((await lead.post(link, {})).status, 403);
  assert.equal((await lead.fill(link, {}, link)).status, 303);
  assert.equal((await own('select 1 from person where id = $1 and not invited', [await personOf('lead@district.test')])).length, 1);
});

test('another body’s invitation cannot choose the password of an account that is not set up', async () => {
  const home = linkOn(await invite('new@county.test'));
  const foreign = linkOn(await invite('new@county.test', siblingAdmin, 'sibling'));
  assert.match((await nobody.get(foreign)).text, /made by Exampleshire County Council and is not set up yet/);
  assert.equal((await nobody.post(foreign, choice)).status, 422);
  assert.equal((await nobody.fill(home, choice)).status, 303, 'an invitation of one body leaves another’s alone');
  assert.equal((await nobody.fill(foreign, { password: goodPassword })).status, 303);
});

test('a reset link chooses a new password, ends every session, lasts a day, and is made at home only', async () => {
  const email = 'officer@county.test';
  await givePassword(site, email);
  const before = await site.as(email);
  const old = await newLink(email);
  const link = await newLink(email);
  await isDead(old);
  const [left] = await own('select extract(epoch from ends_at - now()) / 3600 as hours from one_time_link where purpose = $1 and used_at is null', ['reset']);
  assert.ok(Math.abs(Number(left?.['hours']) - 24) < 0.1);
  const taken = await nobody.fill(link, { password: 'harbour violin sand', again: 'harbour violin sand' });
  assert.equal(taken.status, 303);
  assert.equal((await before.get('/account')).status, 303);
  assert.equal(await sessionsOf(site, email), 1);
  assert.equal((await nobody.fill('/sign-in', { email, password: goodPassword })).status, 422);
  const guest = `/organisations/county/people/${await personOf('lead@sibling.test')}`;
  assert.match((await admin.get(guest)).text, /made by another organisation/);
  const csrf = /name="csrf" value="([^"]+)"/.exec((await admin.get(guest)).body)?.[1] ?? '';
  assert.equal((await admin.post(`${guest}/links`, { csrf })).status, 422);
});

test('a new password by its owner makes a reset link void, and a suspended account’s links are dead', async () => {
  const email = 'officer@county.test';
  const link = await newLink(email);
  const officer = await site.as(email);
  assert.equal((await officer.fill('/account', { old: 'harbour violin sand', ...choice }, '/account/password')).status, 303);
  await isDead(link);
  const other = await newLink(email);
  await own('update account set disabled_at = now() where email = $1', [email]);
  await isDead(other);
});

test('the token is in no log line and no referrer, and the trail says only that a link was made', async () => {
  const link = linkOn(await invite('third-jo@county.test'));
  const page = await nobody.get(link);
  assert.equal(page.headers['referrer-policy'], 'strict-origin');
  assert.equal((await nobody.post(link, { password: 'x' })).headers['referrer-policy'], 'strict-origin');
  assert.ok(site.log.some((line) => line.includes('/links/:token')));
  const token = link.slice('/links/'.length);
  assert.ok(!site.log.some((line) => line.includes(token)));
  const trail = await own("select body from audit_event where record_kind = 'one_time_link' and record_id = $1", [await personOf('third-jo@county.test')]);
  assert.deepEqual(trail.map(({ body }) => String(body)), ['{"purpose": "invitation"}']);
  assert.equal((await own("select 1 from one_time_link where token_sha256 = sha256($1)", [Buffer.from(token)])).length, 1);
});

test('inviting is for the body’s own administrators; its form says what is wrong', async () => {
  for (const email of ['officer@county.test', 'second@county.test', 'viewer@county.test', 'lead@district.test', 'admin@sibling.test', 'adviser@homeoffice.test']) {
    await own('update account set disabled_at = null where email = $1', [email]);
    const client = await site.as(email);
    for (const path of ['people', 'invitations', 'departments', `people/${people['viewer@county.test'].personId}`]) assert.equal((await client.get(`/organisations/county/${path}`)).status, 403, `${email} ${path}`);
    assert.equal((await client.post('/organisations/county/invitations', {})).status, 403);
  }
  const wrong = await admin.fill('/organisations/county/invitations', { name: ' ', email: 'no', role: 'adviser', department: newId() });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Enter a name.*Enter an e-mail address.*Choose a role.*Choose a department from the list/);
  assert.match((await invite('viewer@county.test')).text, /among your people already/);
});
