import pg from 'pg';

/** Work on a connection of its own, outside any pool: for roles, migrations and what is asked before the pool is there. */
export async function onConnection<T>(connection: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
