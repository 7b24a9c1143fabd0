import type { Id } from '../../kernel/id.ts';
import { markingOf, type Marking } from '../../kernel/marking.ts';
import { acceptUnless, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import { refusedText, tidied } from '../../kernel/text.ts';
import type { Day } from '../../kernel/year.ts';
import type { Words } from '../../words/index.ts';
import { dayOfDraft, type DraftDate } from '../evidence/index.ts';
import { limits } from './rules.ts';

export const contacts = ['visit', 'call', 'meeting', 'letter', 'other'] as const;

export type Contact = typeof contacts[number];

export type NewVisit = { readonly contact: Contact; readonly datedOn: Day; readonly byRole: string; readonly text: string; readonly marking: Marking };

export type VisitNote = Omit<NewVisit, 'datedOn'> & { readonly id: Id; readonly datedOn: string; readonly sharedAt: Date | null };

export type VisitForm = { readonly contact: string; readonly dated: DraftDate; readonly byRole: string; readonly text: string; readonly marking: string };

/** As the database's check has it (migrations/0009-recommendations.sql). */
export const longestRole = 120;

/** A note of a contact that has been: what kind, when, in which role, and what was said of the body's work. */
export function visitFrom(form: VisitForm, today: Day): Outcome<NewVisit> {
  const [byRole, text, marking, datedOn] = [tidied(form.byRole), tidied(form.text), markingOf(form.marking), dayOfDraft(form.dated)];
  const contact = contacts.find((one) => one === form.contact);
  const refusals = [
    ...(contact ? [] : [refusal('contact', 'noContact')]),
    ...(datedOn === undefined ? [refusal('dated-day', 'noDay')] : datedOn > today ? [refusal('dated-day', 'dayToCome')] : []),
    ...refusedText('role', byRole, longestRole, (words) => words.moderation.visits.refusals.noRole),
    ...(/[@\n]/.test(byRole) ? [refusal('role', 'noRole')] : []),
    ...refusedText('text', text, limits.text, (words) => words.moderation.visits.refusals.noText),
    ...(marking ? [] : [{ field: 'marking', say: ({ moderation }: Words) => moderation.refusals.noMarking }]),
  ];
  return contact && datedOn && marking ? acceptUnless(refusals, { contact, datedOn, byRole, text, marking }) : refuse(...refusals);
}

function refusal(field: string, sentence: keyof Words['moderation']['visits']['refusals']): Refusal {
  return { field, say: (words) => words.moderation.visits.refusals[sentence] };
}
