import { acceptUnless, type Outcome } from '../../kernel/outcome.ts';
import { refusedText, tidied } from '../../kernel/text.ts';
import type { Release } from './release.ts';

/** As the database's check has it (migrations/0013-outputs.sql). */
export const limits = { reason: 1000 };

export type Change = { readonly title: string; readonly from: string; readonly to: string };

/** How a year differs from the one before: by benchmark, and only where both were assessed on one scale. */
export type Comparison =
  | { readonly is: 'nothing before' }
  | { readonly is: 'other scale'; readonly year: string; readonly edition: string }
  | { readonly is: 'compared'; readonly year: string; readonly changes: readonly Change[] };

/** @param earlier releases of the same body, the latest first. */
export function comparedWithBefore(release: Release, earlier: readonly Release[]): Comparison {
  const before = earlier.find(({ year }) => year < release.year);
  if (!before) return { is: 'nothing before' };
  const scaleOf = ({ scale }: Release) => scale.map(({ label }) => label).join('\n');
  const known = new Map(before.outcomes.map(({ title, label }) => [title, label]));
  const shared = release.outcomes.filter(({ title }) => known.has(title));
  if (scaleOf(before) !== scaleOf(release) || shared.length === 0) return { is: 'other scale', year: before.year, edition: before.edition.title };
  const changes = shared.flatMap(({ title, label }): Change[] => {
    const from = known.get(title);
    return from === undefined || from === label ? [] : [{ title, from, to: label }];
  });
  return { is: 'compared', year: before.year, changes };
}

export type Overdue = { readonly late: readonly { readonly text: string; readonly dueOn: string }[]; readonly closed: number; readonly withoutDay: number };

/**
 * What was overdue on the day of the release. Not on the day of reading: the release stands as it was, and would call
 * overdue what has been closed since.
 */
export function overdueIn({ recommendations, progress, released_on: day }: Pick<Release, 'recommendations' | 'progress' | 'released_on'>): Overdue {
  const of = new Map(progress.map((one) => [one.recommendation, one]));
  const lines = recommendations.map((text, at) => ({ text, closed: of.get(at + 1)?.closed ?? false, dueOn: of.get(at + 1)?.due_on ?? null }));
  const open = lines.filter(({ closed }) => !closed);
  return {
    late: open.flatMap(({ text, dueOn }) => (dueOn !== null && dueOn < day ? [{ text, dueOn }] : [])),
    closed: lines.length - open.length, withoutDay: open.filter(({ dueOn }) => dueOn === null).length,
  };
}

export function withdrawalFrom(text: string): Outcome<string> {
  const reason = tidied(text);
  return acceptUnless(refusedText('reason', reason, limits.reason, ({ publishing }) => publishing.release.noReason(limits.reason)), reason);
}
