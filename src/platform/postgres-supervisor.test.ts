import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { findBinaries } from './postgres-binaries.ts';
import { postgresIn, postmasterOf } from './postgres-processes.ts';
import { findPostgres } from './postgres-supervisor.ts';
import { ask, atEnd, clusterFor, connect, fixture, folderFor, isRoot, linux, onlyCommands, start, within } from './postgres-testing.fixture.ts';

const root = isRoot ? {} : { skip: 'needs root' };

function mode(path: string): string {
  return (statSync(path).mode & 0o777).toString(8);
}

function kill(pid: number | undefined, signal: NodeJS.Signals = 'SIGKILL'): void {
  assert.ok(pid);
  process.kill(pid, signal);
}

test('an empty place becomes a private cluster that keeps what it is told', async (t) => {
  const folder = join(folderFor(t), 'not', 'yet', 'there', 'cluster');
  const said: string[] = [];
  const first = await start(t, { folder, say: (line) => said.push(line) });
  assert.deepEqual(said, [`Making the database in ${folder} …`]);
  assert.deepEqual([folder, first.socketFolder, `${folder}.log`].map(mode), ['700', '700', '600']);
  const settings = [
    'listen_addresses', 'server_encoding', 'data_checksums', 'password_encryption', 'max_connections', 'TimeZone', 'log_timezone', 'fsync', 'synchronous_commit', 'full_page_writes',
  ];
  assert.deepEqual(
    await ask(first, `select current_setting(name) from unnest('{${settings.join(',')}}'::text[]) with ordinality as one(name, place) order by place`),
    ['', 'UTF8', 'on', 'scram-sha-256', '100', 'UTC', 'UTC', 'on', 'on', 'on'],
  );
  assert.deepEqual(await ask(first, "select datlocprovider::text || datlocale from pg_database where datname = 'postgres'"), ['bC.UTF-8']);
  assert.deepEqual(await ask(first, "select distinct type || ' ' || auth_method from pg_hba_file_rules order by 1"), ['host reject', 'local trust']);
  await ask(first, 'create table kept as select 42 as answer');
  await first.stop();
  assert.equal(await first.exited, 0);
  assert.ok(!existsSync(first.socketFolder) && !existsSync(`${folder}.lock`) && postgresIn(folder).length === 0, 'nothing is left behind');
  const second = await start(t, { folder });
  assert.notEqual(second.socketFolder, first.socketFolder);
  assert.deepEqual(await ask(second, 'select answer from kept'), ['42']);
  await second.stop();
});

test('tests may do without fsync', async (t) => {
  const postgres = await start(t, { folder: await clusterFor(t), durable: false });
  assert.deepEqual(await ask(postgres, 'show fsync'), ['off']);
});

test('the path of the socket stays short enough for the kernel', async (t) => {
  const folder = await clusterFor(t);
  const long = join(folderFor(t), 'x'.repeat(90));
  mkdirSync(long);
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = long;
  atEnd(t, () => before === undefined ? delete process.env['TMPDIR'] : process.env['TMPDIR'] = before);
  const postgres = await start(t, { folder, durable: false });
  assert.deepEqual(await ask(postgres, 'select 1'), ['1']);
});

test('a cluster that others may read is closed to them', async (t) => {
  const folder = await clusterFor(t);
  chmodSync(folder, 0o755);
  await start(t, { folder, durable: false });
  assert.equal(mode(folder), '700');
});

test('a second process is refused with the number of the first, which goes on', async (t) => {
  const folder = await clusterFor(t);
  const first = await fixture(t, 'serve', folder);
  const second = await fixture(t, 'serve', folder);
  assert.match(second.refused ?? '', new RegExp(`^The database in ${folder} is already in use by process ${first.pid}\\. Stop that process, or set DUEREGARD_DATA`));
  const found = await findPostgres(folder);
  assert.equal(found?.socketFolder, first.socketFolder);
  assert.equal(postmasterOf(folder)?.pid, first.postmaster);
});

test('of two processes that make the same cluster at once one serves it and one is refused', async (t) => {
  const folder = join(folderFor(t), 'cluster');
  const both = await Promise.all([fixture(t, 'serve', folder), fixture(t, 'serve', folder)]);
  const [serving, ...others] = both.filter((each) => each.socketFolder);
  assert.equal(others.length, 0);
  assert.match(both.find((each) => each.refused)?.refused ?? '', new RegExp(`in use by process ${serving?.pid}\\.`));
  assert.deepEqual(await ask({ socketFolder: serving?.socketFolder ?? '' }, 'select 1'), ['1']);
});

