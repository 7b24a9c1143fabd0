import type { Id } from '../kernel/id.ts';
import type { MailFailure } from '../kernel/mail.ts';

/** One letter to one person, in plain text. The identifier is the same at each try, so that whoever gets it twice can tell. */
export type Letter = { readonly id: Id; readonly to: string; readonly subject: string; readonly text: string };

/** By which way letters leave. */
export type Post = {
  readonly by: 'smtp' | 'notify' | 'demonstration';
  /** @throws NotSent */
  send(letter: Letter): Promise<void>;
  close(): void;
};

/** Why a letter did not go. It carries no text of the other side, which may repeat an address. */
export class NotSent extends Error {
  readonly failure: MailFailure;
  constructor(failure: MailFailure) { super(failure); this.failure = failure; }
}
