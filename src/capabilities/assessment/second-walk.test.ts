import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSite } from '../../../test/site.ts';
import { buildWorld } from '../../../test/world.ts';
import { walk } from './second-walk.fixture.ts';

test('at random, nobody changes a submitted year, re-opens one alone, or submits what no other signed', { timeout: 240_000 }, async () => {
  const site = await testSite();
  const walked = await walk(site, await buildWorld(site.store), 4, 90);
  assert.ok(walked.submissions >= 2 && walked.reopenings >= 1 && walked.refusedEdits >= 10, `the walk came somewhere: ${JSON.stringify(walked)}`);
});
