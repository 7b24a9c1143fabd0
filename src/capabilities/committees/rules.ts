import { accept, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import { daysBetween, yearOf, type Day, type Year } from '../../kernel/year.ts';

/** As the database's check has it (migrations/0013-outputs.sql). */
export const limits = { committee: 200 };

export type Meeting = { readonly committee: string; readonly meetsOn: Day; readonly papersDueOn: Day; readonly year: Year };

export type Standing = { readonly is: 'sent'; readonly on: Day } | { readonly is: 'due' | 'overdue'; readonly days: number };

/** How a meeting's paper stands on a day: sent, due in so many days, or overdue by so many. */
export function standingOf({ papersDueOn, sentOn }: Pick<Meeting, 'papersDueOn'> & { readonly sentOn: Day | null }, today: Day): Standing {
  if (sentOn !== null) return { is: 'sent', on: sentOn };
  const left = daysBetween(today, papersDueOn);
  return left < 0 ? { is: 'overdue', days: -left } : { is: 'due', days: left };
}

export type MeetingForm = { readonly committee: string; readonly meets: Day | undefined; readonly due: Day | undefined; readonly year: string };

export function meetingFrom(form: MeetingForm): Outcome<Meeting> {
  const [committee, year, { meets, due }] = [form.committee.trim().replace(/\s+/g, ' '), yearOf(form.year), form];
  const refusals: Refusal[] = [];
  if (committee === '' || committee.length > limits.committee || committee.includes('\0') || !committee.isWellFormed()) refusals.push({ field: 'committee', say: ({ meetings }) => meetings.badCommittee(limits.committee) });
  if (!year) refusals.push({ field: 'year', say: ({ meetings }) => meetings.noYear });
  if (!due) refusals.push({ field: 'due-day', say: ({ meetings }) => meetings.badDue });
  if (!meets || (due && meets < due)) refusals.push({ field: 'meets-day', say: ({ meetings }) => meetings.badMeets });
  if (refusals.length > 0 || !year || !meets || !due) return refuse(...refusals);
  return accept({ committee, year, meetsOn: meets, papersDueOn: due });
}
