import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attribute, elements } from '../../../test/client.ts';
import { testSite } from '../../../test/site.ts';
import { buildWorld } from '../../../test/world.ts';

const site = await testSite();
await buildWorld(site.store);
const lead = await site.as('lead@county.test');
const year = '/organisations/county/assessments/2025-26';
const indicator = `${year}/indicators/LA1.m1`;

/** The way to the history that a page offers. */
async function historyOn(path: string): Promise<string> {
  const page = await lead.get(path);
  const [link] = elements(page.body, (element) => element.tagName === 'a' && /\/history\/\w+\//.test(attribute(element, 'href') ?? ''));
  assert.ok(link, `no way to a history on ${path}`);
  return attribute(link, 'href') ?? '';
}

test('a record tells who changed it, when, and what from what to what; a reader of another body sees nothing', async () => {
  await lead.fill(indicator, { status: 'partly', note: 'The group met once.' });
  await (await site.as('officer@county.test')).fill(indicator, { status: 'yes', note: 'The group met twice.' });
  const path = await historyOn(indicator);
  const { text } = await lead.get(path);
  assert.match(text, /Changed an answer.*Note: The group met twice\. Answer: from Partly to Yes.*Added an answer.*Note: The group met once\./);
  assert.equal((await (await site.as('lead@district.test')).get(path)).status, 403);
  assert.equal((await (await site.as('viewer@county.test')).get(path)).status, 403);
  assert.equal((await lead.get(path.replace(/[^/]+$/, '00000000-0000-7000-8000-000000000000'))).status, 404);
  assert.equal((await lead.get(path.replace(/[^/]+$/, 'not-an-id'))).status, 404);
});

test('the history of a whole tells of its parts too, and leads to each', async () => {
  await lead.fill(`${year}/benchmarks/LA1/rating`, { rating: 'not_met', narrative: 'Not yet.' });
  const { text, body } = await lead.get(await historyOn(year));
  assert.match(text, /Added a self-rating.*Changed an answer.*Added an answer.*Added an assessment/);
  assert.doesNotMatch(text, /Added a person|Added a role/);
  assert.ok(elements(body, (element) => (attribute(element, 'href') ?? '').includes('/history/rating/')).length > 0);
  assert.match((await lead.get(await historyOn(`${year}/benchmarks/LA1`))).text, /Level: Not met/);
});

test('who may not read the history is not led to it', async () => {
  const page = await (await site.as('viewer@county.test')).get(indicator);
  assert.equal(page.status, 200);
  assert.doesNotMatch(page.body, /\/history\//);
});
