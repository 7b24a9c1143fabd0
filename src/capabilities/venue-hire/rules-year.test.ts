import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { leastThreshold } from '../../kernel/small-numbers.ts';
import { dayOf, type Day } from '../../kernel/year.ts';
import type { Counted } from './rules-numbers.ts';
import type { SiteKept } from './rules-sites.ts';
import { hasSmallRefusals, publicVenues, withoutSmallRefusals, yearVenues } from './rules-year.ts';

const day = (text: string): Day => dayOf(text) ?? assert.fail(text);
const [asAt, received, event, decided] = [day('2026-06-30'), day('2025-06-02'), day('2025-07-01'), day('2025-06-09')];

const booking = (changes: Partial<Counted>): Counted => ({ site: '', department: null, receivedOn: received, eventOn: event, outcome: null, byRule: false, decidedOn: null, overturned: false, wronglyAllowed: false, withdrawnLate: false, ...changes });
const byRule = booking({ outcome: 'approved', byRule: true, decidedOn: received });
const approved = booking({ outcome: 'approved', decidedOn: decided });
const refused = booking({ outcome: 'refused', decidedOn: decided });

const anyBookings = fc.array(fc.constantFrom(
  byRule, byRule, approved, refused, booking({ outcome: 'refused', decidedOn: decided, overturned: true }), booking({ outcome: 'cancelled', decidedOn: decided }), booking({ outcome: 'conditions', decidedOn: decided }),
  booking({ outcome: 'withdrawn', decidedOn: decided, withdrawnLate: true }), booking({}), booking({ eventOn: day('2026-12-01') }),
), { minLength: 1, maxLength: 80 });

const venuesOf = (bookings: readonly Counted[]) => yearVenues([], bookings, asAt) ?? assert.fail();

test('a small number of refusals cannot be worked out: bookings with another number of them say the same', () => {
  let hidden = 0;
  fc.assert(fc.property(anyBookings, fc.integer({ min: leastThreshold, max: 20 }), (bookings, threshold) => {
    const venues = venuesOf(bookings);
    if (!hasSmallRefusals(venues.numbers ?? assert.fail(), threshold)) return;
    const told = withoutSmallRefusals(venues, threshold);
    const swapped = bookings.indexOf(bookings.includes(refused) ? refused : bookings.includes(approved) ? approved : byRule);
    if (swapped === -1) return;
    const others = bookings.with(swapped, bookings[swapped] === refused ? approved : refused);
    const otherwise = venuesOf(others);
    if (!hasSmallRefusals(otherwise.numbers ?? assert.fail(), threshold) || (bookings[swapped] === byRule && bookings.some((one) => one !== byRule))) return;
    assert.notEqual(otherwise.numbers?.refused, venues.numbers?.refused);
    assert.deepEqual(withoutSmallRefusals(otherwise, threshold), told);
    hidden += 1;
  }), { numRuns: 2000 });
  assert.ok(hidden > 500, String(hidden));
});

test('numbers that are not small are told, and restricted readers are told all', () => {
  const many = [refused, booking({ outcome: 'refused', decidedOn: decided, overturned: true }), booking({ outcome: 'cancelled', decidedOn: decided }), booking({ outcome: 'conditions', decidedOn: decided }), booking({ outcome: 'withdrawn', decidedOn: decided, withdrawnLate: true }), booking({})];
  const venues = venuesOf(many.flatMap((one) => Array.from({ length: 10 }, () => one)));
  assert.deepEqual([withoutSmallRefusals(venues, 10), withoutSmallRefusals(venues, 11).numbers?.refused], [venues, null]);
  assert.deepEqual(publicVenues(venues, 10).numbers, venues.numbers);
});

test('a site counts once for each kind of thing that it lacks', () => {
  const policy = { title: 'Policy', fromDay: received, toDay: null, endorsedBy: null, endorsedOn: null };
  const site: SiteKept = { departmentId: 'one', policyId: 'policy', staff: 2, staffTrained: 2, itFiltering: 'none_there', itReviewOn: null, wifiFiltering: 'filtered', wifiReviewOn: day('2027-01-01') };
  const whole = { ...site, held: 'owned', policy: { ...policy, endorsedBy: 'Board', endorsedOn: received } } as const;
  const { sites } = yearVenues([whole, { ...whole, policy }, { ...whole, departmentId: null, staffTrained: 1, itFiltering: 'not_stated', wifiFiltering: 'unfiltered' }, { ...whole, held: 'leased_in' }], [], asAt) ?? assert.fail();
  assert.deepEqual(sites, [
    { held: 'owned', sites: 3, whole: 1, lacking: { department: 1, policy: 1, training: 1, filtering: 1 } }, { held: 'leased_in', sites: 1, whole: 1, lacking: { department: 0, policy: 0, training: 0, filtering: 0 } },
  ]);
  assert.equal(yearVenues([], [], asAt), null);
});
