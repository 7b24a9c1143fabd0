import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import { accountOf, beginSession } from '../capabilities/accounts/index.ts';
import { newId } from '../kernel/id.ts';
import { csrfOf } from './pipeline.ts';
import { testSite } from '../../test/site.ts';
import { buildWorld } from '../../test/world.ts';

const megabyte = 1_000_000;
const fileLimitBytes = 5 * megabyte;
const edge = 'edge-of-a-part';

const site = await testSite({ fileLimitBytes });
const world = await buildWorld(site.store);
await site.app.listen({ port: 0, host: '127.0.0.1' });
const address = site.app.server.address();
assert.ok(address && typeof address === 'object');
const { port } = address;
const code = world.edition.benchmarks[0]?.indicators[0]?.code;
const target = `/organisations/county/assessments/2025-26/indicators/${code}/evidence/files`;
const tokenOf = (email: string) => site.db.database.within({ is: 'accounts' }, async (tx) => beginSession(tx, await accountOf(tx, email), 30));

const token = await tokenOf('lead@county.test');
const reader = await tokenOf('viewer@county.test');

const incoming = () => readdir(join(site.store.evidenceFolder, 'incoming')).catch(() => []);

/** The form's fields, then a file that begins; what follows is written by the test. */
function beginUpload(fileBytes: number, session = token): { socket: Socket; answer: Promise<string> } {
  const field = (name: string, value: string) => `--${edge}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const head = field('csrf', csrfOf(session)) + field('request_key', newId()) + `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="large.txt"\r\ncontent-type: text/plain\r\n\r\n`;
  const end = `\r\n--${edge}--\r\n`;
  const socket = connect(port, '127.0.0.1');
  const answer = new Promise<string>((resolve) => {
    let text = '';
    socket.on('data', (chunk: Buffer) => { text += chunk.toString('utf8'); });
    socket.on('error', () => resolve(text));
    socket.on('close', () => resolve(text));
  });
  socket.write(`POST ${target} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\norigin: http://127.0.0.1:${port}\r\ncookie: dueregard-session=${session}\r\n`
    + `content-type: multipart/form-data; boundary=${edge}\r\ncontent-length: ${head.length + fileBytes + end.length}\r\n\r\n${head}`);
  return { socket, answer };
}

/** Writes until it is done or the server has closed. @returns how many bytes were taken */
async function pour(socket: Socket, bytes: number): Promise<number> {
  const block = Buffer.alloc(64 * 1024, 'a');
  let poured = 0;
  while (poured < bytes && socket.writable) {
    await new Promise((written) => { socket.write(block, written); });
    poured += block.length;
  }
  return poured;
}

test('200 MB against a limit of 5 MB is refused soon, in bounded memory, and leaves no file', async () => {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => { most = Math.max(most, process.memoryUsage().rss); }, 10);
  const { socket, answer } = beginUpload(200 * megabyte);
  const poured = await pour(socket, 200 * megabyte);
  const text = await answer;
  clearInterval(watch);
  assert.match(text, /^HTTP\/1\.1 413 /);
  assert.match(text, /at most 5 MB/);
  assert.ok(poured <= fileLimitBytes + 16 * megabyte, `the server took ${poured} bytes`);
  assert.ok(most - before <= 64 * megabyte, `memory grew by ${Math.round((most - before) / megabyte)} MB`);
  assert.deepEqual(await incoming(), []);
});

test('200 MB from someone who may not add evidence are refused before they are read', async () => {
  const { socket, answer } = beginUpload(200 * megabyte, reader);
  const poured = await pour(socket, 200 * megabyte);
  assert.match(await answer, /^HTTP\/1\.1 403 /);
  assert.ok(poured <= 16 * megabyte, `the server took ${poured} bytes`);
  assert.deepEqual(await incoming(), []);
});

test('a connection that is cut mid-way leaves no file', async () => {
  const { socket, answer } = beginUpload(4 * megabyte);
  await pour(socket, 2 * megabyte);
  for (let tries = 0; tries < 100 && (await incoming()).length === 0; tries += 1) await pause(20);
  assert.equal((await incoming()).length, 1, 'the file was coming in');
  socket.destroy();
  await answer;
  for (let tries = 0; tries < 100 && (await incoming()).length > 0; tries += 1) await pause(20);
  assert.deepEqual(await incoming(), []);
});


test('of a form with a file too many, not even the first file stays', async () => {
  const file = (name: string) => `--${edge}\r\ncontent-disposition: form-data; name="${name}"; filename="${name}.txt"\r\n\r\ncontent\r\n`;
  const reply = await site.app.inject({
    method: 'POST', url: target, cookies: { 'dueregard-session': token }, payload: `${file('file')}${file('second')}--${edge}--\r\n`,
    headers: { host: '127.0.0.1', origin: 'http://127.0.0.1', 'content-type': `multipart/form-data; boundary=${edge}` },
  });
  assert.equal(reply.statusCode, 413);
  assert.deepEqual(await incoming(), []);
});
