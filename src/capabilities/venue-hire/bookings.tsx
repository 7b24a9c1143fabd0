import { holds } from '../../kernel/access.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { json, redirect, valueOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { dayGiven } from '../organisations/index.ts';
import { access } from './access.ts';
import { saidBooking, saidLine, shapes } from './api.ts';
import { correctionsOf } from './corrections-store.ts';
import { standingOf } from './deciding.ts';
import { answered, deciderOf, tookPart, withBooking } from './opened.tsx';
import { BookingPage } from './pages/booking.tsx';
import { BookingFormPage, BookingsPage } from './pages/bookings.tsx';
import { paths } from './paths.ts';
import { decideBy, factsFrom, isOpen, refusal, triageOf, type FactsForm } from './rules.ts';
import { isInForce } from './rules-sites.ts';
import { keysHeldBy, policiesOf, sitesOf } from './sites-store.ts';
import { addBooking, adviceOf, bookingsOf, checksOf, keysOf, reviewsOf, type BookingLine } from './store.ts';

export async function showBookings(visit: MemberVisit): Promise<Answer> {
  const { tx, words, organisation, permit, today, query } = visit;
  const decided = valueOf(query, 'show') === 'decided';
  const shown = (await bookingsOf(tx, organisation.id)).filter((booking) => isOpen(booking, today) !== decided);
  const held = await keysHeldBy(tx, organisation.id, permit.personId, today);
  return answered(visit, words.venueHire.list.title(organisation.name), <BookingsPage words={words} org={organisation.shortName} today={today} decided={decided} bookings={shown} held={held} mayWrite={holds(permit, ...access.write.own)} />, [], false);
}

export async function readBookings({ tx, organisation, query, today }: MemberVisit): Promise<Answer> {
  const decided = valueOf(query, 'show') === 'decided';
  const bookings = await bookingsOf(tx, organisation.id);
  return json(shapes.bookings, { bookings: bookings.filter((booking) => isOpen(booking, today) !== decided).map(saidLine) });
}

export const showForm = (visit: MemberVisit): Promise<Answer> => formPage(visit, []);

/** Takes a booking in. An ordinary one is approved with this by the rules; any other waits for two departments. */
export async function takeIn(visit: MemberVisit): Promise<Answer> {
  const { tx, form, organisation: { id: orgId, shortName }, today, newId } = visit;
  const site = (await sitesOf(tx, orgId)).find(({ id }) => id === valueOf(form, 'site'));
  const facts = factsFrom(formIn(visit), site, today);
  if (!facts.accepted || !site) return formPage(visit, facts.accepted ? [refusal('site', 'noSite')] : facts.refusals);
  const policy = (await policiesOf(tx, orgId)).find(({ id }) => id === site.policyId);
  if (!policy || !isInForce(policy, today)) return formPage(visit, [refusal('site', 'siteNoPolicy')]);
  const id = newId();
  const added = await addBooking(tx, { orgId, id, siteId: site.id, policyId: policy.id, largeFrom: site.largeFrom, triggers: triageOf({ ...facts.value, largeFrom: site.largeFrom }), decideBy: decideBy(today, facts.value.eventOn) }, facts.value);
  return added ? redirect(paths.booking(shortName, id), 'saved') : formPage(visit, [refusal('reference', 'knownReference')]);
}

export const showBooking = (visit: MemberVisit): Promise<Answer> => withBooking(visit, (booking) => bookingPage(visit, booking, []));

export const readBooking = (visit: MemberVisit): Promise<Answer> => withBooking(visit, async (booking) => {
  const key = { orgId: visit.organisation.id, id: booking.id };
  return json(shapes.booking, saidBooking(booking, await checksOf(visit.tx, key), await correctionsOf(visit.tx, key), await keysOf(visit.tx, key), await adviceOf(visit.tx, key), await reviewsOf(visit.tx, key)));
});

export async function bookingPage(visit: MemberVisit, booking: BookingLine, refusals: readonly Refusal[]): Promise<Answer> {
  const { tx, words, seal, organisation, permit, today, form } = visit;
  const key = { orgId: organisation.id, id: booking.id };
  const { keys, free } = await standingOf(deciderOf(visit), booking);
  const corrections = await correctionsOf(tx, key);
  return answered(visit, words.venueHire.one.title(booking.reference, organisation.name), (
    <BookingPage words={words} org={organisation.shortName} seal={seal} form={form} refusals={refusals} today={today} booking={booking} checks={await checksOf(tx, key)} corrections={corrections} keys={keys} free={free}
      advice={await adviceOf(tx, key)} reviews={await reviewsOf(tx, key)} mayWrite={holds(permit, ...access.write.own)} mayHear={holds(permit, ...access.hear.own) && !tookPart(permit.personId, booking, keys, corrections)} />
  ), refusals);
}

async function formPage(visit: MemberVisit, refusals: readonly Refusal[]): Promise<Answer> {
  const { tx, words, seal, organisation, form } = visit;
  const sites = await sitesOf(tx, organisation.id);
  return answered(visit, words.venueHire.form.title(organisation.name), <BookingFormPage words={words} org={organisation.shortName} seal={seal} form={form} refusals={refusals} sites={sites} />, refusals);
}

export function formIn({ form }: MemberVisit): FactsForm {
  const value = (name: string) => valueOf(form, name);
  return {
    reference: value('reference'), event: dayGiven(form, 'event'), bookedBy: value('booked_by'), eventKind: value('event_kind'), size: value('size'), admission: value('admission'),
    hiredBefore: value('hired_before'), detailsHeld: value('details_held'), termsAccepted: value('terms_accepted'), concern: value('concern'),
  };
}
