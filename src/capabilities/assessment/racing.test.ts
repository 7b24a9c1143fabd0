// Many people saving at once: nothing is lost, nobody is overwritten unseen, and one press does one thing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attribute, elements, type Client, type Fields, type Reply } from '../../../test/client.ts';
import { query } from '../../../test/database.ts';
import { testSite } from '../../../test/site.ts';
import { addWorker, buildWorld } from '../../../test/world.ts';
import { newId } from '../../kernel/id.ts';

const site = await testSite();
const world = await buildWorld(site.store);
const orgId = world.organisations.county.id;
const year = '/organisations/county/assessments/2025-26';
const indicator = (code: string) => `${year}/indicators/${code}`;

function hiddenIn(page: Reply): Record<string, string> {
  return Object.fromEntries(elements(page.body, (one) => one.tagName === 'input' && attribute(one, 'type') === 'hidden').map((one) => [attribute(one, 'name') ?? '', attribute(one, 'value') ?? '']));
}

async function formOf(client: Client, code: string, fields: Fields): Promise<Fields> {
  return { ...hiddenIn(await client.get(indicator(code))), ...fields };
}

const saved = () => query<{ indicator_code: string; note: string; version: number }>(
  site.db.as('superuser'), 'select indicator_code, note, version from answer where org_id = $1', [orgId]);
const noteOf = async (code: string) => (await saved()).find(({ indicator_code }) => indicator_code === code);

test('forty people who save forty indicators at once lose nothing', async () => {
  const codes = world.edition.benchmarks.flatMap(({ indicators }) => indicators.map(({ code }) => code)).slice(0, 40);
  assert.equal(codes.length, 40);
  const writers = await Promise.all(codes.map(async (code) => {
    const email = `writer${code.toLowerCase()}@county.test`;
    await addWorker(site.store, { personId: newId(), accountId: newId(), email, orgId, roles: ['contributor'] });
    const client = await site.as(email);
    const note = `What the writer of ${code} wrote.`;
    return { code, client, form: await formOf(client, code, { status: 'yes', note }), note };
  }));
  const replies = await Promise.all(writers.map(({ client, code, form }) => client.post(indicator(code), form)));
  assert.deepEqual(replies.map(({ status }) => status), codes.map(() => 303));
  const notes = new Map((await saved()).map((row) => [row.indicator_code, row.note]));
  for (const { code, note } of writers) assert.equal(notes.get(code), note);
});

test('two who save the same indicator at once: one is saved, the other sees both texts and may choose any', async () => {
  const code = 'LA8.m1';
  const [lead, officer] = [await site.as('lead@county.test'), await site.as('officer@county.test')];
  const sent = [{ client: lead, text: 'The lead’s words.' }, { client: officer, text: 'The officer’s words.' }];
  const forms = await Promise.all(sent.map(async ({ client, text }) => ({ client, text, form: await formOf(client, code, { status: 'partly', note: text }) })));
  const replies = await Promise.all(forms.map(async ({ client, form, text }) => ({ client, text, reply: await client.post(indicator(code), form) })));
  assert.deepEqual(replies.map(({ reply }) => reply.status).sort(), [303, 409]);
  const first = replies.find(({ reply }) => reply.status === 303);
  const second = replies.find(({ reply }) => reply.status === 409);
  assert.ok(first && second);
  assert.equal((await noteOf(code))?.note, first.text);
  for (const text of [first.text, second.text]) assert.ok(second.reply.text.includes(text), 'both texts are shown');
  const [keep] = elements(second.reply.body, (one) => one.tagName === 'a' && attribute(one, 'href') === indicator(code) && attribute(one, 'class') === 'govuk-link');
  assert.ok(keep, 'theirs can be kept');
  const merged = `${first.text} ${second.text}`;
  assert.equal((await second.client.post(indicator(code), { ...hiddenIn(second.reply), status: 'yes', note: merged })).status, 303);
  assert.deepEqual(await noteOf(code), { indicator_code: code, note: merged, version: 2 });
});

test('a hundred equal requests with one key do one thing, and all answer alike', async () => {
  const lead = await site.as('lead@county.test');
  const form = await formOf(lead, 'LA8.m2', { status: 'yes', note: 'Once.' });
  const replies = await Promise.all(Array.from({ length: 100 }, () => lead.post(indicator('LA8.m2'), form)));
  assert.deepEqual(new Set(replies.map(({ status, headers }) => `${status} ${headers['location']}`)), new Set([`303 ${indicator('LA8.m2')}?done=saved`]));
  assert.equal((await noteOf('LA8.m2'))?.version, 1);
  const events = await query<{ n: string }>(site.db.as('superuser'), "select count(*) as n from audit_event where org_id = $1 and record_kind = 'answer' and body like '%LA8.m2%'", [orgId]);
  assert.equal(Number(events[0]?.n), 1);
});

test('a key that was used is refused with another body, and for another record', async () => {
  const lead = await site.as('lead@county.test');
  const form = await formOf(lead, 'LA8.m3', { status: 'yes', note: 'As it was sent.' });
  assert.equal((await lead.post(indicator('LA8.m3'), form)).status, 303);
  assert.equal((await lead.post(indicator('LA8.m3'), { ...form, note: 'Something else.' })).status, 409);
  assert.equal((await lead.post(indicator('LA8.m4'), form)).status, 409, 'the same words to another indicator are another request');
  assert.equal((await noteOf('LA8.m3'))?.note, 'As it was sent.');
  assert.equal(await noteOf('LA8.m4'), undefined);
});
