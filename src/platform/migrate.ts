import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';
import { en } from '../words/index.ts';
import { onConnection } from './one-connection.ts';
import { StartRefused } from './start-refused.ts';

const folder = new URL('../../migrations/', import.meta.url);

export type Migration = { readonly name: string; readonly text: string };

export function migrations(): Migration[] {
  return readdirSync(folder).filter((name) => /^\d{4}-.+\.sql$/.test(name)).sort()
    .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));
}

/** Makes the installation's roles where they are missing; needs the right to create roles. */
export async function makeRoles(connection: pg.ClientConfig): Promise<void> {
  await onConnection(connection, (client) => client.query(readFileSync(new URL('roles.sql', folder), 'utf8')));
}

/**
 * Brings the schema up to date as its owner: each migration in one transaction of its own, so that an interrupted one
 * leaves the schema old or new and never between.
 * @returns the names of the migrations that ran.
 * @throws StartRefused when the store was made by a newer version, or a migration that ran has since been edited.
 */
export async function migrate(connection: pg.ClientConfig, known: readonly Migration[] = migrations()): Promise<string[]> {
  return onConnection(connection, async (client) => {
    await client.query('create table if not exists migration (name text primary key, sha256 bytea not null, at timestamptz not null default now())');
    await client.query('grant select on migration to dueregard_app');
    refuseUnknown(await applied(client), known);
    const ran: string[] = [];
    for (const { name, text } of known) {
      await client.query('begin');
      try {
        await client.query('lock table migration in exclusive mode');
        if (!(await applied(client)).has(name)) {
          await client.query(text);
          await client.query('insert into migration (name, sha256) values ($1, $2)', [name, sha256(text)]);
          ran.push(name);
        }
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw error;
      }
    }
    return ran;
  });
}

/** Which migrations the application still misses: for a server that may not migrate by itself. */
export async function missingMigrations(connection: pg.ClientConfig): Promise<string[]> {
  return onConnection(connection, async (client) => {
    const table = await client.query<{ there: boolean }>("select to_regclass('migration') is not null as there");
    const done = table.rows[0]?.there ? await applied(client) : new Map<string, string>();
    refuseUnknown(done, migrations());
    return migrations().filter(({ name }) => !done.has(name)).map(({ name }) => name);
  });
}

function refuseUnknown(done: Map<string, string>, known: readonly Migration[]): void {
  const names = new Map(known.map(({ name, text }) => [name, sha256(text).toString('hex')]));
  for (const [name, hash] of done) {
    const expected = names.get(name);
    if (expected === undefined) throw new StartRefused(en.platform.storeIsNewer(name));
    if (expected !== hash) throw new StartRefused(en.platform.migrationEdited(name));
  }
}

async function applied(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; sha256: Buffer }>('select name, sha256 from migration order by name');
  return new Map(rows.map((row) => [row.name, row.sha256.toString('hex')]));
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
