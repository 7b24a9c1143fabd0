import assert from 'node:assert/strict';
import { newId, type Id } from '../../kernel/id.ts';
import { decide, isRefusedStep } from './deciding.ts';
import { checkItems, decideBy } from './rules.ts';
import { outcomeAfter, verdictOf, verdictsFor, type KeyForm, type Side, type Verdict } from './rules-keys.ts';
import { addBooking, askCancellation, bookingOf, keysOf, saveChecks, settle, turnKey } from './store.ts';
import { deciderEmails, on, safeguards, today, type Cast, type Decider } from './venue.fixture.ts';

/** What the model knows of a booking: the keys that were taken, and nothing of how. */
type Told = { readonly keys: readonly { side: Side; departmentId: Id; personId: Id; round: number; verdict: Verdict }[]; readonly outcome: string | null; readonly asking: string | null };

type Press = { readonly by: Decider; readonly verdict: string; readonly way: 'program' | 'past the rules' | 'settle alone' };

/** Runs so many bookings through random presses, some of them at the same moment and some past the program’s rules. */
export async function ordersHeld(all: Cast, orders: number, seed = 1) {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] ?? assert.fail();
  let [decided, refusedByDatabase] = [0, 0];
  for (let at = 0; at < orders; at += 1) {
    const id = await begin(all, `M${seed}-${at}`);
    let now = await told(all, id);
    for (let moment = 0; moment < 4; moment += 1) {
      const question = now.asking === 'cancellation' ? 'cancellation' as const : 'hire' as const;
      const presses: Press[] = Array.from({ length: 1 + Math.floor(random() * 3) }, () => ({ by: pick(deciderEmails), verdict: pick(verdictsFor(question)), way: pick(['program', 'program', 'program', 'past the rules', 'settle alone']) }));
      // A retry of the same press, at the same moment.
      const first = presses[0];
      if (first && random() < 0.3) presses.push(first);
      const results = await Promise.all(presses.map((press) => pressed(all, id, press)));
      refusedByDatabase += results.filter((result) => result === 'refused by the database').length;
      now = await told(all, id);
      held(now);
      if (random() < 0.3 && await cancel(all, id)) now = await told(all, id);
    }
    if (now.outcome !== null) decided += 1;
  }
  return { decided, refusedByDatabase };
}

/** Whatever was pressed, what is decided is what two sides of two departments and two people say, or the third where they differ. */
function held({ keys, outcome, asking }: Told): void {
  for (const round of new Set(keys.map((key) => key.round))) {
    const turned = keys.filter((key) => key.round === round);
    for (const part of ['side', 'departmentId', 'personId'] as const) assert.equal(new Set(turned.map((key) => key[part])).size, turned.length, `one key for each ${part}`);
    const third = turned.find(({ side }) => side === 'third');
    if (third) assert.equal(new Set(turned.filter(({ side }) => side !== 'third').map(({ verdict }) => verdict)).size, 2, 'the third decides where two differ');
  }
  const verdict = verdictOf(keys.filter(({ round }) => round === 1));
  if (outcome === null) assert.equal(asking, 'hire');
  else assert.ok(verdict, `${outcome} without two departments`);
  if (outcome === null) assert.equal(verdict, undefined, 'what two departments agree on is decided');
  if (outcome !== null && outcome !== 'cancelled') assert.equal(outcome, outcomeAfter(verdict ?? assert.fail(), null));
  if (outcome === 'cancelled') assert.equal(verdictOf(keys.filter(({ round }) => round === Math.max(...keys.map((key) => key.round)))), 'cancel');
}

async function begin({ world, siteId, policyId }: Cast, reference: string): Promise<Id> {
  const [orgId, id, eventOn] = [world.organisations.county.id, newId(), on('2026-04-20')];
  await world.as('officer@county.test', async (tx) => {
    await addBooking(tx, { orgId, id, siteId, policyId, largeFrom: 120, triggers: ['terms'], decideBy: decideBy(today, eventOn) }, {
      reference, receivedOn: today, eventOn, bookedBy: 'company', eventKind: 'other', size: 20, admission: 'invited', hiredBefore: true, detailsHeld: true, termsAccepted: false, concern: null,
    });
    await saveChecks(tx, { orgId, id }, checkItems.map((item) => ({ item, found: 'clear' as const, said: '' })), newId);
  });
  return id;
}

async function pressed({ site, world, people, departments, policyId }: Cast, id: Id, { by, verdict, way }: Press): Promise<string> {
  const [orgId, personId] = [world.organisations.county.id, people[by]];
  const form: KeyForm = {
    verdict, said: 'Looked at.', conditions: verdict === 'conditions' ? 'Six stewards.' : '', restrictive: 'no', ground: 'safety', groundSaid: text('ground_said'), lessRestrictive: text('less_restrictive'), equality: text('equality'), expression: text('expression'), election: 'outside', reviewRoute: text('review_route'),
  };
  try {
    return await site.store.database.within({ is: 'own', orgId, personId, day: today }, async (tx) => {
      if (way === 'program') return (await decide({ tx, orgId, personId, today, newId }, id, form, ''))?.accepted ? 'taken' : 'refused';
      const booking = await bookingOf(tx, { orgId, id }) ?? assert.fail();
      const known = verdictsFor(booking.asking ?? 'hire').find((one) => one === verdict) ?? 'approve';
      if (way === 'settle alone') await settle(tx, { orgId, id }, outcomeAfter(known, booking.outcome) ?? 'approved', today);
      else await turnKey(tx, { orgId, id: newId(), bookingId: id, round: booking.round, side: 'safety', departmentId: departments['Property'] ?? assert.fail(), policyId, turnedOn: today }, { verdict: 'approve', said: 'Past the rules.', conditions: null, restrictive: false, safeguards: null });
      return 'taken';
    });
  } catch (error) {
    if (isRefusedStep(error)) return 'refused by the database';
    throw error;
  }
}

async function cancel({ world }: Cast, id: Id): Promise<boolean> {
  const orgId = world.organisations.county.id;
  return world.as('officer@county.test', async (tx) => {
    const booking = await bookingOf(tx, { orgId, id });
    return booking !== undefined && booking.asking === null && (booking.outcome === 'approved' || booking.outcome === 'conditions') && askCancellation(tx, { orgId, id, version: booking.version }, booking.round + 1, today);
  });
}

function told({ world }: Cast, id: Id): Promise<Told> {
  const key = { orgId: world.organisations.county.id, id };
  return world.as('officer@county.test', async (tx) => ({ ...(await bookingOf(tx, key) ?? assert.fail()), keys: await keysOf(tx, key) }));
}

function text(name: string): string {
  return String(safeguards[name]);
}

/** A generator that gives the same numbers for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
