import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Transaction } from '../../platform/database.ts';
import { tokenHash } from '../../platform/pipeline.ts';
import { guessLimits, networkOf, type GuessKind } from './rules.ts';
import { newToken } from './sessions.ts';

/** Who tries: the e-mail address, where from, and the token of the browser's cookie if it has one. */
export type Guesser = { readonly email: string; readonly from: string; readonly browser: string | undefined };

/** Whether this guess may go on to the password; if not, when the next may. */
export type Guess = { readonly allowed: true; readonly counted: readonly Key[] } | { readonly allowed: false; readonly again: Date };

type Key = { readonly kind: GuessKind; readonly sha256: Buffer };

/**
 * Counts a guess, in the accounts scope. The rows stay locked until the transaction ends, so that guesses at one account
 * take turns. A guess that is not allowed is not counted: waiting always helps.
 */
export async function countGuess(tx: Transaction, guesser: Guesser): Promise<Guess> {
  const keys = await keysOf(tx, guesser);
  for (const key of keys) {
    const again = await countOne(tx, key);
    if (again) {
      await giveBack(tx, keys.slice(0, keys.indexOf(key) + 1));
      return { allowed: false, again };
    }
  }
  return { allowed: true, counted: keys };
}

/** Counts a secret address of a calendar that is none, by the network it was tried from. @returns when the next may be tried, after too many */
export async function countWrongCalendar(tx: Transaction, from: string): Promise<Date | undefined> {
  return countOne(tx, { kind: 'calendar', sha256: hashOf(networkOf(from)) });
}

/** A guess that was right is none. */
export async function giveBack(tx: Transaction, counted: readonly Key[]): Promise<void> {
  for (const { kind, sha256 } of counted) await sql`update sign_in_guess set guesses = guesses - 1 where kind = ${kind} and key_sha256 = ${sha256} and guesses > 0`.execute(tx);
}

/** Makes this browser one of the account's. @returns its token for a cookie: the one that it has, or a new one. */
export async function knowBrowser(tx: Transaction, accountId: Id, token: string | undefined): Promise<string> {
  const { numAffectedRows } = await sql`update known_browser set last_used_at = now() where token_sha256 = ${hashOr(token)} and account_id = ${accountId}`.execute(tx);
  if (token !== undefined && numAffectedRows === 1n) return token;
  const fresh = newToken();
  await sql`insert into known_browser (token_sha256, account_id) values (${tokenHash(fresh)}, ${accountId})`.execute(tx);
  return fresh;
}

/** After a new password no browser is known: whoever had the old one may have signed in from theirs. */
export async function forgetBrowsers(tx: Transaction, accountId: Id): Promise<void> {
  await sql`delete from known_browser where account_id = ${accountId}`.execute(tx);
}

/** @returns when it may be tried again, if this was too often */
async function countOne(tx: Transaction, { kind, sha256 }: Key): Promise<Date | undefined> {
  const { rows: [row] } = await sql<{ guesses: number; again: Date }>`
    insert into sign_in_guess as g (kind, key_sha256, guesses) values (${kind}, ${sha256}, 1)
    on conflict (kind, key_sha256) do update set
      guesses = case when g.since < now() - interval '1 hour' then 1 else least(g.guesses + 1, ${guessLimits[kind] + 1}) end,
      since = case when g.since < now() - interval '1 hour' then now() else g.since end
    returning guesses, since + interval '1 hour' as again`.execute(tx);
  return row && row.guesses > guessLimits[kind] ? row.again : undefined;
}

/** The account before the network, always, so that two guesses never wait for each other. */
async function keysOf(tx: Transaction, { email, from, browser }: Guesser): Promise<Key[]> {
  const known = browser !== undefined && await isKnown(tx, email, browser);
  if (known) return [{ kind: 'browser', sha256: tokenHash(browser) }];
  return [{ kind: 'account', sha256: hashOf(email) }, { kind: 'network', sha256: hashOf(networkOf(from)) }];
}

async function isKnown(tx: Transaction, email: string, token: string): Promise<boolean> {
  const { rows } = await sql`select 1 from known_browser b join account a on a.id = b.account_id where b.token_sha256 = ${tokenHash(token)} and a.email = ${email}`.execute(tx);
  return rows.length > 0;
}

function hashOr(token: string | undefined): Buffer {
  return token === undefined ? Buffer.alloc(0) : tokenHash(token);
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
