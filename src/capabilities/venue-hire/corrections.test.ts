// A mistake in what was taken in, put right before a decision.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { query } from '../../../test/database.ts';
import { newId } from '../../kernel/id.ts';
import { en } from '../../words/index.ts';
import { paths } from './paths.ts';
import { correctables, correctionFrom, formFrom, type CorrectionForm, type TakenIn } from './rules-corrections.ts';
import { addSite } from './sites-store.ts';
import { allClear, booked, cast, checked, dated, on, ordinary, placeOf, safeguards, stateOf, takeIn, today, turn } from './venue.fixture.ts';

const all = await cast();
const { site, world, property, safety, second, siteId, policyId } = all;
const said = en.venueHire;
let count = 3001;
const fresh = (fields = {}) => booked(siteId, { reference: `HALL-${count++}`, ...fields });
const correct = (place: string, fields: Record<string, string>, client = property) => client.fill(`${place}/correction`, { reason: 'It was written down wrongly.', ...fields }, '/correction');
const own = (text: string) => query<Record<string, unknown>>(site.db.as('superuser'), text);
const idOf = (place: string) => place.split('/').at(-1) ?? '';

test('the rules tell what a correction changes and whether it makes void what was decided by', () => {
  const taken: TakenIn = { reference: 'HALL-1', siteId, receivedOn: on('2026-02-20'), eventOn: on('2026-03-20'), bookedBy: 'charity', eventKind: 'talk', size: 150, admission: 'open', hiredBefore: false, detailsHeld: true, termsAccepted: false, concern: null };
  const at = (change: Partial<CorrectionForm>) => correctionFrom({ ...formFrom(taken), reason: 'It was misread.', ...change }, taken, { id: change.site ?? siteId, capacity: 300 }, today);
  for (const [change, changed, voids] of [
    [{ reference: 'HALL-2' }, ['reference'], false], [{ hiredBefore: 'yes' }, ['hired_before'], false], [{ detailsHeld: 'no', termsAccepted: 'yes' }, ['details_held', 'terms_accepted'], false],
    [{ event: on('2026-03-21') }, ['event'], true], [{ site: newId() }, ['site'], true], [{ size: '15' }, ['size'], true], [{ admission: 'ticketed' }, ['admission'], true], [{ concern: 'safety' }, ['concern'], true],
    [{ bookedBy: 'company' }, ['booked_by'], true], [{ eventKind: 'class', termsAccepted: 'yes' }, ['terms_accepted', 'event_kind'], true],
  ] as const) {
    const correction = at(change);
    assert.deepEqual(correction.accepted && [correction.value.changed, correction.value.voids, correction.value.facts.receivedOn], [changed, voids, taken.receivedOn], JSON.stringify(change));
  }
  const refused = (change: Partial<CorrectionForm>) => { const correction = at(change); return correction.accepted ? [] : correction.refusals.map(({ say }) => say(en)); };
  assert.deepEqual(refused({}), [said.refusals.nothingCorrected]);
  assert.deepEqual(refused({ size: '20', reason: ' ' }), [said.refusals.noCorrectionReason]);
  assert.deepEqual(refused({ size: '20', reason: 'Mrs Jones said 20.' }), [said.refusals.namesSomebody]);
  assert.deepEqual(refused({ event: on('2026-03-01'), size: '301' }), [said.refusals.pastEvent, said.refusals.tooMany(300)]);
  assert.deepEqual(Object.keys(said.correction.names), [...correctables]);
});

test('a correction asks the rules anew; what a department decided before is void, shown, and decided again', async () => {
  const place = await checked(property, fresh());
  placeOf(await turn(property, place, 'refuse', safeguards));
  const form = await property.get(`${place}/correction`);
  assert.ok(form.text.includes(said.correction.void) && form.text.includes(said.correction.sofar(1, true)), 'said before it is pressed');
  placeOf(await correct(place, { size: '90' }));
  const page = await property.get(place);
  assert.ok(page.text.includes(said.correction.voidKey) && page.text.includes('It was written down wrongly.') && page.text.includes(said.correction.names.size));
  assert.ok(page.text.includes(said.triggers.corrected) && !page.text.includes(said.triggers.large) && page.text.includes(said.refusals.notChecked));
  assert.match((await property.get(paths.bookings('county'))).text, /Property, Community safety, you|Property, you, Community safety/);
  placeOf(await property.fill(place, allClear, '/checks'));
  for (const client of [property, safety]) placeOf(await turn(client, place, 'approve'));
  assert.deepEqual(await stateOf(all, place), { asking: null, outcome: 'approved', by_rule: false });
  const events = await own(`select action from audit_event where record_kind in ('booking', 'booking_correction') and record_id in (select id from booking_correction where booking_id = '${idOf(place)}' union select '${idOf(place)}') order by seq`);
  assert.ok(events.length >= 4, 'the history keeps each step');
});

