import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Transaction } from '../../platform/database.ts';
import { tokenHash } from '../../platform/pipeline.ts';
import { namesOfOrganisations } from '../organisations/index.ts';
import { linkHours, type LinkPurpose } from './rules.ts';
import { newToken } from './sessions.ts';
import type { AccountTables } from './tables.ts';

/** A link that still works, with the account that it is for. */
export type LiveLink = {
  readonly accountId: Id;
  readonly email: string;
  readonly demonstration: boolean;
  readonly passwordHash: string | null;
  readonly homeOrgId: Id;
  readonly home: string;
} & (
  | { readonly purpose: 'reset' }
  | { readonly purpose: 'invitation'; readonly orgId: Id; readonly personId: Id; readonly organisation: string }
);

const tables = (tx: Transaction) => tx.withTables<AccountTables>();

/** A link that lets an invited person begin their roles at a body; those handed out before for it work no more. In the accounts scope. */
export async function makeInvitation(tx: Transaction, { accountId, orgId, personId, madeBy }: { accountId: Id; orgId: Id; personId: Id; madeBy: Id | null }): Promise<string> {
  await tables(tx).deleteFrom('oneTimeLink').where('accountId', '=', accountId).where('forOrgId', '=', orgId).where('usedAt', 'is', null).execute();
  return insertLink(tx, { accountId, purpose: 'invitation', forOrgId: orgId, personId, madeBy });
}

/** A link that lets a person choose a new password; those handed out before work no more. In the accounts scope. */
export async function makeReset(tx: Transaction, { accountId, madeBy }: { accountId: Id; madeBy: Id | null }): Promise<string> {
  await voidResets(tx, accountId);
  return insertLink(tx, { accountId, purpose: 'reset', forOrgId: null, personId: null, madeBy });
}

export async function voidResets(tx: Transaction, accountId: Id): Promise<void> {
  await tables(tx).deleteFrom('oneTimeLink').where('accountId', '=', accountId).where('purpose', '=', 'reset').where('usedAt', 'is', null).execute();
}

/** The link of a token, if it has not been used, replaced or outlived; locked, so that two presses take turns. */
export async function liveLink(tx: Transaction, token: string): Promise<LiveLink | undefined> {
  const row = await tables(tx).selectFrom('oneTimeLink as l').innerJoin('account as a', 'a.id', 'l.accountId')
    .select(['l.accountId', 'l.purpose', 'l.forOrgId', 'l.personId', 'a.email', 'a.demonstration', 'a.passwordHash', 'a.homeOrgId'])
    .where('l.tokenSha256', '=', tokenHash(token)).where('l.usedAt', 'is', null).where('l.endsAt', '>', sql<Date>`now()`).where('a.disabledAt', 'is', null)
    .forUpdate('l').executeTakeFirst();
  if (!row) return undefined;
  const { purpose, forOrgId, personId, ...account } = row;
  const names = await namesOfOrganisations(tx, [account.homeOrgId, ...(forOrgId === null ? [] : [forOrgId])]);
  const home = names.get(account.homeOrgId) ?? '';
  if (purpose === 'reset') return { ...account, purpose, home };
  if (forOrgId === null || personId === null) throw new Error('an invitation names no body');
  return { ...account, purpose, home, orgId: forOrgId, personId, organisation: names.get(forOrgId) ?? '' };
}

export async function useLink(tx: Transaction, token: string): Promise<void> {
  await tables(tx).updateTable('oneTimeLink').set({ usedAt: sql`now()` }).where('tokenSha256', '=', tokenHash(token)).execute();
}

type NewLink = { accountId: Id; purpose: LinkPurpose; forOrgId: Id | null; personId: Id | null; madeBy: Id | null };

async function insertLink(tx: Transaction, link: NewLink): Promise<string> {
  const token = newToken();
  await tables(tx).insertInto('oneTimeLink')
    .values({ ...link, tokenSha256: tokenHash(token), usedAt: null, endsAt: sql`now() + make_interval(hours => ${linkHours[link.purpose]})` }).execute();
  return token;
}
