import { acceptUnless, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import { refusedText, tidied } from '../../kernel/text.ts';
import { daysAfter, daysBetween, type Day } from '../../kernel/year.ts';
import type { Words } from '../../words/index.ts';

/** As the database's checks have them (migrations/0030-venue-hire.sql). */
export const limits = { reference: 30, short: 300, said: 1000, text: 2000, route: 500, people: 200_000 };

/** Who books and what for: recorded for the count by kind, and asked about by no rule. */
export const bookers = ['public_body', 'charity', 'company', 'community_group', 'party_or_candidate', 'private_person'] as const;
export const eventKinds = ['meeting', 'talk', 'class', 'social', 'performance', 'market', 'other'] as const;
export const admissions = ['invited', 'ticketed', 'open'] as const;

/** The lawful grounds on which a concern may be raised and a hire refused. Opinion that is lawful is none. */
export const grounds = ['unlawful', 'proscribed', 'disorder', 'safety', 'terms', 'damage'] as const;

/** Why a booking is not ordinary. */
export const triggers = ['details', 'terms', 'large', 'first', 'short', 'concern', 'corrected'] as const;

/** What the checklist asks of every booking that is not ordinary: the same of each. */
export const checkItems = ['purpose', 'for_whom', 'publicity', 'sources', 'registers', 'earlier_hires', 'safety'] as const;
export const findings = ['clear', 'question', 'not_found'] as const;

export type Booker = (typeof bookers)[number];
export type EventKind = (typeof eventKinds)[number];
export type Admission = (typeof admissions)[number];
export type Ground = (typeof grounds)[number];
export type Trigger = (typeof triggers)[number];
export type CheckItem = (typeof checkItems)[number];
export type Finding = (typeof findings)[number];

/** The facts that the rules go by. There is no field for who hires, speaks or comes, and kind and topic are not among these. */
export type TriageFacts = {
  readonly size: number; readonly admission: Admission; readonly hiredBefore: boolean; readonly detailsHeld: boolean; readonly termsAccepted: boolean;
  readonly concern: Ground | null; readonly receivedOn: Day; readonly eventOn: Day; readonly largeFrom: number;
};

export type Facts = Omit<TriageFacts, 'largeFrom'> & { readonly reference: string; readonly bookedBy: Booker; readonly eventKind: EventKind };

export type FactsForm = {
  readonly reference: string; readonly event: Day | undefined; readonly bookedBy: string; readonly eventKind: string; readonly size: string; readonly admission: string;
  readonly hiredBefore: string; readonly detailsHeld: string; readonly termsAccepted: string; readonly concern: string;
};

export type Room = { readonly capacity: number };

/** So many days before its event, a first hire is at short notice. */
const shortNoticeDays = 5;
/** A decision is due so many days after the booking came, and so many before the event, whichever is first. */
const daysToDecide = 10;
const daysBeforeEvent = 2;

/** A title and a word with a capital after it. */
const titled = /\b(?:[Mm](?:r|rs|s|iss|x)|[Dd]r|[Rr]ev(?:erend)?|[Ii]mam|[Rr]abbi|[Ss]h(?:e|a)[iy]kh|[Pp]astor|[Ff]ather|[Bb]ishop|[Pp]andit|[Ss]wami|[Mm]aulana|[Mm]ufti|[Cc](?:ouncillor|llr)|[Pp]rof(?:essor)?|[Ss]ir|[Ll](?:ady|ord))\.? \p{Lu}\p{L}+/u;

/** What makes a booking more than ordinary, in the order of `triggers`; nothing: it is approved in one step. @param afterKey it is corrected after somebody had decided */
export function triageOf(facts: TriageFacts, afterKey = false): Trigger[] {
  const open = facts.admission === 'open';
  const found: Readonly<Record<Trigger, boolean>> = {
    details: !facts.detailsHeld, terms: !facts.termsAccepted, large: open && facts.size >= facts.largeFrom, first: open && !facts.hiredBefore,
    short: !facts.hiredBefore && daysBetween(facts.receivedOn, facts.eventOn) < shortNoticeDays, concern: facts.concern !== null, corrected: afterKey,
  };
  return triggers.filter((trigger) => found[trigger]);
}

/** What has to be looked at: all of the checklist or, where the booking is ordinary, nothing. */
export function questionsOf(triggers: readonly Trigger[]): readonly CheckItem[] {
  return triggers.length === 0 ? [] : checkItems;
}

/** The day by which a decision is due: never after the event, and never before the booking came. */
export function decideBy(receivedOn: Day, eventOn: Day): Day {
  const [byCare, byEvent] = [daysAfter(receivedOn, daysToDecide), daysAfter(eventOn, -daysBeforeEvent)];
  const first = byCare < byEvent ? byCare : byEvent;
  return first < receivedOn ? receivedOn : first;
}

/** A booking as the form states it, or each thing to mend. */
export function factsFrom(form: FactsForm, room: Room | undefined, today: Day): Outcome<Facts> {
  const [bookedBy, eventKind, admission] = [bookers.find((one) => one === form.bookedBy), eventKinds.find((one) => one === form.eventKind), admissions.find((one) => one === form.admission)];
  const [hiredBefore, detailsHeld, termsAccepted] = [yesOrNo(form.hiredBefore), yesOrNo(form.detailsHeld), yesOrNo(form.termsAccepted)];
  const [reference, size, event] = [referenceFrom(form.reference), numberFrom(form.size, limits.people), form.event];
  const concern = grounds.find((one) => one === form.concern) ?? (form.concern === 'none' ? null : undefined);
  const refusals: Refusal[] = [...reference.accepted ? [] : reference.refusals];
  if (!room) refusals.push(refusal('site', 'noSite'));
  if (!event) refusals.push(refusal('event-day', 'noEventDay'));
  else if (event < today) refusals.push(refusal('event-day', 'pastEvent'));
  if (!bookedBy) refusals.push(refusal('booked_by', 'noBooker'));
  if (!eventKind) refusals.push(refusal('event_kind', 'noEventKind'));
  if (size === undefined || size < 1) refusals.push(refusal('size', 'noSize'));
  else if (room && size > room.capacity) refusals.push({ field: 'size', say: ({ venueHire }) => venueHire.refusals.tooMany(room.capacity) });
  if (!admission) refusals.push(refusal('admission', 'noAdmission'));
  for (const [field, answer] of [['hired_before', hiredBefore], ['details_held', detailsHeld], ['terms_accepted', termsAccepted]] as const) if (answer === undefined) refusals.push(refusal(field, 'noYesOrNo'));
  if (concern === undefined) refusals.push(refusal('concern', 'noConcern'));
  if (!reference.accepted || !event || !bookedBy || !eventKind || size === undefined || !admission || hiredBefore === undefined || detailsHeld === undefined || termsAccepted === undefined || concern === undefined) return refuse(...refusals);
  return acceptUnless(refusals, { reference: reference.value, receivedOn: today, eventOn: event, bookedBy, eventKind, size, admission, hiredBefore, detailsHeld, termsAccepted, concern });
}

/** The booking system's own reference: a short code with a digit in it, so that nobody's name fits, and no date. */
export function referenceFrom(written: string): Outcome<string> {
  const reference = tidied(written).toUpperCase();
  if (reference === '') return refuse(refusal('reference', 'noReference'));
  if (isDate(reference)) return refuse(refusal('reference', 'referenceIsDate'));
  if (!/^[A-Z0-9][A-Z0-9/-]{2,29}$/.test(reference) || !/\d/.test(reference)) return refuse(refusal('reference', 'referenceIsName'));
  if (/^(?:CASE|CHANNEL|CHAN|CHN|PCMT|CMIS|REF(?:ERRAL)?|PREV(?:ENT)?|PRV|CRIME|CAD|CRN|URN|PNC|NICHE)(?![A-Z])/.test(reference)) return refuse(refusal('reference', 'referenceIsCase'));
  return acceptUnless([], reference);
}

export type Check = { readonly item: CheckItem; readonly found: Finding; readonly said: string };

/** What was looked at and what it showed: every item, with a short reason wherever it is not clear. */
export function checksFrom(written: (item: CheckItem) => { readonly found: string; readonly said: string }): Outcome<readonly Check[]> {
  const refusals: Refusal[] = [];
  const checks = checkItems.flatMap((item): Check[] => {
    const [found, said] = [findings.find((one) => one === written(item).found), tidied(written(item).said)];
    if (!found) refusals.push(refusal(`found-${item}`, 'noFinding'));
    refusals.push(...refusedText(`said-${item}`, said, limits.short, found && found !== 'clear' ? sentence('noCheckReason') : undefined), ...refusedPersonal(`said-${item}`, said));
    return found ? [{ item, found, said }] : [];
  });
  return acceptUnless(refusals, checks);
}

/** Whether a decision can still be made: what nobody decided in time stands among what is decided, as an error. */
export function isOpen({ asking, eventOn }: { readonly asking: string | null; readonly eventOn: Day }, today: Day): boolean {
  return asking !== null && today <= eventOn;
}

/** How near the event is, and so who is told while a decision is open. Nothing is ever decided by waiting. */
export const urgencies = ['in_time', 'soon', 'late', 'last_days', 'past'] as const;
export type Urgency = (typeof urgencies)[number];

export function urgencyOf(open: { readonly decideBy: Day; readonly eventOn: Day }, today: Day): Urgency {
  if (today > open.eventOn) return 'past';
  if (daysBetween(today, open.eventOn) <= daysBeforeEvent) return 'last_days';
  if (today > open.decideBy) return 'late';
  return daysBetween(today, open.decideBy) <= 3 ? 'soon' : 'in_time';
}

/** A text that looks like a date of birth or like one person's title and name. The pipeline has looked for identifiers before. */
export function refusedPersonal(field: string, text: string): Refusal[] {
  if (titled.test(text)) return [refusal(field, 'namesSomebody')];
  return /(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}(?!\d)/.test(text) ? [refusal(field, 'holdsDate')] : [];
}

/** A whole number as it is written, up to the most that is kept. */
export function numberFrom(written: string, most: number): number | undefined {
  const number = /^\d{1,6}$/.test(written.trim()) ? Number(written.trim()) : undefined;
  return number !== undefined && number <= most ? number : undefined;
}

export function yesOrNo(written: string): boolean | undefined {
  return written === 'yes' ? true : written === 'no' ? false : undefined;
}

export type Sentence = { [Name in keyof Words['venueHire']['refusals']]: Words['venueHire']['refusals'][Name] extends string ? Name : never }[keyof Words['venueHire']['refusals']];

export function sentence(name: Sentence): Refusal['say'] {
  return ({ venueHire }) => venueHire.refusals[name];
}

export function refusal(field: string, name: Sentence): Refusal {
  return { field, say: sentence(name) };
}

function isDate(text: string): boolean {
  return /^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}$|^\d{4}[/-]\d{1,2}[/-]\d{1,2}$|^(?:19|20)\d{6}$|^\d{2}(?:0[1-9]|1[0-2])(?:19|20)\d{2}$/.test(text);
}
