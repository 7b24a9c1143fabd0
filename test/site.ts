import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { accountOf, beginSession } from '../src/capabilities/accounts/index.ts';
import { openDatabase, type DatabaseOptions } from '../src/platform/database.ts';
import { openFileStore, type FileStore } from '../src/platform/files.ts';
import type { Store } from '../src/platform/store.ts';
import { openSite } from '../src/site.tsx';
import { clientOf, type Client } from './client.ts';
import { query, testDatabase, type TestDatabase } from './database.ts';
import { atTheEnd } from './ending.ts';
import { exampleTemplate } from './example-template.ts';

const moment = new Date('2026-03-02T10:00:00Z');

export type TestSite = {
  readonly app: FastifyInstance;
  readonly store: Store;
  readonly files: FileStore;
  readonly db: TestDatabase;
  /** The moment that the site believes in; a test may move it. */
  readonly clock: { now: Date };
  /** Every line that the site logged. */
  readonly log: string[];
  /** Every statement since the site was opened, oldest first. */
  readonly statements: string[];
  /** Somebody signed in, by e-mail; nobody when none is given. */
  as(email?: string): Promise<Client>;
};

/** With `examples` it is a demonstration that holds them, as they stood at the moment that the site believes in. */
export type TestSiteOptions = { readonly examples?: boolean; readonly demonstration?: boolean; readonly fileLimitBytes?: number; readonly onStatement?: DatabaseOptions['onStatement'] };

/** The whole product on a fresh database, without a socket: requests are injected. */
export async function testSite({ examples = false, demonstration = examples, fileLimitBytes = 1_000_000, onStatement }: TestSiteOptions = {}): Promise<TestSite> {
  const statements: string[] = [];
  const log: string[] = [];
  const made = examples ? await exampleTemplate(moment) : undefined;
  const db = await testDatabase({ onStatement: (text, parameters) => { statements.push(text); onStatement?.(text, parameters); } }, made?.database);
  if (demonstration && !made) await query(db.as('dueregard_owner'), "insert into installation (demonstration, made_by_version) values (true, 'test')");
  const owner = openDatabase({ connection: { ...db.as('dueregard_owner'), max: 2 } });
  const folder = mkdtempSync(join(tmpdir(), 'dueregard-files-'));
  if (made) cpSync(made.evidenceFolder, join(folder, 'evidence'), { recursive: true });
  const clock = { now: moment };
  const files = openFileStore(join(folder, 'evidence'), fileLimitBytes);
  const store: Store = { database: db.database, owner, demonstration, evidenceFolder: join(folder, 'evidence'), databaseLost: new Promise(() => undefined), close: () => Promise.resolve() };
  const app = await openSite({ store, files, clock: () => clock.now, settings: { publicAddress: undefined, proxies: ['127.0.0.1'], fileLimitBytes, idleMinutes: 30 }, logTo: { write: (line) => { log.push(line); } } });
  await app.ready();
  atTheEnd(async () => {
    await app.close();
    await owner.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const as = async (email?: string) => {
    if (email === undefined) return clientOf(app, undefined);
    const token = await db.database.within({ is: 'accounts' }, async (tx) => beginSession(tx, await accountOf(tx, email), 30));
    return clientOf(app, token);
  };
  return { app, store, files, db, clock, log, statements, as };
}
