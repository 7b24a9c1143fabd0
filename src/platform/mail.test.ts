import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { test } from 'node:test';
import { newId } from '../kernel/id.ts';
import { readSettings } from '../settings.ts';
import { smtpSink } from '../../test/smtp-sink.ts';
import { notifyPost } from './mail-notify.ts';
import { smtpPost } from './mail-smtp.ts';
import { postOf } from './mail-ways.ts';
import { NotSent, type Letter, type Post } from './mail.ts';

const letter = (to = 'jo@example.test'): Letter => ({ id: newId(), to, subject: 'Éxample: 2 things are due', text: 'Paper for Cabinet – due on 14 March 2026\n' });
const from = 'DueRegard <reminders@council.test>';

async function failureOf(post: Post, one = letter()): Promise<string | undefined> {
  try {
    await post.send(one);
    return undefined;
  } catch (error) {
    assert.ok(error instanceof NotSent, String(error));
    assert.doesNotMatch(error.message, /@/, 'the other side’s words may hold an address');
    return error.failure;
  } finally {
    post.close();
  }
}

test('by SMTP a letter has the same name at each try, and says that nobody wrote it by hand', async () => {
  const sink = await smtpSink();
  const post = smtpPost({ url: sink.url, from });
  const one = letter();
  await post.send(one);
  await post.send(one);
  post.close();
  await sink.close();
  assert.deepEqual(sink.received.map(({ to, messageId }) => [to, messageId]), [1, 2].map(() => ['jo@example.test', `<${one.id}@council.test>`]));
  const raw = sink.received[0]?.raw ?? '';
  assert.match(raw, /^Auto-Submitted: auto-generated\r$/m);
  assert.match(raw, /^From: DueRegard <reminders@council\.test>\r$/m);
  assert.match(raw, /^Subject: =\?UTF-8\?/m);
});

test('why a letter did not go by SMTP', async () => {
  const refusing = (code: number) => smtpSink({ refuse: () => ({ code, said: 'jo@example.test is not known here' }) });
  for (const [code, failure] of [[550, 'refused'], [450, 'other'], [421, 'away']] as const) {
    const sink = await refusing(code);
    assert.equal(await failureOf(smtpPost({ url: sink.url, from })), failure, String(code));
    await sink.close();
  }
  const locked = await smtpSink({ password: 'right' });
  assert.equal(await failureOf(smtpPost({ url: locked.url.replace('//', '//me:wrong@'), from })), 'sign_in');
  assert.equal(await failureOf(smtpPost({ url: locked.url.replace('//', '//me:right@'), from })), undefined);
  await locked.close();
  assert.equal(await failureOf(smtpPost({ url: locked.url, from })), 'away', 'nothing listens there any more');
});

test('a name and a password go to another computer encrypted only', async () => {
  const sink = await smtpSink({ password: 'secret' });
  // 127.0.0.1 by a name that is not known to be this computer: the letter waits rather than sign in readably.
  const url = sink.url.replace('127.0.0.1', '0.0.0.0').replace('//', '//me:secret@');
  assert.equal(await failureOf(smtpPost({ url, from })), 'away');
  await sink.close();
  assert.deepEqual(sink.received, []);
});

test('by GOV.UK Notify a letter is sent once, signed with the key', async () => {
  const [service, secret, template] = [newId(), newId(), newId()];
  const kept: { readonly reference: string; readonly body: unknown; readonly token: string }[] = [];
  let status = 201;
  const server = createServer(async (request, response) => {
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    if (request.method === 'GET') {
      const reference = new URL(request.url ?? '', 'http://notify').searchParams.get('reference');
      response.end(JSON.stringify({ notifications: kept.filter((one) => one.reference === reference).map((one) => ({ reference: one.reference })) }));
      return;
    }
    const body = JSON.parse(await bodyOf(request)) as { readonly reference: string };
    if (status === 201) kept.push({ reference: body.reference, body, token });
    response.writeHead(status).end('{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  const post = notifyPost({ key: `council-${service}-${secret}`, template, address: `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}` });
  const one = letter();
  await post.send(one);
  await post.send(one);
  assert.equal(kept.length, 1, 'what Notify has already it does not get again');
  assert.deepEqual(kept[0]?.body, { email_address: one.to, template_id: template, personalisation: { subject: one.subject, text: one.text }, reference: one.id });
  const [head = '', claims = '', signature = ''] = kept[0]?.token.split('.') ?? [];
  assert.equal(signature, createHmac('sha256', secret).update(`${head}.${claims}`).digest('base64url'));
  assert.deepEqual(JSON.parse(Buffer.from(head, 'base64url').toString()), { typ: 'JWT', alg: 'HS256' });
  const said = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { readonly iss: string; readonly iat: number };
  assert.ok(said.iss === service && Math.abs(said.iat - Date.now() / 1000) < 5);
  for (const [code, failure] of [[400, 'refused'], [403, 'sign_in'], [429, 'away'], [503, 'away']] as const) {
    status = code;
    assert.equal(await failureOf(post), failure, String(code));
  }
  server.close();
  server.closeAllConnections();
  assert.equal(await failureOf(post), 'away');
});

test('the settings name one way and all that it needs, and a wrong one is told without its secret', () => {
  const none = { DUEREGARD_DATA: '/tmp/x' };
  const key = `council-${newId()}-${newId()}`;
  const by = (environment: Record<string, string>) => {
    const post = postOf(readSettings({ ...none, ...environment }), false);
    post?.close();
    return post?.by;
  };
  assert.equal(by({}), undefined);
  assert.equal(by({ SMTP_URL: 'smtp://me:secret@mail.council.test:587', DUEREGARD_MAIL_FROM: from }), 'smtp');
  assert.equal(by({ NOTIFY_API_KEY: key, NOTIFY_TEMPLATE: newId() }), 'notify');
  assert.equal(postOf(readSettings({ ...none, SMTP_URL: 'smtp://mail.council.test', DUEREGARD_MAIL_FROM: from }), true)?.by, 'demonstration', 'nothing leaves a demonstration');
  for (const [wrong, names] of [
    [{ SMTP_URL: 'smtp://me:secret@mail.council.test' }, /DUEREGARD_MAIL_FROM/], [{ DUEREGARD_MAIL_FROM: from }, /DUEREGARD_MAIL_FROM/],
    [{ SMTP_URL: 'mail://me:secret@mail.council.test', DUEREGARD_MAIL_FROM: from }, /SMTP_URL/], [{ NOTIFY_API_KEY: key }, /NOTIFY_TEMPLATE/],
    [{ NOTIFY_API_KEY: 'secret', NOTIFY_TEMPLATE: newId() }, /NOTIFY_API_KEY/],
    [{ SMTP_URL: 'smtp://mail.council.test', DUEREGARD_MAIL_FROM: from, NOTIFY_API_KEY: key, NOTIFY_TEMPLATE: newId() }, /both/],
  ] as const) assert.throws(() => readSettings({ ...none, ...wrong }), (error: Error) => names.test(error.message) && !error.message.includes('secret') && !error.message.includes(key));
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString();
}
