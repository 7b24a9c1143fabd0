import { acceptUnless, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import { commonPasswords } from './common-passwords.ts';

export const passwordLength = { least: 12, most: 200 } as const;

/** Links work once, and for so long. */
export const linkHours = { invitation: 7 * 24, reset: 24 } as const;

export type LinkPurpose = keyof typeof linkHours;

/**
 * Guesses at a password within an hour: at one account from browsers that it does not know, in one browser that it knows,
 * and from one network at all accounts together (OWASP ASVS 5.0, 6.3.1; OWASP, "device cookies"); and at secret addresses
 * of calendars from one network.
 */
export const guessLimits = { account: 10, browser: 10, network: 100, calendar: 100 } as const;

export type GuessKind = keyof typeof guessLimits;

/** What one subscriber is commonly given: an IPv4 address, or the first half (64 bits) of an IPv6 one. */
export function networkOf(address: string): string {
  const plain = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '').replace(/%.*$/, '');
  if (!plain.includes(':')) return plain;
  const [before = '', after] = plain.split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const [left, right] = [groups(before), groups(after ?? '')];
  const all = after === undefined ? left : [...left, ...Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0'), ...right];
  return `${all.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}

/** An e-mail address as accounts keep it, in lower case; undefined when it is none. */
export function emailOf(text: string): string | undefined {
  const email = text.trim().toLowerCase();
  return email.length <= 254 && /^[^\s@\p{Cc}]+@[^\s@\p{Cc}.]+(\.[^\s@\p{Cc}.]+)+$/u.test(email) ? email : undefined;
}

/**
 * A new password: long, and not among those that are tried first. No rules of composition and no expiry (NCSC password
 * guidance; OWASP ASVS 5.0, 6.2).
 */
export function newPassword(password: string, again: string, email: string): Outcome<string> {
  const length = [...password.normalize('NFKC')].length;
  const plain = password.normalize('NFKC').toLowerCase();
  const refusals: Refusal[] = [];
  if (length < passwordLength.least) refusals.push({ field: 'password', say: (words) => words.accounts.password.tooShort(passwordLength.least) });
  else if (length > passwordLength.most) refusals.push({ field: 'password', say: (words) => words.accounts.password.tooLong(passwordLength.most) });
  else if (isLike(plain, email.toLowerCase())) refusals.push({ field: 'password', say: (words) => words.accounts.password.isEmail });
  else if (commonPasswords.has(plain) || isRepeated(plain)) refusals.push({ field: 'password', say: (words) => words.accounts.password.isCommon });
  if (password !== again) refusals.push({ field: 'again', say: (words) => words.accounts.password.notTheSame });
  return acceptUnless(refusals, password);
}

/** Only a path of this site: "//elsewhere" and "/\elsewhere" lead to another. */
export function isOwnPath(to: string): boolean {
  return /^\/(?![/\\])[^\s\\\p{Cc}]*$/u.test(to);
}

/** The address itself, or its first part with nothing but figures and signs around it. */
function isLike(password: string, email: string): boolean {
  const letters = (text: string) => text.replace(/[^\p{L}]/gu, '');
  return password === email || (letters(password) !== '' && [email, email.slice(0, email.indexOf('@'))].some((part) => letters(part) === letters(password)));
}

/** One short piece over and over: "aaaaaaaaaaaa", "123123123123". */
function isRepeated(password: string): boolean {
  return /^(.{1,4})\1+$/u.test(password);
}

/** What a token for a program may do: read alone, or all that its person may. */
export const tokenScopes = ['read', 'write'] as const;
export type TokenScope = (typeof tokenScopes)[number];

/** How long a token may work, in days. */
export const tokenDays = { usual: 90, most: 365 } as const;

/** A person needs one token for each program; more are forgotten ones. */
export const tokensAtOnce = 20;

export type TokenWish = { readonly name: string; readonly scope: TokenScope; readonly days: number };

export function tokenWish({ name, scope, days }: { readonly name: string; readonly scope: string; readonly days: string }): Outcome<TokenWish> {
  const line = name.trim().replace(/\s+/g, ' ');
  const known = tokenScopes.find((one) => one === scope);
  const number = /^\d{1,3}$/.test(days.trim()) ? Number(days) : 0;
  const refusals: Refusal[] = [];
  if (line.length < 1 || line.length > 120 || /[\p{Cc}\p{Cs}]/u.test(line)) refusals.push({ field: 'name', say: (words) => words.accounts.tokens.badName });
  if (!known) refusals.push({ field: 'scope', say: (words) => words.accounts.tokens.noScope });
  if (number < 1 || number > tokenDays.most) refusals.push({ field: 'days', say: (words) => words.accounts.tokens.badDays(tokenDays.most) });
  return known ? acceptUnless(refusals, { name: line, scope: known, days: number }) : refuse(...refusals);
}
