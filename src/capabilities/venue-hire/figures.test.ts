// The facts of a benchmark count bookings in the database, the page of numbers counts them in the rules: they agree.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { newId } from '../../kernel/id.ts';
import { daysAfter, yearContaining } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import { figuresOf } from './figures-store.ts';
import { decideBy, triageOf } from './rules.ts';
import { numbersOf } from './rules-numbers.ts';
import { countedOf } from './store.ts';
import { cast, on } from './venue.fixture.ts';

const { site, world, siteId, policyId } = await cast();
const orgId = world.organisations.county.id;
const today = on('2026-04-10');
const year = yearContaining(on('2026-03-31'));

/** In which state a booking is, of every one that the table can hold. */
const states = ['open', 'approved', 'conditions', 'refused', 'withdrawn', 'cancelled', 'cancelling', 'cancelling with conditions'] as const;
const booking = fc.record({ state: fc.constantFrom(...states), ordinary: fc.boolean(), received: fc.integer({ min: -400, max: 9 }), wait: fc.nat(20), after: fc.nat(20) });
type Random = typeof booking extends fc.Arbitrary<infer One> ? One : never;

test('over random bookings of every state both count the same', async () => {
  await fc.assert(fc.asyncProperty(fc.array(booking, { maxLength: 30 }), (bookings) => aside(async (tx) => {
    for (const [at, one] of bookings.entries()) await put(tx, at, one);
    const { bookings: all, byRule, byKeys } = await figuresOf(tx, orgId, year);
    const numbers = numbersOf((await countedOf(tx, orgId)).filter(({ receivedOn }) => yearContaining(receivedOn) === year), today);
    assert.deepEqual({ bookings: all, byRule, byKeys }, { bookings: numbers.bookings, byRule: numbers.byRule, byKeys: numbers.byKeys });
  })), { numRuns: 60 });
});

/** In a transaction that is thrown away, past the triggers: how a booking came to its state is not what is counted. */
async function aside(work: (tx: Transaction) => Promise<void>): Promise<void> {
  const done = new Error('thrown away');
  await site.store.owner?.transaction(async (tx) => {
    await sql`alter table booking disable trigger user`.execute(tx);
    await work(tx);
    throw done;
  }).catch((error: unknown) => { if (error !== done) throw error; });
}

async function put(tx: Transaction, at: number, { state, ordinary, received, wait, after }: Random): Promise<void> {
  const receivedOn = daysAfter(today, received - 9);
  const [eventOn, decidedOn] = [daysAfter(receivedOn, wait + after), daysAfter(receivedOn, wait)];
  const facts = { size: 20, admission: 'invited' as const, hiredBefore: true, detailsHeld: true, termsAccepted: ordinary, concern: null, receivedOn, eventOn, largeFrom: 120 };
  const [cancelling, outcome] = [state.startsWith('cancelling'), state === 'cancelling' ? 'approved' : state === 'cancelling with conditions' ? 'conditions' : state === 'open' ? null : state];
  const byRule = ordinary && (outcome === 'approved' || outcome === 'withdrawn' || outcome === 'cancelled');
  await sql`insert into booking (org_id, id, version, created_at, changed_at, reference, site_id, policy_id, received_on, event_on, booked_by, event_kind, size, admission, hired_before, details_held, terms_accepted, large_from, triggers, decide_by, asking, outcome, by_rule, decided_on, withdrawn_when)
    values (${orgId}, ${newId()}, 1, now(), now(), ${`R-${at}00`}, ${siteId}, ${policyId}, ${receivedOn}, ${eventOn}, 'company', 'other', 20, 'invited', true, true, ${ordinary}, 120, ${triageOf(facts)}, ${decideBy(receivedOn, eventOn)},
      ${outcome === null ? 'hire' : cancelling ? 'cancellation' : null}, ${outcome}, ${byRule}, ${outcome === null ? null : decidedOn}, ${outcome === 'withdrawn' ? 'during_checks' : null})`.execute(tx);
}
