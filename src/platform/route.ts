import type { ComponentChildren } from 'preact';
import type { Readable } from 'node:stream';
import type * as z from 'zod';
import type { AccessRule, MemberRule, Organisation, Permit, Visitor } from '../kernel/access.ts';
import type { MakeId } from '../kernel/id.ts';
import type { Refusal } from '../kernel/outcome.ts';
import type { Day } from '../kernel/year.ts';
import type { Words } from '../words/index.ts';
import type { Transaction } from './database.ts';
import type { ReceivedFile } from './files.ts';
import type { FormShape } from './shape.ts';

export type Form = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What a handler is given. Everything that it may do to the world is in it. */
export type OpenVisit = {
  readonly tx: Transaction;
  readonly words: Words;
  readonly now: Date;
  readonly today: Day;
  readonly newId: MakeId;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Form;
  readonly form: Form;
  readonly files: Readonly<Record<string, ReceivedFile>>;
  readonly visitor: Visitor | undefined;
  /** Hidden fields that every form of the page carries. */
  readonly seal: FormSeal;
  /** The token of the session cookie, for signing out. */
  readonly sessionToken: string | undefined;
  /** What a browser keeps so that accounts which signed in there know it again. */
  readonly browserToken: string | undefined;
  /** The network address that the request came from. */
  readonly from: string;
  /** What the browser holds of a form that was kept for it (src/platform/kept-form.ts). */
  readonly keptTicket: string | undefined;
  readonly reference: string;
  /** The site's address as people type it, without a path. */
  readonly address: string;
  /** Notes an event for who runs the installation; never with what a person wrote. */
  readonly log: Log;
};

export type Log = (event: string, facts: Readonly<Record<string, string>>) => void;

export type AccountVisit = OpenVisit & { readonly visitor: Visitor };

export type MemberVisit = AccountVisit & { readonly organisation: Organisation; readonly permit: Permit };

/** csrf: proves that the form came from this session; requestKey: one press, one effect. */
export type FormSeal = { readonly csrf: string; readonly requestKey: string };

export type Page = {
  readonly title: string;
  readonly body: ComponentChildren;
  readonly errors?: readonly Refusal[];
  readonly breadcrumbs?: readonly { readonly text: string; readonly href: string }[];
  /** What the API answers in place of a page that a form leads to without a redirect. */
  readonly data?: unknown;
};

export type Answer =
  | { readonly is: 'page'; readonly status: 200 | 403 | 404 | 409 | 422 | 429 | 500; readonly page: Page; readonly retryAfter?: Date;
      /** What was written stays although the page is a refusal. */
      readonly keep?: true }
  | { readonly is: 'redirect'; readonly to: string; readonly session?: { readonly token: string; readonly minutes: number } | 'ended'; readonly browser?: string }
  /** What the API answers to who reads. */
  | { readonly is: 'data'; readonly value: unknown }
  | { readonly is: 'download'; readonly fileName: string; readonly mediaType: string; readonly body: Readable | Uint8Array | string; readonly inline?: boolean;
      /** The address names the content by its hash: the reader's browser may keep it. */
      readonly lasting?: boolean };

/** Why the API does not offer a route, by its name in the words. */
export type Without = { readonly without: keyof Words['api']['without'] };

/** What a program reads in place of a page: it answers `json` of the shape, or the page that says why not. */
export type Data<Visit> = { readonly shape: z.ZodType; readonly query?: FormShape; readonly read: (visit: Visit) => Promise<Answer> };

/** What a route is in the API. A page offers its data, a form its shape, or either says why it does not; `file` is a download for programs too. */
type Offered<Visit> =
  | { readonly method: 'GET'; readonly data: Data<Visit> | 'file' | Without; readonly upload?: never }
  | { readonly method: 'POST'; readonly form: FormShape | Without; readonly upload?: true };

type Common = { readonly path: string } & Traits;

