import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { clientOf } from '../../../test/client.ts';
import { query } from '../../../test/database.ts';
import { browserAfter, givePassword, goodPassword, sessionsOf, tokenIn } from '../../../test/sign-in.ts';
import { testSite } from '../../../test/site.ts';
import { buildWorld } from '../../../test/world.ts';
import { argon2Passwords, type Passwords } from './passwords.ts';
import { proveAccount } from './sign-in.ts';

const site = await testSite();
await buildWorld(site.store);
const nobody = await site.as();
const lead = 'lead@county.test';
const own = (text: string, values: unknown[] = []) => query(site.db.as('dueregard_owner'), text, values);
const signIn = (email: string, password = goodPassword, to = '') => nobody.fill(`/sign-in?to=${encodeURIComponent(to)}`, { email, password });

before(async () => {
  for (const email of [lead, 'officer@county.test', 'viewer@county.test']) await givePassword(site, email);
});

test('the right password leads to the page asked for, in a session whose token the database does not hold', async () => {
  const asked = await nobody.get('/organisations/county?year=2024-25');
  assert.equal(asked.headers.location, '/sign-in?to=%2Forganisations%2Fcounty%3Fyear%3D2024-25');
  const reply = await signIn('Lead@County.test', goodPassword, '/organisations/county?year=2024-25');
  assert.deepEqual([reply.status, reply.headers.location], [303, '/organisations/county?year=2024-25']);
  const token = tokenIn(reply) ?? '';
  assert.equal(Buffer.from(token, 'base64url').length, 32);
  assert.match(String(reply.headers['set-cookie']), /HttpOnly; SameSite=Lax/i);
  assert.equal((await own('select 1 from session where token_sha256 = sha256($1) and idle_minutes = 30', [Buffer.from(token)])).length, 1);
  assert.equal((await browserAfter(site, reply).get('/organisations/county')).status, 200);
  const [kept] = await query<{ passwordHash: string }>(site.db.as('dueregard_owner'), 'select password_hash as "passwordHash" from account where email = $1', [lead]);
  assert.match(kept?.passwordHash ?? '', /m=19456,t=2/, 'kept anew with the parameters of today');
});

test('a way back to another site is not taken', async () => {
  for (const to of ['//evil.example', 'https://evil.example/', '/\\evil.example']) assert.equal((await signIn(lead, goodPassword, to)).headers.location, '/');
  const signedIn = await site.as(lead);
  assert.equal((await signedIn.get('/sign-in?to=//evil.example')).headers.location, '/');
});

test('a wrong password, an unknown address, no password and a suspended account get the same answer', async () => {
  await own('update account set disabled_at = now() where email = $1', ['viewer@county.test']);
  const answers = [];
  for (const [email, password] of [[lead, 'wrong'], ['nobody@county.test', goodPassword], ['second@county.test', goodPassword], ['viewer@county.test', goodPassword], ['', ''], ['a\0b@c.test', 'x\0']] as const) {
    const reply = await signIn(email, password);
    assert.equal(tokenIn(reply), undefined);
    answers.push([reply.status, reply.text.replaceAll(email, '')]);
  }
  assert.equal(new Set(answers.map(String)).size, 1);
  assert.equal(answers[0]?.[0], 422);
});

test('each of them costs one look-up and one run of the hash function, as the right one does', async () => {
  let runs = 0;
  const real = argon2Passwords();
  const counted: Passwords = { nobody: real.nobody, hash: (password) => { runs += 1; return real.hash(password); }, verify: (password, encoded) => { runs += 1; return real.verify(password, encoded); } };
  for (const [email, password] of [[lead, goodPassword], [lead, 'wrong'], ['nobody@county.test', goodPassword], ['second@county.test', goodPassword], ['viewer@county.test', goodPassword]] as const) {
    const [runsBefore, statementsBefore] = [runs, site.statements.length];
    await site.store.database.within({ is: 'accounts' }, (tx) => proveAccount({ tx, from: '127.0.0.1', browserToken: undefined }, counted, { email }, password));
    assert.deepEqual([runs - runsBefore, site.statements.slice(statementsBefore).filter((text) => text.includes('account"')).length], [1, 1], email);
  }
});

