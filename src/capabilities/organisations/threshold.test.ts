import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { query } from '../../../test/database.ts';
import { testSite } from '../../../test/site.ts';
import { buildWorld, type World } from '../../../test/world.ts';
import { newId } from '../../kernel/id.ts';
import { paths } from './paths.ts';
import { saveThreshold, thresholdOf } from './threshold-store.ts';

const site = await testSite();
const page = paths.threshold('county');
let world: World;

before(async () => { world = await buildWorld(site.store); });

test('a body leaves out counts below 10 until somebody chooses otherwise, within bounds', async () => {
  const lead = await site.as('lead@county.test');
  assert.match((await lead.get(page)).text, /counts of people below 10 are left out/);
  for (const below of ['', '4', '101', '7.5', '-8', 'ten', '1e1']) {
    const refused = await lead.fill(page, { below });
    assert.deepEqual([refused.status, /Enter a whole number from 5 to 100/.test(refused.text)], [422, true], below);
  }
  assert.equal((await lead.fill(page, { below: '12' })).status, 303);
  assert.equal((await lead.fill(page, { below: '5' })).status, 303);
  const shown = await lead.get(page);
  assert.match(shown.text, /counts of people below 5 are left out/);
  const history = /href="([^"]*\/history\/threshold\/[^"]*)"/.exec(shown.body)?.[1];
  assert.match((await lead.get(history ?? assert.fail())).text, /Left out below: from 12 to 5.*Left out below: 12/);
});

test('who saves over a newer threshold is told so, and others neither see nor change it', async () => {
  const lead = await site.as('lead@county.test');
  const stale = await lead.get(page);
  assert.equal(stale.status, 200);
  assert.equal((await lead.fill(page, { below: '20' })).status, 303);
  const late = await lead.fill(page, { below: '6', version: '1' });
  assert.deepEqual([late.status, /It is 20 now/.test(late.text)], [409, true]);
  for (const who of ['officer@county.test', 'viewer@county.test', 'lead@sibling.test', 'lead@district.test']) assert.equal((await (await site.as(who)).get(page)).status, 403, who);
});

test('the database takes none below 5 and one for each body', async () => {
  const { organisations: { county, sibling } } = world;
  await assert.rejects(query(site.db.as('superuser'), 'update threshold set below = 4 where org_id = $1', [county.id]), /check constraint/);
  await world.as('lead@sibling.test', async (tx) => {
    assert.equal(await thresholdOf(tx, sibling.id), 10);
    assert.equal(await thresholdOf(tx, county.id), 10, 'another body’s is not seen');
    assert.ok(await saveThreshold(tx, { orgId: sibling.id, id: newId(), version: 0 }, 50));
    assert.ok(!await saveThreshold(tx, { orgId: sibling.id, id: newId(), version: 0 }, 60));
    assert.equal(await thresholdOf(tx, sibling.id), 50);
  });
});
