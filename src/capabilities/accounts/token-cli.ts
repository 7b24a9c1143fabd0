import { parseArgs } from 'node:util';
import { newId } from '../../kernel/id.ts';
import type { Database, Transaction } from '../../platform/database.ts';
import { StartRefused } from '../../platform/start-refused.ts';
import { en } from '../../words/index.ts';
import { emailOf, tokenDays, tokenWish, type TokenWish } from './rules.ts';
import { accountToActAs } from './store.ts';
import { makeToken } from './token-store.ts';

const said = en.api.cli;

/**
 * `./dueregard token create --person EMAIL [--scope read|write] [--days N]`: makes a token of a person and prints it once.
 * @throws StartRefused with a sentence that says what to give.
 */
export async function createToken(args: readonly string[], { database, demonstration }: { readonly database: Database; readonly demonstration: boolean }, say: (line: string) => void): Promise<void> {
  const { email, wish } = readArguments(args);
  const token = await database.within({ is: 'accounts' }, async (tx) => makeToken(tx, { id: newId(), accountId: await accountNamed(tx, email, demonstration), ...wish }));
  say(said.done(email, wish.scope, wish.days));
  say(token);
}

async function accountNamed(tx: Transaction, email: string, demonstration: boolean): Promise<string> {
  const account = await accountToActAs(tx, email);
  if (!account) throw new StartRefused(said.noSuchPerson(email));
  if (account.demonstration && !demonstration) throw new StartRefused(said.notDemonstration(email));
  return account.id;
}

function readArguments(args: readonly string[]): { email: string; wish: TokenWish } {
  const text = { type: 'string' } as const;
  const { values: { person, scope = 'read', days = String(tokenDays.usual), name = said.name } } = parsed(() => parseArgs({ args: [...args], options: { person: text, scope: text, days: text, name: text } }));
  const email = emailOf(person ?? '');
  const wish = tokenWish({ name, scope, days });
  if (email === undefined || !wish.accepted) throw new StartRefused(said.usage);
  return { email, wish: wish.value };
}

function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch {
    throw new StartRefused(said.usage);
  }
}
