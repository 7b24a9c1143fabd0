import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSite } from './site.ts';
import { buildWorld } from './world.ts';

test('the tests’ world: its people reach their own body’s year, and no other’s', async () => {
  const site = await testSite();
  await buildWorld(site.store);
  const lead = await site.as('lead@county.test');
  assert.equal((await lead.get('/organisations/county/assessments/2025-26')).status, 200);
  assert.equal((await lead.get('/organisations/sibling/assessments/2025-26')).status, 403);
  const sibling = await site.as('lead@sibling.test');
  assert.equal((await sibling.get('/organisations/sibling/assessments/2025-26')).status, 404, 'the sibling has opened none');
});
