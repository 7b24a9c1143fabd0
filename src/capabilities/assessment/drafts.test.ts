// What somebody types is kept for them while they type, and is nobody else's and no record.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attribute, elements, type Client, type Fields } from '../../../test/client.ts';
import { query } from '../../../test/database.ts';
import { testSite } from '../../../test/site.ts';
import { buildWorld } from '../../../test/world.ts';

const site = await testSite();
await buildWorld(site.store);
const year = '/organisations/county/assessments/2025-26';
const indicator = `${year}/indicators/LA1.m1`;
const rating = `${year}/benchmarks/LA1/rating`;

/** Sends what the page's script sends: the form's fields, without its key. */
async function type(client: Client, page: string, fields: Fields): Promise<string> {
  const { body } = await client.get(page);
  const [form] = elements(body, (one) => one.tagName === 'form' && attribute(one, 'data-draft') !== undefined);
  assert.ok(form, 'the form has a place for drafts');
  const hidden = Object.fromEntries(['csrf', 'version'].map((name) => [name, new RegExp(`data-draft[^]*?name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? '']));
  const reply = await client.post(attribute(form, 'data-draft') ?? '', { ...hidden, ...fields });
  assert.equal(reply.status, 200);
  return JSON.parse(reply.body).status;
}

const officer = () => site.as('officer@county.test');
const count = async (table: string) => Number((await query<{ n: string }>(site.db.as('superuser'), `select count(*) as n from ${table}`))[0]?.n);

test('a draft is given back to its writer alone, is no answer and no entry of the history, and ends with the save', async () => {
  const events = await count('audit_event');
  assert.match(await type(await officer(), indicator, { status: 'yes', note: 'Half a sen' }), /^Draft saved at 10:00\./);
  assert.match(await type(await officer(), indicator, { status: 'yes', note: 'Half a sentence' }), /^Draft saved/);
  assert.deepEqual([await count('draft'), await count('answer'), await count('audit_event')], [1, 0, events]);
  assert.match((await (await officer()).get(indicator)).text, /This is your draft of .*Half a sentence/);
  assert.doesNotMatch((await (await site.as('lead@county.test')).get(indicator)).text, /Half a sentence|your draft/);
  assert.equal((await (await officer()).fill(indicator, { note: 'A whole sentence.' }, indicator)).status, 303);
  assert.equal(await count('draft'), 0);
  assert.doesNotMatch((await (await officer()).get(indicator)).text, /your draft/);
});

test('a draft keeps the version that it began on, warns of a newer one, and a save then shows both', async () => {
  await type(await officer(), indicator, { status: 'no', note: 'The officer’s draft.' });
  await (await site.as('lead@county.test')).fill(indicator, { status: 'partly', note: 'The lead was faster.' }, indicator);
  assert.match(await type(await officer(), indicator, { status: 'no', note: 'The officer’s draft.' }), /Somebody else has saved meanwhile/);
  const reply = await (await officer()).fill(indicator, {}, indicator);
  assert.equal(reply.status, 409);
  assert.match(reply.text, /The lead was faster\.[^]*The officer’s draft\./);
  assert.equal((await (await officer()).fill(indicator, {}, '/drafts/LA1.m1')).status, 303, 'thrown away');
  assert.doesNotMatch((await (await officer()).get(indicator)).text, /your draft/);
});

test('a self-rating’s form keeps a draft too; who may not write keeps none', async () => {
  await type(await officer(), rating, { rating: 'met', narrative: 'As far as I got.' });
  assert.match((await (await officer()).get(rating)).text, /As far as I got\./);
  assert.equal((await (await site.as('viewer@county.test')).post(`${year}/drafts/LA1`, { narrative: 'x' })).status, 403);
  assert.equal((await (await officer()).get(rating)).status, 200);
});
