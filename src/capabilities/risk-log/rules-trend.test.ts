import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { quarterOf } from '../../kernel/year.ts';
import { levels } from './rules.ts';
import { scoreTrend } from './rules-trend.ts';

const quarters = ['2025-26-Q2', '2025-26-Q1', '2024-25-Q4'].map((name) => quarterOf(name) ?? assert.fail(name));
const [second = assert.fail(), first = assert.fail()] = quarters;

test('a quarter has a line once anything was sent for it, with its mean to a tenth', () => {
  const counted = [{ quarter: first, likelihood: 3, impact: 4, level: 'high', risks: 2 }, { quarter: first, likelihood: 1, impact: 1, level: 'low', risks: 1 }, { quarter: second, likelihood: 5, impact: 5, level: 'very_high', risks: 1 }] as const;
  assert.deepEqual(scoreTrend(counted, quarters), [
    { quarter: first, risks: 3, byLevel: { low: 1, medium: 0, high: 2, very_high: 0 }, mean: 8.3 }, { quarter: second, risks: 1, byLevel: { low: 0, medium: 0, high: 0, very_high: 1 }, mean: 25 },
  ]);
});

test('no risk is lost, and each mean lies between the least and the largest score', () => {
  const one = fc.record({ quarter: fc.constantFrom(...quarters), likelihood: fc.integer({ min: 1, max: 5 }), impact: fc.integer({ min: 1, max: 5 }), level: fc.constantFrom(...levels), risks: fc.integer({ min: 1, max: 40 }) });
  fc.assert(fc.property(fc.array(one), (counted) => {
    const lines = scoreTrend(counted, quarters);
    assert.equal(lines.reduce((sum, { risks }) => sum + risks, 0), counted.reduce((sum, { risks }) => sum + risks, 0));
    for (const { risks, byLevel, mean } of lines) assert.ok(risks === levels.reduce((sum, level) => sum + byLevel[level], 0) && mean >= 1 && mean <= 25);
  }));
});
