import { CamelCasePlugin, Kysely, PostgresDialect, RawNode, sql, ValueNode, type OperationNode, type PluginTransformQueryArgs, type RootOperationNode } from 'kysely';
import pg from 'pg';
import type { Id } from '../kernel/id.ts';
import type { Day } from '../kernel/year.ts';

/** The tables that a transaction knows before a capability names its own with `withTables`. */
export type NoTables = Record<never, never>;

/** An open transaction inside a scope. A store narrows it: `tx.withTables<AnswerTables>()`. */
export type Transaction = Kysely<NoTables>;

/**
 * Whose records a transaction may reach (docs/access.md). The database enforces it by row-level security; without a
 * scope it sees nothing.
 */
export type Scope =
  | { readonly is: 'own' | 'tree' | 'grant'; readonly orgId: Id; readonly personId: Id | null; readonly day: Day }
  | { readonly is: 'accounts' | 'national' };

export type Database = {
  /** One transaction: committed when `work` ends, rolled back when it throws; repeated when the database asks for that (deadlock, serialisation). */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** A transaction that is inside a scope from its first statement. */
  within<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

export type DatabaseOptions = {
  readonly connection: pg.PoolConfig;
  /** Called with each statement: for benchmarks and tests that count or repeat them. */
  readonly onStatement?: (text: string, parameters: readonly unknown[]) => void;
  /** Called when an idle connection breaks; without a listener Node would end. */
  readonly onConnectionError?: (error: Error) => void;
};

const dateType = 1082;
const bigintType = 20;
const attempts = 3;

/** SQLSTATEs of a server that is away, starting, stopping, full or out of connections. */
const awayStates = new Set(['08000', '08001', '08003', '08006', '57P01', '57P02', '57P03', '53100', '53300']);
const awayCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE']);
const awayMessages = /Connection terminated|not queryable|timeout exceeded when trying to connect/;

export function openDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    max: 10, connectionTimeoutMillis: 5000, statement_timeout: 30_000, application_name: 'dueregard',
    ...options.connection,
    types: { getTypeParser: readAsWritten },
  });
  // A connection may break while idle (the pool tells) or within a transaction (its client tells): unheard, either would end the process.
  const heard = options.onConnectionError ?? (() => undefined);
  pool.on('error', heard);
  pool.on('connect', (client) => client.on('error', heard));
  const kysely = new Kysely<NoTables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCaseNames({ maintainNestedObjectKeys: true })],
    log: (event) => { if (event.level === 'query') options.onStatement?.(event.query.sql, event.query.parameters); },
  });
  const transaction = <T>(work: (tx: Transaction) => Promise<T>) => repeated(() => kysely.transaction().execute(work));
  return {
    transaction,
    within: (scope, work) => transaction(async (tx) => { await enterScope(tx, scope); return work(tx); }),
    close: () => kysely.destroy(),
  };
}

/** Names in camel case. A statement that is written out names its columns as the database does: copying it to look for others takes time on every page. */
class CamelCaseNames extends CamelCasePlugin {
  override transformQuery(args: PluginTransformQueryArgs): RootOperationNode {
    return isWrittenOut(args.node) ? args.node : super.transformQuery(args);
  }
}

function isWrittenOut(node: OperationNode): boolean {
  return RawNode.is(node) && node.parameters.every((part) => ValueNode.is(part) || isWrittenOut(part));
}

/** Enters a scope: the first statement of a transaction, or a change of scope within it. */
export async function enterScope(tx: Transaction, scope: Scope): Promise<void> {
  const { orgId, personId, day } = 'orgId' in scope ? scope : { orgId: null, personId: null, day: null };
  await sql`select enter_scope(${scope.is}, ${orgId}::uuid, ${personId}::uuid, ${day}::date)`.execute(tx);
}

/** Reads in another scope and comes back to the one that the transaction was in: what `work` writes is undone. */
export async function aside<T>(tx: Transaction, scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
  await sql`savepoint aside`.execute(tx);
  await enterScope(tx, scope);
  const found = await work(tx);
  await sql`rollback to savepoint aside`.execute(tx);
  return found;
}

/** The SQLSTATE of a database error ("23505"), or undefined for any other. */
export function sqlStateOf(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined;
}

/** Whether an error says that the database is away rather than that something is wrong with what was asked of it. */
export function isDatabaseAway(error: unknown): boolean {
  const state = sqlStateOf(error);
  if (state !== undefined) return awayStates.has(state);
  return error instanceof Error && (('code' in error && awayCodes.has(String(error.code))) || awayMessages.test(error.message));
}

/** Dates stay the text that they are ("2026-03-31", "infinity"): a Date would shift them by the time zone. Counts fit a number. */
function readAsWritten(oid: number, format?: 'text' | 'binary') {
  if (oid === dateType) return String;
  if (oid === bigintType) return Number;
  return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
}

async function repeated<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      const state = sqlStateOf(error);
      if (attempt === attempts || (state !== '40P01' && state !== '40001')) throw error;
    }
  }
}
