import assert from 'node:assert/strict';
import { test } from 'node:test';
import { query } from '../../../test/database.ts';
import { en } from '../../words/index.ts';
import { paths } from './paths.ts';
import { allClear, booked, cast, checked, dated, ordinary, placeOf, safeguards, stateOf, takeIn, turn } from './venue.fixture.ts';

const all = await cast();
const { site, lead, property, safety, legal, second, siteId } = all;
const said = en.venueHire;
let count = 1001;
const fresh = (fields = {}) => booked(siteId, { reference: `HALL-${count++}`, ...fields });

test('an ordinary booking is approved in one step, and says by which rule', async () => {
  const place = await takeIn(property, fresh(ordinary));
  assert.deepEqual(await stateOf(all, place), { asking: null, outcome: 'approved', by_rule: true });
  const page = await property.get(place);
  assert.ok(page.text.includes(said.one.byRule));
  assert.ok(!page.body.includes('/decision"'));
});

test('any other waits for two departments; one key decides nothing, the second does', async () => {
  const place = await takeIn(property, fresh());
  const page = await property.get(place);
  for (const trigger of ['large', 'first'] as const) assert.ok(page.text.includes(said.triggers[trigger]), trigger);
  assert.ok(page.text.includes(said.refusals.notChecked), 'nothing is decided before it was looked at');
  const empty = await property.fill(place, {}, '/checks');
  assert.equal(empty.status, 422);
  placeOf(await property.fill(place, allClear, '/checks'));
  placeOf(await turn(property, place, 'approve'));
  assert.deepEqual(await stateOf(all, place), { asking: 'hire', outcome: null, by_rule: false });
  assert.ok((await property.get(place)).text.includes(said.refusals.samePerson));
  const estates = await site.as('estates@county.test');
  assert.ok((await estates.get(place)).text.includes(said.refusals.sideTurned), 'another department of the same side');
  const nobody = await site.as('nobody@county.test');
  assert.ok((await nobody.get(place)).text.includes(said.refusals.holdsNoKey));
  assert.match((await safety.get(paths.bookings('county'))).text, /Community safety, you/);
  placeOf(await turn(safety, place, 'approve'));
  assert.deepEqual(await stateOf(all, place), { asking: null, outcome: 'approved', by_rule: false });
});

test('where the keys disagree the third officer decides, and not before', async () => {
  const place = await checked(property, fresh());
  placeOf(await turn(property, place, 'approve'));
  assert.ok((await legal.get(place)).text.includes(said.refusals.sideTurned));
  placeOf(await turn(safety, place, 'conditions', { conditions: 'Six stewards.', restrictive: 'no' }));
  assert.equal((await stateOf(all, place)).outcome, null);
  placeOf(await turn(legal, place, 'conditions', { conditions: 'Six stewards.', restrictive: 'no' }));
  assert.equal((await stateOf(all, place)).outcome, 'conditions');
});

test('a refusal, and a condition that restricts, say their ground and their safeguards, each of them', async () => {
  const place = await checked(property, fresh());
  const names = Object.keys(safeguards);
  for (const missing of names) {
    const reply = await turn(property, place, 'refuse', { ...safeguards, [missing]: '' });
    assert.equal(reply.status, 422, missing);
    assert.ok(reply.body.includes(`#${missing}`), missing);
  }
  assert.equal((await turn(property, place, 'conditions', { conditions: 'Only residents.', restrictive: 'yes' })).status, 422);
  assert.equal((await turn(property, place, 'refuse', { ...safeguards, election: 'right' })).status, 422, 'a candidate’s right wants legal advice first');
  placeOf(await property.fill(place, { question: 'Does the right hold for this room?' }, '/advice'));
  const advice = /\/advice\/[0-9a-f-]{36}/.exec((await legal.get(place)).body)?.[0] ?? assert.fail();
  placeOf(await legal.fill(place, { answer: 'It does not hold where the room is unsafe.' }, advice));
  placeOf(await turn(property, place, 'refuse', { ...safeguards, election: 'right' }));
  placeOf(await turn(safety, place, 'refuse', safeguards));
  assert.equal((await stateOf(all, place)).outcome, 'refused');
});

