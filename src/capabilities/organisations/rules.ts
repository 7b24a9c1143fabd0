import { roles, type OrganisationKind, type Role } from '../../kernel/access.ts';
import type { Id } from '../../kernel/id.ts';
import { acceptUnless, refuse, accept, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import { leastThreshold, mostThreshold } from '../../kernel/small-numbers.ts';
import { refusedText, tidied } from '../../kernel/text.ts';
import { dayOf, type Day } from '../../kernel/year.ts';

/** A role of a person at a body; toDay is the first day without it, "infinity" when no end is set. */
export type HeldRole = { readonly id: Id; readonly personId: Id; readonly role: Role; readonly fromDay: string; readonly toDay: string; readonly invited: boolean };

export type Ending = { readonly is: 'ends'; readonly toDay: Day } | { readonly is: 'never began' };

const textLimits = { name: 120, reason: 500 } as const;

/** What people may do for a body of a kind: only the Home Office has advisers, and it assesses nothing. */
export function rolesAt(kind: OrganisationKind): readonly Role[] {
  return kind === 'home_office' ? ['adviser', 'administrator', 'viewer'] : roles.filter((role) => role !== 'adviser');
}

/**
 * Ends a role on the first day without it. A role that would never have held is taken out. A body always keeps an
 * administrator: somebody who has accepted, whose role has no end.
 */
export function endRole(held: HeldRole, day: Day | undefined, all: readonly HeldRole[], today: Day): Outcome<Ending> {
  if (day === undefined) return refuse({ field: 'end-day', say: (words) => words.organisations.person.noDay });
  if (held.toDay <= today) return refuse({ field: 'end-day', say: (words) => words.organisations.person.ended });
  if (day < today) return refuse({ field: 'end-day', say: (words) => words.organisations.person.past });
  const remains = all.some((other) => other.id !== held.id && other.role === 'administrator' && !other.invited && other.toDay === 'infinity' && other.fromDay <= day);
  if (held.role === 'administrator' && !held.invited && !remains) return refuse({ field: 'end-day', say: (words) => words.organisations.person.lastAdministrator });
  return accept(day <= held.fromDay ? { is: 'never began' } : { is: 'ends', toDay: day });
}

export type RoleWish = { readonly role: string; readonly from: Day | undefined };

/** Another role for a person, from a day on. */
export function giveRole({ role, from }: RoleWish, kind: OrganisationKind, held: readonly HeldRole[], today: Day): Outcome<{ role: Role; fromDay: Day }> {
  const known = rolesAt(kind).find((one) => one === role);
  const refusals: Refusal[] = [];
  if (!known) refusals.push({ field: 'role', say: (words) => words.organisations.person.noRole });
  if (from === undefined) refusals.push({ field: 'from-day', say: (words) => words.organisations.person.noDay });
  else if (from < today) refusals.push({ field: 'from-day', say: (words) => words.organisations.person.past });
  if (known && from && held.some((one) => one.role === known && one.toDay > from)) refusals.push({ field: 'role', say: (words) => words.organisations.person.heldAlready });
  if (!known || !from) return refuse(...refusals);
  return acceptUnless(refusals, { role: known, fromDay: from });
}

export type InvitationForm = { readonly name: string; readonly email: string | undefined; readonly role: string; readonly departmentId: string };
export type Invitation = { readonly name: string; readonly email: string; readonly role: Role; readonly departmentId: Id | null };

export function invitation(form: InvitationForm, kind: OrganisationKind, departmentIds: readonly Id[]): Outcome<Invitation> {
  const name = oneLine(form.name);
  const role = rolesAt(kind).find((one) => one === form.role);
  const refusals: Refusal[] = [];
  if (name === undefined) refusals.push({ field: 'name', say: (words) => words.organisations.invitation.badName });
  if (form.email === undefined) refusals.push({ field: 'email', say: (words) => words.organisations.invitation.badEmail });
  if (!role) refusals.push({ field: 'role', say: (words) => words.organisations.person.noRole });
  const departmentId = departmentIn(form.departmentId, departmentIds);
  if (departmentId === undefined) refusals.push({ field: 'department', say: (words) => words.organisations.department.unknown });
  if (name === undefined || form.email === undefined || !role || departmentId === undefined) return refuse(...refusals);
  return accept({ name, email: form.email, role, departmentId });
}

/** The department that a form names: null for none, undefined for one that the body does not have. */
export function departmentIn(id: string, known: readonly Id[]): Id | null | undefined {
  return id === '' ? null : known.find((one) => one === id);
}

export function departmentName(text: string, taken: readonly string[]): Outcome<string> {
  const name = oneLine(text);
  if (name === undefined) return refuse({ field: 'name', say: (words) => words.organisations.department.badName });
  if (taken.some((other) => other.toLowerCase() === name.toLowerCase())) return refuse({ field: 'name', say: (words) => words.organisations.department.taken(name) });
  return accept(name);
}

export type OpeningForm = { readonly grantee: string; readonly reason: string; readonly from: Day | undefined; readonly until: Day | 'none' | undefined };
export type Opening = { readonly granteeId: Id; readonly reason: string; readonly fromDay: Day; readonly toDay: Day | 'infinity' };

/** Opens the body's assessments to a Home Office body from a day; `until` is the first day on which they are closed again. */
export function opening(form: OpeningForm, homeOfficeIds: readonly Id[], open: readonly { granteeId: Id; toDay: string }[], today: Day): Outcome<Opening> {
  const granteeId = homeOfficeIds.find((id) => id === form.grantee);
  const reason = tidied(form.reason);
  const { from, until } = form;
  const refusals: Refusal[] = [];
  if (!granteeId) refusals.push({ field: 'grantee', say: (words) => words.organisations.opened.noGrantee });
  refusals.push(...refusedText('reason', reason, textLimits.reason, (words) => words.organisations.opened.badReason(textLimits.reason)));
  if (from === undefined) refusals.push({ field: 'from-day', say: (words) => words.organisations.person.noDay });
  else if (from < today) refusals.push({ field: 'from-day', say: (words) => words.organisations.person.past });
  if (until === undefined || (until !== 'none' && from !== undefined && until <= from)) refusals.push({ field: 'until-day', say: (words) => words.organisations.opened.badUntil });
  if (granteeId && from && open.some((one) => one.granteeId === granteeId && one.toDay > from)) refusals.push({ field: 'grantee', say: (words) => words.organisations.opened.already });
  if (!granteeId || from === undefined || until === undefined) return refuse(...refusals);
  return acceptUnless(refusals, { granteeId, reason, fromDay: from, toDay: until === 'none' ? 'infinity' : until });
}

/** Below what count of people a number is left out of what a body publishes, as typed. */
export function chosenThreshold(text: string): Outcome<number> {
  const below = /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return below >= leastThreshold && below <= mostThreshold ? accept(below) : refuse({ field: 'below', say: (words) => words.organisations.threshold.bad(leastThreshold, mostThreshold) });
}

/** The day of three fields as people type them; "empty" when all are; undefined when there is no such day. */
export function dayTyped(day: string, month: string, year: string): Day | 'empty' | undefined {
  const parts = [year, month, day].map((part) => part.trim());
  if (parts.every((part) => part === '')) return 'empty';
  if (!parts.every((part) => /^\d{1,4}$/.test(part))) return undefined;
  return dayOf(`${parts[0]?.padStart(4, '0')}-${parts[1]?.padStart(2, '0')}-${parts[2]?.padStart(2, '0')}`);
}

function oneLine(text: string): string | undefined {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length >= 1 && line.length <= textLimits.name && !/\p{Cc}/u.test(line) ? line : undefined;
}
