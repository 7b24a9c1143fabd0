import * as z from 'zod';
import { choice, day, formOf, noFields, queryOf, said, text, version } from '../../platform/shape.ts';
import type { Corrected } from './corrections-store.ts';
import { admissions, bookers, checkItems, eventKinds, findings, grounds, limits, triggers, type Check } from './rules.ts';
import { correctables } from './rules-corrections.ts';
import { elections, outcomes, questions, sides, verdicts, withdrawals } from './rules-keys.ts';
import type { Numbers } from './rules-numbers.ts';
import { diligences, filterings, gaps, holdings, incidentKinds, relations, siteLimits } from './rules-sites.ts';
import type { Advice, BookingLine, Review, Turned } from './store.ts';

const yes = ['yes', 'no'] as const;
const people = String(limits.people).length;
const siteFields = {
  title: text('siteTitle', siteLimits.title), held: choice('siteHeld', holdings), department: text('department', 60).optional(), policy: text('sitePolicy', 60).optional(),
  capacity: text('siteCapacity', people), large_from: text('largeFrom', people), staff: text('bookingStaff', people), staff_trained: text('staffTrained', people),
  it_filtering: choice('filtering', filterings), it_review: day('filteringReview').optional(), wifi_filtering: choice('filtering', filterings), wifi_review: day('filteringReview').optional(),
};
const checkFields = Object.fromEntries(checkItems.flatMap((item): [string, z.ZodType][] => [[`found-${item}`, choice('checkFound', findings)], [`said-${item}`, text('checkSaid', limits.short).optional()]]));

const intakeFields = {
  reference: text('bookingReference', limits.reference), site: text('venueSite', 60), event: day('eventDay'), booked_by: choice('bookedBy', bookers), event_kind: choice('eventKind', eventKinds), size: text('bookingSize', people), admission: choice('admission', admissions),
  hired_before: choice('hiredBefore', yes), details_held: choice('detailsHeld', yes), terms_accepted: choice('termsAccepted', yes), concern: choice('bookingConcern', ['none', ...grounds]),
};

/** What the forms of sites and bookings hold. */
export const forms = {
  take: formOf(intakeFields),
  correction: formOf({ ...intakeFields, reason: text('correctionReason', limits.said), version: version() }),
  checks: formOf(checkFields),
  decision: formOf({
    side: choice('keySide', sides).optional(), verdict: choice('keyVerdict', verdicts), said: text('keySaid', limits.said), conditions: text('keyConditions', limits.text).optional(), restrictive: choice('keyRestrictive', yes).optional(),
    ground: choice('bookingConcern', grounds).optional(), ground_said: text('groundSaid', limits.text).optional(), less_restrictive: text('lessRestrictive', limits.text).optional(), equality: text('equalityCheck', limits.text).optional(),
    expression: text('expressionCheck', limits.text).optional(), election: choice('electionRule', elections).optional(), review_route: text('reviewRoute', limits.route).optional(),
  }),
  advice: formOf({ question: text('adviceQuestion', limits.said) }),
  answer: formOf({ answer: text('adviceAnswer', limits.text), version: version() }),
  withdrawal: formOf({ when: choice('withdrawnWhen', withdrawals), version: version() }),
  cancellation: formOf({ version: version() }),
  review: formOf({ review_said: text('reviewSaid', limits.said) }),
  hearing: formOf({ result: choice('reviewResult', ['upheld', 'overturned']), reason: text('reviewReason', limits.text), version: version() }),
  site: formOf(siteFields),
  siteChange: formOf({ ...siteFields, version: version() }),
  policy: formOf({ title: text('policyTitle', siteLimits.title), from: day('from'), until: day('policyUntil').optional(), endorsed_by: text('endorsedBy', siteLimits.role).optional(), endorsed: day('endorsedOn').optional() }),
  partner: formOf({ partner: text('partnerBody', siteLimits.partner), relation: choice('partnerRelation', relations), checked: day('partnerChecked'), found: choice('partnerFound', diligences), next: day('partnerNext').optional(), said: text('partnerSaid', limits.said).optional() }),
  holder: formOf({ holder: text('keyHolder', 80), side: choice('keySide', sides) }),
  holderEnd: formOf({ version: version() }),
  incident: formOf({ site: text('venueSite', 60), booking: text('incidentBooking', 60).optional(), happened: day('happened'), kind: choice('incidentKind', incidentKinds), wrongly_allowed: choice('wronglyAllowed', yes), what: text('incidentWhat', limits.text), learned: text('incidentLearned', limits.text) }),
  none: noFields,
};

export const listQuery = queryOf({ show: choice('bookingsShown', ['open', 'decided']).optional() });
export const numbersQuery = queryOf({ year: text('bookingYear', 7).optional() });

