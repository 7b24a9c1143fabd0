import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { agreementOf, codes, pairsOf, type Pairs } from './rules-agreement.ts';

/** Counts of two answers alone, yes and no, as textbooks have them. */
const two = (bothYes: number, yesNo: number, noYes: number, bothNo: number): Pairs => [bothYes, 0, yesNo, 0, 0, 0, 0, 0, noYes, 0, bothNo, 0, 0, 0, 0, 0];

test('the textbook example: 20, 5, 10, 15 is a kappa of 0.4', () => {
  const found = agreementOf(two(20, 5, 10, 15));
  assert.deepEqual([found?.answers, found?.same, found?.percent, found?.kappa?.toFixed(4)], [50, 35, 70, '0.4000']);
});

test('without answers there is no agreement', () => {
  assert.equal(agreementOf(two(0, 0, 0, 0)), undefined);
});

test('where both say the same of everything, and only one thing, kappa says nothing', () => {
  assert.deepEqual(agreementOf(two(30, 0, 0, 0)), { answers: 30, same: 30, percent: 100, kappa: undefined, interval: undefined });
});

test('full agreement on different answers is 1, without an interval', () => {
  assert.deepEqual(agreementOf(two(20, 0, 0, 10)), { answers: 30, same: 30, percent: 100, kappa: 1, interval: undefined });
});

test('never the same is below nothing, and an interval stays between −1 and 1', () => {
  const found = agreementOf(two(0, 10, 10, 0));
  assert.deepEqual([found?.percent, found?.kappa], [0, -1]);
  const few = agreementOf(two(2, 1, 0, 1));
  assert.ok(few?.interval && few.interval[0] >= -1 && few.interval[1] <= 1);
});

test('the pairs are counted by what each said', () => {
  const pairs = pairsOf([{ chair: 'yes', police: 'partly' }, { chair: 'yes', police: 'partly' }, { chair: 'na', police: 'na' }]);
  assert.deepEqual([pairs[1], pairs[15], pairs.reduce((a, b) => a + b)], [2, 1, 3]);
  assert.deepEqual(codes, ['yes', 'partly', 'no', 'na'], 'the database counts in this order');
});

test('the interval is that of the delta method, worked out by small steps instead of the formula', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 16, maxLength: 16 }), (pairs) => {
    const found = agreementOf(pairs);
    assert.ok(found?.interval && found.kappa !== undefined);
    const total = found.answers;
    const slope = pairs.map((_, at) => (kappaOf(pairs.map((count, other) => count / total + (other === at ? 1e-6 : 0))) - kappaOf(pairs.map((count, other) => count / total - (other === at ? 1e-6 : 0)))) / 2e-6);
    const mean = slope.reduce((sum, one, at) => sum + one * ((pairs[at] ?? 0) / total), 0);
    const variance = slope.reduce((sum, one, at) => sum + (one - mean) ** 2 * ((pairs[at] ?? 0) / total), 0) / total;
    assert.ok(Math.abs(found.interval[1] - Math.min(1, found.kappa + 1.959964 * Math.sqrt(variance))) < 1e-4);
    assert.ok(Math.abs(found.interval[0] - Math.max(-1, found.kappa - 1.959964 * Math.sqrt(variance))) < 1e-4);
  }), { numRuns: 100 });
});

/** Of shares that need not add up to one. */
function kappaOf(shares: readonly number[]): number {
  const all = [0, 1, 2, 3];
  const at = (row: number, column: number) => shares[row * 4 + column] ?? 0;
  const sum = (of: (one: number) => number) => all.reduce((total, one) => total + of(one), 0);
  const expected = sum((one) => sum((other) => at(one, other)) * sum((other) => at(other, one)));
  return (sum((one) => at(one, one)) - expected) / (1 - expected);
}
