import type { Id } from '../../kernel/id.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Passwords } from './passwords.ts';
import { keepHash, passwordOf } from './store.ts';

/**
 * Whose password this is. A known and an unknown account cost the same: one look-up and one run of the hash function.
 * A right password that was kept with weaker parameters is kept anew. In the accounts scope.
 */
export async function accountWith(tx: Transaction, passwords: Passwords, who: { email: string } | { id: Id }, password: string): Promise<Id | undefined> {
  const account = await passwordOf(tx, who);
  const { right, outdated } = await passwords.verify(password, account?.passwordHash ?? passwords.nobody);
  if (!account || !right) return undefined;
  if (outdated) await keepHash(tx, account.id, await passwords.hash(password));
  return account.id;
}
