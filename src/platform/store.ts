import { join } from 'node:path';
import type pg from 'pg';
import type { Settings } from '../settings.ts';
import { en } from '../words/index.ts';
import { openDatabase, type Database, type DatabaseOptions } from './database.ts';
import { overwriteErased } from './erasure.ts';
import { makeRoles, migrate, missingMigrations } from './migrate.ts';
import { onConnection } from './one-connection.ts';
import { findPostgres, startPostgres } from './postgres-supervisor.ts';
import { StartRefused } from './start-refused.ts';

export type Store = {
  readonly database: Database;
  /** As the owner of the tables, for the few commands that change what no scope may (bodies and their tree). */
  readonly owner: Database | undefined;
  /** Takes the bytes of erased answers out of the database's files (src/platform/erasure.ts); undefined without a role that may. */
  readonly overwriteErased?: (() => Promise<boolean>) | undefined;
  readonly demonstration: boolean;
  readonly evidenceFolder: string;
  /** Settles when the embedded database kept dying and was given up; never for an outside one. */
  readonly databaseLost: Promise<void>;
  close(): Promise<void>;
};

export type StoreOptions = Pick<DatabaseOptions, 'onStatement' | 'onConnectionError'> & {
  readonly version: string;
  readonly say: (line: string) => void;
  /** True for a command beside a running server: it uses the server's database instead of starting one. */
  readonly beside: boolean;
};

const databaseName = 'dueregard';
const never = new Promise<never>(() => undefined);

/** Opens the installation's store: the embedded database in the data folder, or the one at DATABASE_URL. */
export async function openStore(settings: Settings, options: StoreOptions): Promise<Store> {
  const opened = settings.databaseUrl === undefined
    ? await openEmbedded(settings, options)
    : await openOutside(settings.databaseUrl, settings.ownerUrl, options);
  try {
    await refuseUnboundRole(opened.connection);
    const demonstration = await settleDemonstration(opened.owner, settings, options.version);
    const database = openDatabase({ ...options, connection: opened.connection });
    const owner = opened.owner && openDatabase({ ...options, connection: { ...opened.owner, max: 2 } });
    const close = async () => { await database.close(); await owner?.close(); await opened.stop(); };
    const { eraser } = opened;
    return { database, owner, demonstration, overwriteErased: eraser && (() => overwriteErased(eraser)), evidenceFolder: join(settings.dataFolder, 'evidence'), databaseLost: opened.lost, close };
  } catch (error) {
    await opened.stop();
    throw error;
  }
}

type Opened = { connection: pg.PoolConfig; owner: pg.ClientConfig | undefined; eraser: pg.ClientConfig | undefined; stop(): Promise<void>; lost: Promise<void> };

async function openEmbedded(settings: Settings, { say, beside }: StoreOptions): Promise<Opened> {
  const folder = join(settings.dataFolder, 'postgres');
  const running = beside ? await findPostgres(folder) : undefined;
  const started = running ? undefined : await startPostgres({ folder, say });
  const server = running ?? started;
  if (!server) throw new Error('no server was found or started');
  const as = (user: string, database: string) => ({ host: server.socketFolder, port: server.port, user, database });
  let stopped = false;
  const stop = async () => { stopped = true; await started?.stop(); };
  const lost = started ? started.exited.then(() => (stopped ? never : undefined)) : never;
  const opened = { connection: as('dueregard_app', databaseName), owner: as('dueregard_owner', databaseName), eraser: as(server.superuser, databaseName), stop, lost };
  if (running) {
    const missing = await missingMigrations(opened.owner);
    if (missing.length > 0) throw new StartRefused(en.platform.serverIsOlder(missing));
    return opened;
  }
  try {
    await makeRoles(as(server.superuser, 'postgres'));
    await makeDatabase(as(server.superuser, 'postgres'));
    await bringUpToDate(opened.owner, say);
  } catch (error) {
    await stop();
    throw error;
  }
  return opened;
}