test('a third person hears the review; an overturned refusal counts as an error of its own', async () => {
  const place = await checked(property, fresh({ event_kind: 'social' }));
  placeOf(await turn(property, place, 'refuse', safeguards));
  placeOf(await turn(safety, place, 'refuse', safeguards));
  placeOf(await property.fill(place, { review_said: 'The report allows 200.' }, '/reviews'));
  const hearing = /\/reviews\/[0-9a-f-]{36}/.exec((await second.get(place)).body)?.[0] ?? assert.fail();
  for (const took of [property, safety]) {
    assert.ok((await took.get(place)).text.includes(said.steps.tookPart));
    assert.equal((await took.post(`${place}${hearing}`, { result: 'upheld', reason: 'It stands.', version: '1', ...await sealOf(took, place) })).status, 422);
  }
  assert.equal((await second.fill(place, { result: 'overturned', reason: 'Dr Lee read it wrongly.' }, hearing)).status, 422, 'no name in any field');
  placeOf(await second.fill(place, { result: 'overturned', reason: 'The report was read wrongly.' }, hearing));
  assert.ok((await property.get(place)).text.includes(said.one.overturned));
  const numbers = await lead.get(paths.numbers('county'));
  assert.match(numbers.text, /Wrong refusals: overturned on review 1 /);
});

test('a cancellation after approval is decided by two departments, with the safeguards of a refusal', async () => {
  const place = await takeIn(property, fresh(ordinary));
  placeOf(await property.fill(place, {}, '/cancellation'));
  assert.equal((await turn(property, place, 'cancel')).status, 422);
  placeOf(await turn(property, place, 'cancel', safeguards));
  assert.equal((await stateOf(all, place)).outcome, 'approved', 'one key cancels nothing');
  placeOf(await turn(safety, place, 'keep'));
  placeOf(await turn(legal, place, 'keep'));
  assert.deepEqual(await stateOf(all, place), { asking: null, outcome: 'approved', by_rule: true });
  placeOf(await property.fill(place, {}, '/cancellation'));
  placeOf(await turn(safety, place, 'cancel', safeguards));
  placeOf(await turn(property, place, 'cancel', safeguards));
  assert.equal((await stateOf(all, place)).outcome, 'cancelled');
});

test('a hirer withdraws, and that is counted apart', async () => {
  const place = await takeIn(property, fresh());
  assert.equal((await property.fill(place, {}, '/withdrawal')).status, 422);
  placeOf(await property.fill(place, { when: 'during_checks' }, '/withdrawal'));
  assert.equal((await stateOf(all, place)).outcome, 'withdrawn');
  assert.match((await lead.get(paths.numbers('county'))).text, /Withdrawn once questions were asked 1 /);
});

test('what is wrong at the intake is said at its field, and nothing is kept', async () => {
  for (const [fields, sentence] of [
    [{ reference: 'Jo Field' }, said.refusals.referenceIsName], [{ reference: 'CASE-77' }, said.refusals.referenceIsCase], [dated('event', '2026-03-01'), said.refusals.pastEvent], [{ size: '301' }, said.refusals.tooMany(300)], [{ site: '' }, said.refusals.noSite],
  ] as const) {
    const reply = await property.fill(paths.form('county'), fresh(fields));
    assert.equal(reply.status, 422);
    assert.ok(reply.text.includes(sentence), sentence);
  }
  const again = fresh(ordinary);
  await takeIn(property, again);
  assert.ok((await property.fill(paths.form('county'), again)).text.includes(said.refusals.knownReference));
});

test('a policy edition that is not in force stops the intake and the decision, until one is', async () => {
  const place = await checked(property, fresh());
  await query(site.db.as('superuser'), "update venue_policy set to_day = '2026-03-01'");
  assert.ok((await property.fill(paths.form('county'), fresh())).text.includes(said.refusals.siteNoPolicy));
  assert.ok((await property.get(place)).text.includes(said.refusals.policyNotInForce));
  placeOf(await lead.fill(paths.policies('county'), { title: 'Policy 2026', ...dated('from', '2026-03-01'), endorsed_by: 'Cabinet', ...dated('endorsed', '2026-02-20') }));
  const edition = /value="([0-9a-f-]{36})">Policy 2026/.exec((await lead.get(paths.site('county', siteId))).body)?.[1] ?? assert.fail();
  placeOf(await lead.fill(paths.site('county', siteId), { policy: edition }));
  placeOf(await turn(property, place, 'approve'));
});

