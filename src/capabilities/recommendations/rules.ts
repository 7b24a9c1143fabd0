import type { Id } from '../../kernel/id.ts';
import { markingOf, type Marking } from '../../kernel/marking.ts';
import { acceptUnless, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import { refusedText, tidied } from '../../kernel/text.ts';
import type { Day } from '../../kernel/year.ts';
import type { Words } from '../../words/index.ts';
import { dayOfDraft, isBlank, type DraftDate } from '../evidence/index.ts';

/** As the database's checks have them (migrations/0009-recommendations.sql). */
export const limits = { line: 120, text: 5000 };

export const states = ['open', 'proposed', 'closed'] as const;

export type State = (typeof states)[number];

/** What anybody who may see the findings may know of a recommendation: whether it is open, and when it is due. */
export type Status = { readonly state: State; readonly dueOn: string | null };

export const untouched: Status = { state: 'open', dueOn: null };

export type Plan = { readonly ownerRole: string | null; readonly department: string | null; readonly dueOn: Day | null; readonly reply: string };

export type PlanForm = { readonly owner: string; readonly department: string; readonly due: DraftDate; readonly reply: string };

export type Note = { readonly datedOn: Day; readonly text: string; readonly marking: Marking };

export type NoteForm = { readonly dated: DraftDate; readonly text: string; readonly marking: string };

/** Open after the day on which it should have been done; a closure that waits for its second person is still open. */
export function isOverdue({ state, dueOn }: Status, today: Day): boolean {
  return state !== 'closed' && dueOn !== null && dueOn < today;
}

/** What the owner means to do. Every part may wait; a day that is written must be one. */
export function planFrom(form: PlanForm): Outcome<Plan> {
  const [owner, department, reply] = [tidied(form.owner), tidied(form.department), tidied(form.reply)];
  const dueOn = isBlank(form.due) ? null : dayOfDraft(form.due);
  const refusals = [...refusedLine('owner', owner), ...refusedLine('department', department), ...refusedText('reply', reply, limits.text)];
  if (owner.includes('@')) refusals.push(refusal('owner', 'ownerIsAddress'));
  if (dueOn === undefined) return refuse(...refusals, refusal('due-day', 'dueUnreal'));
  return acceptUnless(refusals, { ownerRole: owner === '' ? null : owner, department: department === '' ? null : department, dueOn, reply });
}

/** What was done, on a day that is not to come. */
export function noteFrom(form: NoteForm, today: Day): Outcome<Note> {
  const [text, marking, datedOn] = [tidied(form.text), markingOf(form.marking), dayOfDraft(form.dated)];
  const refusals = refusedText('text', text, limits.text, (words) => words.recommendations.refusals.noProgress);
  if (!datedOn) refusals.push(refusal('dated-day', 'datedUnreal'));
  else if (datedOn > today) refusals.push(refusal('dated-day', 'datedInFuture'));
  if (!marking) refusals.push({ field: 'marking', say: (words) => words.moderation.refusals.noMarking });
  return datedOn && marking ? acceptUnless(refusals, { datedOn, text, marking }) : refuse(...refusals);
}

/** The words that a closure or its re-opening rests on. */
export function groundsFrom(field: 'outcome' | 'reason', written: string): Outcome<string> {
  const text = tidied(written);
  const missing = field === 'outcome' ? 'noOutcome' : 'noReason';
  return acceptUnless(refusedText(field, text, limits.text, (words) => words.recommendations.refusals[missing]), text);
}

/** Nobody confirms what the same person proposed; the database holds this too. */
export function mayConfirm({ proposedBy }: { readonly proposedBy: Id | null }, personId: Id): boolean {
  return proposedBy !== null && proposedBy !== personId;
}

function refusedLine(field: string, text: string): Refusal[] {
  return text.includes('\n') ? [refusal(field, 'notOneLine')] : refusedText(field, text, limits.line);
}

function refusal(field: string, sentence: keyof Words['recommendations']['refusals']): Refusal {
  return { field, say: (words) => words.recommendations.refusals[sentence] };
}
