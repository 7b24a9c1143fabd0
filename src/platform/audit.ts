import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Transaction } from './database.ts';

/** One event of the trail as the chain hashes it; `at` is the text that was hashed, in UTC with microseconds. */
export type AuditEvent = {
  readonly seq: number;
  readonly at: string;
  readonly personId: Id | null;
  readonly action: 'added' | 'changed' | 'removed' | 'noted';
  readonly recordKind: string;
  readonly recordId: Id;
  readonly body: string;
  readonly previousHash: Buffer;
  readonly hash: Buffer;
};

export type HiddenText = { readonly seq: number; readonly field: string; readonly salt: Buffer; readonly value: string };

/** What is wrong with a chain, at the first event where it shows; a missing text that was erased is no fault. */
export type ChainFault =
  | { readonly is: 'gap' | 'broken link' | 'changed event' | 'changed text'; readonly seq: number }
  | { readonly is: 'head differs'; readonly seq: number };

export type ChainHead = { readonly seq: number; readonly hash: Buffer };

export type ChainReport = { readonly events: number; readonly head: ChainHead; readonly fault: ChainFault | undefined };

const batch = 2_000;
const beginning: ChainHead = { seq: 0, hash: Buffer.alloc(32) };

/** Follows the scope's organisation's chain from its first event to its head. In the own scope. */
export async function verifyChain(tx: Transaction, orgId: Id): Promise<ChainReport> {
  let head = beginning;
  for (;;) {
    const events = await eventsAfter(tx, orgId, head.seq);
    const texts = groupBySeq(await textsBetween(tx, orgId, head.seq, events.at(-1)?.seq ?? head.seq));
    for (const event of events) {
      const fault = faultOf(orgId, head, event, texts.get(event.seq) ?? []);
      if (fault) return { events: head.seq, head, fault };
      head = { seq: event.seq, hash: event.hash };
    }
    if (events.length < batch) break;
  }
  const { rows: [kept] } = await sql<ChainHead>`select seq, hash from audit_head where org_id = ${orgId}`.execute(tx);
  const expected = kept ?? beginning;
  const same = expected.seq === head.seq && expected.hash.equals(head.hash);
  return { events: head.seq, head, fault: same ? undefined : { is: 'head differs', seq: expected.seq } };
}

/** Whether a chain still passes through a head that was written down earlier: a chain that was cut or written anew does not. */
export async function holdsHead(tx: Transaction, orgId: Id, head: ChainHead): Promise<boolean> {
  if (head.seq === 0) return true;
  const { rows: [event] } = await sql<{ hash: Buffer }>`select hash from audit_event where org_id = ${orgId} and seq = ${head.seq}`.execute(tx);
  return event?.hash.equals(head.hash) ?? false;
}

/** The frozen records of one kind whose text, or whose hash in the trail, is no longer what it was when they were frozen. */
export async function changedSinceFrozen(tx: Transaction, orgId: Id, table: string): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select f.id from ${sql.table(table)} f where f.org_id = ${orgId} and f.frozen is not null and (f.frozen_sha256 <> sha256(convert_to(f.frozen, 'UTF8'))
      or not exists (select from audit_event e where e.org_id = ${orgId} and e.record_kind = ${table} and e.record_id = f.id and e.action in ('added', 'changed')
        and e.body::jsonb -> 'frozen_sha256' ->> 'to' = f.frozen_sha256::text))`.execute(tx);
  return rows.map(({ id }) => id);
}

/** The rule of the chain, apart from any database, so that a reader can check it by hand. */
export function faultOf(orgId: Id, previous: ChainHead, event: AuditEvent, texts: readonly HiddenText[]): ChainFault | undefined {
  if (event.seq !== previous.seq + 1) return { is: 'gap', seq: previous.seq + 1 };
  if (!event.previousHash.equals(previous.hash)) return { is: 'broken link', seq: event.seq };
  if (!hashOfEvent(orgId, event).equals(event.hash)) return { is: 'changed event', seq: event.seq };
  const hidden = hiddenIn(event.body);
  const changed = texts.some(({ field, salt, value }) => hidden.get(field) !== createHash('sha256').update(salt).update(value).digest('hex'));
  return changed ? { is: 'changed text', seq: event.seq } : undefined;
}

/** The same bytes as audit_bytes() in migrations/0001-scopes.sql. */
export function hashOfEvent(orgId: Id, event: AuditEvent): Buffer {
  const line = [orgId, event.seq, event.at, event.personId ?? '-', event.action, event.recordKind, event.recordId, event.body].join('\n');
  return createHash('sha256').update(event.previousHash).update(line).digest();
}

/** The salted hash of each field of an event that is kept beside the chain. */
function hiddenIn(body: string): Map<string, string> {
  const fields = Object.entries(JSON.parse(body) as Record<string, { hidden?: string | null } | null>);
  return new Map(fields.flatMap(([field, change]) => (typeof change?.hidden === 'string' ? [[field, change.hidden] as const] : [])));
}

async function eventsAfter(tx: Transaction, orgId: Id, seq: number): Promise<AuditEvent[]> {
  const { rows } = await sql<AuditEvent>`
    select seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, person_id, action, record_kind, record_id, body, previous_hash, hash
    from audit_event where org_id = ${orgId} and seq > ${seq} order by seq limit ${batch}`.execute(tx);
  return rows;
}

async function textsBetween(tx: Transaction, orgId: Id, after: number, to: number): Promise<HiddenText[]> {
  const { rows } = await sql<HiddenText>`select seq, field, salt, value from audit_text where org_id = ${orgId} and seq > ${after} and seq <= ${to}`.execute(tx);
  return rows;
}

function groupBySeq(texts: readonly HiddenText[]): Map<number, HiddenText[]> {
  return Map.groupBy(texts, ({ seq }) => seq);
}
