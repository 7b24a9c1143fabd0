import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Transaction } from '../../platform/database.ts';
import type { AccountTables } from './tables.ts';

export type NewAccount = { readonly id: Id; readonly homeOrgId: Id; readonly email: string; readonly demonstration: boolean };

/** In the accounts scope. */
export async function addAccount(tx: Transaction, account: NewAccount): Promise<void> {
  await tx.withTables<AccountTables>().insertInto('account').values({ ...account, email: account.email.toLowerCase(), passwordHash: null, disabledAt: null }).execute();
}

/** The account of a person of the example, who signs in by one press; never one of a real store. */
export async function demonstrationAccount(tx: Transaction, email: string): Promise<Id | undefined> {
  const row = await tx.withTables<AccountTables>().selectFrom('account').select('id')
    .where('email', '=', email.toLowerCase()).where('demonstration', '=', true).where('disabledAt', 'is', null).executeTakeFirst();
  return row?.id;
}

/** Whether this store is a demonstration: decided when it was made. */
export async function isDemonstration(tx: Transaction): Promise<boolean> {
  const { rows: [row] } = await sql<{ demonstration: boolean }>`select demonstration from installation`.execute(tx);
  return row?.demonstration ?? false;
}

/** The account with an e-mail address. @throws when there is none. */
export async function accountOf(tx: Transaction, email: string): Promise<Id> {
  const row = await tx.withTables<AccountTables>().selectFrom('account').select('id').where('email', '=', email.toLowerCase()).executeTakeFirstOrThrow();
  return row.id;
}
