import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Transaction } from '../../platform/database.ts';
import { tokenHash } from '../../platform/pipeline.ts';
import type { TokenScope, TokenWish } from './rules.ts';
import { newToken } from './sessions.ts';
import type { AccountTables } from './tables.ts';

/** A token as its person sees it: never the token itself, which is shown once when it is made. */
export type ApiToken = { readonly id: Id; readonly name: string; readonly scope: TokenScope; readonly createdAt: Date; readonly endsAt: Date; readonly lastUsedAt: Date | null };

const tables = (tx: Transaction) => tx.withTables<AccountTables>();

/** Every token begins so, that people and secret scanners know one when they see it. */
const begins = 'dueregard_';

/** Makes a token of an account. The database keeps its hash alone. In the accounts scope, as everything here. */
export async function makeToken(tx: Transaction, { id, accountId, name, scope, days }: TokenWish & { readonly id: Id; readonly accountId: Id }): Promise<string> {
  const token = `${begins}${newToken()}`;
  await tables(tx).insertInto('apiToken').values({ id, accountId, purpose: name, scope, tokenSha256: tokenHash(token), endsAt: sql`now() + make_interval(days => ${days})` }).execute();
  return token;
}

/** The tokens of an account that still work, the newest first. */
export async function liveTokens(tx: Transaction, accountId: Id): Promise<ApiToken[]> {
  return tables(tx).selectFrom('apiToken').select(['id', 'purpose as name', 'scope', 'createdAt', 'endsAt', 'lastUsedAt'])
    .where('accountId', '=', accountId).where('revokedAt', 'is', null).where('endsAt', '>', sql<Date>`now()`).orderBy('createdAt', 'desc').execute();
}

/** Ends a token of this account at once; nothing happens for one that has ended. */
export async function revokeToken(tx: Transaction, accountId: Id, id: Id): Promise<void> {
  await tables(tx).updateTable('apiToken').set({ revokedAt: sql`now()` }).where('id', '=', id).where('accountId', '=', accountId).where('revokedAt', 'is', null).execute();
}
