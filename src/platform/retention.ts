import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { keptYears } from '../kernel/retention.ts';
import type { Day } from '../kernel/year.ts';
import type { Database } from './database.ts';
import type { FileStore } from './files.ts';

export type Disposed = { readonly organisations: number; readonly files: number };

/**
 * Removes what no longer may be kept on a day: each body's due records in a transaction of its own, then the files that no
 * record names any more. What went stands in the table disposal and in the body's audit trail (migrations/0016-retention.sql).
 */
export async function disposeOfDue({ database, files }: { readonly database: Database; readonly files: FileStore }, day: Day): Promise<Disposed> {
  const bodies = await database.within({ is: 'accounts' }, async (tx) => {
    await sql`select dispose_of_passing()`.execute(tx);
    return (await sql<{ id: Id }>`select id from organisation order by id`.execute(tx)).rows;
  });
  let removed = 0;
  for (const { id } of bodies) {
    const { rows } = await database.within({ is: 'accounts' }, async (tx) => {
      await sql`select dispose_of_closed_actions(${id}, ${day}::date, ${keptYears.assurance})`.execute(tx);
      return sql<{ sha256: Buffer }>`select f as sha256 from dispose_of_due(${id}, ${day}::date, ${keptYears.assurance}, ${keptYears.account}) f`.execute(tx);
    });
    for (const { sha256 } of rows) await files.forget(id, sha256);
    removed += rows.length;
  }
  return { organisations: bodies.length, files: removed };
}
