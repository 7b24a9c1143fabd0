import { sql } from 'kysely';
import type { MailFailure } from '../../kernel/mail.ts';
import type { Id } from '../../kernel/id.ts';
import type { Day } from '../../kernel/year.ts';
import type { Database, Transaction } from '../../platform/database.ts';
import type { Recipient } from '../../platform/outbox.ts';
import { tokenHash } from '../../platform/pipeline.ts';
import { newToken } from '../accounts/index.ts';
import { daysBack, digest, meetingKinds, mondayOf, plans, type Due, type ItemKind } from './rules.ts';
import type { ReminderTables } from './tables.ts';

export type DueItem = Due & { readonly about: string; readonly title: string; readonly year: string };

const tables = (tx: Transaction) => tx.withTables<ReminderTables>();

/** What is due at a body from a day on, and what is overdue, of some kinds, the first day first. */
export async function dueItems(tx: Transaction, orgId: Id, from: Day, kinds: readonly ItemKind[]): Promise<DueItem[]> {
  return tables(tx).selectFrom('dueItem').select(['kind', 'about', 'dueOn', 'title', 'year', 'reminderDays'])
    .where('orgId', '=', orgId).where('kind', 'in', kinds).where((where) => where.or([where('kind', 'not in', meetingKinds), where('dueOn', '>=', from)]))
    .orderBy('dueOn').orderBy('kind').orderBy('about').execute();
}

/**
 * Queues every letter of a day that is not queued yet, reminders and digests, in one pass over all bodies (migrations/0023-mail.sql).
 * As often as one likes: nobody is written to twice for the same day. @returns how many letters
 */
export async function queueDue(database: Database, today: Day): Promise<number> {
  return database.within({ is: 'accounts' }, async (tx) => {
    const { rows: [queued] } = await sql<{ reminders: number; digests: number }>`select
      queue_reminders(${today}::date, ${JSON.stringify(plans)}::jsonb, ${daysBack}) as reminders,
      queue_digests(${mondayOf(today)}::date, ${today}::date, ${[...digest.kinds]}, ${[...digest.roles]}, ${digest.daysAhead}, ${digest.lines}) as digests`.execute(tx);
    return (queued?.reminders ?? 0) + (queued?.digests ?? 0);
  });
}

/** A letter to somebody of the scope's body, which leaves once this transaction is committed. */
export async function queueTest(tx: Transaction, letter: { readonly orgId: Id; readonly id: Id; readonly personId: Id }): Promise<void> {
  await tables(tx).insertInto('outgoingMail').values({ ...letter, kind: 'test' }).execute();
}

export async function wantsAll(tx: Transaction, orgId: Id, personId: Id): Promise<boolean> {
  const off = await tables(tx).selectFrom('remindersOff').select('id').where('orgId', '=', orgId).where('personId', '=', personId).executeTakeFirst();
  return off === undefined;
}

export async function chooseReminders(tx: Transaction, { orgId, id, personId }: { readonly orgId: Id; readonly id: Id; readonly personId: Id }, all: boolean): Promise<void> {
  if (all) await tables(tx).deleteFrom('remindersOff').where('orgId', '=', orgId).where('personId', '=', personId).execute();
  else await tables(tx).insertInto('remindersOff').values({ orgId, id, personId }).onConflict((clash) => clash.columns(['orgId', 'personId']).doNothing()).execute();
}

/** Whose calendars have an address: the person's own, and the body's. */
export async function feedsOf(tx: Transaction, orgId: Id, personId: Id): Promise<{ readonly own: boolean; readonly body: boolean }> {
  const rows = await tables(tx).selectFrom('calendarFeed').select('personId')
    .where('orgId', '=', orgId).where((where) => where.or([where('personId', 'is', null), where('personId', '=', personId)])).execute();
  return { own: rows.some((row) => row.personId !== null), body: rows.some((row) => row.personId === null) };
}

type Feed = { readonly orgId: Id; readonly personId: Id | null };

