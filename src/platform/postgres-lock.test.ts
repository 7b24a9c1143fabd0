import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { lockFolder } from './postgres-lock.ts';
import { beginningOf, lookThroughPs } from './postgres-processes.ts';
import { fixture, folderFor } from './postgres-testing.fixture.ts';

test('a folder is locked once until it is released', (t) => {
  const parent = folderFor(t);
  const folder = join(parent, 'cluster');
  const release = lockFolder(folder, '');
  assert.throws(() => lockFolder(folder, ''), { name: 'StartRefused', message: new RegExp(`in use by process ${process.pid}\\.`) });
  release();
  assert.deepEqual(readdirSync(parent), []);
  lockFolder(folder, '')();
});

test('the lock of a dead process is cleared with its socket folder, even when its number lives again', (t) => {
  const parent = folderFor(t);
  const folder = join(parent, 'cluster');
  const socketFolder = join(parent, 'dueregard-a1B2c3');
  mkdirSync(socketFolder);
  writeFileSync(`${folder}.lock`, `${process.pid}\nlong ago\n${socketFolder}`);
  const release = lockFolder(folder, '');
  assert.ok(!existsSync(socketFolder));
  release();
  const others = join(parent, 'somebody-elses');
  mkdirSync(others);
  writeFileSync(`${folder}.lock`, `99999999\nlong ago\n${others}`);
  lockFolder(folder, '')();
  assert.ok(existsSync(others));
});

test('a release takes away only its own lock', (t) => {
  const folder = join(folderFor(t), 'cluster');
  const release = lockFolder(folder, '');
  writeFileSync(`${folder}.lock`, 'another');
  release();
  assert.equal(readFileSync(`${folder}.lock`, 'utf8'), 'another');
});

test('of many processes that find the same dead lock one takes it', async (t) => {
  const parent = folderFor(t);
  const folder = join(parent, 'cluster');
  writeFileSync(`${folder}.lock`, '99999999\nlong ago\n');
  const all = await Promise.all(Array.from({ length: 6 }, () => fixture(t, 'lock', folder)));
  assert.equal(all.filter((each) => each.refused === undefined).length, 1);
  assert.deepEqual(readdirSync(parent), ['cluster.lock']);
});

test('a process is known by its beginning, with /proc and without', () => {
  assert.equal(beginningOf(process.pid), beginningOf(process.pid));
  assert.notEqual(beginningOf(process.pid), beginningOf(process.ppid));
  assert.equal(beginningOf(99_999_999), undefined);
  assert.match(lookThroughPs(process.pid)?.began ?? '', /^\w+ +\w+ +\d+ +[\d:]+ +\d{4}$/);
  assert.equal(lookThroughPs(99_999_999), undefined);
});