async function openOutside(url: string, ownerUrl: string | undefined, { say }: StoreOptions): Promise<Opened> {
  const connection = { connectionString: url };
  const owner = ownerUrl === undefined ? undefined : { connectionString: ownerUrl };
  await refuseUnreachable(connection);
  await refuseUnboundRole(connection);
  if (owner) await bringUpToDate(owner, say);
  const missing = await missingMigrations(connection);
  if (missing.length > 0) throw new StartRefused(en.platform.migrationsMissing(missing));
  return { connection, owner, eraser: owner, stop: () => Promise.resolve(), lost: never };
}

async function makeDatabase(connection: pg.ClientConfig): Promise<void> {
  await onConnection(connection, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`create database ${databaseName} owner dueregard_owner`);
  });
}

async function bringUpToDate(owner: pg.ClientConfig, say: (line: string) => void): Promise<void> {
  const missing = await missingMigrations(owner);
  if (missing.length === 0) return;
  say(en.platform.migrating(missing.length));
  await migrate(owner);
}

async function refuseUnreachable(connection: pg.ClientConfig): Promise<void> {
  try {
    const version = await onConnection(connection, async (client) => (await client.query<{ server_version: string }>('show server_version')).rows[0]?.server_version ?? '');
    if (Number.parseInt(version, 10) < 15) throw new StartRefused(en.platform.databaseTooOld(version));
  } catch (error) {
    if (error instanceof StartRefused) throw error;
    throw new StartRefused(en.platform.databaseUnreachable(error instanceof Error ? error.message : String(error)));
  }
}

/** Row-level security binds neither a superuser nor an owner nor a role that bypasses it, so the application does not run as one. */
export async function refuseUnboundRole(connection: pg.ClientConfig): Promise<void> {
  await onConnection(connection, async (client) => {
    const { rows: [role] } = await client.query<{ name: string; superuser: boolean; bypasses: boolean; inherits: boolean; owns: boolean }>(`
      select rolname as name, rolsuper as superuser, rolbypassrls as bypasses, rolinherit as inherits,
        exists (select from pg_class c where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace)
          or pg_has_role(r.oid, (select datdba from pg_database where datname = current_database()), 'member') as owns
      from pg_roles r where rolname = current_user`);
    if (!role) throw new Error('the role that is signed in does not exist');
    if (role.superuser) throw new StartRefused(en.platform.roleIsSuperuser(role.name));
    if (role.bypasses) throw new StartRefused(en.platform.roleBypasses(role.name));
    if (role.owns) throw new StartRefused(en.platform.roleOwns(role.name));
    if (role.inherits) throw new StartRefused(en.platform.roleInherits(role.name));
  });
}

/** Whether a store is a demonstration is decided once, when it is made. */
async function settleDemonstration(owner: pg.ClientConfig | undefined, settings: Settings, version: string): Promise<boolean> {
  const wanted = settings.demonstration;
  const embedded = settings.databaseUrl === undefined;
  if (wanted === true && !embedded) throw new StartRefused(en.platform.demonstrationNeedsEmbedded);
  const demonstration = await onConnection(owner ?? { connectionString: settings.databaseUrl }, async (client) => {
    if (owner) {
      await client.query('insert into installation (demonstration, made_by_version) values ($1, $2) on conflict do nothing',
        [wanted ?? (embedded && isLoopbackHost(settings.host)), version]);
    }
    const { rows } = await client.query<{ demonstration: boolean }>('select demonstration from installation');
    return rows[0]?.demonstration ?? false;
  });
  if (wanted !== undefined && wanted !== demonstration) throw new StartRefused(en.platform.demonstrationIsFixed(demonstration));
  if (demonstration && !isLoopbackHost(settings.host)) throw new StartRefused(en.platform.demonstrationNeedsLoopback(settings.host));
  return demonstration;
}

/** Loopback by name or number: what a demonstration may listen on and be asked for. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}
