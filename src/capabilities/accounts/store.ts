import { sql } from 'kysely';
import type { OrganisationKind, Role } from '../../kernel/access.ts';
import type { Id } from '../../kernel/id.ts';
import type { Day } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import { forgetBrowsers } from './guess-store.ts';
import { endAllSessions } from './sessions.ts';
import { voidResets } from './link-store.ts';
import type { AccountTables } from './tables.ts';

export type NewAccount = { readonly id: Id; readonly homeOrgId: Id; readonly email: string; readonly demonstration: boolean };

export type AccountState = {
  readonly id: Id;
  readonly email: string;
  readonly homeOrgId: Id;
  readonly hasPassword: boolean;
  readonly demonstration: boolean;
  readonly disabled: boolean;
};

export type DemonstrationPerson = { readonly email: string; readonly name: string; readonly role: Role; readonly organisation: string; readonly kind: OrganisationKind; readonly invented: boolean };

const tables = (tx: Transaction) => tx.withTables<AccountTables>();

/** In the accounts scope, as everything here. */
export async function addAccount(tx: Transaction, account: NewAccount): Promise<void> {
  await tables(tx).insertInto('account').values({ ...account, email: account.email.toLowerCase(), passwordHash: null, disabledAt: null }).execute();
}

/** The account of an e-mail address, made for the body where there is none. */
export async function accountFor(tx: Transaction, account: NewAccount): Promise<Id> {
  await tables(tx).insertInto('account').values({ ...account, passwordHash: null, disabledAt: null }).onConflict((conflict) => conflict.column('email').doNothing()).execute();
  return accountOf(tx, account.email);
}

/** The account with an e-mail address. @throws when there is none. */
export async function accountOf(tx: Transaction, email: string): Promise<Id> {
  const row = await tables(tx).selectFrom('account').select('id').where('email', '=', email.toLowerCase()).executeTakeFirstOrThrow();
  return row.id;
}

/** What an account signs in with; undefined for one that cannot sign in with a password. */
export async function passwordOf(tx: Transaction, by: { email: string } | { id: Id }): Promise<{ id: Id; email: string; passwordHash: string } | undefined> {
  const [column, value] = 'email' in by ? ['email' as const, by.email] : ['id' as const, by.id];
  const row = await tables(tx).selectFrom('account').select(['id', 'email', 'passwordHash']).where(column, '=', value).where('disabledAt', 'is', null).executeTakeFirst();
  return row?.passwordHash ? { ...row, passwordHash: row.passwordHash } : undefined;
}

/** The same password, kept with stronger parameters. */
export async function keepHash(tx: Transaction, id: Id, passwordHash: string): Promise<void> {
  await tables(tx).updateTable('account').set({ passwordHash }).where('id', '=', id).execute();
}

/** A new password: every session ends, and links to reset the old one work no more. */
export async function replacePassword(tx: Transaction, id: Id, passwordHash: string): Promise<void> {
  await keepHash(tx, id, passwordHash);
  await endAllSessions(tx, id);
  await voidResets(tx, id);
  await forgetBrowsers(tx, id);
}

export async function accountStates(tx: Transaction, ids: readonly Id[]): Promise<AccountState[]> {
  if (ids.length === 0) return [];
  const rows = await tables(tx).selectFrom('account').select(['id', 'email', 'homeOrgId', 'passwordHash', 'demonstration', 'disabledAt']).where('id', 'in', ids).execute();
  return rows.map(({ passwordHash, disabledAt, ...account }) => ({ ...account, hasPassword: passwordHash !== null, disabled: disabledAt !== null }));
}

/** The account of a person of the example, who signs in by one press; never one of a real store. */
export async function demonstrationAccount(tx: Transaction, email: string): Promise<Id | undefined> {
  const row = await tables(tx).selectFrom('account').select('id')
    .where('email', '=', email.toLowerCase()).where('demonstration', '=', true).where('disabledAt', 'is', null).executeTakeFirst();
  return row?.id;
}

/** The people of the examples with their roles of today, a row for each role, by organisation. */
export async function demonstrationPeople(tx: Transaction, today: Day): Promise<DemonstrationPerson[]> {
  const { rows } = await sql<DemonstrationPerson>`select * from demonstration_people(${today}::date)`.execute(tx);
  return rows;
}

/** Whether this store is a demonstration: decided when it was made. */
export async function isDemonstration(tx: Transaction): Promise<boolean> {
  const { rows: [row] } = await sql<{ demonstration: boolean }>`select demonstration from installation`.execute(tx);
  return row?.demonstration ?? false;
}
