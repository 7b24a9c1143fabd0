import { acceptUnless, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import { refusedText, tidied } from '../../kernel/text.ts';
import { quarterContaining, quarterOf, type Day, type Quarter } from '../../kernel/year.ts';
import type { Words } from '../../words/index.ts';

/** As the database's checks have them (migrations/0033-channel.sql). */
export const limits = { reason: 1000, body: 200, short: 120, reviews: 9999, share: 500 };

export const offices = ['chair', 'deputy'] as const;
export type Office = (typeof offices)[number];

/** Who came for a seat: whoever holds it, somebody in their place, or nobody. */
export const presences = ['present', 'substitute', 'absent'] as const;
export type Presence = (typeof presences)[number];

/** Run here; or another body's, with what is known of why and whose. */
export type Panel = { readonly runHere: true } | { readonly runHere: false; readonly reason: string | null; readonly leadBody: string | null };

export type OfficeEntry = { readonly office: Office; readonly role: string; readonly appointedOn: Day; readonly trainedOn: Day | null; readonly trainingDueOn: Day | null };

export type Seat = { readonly agency: string; readonly role: string };

export type Agreement = { readonly agreedOn: Day; readonly expiresOn: Day };

export type Reviews = { readonly quarter: Quarter; readonly due: number; readonly onTime: number };

/** A day of a form; "empty" where it may be left out. */
type Given = Day | 'empty' | undefined;

type Sentence = keyof Words['channel']['refused'];

/** The reason must be given, or said to be unknown; the lead body may be unknown then. */
export function panelFrom(form: { readonly here: string; readonly reason: string; readonly leadBody: string; readonly notStated: boolean }): Outcome<Panel> {
  if (form.here === 'yes') return acceptUnless([], { runHere: true });
  if (form.here !== 'no') return refuse(refusal('here', 'noPanel'));
  const [reason, leadBody] = [tidied(form.reason), oneLine(form.leadBody)];
  const refusals = [...refusedText('reason', reason, limits.reason), ...refusedText('lead_body', leadBody, limits.body)];
  if (reason === '' && !form.notStated) refusals.push(refusal('reason', 'noReason'));
  if (reason !== '' && form.notStated) refusals.push(refusal('reason', 'reasonAndNone'));
  if (leadBody === '' && !form.notStated) refusals.push(refusal('lead_body', 'noLeadBody'));
  return acceptUnless(refusals, { runHere: false, reason: orNull(reason), leadBody: orNull(leadBody) });
}

export function officeFrom(form: { readonly office: string; readonly role: string; readonly appointed: Given; readonly trained: Given; readonly trainingDue: Given }, today: Day): Outcome<OfficeEntry> {
  const [office, role, appointed] = [offices.find((one) => one === form.office), oneLine(form.role), dayIn(form.appointed)];
  const [trainedOn, trainingDueOn] = [dayIn(form.trained), dayIn(form.trainingDue)];
  const refusals = roleFaults('office_role', role);
  if (!office) refusals.push(refusal('office', 'noOffice'));
  if (!appointed || appointed > today) refusals.push(refusal('appointed-day', 'noAppointed'));
  if (trainedOn === undefined || (trainedOn !== null && trainedOn > today)) refusals.push(refusal('trained-day', 'badTrained'));
  if (trainingDueOn === undefined || (trainingDueOn !== null && !(trainedOn && trainingDueOn > trainedOn))) refusals.push(refusal('training_due-day', 'badTrainingDue'));
  if (!office || !appointed || trainedOn === undefined || trainingDueOn === undefined) return refuse(...refusals);
  return acceptUnless(refusals, { office, role, appointedOn: appointed, trainedOn, trainingDueOn });
}

export function seatFrom(form: { readonly agency: string; readonly role: string }): Outcome<Seat> {
  const [agency, role] = [oneLine(form.agency), oneLine(form.role)];
  const refusals = agency.includes('@') ? [refusal('agency', 'isAddress')] : refusedText('agency', agency, limits.short, (words) => words.channel.refused.noAgency);
  return acceptUnless([...refusals, ...roleFaults('seat_role', role)], { agency, role });
}

export type Attended = { readonly held: boolean; readonly presences: ReadonlyMap<string, Presence> };

/** Whether a meeting was held, and then who came for each seat; nothing before its day. */
export function attendanceFrom(form: { readonly held: string; readonly presenceOf: (seatId: string) => string }, meetsOn: Day, seatIds: readonly string[], today: Day): Outcome<Attended> {
  if (meetsOn > today) return refuse(refusal('held', 'notYet'));
  if (form.held !== 'yes' && form.held !== 'no') return refuse(refusal('held', 'noHeld'));
  if (form.held === 'no') return acceptUnless([], { held: false, presences: new Map() });
  const found = seatIds.map((id) => [id, presences.find((one) => one === form.presenceOf(id))] as const);
  const refusals = found.filter(([, presence]) => !presence).map(([id]) => refusal(`seat-${id}`, 'noPresence'));
  return acceptUnless(refusals, { held: true, presences: new Map(found.flatMap(([id, presence]) => (presence ? [[id, presence] as const] : []))) });
}

export function agreementFrom(form: { readonly agreed: Day | undefined; readonly expires: Day | undefined }, today: Day): Outcome<Agreement> {
  const { agreed, expires } = form;
  const refusals: Refusal[] = [];
  if (!agreed || agreed > today) refusals.push(refusal('agreed-day', 'noAgreed'));
  if (!expires) refusals.push(refusal('expires-day', 'noExpires'));
  else if (agreed && expires <= agreed) refusals.push(refusal('expires-day', 'expiresFirst'));
  return agreed && expires ? acceptUnless(refusals, { agreedOn: agreed, expiresOn: expires }) : refuse(...refusals);
}

/** Whole numbers for a quarter that has begun; never more on time than fell due. */
export function reviewsFrom(form: { readonly quarter: string; readonly due: string; readonly onTime: string }, today: Day): Outcome<Reviews> {
  const [quarter, due, onTime] = [quarterOf(form.quarter), countIn(form.due), countIn(form.onTime)];
  const refusals: Refusal[] = [];
  if (!quarter || quarter > quarterContaining(today)) refusals.push(refusal('quarter', 'noQuarter'));
  if (due === undefined) refusals.push(refusal('reviews_due', 'noCount'));
  if (onTime === undefined) refusals.push(refusal('reviews_on_time', 'noCount'));
  else if (due !== undefined && onTime > due) refusals.push(refusal('reviews_on_time', 'moreOnTime'));
  return quarter && due !== undefined && onTime !== undefined ? acceptUnless(refusals, { quarter, due, onTime }) : refuse(...refusals);
}

/** Past its day; the day itself still counts. */
export function isOver(day: Day | null, today: Day): boolean {
  return day !== null && day < today;
}

export function refusal(field: string, sentence: Sentence): Refusal {
  return { field, say: ({ channel }) => channel.refused[sentence] };
}

export function roleFaults(field: string, role: string): Refusal[] {
  if (role.includes('@')) return [refusal(field, 'isAddress')];
  return refusedText(field, role, limits.short, (words) => words.channel.refused.noRole);
}

export const oneLine = (text: string) => tidied(text).replace(/\s+/g, ' ');
const orNull = (text: string) => (text === '' ? null : text);
const dayIn = (given: Given) => (given === 'empty' ? null : given);

function countIn(text: string): number | undefined {
  return /^\s*\d{1,4}\s*$/.test(text) ? Number(text) : undefined;
}
