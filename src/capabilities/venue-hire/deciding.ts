import type { Id, MakeId } from '../../kernel/id.ts';
import { accept, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import type { Day } from '../../kernel/year.ts';
import { sqlStateOf, type Transaction } from '../../platform/database.ts';
import { checkItems, refusal } from './rules.ts';
import { keyFrom, outcomeAfter, refusedNow, turnable, verdictOf, type Held, type KeyForm, type Situation } from './rules-keys.ts';
import { keysHeldBy, policiesOf, sitesOf } from './sites-store.ts';
import { adviceOf, bookingOf, bookingRefused, checksOf, holdBooking, keysOf, settle, turnKey, type BookingLine, type Turned } from './store.ts';

export type Decider = { readonly tx: Transaction; readonly orgId: Id; readonly personId: Id; readonly today: Day; readonly newId: MakeId };

/** Where a decision about a booking stands for one person. */
export type Standing = {
  readonly keys: readonly Turned[]; readonly situation: Situation; readonly policyId: Id | null;
  /** The keys that the person may turn now. */
  readonly free: Outcome<readonly Held[]>;
};

export async function standingOf({ tx, orgId, personId, today }: Decider, booking: BookingLine): Promise<Standing> {
  const key = { orgId, id: booking.id };
  const [all, sites, policies] = [await keysOf(tx, key), await sitesOf(tx, orgId), await policiesOf(tx, orgId)];
  const policy = policies.find(({ id }) => id === sites.find((site) => site.id === booking.siteId)?.policyId);
  const checked = (await checksOf(tx, key)).length === checkItems.length;
  const adviceAnswered = (await adviceOf(tx, key)).some(({ answeredOn }) => answeredOn !== null);
  const situation: Situation = { question: booking.asking ?? 'hire', today, eventOn: booking.eventOn, policy: policy ?? { fromDay: booking.receivedOn, toDay: null }, checked, adviceAnswered };
  const keys = all.filter(({ round }) => round === booking.round);
  return { keys: all, situation, policyId: policy?.id ?? null, free: freeFrom(booking, situation, policy?.id, turnable(keys, await keysHeldBy(tx, orgId, personId, today), personId)) };
}

/**
 * Turns one key of an open decision, and settles the decision where the keys have spoken. Who presses at the same moment
 * waits here; the database asks all of it again. @returns undefined when there is no such booking
 */
export async function decide(decider: Decider, id: Id, form: KeyForm, chosen: string): Promise<Outcome<'settled' | 'waits'> | undefined> {
  const { tx, orgId, today, newId } = decider;
  await holdBooking(tx, { orgId, id });
  const booking = await bookingOf(tx, { orgId, id });
  if (!booking) return undefined;
  const { keys, situation, policyId, free } = await standingOf(decider, booking);
  if (!free.accepted) return free;
  const said = keyFrom(form, situation);
  if (!said.accepted) return said;
  const held = free.value.length === 1 ? free.value[0] : free.value.find(({ side }) => side === chosen);
  if (!held || policyId === null) return refuse(refusal('side', 'whichSide'));
  const { round, outcome, decidedOn } = booking;
  await turnKey(tx, { orgId, id: newId(), bookingId: id, round, ...held, policyId, turnedOn: today }, said.value);
  const verdict = verdictOf([...keys.filter((key) => key.round === round), { ...held, personId: decider.personId, verdict: said.value.verdict }]);
  const after = verdict && outcomeAfter(verdict, outcome);
  if (!after) return accept('waits');
  await settle(tx, { orgId, id }, after, verdict === 'keep' && decidedOn !== null ? decidedOn : today);
  return accept('settled');
}

/** Whether the database said that the step is not to be taken, or that somebody took it first. */
export function isRefusedStep(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state === bookingRefused || state === '23505';
}

function freeFrom({ asking }: BookingLine, situation: Situation, policyId: Id | undefined, free: Outcome<readonly Held[]>): Outcome<readonly Held[]> {
  const now: Refusal[] = asking === null ? [refusal('verdict', 'notOpen')] : policyId === undefined ? [refusal('verdict', 'policyNotInForce')] : refusedNow(situation);
  return now.length > 0 ? refuse(...now) : free;
}
