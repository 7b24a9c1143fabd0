import { hash } from 'node:crypto';
import { sql } from 'kysely';
import { permitFor, type Organisation, type Permit, type Visitor, type Way } from '../kernel/access.ts';
import { isId, type MakeId } from '../kernel/id.ts';
import { lastDay, yearOf, type Day } from '../kernel/year.ts';
import type { Words } from '../words/index.ts';
import { enterScope, type Database, type Transaction } from './database.ts';
import type { ReceivedFile } from './files.ts';
import { isConfirmed, suspectsIn, type Suspect } from './identifier-guard.ts';
import { isForAccounts, isOpen, valueOf, type Answer, type Form, type Log, type MemberVisit, type OpenVisit, type Route } from './route.ts';

/** A request as the pipeline takes it: read and bounded, but not yet believed. */
export type Asked = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Form;
  readonly form: Form;
  readonly files: Readonly<Record<string, ReceivedFile>>;
  readonly sessionToken: string | undefined;
  /** The token of a program. Never together with a session: a page knows sessions, the API tokens. */
  readonly bearer?: string | undefined;
  readonly browserToken: string | undefined;
  readonly from: string;
  readonly keptTicket: string | undefined;
  readonly reference: string;
  readonly address: string;
  readonly log: Log;
  readonly now: Date;
  readonly today: Day;
};

/** Whose page it is, for whom; the logo of the body, by its hash (hexadecimal), for its own people. */
export type About = { readonly visitor: Visitor | undefined; readonly organisation: Organisation | undefined; readonly logo?: string | undefined };

/** What the pipeline answers: the handler's answer, or why it did not come to one. */
export type Reply = About & (
  | { readonly is: 'answer'; readonly answer: Answer }
  | { readonly is: 'sign in first' }
  | { readonly is: 'not allowed' }
  /** The token may only read. */
  | { readonly is: 'read only' }
  | { readonly is: 'no such organisation' }
  | { readonly is: 'not from this page' }
  | { readonly is: 'already sent' }
  | { readonly is: 'looks personal'; readonly suspects: readonly Suspect[] }
);

export type Pipeline = { readonly database: Database; readonly words: Words; readonly newId: MakeId };

type Found = { accountId: string; demonstration: boolean; memberships: Visitor['memberships']; organisation: Organisation | null; ways: readonly Way[]; logo?: string | null; tokenScope?: 'read' | 'write' };

/** Thrown to leave the transaction without committing, carrying the reply. */
class RolledBack extends Error {
  readonly reply: Reply;
  constructor(reply: Reply) { super(); this.reply = reply; }
}

/**
 * One request in one transaction: who is it, may they, enter the scope, take the form's key, run the handler.
 * Only an answer that is a success commits; a refused form or a lost race leaves nothing behind.
 */
export async function runRoute(pipeline: Pipeline, route: Route, asked: Asked): Promise<Reply> {
  try {
    return await pipeline.database.transaction((tx) => handleInside(pipeline, route, asked, tx));
  } catch (error) {
    if (error instanceof RolledBack) return error.reply;
    throw error;
  }
}

/** Whether a route would take this request, before its files are read. */
export async function mayRun(pipeline: Pipeline, route: Route, asked: Asked): Promise<Reply | 'yes'> {
  return pipeline.database.transaction(async (tx) => {
    const found = await findVisit(tx, route, asked);
    const stopped = stopAtTheDoor(route, found, visitorOf(found));
    return stopped ?? 'yes';
  });
}

async function handleInside(pipeline: Pipeline, route: Route, asked: Asked, tx: Transaction): Promise<Reply> {
  const found = await findVisit(tx, route, asked);
  const visitor = visitorOf(found);
  const stopped = stopAtTheDoor(route, found, visitor);
  if (stopped) throw new RolledBack(stopped);
  const about = { visitor, organisation: found?.organisation ?? undefined, logo: found?.logo ?? undefined };
  const csrf = asked.sessionToken === undefined ? '' : csrfOf(asked.sessionToken);
  if (route.method === 'POST' && asked.sessionToken !== undefined && visitor && valueOf(asked.form, 'csrf') !== csrf) throw new RolledBack({ is: 'not from this page', ...about });
  const open: OpenVisit = {
    tx, words: pipeline.words, newId: pipeline.newId, visitor,
    ...asked, seal: { csrf, requestKey: pipeline.newId() },
  };
  const answer = await answerOf(route, open, found, about);
  if (answer.is === 'page' && answer.status !== 200 && !answer.keep) throw new RolledBack({ is: 'answer', answer, ...about });
  return { is: 'answer', answer, ...about };
}

async function answerOf(route: Route, open: OpenVisit, found: Found | undefined, about: About): Promise<Answer> {
  const { tx, visitor } = open;
  if (isOpen(route)) {
    await enterScope(tx, { is: 'accounts' });
    return route.handle(open);
  }
  if (!visitor) throw new RolledBack({ is: 'sign in first', ...about });
  if (isForAccounts(route)) {
    await enterScope(tx, { is: 'accounts' });
    return route.handle({ ...open, visitor });
  }
  const permit = permitFor(route.access, visitor, found?.ways ?? []);
  const organisation = about.organisation;
  if (!permit || !organisation) throw new RolledBack({ is: 'not allowed', ...about });
  const day = permit.scope === 'grant' ? open.today : dayOfTree(route, open);
  await enterScope(tx, { is: permit.scope, orgId: permit.orgId, personId: permit.personId, day });
  const visit = { ...open, visitor, permit, organisation };
  return route.method === 'POST' ? withoutIdentifiers(route, visit, about, () => onceOnly(route, visit, about, () => route.handle(visit))) : route.handle(visit);
}

