import type { Role } from '../../kernel/access.ts';
import { daysAfter, daysBetween, type Day } from '../../kernel/year.ts';

/** What somebody may have to be reminded of, and what only stands in calendars. */
export const dueKinds = ['paper', 'recommendation'] as const;
export const itemKinds = [...dueKinds, 'meeting'] as const;

export type DueKind = (typeof dueKinds)[number];
export type ItemKind = (typeof itemKinds)[number];

/** One reminder of a kind of thing: so many days after it is due (before, when negative), to those with these roles at the body. */
export type Step = {
  readonly kind: DueKind; readonly days: number; readonly roles: readonly Role[];
  /** Who gets it although they have switched reminders off. */
  readonly needed: readonly Role[];
};

const workers: readonly Role[] = ['prevent_lead', 'contributor'];
const lead: readonly Role[] = ['prevent_lead'];

/** Every reminder there is. From the day on which a thing is due its lead cannot do without. */
export const steps: readonly Step[] = [
  { kind: 'paper', days: -14, roles: workers, needed: [] },
  { kind: 'paper', days: -3, roles: workers, needed: [] },
  { kind: 'paper', days: 0, roles: workers, needed: lead },
  { kind: 'paper', days: 1, roles: lead, needed: lead },
  { kind: 'recommendation', days: -28, roles: workers, needed: [] },
  { kind: 'recommendation', days: -7, roles: workers, needed: [] },
  { kind: 'recommendation', days: 0, roles: workers, needed: lead },
  { kind: 'recommendation', days: 7, roles: [...lead, 'second_reader'], needed: lead },
];

/** A reminder that fell on one of so many days before today, while nothing ran, is made up for. */
export const daysBack = 7;

/** The digest to the body above: each Monday, to its leads, of what is overdue or due within so many days at the bodies below, as far as bodies above may see it. */
export const digest = { kinds: ['recommendation'] satisfies readonly DueKind[], roles: lead, daysAhead: 14, lines: 20 };

export type Reminder = { readonly day: Day; readonly step: Step };

/** When whom to remind of a thing, the first day first. */
export function remindersOf(kind: ItemKind, dueOn: Day): readonly Reminder[] {
  return steps.filter((step) => step.kind === kind).map((step) => ({ day: daysAfter(dueOn, step.days), step }));
}

/** What has to be sent of a thing on a day on which nothing was sent yet: the latest reminder, if it is not too old. */
export function reminderOn(kind: ItemKind, dueOn: Day, today: Day): Reminder | undefined {
  return remindersOf(kind, dueOn).findLast(({ day }) => day <= today && daysBetween(day, today) <= daysBack);
}

/** Whether a reminder goes to somebody with these roles. */
export function goesTo({ roles, needed }: Step, held: readonly Role[], wantsAll: boolean): boolean {
  return held.some((role) => roles.includes(role) && (wantsAll || needed.includes(role)));
}

/** The Monday of a day's week. 1 January 1970 was a Thursday. */
export function mondayOf(day: Day): Day {
  const sinceMonday = (Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + 3) % 7;
  return daysAfter(day, -sinceMonday);
}
