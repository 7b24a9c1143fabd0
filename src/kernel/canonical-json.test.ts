import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonicalJson, type Json } from './canonical-json.ts';

test('canonical JSON sorts names by their UTF-16 units and writes no space, as RFC 8785 has it', () => {
  assert.equal(canonicalJson({ b: [1, true, null, 'é"\n'], a: { '\u20ac': 1, '\r': 2, '1': 3, '\u{1F600}': 4, '\ufb33': 5 } }),
    '{"a":{"\\r":2,"1":3,"\u20ac":1,"\u{1F600}":4,"\ufb33":5},"b":[1,true,null,"é\\"\\n"]}');
  assert.equal(canonicalJson([333333333.33333329, 1e30, 4.5, 2e-3, 1e-27, -0]), '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]');
});

test('what JSON cannot carry is refused', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 'a lone \ud800', { '\udc00': 1 }]) assert.throws(() => canonicalJson(value), RangeError);
});

test('the same value has one text, whatever the order of its fields, and can be read back', () => {
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue({ noUnicodeString: false })), (fields) => {
    const backwards = Object.fromEntries(Object.entries(fields).reverse());
    assert.equal(canonicalJson(fields as Json), canonicalJson(backwards as Json));
    assert.deepEqual(JSON.parse(canonicalJson(fields as Json)), JSON.parse(JSON.stringify(fields)));
  }));
});
