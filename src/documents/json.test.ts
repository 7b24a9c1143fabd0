import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyDocument, plainDocument } from './document.fixture.ts';
import { json } from './json.ts';
import { readied } from './tidy.ts';

test('the text reads back as the document, under a name and a version', () => {
  fc.assert(fc.property(anyDocument, (document) => {
    assert.deepEqual(JSON.parse(json(document)), { format: { name: 'dueregard-document', version: 1 }, document: readied(document) });
  }), { endOnFailure: true });
});

test('the order of keys does not depend on how the document was put together', () => {
  const turned = { ...Object.fromEntries(Object.entries(plainDocument).reverse()), ...plainDocument };
  assert.notDeepEqual(Object.keys(turned), Object.keys(plainDocument));
  assert.equal(json(turned), json(plainDocument));
});
