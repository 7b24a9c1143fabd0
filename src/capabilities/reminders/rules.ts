import type { Role } from '../../kernel/access.ts';
import { daysAfter, daysBetween, type Day } from '../../kernel/year.ts';

/** What somebody may have to be reminded of, and what only stands in calendars. Some of it takes weeks to put right. */
const inGoodTime = ['recommendation', 'agreement', 'training', 'statement', 'filtering', 'partner_check'] as const;
/** The meetings of committees and of a Channel panel. */
export const meetingKinds = ['meeting', 'panel_meeting'] as const;
export const dueKinds = ['return', 'paper', 'booking', ...inGoodTime] as const;
export const itemKinds = [...dueKinds, ...meetingKinds] as const;

export type DueKind = (typeof dueKinds)[number];
export type ItemKind = (typeof itemKinds)[number];

/** Before the day on which a thing is due, on it, and after it. */
export type Phase = 'before' | 'on' | 'after';

/** Whom to remind of a kind of thing in one phase, and on which days from the day on which it is due, unless the thing has days of its own. */
export type Plan = {
  readonly kind: DueKind; readonly phase: Phase; readonly days: readonly number[]; readonly roles: readonly Role[];
  /** Who gets it although they have switched reminders off. */
  readonly needed: readonly Role[];
};

const workers: readonly Role[] = ['prevent_lead', 'contributor'];
const lead: readonly Role[] = ['prevent_lead'];
const bookers: readonly Role[] = [...workers, 'bookings_officer'];

/** Every reminder there is. From the day on which a thing is due its lead cannot do without. */
export const plans: readonly Plan[] = [
  { kind: 'return', phase: 'before', days: [-14, -3], roles: workers, needed: [] },
  { kind: 'return', phase: 'on', days: [0], roles: workers, needed: lead },
  { kind: 'return', phase: 'after', days: [1, 7], roles: [...lead, 'second_reader'], needed: lead },
  { kind: 'paper', phase: 'before', days: [-14, -3], roles: workers, needed: [] },
  { kind: 'paper', phase: 'on', days: [0], roles: workers, needed: lead },
  { kind: 'paper', phase: 'after', days: [1], roles: lead, needed: lead },
  ...inGoodTime.flatMap((kind): Plan[] => [
    { kind, phase: 'before', days: [-28, -7], roles: workers, needed: [] },
    { kind, phase: 'on', days: [0], roles: workers, needed: lead },
    { kind, phase: 'after', days: [7], roles: [...lead, 'second_reader'], needed: lead },
  ]),
  // A booking that waits is told of in days, not weeks, and once it is overdue to everybody who may decide.
  { kind: 'booking', phase: 'before', days: [-2], roles: bookers, needed: [] },
  { kind: 'booking', phase: 'on', days: [0], roles: bookers, needed: bookers },
  { kind: 'booking', phase: 'after', days: [1, 2, 4, 7], roles: [...bookers, 'second_reader'], needed: bookers },
];

/** A reminder that fell on one of so many days before today, while nothing ran, is made up for. */
export const daysBack = 7;

/** The digest to the body above: each Monday, to its leads, of what is overdue or due within so many days at the bodies below, as far as bodies above may see it. */
export const digest = { kinds: ['return', 'recommendation'] satisfies readonly DueKind[], roles: lead, daysAhead: 14, lines: 20 };

/** What can be due: its kind, its day, and its own days of reminders where it has some. */
export type Due = { readonly kind: ItemKind; readonly dueOn: Day; readonly reminderDays: readonly number[] | null };

export type Reminder = { readonly day: Day; readonly plan: Plan };

/** When whom to remind of a thing, the first day first. */
export function remindersOf({ kind, dueOn, reminderDays }: Due): readonly Reminder[] {
  return plans.filter((plan) => plan.kind === kind)
    .flatMap((plan) => (reminderDays ?? plan.days).filter((days) => phaseOf(days) === plan.phase).map((days) => ({ day: daysAfter(dueOn, days), plan })))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** What has to be sent of a thing on a day on which nothing was sent yet: the latest reminder, if it is not too old. */
export function reminderOn(due: Due, today: Day): Reminder | undefined {
  return remindersOf(due).findLast(({ day }) => day <= today && daysBetween(day, today) <= daysBack);
}

/** Whether a reminder goes to somebody with these roles. */
export function goesTo({ roles, needed }: Plan, held: readonly Role[], wantsAll: boolean): boolean {
  return held.some((role) => roles.includes(role) && (wantsAll || needed.includes(role)));
}

/** What somebody with these roles is shown of what is due: who only takes bookings in, bookings alone. */
export function kindsFor(roles: readonly Role[]): readonly ItemKind[] {
  return roles.every((role) => role === 'bookings_officer') ? ['booking'] : itemKinds;
}

/** The Monday of a day's week. 1 January 1970 was a Thursday. */
export function mondayOf(day: Day): Day {
  const sinceMonday = (Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + 3) % 7;
  return daysAfter(day, -sinceMonday);
}

function phaseOf(days: number): Phase {
  if (days === 0) return 'on';
  return days < 0 ? 'before' : 'after';
}
