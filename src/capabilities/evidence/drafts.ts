import { valueOf, type Form } from '../../platform/route.ts';
import type { Day } from '../../kernel/year.ts';
import type { Details, Draft, DraftDate } from './rules.ts';

export const noDate: DraftDate = { day: '', month: '', year: '' };

export const emptyDraft: Draft = { title: '', ownerRole: '', dated: noDate, expires: noDate, marking: '' };

/** The details as a form's fields hold them; `prefix` stands before each name. */
export function draftFrom(form: Form, prefix: string): Draft {
  const value = (name: string) => valueOf(form, `${prefix}${name}`);
  const date = (name: string): DraftDate => ({ day: value(`${name}-day`), month: value(`${name}-month`), year: value(`${name}-year`) });
  return { title: value('title'), ownerRole: value('owner'), dated: date('dated'), expires: date('expires'), marking: value('marking') };
}

/** What stands, as a form shows it. */
export function draftOf({ title, ownerRole, datedOn, expiresOn, marking }: Details): Draft {
  return { title, ownerRole, dated: partsOf(datedOn), expires: partsOf(expiresOn), marking };
}

export function partsOf(day: Day | null): DraftDate {
  if (day === null) return noDate;
  return { day: String(Number(day.slice(8))), month: String(Number(day.slice(5, 7))), year: day.slice(0, 4) };
}

/** What a person searches for: no control characters, which no text holds and the database refuses, and a bounded length. */
export function searchFrom(form: Form): string {
  return valueOf(form, 'text').replace(/\p{Cc}/gu, ' ').trim().slice(0, 100);
}
