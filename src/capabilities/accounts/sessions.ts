import { randomBytes } from 'node:crypto';
import type { Id } from '../../kernel/id.ts';
import type { Transaction } from '../../platform/database.ts';
import { tokenHash } from '../../platform/pipeline.ts';
import type { AccountTables } from './tables.ts';

/** A session ends for good this many hours after sign-in, however busy it was. */
export const sessionHours = 12;

/** Begins a session in the accounts scope. The token goes to the browser; the database keeps its hash alone. */
export async function beginSession(tx: Transaction, accountId: Id, now: Date, idleMinutes: number): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await tx.withTables<AccountTables>().insertInto('session')
    .values({ tokenSha256: tokenHash(token), accountId, createdAt: now, lastSeenAt: now, idleMinutes, endsAt: new Date(now.getTime() + sessionHours * 3_600_000) })
    .execute();
  return token;
}

export async function endSession(tx: Transaction, token: string): Promise<void> {
  await tx.withTables<AccountTables>().deleteFrom('session').where('tokenSha256', '=', tokenHash(token)).execute();
}

/** Signs an account out everywhere: after a new password, or when somebody leaves. */
export async function endAllSessions(tx: Transaction, accountId: Id): Promise<void> {
  await tx.withTables<AccountTables>().deleteFrom('session').where('accountId', '=', accountId).execute();
}