test('a server that somebody else runs on the folder is left alone', linux, async (t) => {
  const folder = await clusterFor(t);
  const elsewhere = folderFor(t);
  const stranger = await strangerOn(t, folder, elsewhere);
  await assert.rejects(start(t, { folder, durable: false }), { name: 'StartRefused', message: new RegExp(`in use by process ${stranger.pid}\\.`) });
  assert.deepEqual(await ask({ socketFolder: elsewhere }, 'select 1'), ['1']);
});

test('a zombie with the lock of the dead server does not stop the next start', linux, async (t) => {
  const folder = await clusterFor(t);
  // "sleep" is not a parent that asks after its children: the killed server stays a zombie.
  await strangerOn(t, folder, folderFor(t), ['sh', '-c', '"$@" & exec sleep 300', 'sh']);
  const dead = postmasterOf(folder)?.pid;
  kill(dead);
  assert.ok(await within(5_000, () => postgresIn(folder).length === 0));
  assert.match(readFileSync(`/proc/${dead}/stat`, 'utf8'), /^\d+ \(postgres\) Z/);
  const postgres = await start(t, { folder, durable: false });
  assert.deepEqual(await ask(postgres, 'select 1'), ['1']);
});

test('a lock of the dead server whose number another process has got does not stop the next start', async (t) => {
  const folder = await clusterFor(t);
  writeFileSync(join(folder, 'postmaster.pid'), `${process.ppid}\n${folder}\n0\n5432\n/tmp/gone\n\n  5 5\nready   \n`);
  assert.equal(await findPostgres(folder), undefined);
  const postgres = await start(t, { folder, durable: false });
  assert.deepEqual(await ask(postgres, 'select 1'), ['1']);
});

test('back-ends that outlive their server are ended before the next start', linux, async (t) => {
  const folder = await clusterFor(t);
  const before = await fixture(t, 'serve', folder);
  const client = await connect(before);
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const frozen = Number(rows[0]?.pid);
  kill(frozen, 'SIGSTOP');
  atEnd(t, () => postgresIn(folder).includes(frozen) && kill(frozen));
  kill(before.pid);
  kill(before.postmaster);
  assert.ok(await within(5_000, () => postgresIn(folder).join() === String(frozen)), 'only the frozen back-end is left');
  const said: string[] = [];
  await start(t, { folder, durable: false, say: (line) => said.push(line) });
  assert.deepEqual(said, ['Waiting for database processes that an earlier run left behind …']);
  assert.ok(!postgresIn(folder).includes(frozen));
});

test('no process of the server outlives its process', linux, async (t) => {
  for (const end of ['kill', 'leave']) {
    const folder = await clusterFor(t);
    const { pid, postmaster } = await fixture(t, end, folder);
    assert.ok(postmaster);
    if (end === 'kill') kill(pid);
    assert.ok(await within(5_000, () => postgresIn(folder).length === 0), end);
  }
});

test('a start right after the death of the process waits for the old server', linux, async (t) => {
  const folder = await clusterFor(t);
  const before = await fixture(t, 'serve', folder);
  // The server's shutdown ends with its checkpoint: one that takes a second.
  const [checkpointer] = await ask({ socketFolder: before.socketFolder ?? '' }, "select pid from pg_stat_activity where backend_type = 'checkpointer'");
  kill(Number(checkpointer), 'SIGSTOP');
  kill(before.pid);
  await once(before.process, 'exit');
  setTimeout(() => kill(Number(checkpointer), 'SIGCONT'), 1_000);
  const postgres = await start(t, { folder, durable: false });
  assert.deepEqual(await ask(postgres, 'select 1'), ['1']);
  assert.ok(!existsSync(before.socketFolder ?? ''), 'its socket folder is cleared away');
});

test('where nothing ends the server with its process, the next start does', linux, async (t) => {
  const folder = await clusterFor(t);
  const before = await fixture(t, 'serve', folder, { env: { PATH: commands(folderFor(t), ['unshare', 'true']) } });
  kill(before.pid);
  await once(before.process, 'exit');
  await sleep(500);
  assert.ok(postgresIn(folder).includes(Number(before.postmaster)), 'it lives on');
  await start(t, { folder, durable: false });
  assert.ok(!postgresIn(folder).includes(Number(before.postmaster)));
});

test('Ctrl-C in the terminal leaves the server to its process', linux, async (t) => {
  const folder = await clusterFor(t);
  const { pid, postmaster } = await fixture(t, 'serve', folder, { detached: true });
  kill(-pid, 'SIGINT');
  await sleep(500);
  assert.equal(postmasterOf(folder)?.pid, postmaster);
});

test('a server that is killed is back within five seconds, at the same address, with all that was committed', async (t) => {
  const folder = await clusterFor(t);
  const postgres = await start(t, { folder });
  const client = await connect(postgres);
  await client.query('create table kept as select 42 as answer');
  const killed = Date.now();
  kill(postmasterOf(folder)?.pid);
  assert.ok(await within(5_000, () => ask(postgres, 'select answer from kept').then(([answer]) => answer === '42', () => false)));
  t.diagnostic(`back after ${Date.now() - killed} ms`);
});

