import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayOf, type Day } from '../../kernel/year.ts';
import { en } from '../../words/index.ts';
import { numbersBy, numbersOf, type Counted } from './rules-numbers.ts';
import { gapsOf, incidentFrom, isInForce, partnerCheckFrom, policyFrom, siteFrom, type SiteForm, type SiteSaid } from './rules-sites.ts';
import { disagree, sides, turnable, verdictOf, verdicts, type Key } from './rules-keys.ts';

const on = (text: string): Day => dayOf(text) ?? assert.fail(text);
const today = on('2026-03-02');
const said = en.venueHire.refusals;

const keys = fc.uniqueArray(fc.record({ side: fc.constantFrom(...sides), departmentId: fc.constantFrom('a', 'b', 'c'), personId: fc.constantFrom('p', 'q', 'r'), verdict: fc.constantFrom(...verdicts) }), { selector: ({ side }) => side });
type Turned = Pick<Key, 'side' | 'departmentId' | 'personId' | 'verdict'>;

test('whatever keys there are, a verdict is that of two people of two departments, and the third’s only where they differ', () => {
  fc.assert(fc.property(keys, (turned: readonly Turned[]) => {
    const verdict = verdictOf(turned);
    const [property, safety, third] = sides.map((side) => turned.find((key) => key.side === side));
    if (verdict === undefined) return;
    assert.ok(property && safety && property.personId !== safety.personId && property.departmentId !== safety.departmentId);
    assert.equal(verdict, disagree(turned) ? third?.verdict : property.verdict);
  }));
});

test('which key may be turned: never by the same person, for the same department, or the same side', () => {
  const property: Turned = { side: 'property', departmentId: 'a', personId: 'p', verdict: 'approve' };
  const safety: Turned = { side: 'safety', departmentId: 'b', personId: 'q', verdict: 'refuse' };
  for (const [turned, held, person, answer] of [
    [[], [], 'p', said.holdsNoKey], [[], [{ side: 'property', departmentId: 'a' }], 'p', 'property'], [[], [{ side: 'third', departmentId: 'c' }], 'r', said.sideTurned],
    [[property], [{ side: 'safety', departmentId: 'b' }], 'p', said.samePerson], [[property], [{ side: 'safety', departmentId: 'a' }], 'q', said.sameDepartment], [[property], [{ side: 'property', departmentId: 'c' }], 'q', said.sideTurned],
    [[property, safety], [{ side: 'third', departmentId: 'c' }], 'r', 'third'], [[property, { ...safety, verdict: 'approve' }], [{ side: 'third', departmentId: 'c' }], 'r', said.sideTurned], [[property, safety], [{ side: 'third', departmentId: 'a' }], 'r', said.sameDepartment],
  ] as const) {
    const free = turnable(turned, held, person);
    assert.deepEqual(free.accepted ? free.value.map(({ side }) => side) : free.refusals.map(({ say }) => say(en)), [answer]);
  }
});

const whole: SiteSaid = { title: 'Mill Hall', held: 'owned', departmentId: 'd', policyId: 'p', capacity: 100, largeFrom: 60, staff: 2, staffTrained: 2, itFiltering: 'none_there', itReviewOn: null, wifiFiltering: 'filtered', wifiReviewOn: on('2026-09-30') };
const policy = { title: 'Policy', fromDay: on('2025-04-01'), toDay: null, endorsedBy: 'Cabinet', endorsedOn: on('2025-03-01') };

test('each gap at a site is shown, and none where none is', () => {
  assert.deepEqual(gapsOf(whole, policy, today), []);
  assert.deepEqual(gapsOf({ ...whole, departmentId: null, staffTrained: 1, itFiltering: 'filtered', wifiFiltering: 'unfiltered' }, { ...policy, toDay: on('2026-03-01'), endorsedBy: null, endorsedOn: null }, today), ['department', 'policy_over', 'endorsement', 'training', 'it_review', 'wifi_filtering']);
  assert.deepEqual(gapsOf({ ...whole, itFiltering: 'not_stated', wifiReviewOn: on('2026-03-01') }, undefined, today), ['policy', 'it_filtering', 'wifi_review']);
  assert.deepEqual([isInForce({ fromDay: today, toDay: today }, today), isInForce({ fromDay: on('2026-03-03'), toDay: null }, today)], [true, false]);
});

