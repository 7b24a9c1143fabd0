import { daysBetween, yearContaining, type Day, type Year } from '../../kernel/year.ts';
import type { BookingOutcome } from './rules-keys.ts';

/** A booking as the numbers count it. */
export type Counted = {
  readonly site: string; readonly department: string | null; readonly receivedOn: Day; readonly eventOn: Day; readonly outcome: BookingOutcome | null; readonly byRule: boolean; readonly decidedOn: Day | null;
  readonly overturned: boolean; readonly wronglyAllowed: boolean; readonly withdrawnLate: boolean;
};

export type Numbers = {
  readonly bookings: number; readonly waiting: number; readonly approved: number; readonly withConditions: number; readonly refused: number; readonly cancelled: number; readonly withdrawn: number;
  readonly byRule: number; readonly byKeys: number;
  /** Withdrawn by the hirer once questions had been asked. */
  readonly withdrawnLate: number;
  /** Refused although they should not have been: overturned on review, or undecided when the event came. */
  readonly overturned: number; readonly undecided: number;
  /** Allowed although they should not have been, as an incident showed. */
  readonly wronglyAllowed: number;
  /** Of those that two departments decided: days from the booking to the decision. */
  readonly medianDays: number | null; readonly longestDays: number | null;
};

/** A booking that nobody decided before its event came is a refusal that nobody gave a ground for. */
export function isUndecided({ outcome, eventOn }: Pick<Counted, 'outcome' | 'eventOn'>, today: Day): boolean {
  return outcome === null && eventOn < today;
}

export function numbersOf(bookings: readonly Counted[], today: Day): Numbers {
  const count = (is: (booking: Counted) => boolean) => bookings.filter(is).length;
  const isDecided = ({ outcome, byRule, decidedOn }: Counted) => !byRule && decidedOn !== null && outcome !== 'withdrawn';
  const days = bookings.filter(isDecided).flatMap(({ receivedOn, decidedOn }) => (decidedOn === null ? [] : [daysBetween(receivedOn, decidedOn)])).toSorted((a, b) => a - b);
  const outcome = (named: BookingOutcome) => count((booking) => booking.outcome === named);
  return {
    bookings: bookings.length, waiting: count((booking) => booking.outcome === null && !isUndecided(booking, today)),
    approved: outcome('approved'), withConditions: outcome('conditions'), refused: outcome('refused'), cancelled: outcome('cancelled'), withdrawn: outcome('withdrawn'),
    byRule: count(({ byRule }) => byRule), byKeys: count(isDecided), withdrawnLate: count(({ withdrawnLate }) => withdrawnLate),
    overturned: count(({ overturned }) => overturned), undecided: count((booking) => isUndecided(booking, today)), wronglyAllowed: count(({ wronglyAllowed }) => wronglyAllowed),
    medianDays: medianOf(days), longestDays: days.at(-1) ?? null,
  };
}

/** The numbers of each site or each department, in the order of their names; those of no department last. */
export function numbersBy(bookings: readonly Counted[], part: 'site' | 'department', today: Day): readonly (Numbers & { readonly part: string | null })[] {
  return [...Map.groupBy(bookings, (booking) => booking[part])].toSorted(([a], [b]) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
    .map(([name, group]) => ({ part: name, ...numbersOf(group, today) }));
}

/** The financial years that bookings came in, the latest first. */
export function yearsOf(bookings: readonly Pick<Counted, 'receivedOn'>[], today: Day): Year[] {
  return [...new Set([yearContaining(today), ...bookings.map(({ receivedOn }) => yearContaining(receivedOn))])].toSorted().reverse();
}

function medianOf(sorted: readonly number[]): number | null {
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
