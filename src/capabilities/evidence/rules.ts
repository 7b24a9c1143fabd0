import type { Marking } from '../../kernel/marking.ts';
import { markingOf } from '../../kernel/marking.ts';
import { accept, acceptUnless, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import { dayOf, daysBetween, type Day } from '../../kernel/year.ts';
import type { Words } from '../../words/index.ts';

/** Evidence that expires within so many days is said to expire soon. */
export const soonDays = 60;

export type Expiry = 'none' | 'current' | 'soon' | 'expired';

/** Which evidence a list shows. */
export type ExpiryFilter = 'all' | 'soon' | 'expired';

export const expiryFilters: readonly ExpiryFilter[] = ['all', 'soon', 'expired'];

export type Details = { readonly title: string; readonly ownerRole: string; readonly datedOn: Day | null; readonly expiresOn: Day | null; readonly marking: Marking };

export type DraftDate = { readonly day: string; readonly month: string; readonly year: string };

/** The details as a form holds them, before they are believed. */
export type Draft = { readonly title: string; readonly ownerRole: string; readonly dated: DraftDate; readonly expires: DraftDate; readonly marking: string };

type Say = (words: Words) => string;
type Sentence = keyof Words['evidence']['refused'];

/** Evidence holds through the whole of the day on which it expires. */
export function expiryOn(today: Day, expiresOn: Day | null): Expiry {
  if (expiresOn === null) return 'none';
  if (expiresOn < today) return 'expired';
  return daysBetween(today, expiresOn) <= soonDays ? 'soon' : 'current';
}

/** Whole calendar months from one day to a later one, and the days when it is less than one. */
export function ageOf(from: Day, to: Day): { readonly months: number; readonly days: number } {
  const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) - (to.slice(8) < from.slice(8) ? 1 : 0);
  return { months: Math.max(0, months), days: Math.max(0, daysBetween(from, to)) };
}

/** What a form says of a piece of evidence. Every refusal names the form's field: `prefix` stands before it. */
export function detailsOf(draft: Draft, today: Day, prefix = ''): Outcome<Details> {
  const against: Refusal[] = [];
  const refused = (field: string, sentence: Sentence) => { against.push(refusal(`${prefix}${field}`, sentence)); };
  const title = checkedLine(draft.title, 200, (sentence) => refused('title', sentence), 'titleMissing', 'titleTooLong');
  const ownerRole = checkedLine(draft.ownerRole, 120, (sentence) => refused('owner', sentence), 'ownerMissing', 'ownerTooLong');
  if (claimsSecret(title)) refused('title', 'secretTitle');
  if (ownerRole.includes('@')) refused('owner', 'ownerIsAddress');
  const datedOn = dayOfDraft(draft.dated);
  if (isBlank(draft.dated)) refused('dated-day', 'datedMissing');
  else if (!datedOn) refused('dated-day', 'datedUnreal');
  else if (datedOn > today) refused('dated-day', 'datedInFuture');
  const expiresOn = isBlank(draft.expires) ? null : dayOfDraft(draft.expires);
  if (expiresOn === undefined) refused('expires-day', 'expiresUnreal');
  else if (expiresOn !== null && datedOn && expiresOn < datedOn) refused('expires-day', 'expiresBeforeDate');
  const marking = markingOf(draft.marking);
  if (!marking) refused('marking', /secret/i.test(draft.marking) && !draft.marking.startsWith('OFFICIAL') ? 'secretMarking' : 'markingMissing');
  if (!datedOn || expiresOn === undefined || !marking) return refuse(...against);
  return acceptUnless(against, { title, ownerRole, datedOn, expiresOn, marking });
}

/** A link that a person may follow. The server itself never does. */
export function linkOf(text: string, field: string): Outcome<string> {
  const written = text.trim();
  if (written === '') return refuse(refusal(field, 'linkMissing'));
  const url = /[\s\p{Cc}]/u.test(written) ? null : URL.parse(written);
  if (!url || !/^https?:$/.test(url.protocol) || !/^https?:\/\//i.test(written)) return refuse(refusal(field, 'linkNotWeb'));
  if (url.username !== '' || url.password !== '') return refuse(refusal(field, 'linkWithPassword'));
  return url.href.length > 2000 ? refuse(refusal(field, 'linkTooLong')) : accept(url.href);
}

/** The last part of a name that a browser sent, fit to be stored and offered again; refused when nothing is left of it. */
export function fileNameOf(sent: string, field: string): Outcome<string> {
  const name = sent.replace(/^.*[/\\]/s, '').replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*]/gu, '').trim().replace(/^\.+|\.+$/g, '');
  if (name === '') return refuse(refusal(field, 'fileMissing'));
  if (name.length > 255) return refuse(refusal(field, 'fileNameTooLong'));
  return claimsSecret(name) ? refuse(refusal(field, 'secretFile')) : accept(name);
}

/** Whether a title or a file name claims a marking that this product never holds: TOP SECRET in any letters, SECRET in capitals or set apart as a marking is. */
export function claimsSecret(text: string): boolean {
  return /(?<![a-z])top[\s_-]*secret(?![a-z])/i.test(text) || /(?<![A-Za-z])SECRET(?![A-Za-z])/.test(text) || /^\W*secret\s*[-–—:/)\]_]|[[(]\s*secret\s*[\])]/i.test(text);
}

/** Whether a text carries such a marking as a line of its own, as documents do above and below. */
export function isMarkedSecret(text: string): boolean {
  return /^[^A-Za-z0-9\n]*(?:UK[ _-]?)?(?:TOP[ _-]?)?SECRET(?![A-Za-z])[^a-z\n]*$/m.test(text.replace(/\r\n?/g, '\n'));
}

export function refusal(field: string, sentence: Sentence): Refusal {
  const say: Say = (words) => words.evidence.refused[sentence];
  return { field, say };
}

function checkedLine(text: string, most: number, refused: (sentence: Sentence) => void, missing: Sentence, tooLong: Sentence): string {
  const line = text.trim();
  if (line === '') refused(missing);
  else if ([...line].length > most) refused(tooLong);
  else if (/[\p{Cc}\p{Cs}]/u.test(line)) refused('notOneLine');
  return line;
}

export function isBlank({ day, month, year }: DraftDate): boolean {
  return `${day}${month}${year}`.trim() === '';
}

export function dayOfDraft({ day, month, year }: DraftDate): Day | undefined {
  const [d, m, y] = [day.trim(), month.trim(), year.trim()];
  if (!/^\d{1,2}$/.test(d) || !/^\d{1,2}$/.test(m) || !/^\d{4}$/.test(y)) return undefined;
  return dayOf(`${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`);
}
