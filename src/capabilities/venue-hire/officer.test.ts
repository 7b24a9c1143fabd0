// Who takes bookings in has a role of their own: it opens sites and bookings, and decides nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { query } from '../../../test/database.ts';
import { addWorker } from '../../../test/world.ts';
import { isId, newId, type Id } from '../../kernel/id.ts';
import { en } from '../../words/index.ts';
import { addMembership } from '../organisations/index.ts';
import { decide } from './deciding.ts';
import { paths } from './paths.ts';
import { bookingOf, turnKey } from './store.ts';
import { booked, cast, checked, dated, on, ordinary, placeOf, safeguards, stateOf, takeIn, today, turn } from './venue.fixture.ts';

const all = await cast();
const { site, world, property, safety: safetyClient, siteId, policyId, departments, people } = all;
const county = world.organisations.county.id;
const personId = newId();
await addWorker(site.store, { personId, accountId: newId(), email: 'bookings@county.test', orgId: county, roles: ['bookings_officer'] });
const officer = await site.as('bookings@county.test');
const said = en.venueHire;

test('a bookings officer takes bookings in, checks them and records incidents', async () => {
  assert.equal((await stateOf(all, await takeIn(officer, booked(siteId, { reference: 'BO-1', ...ordinary })))).outcome, 'approved');
  const place = await checked(officer, booked(siteId, { reference: 'BO-2' }));
  assert.ok((await officer.get(place)).text.includes(said.refusals.holdsNoKey));
  placeOf(await officer.fill(place, { question: 'Does the right hold for this room?' }, '/advice'));
  placeOf(await officer.fill(paths.incidents('county'), { kind: 'near_miss', site: siteId, ...dated('happened', '2026-03-01'), wrongly_allowed: 'no', what: 'A door stood open.', learned: 'It is locked at ten.' }));
  assert.ok(!(await officer.get(paths.incidents('county'))).text.includes(said.incidents.toPlan), 'the plan is not theirs');
  for (const path of [paths.bookings('county'), paths.sites('county'), paths.policies('county'), paths.partners('county'), paths.holders('county'), paths.numbers('county')]) assert.equal((await officer.get(path)).status, 200, path);
});

test('they hear no review, although they took no part', async () => {
  const place = await checked(property, booked(siteId, { reference: 'BO-4' }));
  for (const client of [property, safetyClient]) placeOf(await turn(client, place, 'refuse', safeguards));
  placeOf(await officer.fill(place, { review_said: 'The report allows 200.' }, '/reviews'));
  const page = await officer.get(place);
  assert.ok(page.text.includes(said.steps.tookPart) && !page.text.includes(said.steps.hearHint));
});

test('their first page and their body’s page lead to what they may open, and to nothing else', async () => {
  const home = await officer.get('/home');
  assert.match(home.text, /booking waits for a decision/);
  const body = await officer.get('/organisations/county');
  for (const { text, body: html } of [home, body]) {
    assert.ok(!text.includes(en.site.rooms.assessments) && !text.includes(en.actionPlan.link), text.slice(0, 400));
    for (const [, href = ''] of html.matchAll(/href="(\/organisations\/[^"?#]+)"/g)) assert.equal((await officer.get(href)).status, 200, href);
  }
});

test('of what is due they are shown bookings alone, and have no calendar', async () => {
  const dates = await officer.get('/organisations/county/dates');
  assert.ok(dates.text.includes(en.reminders.choice.heading) && !dates.text.includes(en.reminders.calendar.heading));
  assert.equal((await officer.post('/organisations/county/dates/calendar', {})).status, 403);
});

test('they decide nothing, not even with a key from before: the page, the rules and the database say so', async () => {
  const place = await checked(officer, booked(siteId, { reference: 'BO-3' }));
  placeOf(await turn(property, place, 'approve'));
  assert.equal((await officer.get(`${place}/decision`)).status, 403);
  // The community safety officer becomes a bookings officer of the same department, and still holds its key.
  const [safety, departmentId] = [people['safety@county.test'], departments['Community safety'] ?? assert.fail()];
  await world.as('lead@county.test', (tx) => addMembership(tx, { orgId: county, id: newId(), personId: safety, role: 'bookings_officer', fromDay: on('2025-04-01'), departmentId }));
  const feed = /\/calendars\/[\w-]+/.exec((await safetyClient.fill('/organisations/county/dates', {}, '/dates/calendar')).body)?.[0] ?? assert.fail();
  assert.equal((await officer.get(feed)).status, 200);
  await query(site.db.as('superuser'), "update membership set to_day = '2026-03-01' where role = 'contributor' and person_id = $1", [safety]);
  const form = { verdict: 'approve', said: 'Looked at.', conditions: '', restrictive: 'no', ground: '', groundSaid: '', lessRestrictive: '', equality: '', expression: '', election: '', reviewRoute: '' };
  assert.equal((await officer.get(feed)).status, 404, 'their calendar ends with the role that it came with');
  const id = idOf(place);
  await site.db.database.within({ is: 'own', orgId: county, personId: safety, day: today }, async (tx) => {
    const decided = await decide({ tx, orgId: county, personId: safety, today, newId }, id, form, '');
    assert.deepEqual(decided?.accepted === false && decided.refusals.map(({ say }) => say(en)), [said.refusals.holdsNoKey]);
  });
  const past = site.db.database.within({ is: 'own', orgId: county, personId: safety, day: today }, async (tx) => {
    const round = (await bookingOf(tx, { orgId: county, id }))?.round ?? assert.fail();
    await turnKey(tx, { orgId: county, id: newId(), bookingId: id, round, side: 'safety', departmentId, policyId, turnedOn: today }, { verdict: 'approve', said: 'Past the rules.', conditions: null, restrictive: false, safeguards: null });
  });
  await assert.rejects(past, /does not decide/);
});

function idOf(place: string): Id {
  const id = place.split('/').at(-1) ?? '';
  return isId(id) ? id : assert.fail(place);
}