test('a server that keeps dying is given up, and says where the reason is', async (t) => {
  const folder = await clusterFor(t);
  const said: string[] = [];
  const postgres = await start(t, { folder, durable: false, restartAfter: [10, 10], say: (line) => said.push(line) });
  renameSync(join(folder, 'global', 'pg_control'), join(folder, 'global', 'gone'));
  kill(postmasterOf(folder)?.pid);
  await postgres.exited;
  assert.equal(said.filter((line) => line.startsWith('The database stopped unexpectedly')).length, 2);
  assert.match(said.at(-1) ?? '', new RegExp(`will not be started again\\. The reason is in ${folder}\\.log`));
  assert.ok(!existsSync(postgres.socketFolder) && !existsSync(`${folder}.lock`));
});

test('stop ends open connections, is obeyed while a restart waits, and may be asked twice', async (t) => {
  const folder = await clusterFor(t);
  const open = await start(t, { folder, durable: false });
  const client = await connect(open);
  await client.query('begin');
  await Promise.all([open.stop(), open.stop()]);
  const waiting = await start(t, { folder, durable: false, restartAfter: [60_000] });
  kill(postmasterOf(folder)?.pid);
  await sleep(200);
  await waiting.stop();
  const starting = await start(t, { folder, durable: false, restartAfter: [0] });
  kill(postmasterOf(folder)?.pid);
  await sleep(60);
  await starting.stop();
  assert.deepEqual(postgresIn(folder), []);
  assert.ok(!existsSync(waiting.socketFolder) && !existsSync(starting.socketFolder));
});

test('root without user namespaces runs it as another account, or refuses', { ...root, ...linux }, async (t) => {
  const folder = await clusterFor(t);
  chmodSync(dirname(folder), 0o755);
  onlyCommands(t, commands(folderFor(t), ['setpriv', 'chown', 'test']));
  const postgres = await start(t, { folder, durable: false });
  assert.notEqual(statSync(folder).uid, 0);
  assert.equal(statSync(`/proc/${postmasterOf(folder)?.pid}`).uid, statSync(folder).uid);
  assert.deepEqual(await ask(postgres, 'select 1'), ['1']);
  await postgres.stop();
  const fresh = join(dirname(folder), 'fresh');
  await (await start(t, { folder: fresh, durable: false })).stop();
  chmodSync(dirname(folder), 0o700);
  await assert.rejects(start(t, { folder, durable: false }), { name: 'StartRefused', message: /Run DueRegard as an ordinary user, or set DATABASE_URL/ });
});

test('an ordinary user needs nothing', { ...root, ...linux }, async (t) => {
  const parent = folderFor(t);
  chmodSync(parent, 0o777);
  const nobody = { uid: 65_534, gid: 65_534 };
  if (spawnSync(process.execPath, ['--version'], nobody).status !== 0) return t.skip('others may not read this checkout');
  const folder = join(parent, 'cluster');
  const { postmaster, pid } = await fixture(t, 'serve', folder, nobody);
  assert.equal(statSync(`/proc/${postmaster}`).uid, 65_534);
  kill(pid);
  assert.ok(await within(5_000, () => postgresIn(folder).length === 0));
});

test('a thread other than the main one is refused: the server would die with it', async () => {
  const url = new URL('postgres-supervisor.ts', import.meta.url).href;
  const worker = new Worker(`import(${JSON.stringify(url)}).then(({ startPostgres }) => startPostgres({ folder: '/tmp/never' }))`, { eval: true });
  await assert.rejects(new Promise((_, reject) => worker.once('error', reject)), /main thread/);
});

/** A server started by hand, with its socket elsewhere. */
async function strangerOn(t: TestContext, folder: string, socketFolder: string, parent: readonly string[] = []) {
  const namespace = isRoot ? ['unshare', '--user', '--map-user=65534', '--map-group=65534'] : [];
  const settings = ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${socketFolder}`];
  const [command = '', ...words] = [...parent, ...namespace, join(findBinaries().folder, 'postgres'), '-D', folder, ...settings];
  const child = spawn(command, words, { stdio: 'ignore', env: { PATH: process.env['PATH'], LC_ALL: 'C' } });
  atEnd(t, async () => {
    child.kill('SIGINT');
    await within(5_000, () => postgresIn(folder).length === 0);
  });
  assert.ok(await within(5_000, () => postmasterOf(folder)?.ready === true));
  return child;
}

/** A folder with links to these commands alone, for a PATH that lacks the others. */
function commands(folder: string, names: readonly string[]): string {
  chmodSync(folder, 0o755);
  for (const name of names) symlinkSync(`/usr/bin/${name}`, join(folder, name));
  return folder;
}
