// What looks like it tells of one person is stopped at every form there is.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Role } from '../src/kernel/access.ts';
import { newId } from '../src/kernel/id.ts';
import { csrfOf } from '../src/platform/pipeline.ts';
import { isForMembers, type Route } from '../src/platform/route.ts';
import { accountOf, beginSession } from '../src/capabilities/accounts/index.ts';
import { attribute, elements, multipart } from './client.ts';
import { query } from './database.ts';
import { allRoutes } from './doc-tables.ts';
import { testSite } from './site.ts';
import { buildWorld } from './world.ts';

const site = await testSite();
const nhs = '943 476 5919';
const note = '/organisations/county/assessments/2025-26/indicators/LA1.m1';
const text = `The group heard about ${nhs} in March.`;
const posts = allRoutes().filter(isForMembers).filter(({ method }) => method === 'POST');

before(() => buildWorld(site.store));

/** A form sent by hand, with the proof of its session. */
async function send(email: string, route: Pick<Route, 'upload'>, path: string, fields: Readonly<Record<string, string>>, fileName = 'minutes.txt') {
  const token = await site.db.database.within({ is: 'accounts' }, async (tx) => beginSession(tx, await accountOf(tx, email), 30));
  const all = { csrf: csrfOf(token), request_key: newId(), ...fields };
  const headers = { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' };
  const body = route.upload ? multipart(all, { field: 'file', name: fileName, bytes: Buffer.from('minutes') }) : { type: 'application/x-www-form-urlencoded', payload: new URLSearchParams(all).toString() };
  return site.app.inject({ method: 'POST', url: path, cookies: { 'dueregard-session': token }, headers: { ...headers, 'content-type': body.type }, payload: body.payload });
}

test('every form of every route is stopped, whatever its field is called', async () => {
  assert.ok(posts.length > 20, `${posts.length} routes`);
  for (const route of posts) {
    const who = (['lead@county.test', 'adviser@homeoffice.test'] as const).find((email) => mayPost(route, email));
    // What is opened to a partner is a door of its own, held by src/capabilities/together/partners.test.ts.
    if (!who) { assert.equal(route.access.grantKind, 'part', route.path); continue; }
    for (const field of ['note', 'anything_at_all']) {
      const reply = await send(who, route, pathOf(route), { [field]: text });
      assert.equal(reply.statusCode, 422, `${route.path} as ${who}: ${reply.statusCode}`);
      assert.ok(reply.body.includes('looks like an NHS number') && reply.body.includes(nhs), route.path);
    }
  }
});

test('the name of a file is searched too', async () => {
  const upload = posts.find((route) => route.upload && route.path.includes('/evidence/')) ?? assert.fail('there is an upload');
  const reply = await send('lead@county.test', upload, pathOf(upload), { 'file-title': 'Minutes' }, `letter ${nhs}.txt`);
  assert.equal(reply.statusCode, 422);
  assert.match(reply.body, /Choose the file again/);
});

test('the fields that are not searched are these and no others', () => {
  const named = allRoutes().filter(({ unsearched }) => unsearched).map(({ path, unsearched }) => [path, unsearched]);
  assert.deepEqual(named, [
    ['/organisations/:org/invitations', ['email']],
    ['/organisations/:org/assessments/:year/indicators/:code/evidence/links', ['link-url']],
    ['/organisations/:org/look', ['colour']], ['/organisations/:org/assessments/:year/work/:code/partners/:id/invitation', ['email']],
    ['/organisations/:org/dip-samples/:id/throws', ['throws']],
  ]);
});

test('nothing is saved and nothing is lost; confirmed, it is saved and the trail says so without the words', async () => {
  const lead = await site.as('lead@county.test');
  const stopped = await lead.fill(note, { status: 'yes', note: text });
  assert.equal(stopped.status, 422);
  assert.ok(stopped.text.includes(text), 'the words stand in the form again');
  const rows = () => query<{ note: string }>(site.db.as('dueregard_owner'), 'select note from answer');
  assert.deepEqual(await rows(), []);

  const form = fieldsOf(stopped.body);
  assert.equal(form['status'], 'yes', 'what else was filled in goes along');
  const again = await lead.post(note, { ...form, note: text });
  assert.equal(again.status, 422, 'without the tick it is stopped again');
  const confirmed = await lead.post(note, { ...form, note: text, not_personal: boxIn(stopped.body) });
  assert.equal(confirmed.status, 303, confirmed.text);
  assert.deepEqual(await rows(), [{ note: text }]);
  const history = await lead.get('/organisations/county/history');
  assert.match(history.text, /Noted that a text tells of no person .*In: What was done Looked like: an NHS number/);
  const [event] = await query<{ body: string }>(site.db.as('dueregard_owner'), "select body from audit_event where record_kind = 'confirmation'");
  assert.ok(event && !event.body.includes('943'), 'the words are not in the chain');
});

test('a confirmation holds for the words that it was given for, and no others', async () => {
  const lead = await site.as('lead@county.test');
  const path = note.replace('m1', 'm2');
  const stopped = await lead.fill(path, { status: 'yes', note: text });
  const other = await lead.post(path, { ...fieldsOf(stopped.body), note: `${text} Call 0116 232 3232.`, not_personal: boxIn(stopped.body) });
  assert.equal(other.status, 422);
  assert.match(other.text, /telephone number/);
  const clean = await lead.post(path, { ...fieldsOf(stopped.body), note: 'The group met in March.' });
  assert.equal(clean.status, 303, 'taken out, it is saved without a word');
});

function mayPost(route: (typeof posts)[number], email: 'lead@county.test' | 'adviser@homeoffice.test'): boolean {
  const held: readonly Role[] = email === 'lead@county.test' ? ['prevent_lead', 'administrator'] : ['adviser'];
  const rule = email === 'lead@county.test' ? route.access.own : route.access.grant;
  return (rule ?? []).some((role) => held.includes(role));
}

function pathOf({ path }: Route): string {
  const values: Readonly<Record<string, string>> = { org: 'county', year: '2025-26', code: path.includes('/benchmarks/') ? 'LA1' : 'LA1.m1', kind: 'answer', benchmark: 'LA1' };
  return path.replace(/:(\w+)/g, (_, name: string) => values[name] ?? newId());
}

/** The hidden fields of the form in main. */
function fieldsOf(body: string): Record<string, string> {
  const hidden = elements(body, (element) => element.tagName === 'input' && attribute(element, 'type') === 'hidden').map((input) => [attribute(input, 'name') ?? '', attribute(input, 'value') ?? ''] as const);
  // The sign-out form's csrf comes first and is the same.
  return Object.fromEntries(hidden);
}

function boxIn(body: string): string {
  const [box] = elements(body, (element) => element.tagName === 'input' && attribute(element, 'name') === 'not_personal');
  return (box && attribute(box, 'value')) ?? assert.fail('there is a box to confirm');
}
