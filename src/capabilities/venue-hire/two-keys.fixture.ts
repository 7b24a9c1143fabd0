import assert from 'node:assert/strict';
import { newId, type Id } from '../../kernel/id.ts';
import { sqlStateOf, type Transaction } from '../../platform/database.ts';
import { correct } from './correcting.ts';
import { saveCorrection } from './corrections-store.ts';
import { decide, isRefusedStep } from './deciding.ts';
import { checkItems, decideBy } from './rules.ts';
import { correctionFrom, formFrom, type CorrectionForm } from './rules-corrections.ts';
import { outcomeAfter, verdictOf, verdictsFor, type KeyForm, type Side, type Verdict } from './rules-keys.ts';
import { addBooking, askCancellation, bookingOf, checksOf, keysOf, saveChecks, settle, turnKey, type BookingLine } from './store.ts';
import { deciderEmails, on, safeguards, today, type Cast, type Decider } from './venue.fixture.ts';

/** What the model knows of a booking: the keys that were taken, and nothing of how. */
type Told = Pick<BookingLine, 'outcome' | 'asking' | 'byRule' | 'hireRound' | 'triggers' | 'size' | 'termsAccepted' | 'concern'> & { readonly keys: readonly { side: Side; departmentId: Id; personId: Id; round: number; verdict: Verdict }[] };

type Press = { readonly by: Decider; readonly verdict: string; readonly way: 'program' | 'past the rules' | 'settle alone' | 'correct' | 'correct past the rules'; readonly change: Partial<CorrectionForm> };

/** What a correction puts right: what makes keys void, what does not, and what would make the booking ordinary. */
const changes: readonly Partial<CorrectionForm>[] = [{ size: '30' }, { size: '20' }, { concern: 'disorder' }, { concern: 'none' }, { detailsHeld: 'no' }, { detailsHeld: 'yes' }, { termsAccepted: 'yes' }, { termsAccepted: 'no' }];

/** Runs so many bookings through random presses, some of them at the same moment and some past the program’s rules. */
export async function ordersHeld(all: Cast, orders: number, seed = 1) {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] ?? assert.fail();
  let [decided, refusedByDatabase, voided, byRule] = [0, 0, 0, 0];
  for (let at = 0; at < orders; at += 1) {
    const id = await begin(all, `M${seed}-${at}`);
    let now = await told(all, id);
    for (let moment = 0; moment < 4; moment += 1) {
      const question = now.asking === 'cancellation' ? 'cancellation' as const : 'hire' as const;
      const presses: Press[] = Array.from({ length: 1 + Math.floor(random() * 3) }, () => ({ by: pick(deciderEmails), verdict: pick(verdictsFor(question)), way: pick(['program', 'program', 'program', 'program', 'past the rules', 'settle alone', 'correct', 'correct past the rules']), change: pick(changes) }));
      // A retry of the same press, at the same moment.
      const first = presses[0];
      if (first && random() < 0.3) presses.push(first);
      const results = await Promise.all(presses.map((press) => pressed(all, id, press)));
      refusedByDatabase += results.filter((result) => result === 'refused by the database').length;
      const before = now;
      now = await told(all, id);
      held(now);
      if (before.outcome !== null) assert.deepEqual(intakeOf(now), intakeOf(before), 'what was taken in stands once it is decided');
      if (random() < 0.3 && await cancel(all, id)) now = await told(all, id);
    }
    if (now.outcome !== null) decided += 1;
    if (now.keys.some(({ round }) => round < now.hireRound)) voided += 1;
    if (now.byRule) byRule += 1;
  }
  return { decided, refusedByDatabase, voided, byRule };
}

const intakeOf = ({ triggers, size, termsAccepted, concern, hireRound }: Told) => ({ triggers, size, termsAccepted, concern, hireRound });

/**
 * Whatever was pressed, what is decided is what two sides of two departments and two people say by what the booking is now, or
 * the third where they differ. The rules approve only what no department has said a word about.
 */
