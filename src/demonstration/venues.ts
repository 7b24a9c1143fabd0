import { addAction } from '../capabilities/action-plan/index.ts';
import { addDepartment, addMembership } from '../capabilities/organisations/index.ts';
import { addBooking, addHolder, addIncident, addPartnerCheck, addPolicy, addSite, adviceOf, answerAdvice, askAdvice, askCancellation, askReview, bookingOf, checkItems, correct, decide, decideBy, formFrom, hearReview, reviewsOf, saveChecks, triageOf, withdraw } from '../capabilities/venue-hire/index.ts';
import { newId, type Id } from '../kernel/id.ts';
import { daysAfter, type Day } from '../kernel/year.ts';
import type { Transaction } from '../platform/database.ts';
import type { ExampleBooking, ExampleKey, ExampleVenues } from './example-venues.ts';
import { asOwn, found, type Loading } from './loading.ts';

type Places = { readonly orgId: Id; readonly departments: Map<string, Id>; readonly policies: Map<string, Id>; readonly sites: Map<string, { readonly id: Id; readonly largeFrom: number; readonly policyId: Id | null }>; readonly bookings: Map<string, Id> };

/** The venues of an example's body: who answers for them, and bookings through every outcome, each step by the person who took it. */
export async function loadVenues(loading: Loading, venues: ExampleVenues): Promise<void> {
  const places: Places = { orgId: found(loading.organisations.get(venues.organisation), venues.organisation).id, departments: new Map(), policies: new Map(), sites: new Map(), bookings: new Map() };
  await loadDepartments(loading, places, venues);
  await loadSites(loading, places, venues);
  for (const booking of venues.bookings) await loadBooking(loading, places, booking);
  for (const incident of venues.incidents) await loadIncident(loading, places, venues.by, incident);
}

function loadDepartments(loading: Loading, { orgId, departments }: Places, venues: ExampleVenues): Promise<void> {
  const personOf = (email: string) => found(loading.people.get(email), email).personId;
  return asOwn(loading, venues.by, async (tx) => {
    for (const { title, people, role } of venues.departments) {
      const departmentId = newId();
      departments.set(title, departmentId);
      await addDepartment(tx, { orgId, id: departmentId, name: title });
      for (const email of people) await addMembership(tx, { orgId, id: newId(), personId: personOf(email), role, fromDay: daysAfter(loading.firstDay, 1), departmentId });
    }
    for (const { person, department, side } of venues.keys) await addHolder(tx, { orgId, id: newId() }, { personId: personOf(person), departmentId: found(departments.get(department), department), side, fromDay: loading.firstDay });
  });
}

function loadSites(loading: Loading, { orgId, departments, policies, sites }: Places, venues: ExampleVenues): Promise<void> {
  return asOwn(loading, venues.by, async (tx) => {
    for (const { title, from, until, endorsed_by: endorsedBy, endorsed } of venues.policies) {
      policies.set(title, newId());
      await addPolicy(tx, { orgId, id: found(policies.get(title), title) }, { title, fromDay: from, toDay: until ?? null, endorsedBy: endorsedBy ?? null, endorsedOn: endorsed ?? null });
    }
    for (const { title, held, department, policy, capacity, large_from: largeFrom, staff, trained, it, it_review: itReview, wifi, wifi_review: wifiReview } of venues.sites) {
      const [id, policyId] = [newId(), policy === undefined ? null : found(policies.get(policy), policy)];
      sites.set(title, { id, largeFrom, policyId });
      await addSite(tx, { orgId, id }, {
        title, held, departmentId: department === undefined ? null : found(departments.get(department), department), policyId, capacity, largeFrom, staff, staffTrained: trained,
        itFiltering: it, itReviewOn: itReview ?? null, wifiFiltering: wifi, wifiReviewOn: wifiReview ?? null,
      });
    }
    for (const { partner, relation, checked, found: result, next, said } of venues.partners) await addPartnerCheck(tx, { orgId, id: newId() }, { partner, relation, checkedOn: checked, found: result, nextOn: next ?? null, said });
  });
}

