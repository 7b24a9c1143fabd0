import type { Id } from '../../kernel/id.ts';
import { accept, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import type { Day } from '../../kernel/year.ts';
import { isOfAnother, saveCorrection } from './corrections-store.ts';
import type { Decider } from './deciding.ts';
import { decideBy, refusal, triageOf } from './rules.ts';
import { correctionFrom, type CorrectionForm } from './rules-corrections.ts';
import { isInForce } from './rules-sites.ts';
import { policiesOf, sitesOf } from './sites-store.ts';
import { bookingOf, holdBooking, keysOf, type BookingLine } from './store.ts';

/** Why what was taken in stands. */
export function standsBecause({ asking, eventOn }: BookingLine, today: Day): Refusal | undefined {
  if (asking !== 'hire') return refusal('reason', 'correctedTooLate');
  return today > eventOn ? refusal('reason', 'correctedAfterEvent') : undefined;
}

/**
 * Corrects what was taken in, as one saw it in a version, and asks the rules anew. Who decides at the same moment waits here.
 * The clock runs on from the day on which the booking came. @returns undefined when there is no such booking
 */
export async function correct({ tx, orgId, today, newId }: Omit<Decider, 'personId'>, id: Id, version: number, form: CorrectionForm): Promise<Outcome<'approved' | 'open'> | undefined> {
  await holdBooking(tx, { orgId, id });
  const booking = await bookingOf(tx, { orgId, id });
  if (!booking) return undefined;
  const stands = standsBecause(booking, today);
  if (stands) return refuse(stands);
  const site = (await sitesOf(tx, orgId)).find((one) => one.id === form.site);
  const correction = correctionFrom(form, booking, site, today);
  if (!correction.accepted) return correction;
  const { facts, changed, voids } = correction.value;
  if (await isOfAnother(tx, { orgId, id }, facts.reference)) return refuse(refusal('reference', 'knownReference'));
  const rules = changed.includes('site') ? { policyId: site?.policyId ?? null, largeFrom: site?.largeFrom ?? booking.largeFrom } : { policyId: booking.policyId, largeFrom: booking.largeFrom };
  const triggers = triageOf({ ...facts, largeFrom: rules.largeFrom }, (await keysOf(tx, { orgId, id })).length > 0);
  const policy = (await policiesOf(tx, orgId)).find((one) => one.id === rules.policyId);
  if (!policy || ((changed.includes('site') || triggers.length === 0) && !isInForce(policy, today))) return refuse(refusal('site', 'siteNoPolicy'));
  const route = { policyId: policy.id, largeFrom: rules.largeFrom, triggers, decideBy: decideBy(facts.receivedOn, facts.eventOn), round: booking.round + (voids ? 1 : 0) };
  await saveCorrection(tx, { orgId, id, version }, newId(), correction.value, route, today);
  return accept(triggers.length === 0 ? 'approved' : 'open');
}
