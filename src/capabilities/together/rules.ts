import type { Role } from '../../kernel/access.ts';
import type { Id } from '../../kernel/id.ts';
import { markingOf, type Marking } from '../../kernel/marking.ts';
import { accept, acceptUnless, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import { refusedText, tidied } from '../../kernel/text.ts';
import type { Day } from '../../kernel/year.ts';

/** The longest texts, in characters, as the database checks them. */
export const limits = { comment: 2000, reason: 1000, partner: 500 } as const;

/** What a part may be opened to a partner for. */
export const rights = ['read', 'write'] as const;

/** Whose role lets them write answers: to nobody else is work assigned, and nobody else covers for them. */
export const writingRoles: readonly Role[] = ['prevent_lead', 'contributor'];

export type Colleague = { readonly id: Id; readonly name: string };

export type Due = { readonly personId: Id; readonly dueOn: string };

/** Days on which one person sees what is assigned to another. toDay is the first day without. */
export type Covering = { readonly personId: Id; readonly coveringId: Id; readonly fromDay: string; readonly toDay: string };

/** Whose assignments somebody sees as theirs on a day: their own, and those of whom they cover for. Cover is not handed on. */
export function worksFor(me: Id, covers: readonly Covering[], today: Day): ReadonlySet<Id> {
  const covered = covers.filter(({ coveringId, fromDay, toDay }) => coveringId === me && fromDay <= today && today < toDay);
  return new Set([me, ...covered.map(({ personId }) => personId)]);
}

/** Something is overdue from the day after the one on which it is due. */
export function isOverdue({ dueOn }: Pick<Due, 'dueOn'>, today: Day): boolean {
  return dueOn < today;
}

export const filters = ['all', 'mine', 'overdue'] as const;
export type Filter = (typeof filters)[number];

export function filterOf(text: string): Filter {
  return filters.find((filter) => filter === text) ?? 'all';
}

export function filtered<Line extends Due>(lines: readonly Line[], filter: Filter, mine: ReadonlySet<Id>, today: Day): Line[] {
  return lines.filter((line) => filter === 'all' || (filter === 'mine' ? mine.has(line.personId) : isOverdue(line, today)));
}

/** Who does it and by when; "nobody" takes the assignment away. */
export function readAssignment(form: { readonly person: string; readonly due: Day | undefined }, colleagues: readonly Colleague[], today: Day): Outcome<{ personId: Id; dueOn: Day } | 'nobody'> {
  if (form.person === '') return accept('nobody');
  const person = colleagues.find(({ id }) => id === form.person);
  const { due } = form;
  const refusals: Refusal[] = [];
  if (!person) refusals.push({ field: 'person', say: (words) => words.together.refused.person });
  if (due === undefined) refusals.push({ field: 'due-day', say: (words) => words.together.refused.day });
  else if (due < today) refusals.push({ field: 'due-day', say: (words) => words.together.refused.past });
  if (!person || due === undefined) return refuse(...refusals);
  return acceptUnless(refusals, { personId: person.id, dueOn: due });
}

export function readComment(form: { readonly said: string; readonly marking: string }): Outcome<{ said: string; marking: Marking }> {
  const said = tidied(form.said);
  const marking = markingOf(form.marking);
  const refusals = refusedText('said', said, limits.comment, ({ together }) => together.refused.empty);
  if (!marking) return refuse(...refusals, { field: 'marking', say: (words) => words.together.refused.marking });
  return acceptUnless(refusals, { said, marking });
}

export function readReason(text: string): Outcome<string> {
  const reason = tidied(text);
  return acceptUnless(refusedText('reason', reason, limits.reason, ({ together }) => together.refused.empty), reason);
}

export type CoverForm = { readonly person: string; readonly covering: string; readonly from: Day | undefined; readonly until: Day | undefined };

/** Somebody away and who covers for them, from a day to the first day without. */
export function readCover(form: CoverForm, colleagues: readonly Colleague[], today: Day): Outcome<Covering> {
  const [away, covering] = [form.person, form.covering].map((sought) => colleagues.find(({ id }) => id === sought));
  const { from, until } = form;
  const refusals: Refusal[] = [];
  if (!away) refusals.push({ field: 'person', say: (words) => words.together.refused.person });
  if (!covering) refusals.push({ field: 'covering', say: (words) => words.together.refused.person });
  else if (away?.id === covering.id) refusals.push({ field: 'covering', say: (words) => words.together.refused.samePerson });
  if (from === undefined) refusals.push({ field: 'from-day', say: (words) => words.together.refused.day });
  else if (from < today) refusals.push({ field: 'from-day', say: (words) => words.together.refused.past });
  if (until === undefined) refusals.push({ field: 'until-day', say: (words) => words.together.refused.day });
  else if (from !== undefined && until <= from) refusals.push({ field: 'until-day', say: (words) => words.together.refused.order });
  if (!away || !covering || from === undefined || until === undefined) return refuse(...refusals);
  return acceptUnless(refusals, { personId: away.id, coveringId: covering.id, fromDay: from, toDay: until });
}

export type PartnerForm = { readonly partner: string; readonly may: string; readonly reason: string; readonly from: Day | undefined; readonly until: Day | undefined };
export type Partnership = { readonly granteeId: Id; readonly mayWrite: boolean; readonly reason: string; readonly fromDay: Day; readonly toDay: Day };

/** Opens a part to another body, from a day to the first day on which it is closed again. */
export function readPartner(form: PartnerForm, bodies: readonly Id[], today: Day): Outcome<Partnership> {
  const granteeId = bodies.find((id) => id === form.partner);
  const reason = tidied(form.reason);
  const { from, until } = form;
  const refusals: Refusal[] = refusedText('reason', reason, limits.partner, ({ together }) => together.refused.empty);
  if (!granteeId) refusals.push({ field: 'partner', say: (words) => words.together.refused.partner });
  if (!rights.some((right) => right === form.may)) refusals.push({ field: 'may', say: (words) => words.together.refused.may });
  if (from === undefined) refusals.push({ field: 'from-day', say: (words) => words.together.refused.day });
  else if (from < today) refusals.push({ field: 'from-day', say: (words) => words.together.refused.past });
  if (until === undefined) refusals.push({ field: 'until-day', say: (words) => words.together.refused.day });
  else if (from !== undefined && until <= from) refusals.push({ field: 'until-day', say: (words) => words.together.refused.order });
  if (!granteeId || from === undefined || until === undefined) return refuse(...refusals);
  return acceptUnless(refusals, { granteeId, mayWrite: form.may === 'write', reason, fromDay: from, toDay: until });
}