async function loadBooking(loading: Loading, { orgId, sites, bookings }: Places, booking: ExampleBooking): Promise<void> {
  const [id, site, on] = [newId(), found(sites.get(booking.site), booking.site), (when: number | Day) => (typeof when === 'number' ? daysAfter(loading.today, when) : when)];
  bookings.set(booking.reference, id);
  const facts = {
    reference: booking.reference, receivedOn: on(booking.received), eventOn: on(booking.event), bookedBy: booking.booked_by, eventKind: booking.event_kind, size: booking.size, admission: booking.admission,
    hiredBefore: booking.hired_before, detailsHeld: booking.details_held, termsAccepted: booking.terms_accepted, concern: booking.concern ?? null,
  };
  await asOwn(loading, booking.by, async (tx) => {
    await addBooking(tx, { orgId, id, siteId: site.id, policyId: site.policyId ?? found<Id>(undefined, `a policy of ${booking.site}`), largeFrom: site.largeFrom, triggers: triageOf({ ...facts, largeFrom: site.largeFrom }), decideBy: decideBy(facts.receivedOn, facts.eventOn) }, facts);
    if (booking.checks) await saveChecks(tx, { orgId, id }, checkItems.map((item) => ({ item, found: 'clear', said: '', ...booking.checks?.[item] })), newId);
  });
  const { correction, advice, withdrawn, cancellation, review } = booking;
  if (correction) await asOwn(loading, booking.by, (tx) => loadCorrection(tx, orgId, id, correction, on(correction.on)));
  if (advice) {
    await asOwn(loading, booking.by, (tx) => askAdvice(tx, { orgId, id: newId(), bookingId: id }, advice.question, on(advice.on)));
    if (advice.answer !== undefined) await asOwn(loading, advice.by, async (tx) => answerAdvice(tx, { orgId, ...asked(await adviceOf(tx, { orgId, id })) }, advice.answer ?? '', on(advice.on)));
  }
  for (const key of booking.keys) await loadKey(loading, orgId, id, key);
  if (withdrawn) await asOwn(loading, booking.by, async (tx) => withdraw(tx, { orgId, id, version: await versionOf() }, withdrawn.when, on(withdrawn.on)));
  if (cancellation) {
    await asOwn(loading, booking.by, async (tx) => askCancellation(tx, { orgId, id, version: await versionOf() }, 2, decideBy(on(cancellation.on), facts.eventOn)));
    for (const key of cancellation.keys) await loadKey(loading, orgId, id, key);
  }
  if (review) {
    await asOwn(loading, booking.by, (tx) => askReview(tx, { orgId, id: newId(), bookingId: id, round: cancellation ? 2 : 1 }, review.said, on(review.on)));
    if (review.heard_by !== undefined && review.result !== undefined) {
      const heard = { result: review.result, reason: review.reason ?? '', heardOn: on(review.heard_on ?? review.on) };
      await asOwn(loading, review.heard_by, async (tx) => hearReview(tx, { orgId, ...asked(await reviewsOf(tx, { orgId, id })) }, heard));
    }
  }

  function asked(list: readonly { readonly id: Id; readonly version: number }[]) {
    const { id: latest, version } = found(list.at(-1), booking.reference);
    return { id: latest, version };
  }

  function versionOf(): Promise<number> {
    return asOwn(loading, booking.by, async (tx) => found(await bookingOf(tx, { orgId, id }), booking.reference).version);
  }
}

async function loadCorrection(tx: Transaction, orgId: Id, id: Id, { size, reason }: NonNullable<ExampleBooking['correction']>, today: Day): Promise<void> {
  const taken = found(await bookingOf(tx, { orgId, id }), id);
  const corrected = await correct({ tx, orgId, today, newId }, id, taken.version, { ...formFrom(taken), size: String(size), reason });
  if (!corrected?.accepted) throw new Error(`the example's correction of ${taken.reference} is refused`);
}

/** By the rules of the product: what they refuse, the example may not hold. */
async function loadKey(loading: Loading, orgId: Id, id: Id, { by, side, on, verdict, said, conditions, restrictive, safeguards }: ExampleKey): Promise<void> {
  const { personId } = found(loading.people.get(by), by);
  const decided = await asOwn(loading, by, (tx) => decide({ tx, orgId, personId, today: daysAfter(loading.today, on), newId }, id, {
    verdict, said, conditions: conditions ?? '', restrictive: restrictive ? 'yes' : 'no', ground: safeguards?.ground ?? '', groundSaid: safeguards?.ground_said ?? '', lessRestrictive: safeguards?.less_restrictive ?? '',
    equality: safeguards?.equality ?? '', expression: safeguards?.expression ?? '', election: safeguards?.election ?? '', reviewRoute: safeguards?.review_route ?? '',
  }, side));
  if (!decided?.accepted) throw new Error(`the example's ${side} key of ${by} is refused: ${decided?.refusals.map(({ field }) => field).join(', ')}`);
}

function loadIncident(loading: Loading, { orgId, sites, bookings }: Places, by: string, { site, booking, happened, kind, wrongly_allowed: wronglyAllowed, what, learned, action }: ExampleVenues['incidents'][number]): Promise<void> {
  return asOwn(loading, by, async (tx) => {
    const id = newId();
    await addIncident(tx, { orgId, id }, { siteId: found(sites.get(site), site).id, bookingId: booking === undefined ? null : found(bookings.get(booking), booking), happenedOn: daysAfter(loading.today, happened), kind, wronglyAllowed, what, learned });
    if (action !== undefined) {
      await addAction(tx, {
        orgId, id: newId(), editionId: null, benchmarkCode: null, objectiveId: null, text: action, marking: 'OFFICIAL', ownerId: orgId, ownerBody: null, ownerRole: null, partners: '', startOn: null, dueOn: null, successMeasure: null,
        origin: 'incident', originId: id, originNote: null,
      });
    }
  });
}