const line = z.strictObject({
  id: said.id, reference: said.text, site: said.name, event_on: said.day, received_on: said.day, booked_by: z.enum(bookers), event_kind: z.enum(eventKinds), size: said.count, admission: z.enum(admissions), triggers: z.array(z.enum(triggers)), decide_by: said.day,
  asking: z.enum(questions).nullable(), outcome: z.enum(outcomes).nullable(), by_rule: z.boolean(), decided_on: said.day.nullable(), turned: z.array(z.enum(sides)), overturned: z.boolean(),
});
const safeguards = z.strictObject({ ground: z.enum(grounds), ground_said: said.text, less_restrictive: said.text, equality: said.text, expression: said.text, election: z.enum(elections), review_route: said.text });
const policy = z.strictObject({ id: said.id, title: said.text, from: said.day, until: said.day.nullable(), endorsed_by: said.text.nullable(), endorsed_on: said.day.nullable(), in_force: z.boolean() });
const site = z.strictObject({
  id: said.id, version: said.version, title: said.text, held: z.enum(holdings), department: said.text.nullable(), policy: said.text.nullable(), capacity: said.count, large_from: said.count, staff: said.count, staff_trained: said.count,
  it_filtering: z.enum(filterings), it_review_on: said.day.nullable(), wifi_filtering: z.enum(filterings), wifi_review_on: said.day.nullable(), gaps: z.array(z.enum(gaps)),
});
const numbers = z.strictObject({
  bookings: said.count, waiting: said.count, approved: said.count, withConditions: said.count, refused: said.count, cancelled: said.count, withdrawn: said.count, byRule: said.count, byKeys: said.count, withdrawnLate: said.count,
  overturned: said.count, undecided: said.count, wronglyAllowed: said.count, medianDays: z.number().nullable(), longestDays: said.count.nullable(),
});
const part = numbers.extend({ part: said.text.nullable() });

/** What programs read of sites and bookings. */
export const shapes = {
  bookings: z.strictObject({ bookings: z.array(line) }),
  booking: line.extend({
    version: said.version, checks: z.array(z.strictObject({ item: z.enum(checkItems), found: z.enum(findings), said: said.text })),
    corrections: z.array(z.strictObject({ corrected_on: said.day, changed: z.array(z.enum(correctables)), reason: said.text })),
    keys: z.array(z.strictObject({ round: said.count, void: z.boolean(), side: z.enum(sides), department: said.text, policy: said.text, turned_on: said.day, verdict: z.enum(verdicts), said: said.text, conditions: said.text.nullable(), restrictive: z.boolean(), safeguards: safeguards.nullable() })),
    advice: z.array(z.strictObject({ id: said.id, version: said.version, asked_on: said.day, question: said.text, answered_on: said.day.nullable(), answer: said.text.nullable() })),
    reviews: z.array(z.strictObject({ id: said.id, version: said.version, asked_on: said.day, said: said.text, result: z.enum(['upheld', 'overturned']).nullable(), heard_on: said.day.nullable(), reason: said.text.nullable() })),
  }),
  sites: z.strictObject({ sites: z.array(site) }),
  site,
  policies: z.strictObject({ policies: z.array(policy) }),
  partners: z.strictObject({ checks: z.array(z.strictObject({ partner: said.name, relation: z.enum(relations), checked_on: said.day, found: z.enum(diligences), next_on: said.day.nullable(), said: said.text })) }),
  holders: z.strictObject({ holders: z.array(z.strictObject({ id: said.id, version: said.version, side: z.enum(sides), department: said.text, from: said.day, until: said.day.nullable() })) }),
  incidents: z.strictObject({ incidents: z.array(z.strictObject({ id: said.id, site: said.name, booking: said.id.nullable(), happened_on: said.day, kind: z.enum(incidentKinds), wrongly_allowed: z.boolean(), what: said.text, learned: said.text })) }),
  numbers: z.strictObject({ year: said.year, whole: numbers, by_site: z.array(part), by_department: z.array(part) }),
};

export function saidLine({ id, reference, site: at, eventOn, receivedOn, bookedBy, eventKind, size, admission, triggers, decideBy, asking, outcome, byRule, decidedOn, turned, overturned }: BookingLine): z.input<typeof line> {
  return { id, reference, site: at, event_on: eventOn, received_on: receivedOn, booked_by: bookedBy, event_kind: eventKind, size, admission, triggers: [...triggers], decide_by: decideBy, asking, outcome, by_rule: byRule, decided_on: decidedOn, turned: [...turned], overturned };
}

export function saidBooking(booking: BookingLine, checks: readonly Check[], corrections: readonly Corrected[], keys: readonly Turned[], advice: readonly Advice[], reviews: readonly Review[]): z.input<typeof shapes.booking> {
  return {
    ...saidLine(booking), version: booking.version, checks: checks.map(({ item, found, said: words }) => ({ item, found, said: words })),
    corrections: corrections.map(({ correctedOn, changed, reason }) => ({ corrected_on: correctedOn, changed: [...changed], reason })),
    keys: keys.map(({ round, side, department, policy: by, turnedOn, verdict, said: words, conditions, restrictive, safeguards: kept }) => ({
      round, void: round < booking.hireRound, side, department, policy: by, turned_on: turnedOn, verdict, said: words, conditions, restrictive,
      safeguards: kept && { ground: kept.ground, ground_said: kept.groundSaid, less_restrictive: kept.lessRestrictive, equality: kept.equality, expression: kept.expression, election: kept.election, review_route: kept.reviewRoute },
    })),
    advice: advice.map(({ id, version: saves, askedOn, question, answeredOn, answer }) => ({ id, version: saves, asked_on: askedOn, question, answered_on: answeredOn, answer })),
    reviews: reviews.map(({ id, version: saves, askedOn, said: words, result, heardOn, reason }) => ({ id, version: saves, asked_on: askedOn, said: words, result, heard_on: heardOn, reason })),
  };
}

export function saidNumbers(counted: Numbers & { readonly part?: string | null }): z.input<typeof part> {
  return { ...counted, part: counted.part ?? null };
}
