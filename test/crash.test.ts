import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crashRounds } from '../bench/crash.ts';

// `npm run prove` runs many more rounds; these keep the way of it honest on every change.
test('a server that forgets what it acknowledged is noticed', async () => {
  const { lost } = await crashRounds(40, { PGOPTIONS: '-c synchronous_commit=off' });
  assert.ok(lost > 0, 'with synchronous_commit=off something must be lost, or this test cannot fail');
});

test('what was acknowledged is there after SIGKILL of the server, of PostgreSQL and of both, once and whole', async () => {
  const { acknowledged, lost, doubled } = await crashRounds(3);
  assert.ok(acknowledged > 10, `only ${acknowledged} saves were acknowledged`);
  assert.deepEqual({ lost, doubled }, { lost: 0, doubled: 0 });
});
