import assert from 'node:assert/strict';
import { before, beforeEach, test } from 'node:test';
import { query } from '../../test/database.ts';
import { testSite } from '../../test/site.ts';
import { smtpSink } from '../../test/smtp-sink.ts';
import { buildWorld, type World, type WorkerEmail } from '../../test/world.ts';
import { queueTest } from '../capabilities/reminders/store.ts';
import { newId, type Id } from '../kernel/id.ts';
import { today } from './clock.ts';
import { smtpPost } from './mail-smtp.ts';
import { NotSent, type Letter, type Post } from './mail.ts';
import { sendWaiting, type Outbox } from './outbox.ts';
import { disposeOfDue } from './retention.ts';

const site = await testSite();
const { database } = site.db;
let world: World;

before(async () => { world = await buildWorld(site.store); });
beforeEach(() => rows('truncate outgoing_mail'));

const rows = (text: string, values: unknown[] = []) => query<Record<string, unknown>>(site.db.as('superuser'), text, values);
const write: Outbox['write'] = (_, to) => ({ subject: 'A test', text: `To ${to.person} at ${to.organisation}` });

function outboxOf(post: Post, logged: string[] = []): Outbox {
  return { database, post, clock: () => site.clock.now, write, log: (event, facts) => { logged.push(JSON.stringify({ event, ...facts })); } };
}

function postOf(send: Post['send']): Post {
  return { by: 'smtp', send, close: () => undefined };
}

async function queue(email: WorkerEmail = 'lead@county.test'): Promise<Id> {
  const id = newId();
  await world.as(email, (tx) => queueTest(tx, { orgId: world.organisations.county.id, id, personId: world.people[email].personId }));
  return id;
}

test('a letter leaves once its transaction is committed, to the address that the account has now, and then no more', async () => {
  const sent: Letter[] = [];
  const outbox = outboxOf(postOf(async (letter) => { sent.push(letter); }));
  await assert.rejects(world.as('lead@county.test', async (tx) => {
    await queueTest(tx, { orgId: world.organisations.county.id, id: newId(), personId: world.people['lead@county.test'].personId });
    throw new Error('what caused it fails');
  }), /fails/);
  assert.deepEqual(await sendWaiting(outbox), { sent: 0, failed: 0 });
  const id = await queue();
  assert.deepEqual(await sendWaiting(outbox), { sent: 1, failed: 0 });
  assert.deepEqual(await sendWaiting(outbox), { sent: 0, failed: 0 });
  assert.deepEqual(sent, [{ id, to: 'lead@county.test', subject: 'A test', text: 'To Lead County at Exampleshire County Council' }]);
});

test('what does not go waits longer and longer and is given up; the log has neither text nor address', async () => {
  const id = await queue();
  const logged: string[] = [];
  const outbox = outboxOf(postOf(() => Promise.reject(new NotSent('other'))), logged);
  const waits: unknown[] = [];
  for (let tried = 0; tried < 8; tried += 1) {
    assert.deepEqual(await sendWaiting(outbox), { sent: 0, failed: 1 }, `try ${tried + 1}`);
    assert.deepEqual(await sendWaiting(outbox), { sent: 0, failed: 0 }, 'not again at once');
    const [row] = await rows('select round(extract(epoch from next_try_at - now()) / 60)::integer as minutes, given_up_at is not null as over from outgoing_mail where id = $1', [id]);
    waits.push(row?.['over'] === true ? 'given up' : row?.['minutes']);
    await rows('update outgoing_mail set next_try_at = now()');
  }
  assert.deepEqual(waits, [1, 5, 30, 120, 360, 720, 1440, 'given up']);
  assert.deepEqual(await sendWaiting(outbox), { sent: 0, failed: 0 });
  assert.equal(logged.length, 8);
  for (const line of logged) assert.match(line, new RegExp(`^\\{"event":"letter (not sent|given up)","letter":"${id}","by":"smtp","failure":"other"\\}$`));
});

test('a refused letter is given up at once, and the next one goes', async () => {
  const sink = await smtpSink({ refuse: (to) => (to === 'lead@county.test' ? { code: 550, said: 'no such mailbox' } : undefined) });
  const post = smtpPost({ url: sink.url, from: 'reminders@council.test' });
  await queue();
  await queue('officer@county.test');
  assert.deepEqual(await sendWaiting(outboxOf(post)), { sent: 1, failed: 1 });
  post.close();
  await sink.close();
  assert.deepEqual(sink.received.map(({ to }) => to), ['officer@county.test']);
  assert.deepEqual(await rows('select failure from outgoing_mail where given_up_at is not null'), [{ failure: 'refused' }]);
});

test('while the mail server is away one letter is tried and the others lose no try', async () => {
  for (let count = 0; count < 5; count += 1) await queue();
  let tries = 0;
  const away = outboxOf(postOf(() => { tries += 1; return Promise.reject(new NotSent('away')); }));
  assert.deepEqual(await sendWaiting(away), { sent: 0, failed: 1 });
  assert.equal(tries, 1);
  assert.deepEqual(await rows('select attempts, count(*)::integer as n from outgoing_mail group by attempts order by 1'), [{ attempts: 0, n: 4 }, { attempts: 1, n: 1 }]);
});

test('nobody is written to who has left since, and a letter that cannot be written holds no other up', async () => {
  await rows("insert into outgoing_mail (org_id, id, person_id, kind) values ($1, gen_random_uuid(), gen_random_uuid(), 'test')", [world.organisations.county.id]);
  const faulty = await queue();
  await queue();
  const sent: string[] = [];
  const outbox: Outbox = { ...outboxOf(postOf(async ({ id }) => { sent.push(id); })), write: (waiting, to) => { if (waiting.id === faulty) throw new Error('no letter'); return write(waiting, to); } };
  assert.deepEqual(await sendWaiting(outbox), { sent: 1, failed: 2 });
  assert.deepEqual((await rows('select failure from outgoing_mail where failure is not null order by 1')).map(({ failure }) => failure), ['nobody', 'other']);
});

test('two servers at once send each letter once', async () => {
  for (let count = 0; count < 30; count += 1) await queue();
  const sent: string[] = [];
  const outbox = outboxOf(postOf(async ({ id }) => { await new Promise((soon) => setTimeout(soon, 3)); sent.push(id); }));
  const both = await Promise.all([sendWaiting(outbox), sendWaiting(outbox)]);
  assert.equal(both.reduce((sum, one) => sum + one.sent, 0), 30);
  assert.ok(both.every((one) => one.sent > 0), 'each had a share');
  assert.equal(new Set(sent).size, 30);
});

test('a body sees its own letters alone, marks none as sent, and old ones go', async () => {
  await queue();
  const seen = (email: 'lead@county.test' | 'lead@sibling.test') => world.as(email, async (tx) => (await tx.withTables<{ outgoingMail: { id: Id } }>().selectFrom('outgoingMail').select('id').execute()).length);
  assert.deepEqual([await seen('lead@county.test'), await seen('lead@sibling.test')], [1, 0]);
  await assert.rejects(world.as('lead@county.test', (tx) => tx.withTables<{ outgoingMail: { sentAt: Date } }>().updateTable('outgoingMail').set({ sentAt: new Date() }).execute()), /permission denied/);
  await rows("update outgoing_mail set queued_at = now() - interval '91 days'");
  await queue();
  await disposeOfDue({ database, files: site.files }, today(() => site.clock.now));
  assert.deepEqual(await rows('select count(*)::integer as n from outgoing_mail'), [{ n: 1 }]);
});
