import type { Id } from '../../kernel/id.ts';
import { acceptUnless, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import { refusedText, tidied } from '../../kernel/text.ts';
import { yearOf, type Day, type Year } from '../../kernel/year.ts';
import { limits, oneLine, refusal, roleFaults } from './rules.ts';

/** Open until the chair signs, frozen from then on, and signed off by somebody who wrote nothing of it. */
export type StatementState = 'open' | 'signed' | 'signed_off';

export const statementStates = ['open', 'signed', 'signed_off'] as const satisfies readonly StatementState[];

export type Opening = { readonly edition: string; readonly year: Year; readonly dueOn: Day | null };

/** What is said of one area of control. */
export type Control = { readonly extentCode: string; readonly reason: string; readonly options: readonly string[] };

export type Signature = { readonly signedRole: string; readonly signedOn: Day };

/** What an edition offers for one area: its extents and its options, by their codes. */
export type Offered = { readonly extents: readonly string[]; readonly options: readonly string[] };

export function stateOf({ signedOn, signedOffAt }: { readonly signedOn: Day | null; readonly signedOffAt: Date | null }): StatementState {
  if (signedOffAt !== null) return 'signed_off';
  return signedOn === null ? 'open' : 'signed';
}

/** @param editions the short names of the editions of the annual statement, and of no others */
export function openingFrom(form: { readonly edition: string; readonly year: string; readonly due: Day | 'empty' | undefined }, editions: readonly string[]): Outcome<Opening> {
  const [year, edition] = [yearOf(form.year.trim().replace('/', '-')), editions.find((one) => one === form.edition)];
  const refusals: Refusal[] = [];
  if (edition === undefined) refusals.push(refusal('edition', 'noEdition'));
  if (!year) refusals.push(refusal('year', 'noYear'));
  if (form.due === undefined) refusals.push(refusal('statement_due-day', 'badDue'));
  if (edition === undefined || !year || form.due === undefined) return refuse(...refusals);
  return acceptUnless(refusals, { edition, year, dueOn: form.due === 'empty' ? null : form.due });
}

export function controlFrom(form: { readonly extent: string; readonly reason: string; readonly options: readonly string[] }, { extents, options }: Offered): Outcome<Control> {
  const [extentCode, reason] = [extents.find((one) => one === form.extent), tidied(form.reason)];
  const refusals = refusedText('reason', reason, limits.reason, (words) => words.channel.refused.noWhy);
  if (form.options.some((code) => !options.includes(code))) refusals.push(refusal('options', 'noOption'));
  if (extentCode === undefined) return refuse(refusal('extent', 'noExtent'), ...refusals);
  return acceptUnless(refusals, { extentCode, reason, options: options.filter((code) => form.options.includes(code)) });
}

/** The chair signs by role, once something is said of every area. */
export function signatureFrom(form: { readonly role: string; readonly signed: Day | undefined }, unanswered: number, today: Day): Outcome<Signature> {
  const [signedRole, { signed }] = [oneLine(form.role), form];
  const refusals = roleFaults('signed_role', signedRole);
  if (!signed || signed > today) refusals.push(refusal('signed-day', 'noSigned'));
  if (unanswered > 0) refusals.push(refusal('signed_role', 'notComplete'));
  return signed ? acceptUnless(refusals, { signedRole, signedOn: signed }) : refuse(...refusals);
}

/** Whether somebody took part in a statement, by its words or by recording the signature: they do not sign it off. */
export function tookPart(personId: Id, signedBy: Id | null, controls: readonly { readonly writers: readonly Id[] }[]): boolean {
  return personId === signedBy || controls.some(({ writers }) => writers.includes(personId));
}