test('a site, a policy, a partner check and an incident say what is wrong at its field', () => {
  const form: SiteForm = { title: 'Mill Hall', held: 'owned', department: '', policy: '', capacity: '100', largeFrom: '60', staff: '2', staffTrained: '2', itFiltering: 'filtered', itReview: 'empty', wifiFiltering: 'filtered', wifiReview: 'empty' };
  const fields = (outcome: ReturnType<typeof siteFrom> | ReturnType<typeof policyFrom> | ReturnType<typeof partnerCheckFrom> | ReturnType<typeof incidentFrom>) => (outcome.accepted ? [] : outcome.refusals.map(({ field }) => field));
  assert.deepEqual(fields(siteFrom(form, [], [])), []);
  assert.deepEqual(fields(siteFrom({ ...form, title: 'a@b.example', department: 'x', capacity: '0', staffTrained: '3', itReview: undefined }, [], [])), ['title', 'department', 'capacity', 'staff_trained', 'it_review-day']);
  assert.deepEqual(fields(policyFrom({ title: '', from: 'empty', until: undefined, endorsedBy: 'Cabinet', endorsed: 'empty' }, today)), ['title', 'from-day', 'until-day', 'endorsed_by']);
  assert.deepEqual(fields(partnerCheckFrom({ partner: 'Mrs Jones', relation: '', checked: on('2026-03-03'), found: 'ended', next: on('2026-03-01'), said: '' }, today)), ['partner', 'said', 'relation', 'checked-day', 'next-day']);
  const incident = { site: 's', booking: 'b', happened: today, kind: 'incident', wronglyAllowed: 'yes', what: 'It was used for a sale.', learned: 'Staff ask.' };
  assert.deepEqual(fields(incidentFrom(incident, ['s'], [{ id: 'b', siteId: 's', allowed: true }], today)), []);
  assert.deepEqual(fields(incidentFrom(incident, ['s'], [{ id: 'b', siteId: 's', allowed: false }], today)), ['wrongly_allowed']);
  assert.deepEqual(fields(incidentFrom({ ...incident, what: 'It was Dr Field.', learned: '' }, ['s'], [{ id: 'b', siteId: 'other', allowed: true }], today)), ['what', 'learned', 'booking']);
});

test('the numbers count both kinds of error, and time only where two departments decided', () => {
  const booking: Counted = { site: 'Mill Hall', department: 'Property', receivedOn: on('2026-02-01'), eventOn: on('2026-03-20'), outcome: 'approved', byRule: true, decidedOn: on('2026-02-01'), overturned: false, wronglyAllowed: false, withdrawnLate: false };
  const counted: Counted[] = [
    booking, { ...booking, wronglyAllowed: true }, { ...booking, byRule: false, outcome: 'refused', decidedOn: on('2026-02-05'), overturned: true }, { ...booking, byRule: false, decidedOn: on('2026-02-08'), site: 'Library', department: null },
    { ...booking, byRule: false, outcome: null, decidedOn: null, eventOn: on('2026-03-01') }, { ...booking, byRule: false, outcome: null, decidedOn: null }, { ...booking, byRule: false, outcome: 'withdrawn', withdrawnLate: true },
  ];
  assert.deepEqual(numbersOf(counted, today), {
    bookings: 7, waiting: 1, approved: 3, withConditions: 0, refused: 1, cancelled: 0, withdrawn: 1, byRule: 2, byKeys: 2, withdrawnLate: 1, overturned: 1, undecided: 1, wronglyAllowed: 1, medianDays: 5.5, longestDays: 7,
  });
  assert.deepEqual(numbersBy(counted, 'department', today).map(({ part, bookings }) => [part, bookings]), [['Property', 6], [null, 1]]);
  assert.deepEqual([numbersOf([], today).medianDays, numbersBy([], 'site', today)], [null, []]);
});
