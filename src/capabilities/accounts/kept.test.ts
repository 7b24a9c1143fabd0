// A session that ends in the middle of a form keeps the words and gives them back after sign-in.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attribute, elements, multipart, type Reply } from '../../../test/client.ts';
import { query } from '../../../test/database.ts';
import { testSite } from '../../../test/site.ts';
import { buildWorld } from '../../../test/world.ts';
import { accountOf } from './store.ts';
import { beginSession } from './sessions.ts';

const site = await testSite();
await buildWorld(site.store);
const indicator = '/organisations/county/assessments/2025-26/indicators/LA1.m1';
const words = 'Four meetings.\r\nAll four with minutes <kept>.';

type Browser = { cookies: Record<string, string>; send(method: 'GET' | 'POST', url: string, fields?: Record<string, string> | { type: string; payload: Buffer }): Promise<Reply> };

/** A browser that keeps its cookies. */
async function browserOf(email: string): Promise<Browser> {
  const browser: Browser = {
    cookies: { 'dueregard-session': await tokenFor(email) },
    send: async (method, url, fields) => {
      const body = fields === undefined ? {} : 'payload' in fields && Buffer.isBuffer(fields.payload)
        ? { payload: fields.payload, headers: { 'content-type': String(fields['type']) } }
        : { payload: new URLSearchParams(Object.entries(fields).map(([name, value]): [string, string] => [name, String(value)])).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } };
      const response = await site.app.inject({ method, url, cookies: browser.cookies, ...body, headers: { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000', ...(body.headers ?? {}) } });
      for (const cookie of response.cookies) browser.cookies[cookie.name] = cookie.value;
      return { status: response.statusCode, headers: response.headers, body: response.body, bytes: response.rawPayload, text: response.body };
    },
  };
  return browser;
}

const tokenFor = (email: string) => site.db.database.within({ is: 'accounts' }, async (tx) => beginSession(tx, await accountOf(tx, email), 30));
const endAll = () => query(site.db.as('superuser'), "update session set last_seen_at = now() - interval '31 minutes'");
const keptRows = () => query<{ sealed: Buffer }>(site.db.as('superuser'), 'select sealed from kept_form');
const noteNow = async () => (await query<{ note: string }>(site.db.as('superuser'), "select note from answer where indicator_code = 'LA1.m1'"))[0]?.note;

function hiddenOf(page: Reply, action: string): Record<string, string> {
  const [form] = elements(page.body, (one) => one.tagName === 'form' && attribute(one, 'action') === action);
  assert.ok(form, `a form to ${action}`);
  const inside = elements(page.body.slice(page.body.indexOf(`action="${action}"`)).split('</form>')[0] ?? '', (one) => one.tagName === 'input' && attribute(one, 'type') === 'hidden');
  return Object.fromEntries(inside.map((one) => [attribute(one, 'name') ?? '', attribute(one, 'value') ?? '']));
}

async function signInAgain(browser: Browser, email: string): Promise<Reply> {
  browser.cookies['dueregard-session'] = await tokenFor(email);
  return browser.send('GET', '/kept');
}

/** Fills in the form, loses the session, and sends. */
async function sendTooLate(browser: Browser, note: string): Promise<Reply> {
  const form = hiddenOf(await browser.send('GET', indicator), indicator);
  await endAll();
  return browser.send('POST', indicator, { ...form, status: 'yes', note });
}

test('what is sent too late is kept, given back to the same account, and sent with one press, once', async () => {
  const browser = await browserOf('officer@county.test');
  const reply = await sendTooLate(browser, words);
  assert.deepEqual([reply.status, reply.headers['location']], [303, '/sign-in?to=%2Fkept']);
  assert.match((await browser.send('GET', '/sign-in?to=%2Fkept')).text, /What you wrote is kept for an hour/);
  assert.equal(await noteNow(), undefined, 'nothing is saved yet');
  const [row] = await keptRows();
  assert.ok(row && !row.sealed.includes('Four meetings'), 'the database cannot read it');
  const kept = await signInAgain(browser, 'officer@county.test');
  assert.match(kept.body, /Four meetings\./);
  const again = hiddenOf(kept, indicator);
  assert.equal(again['note'], words.replace('\r\n', '\n'));
  assert.equal((await browser.send('POST', indicator, again)).status, 303);
  assert.equal((await browser.send('POST', indicator, again)).headers['location'], `${indicator}?done=saved`, 'a second press goes to the same place');
  assert.equal(await noteNow(), words.replace('\r\n', '\n'));
});

test('somebody else in the same browser does not get it, nor the same account in another browser', async () => {
  const browser = await browserOf('officer@county.test');
  await sendTooLate(browser, 'Of the officer alone.');
  assert.match((await signInAgain(browser, 'lead@county.test')).body, /Nothing is kept for you/);
  const elsewhere = await browserOf('officer@county.test');
  assert.match((await elsewhere.send('GET', '/kept')).body, /Nothing is kept for you/);
  assert.match((await signInAgain(browser, 'officer@county.test')).body, /Of the officer alone/);
});

test('the version is kept, so that a save that came between still shows', async () => {
  const browser = await browserOf('officer@county.test');
  await sendTooLate(browser, 'Late words.');
  const lead = await site.as('lead@county.test');
  assert.equal((await lead.fill(indicator, { status: 'partly', note: 'The lead came between.' })).status, 303);
  const kept = await signInAgain(browser, 'officer@county.test');
  const reply = await browser.send('POST', indicator, hiddenOf(kept, indicator));
  assert.equal(reply.status, 409);
  assert.match(reply.body, /The lead came between\.[^]*Late words\./);
});

test('it is bounded in time, size and number, and can be thrown away', async () => {
  const browser = await browserOf('officer@county.test');
  assert.equal((await sendTooLate(browser, 'x'.repeat(400_000))).headers['location'], '/sign-in?to=%2F', 'too long to keep');
  for (let n = 0; n < 7; n += 1) {
    browser.cookies['dueregard-session'] = await tokenFor('officer@county.test');
    await sendTooLate(browser, `Number ${n}.`);
  }
  assert.ok((await keptRows()).length <= 5);
  const kept = await signInAgain(browser, 'officer@county.test');
  assert.match(kept.body, /Number 6\./);
  await browser.send('POST', '/kept', hiddenOf(kept, '/kept'));
  assert.match((await browser.send('GET', '/kept')).body, /Nothing is kept for you/);
  await sendTooLate(browser, 'Too late for the hour.');
  await query(site.db.as('superuser'), "update kept_form set kept_at = kept_at - interval '2 hours', ends_at = ends_at - interval '2 hours'");
  assert.match((await signInAgain(browser, 'officer@county.test')).body, /Nothing is kept for you/);
});

test('what did not come from a page of the session is not kept, nor what an unknown cookie brings, nor a password', async () => {
  await query(site.db.as('superuser'), 'delete from kept_form');
  const browser = await browserOf('officer@county.test');
  await endAll();
  assert.equal((await browser.send('POST', indicator, { csrf: 'of somebody else', note: 'Planted.' })).headers['location'], '/sign-in?to=%2F');
  browser.cookies['dueregard-session'] = 'never-was-a-session';
  assert.equal((await browser.send('POST', indicator, { note: 'Planted.' })).headers['location'], '/sign-in?to=%2F');
  const account = await browserOf('officer@county.test');
  const form = hiddenOf(await account.send('GET', '/account'), '/account/password');
  await endAll();
  assert.equal((await account.send('POST', '/account/password', { ...form, old: 'secret', password: 'secret', again: 'secret' })).headers['location'], '/sign-in?to=%2F');
  assert.deepEqual(await keptRows(), []);
});

test('a form with a file keeps its words and says that the file is not kept', async () => {
  const browser = await browserOf('officer@county.test');
  const page = await browser.send('GET', `${indicator}/evidence`);
  const [form] = elements(page.body, (one) => one.tagName === 'form' && attribute(one, 'enctype') === 'multipart/form-data');
  assert.ok(form, 'the page has a form with a file');
  const action = attribute(form, 'action') ?? '';
  const fields = hiddenOf(page, action);
  await endAll();
  const late = await browser.send('POST', action, multipart({ ...fields, title: 'Minutes of the board' }, { field: 'file', name: 'minutes.pdf', bytes: Buffer.from('%PDF-1.4') }));
  assert.equal(late.headers['location'], '/sign-in?to=%2Fkept');
  const kept = await signInAgain(browser, 'officer@county.test');
  assert.match(kept.body, /Minutes of the board[^]*enctype="multipart\/form-data"/);
  assert.match(kept.body, /A file is not kept/);
});
