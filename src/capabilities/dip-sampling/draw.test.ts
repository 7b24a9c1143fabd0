import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { draw, seedOf, sha256Of, type Lot } from './draw.ts';
import { comparedDraws, evenEnough, evenness } from './draws.fixture.ts';

const lot: Lot = { frameSha256: sha256Of('{"population":50,"sample":12}'), throws: ['35124615336112445263', '11662435213356124456'], population: 50, sample: 12 };

test('the example of docs/sampling.md comes out as it says there', () => {
  assert.equal(lot.frameSha256, '3b927305a9da0fd99484c0a9c020a2443fe794a5ff33ac1af8a22771bd6c7179');
  assert.equal(seedOf(lot).toString('hex'), 'aa27b8146bf38774e8089ee58bba0cdad4a614e1bb12f0cc8e39247ef7451cbf');
  assert.deepEqual(draw(lot), [7, 4, 46, 11, 9, 12, 5, 43, 23, 44, 14, 10]);
});

test('positions are of the frame, each once, as many as were asked for', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 400 }).chain((population) => fc.tuple(fc.constant(population), fc.integer({ min: 1, max: population }), fc.string())), ([population, sample, frame]) => {
    const drawn = draw({ ...lot, frameSha256: sha256Of(frame), population, sample });
    assert.equal(new Set(drawn).size, sample);
    assert.ok(drawn.every((position) => Number.isInteger(position) && position >= 1 && position <= population));
  }), { numRuns: 300 });
});

test('another frame, another throw of either body, or the throws the other way round give another seed', () => {
  const [chair, police] = lot.throws;
  const others: Lot[] = [{ ...lot, frameSha256: sha256Of('another') }, { ...lot, throws: [chair.replace('3', '4'), police] }, { ...lot, throws: [chair, police.replace('6', '1')] }, { ...lot, throws: [police, chair] }];
  assert.equal(new Set([lot, ...others].map((one) => seedOf(one).toString('hex'))).size, 5);
});

test('a larger sample of the same frame begins with the smaller one', () => {
  assert.deepEqual(draw({ ...lot, sample: 20 }).slice(0, 12), draw(lot));
});

test('a sample larger than the frame is refused', () => {
  assert.throws(() => draw({ ...lot, sample: 51 }), RangeError);
});

test('a second program in another language draws the same', () => {
  assert.equal(comparedDraws(200), 200);
});

test('every subset is equally likely', () => {
  const found = evenness(5000);
  assert.ok(found > evenEnough.least && found < evenEnough.most, String(found));
});
