import type { Id } from '../../kernel/id.ts';
import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { OpenVisit } from '../../platform/route.ts';
import type { Words } from '../../words/index.ts';
import { countGuess, giveBack } from './guess-store.ts';
import type { Passwords } from './passwords.ts';
import { keepHash, passwordOf } from './store.ts';

export type Proof = { readonly is: 'right'; readonly accountId: Id } | { readonly is: 'wrong' } | { readonly is: 'held back'; readonly again: Date };

/**
 * Whose password this is. A known and an unknown account cost the same: one look-up, one guess counted and one run of the
 * hash function; after too many guesses, no run. A right password that was kept with weaker parameters is kept anew. In the
 * accounts scope. The transaction commits also when the password was wrong: that is how guesses are counted.
 */
export async function proveAccount({ tx, from, browserToken }: Pick<OpenVisit, 'tx' | 'from' | 'browserToken'>, passwords: Passwords, who: { email: string } | { id: Id }, password: string): Promise<Proof> {
  const account = await passwordOf(tx, who);
  const email = account?.email ?? ('email' in who ? who.email : who.id);
  const guess = await countGuess(tx, { email, from, browser: browserToken });
  if (!guess.allowed) return { is: 'held back', again: guess.again };
  const { right, outdated } = await passwords.verify(password, account?.passwordHash ?? passwords.nobody);
  if (!account || !right) return { is: 'wrong' };
  await giveBack(tx, guess.counted);
  if (outdated) await keepHash(tx, account.id, await passwords.hash(password));
  return { is: 'right', accountId: account.id };
}

/** The same as a refusal at a field, with the sentence for a wrong password. */
export function provenAt(field: string, proof: Proof, wrong: (words: Words) => string): Outcome<'proven'> {
  switch (proof.is) {
    case 'right': return accept('proven');
    case 'wrong': return refuse({ field, say: wrong });
    case 'held back': return refuse({ field, say: ({ accounts }) => accounts.signIn.heldBack(proof.again) });
  }
}