function held({ keys, outcome, asking, byRule, hireRound }: Told): void {
  for (const round of new Set(keys.map((key) => key.round))) {
    const turned = keys.filter((key) => key.round === round);
    for (const part of ['side', 'departmentId', 'personId'] as const) assert.equal(new Set(turned.map((key) => key[part])).size, turned.length, `one key for each ${part}`);
    const third = turned.find(({ side }) => side === 'third');
    if (third) assert.equal(new Set(turned.filter(({ side }) => side !== 'third').map(({ verdict }) => verdict)).size, 2, 'the third decides where two differ');
  }
  if (byRule) assert.ok(keys.every(({ round }) => round > hireRound), 'the rules approved what a department had decided about');
  const verdict = byRule ? 'approve' : verdictOf(keys.filter(({ round }) => round === hireRound));
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
    await looked(tx, orgId, id);
  });
  return id;
}

function looked(tx: Transaction, orgId: Id, id: Id): Promise<void> {
  return saveChecks(tx, { orgId, id }, checkItems.map((item) => ({ item, found: 'clear' as const, said: '' })), newId);
}

async function pressed({ site, world, people, departments, policyId, siteId }: Cast, id: Id, { by, verdict, way, change }: Press): Promise<string> {
  const [orgId, personId] = [world.organisations.county.id, people[by]];
  const form: KeyForm = {
    verdict, said: 'Looked at.', conditions: verdict === 'conditions' ? 'Six stewards.' : '', restrictive: 'no', ground: 'safety', groundSaid: text('ground_said'), lessRestrictive: text('less_restrictive'), equality: text('equality'), expression: text('expression'), election: 'outside', reviewRoute: text('review_route'),
  };
  try {
    return await site.store.database.within({ is: 'own', orgId, personId, day: today }, async (tx) => {
      if (way === 'program') return (await decide({ tx, orgId, personId, today, newId }, id, form, ''))?.accepted ? 'taken' : 'refused';
      const booking = await bookingOf(tx, { orgId, id }) ?? assert.fail();
      const known = verdictsFor(booking.asking ?? 'hire').find((one) => one === verdict) ?? 'approve';
      if (way === 'correct') {
        const corrected = await correct({ tx, orgId, today, newId }, id, booking.version, { ...formFrom(booking), reason: 'It was written down wrongly.', ...change });
        if (corrected?.accepted && corrected.value === 'open' && (await checksOf(tx, { orgId, id })).length === 0) await looked(tx, orgId, id);
        return corrected?.accepted ? 'taken' : 'refused';
      }
      if (way === 'correct past the rules') {
        const ordinary = correctionFrom({ ...formFrom(booking), detailsHeld: 'yes', termsAccepted: 'yes', concern: 'none', size: String(booking.size + 1), reason: 'Past the rules.' }, booking, { id: siteId, capacity: 300 }, today);
        await saveCorrection(tx, { orgId, id, version: booking.version }, newId(), ordinary.accepted ? ordinary.value : assert.fail(), { policyId, largeFrom: 120, triggers: [], decideBy: booking.decideBy, round: booking.round + 1 }, today);
        return 'taken';
      }
      if (way === 'settle alone') await settle(tx, { orgId, id }, outcomeAfter(known, booking.outcome) ?? 'approved', today);
      else await turnKey(tx, { orgId, id: newId(), bookingId: id, round: booking.round, side: 'safety', departmentId: departments['Property'] ?? assert.fail(), policyId, turnedOn: today }, { verdict: 'approve', said: 'Past the rules.', conditions: null, restrictive: false, safeguards: null });
      return 'taken';
    });
  } catch (error) {
    // A check of the table, where the rules ask something of what is called ordinary.
    if (isRefusedStep(error) || sqlStateOf(error) === '23514') return 'refused by the database';
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
