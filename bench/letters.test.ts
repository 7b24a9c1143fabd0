import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lettersThroughKills } from './letters.ts';

// `npm run prove` does the same with 10,000 bodies.
test('every body’s letter comes, also when the sender is killed; only what was in flight comes again, under the same name', async () => {
  const { letters, kills, missed, repeated, doubled } = await lettersThroughKills(300, 2);
  assert.deepEqual({ letters, kills, missed, doubled }, { letters: 300, kills: 2, missed: 0, doubled: 0 });
  assert.ok(repeated > 0 && repeated <= kills, `${repeated} came again`);
});
