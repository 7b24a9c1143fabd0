import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { PassThrough, Readable } from 'node:stream';
import { after, test } from 'node:test';
import { newId } from '../kernel/id.ts';
import { FileTooLarge, openFileStore } from './files.ts';

const folder = await mkdtemp(join(tmpdir(), 'dueregard-files-'));
after(() => rm(folder, { recursive: true, force: true }));

const limitBytes = 1000;
const files = openFileStore(folder, limitBytes);
const incoming = () => readdir(join(folder, 'incoming'));
const receive = (text: string, name = 'notes.txt') => files.receive(Readable.from([Buffer.from(text)]), name);
const sha256 = (text: string) => createHash('sha256').update(text).digest();

test('a file is kept under the hash of its content, in the folder of its body, for the owner alone', async () => {
  const [orgId, other] = [newId(), newId()];
  const received = await receive('minutes of the meeting');
  assert.deepEqual([received.sha256, received.bytes, received.head.toString()], [sha256('minutes of the meeting'), 22, 'minutes of the meeting']);
  await files.keep(orgId, received);
  const name = sha256('minutes of the meeting').toString('hex');
  const path = join(folder, orgId, name.slice(0, 2), name);
  assert.equal(await readFile(path, 'utf8'), 'minutes of the meeting');
  assert.equal((await stat(path)).mode & 0o777, 0o600);
  assert.equal((await buffer(await files.read(orgId, received.sha256))).toString(), 'minutes of the meeting');
  await assert.rejects(files.read(other, received.sha256), { code: 'ENOENT' });
  assert.deepEqual(await incoming(), []);
});

test('the same content again is kept once', async () => {
  const orgId = newId();
  const [first, second] = [await receive('the same'), await receive('the same', 'copy.txt')];
  await files.keep(orgId, first);
  await files.keep(orgId, second);
  const kept = (await readdir(join(folder, orgId), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  assert.equal(kept.length, 1);
  assert.deepEqual(await incoming(), []);
});

test('a repeated transaction may keep a file again, and a file that came from nowhere is not kept', async () => {
  const orgId = newId();
  const received = await receive('kept twice');
  await files.keep(orgId, received);
  await files.keep(orgId, received);
  assert.deepEqual(await files.hashOf(orgId, received.sha256), received.sha256);
  await assert.rejects(files.keep(orgId, { ...received, sha256: sha256('never came'), path: join(folder, 'incoming', 'gone') }), { code: 'ENOENT' });
});

test('a file at the limit comes in, one byte more does not and leaves nothing', async () => {
  const received = await receive('x'.repeat(limitBytes));
  await files.discard(received);
  await assert.rejects(receive('x'.repeat(limitBytes + 1)), FileTooLarge);
  assert.deepEqual(await incoming(), []);
});

test('a stream that is cut leaves nothing, before its first byte and after', async () => {
  for (const sent of ['', 'the first half']) {
    const source = new PassThrough();
    const coming = files.receive(source, 'cut.txt');
    if (sent !== '') source.write(sent);
    setImmediate(() => source.destroy(new Error('connection reset')));
    await assert.rejects(coming, /connection reset/);
    assert.deepEqual(await incoming(), [], `after "${sent}"`);
  }
});

test('the hash is of what lies there now', async () => {
  const orgId = newId();
  const received = await receive('as it was added');
  assert.equal(await files.hashOf(orgId, received.sha256), undefined);
  await files.keep(orgId, received);
  const name = received.sha256.toString('hex');
  await writeFile(join(folder, orgId, name.slice(0, 2), name), 'as someone changed it');
  assert.deepEqual(await files.hashOf(orgId, received.sha256), sha256('as someone changed it'));
});

test('a sweep removes what was left behind, and not what is coming in', async () => {
  const [old, fresh] = [await receive('left by a power cut'), await receive('just coming in')];
  const moment = new Date('2026-01-01T00:00:00Z');
  await utimes(old.path, moment, moment);
  assert.equal(await files.sweep(new Date('2026-01-02T00:00:00Z')), 1);
  assert.deepEqual(await incoming(), [fresh.path.split('/').at(-1)]);
  await files.discard(fresh);
  assert.equal(await openFileStore(join(folder, 'never-used'), limitBytes).sweep(new Date()), 0);
});
