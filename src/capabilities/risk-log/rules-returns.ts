import { accept, acceptUnless, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import { daysAfter, daysBetween, quarterOf, type Day, type Quarter } from '../../kernel/year.ts';
import { refusal, type RiskText, type Score } from './rules.ts';

/** A quarter of an area's calendar. Reminder days count from the due day: -14 is two weeks before it. */
export type SetQuarter = {
  readonly quarter: Quarter; readonly opensOn: Day; readonly dueOn: Day; readonly reminderDays: readonly number[];
  /** Whether it asks the body that sets it, too, where that has bodies below it. */
  readonly asksSetter?: boolean;
};

/** What of a return that was sent says when it came. */
export type Sent = { readonly sentOn: Day; readonly dueOn: Day; readonly kind: 'log' | 'nil' };

/** How one body's return for one quarter stands. `nil`: it says that there is nothing to report. */
export type Timeliness =
  | { readonly is: 'on time'; readonly nil: boolean }
  | { readonly is: 'late'; readonly days: number; readonly nil: boolean }
  | { readonly is: 'missing'; readonly days: number }
  | { readonly is: 'not yet due'; readonly dueOn: Day }
  | { readonly is: 'not asked' };

/** What a return says of a risk since the return before. */
export const standings = ['unchanged', 'reworded', 'rescored', 'new', 'closed'] as const;

export type Standing = (typeof standings)[number];

/** A risk as it stands in the log, as far as a return depends on it. */
export type Logged = RiskText & { readonly closedOn: Day | null; readonly closedReason: string | null; readonly scoringNumber: number; readonly scoringReason: string | null };

/** The same risk in the last return that holds it. */
export type Before = RiskText & { readonly standing: Standing; readonly scoringNumber: number; readonly residual: Score };

/** `waits`: nothing happened to it, and nobody has said yet that it is unchanged. `past`: it was closed in an earlier return. */
export type Place = { readonly is: Standing; readonly reason: string | null } | { readonly is: 'waits' } | { readonly is: 'past' };

export type CalendarForm = { readonly quarter: string; readonly opens: Day | undefined; readonly due: Day | undefined; readonly before: string; readonly after: string; readonly own: string };

/** What was sent counts by the due day that it carries; what was not sent, by the calendar. */
export function timelinessOf(set: Pick<SetQuarter, 'dueOn'> | undefined, sent: Sent | undefined, today: Day): Timeliness {
  if (sent) {
    const [days, nil] = [daysBetween(sent.dueOn, sent.sentOn), sent.kind === 'nil'];
    return days > 0 ? { is: 'late', days, nil } : { is: 'on time', nil };
  }
  if (!set) return { is: 'not asked' };
  const days = daysBetween(set.dueOn, today);
  return days > 0 ? { is: 'missing', days } : { is: 'not yet due', dueOn: set.dueOn };
}

/** Of the returns that are due, how many came on time. What came before its due day counts as due. */
export function shareOnTime(list: Iterable<Timeliness>): { readonly onTime: number; readonly due: number } {
  let [onTime, due] = [0, 0];
  for (const { is } of list) {
    if (is === 'on time') onTime += 1;
    if (is === 'on time' || is === 'late' || is === 'missing') due += 1;
  }
  return { onTime, due };
}

/** The days on which those who have not sent are reminded, in their order. */
export function remindersOf({ dueOn, reminderDays }: Pick<SetQuarter, 'dueOn' | 'reminderDays'>): readonly Day[] {
  return [...new Set(reminderDays)].sort((a, b) => a - b).map((days) => daysAfter(dueOn, days));
}

/** Where a risk stands in a return that is being made: what happened to it speaks for itself, and only quiet has to be confirmed. */
export function placeOf(now: Logged, before: Before | null, isConfirmed: boolean): Place {
  if (before?.standing === 'closed') return { is: 'past' };
  if (now.closedOn !== null) return { is: 'closed', reason: now.closedReason };
  if (!before) return { is: 'new', reason: null };
  if (now.scoringNumber > before.scoringNumber) return { is: 'rescored', reason: now.scoringReason };
  if (isReworded(now, before)) return { is: 'reworded', reason: null };
  return isConfirmed ? { is: 'unchanged', reason: null } : { is: 'waits' };
}

/** Whether a return for a quarter can be begun: it is asked for, it is open, and no later one has been sent. */
export function mayBegin(name: string, calendar: readonly SetQuarter[], sentQuarters: readonly Quarter[], today: Day): Outcome<SetQuarter> {
  const quarter = quarterOf(name);
  const set = calendar.find((one) => one.quarter === quarter);
  if (!quarter || !set) return refuse(refusal('quarter', 'noSuchQuarter'));
  if (set.opensOn > today) return refuse(refusal('quarter', 'notOpenYet'));
  return sentQuarters.some((sent) => sent > quarter) ? refuse(refusal('quarter', 'laterSent')) : accept(set);
}

/** A quarter of the calendar as a form has it: two lists of days, before and after the due day. */
export function quarterFrom(form: CalendarForm): Outcome<SetQuarter> {
  const [quarter, before, after] = [quarterOf(form.quarter), daysIn(form.before), daysIn(form.after)];
  const { opens, due } = form;
  const refusals: Refusal[] = [];
  if (!quarter) refusals.push(refusal('quarter', 'noQuarter'));
  if (!opens) refusals.push(refusal('opens-day', 'noOpening'));
  if (!due || (opens && due < opens)) refusals.push(refusal('due-day', 'noDue'));
  if (!before) refusals.push(refusal('before', 'badDays'));
  if (!after) refusals.push(refusal('after', 'badDays'));
  if (!quarter || !opens || !due || !before || !after) return refuse(...refusals);
  const reminderDays = [...new Set([...before.map((days) => 0 - days), ...after])].sort((a, b) => a - b);
  return acceptUnless(refusals, { quarter, opensOn: opens, dueOn: due, reminderDays, asksSetter: form.own === 'yes' });
}

function isReworded(now: Logged, before: Before): boolean {
  const same = (['theme', 'cause', 'event', 'effect', 'controls', 'ownerRole', 'publicSummary', 'nextReviewOn', 'marking'] as const).every((field) => now[field] === before[field]);
  return !same || now.benchmarkCodes.join() !== before.benchmarkCodes.join();
}

/** "14, 7, 1": at most six whole numbers up to 60, or nothing. */
function daysIn(text: string): number[] | undefined {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  return parts.length <= 6 && parts.every((part) => /^\d{1,2}$/.test(part) && Number(part) <= 60) ? parts.map(Number) : undefined;
}
