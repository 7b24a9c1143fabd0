import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attribute, elements } from '../../../test/client.ts';
import { query } from '../../../test/database.ts';
import { testSite } from '../../../test/site.ts';
import { buildWorld } from '../../../test/world.ts';
import { newId } from '../../kernel/id.ts';

const site = await testSite();
const world = await buildWorld(site.store);
const orgId = world.organisations.county.id;
const year = '/organisations/county/assessments/2025-26';
const part = (code: string) => `${year}/work/${code}`;
const indicator = (code: string) => `${year}/indicators/${code}`;
const [leadId, officerId] = [world.people['lead@county.test'].personId, world.people['officer@county.test'].personId];
const day = (name: string, [d, m, y]: readonly [number, number, number]) => ({ [`${name}-day`]: String(d), [`${name}-month`]: String(m), [`${name}-year`]: String(y) });
const lead = () => site.as('lead@county.test');
const officer = () => site.as('officer@county.test');

test('the lead assigns an indicator and a benchmark; the colleague finds both at home and on the year, and what is late says so', async () => {
  assert.equal((await (await lead()).fill(part('LA1.m1'), { person: officerId, ...day('due', [20, 3, 2026]) }, '/assignment')).status, 303);
  assert.equal((await (await lead()).fill(part('LA2'), { person: officerId, ...day('due', [3, 3, 2026]) }, '/assignment')).status, 303);
  assert.equal((await (await lead()).fill(part('LA3'), { person: leadId, ...day('due', [30, 3, 2026]) }, '/assignment')).status, 303);
  for (const page of ['/home', year]) assert.match((await (await officer()).get(page)).text, /Assigned to you.*LA2 \(2025\/26\), due 3 March 2026.*LA1\.m1 \(2025\/26\), due 20 March 2026/, page);
  assert.doesNotMatch((await (await officer()).get('/home')).text, /LA3 /);
  assert.match((await (await officer()).get(indicator('LA1.m1'))).text, /Assigned to Officer County, due 20 March 2026/);
  site.clock.now = new Date('2026-03-05T10:00:00Z');
  assert.match((await (await officer()).get('/home')).text, /LA2 \(2025\/26\), overdue since 3 March 2026/);
  const overdue = await (await officer()).get(`${year}/work?show=overdue`);
  assert.match(overdue.text, /LA2: /);
  assert.doesNotMatch(overdue.text, /LA1\.m1: /);
  assert.doesNotMatch((await (await officer()).get(`${year}/work?show=mine`)).text, /LA3: /);
});

test('a form filled in on an older assignment is refused, and shows what holds now', async () => {
  const one = await lead();
  const stale = { csrf: '', request_key: newId(), version: '0', person: leadId, ...day('due', [25, 3, 2026]) };
  const page = await one.get(part('LA1.m1'));
  const [token] = elements(page.body, (element) => attribute(element, 'name') === 'csrf');
  const reply = await one.post(`${part('LA1.m1')}/assignment`, { ...stale, csrf: token ? attribute(token, 'value') ?? '' : '' });
  assert.equal(reply.status, 409);
  assert.match(reply.text, /Somebody changed this before you/);
  assert.match((await one.get(part('LA1.m1'))).text, /Assigned to Officer County/);
});

test('nothing is assigned to who may not write, nor by who does not lead', async () => {
  const refused = await (await lead()).fill(part('LA1.m2'), { person: world.people['viewer@county.test'].personId, ...day('due', [20, 3, 2026]) }, '/assignment');
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Choose a person from the list/);
  assert.equal((await (await officer()).post(`${part('LA1.m2')}/assignment`, { person: officerId })).status, 403);
});

test('whoever covers sees what is assigned to the person who is away, for those days, and gains no right', async () => {
  const cover = { person: officerId, covering: leadId, ...day('from', [6, 3, 2026]), ...day('until', [8, 3, 2026]) };
  assert.equal((await (await lead()).fill('/organisations/county/cover', cover, '/cover')).status, 303);
  assert.doesNotMatch((await (await lead()).get('/home')).text, /for Officer County/);
  site.clock.now = new Date('2026-03-07T10:00:00Z');
  assert.match((await (await lead()).get('/home')).text, /LA1\.m1 \(2025\/26\), due 20 March 2026, for Officer County/);
  site.clock.now = new Date('2026-03-08T10:00:00Z');
  assert.doesNotMatch((await (await lead()).get('/home')).text, /for Officer County/);
  const other = { person: leadId, covering: officerId, ...day('from', [9, 3, 2026]), ...day('until', [12, 3, 2026]) };
  await (await lead()).fill('/organisations/county/cover', other, '/cover');
  site.clock.now = new Date('2026-03-10T10:00:00Z');
  assert.match((await (await officer()).get('/home')).text, /LA3 \(2025\/26\), due 30 March 2026, for Lead County/);
  assert.equal((await (await officer()).post(`${year}/submission`, {})).status, 403, 'cover for the lead does not submit');
  assert.equal((await (await officer()).get('/organisations/county/cover')).status, 403);
  assert.equal((await (await lead()).fill('/organisations/county/cover', {}, '/end')).status, 303);
  assert.doesNotMatch((await (await officer()).get('/home')).text, /for Lead County/, 'ended at once');
});

