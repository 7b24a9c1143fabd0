import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import type { Id } from '../../kernel/id.ts';
import { highestMarking, type Marking } from '../../kernel/marking.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Findings } from './findings.ts';
import { readShared, type Reply, type Shared } from './shared.ts';
import type { RecordSeen } from './store.ts';
import type { ModerationTables } from './tables.ts';

/** Raised by the database (migrations/0009-recommendations.sql): the adviser has shared another draft since. */
export const sharedAnew = 'DR011';

const tables = (tx: Transaction) => tx.withTables<ModerationTables>();

/** Freezes the draft and shows it to the body. @returns false when it changed since it was read */
export async function shareFindings(tx: Transaction, seen: RecordSeen, { id, findings, frozen }: { readonly id: Id; readonly findings: Findings; readonly frozen: string }): Promise<boolean> {
  const { orgId, id: moderationId, version } = seen;
  const current = await tables(tx).selectFrom('moderation').select('id')
    .where('orgId', '=', orgId).where('id', '=', moderationId).where('version', '=', version).forNoKeyUpdate().executeTakeFirst();
  if (!current) return false;
  const marking = highestMarking([...findings.strengths, ...findings.recommendations].map((statement) => statement.marking));
  await tables(tx).insertInto('sharedFindings').values({ orgId, id, moderationId, marking, frozen, frozenSha256: createHash('sha256').update(frozen).digest() }).execute();
  return true;
}

/** The draft that was shared last. */
export async function lastShared(tx: Transaction, orgId: Id, moderationId: Id): Promise<Shared | undefined> {
  const row = await tables(tx).selectFrom('sharedFindings').select(['id', 'frozen']).where('orgId', '=', orgId).where('moderationId', '=', moderationId)
    .orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();
  if (!row) return undefined;
  const findings = readShared(row.frozen);
  return { id: row.id, sharedAt: new Date(findings.shared_at), findings };
}

/** What the body answered to a shared draft, the whole of it first; empty before it has. */
export async function repliesTo(tx: Transaction, orgId: Id, sharedId: Id): Promise<Reply[]> {
  return tables(tx).selectFrom('findingsReply').select(['recommendationId', 'stance', 'text', 'marking'])
    .where('orgId', '=', orgId).where('sharedId', '=', sharedId).orderBy('recommendationId', (order) => order.asc().nullsFirst()).execute();
}

/** Writes into the reader's own audit trail that a letter or a bundle was made of a body's year. */
export async function noteMade(tx: Transaction, kind: 'letter' | 'bundle', recordId: Id, made: { readonly year: string; readonly marking: Marking } & Readonly<Record<string, string | number>>): Promise<void> {
  await sql`select audit_note(${kind}, ${recordId}, ${JSON.stringify(made)}::jsonb)`.execute(tx);
}

/** Sends the reply whole, once. @returns false when somebody has sent one */
export async function sendReplies(tx: Transaction, to: { readonly orgId: Id; readonly moderationId: Id; readonly sharedId: Id }, replies: readonly (Reply & { readonly id: Id })[]): Promise<boolean> {
  const sent = await tables(tx).insertInto('findingsReply').values(replies.map((reply) => ({ ...to, ...reply }))).onConflict((clash) => clash.doNothing()).returning('id').execute();
  return sent.length === replies.length;
}
