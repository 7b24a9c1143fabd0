import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chanceOfNone, meaningOf } from './rules-sample.ts';

test('12 of 50 gives a 95% chance of seeing a fault that is in one case in five', () => {
  assert.deepEqual(meaningOf({ population: 50, sample: 12 }), { faulty: 10, tenths: 953, oneIn: 5 });
  // C(40,12) / C(50,12)
  const { part, whole } = chanceOfNone(50, 12, 10);
  assert.equal(part * 121_399_651_100n, whole * 5_586_853_480n);
  assert.ok(Number(chanceOfNone(50, 12, 9).part) / Number(chanceOfNone(50, 12, 9).whole) > 0.05, 'nine would be seen less often');
});

for (const [population, sample, faulty, oneIn] of [[1, 1, 1, 1], [50, 50, 1, 50], [50, 48, 1, 50], [50, 47, 2, 25], [20, 1, 19, 1], [100, 29, 9, 11], [5000, 58, 251, 19]] as const) {
  test(`${sample} of ${population} shows ${faulty} faulty cases`, () => {
    const meaning = meaningOf({ population, sample });
    assert.deepEqual([meaning.faulty, meaning.oneIn], [faulty, oneIn]);
  });
}

test('it is the fewest: one case less would be seen less often, by counting every sample of a small population', () => {
  const sizes = fc.integer({ min: 1, max: 12 }).chain((population) => fc.tuple(fc.constant(population), fc.integer({ min: 1, max: population })));
  fc.assert(fc.property(sizes, ([population, sample]) => {
    const seen = (faulty: number) => {
      const samples = Array.from({ length: 2 ** population }, (_, set) => set).filter((set) => ones(set) === sample);
      return samples.filter((set) => (set & (2 ** faulty - 1)) !== 0).length / samples.length;
    };
    const { faulty, tenths } = meaningOf({ population, sample });
    assert.ok(seen(faulty) >= 0.95 - 1e-12);
    assert.ok(faulty === 1 || seen(faulty - 1) < 0.95);
    assert.ok(Math.abs(tenths / 1000 - seen(faulty)) < 0.001 + 1e-12);
  }), { numRuns: 60 });
});

function ones(set: number): number {
  return set.toString(2).replaceAll('0', '').length;
}