test('no decision on a past event: it counts as a wrong refusal, and says so', async () => {
  const place = await checked(property, fresh());
  await query(site.db.as('superuser'), "alter table booking disable trigger user; update booking set received_on = '2026-02-01', decide_by = '2026-02-08', event_on = '2026-02-20', decided_on = null where id = '" + (place.split('/').at(-1) ?? '') + "'; alter table booking enable trigger user");
  const page = await property.get(place);
  assert.ok(page.text.includes(said.urgencies.past));
  assert.ok((await property.get(`${place}/decision`)).text.includes(said.refusals.eventIsPast));
  assert.match((await lead.get(paths.numbers('county'))).text, /Wrong refusals: undecided when the event came 1 /);
});

test('an incident is kept with its learning, becomes an action of the plan, and counts as a wrong approval where it was one', async () => {
  const place = await takeIn(property, fresh(ordinary));
  const fields = { kind: 'near_miss', site: siteId, booking: place.split('/').at(-1) ?? '', ...dated('happened', '2026-03-01'), wrongly_allowed: 'yes', what: 'More people came than were booked.', learned: 'Numbers are asked for again a week before.' };
  assert.equal((await property.fill(paths.incidents('county'), { ...fields, learned: '' })).status, 422);
  placeOf(await property.fill(paths.incidents('county'), fields));
  const page = await property.get(paths.incidents('county'));
  const add = (/href="([^"]*\/plan\/actions\?origin=incident[^"]*)"/.exec(page.body)?.[1] ?? assert.fail()).replaceAll('&amp;', '&');
  const action = placeOf(await property.fill(add, { text: 'Ask for numbers again.', measure: 'Each booking has two.' }));
  assert.match((await property.get(action)).text, /Near miss at Mill Hall, 1 March 2026/);
  assert.match((await lead.get(paths.numbers('county'))).text, /Wrong approvals: shown by an incident 1 /);
  assert.match((await lead.get('/organisations/county/assessments/2025-26/benchmarks/LA7')).text, /1 incident or near miss at venues in the year.* 1 action of the plan came from them/);
});

test('keys are given by the lead, for a department where somebody works, and no department holds two sides', async () => {
  const page = await lead.get(paths.holders('county'));
  const choice = (name: string) => new RegExp(`value="([0-9a-f.-]{70,})">${name}`).exec(page.body)?.[1] ?? assert.fail(name);
  assert.ok((await lead.fill(paths.holders('county'), { holder: choice('Estates County, Estates'), side: 'safety' }, '/booking-keys')).text.includes(said.refusals.holdsBothSides));
  assert.ok((await lead.fill(paths.holders('county'), { holder: choice('Estates County, Estates'), side: 'property' }, '/booking-keys')).text.includes(said.refusals.holdsIt));
  placeOf(await lead.fill(paths.holders('county'), { holder: choice('Nobody County, Libraries'), side: 'property' }, '/booking-keys'));
  assert.equal((await property.post(paths.holders('county'), { holder: 'x', side: 'third' })).status, 403);
});

test('partners are checked on a day, and a viewer sees none of it', async () => {
  placeOf(await property.fill(paths.partners('county'), { partner: 'Example Youth Trust', relation: 'funded', ...dated('checked', '2026-02-01'), found: 'clear', ...dated('next', '2026-03-01') }));
  assert.match((await property.get(paths.partners('county'))).text, /Example Youth Trust .*Overdue/);
  const viewer = await site.as('viewer@county.test');
  for (const path of [paths.bookings('county'), paths.sites('county'), paths.numbers('county'), paths.incidents('county')]) assert.equal((await viewer.get(path)).status, 403, path);
});

async function sealOf(client: typeof property, path: string) {
  const page = await client.get(path);
  return { csrf: /name="csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '', request_key: '' };
}
