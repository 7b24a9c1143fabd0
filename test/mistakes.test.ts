import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findPostgres } from '../src/platform/postgres-supervisor.ts';
import { query, testDatabase } from './database.ts';
import { startOnExamples, type Running } from './running.ts';

const program = fileURLToPath(new URL('../dueregard', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'dueregard-mistakes-'));
const data = join(folder, 'data');
let server: Running;

before(async () => { server = await startOnExamples(data); });
after(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs ./dueregard beside the running server, unless told otherwise, and answers what the person sees. */
async function run(args: readonly string[], environment: Record<string, string> = {}): Promise<{ code: number | null; said: string }> {
  const child = spawn(program, args, { env: { ...process.env, DATABASE_URL: '', DUEREGARD_DATA: data, HOST: '127.0.0.1', PORT: '0', ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { said += chunk.toString(); });
  await once(child, 'close');
  return { code: child.exitCode, said };
}

/** The command refuses with one sentence that holds the words, and never with a stack. */
async function refuses(args: readonly string[], words: RegExp, environment: Record<string, string> = {}): Promise<void> {
  const { code, said } = await run(args, environment);
  assert.equal(code, 1, said);
  assert.match(said, words);
  assert.doesNotMatch(said, /\n\s+at |Error:|node:internal/, said);
}

test('a port in use: which one, and how to choose another', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address ? String(address.port) : '';
  await refuses(['serve'], new RegExp(`127\\.0\\.0\\.1:${port}.*PORT=`), { PORT: port, DUEREGARD_DATA: join(folder, 'port') });
  assert.ok(!existsSync(join(folder, 'port')), 'it is told before a database is made');
  other.close();
});

test('a second process on the same data folder', async () => {
  await refuses(['serve'], /already|another|running/i);
});

test('a data folder that is a file, or that cannot be made', async () => {
  const file = join(folder, 'a-file');
  writeFileSync(file, '');
  await refuses(['serve'], /a-file/, { DUEREGARD_DATA: file });
  await refuses(['serve'], /DUEREGARD_DATA/, { DUEREGARD_DATA: '/dev/null/data' });
});

test('a setting that means nothing', async () => {
  await refuses(['serve'], /PORT is "ninety"/, { PORT: 'ninety' });
  await refuses(['serve'], /DUEREGARD_DEMO is "perhaps"/, { DUEREGARD_DEMO: 'perhaps' });
  await refuses(['serve'], /DATABASE_URL/, { DATABASE_URL: 'mysql://nowhere' });
});

test('a demonstration that would listen to others, or become real', async () => {
  await refuses(['verify'], /demonstration/, { HOST: '0.0.0.0' });
  await refuses(['verify'], /demonstration/, { DUEREGARD_DEMO: 'off' });
});

test('the application’s role is a superuser, the owner, or not there', async () => {
  const { as } = await testDatabase();
  const { host = '' } = as('superuser');
  const url = (user: string | undefined) => `postgresql://${user}@/${as('superuser').database}?host=${encodeURIComponent(host)}&port=${as('superuser').port}`;
  await refuses(['verify'], /superuser/, { DATABASE_URL: url(as('superuser').user) });
  await refuses(['verify'], /owns/, { DATABASE_URL: url('dueregard_owner') });
  await refuses(['verify'], /does not answer/, { DATABASE_URL: url('nobody_such') });
  const good = await run(['verify'], { DATABASE_URL: url('dueregard_app'), DUEREGARD_DATA: join(folder, 'outside') });
  assert.equal(good.code, 0, good.said);
});

test('a database that lacks migrations, and no owner to run them', async () => {
  const { as } = await testDatabase();
  await query(as('superuser'), "delete from migration where name like '0006%'");
  const { host = '', database, port } = as('superuser');
  await refuses(['verify'], /0006.*DUEREGARD_OWNER_URL/, { DATABASE_URL: `postgresql://dueregard_app@/${database}?host=${encodeURIComponent(host)}&port=${port}` });
});

test('a store made by a newer version is refused before anything is touched', async () => {
  const newer = join(folder, 'newer');
  const made = await startOnExamples(newer);
  const address = await findPostgres(join(newer, 'postgres'));
  assert.ok(address);
  const connection = { host: address.socketFolder, port: address.port, user: address.superuser, database: 'dueregard' };
  await query(connection, "insert into migration (name, sha256) values ('9999-from-the-future.sql', sha256('x'))");
  await made.stop();
  await refuses(['serve'], /newer version.*9999-from-the-future/, { DUEREGARD_DATA: newer });
});

test('an edition file with a missing field: its path is named', async () => {
  const whole = readFileSync(new URL('../frameworks/local-authority-2025-26.yaml', import.meta.url), 'utf8');
  const file = join(folder, 'edition.yaml');
  writeFileSync(file, whole.replace(/^( +)official: false\n/m, ''));
  await refuses(['edition', 'load', file], /benchmarks\[0\]\.indicators\[0\]\.official.*missing/);
  await refuses(['edition', 'load', join(folder, 'no-such-file')], /no file/);
  writeFileSync(file, whole.replace('Multi Agency Partnership Group', 'Another title'));
  await refuses(['edition', 'load', file], /never changes/);
  const statement = fileURLToPath(new URL('../frameworks/channel-statement-2024-25.yaml', import.meta.url));
  writeFileSync(file, readFileSync(statement, 'utf8').replace('official: false', 'official: true').replace('source: {kind: official', 'source: {kind: secondary'));
  await refuses(['edition', 'load', file], /areas\[0\]\.official.*published officially/);
  assert.match((await run(['edition', 'load', statement])).said, /Published channel-statement-2024-25: 10 areas of control, 22 options for assessment/);
  mkdirSync(join(folder, 'a-folder'));
  await refuses(['edition', 'load', join(folder, 'a-folder')], /cannot be read/);
});

test('a command that is not one, and help', async () => {
  await refuses(['frobnicate'], /no command “frobnicate”/);
  const { code, said } = await run(['help']);
  assert.equal(code, 0);
  assert.match(said, /edition load FILE/);
});
