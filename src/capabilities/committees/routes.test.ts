import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { testSite } from '../../../test/site.ts';
import { buildWorld } from '../../../test/world.ts';
import { paths } from './paths.ts';

const site = await testSite();
const list = paths.list('county');
const year = '/organisations/county/assessments/2025-26';
const meeting = {
  'committee': 'Scrutiny committee', 'year': '2025-26',
  'due-day': '9', 'due-month': '3', 'due-year': '2026', 'meets-day': '20', 'meets-month': '3', 'meets-year': '2026',
};

before(async () => { await buildWorld(site.store); });

test('a contributor records a meeting, everybody of the body reads when its paper is due, the year’s page too', async () => {
  const officer = await site.as('officer@county.test');
  assert.doesNotMatch((await officer.get(year)).text, /Committee papers/);
  assert.equal((await officer.fill(list, meeting, '/meetings')).status, 303);
  for (const who of ['lead@county.test', 'second@county.test', 'viewer@county.test']) {
    const reader = await site.as(who);
    assert.match((await reader.get(list)).text, /Scrutiny committee.*9 March 2026.*20 March 2026.*Paper due in 7 days/, who);
    assert.match((await reader.get(year)).text, /Committee papers Scrutiny committee: paper due in 7 days \(9 March 2026\)/, who);
  }
});

test('who may not record one is not offered the form, and is refused when they send it', async () => {
  for (const who of ['viewer@county.test', 'second@county.test']) {
    const reader = await site.as(who);
    assert.doesNotMatch((await reader.get(list)).text, /Add a meeting/, who);
    assert.equal((await reader.post(list, meeting)).status, 403, who);
  }
  for (const who of ['lead@sibling.test', 'lead@district.test', 'adviser@homeoffice.test']) assert.equal((await (await site.as(who)).get(list)).status, 403, who);
});

test('a bad date, a paper after its meeting, no committee, no year and a meeting that is there get the form again, as it was filled in', async () => {
  const lead = await site.as('lead@county.test');
  const bad: readonly [Readonly<Record<string, string>>, RegExp][] = [
    [{ 'due-day': '31', 'due-month': '2' }, /Enter the day on which the paper is due/], [{ 'due-year': '' }, /Enter the day on which the paper is due/],
    [{ 'meets-day': 'x' }, /Enter the day on which the committee meets/], [{ 'meets-day': '8' }, /not before the paper is due/],
    [{ committee: ' ' }, /Enter the name of the committee/], [{ committee: 'x'.repeat(201) }, /in at most 200 characters/], [{ year: '' }, /Choose the year/], [{}, /recorded already/],
  ];
  for (const [change, said] of bad) {
    const refused = await lead.fill(list, { ...meeting, ...change }, '/meetings');
    assert.equal(refused.status, 422, JSON.stringify(change));
    assert.match(refused.text, said);
    assert.match(refused.body, /value="20"|value="x"|value="8"/);
  }
});

test('a paper that was sent waits for nobody, and a change over a newer one is told', async () => {
  const lead = await site.as('lead@county.test');
  const stale = await lead.get(list);
  assert.equal((await lead.fill(list, {}, '/sent')).status, 303);
  assert.match((await lead.get(list)).text, /Sent on 2 March 2026/);
  assert.doesNotMatch((await lead.get(year)).text, /Committee papers/);
  const id = /meetings\/([^/]+)\/removal/.exec(stale.body)?.[1] ?? assert.fail();
  assert.equal((await lead.fill(list, { version: '1' }, '/removal')).status, 409);
  assert.equal((await lead.fill(list, {}, '/removal')).status, 303);
  assert.equal((await (await site.as('viewer@county.test')).post(paths.remove('county', id), {})).status, 403);
  assert.match((await lead.get(list)).text, /No meeting has been recorded/);
});
