import type { Id } from '../../kernel/id.ts';
import { acceptUnless, refuse, type Outcome } from '../../kernel/outcome.ts';
import { refusedText, tidied } from '../../kernel/text.ts';
import type { Day } from '../../kernel/year.ts';
import { factsFrom, limits, refusal, refusedPersonal, sentence, type Facts, type FactsForm, type Room } from './rules.ts';

/** What may be put right of what was taken in, in the order of the form. */
export const correctables = ['reference', 'site', 'event', 'size', 'admission', 'hired_before', 'details_held', 'terms_accepted', 'concern', 'booked_by', 'event_kind'] as const;
export type Correctable = (typeof correctables)[number];

/** What people decided by: where one of these is corrected, they look and decide again. As migrations/0036-officer-and-corrections.sql has it. */
const voiding: readonly Correctable[] = ['site', 'event', 'size', 'admission', 'concern', 'booked_by', 'event_kind'];

export type TakenIn = Facts & { readonly siteId: Id };
export type CorrectionForm = FactsForm & { readonly site: string; readonly reason: string };

export type Correction = {
  /** As they are now; the day on which it was taken in stands. */
  readonly facts: Facts;
  readonly siteId: Id; readonly changed: readonly Correctable[]; readonly reason: string;
  /** Whether what was looked at and decided before counts no more. */
  readonly voids: boolean;
};

/** A correction as the form states it, or each thing to mend. */
export function correctionFrom(form: CorrectionForm, taken: TakenIn, site: (Room & { readonly id: Id }) | undefined, today: Day): Outcome<Correction> {
  const [written, reason] = [factsFrom(form, site, today), tidied(form.reason)];
  const refusals = [...(written.accepted ? [] : written.refusals), ...refusedText('reason', reason, limits.said, sentence('noCorrectionReason')), ...refusedPersonal('reason', reason)];
  if (!written.accepted || !site) return refuse(...refusals);
  const facts: Facts = { ...written.value, receivedOn: taken.receivedOn };
  const [before, after] = [answersOf(taken), answersOf({ ...facts, siteId: site.id })];
  const changed = correctables.filter((one) => before[one] !== after[one]);
  if (changed.length === 0) refusals.push(refusal('reference', 'nothingCorrected'));
  return acceptUnless(refusals, { facts, siteId: site.id, changed, reason, voids: changed.some((one) => voiding.includes(one)) });
}

/** What was taken in, as its form would state it. */
export function formFrom(taken: TakenIn): CorrectionForm {
  const yesNo = (answer: boolean) => (answer ? 'yes' : 'no');
  return {
    reference: taken.reference, site: taken.siteId, event: taken.eventOn, size: String(taken.size), admission: taken.admission, hiredBefore: yesNo(taken.hiredBefore), detailsHeld: yesNo(taken.detailsHeld),
    termsAccepted: yesNo(taken.termsAccepted), concern: taken.concern ?? 'none', bookedBy: taken.bookedBy, eventKind: taken.eventKind, reason: '',
  };
}

function answersOf(taken: TakenIn): Readonly<Record<Correctable, unknown>> {
  const { reference, siteId: site, eventOn: event, size, admission, hiredBefore, detailsHeld, termsAccepted, concern, bookedBy, eventKind } = taken;
  return { reference, site, event, size, admission, hired_before: hiredBefore, details_held: detailsHeld, terms_accepted: termsAccepted, concern, booked_by: bookedBy, event_kind: eventKind };
}
