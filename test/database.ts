import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import pg from 'pg';
import { openDatabase, type Database, type DatabaseOptions } from '../src/platform/database.ts';
import type { PostgresAddress } from '../src/platform/postgres-supervisor.ts';
import { startTestCluster, template } from './cluster.ts';
import { atTheEnd } from './ending.ts';

export type TestDatabase = {
  readonly database: Database;
  /** Connections as other roles: the owner, the superuser, or a role by its name. */
  as(user: 'dueregard_app' | 'dueregard_owner' | 'dueregard_national_app' | 'superuser'): pg.ClientConfig;
};

/** A fresh database of its own, migrated and empty, or a copy of another; dropped when the test file ends. */
export async function testDatabase(options: Omit<DatabaseOptions, 'connection'> = {}, from: string = template): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  const as = await copyDatabase(name, from);
  const database = openDatabase({ ...options, connection: as('dueregard_app') });
  atTheEnd(async () => {
    await database.close();
    await asSuperuser(`drop database ${name} with (force)`);
  });
  return { database, as };
}

/** A database under a name, as another is that nobody is connected to. */
export async function copyDatabase(name: string, from: string = template): Promise<TestDatabase['as']> {
  const address = await clusterAddress();
  await asSuperuser(`drop database if exists ${name}`);
  await asSuperuser(`create database ${name} template ${from} strategy file_copy`);
  return (user) => ({ host: address.socketFolder, port: address.port, user: user === 'superuser' ? address.superuser : user, database: name });
}

/** Runs statements as the given role and answers the rows of the last. */
export async function query<Row extends pg.QueryResultRow>(connection: pg.ClientConfig, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

let own: Promise<PostgresAddress> | undefined;

/** The run's cluster, or one of this file's own when the file is run by itself. */
async function clusterAddress(): Promise<PostgresAddress> {
  const shared = process.env['DUEREGARD_TEST_CLUSTER'];
  if (shared !== undefined) return JSON.parse(shared) as PostgresAddress;
  own ??= startTestCluster().then((cluster) => {
    atTheEnd(async () => { await cluster.stop(); rmSync(cluster.folder, { recursive: true, force: true }); });
    return cluster.address;
  });
  return own;
}

async function asSuperuser(statement: string): Promise<void> {
  const address = await clusterAddress();
  await query({ host: address.socketFolder, port: address.port, user: address.superuser, database: 'postgres' }, statement);
}