test('an answer is returned with a reason, handed in again by its writer, and the history stays', async () => {
  const early = await (await lead()).fill(part('LA1.m3'), { reason: 'Too early.' }, '/rework');
  assert.match(early.text, /There is nothing to return yet/);
  await (await officer()).fill(indicator('LA1.m3'), { status: 'yes', note: 'We met.' });
  assert.equal((await (await lead()).fill(part('LA1.m3'), { reason: 'Say how often.' }, '/rework')).status, 303);
  assert.match((await (await lead()).fill(part('LA1.m3'), { reason: 'Again.' }, '/rework')).text, /It is returned already/);
  assert.match((await (await officer()).get(indicator('LA1.m3'))).text, /Returned for rework by Lead County .* Say how often\./);
  assert.match((await (await officer()).get('/home')).text, /LA1\.m3 \(2025\/26\), returned for rework/);
  const [form] = elements((await (await officer()).get(part('LA1.m3'))).body, (one) => one.tagName === 'form' && /\/rework\/[^/]+$/.test(attribute(one, 'action') ?? ''));
  assert.ok(form);
  assert.equal((await (await officer()).fill(part('LA1.m3'), {}, attribute(form, 'action'))).status, 303);
  assert.match((await (await lead()).get(part('LA1.m3'))).text, /Say how often\. Handed in again by Officer County/);
  assert.doesNotMatch((await (await officer()).get('/home')).text, /LA1\.m3/);
  assert.equal((await (await lead()).fill(part('LA1.m3'), { reason: 'And with whom.' }, '/rework')).status, 303, 'it can be returned again');
});

test('a comment shows who, when and its marking; only its writer withdraws it, and that shows', async () => {
  const second = await site.as('second@county.test');
  assert.equal((await second.fill(part('LA4'), { said: 'Which figures are these?\nOf which quarter?', marking: 'OFFICIAL-SENSITIVE' }, '/comments')).status, 303);
  assert.match((await (await officer()).get(part('LA4'))).text, /Second County, 10 March 2026|Second County, .*OFFICIAL-SENSITIVE Which figures are these\?/);
  assert.match((await (await officer()).get(`${year}/benchmarks/LA4`)).text, /1 comment\./);
  const withdrawal = (page: { body: string }) => elements(page.body, (one) => one.tagName === 'form' && /\/comments\/[^/]+$/.test(attribute(one, 'action') ?? '')).map((one) => attribute(one, 'action') ?? '');
  assert.deepEqual(withdrawal(await (await lead()).get(part('LA4'))), [], 'nobody else is offered it');
  const [action] = withdrawal(await second.get(part('LA4')));
  assert.ok(action);
  assert.equal((await second.fill(part('LA4'), {}, action)).status, 303);
  const after = (await (await lead()).get(part('LA4'))).text;
  assert.match(after, /Withdrawn by its writer on/);
  assert.doesNotMatch(after, /Which figures/);
  assert.equal((await (await site.as('viewer@county.test')).post(`${part('LA4')}/comments`, { said: 'x', marking: 'OFFICIAL' })).status, 403);
});

test('the database itself keeps what was written, whoever asks', async () => {
  await (await officer()).fill(part('LA5'), { said: 'It stands.', marking: 'OFFICIAL' }, '/comments');
  const owner = (text: string) => query(site.db.as('dueregard_owner'), text, []);
  await assert.rejects(owner("update comment set said = 'It fell.' where said = 'It stands.'"), /stands|writer alone/);
  await assert.rejects(owner("update comment set withdrawn_at = now() where said = 'It stands.'"), /writer alone/);
  await assert.rejects(owner("delete from comment where said = 'It stands.'"), /what was written stands/);
  await assert.rejects(owner("update rework set reason = 'Another.'"), /what was written stands/);
  assert.equal((await query(site.db.as('superuser'), 'select 1 from comment where org_id = $1 and said = $2', [orgId, 'It stands.'])).length, 1);
});
