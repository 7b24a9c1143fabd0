import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { beginningOf, postgresIn } from './postgres-processes.ts';
import { ask, asNobody, atEnd, clusterFor, fixture, folderFor, launch, linux, start, within } from './postgres-testing.fixture.ts';

test('a cluster half made by a run that was cut short is made anew', async (t) => {
  const folder = join(folderFor(t), 'cluster');
  mkdirSync(join(`${folder}.init`, 'base'), { recursive: true });
  writeFileSync(join(`${folder}.init`, 'PG_VERSION'), '18\n');
  mkdirSync(folder);
  const postgres = await start(t, { folder, durable: false });
  assert.deepEqual(await ask(postgres, 'select 1'), ['1']);
  assert.ok(!existsSync(`${folder}.init`));
});

test('a run that is killed while it makes the cluster leaves nothing that troubles the next', linux, async (t) => {
  const folder = join(folderFor(t), 'cluster');
  const draft = `${folder}.init`;
  const { process: child } = launch(t, 'serve', folder);
  let atWork = 0;
  // What initdb starts may end between the look and the signal.
  const frozen = () => postgresIn(draft).some((pid) => {
    atWork = pid;
    return spawnSync('kill', ['-STOP', String(pid)]).status === 0;
  });
  assert.ok(await within(30_000, frozen), 'initdb is at work');
  child.kill('SIGKILL');
  await once(child, 'exit');
  await start(t, { folder, durable: false });
  assert.ok(beginningOf(atWork) === undefined && !existsSync(draft));
});

test('a folder that cannot hold the database is refused with what to do', async (t) => {
  const parent = folderFor(t);
  const file = join(parent, 'file');
  writeFileSync(file, '');
  const full = join(parent, 'full');
  mkdirSync(full);
  writeFileSync(join(full, 'letter.txt'), '');
  const old = await clusterFor(t);
  writeFileSync(join(old, 'PG_VERSION'), '17\n');
  const cases: [string, RegExp][] = [
    [file, /should be the database's folder but is a file\. Move it away/],
    [join(file, 'below'), /cannot be written\. Give it to the user/],
    [full, /holds files that are not a database\. Empty it/],
    [old, /was made by PostgreSQL 17; this is PostgreSQL 18, .*restore the backup/],
  ];
  for (const [folder, message] of cases) {
    await assert.rejects(start(t, { folder, durable: false }), { name: 'StartRefused', message });
  }
  assert.ok(existsSync(join(full, 'letter.txt')));
  const closed = join(folderFor(t), 'closed');
  mkdirSync(closed, { mode: 0o555 });
  await asNobody(() => assert.rejects(start(t, { folder: join(closed, 'cluster') }), { name: 'StartRefused', message: /cannot be written/ }));
});

const mountable = spawnSync('unshare', ['--user', '--map-root-user', '--mount', 'true']).status === 0;
test('a full disk is called a full disk', mountable ? {} : { skip: 'no user namespaces here' }, async (t) => {
  const disk = join(folderFor(t), 'disk');
  mkdirSync(disk);
  const small = ['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c', 'mount -t tmpfs -o size=12m none "$0" && exec "$@"', disk];
  const { refused } = await fixture(t, 'serve', join(disk, 'cluster'), {}, small);
  assert.match(refused ?? '', /no space left on the disk that holds .*cluster/);
});

test('without a place for the socket it says which variable to set', async (t) => {
  const before = process.env['TMPDIR'];
  const folder = await clusterFor(t);
  process.env['TMPDIR'] = '/nowhere';
  atEnd(t, () => before === undefined ? delete process.env['TMPDIR'] : process.env['TMPDIR'] = before);
  await assert.rejects(start(t, { folder }), { name: 'StartRefused', message: /in \/nowhere\. Make it writable, or set TMPDIR/ });
});