/**
 * Stops what looks like it tells of one person, for every form there is. Where the writer has confirmed that it does not,
 * the work goes on and the trail says so, without the words.
 */
async function withoutIdentifiers(route: Route, visit: MemberVisit, about: About, work: () => Promise<Answer>): Promise<Answer> {
  const suspects = suspectsIn(visit.form, visit.files, route.unsearched ?? []);
  if (suspects.length === 0) return work();
  if (!isConfirmed(visit.form, suspects)) throw new RolledBack({ is: 'looks personal', suspects, ...about });
  const answer = await work();
  const said = visit.words.platform.identifiers;
  const body = { field: [...new Set(suspects.map(({ field }) => said.field(field)))].join(', '), looked_like: [...new Set(suspects.flatMap(({ found }) => found.map(({ kind }) => said.kinds[kind])))].join(', ') };
  await sql`select audit_note('confirmation', ${visit.newId()}, ${JSON.stringify(body)}::jsonb)`.execute(visit.tx);
  return answer;
}

/** Takes the form's key before the work and notes after it where it led, so that the same press again goes there and does nothing. */
async function onceOnly(route: Route, visit: OpenVisit & { visitor: Visitor; permit: Permit }, about: About, work: () => Promise<Answer>): Promise<Answer> {
  const key = valueOf(visit.form, 'request_key');
  if (!isId(key)) return work();
  const { tx, permit: { orgId }, visitor: { accountId } } = visit;
  const sent = fingerprint(route, visit);
  const taken = await sql`insert into request_key (org_id, key, account_id, request_sha256) values (${orgId}, ${key}, ${accountId}, ${sent}) on conflict (org_id, key) do nothing`.execute(tx);
  if (taken.numAffectedRows === 0n) {
    const { rows: [first] } = await sql<{ location: string | null; requestSha256: Buffer; accountId: string }>`
      select location, request_sha256, account_id from request_key where org_id = ${orgId} and key = ${key}`.execute(tx);
    if (first?.location && first.requestSha256.equals(sent) && first.accountId === accountId) return { is: 'redirect', to: first.location };
    throw new RolledBack({ is: 'already sent', ...about });
  }
  const answer = await work();
  if (answer.is === 'redirect') await sql`update request_key set location = ${answer.to} where org_id = ${orgId} and key = ${key}`.execute(tx);
  return answer;
}

/** What is asked of which address: the same words to another record are another request. */
function fingerprint({ path }: Route, { params, form, files }: OpenVisit): Buffer {
  const fields = Object.entries(form).filter(([name]) => name !== 'csrf' && name !== 'request_key').sort(([a], [b]) => (a < b ? -1 : 1));
  const hashes = Object.entries(files).map(([name, file]) => [name, file.sha256.toString('hex')]).sort();
  return hash('sha256', JSON.stringify([path, Object.entries(params).sort(), fields, hashes]), 'buffer');
}

async function findVisit(tx: Transaction, route: Route, asked: Asked): Promise<Found | undefined> {
  const token = asked.bearer ?? asked.sessionToken;
  if (token === undefined) return undefined;
  const by = sql.raw(asked.bearer === undefined ? 'visit' : 'visit_by_token');
  const { rows: [row] } = await sql<{ visit: Found | null }>`select ${by}(${tokenHash(token)}, ${asked.params['org'] ?? null}, ${dayOfTree(route, asked)}::date, ${asked.today}::date) as visit`.execute(tx);
  return row?.visit ?? undefined;
}

function visitorOf(found: Found | undefined): Visitor | undefined {
  return found && { accountId: found.accountId, demonstration: found.demonstration, memberships: found.memberships };
}

function stopAtTheDoor(route: Route, found: Found | undefined, visitor: Visitor | undefined): Reply | undefined {
  const about = { visitor, organisation: found?.organisation ?? undefined };
  if (isOpen(route)) return undefined;
  if (!visitor) return { is: 'sign in first', ...about };
  if (route.method === 'POST' && found?.tokenScope === 'read') return { is: 'read only', ...about };
  if (isForAccounts(route)) return undefined;
  if (!about.organisation) return { is: 'no such organisation', ...about };
  return permitFor(route.access, visitor, found?.ways ?? []) ? undefined : { is: 'not allowed', ...about };
}

/** A past year keeps the tree that it had: its last day decides. This year and a coming one are seen from today. */
function dayOfTree({ yearInQuery }: Route, { params, query, today }: Pick<Asked, 'params' | 'query' | 'today'>): Day {
  const year = yearOf(params['year'] ?? (yearInQuery ? valueOf(query, 'year') : ''));
  if (!year) return today;
  const end = lastDay(year);
  return end < today ? end : today;
}

export function tokenHash(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}

export function csrfOf(token: string): string {
  return hash('sha256', `csrf:${token}`, 'base64url');
}
