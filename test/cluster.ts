import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { makeRoles, migrate } from '../src/platform/migrate.ts';
import { startPostgres, type PostgresAddress } from '../src/platform/postgres-supervisor.ts';

export type TestCluster = { readonly address: PostgresAddress; readonly folder: string; stop(): Promise<void> };

export const template = 'dueregard_template';

/** A real PostgreSQL in memory, without fsync, with one migrated database to copy. */
export async function startTestCluster(): Promise<TestCluster> {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'dueregard-test-'));
  const server = await startPostgres({ folder: join(folder, 'postgres'), durable: false, ...binaries() });
  const as = (user: string, database: string) => ({ host: server.socketFolder, port: server.port, user, database });
  await makeRoles(as(server.superuser, 'postgres'));
  const client = new pg.Client(as(server.superuser, 'postgres'));
  await client.connect();
  await client.query(`create database ${template} owner dueregard_owner`);
  await client.end();
  await migrate(as('dueregard_owner', template));
  return { address: { socketFolder: server.socketFolder, port: server.port, superuser: server.superuser }, folder, stop: () => server.stop() };
}

/** DUEREGARD_TEST_SYSTEM_POSTGRES runs the tests on the system's PostgreSQL of that major version instead of the one from npm. */
function binaries() {
  const major = process.env['DUEREGARD_TEST_SYSTEM_POSTGRES'];
  return major === undefined ? {} : { binaries: { folder: `/usr/lib/postgresql/${major}/bin`, major: Number(major) } };
}
