import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesIn } from './rules.ts';

const added = (fields: Readonly<Record<string, unknown>>) => JSON.stringify(Object.fromEntries(Object.entries(fields).map(([field, to]) => [field, { from: null, to }])));
const none: ReadonlyMap<string, string> = new Map();

test('what ties records together, and what began as it usually does, is no news', () => {
  const body = added({ org_id: 'x', retention: 'assurance', marking: 'OFFICIAL', not_applicable: false, url: null, note: '', status: 'yes' });
  assert.deepEqual(changesIn(body, none), [{ field: 'status', is: 'open', from: null, to: 'yes' }]);
});

test('a change back to the usual is news, and so is a higher marking from the beginning', () => {
  assert.deepEqual(changesIn(JSON.stringify({ marking: { from: 'OFFICIAL-SENSITIVE', to: 'OFFICIAL' }, not_applicable: { from: true, to: false } }), none).map(({ field }) => field), ['marking', 'not_applicable']);
  assert.deepEqual(changesIn(added({ marking: 'OFFICIAL-SENSITIVE' }), none).map(({ field }) => field), ['marking']);
});

test('a text is shown while it is there, and told as erased when it is not', () => {
  const body = JSON.stringify({ note: { hidden: 'hash' }, narrative: { hidden: null } });
  assert.deepEqual(changesIn(body, new Map([['note', 'Four meetings.']])), [{ field: 'narrative', is: 'emptied' }, { field: 'note', is: 'text', text: 'Four meetings.' }]);
  assert.deepEqual(changesIn(body, new Map([['note', '']])), [{ field: 'narrative', is: 'emptied' }]);
  assert.deepEqual(changesIn(body, none), [{ field: 'narrative', is: 'emptied' }, { field: 'note', is: 'erased' }]);
});