test('what makes nothing void leaves the keys; what is ordinary then is approved, unless somebody had decided', async () => {
  const first = await takeIn(property, fresh({ ...ordinary, terms_accepted: 'no' }));
  placeOf(await correct(first, { terms_accepted: 'yes' }));
  assert.deepEqual(await stateOf(all, first), { asking: null, outcome: 'approved', by_rule: true });
  const place = await checked(property, fresh({ ...ordinary, terms_accepted: 'no' }));
  placeOf(await turn(property, place, 'refuse', safeguards));
  placeOf(await correct(place, { terms_accepted: 'yes' }));
  assert.deepEqual(await stateOf(all, place), { asking: 'hire', outcome: null, by_rule: false }, 'one person takes no department’s word away');
  placeOf(await turn(safety, place, 'refuse', safeguards));
  assert.equal((await stateOf(all, place)).outcome, 'refused');
});

test('another site brings its policy and its numbers; one without a policy, or a reference of another booking, is refused', async () => {
  const [orgId, small, bare] = [world.organisations.county.id, newId(), newId()];
  const room = { held: 'owned' as const, departmentId: null, staff: 0, staffTrained: 0, itFiltering: 'none_there' as const, itReviewOn: null, wifiFiltering: 'none_there' as const, wifiReviewOn: null };
  await world.as('lead@county.test', async (tx) => { await addSite(tx, { orgId, id: small }, { ...room, title: 'Annexe', policyId, capacity: 60, largeFrom: 30 }); await addSite(tx, { orgId, id: bare }, { ...room, title: 'Barn', policyId: null, capacity: 300, largeFrom: 30 }); });
  const place = await takeIn(property, fresh({ size: '40', hired_before: 'yes', terms_accepted: 'no' }));
  const other = fresh(ordinary);
  await takeIn(property, other);
  for (const [fields, sentence] of [[{ site: bare }, said.refusals.siteNoPolicy], [{ reference: String(other['reference']) }, said.refusals.knownReference], [{}, said.refusals.nothingCorrected], [dated('event', '2026-03-01') as Record<string, string>, said.refusals.pastEvent]] as const) {
    const reply = await correct(place, fields);
    assert.equal(reply.status, 422);
    assert.ok(reply.text.includes(sentence), sentence);
  }
  placeOf(await correct(place, { site: small }));
  assert.ok((await property.get(place)).text.includes(said.triggers.large), 'large for the annexe');
});

test('after a decision and after the event what was taken in stands, and a sentence says what helps; who corrected hears no review', async () => {
  const place = await checked(property, fresh());
  placeOf(await correct(place, { reference: 'HALL-CORRECTED-1' }, await site.as('officer@county.test')));
  const stale = await property.get(`${place}/correction`);
  for (const client of [property, safety]) placeOf(await turn(client, place, 'refuse', safeguards));
  assert.ok((await property.get(`${place}/correction`)).text.includes(said.refusals.correctedTooLate));
  assert.ok(!(await property.get(place)).body.includes(`${place}/correction`));
  const seal = { csrf: /name="csrf" value="([^"]+)"/.exec(stale.body)?.[1] ?? '', request_key: '', version: '1' };
  const late = await property.post(`${place}/correction`, { ...fresh({ size: '10' }), reason: 'Too late.', ...seal });
  assert.equal(late.status, 422);
  assert.ok(late.text.includes(said.refusals.correctedTooLate));
  for (const change of ['size = 10', "concern = 'terms'", "reference = 'HALL-9'", 'hired_before = true']) await assert.rejects(own(`update booking set ${change} where id = '${idOf(place)}'`), /the facts of a booking stand/, change);
  await assert.rejects(own(`insert into booking_correction (org_id, id, booking_id, corrected_version, corrected_on, changed, reason) select org_id, gen_random_uuid(), id, version, '2026-03-02', '{size}', 'x' from booking where id = '${idOf(place)}'`), /before it is decided/);
  placeOf(await property.fill(place, { review_said: 'The report allows 200.' }, '/reviews'));
  assert.ok((await (await site.as('officer@county.test')).get(place)).text.includes(said.steps.tookPart));
  assert.ok((await second.get(place)).text.includes(said.steps.hearHint));
  const past = await takeIn(property, fresh());
  await own(`alter table booking disable trigger user; update booking set received_on = '2026-02-01', decide_by = '2026-02-08', event_on = '2026-02-20' where id = '${idOf(past)}'; alter table booking enable trigger user`);
  assert.ok((await property.get(`${past}/correction`)).text.includes(said.refusals.correctedAfterEvent));
});

test('two who correct the same version: one does, the other is told', async () => {
  const place = await takeIn(property, fresh());
  const page = await property.get(`${place}/correction`);
  const version = /name="version" value="(\d+)"/.exec(page.body)?.[1] ?? assert.fail();
  placeOf(await correct(place, { size: '60' }));
  const reply = await correct(place, { size: '70', version });
  assert.equal(reply.status, 409);
  assert.ok(reply.text.includes(said.conflict.title));
});