type Traits = {
  /** Fields of its form that are what they look like, such as an e-mail address to write to: not searched for personal identifiers. */
  readonly unsearched?: readonly string[];
  /** The path holds a secret: no page of the route tells it to the next one as the referrer. */
  readonly secretPath?: true;
  /** The page shows a past year's tree when the query names a year, so a body that was above it then may open it. */
  readonly yearInQuery?: true;
};

type OpenRoute = Common & Offered<OpenVisit> & { readonly access: Extract<AccessRule, { for: 'anyone' }>; readonly handle: (visit: OpenVisit) => Promise<Answer> };
type AccountRoute = Common & Offered<AccountVisit> & { readonly access: Extract<AccessRule, { for: 'signed in' }>; readonly handle: (visit: AccountVisit) => Promise<Answer> };
type MemberRoute = Common & Offered<MemberVisit> & { readonly access: MemberRule; readonly handle: (visit: MemberVisit) => Promise<Answer> };

/** What answers one method on one path. It names its access rule: a route without one does not compile. */
export type Route = OpenRoute | AccountRoute | MemberRoute;

export const isOpen = (route: Route): route is OpenRoute => route.access.for === 'anyone';
export const isForAccounts = (route: Route): route is AccountRoute => route.access.for === 'signed in';
export const isForMembers = (route: Route): route is MemberRoute => route.access.for === 'members';

/** A list of routes, each checked against its access rule's kind of visit. */
export function routes(...list: readonly Route[]): readonly Route[] {
  return list;
}

export function page(title: string, body: ComponentChildren, rest: Omit<Page, 'title' | 'body'> = {}): Answer {
  return { is: 'page', status: 200, page: { title, body, ...rest } };
}

/** The form again, as it was filled in, with what to mend. */
export function refusedPage(title: string, body: ComponentChildren, errors: readonly Refusal[], rest: Omit<Page, 'title' | 'body' | 'errors'> = {}): Extract<Answer, { is: 'page' }> {
  return { is: 'page', status: 422, page: { title, body, errors, ...rest } };
}

/** Somebody else saved first: both texts, and the choice. */
export function conflictPage(title: string, body: ComponentChildren, rest: Omit<Page, 'title' | 'body'> = {}): Answer {
  return { is: 'page', status: 409, page: { title, body, ...rest } };
}

export function notFoundPage(title: string, body: ComponentChildren): Answer {
  return { is: 'page', status: 404, page: { title, body } };
}

/** Too often: the form again, and when it may be sent (RFC 6585). Nothing is kept. */
export function tooManyPage(title: string, body: ComponentChildren, errors: readonly Refusal[], retryAfter: Date): Answer {
  return { is: 'page', status: 429, page: { title, body, errors }, retryAfter };
}

/** To another page after a change (303), with the name of a notice in words.done that the page will show. */
export function redirect(to: string, done?: string): Answer {
  return { is: 'redirect', to: done === undefined ? to : `${to}${to.includes('?') ? '&' : '?'}done=${encodeURIComponent(done)}` };
}

/** What a program reads, as the shape that the route names for it. */
export function json<Shape extends z.ZodType>(_shape: Shape, value: z.input<Shape>): Answer {
  return { is: 'data', value };
}

/** One value of a form or query, trimmed of nothing; the first when there are several, empty when there is none. */
export function valueOf(form: Form, name: string): string {
  const value = Object.hasOwn(form, name) ? form[name] : undefined;
  return typeof value === 'string' ? value : value?.[0] ?? '';
}

export function valuesOf(form: Form, name: string): readonly string[] {
  const value = Object.hasOwn(form, name) ? form[name] : undefined;
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

/** The version of the record that a form showed; 0, which no record that is kept ever has, when the field is not a number. */
export function versionOf(form: Form): number {
  const written = valueOf(form, 'version');
  return /^\d{1,9}$/.test(written) ? Number(written) : 0;
}
