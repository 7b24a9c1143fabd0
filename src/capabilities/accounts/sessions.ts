import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Transaction } from '../../platform/database.ts';
import { tokenHash } from '../../platform/pipeline.ts';
import type { AccountTables } from './tables.ts';

/** A session ends for good this many hours after sign-in, however busy it was. */
export const sessionHours = 12;

export type LiveSession = { readonly begunAt: Date; readonly lastSeenAt: Date; readonly isThis: boolean };

const tables = (tx: Transaction) => tx.withTables<AccountTables>();

/**
 * Begins a session in the accounts scope. The token goes to the browser; the database keeps its hash alone, and its clock
 * decides when the session ends, so that several servers agree.
 */
export async function beginSession(tx: Transaction, accountId: Id, idleMinutes: number): Promise<string> {
  const token = newToken();
  await tables(tx).insertInto('session')
    .values({ tokenSha256: tokenHash(token), accountId, idleMinutes, endsAt: sql`now() + make_interval(hours => ${sessionHours})` })
    .execute();
  return token;
}

export async function endSession(tx: Transaction, token: string): Promise<void> {
  await tables(tx).deleteFrom('session').where('tokenSha256', '=', tokenHash(token)).execute();
}

/** Signs an account out everywhere: after a new password, or when somebody leaves. */
export async function endAllSessions(tx: Transaction, accountId: Id): Promise<void> {
  await tables(tx).deleteFrom('session').where('accountId', '=', accountId).execute();
}

/** The sessions of an account that still work, the latest seen first. */
export async function liveSessions(tx: Transaction, accountId: Id, token: string | undefined): Promise<LiveSession[]> {
  const own = token === undefined ? undefined : tokenHash(token);
  const rows = await tables(tx).selectFrom('session').select(['tokenSha256', 'createdAt', 'lastSeenAt']).where('accountId', '=', accountId)
    .where('endsAt', '>', sql<Date>`now()`).where(sql<boolean>`last_seen_at + make_interval(mins => idle_minutes) > now()`)
    .orderBy('lastSeenAt', 'desc').execute();
  return rows.map(({ tokenSha256, createdAt, lastSeenAt }) => ({ begunAt: createdAt, lastSeenAt, isThis: own !== undefined && tokenSha256.equals(own) }));
}

/** 256 random bits, as an address or a cookie carries them. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}
