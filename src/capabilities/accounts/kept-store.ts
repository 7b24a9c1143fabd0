import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Transaction } from '../../platform/database.ts';
import type { AccountTables } from './tables.ts';

const tables = (tx: Transaction) => tx.withTables<AccountTables>();

/** What was kept for an account, sealed, until its hour is over. In the accounts scope. */
export async function sealedForm(tx: Transaction, accountId: Id, id: Id): Promise<{ sealed: Buffer; endsAt: Date } | undefined> {
  return tables(tx).selectFrom('keptForm').select(['sealed', 'endsAt']).where('accountId', '=', accountId).where('id', '=', id).where('endsAt', '>', sql<Date>`now()`).executeTakeFirst();
}

export async function forgetForm(tx: Transaction, accountId: Id, id: Id): Promise<void> {
  await tables(tx).deleteFrom('keptForm').where('accountId', '=', accountId).where('id', '=', id).execute();
}
