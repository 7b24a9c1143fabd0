import type pg from 'pg';
import { sqlStateOf } from './database.ts';
import { onConnection } from './one-connection.ts';

/** SQLSTATE of a right that the role does not have. */
const notAllowed = '42501';

/**
 * Takes the bytes of erased answers out of the database's files: the table is written anew without them, the write-ahead log
 * goes on in a new file, and a checkpoint removes the old ones. Whoever runs it may vacuum the table, and needs the rights to
 * switch the log and to make a checkpoint (docs/running.md). No transaction can hold these statements.
 * @returns false when the role may not touch the log: then the database keeps it for as long as it is set to
 */
export async function overwriteErased(connection: pg.ClientConfig): Promise<boolean> {
  return onConnection(connection, async (client) => {
    // A server that stops meanwhile breaks the connection: the statement rejects, and an error that nobody hears would end the process.
    client.on('error', () => undefined);
    await client.query('vacuum full sample_answer');
    try {
      await client.query('select pg_switch_wal()');
      await client.query('checkpoint');
      return true;
    } catch (error) {
      if (sqlStateOf(error) === notAllowed) return false;
      throw error;
    }
  });
}
