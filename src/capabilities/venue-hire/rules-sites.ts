import type { Id } from '../../kernel/id.ts';
import { acceptUnless, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import { refusedText, tidied } from '../../kernel/text.ts';
import type { Day } from '../../kernel/year.ts';
import { limits, numberFrom, refusal, refusedPersonal, sentence, yesOrNo, type Sentence } from './rules.ts';

export const siteLimits = { title: 120, role: 120, partner: 200 };

export const holdings = ['owned', 'leased_in', 'leased_out', 'managed_by_others'] as const;
export const filterings = ['not_stated', 'none_there', 'filtered', 'unfiltered'] as const;
export const relations = ['funded', 'contracted'] as const;
export const diligences = ['clear', 'conditions', 'ended'] as const;
export const incidentKinds = ['incident', 'near_miss'] as const;

export type Holding = (typeof holdings)[number];
export type Filtering = (typeof filterings)[number];
export type Relation = (typeof relations)[number];
export type Diligence = (typeof diligences)[number];
export type IncidentKind = (typeof incidentKinds)[number];

export type Policy = { readonly title: string; readonly fromDay: Day; readonly toDay: Day | null; readonly endorsedBy: string | null; readonly endorsedOn: Day | null };

export type SiteSaid = {
  readonly title: string; readonly held: Holding; readonly departmentId: Id | null; readonly policyId: Id | null; readonly capacity: number; readonly largeFrom: number;
  readonly staff: number; readonly staffTrained: number; readonly itFiltering: Filtering; readonly itReviewOn: Day | null; readonly wifiFiltering: Filtering; readonly wifiReviewOn: Day | null;
};

/** What of a site says how it is kept. */
export type SiteKept = Omit<SiteSaid, 'title' | 'held' | 'capacity' | 'largeFrom'>;

/** A day as a form has it: undefined is one that is none. */
type Typed = Day | 'empty' | undefined;

export type SiteForm = {
  readonly title: string; readonly held: string; readonly department: string; readonly policy: string; readonly capacity: string; readonly largeFrom: string; readonly staff: string; readonly staffTrained: string;
  readonly itFiltering: string; readonly itReview: Typed; readonly wifiFiltering: string; readonly wifiReview: Typed;
};

/** What is missing at a site. */
export const gaps = ['department', 'policy', 'policy_over', 'endorsement', 'training', 'it_filtering', 'it_review', 'wifi_filtering', 'wifi_review'] as const;
export type Gap = (typeof gaps)[number];

export function gapsOf(site: SiteKept, policy: Policy | undefined, today: Day): Gap[] {
  const overdue = (on: Day | null) => on === null || on < today;
  const unsaid = (filtering: Filtering) => filtering === 'not_stated' || filtering === 'unfiltered';
  const found: Readonly<Record<Gap, boolean>> = {
    department: site.departmentId === null, policy: policy === undefined, policy_over: policy !== undefined && !isInForce(policy, today), endorsement: policy !== undefined && policy.endorsedOn === null,
    training: site.staff === 0 || site.staffTrained < site.staff,
    it_filtering: unsaid(site.itFiltering), it_review: site.itFiltering === 'filtered' && overdue(site.itReviewOn),
    wifi_filtering: unsaid(site.wifiFiltering), wifi_review: site.wifiFiltering === 'filtered' && overdue(site.wifiReviewOn),
  };
  return gaps.filter((gap) => found[gap]);
}

export function isInForce({ fromDay, toDay }: Pick<Policy, 'fromDay' | 'toDay'>, day: Day): boolean {
  return fromDay <= day && (toDay === null || day <= toDay);
}

export function siteFrom(form: SiteForm, departments: readonly Id[], policies: readonly Id[]): Outcome<SiteSaid> {
  const [title, held] = [tidied(form.title), holdings.find((one) => one === form.held)];
  const [capacity, largeFrom, staff, staffTrained] = [form.capacity, form.largeFrom, form.staff, form.staffTrained].map((written) => numberFrom(written, limits.people));
  const [itFiltering, wifiFiltering] = [filterings.find((one) => one === form.itFiltering), filterings.find((one) => one === form.wifiFiltering)];
  const refusals = line('title', title, siteLimits.title, 'noTitle');
  if (!held) refusals.push(refusal('held', 'noHeld'));
  if (form.department !== '' && !departments.includes(form.department)) refusals.push(refusal('department', 'noDepartment'));
  if (form.policy !== '' && !policies.includes(form.policy)) refusals.push(refusal('policy', 'noPolicy'));
  if (capacity === undefined || capacity < 1) refusals.push(refusal('capacity', 'noCapacity'));
  if (largeFrom === undefined || largeFrom < 1) refusals.push(refusal('large_from', 'noLargeFrom'));
  if (staff === undefined) refusals.push(refusal('staff', 'noStaff'));
  if (staffTrained === undefined || (staff !== undefined && staffTrained > staff)) refusals.push(refusal('staff_trained', 'noStaffTrained'));
  if (!itFiltering) refusals.push(refusal('it_filtering', 'noFiltering'));
  if (!wifiFiltering) refusals.push(refusal('wifi_filtering', 'noFiltering'));
  if (form.itReview === undefined) refusals.push(refusal('it_review-day', 'noDay'));
  if (form.wifiReview === undefined) refusals.push(refusal('wifi_review-day', 'noDay'));
  if (!held || capacity === undefined || largeFrom === undefined || staff === undefined || staffTrained === undefined || !itFiltering || !wifiFiltering) return refuse(...refusals);
  return acceptUnless(refusals, {
    title, held, departmentId: orNone(form.department), policyId: orNone(form.policy), capacity, largeFrom, staff, staffTrained,
    itFiltering, itReviewOn: dayOrNone(form.itReview), wifiFiltering, wifiReviewOn: dayOrNone(form.wifiReview),
  });
}

export type PolicyForm = { readonly title: string; readonly from: Typed; readonly until: Typed; readonly endorsedBy: string; readonly endorsed: Typed };

export function policyFrom(form: PolicyForm, today: Day): Outcome<Policy> {
  const [title, endorsedBy, from, until, endorsed] = [tidied(form.title), tidied(form.endorsedBy), dayOrNone(form.from), dayOrNone(form.until), dayOrNone(form.endorsed)];
  const refusals = [...line('title', title, siteLimits.title, 'noPolicyTitle'), ...(endorsedBy === '' ? [] : line('endorsed_by', endorsedBy, siteLimits.role, 'noEndorser'))];
  if (from === null) refusals.push(refusal('from-day', 'noFrom'));
  if (form.until === undefined || (until !== null && from !== null && until < from)) refusals.push(refusal('until-day', 'noUntil'));
  if (form.endorsed === undefined || (endorsed !== null && endorsed > today)) refusals.push(refusal('endorsed-day', 'noEndorsed'));
  if ((endorsedBy === '') !== (endorsed === null)) refusals.push(refusal('endorsed_by', 'halfEndorsed'));
  return from === null ? refuse(...refusals) : acceptUnless(refusals, { title, fromDay: from, toDay: until, endorsedBy: orNone(endorsedBy), endorsedOn: endorsed });
}

export type PartnerCheck = { readonly partner: string; readonly relation: Relation; readonly checkedOn: Day; readonly found: Diligence; readonly nextOn: Day | null; readonly said: string };

export type PartnerForm = { readonly partner: string; readonly relation: string; readonly checked: Typed; readonly found: string; readonly next: Typed; readonly said: string };

export function partnerCheckFrom(form: PartnerForm, today: Day): Outcome<PartnerCheck> {
  const [partner, said, checked, next] = [tidied(form.partner), tidied(form.said), dayOrNone(form.checked), dayOrNone(form.next)];
  const [relation, found] = [relations.find((one) => one === form.relation), diligences.find((one) => one === form.found)];
  const refusals = [...line('partner', partner, siteLimits.partner, 'noPartner'), ...refusedText('said', said, limits.said, found && found !== 'clear' ? sentence('noPartnerReason') : undefined), ...refusedPersonal('said', said)];
  if (!relation) refusals.push(refusal('relation', 'noRelation'));
  if (checked === null || checked > today) refusals.push(refusal('checked-day', 'noChecked'));
  if (!found) refusals.push(refusal('found', 'noDiligence'));
  if (form.next === undefined || (next !== null && checked !== null && next <= checked)) refusals.push(refusal('next-day', 'noNext'));
  return checked === null || !relation || !found ? refuse(...refusals) : acceptUnless(refusals, { partner, relation, checkedOn: checked, found, nextOn: next, said });
}

export type Incident = { readonly siteId: Id; readonly bookingId: Id | null; readonly happenedOn: Day; readonly kind: IncidentKind; readonly wronglyAllowed: boolean; readonly what: string; readonly learned: string };

export type IncidentForm = { readonly site: string; readonly booking: string; readonly happened: Typed; readonly kind: string; readonly wronglyAllowed: string; readonly what: string; readonly learned: string };

/** What happened and what was learned. Whether it should have been allowed is asked of an approved booking alone. */
export function incidentFrom(form: IncidentForm, sites: readonly Id[], bookings: readonly { readonly id: Id; readonly siteId: Id; readonly allowed: boolean }[], today: Day): Outcome<Incident> {
  const [what, learned, happened] = [tidied(form.what), tidied(form.learned), dayOrNone(form.happened)];
  const [kind, booking, wronglyAllowed] = [incidentKinds.find((one) => one === form.kind), bookings.find(({ id }) => id === form.booking), yesOrNo(form.wronglyAllowed)];
  const refusals: Refusal[] = [...asked('what', what, 'noWhat'), ...asked('learned', learned, 'noLearned')];
  if (!sites.includes(form.site)) refusals.push(refusal('site', 'noSite'));
  if (form.booking !== '' && booking?.siteId !== form.site) refusals.push(refusal('booking', 'noBookingThere'));
  if (happened === null || happened > today) refusals.push(refusal('happened-day', 'noHappened'));
  if (!kind) refusals.push(refusal('kind', 'noIncidentKind'));
  if (wronglyAllowed === undefined) refusals.push(refusal('wrongly_allowed', 'noYesOrNo'));
  if (wronglyAllowed === true && booking?.allowed !== true) refusals.push(refusal('wrongly_allowed', 'notAllowed'));
  if (happened === null || !kind || wronglyAllowed === undefined) return refuse(...refusals);
  return acceptUnless(refusals, { siteId: form.site, bookingId: booking?.id ?? null, happenedOn: happened, kind, wronglyAllowed, what, learned });
}

function asked(field: string, text: string, name: Sentence): Refusal[] {
  return [...refusedText(field, text, limits.text, sentence(name)), ...refusedPersonal(field, text)];
}

function line(field: string, text: string, limit: number, name: Sentence): Refusal[] {
  if (text.includes('\n')) return [refusal(field, name)];
  return text.includes('@') ? [refusal(field, 'isAddress')] : [...refusedText(field, text, limit, sentence(name)), ...refusedPersonal(field, text)];
}

function dayOrNone(typed: Typed): Day | null {
  return typed === undefined || typed === 'empty' ? null : typed;
}

function orNone(text: string): string | null {
  return text === '' ? null : text;
}