test('every sign-in is a session of its own: the one that the browser had ends', async () => {
  const first = tokenIn(await signIn('officer@county.test')) ?? '';
  const page = await clientOf(site.app, first).get('/account');
  const csrf = /name="csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
  const again = await clientOf(site.app, first).post('/sign-in', { csrf, email: 'officer@county.test', password: goodPassword });
  assert.equal(again.status, 303);
  assert.notEqual(tokenIn(again), first);
  assert.equal((await clientOf(site.app, first).get('/account')).status, 303, 'the old token works no more');
  assert.equal((await browserAfter(site, again).get('/account')).status, 200);
});

test('signing out ends the session, signing out everywhere all of them', async () => {
  const [one, two] = [browserAfter(site, await signIn('officer@county.test')), browserAfter(site, await signIn('officer@county.test'))];
  assert.equal((await two.get('/account')).text.match(/Another browser/g)?.length, (await sessionsOf(site, 'officer@county.test')) - 1);
  await one.fill('/account', {}, '/sign-out');
  assert.equal((await one.get('/account')).status, 303);
  assert.equal((await two.fill('/account', {}, '/account/sign-out')).status, 303);
  assert.equal((await two.get('/account')).status, 303);
  assert.equal(await sessionsOf(site, 'officer@county.test'), 0);
});

test('a session ends when it was idle, when its time is up, and when the account is suspended', async () => {
  const email = 'officer@county.test';
  for (const aged of ["last_seen_at = now() - interval '30 minutes'", "ends_at = now()"]) {
    const browser = browserAfter(site, await signIn(email));
    assert.equal((await browser.get('/account')).status, 200);
    await own(`update session set ${aged}`);
    assert.equal((await browser.get('/account')).status, 303, aged);
    await own('delete from session');
  }
  const busy = browserAfter(site, await signIn(email));
  await own("update session set last_seen_at = now() - interval '29 minutes'");
  assert.equal((await busy.get('/account')).status, 200);
  await own("update session set last_seen_at = last_seen_at - interval '29 minutes'");
  assert.equal((await busy.get('/account')).status, 200, 'a page counts as being seen');
  await own('update account set disabled_at = now() where email = $1', [email]);
  assert.equal((await busy.get('/account')).status, 303);
  await own('update account set disabled_at = null where email = $1', [email]);
});

test('a new password needs the old one and ends every other session', async () => {
  const email = 'officer@county.test';
  const [here, elsewhere] = [browserAfter(site, await signIn(email)), browserAfter(site, await signIn(email))];
  const wish = { old: goodPassword, password: 'harbour violin sand', again: 'harbour violin sand' };
  const wrong = await here.fill('/account', { ...wish, old: 'not this one', again: 'other' }, '/account/password');
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /This is not your password now.*Write the same new password/);
  assert.ok(!wrong.body.includes('harbour'), 'what was written is not sent back');
  assert.equal((await here.post('/account/password', wish)).status, 403, 'without the proof of its session');
  const changed = await here.fill('/account', wish, '/account/password');
  assert.equal(changed.status, 303);
  assert.equal((await browserAfter(site, changed).get('/account')).status, 200);
  for (const old of [here, elsewhere]) assert.equal((await old.get('/account')).status, 303);
  assert.equal((await signIn(email)).status, 422);
  assert.equal((await signIn(email, wish.password)).status, 303);
});

test('sign-ins stand in the log without the address and without the password', async () => {
  const entries = site.log.map((line): Record<string, unknown> => JSON.parse(line)).filter(({ msg }) => msg === 'sign-in');
  assert.ok(entries.some(({ by, outcome }) => by === 'password' && outcome === 'accepted') && entries.some(({ outcome }) => outcome === 'refused'));
  assert.ok(entries.every(({ reference }) => typeof reference === 'string'));
  for (const secret of [lead, 'officer@', goodPassword, 'harbour violin']) assert.ok(!site.log.some((line) => line.toLowerCase().includes(secret)), secret);
});

test('the first page of somebody who is signed in is their organisations; there is no demonstration in a store for real use', async () => {
  const client = await site.as(lead);
  assert.equal((await client.get('/')).headers.location, '/home');
  const home = await client.get('/home');
  assert.match(home.text, /Exampleshire County Council Invented Administrator, Prevent lead/);
  assert.equal((await nobody.get('/demonstration')).status, 404);
  assert.equal((await nobody.post('/demonstration/session', { person: lead })).status, 404);
});
