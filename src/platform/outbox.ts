import { sql } from 'kysely';
import { nextTryIn, type MailFailure } from '../kernel/mail.ts';
import type { Id } from '../kernel/id.ts';
import type { Day } from '../kernel/year.ts';
import { today, type Clock } from './clock.ts';
import type { Database, Transaction } from './database.ts';
import { NotSent, type Letter, type Post } from './mail.ts';
import type { Log } from './route.ts';

/** What waits to be sent: what the letter is made of, and where it goes; without a recipient when the person has left. */
export type Waiting = {
  readonly orgId: Id; readonly id: Id; readonly kind: string; readonly facts: unknown; readonly attempts: number;
  readonly to: Recipient | undefined;
};

export type Recipient = { readonly email: string; readonly person: string; readonly organisation: string; readonly shortName: string; readonly invented: boolean };

export type Outbox = {
  readonly database: Database;
  readonly post: Post;
  readonly clock: Clock;
  /** The letter in words. */
  readonly write: (waiting: Waiting, to: Recipient) => Pick<Letter, 'subject' | 'text'>;
  /** Told of what did not go; never with a text or an address. */
  readonly log: Log;
};

export type Sent = { readonly sent: number; readonly failed: number };

/**
 * Sends what waits, one letter after another, until none is left or the mail server is away. Each letter is held locked
 * while it leaves and is marked as sent in the same transaction: of a process that is killed only the letter in flight
 * leaves again, with the same Message-ID. Several servers may do this at once.
 */
export async function sendWaiting(outbox: Outbox, goOn: () => boolean = () => true): Promise<Sent> {
  let [sent, failed] = [0, 0];
  while (goOn()) {
    const result = await outbox.database.within({ is: 'accounts' }, (tx) => sendNext(tx, outbox));
    if (result === 'none') break;
    if (result === 'sent') { sent += 1; continue; }
    failed += 1;
    if (result === 'away' || result === 'sign_in') break;
  }
  return { sent, failed };
}

async function sendNext(tx: Transaction, { post, clock, write, log }: Outbox): Promise<'none' | 'sent' | MailFailure> {
  const waiting = await takeNext(tx, today(clock));
  if (!waiting) return 'none';
  const failure = await failureOf(waiting, post, write);
  if (!failure) {
    await sql`update outgoing_mail set sent_at = now(), attempts = attempts + 1, failure = null where org_id = ${waiting.orgId} and id = ${waiting.id}`.execute(tx);
    return 'sent';
  }
  const minutes = nextTryIn(waiting.attempts + 1, failure);
  await sql`update outgoing_mail set attempts = attempts + 1, failure = ${failure},
      next_try_at = now() + make_interval(mins => ${minutes ?? 0}), given_up_at = case when ${minutes === undefined} then now() end
    where org_id = ${waiting.orgId} and id = ${waiting.id}`.execute(tx);
  log(minutes === undefined ? 'letter given up' : 'letter not sent', { letter: waiting.id, by: post.by, failure });
  return failure;
}

async function failureOf(waiting: Waiting, post: Post, write: Outbox['write']): Promise<MailFailure | undefined> {
  if (!waiting.to) return 'nobody';
  try {
    await post.send({ id: waiting.id, to: waiting.to.email, ...write(waiting, waiting.to) });
    return undefined;
  } catch (error) {
    return error instanceof NotSent ? error.failure : 'other';
  }
}

/** Locks the letter that has waited longest, past those that another server holds. */
async function takeNext(tx: Transaction, day: Day): Promise<Waiting | undefined> {
  const { rows: [row] } = await sql<Omit<Waiting, 'to'> & { readonly personId: Id }>`
    select org_id, id, person_id, kind, facts, attempts from outgoing_mail
    where sent_at is null and given_up_at is null and next_try_at <= now()
    order by next_try_at, id limit 1 for update skip locked`.execute(tx);
  if (!row) return undefined;
  const { personId, ...letter } = row;
  const { rows: [to] } = await sql<Recipient>`select * from mail_goes_to(${letter.orgId}, ${personId}, ${day}::date)`.execute(tx);
  return { ...letter, to };
}
