import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { keptMailDays } from '../kernel/retention.ts';
import type { Day } from '../kernel/year.ts';
import type { Database, Transaction } from './database.ts';
import type { FileStore } from './files.ts';

type Kept = { readonly database: Database; readonly files: FileStore; readonly overwriteErased?: (() => Promise<boolean>) | undefined };

/** overwritten: whether the bytes of what was erased are out of the database's files. */
export type Disposed = { readonly organisations: number; readonly files: number; readonly overwritten: boolean };

/**
 * Removes what no longer may be kept on a day: each body's due records in a transaction of its own, then the files that no
 * record names any more. What went stands in the table disposal and in the body's audit trail (migrations/0016-retention.sql
 * and 0018-own-limits.sql).
 */
export async function disposeOfDue(store: Kept, day: Day): Promise<Disposed> {
  const { database } = store;
  const bodies = await database.within({ is: 'accounts' }, async (tx) => {
    await sql`select dispose_of_passing()`.execute(tx);
    await sql`select dispose_of_mail(${keptMailDays})`.execute(tx);
    return (await sql<{ id: Id }>`select id from organisation order by id`.execute(tx)).rows;
  });
  let removed = 0;
  for (const { id } of bodies) {
    const { rows } = await database.within({ is: 'accounts' }, async (tx) => {
      await sql`select dispose_of_closed_actions(${id}, ${day}::date)`.execute(tx);
      await sql`select dispose_of_old_risk_log(${id}, ${day}::date)`.execute(tx);
      await sql`select erase_due_sample_answers(${id}, ${day}::date)`.execute(tx);
      await sql`select dispose_of_old_samples(${id}, ${day}::date)`.execute(tx);
      await sql`select dispose_of_old_bookings(${id}, ${day}::date)`.execute(tx);
      await sql`select dispose_of_old_channel(${id}, ${day}::date)`.execute(tx);
      return sql<{ sha256: Buffer }>`select f as sha256 from dispose_of_due(${id}, ${day}::date) f`.execute(tx);
    });
    for (const { sha256 } of rows) removed += await forgetUnnamed(store, id, sha256);
  }
  return { organisations: bodies.length, files: removed, overwritten: await store.overwriteErased?.() ?? false };
}

/** Holds one content of a body's files until the transaction ends: who adds it and who removes it wait for each other. */
export async function holdFile(tx: Transaction, orgId: Id, sha256: Buffer): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`file ${orgId} ${sha256.toString('hex')}`}, 0))`.execute(tx);
}

/** Asks again once it holds the file: somebody may have added the same content since its last record went. @returns how many files went */
function forgetUnnamed({ database, files }: Kept, orgId: Id, sha256: Buffer): Promise<number> {
  return database.within({ is: 'accounts' }, async (tx) => {
    await holdFile(tx, orgId, sha256);
    const { rows } = await sql<{ named: boolean }>`select file_is_named(${orgId}::uuid, ${sha256}) as named`.execute(tx);
    if (rows[0]?.named !== false) return 0;
    await files.forget(orgId, sha256);
    return 1;
  });
}