/** A new secret address for a calendar; the one before works no more. @returns the secret, which the database does not keep */
export async function makeFeed(tx: Transaction, { orgId, id, personId }: Feed & { readonly id: Id }): Promise<string> {
  const token = newToken();
  const tokenSha256 = tokenHash(token);
  await tables(tx).insertInto('calendarFeed').values({ orgId, id, personId, tokenSha256 })
    .onConflict((clash) => clash.columns(['orgId', 'personId']).doUpdateSet({ tokenSha256 })).execute();
  return token;
}

export async function endFeed(tx: Transaction, { orgId, personId }: Feed): Promise<void> {
  await tables(tx).deleteFrom('calendarFeed').where('orgId', '=', orgId).where('personId', personId === null ? 'is' : '=', personId).execute();
}

export type Calendar = {
  readonly organisation: string;
  /** A person's, of every body where they have a role; else the body's. */
  readonly own: boolean;
  readonly items: readonly (Omit<DueItem, 'reminderDays'> & { readonly organisation: string; readonly shortName: string; readonly invented: boolean; readonly changedAt: string })[];
};

/** What stands at a secret address, in the accounts scope; undefined when there is nothing. */
export async function calendarAt(tx: Transaction, token: string, today: Day): Promise<Calendar | undefined> {
  const { rows: [row] } = await sql<{ calendar: Calendar | null }>`select calendar_at(${tokenHash(token)}, ${today}::date) as calendar`.execute(tx);
  return row?.calendar ?? undefined;
}

export type Unsent = { readonly id: Id; readonly personId: Id; readonly kind: string; readonly givenUpAt: Date; readonly failure: MailFailure };
export type LetterCounts = { readonly sent: number; readonly waiting: number; readonly failing: number; readonly givenUp: number };

/** How a body's letters of the last weeks went. */
export async function letterCounts(tx: Transaction, orgId: Id): Promise<LetterCounts> {
  const { rows: [row] } = await sql<LetterCounts>`select count(*) filter (where sent_at is not null) as sent,
      count(*) filter (where sent_at is null and given_up_at is null) as waiting, count(*) filter (where sent_at is null and given_up_at is null and failure is not null) as failing,
      count(*) filter (where given_up_at is not null) as given_up
    from outgoing_mail where org_id = ${orgId}`.execute(tx);
  return row ?? { sent: 0, waiting: 0, failing: 0, givenUp: 0 };
}

/** The letters that were given up, the newest first. */
export async function givenUp(tx: Transaction, orgId: Id): Promise<Unsent[]> {
  const rows = await tables(tx).selectFrom('outgoingMail').select(['id', 'personId', 'kind', 'givenUpAt', 'failure'])
    .where('orgId', '=', orgId).where('givenUpAt', 'is not', null).orderBy('givenUpAt', 'desc').orderBy('id').limit(100).execute();
  return rows.flatMap(({ givenUpAt, failure, ...row }) => (givenUpAt && failure ? [{ ...row, givenUpAt, failure }] : []));
}

/** @returns false when no letter of the scope's body with this identifier was given up */
export async function sendAgain(tx: Transaction, id: Id): Promise<boolean> {
  const { rows: [row] } = await sql<{ again: boolean }>`select send_again(${id}) as again`.execute(tx);
  return row?.again ?? false;
}

export type ShownLetter = { readonly id: Id; readonly kind: string; readonly facts: unknown; readonly sentAt: Date; readonly to: Recipient };

/** What would have been sent to the people of the examples, the newest first; nothing in a store for real use. In the accounts scope. */
export async function shownLetters(tx: Transaction, today: Day): Promise<ShownLetter[]> {
  const { rows } = await sql<Omit<ShownLetter, 'to'> & Recipient>`
    select m.id, m.kind, m.facts, m.sent_at, g.* from outgoing_mail m cross join lateral mail_goes_to(m.org_id, m.person_id, ${today}::date) g
    where m.sent_at is not null and (select demonstration from installation) order by m.sent_at desc, m.id limit 100`.execute(tx);
  return rows.map(({ id, kind, facts, sentAt, ...to }) => ({ id, kind, facts, sentAt, to }));
}
