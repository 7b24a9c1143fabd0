import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Outcome } from '../../kernel/outcome.ts';
import { dayOf } from '../../kernel/year.ts';
import { countsOf, directionOf, isReviewOverdue, levelOf, levels, matrixFrom, productOf, riskFrom, roleFrom, scoresFrom, steps, type RiskForm, type ScoresForm } from './rules.ts';

const day = (text: string) => dayOf(text) ?? assert.fail(text);
const fields = (outcome: Outcome<unknown>) => (outcome.accepted ? [] : outcome.refusals.map(({ field }) => field));
const step = fc.constantFrom(...steps);
const score = fc.record({ likelihood: step, impact: step }, { noNullPrototype: true });
const words = ['a', 'b', 'c', 'd', 'e'];
const matrixForm = { likelihoods: words, impacts: words, medium: '5', high: '10', veryHigh: '17' };

test('every score has one level, and a higher product never a lower one', () => {
  const thresholds = fc.uniqueArray(fc.integer({ min: 2, max: 25 }), { minLength: 3, maxLength: 3 }).map((list) => list.sort((a, b) => a - b));
  fc.assert(fc.property(thresholds, score, score, ([mediumFrom = 0, highFrom = 0, veryHighFrom = 0], one, other) => {
    const matrix = { mediumFrom, highFrom, veryHighFrom };
    const place = (of: typeof one) => levels.indexOf(levelOf(matrix, of));
    if (productOf(one) >= productOf(other)) assert.ok(place(one) >= place(other));
    assert.equal(levelOf(matrix, one) === 'low', productOf(one) < mediumFrom);
    assert.equal(levelOf(matrix, one) === 'very_high', productOf(one) >= veryHighFrom);
  }));
});

test('a risk goes up, down or stays by its product; one that was in no return is new', () => {
  fc.assert(fc.property(score, score, (before, now) => {
    const direction = directionOf(before, now);
    assert.equal(direction, productOf(now) > productOf(before) ? 'up' : productOf(now) < productOf(before) ? 'down' : 'same');
    assert.equal(directionOf(null, now), 'new');
  }));
});

test('the fields of the matrix hold every risk once', () => {
  fc.assert(fc.property(fc.array(score), (scores) => {
    const counts = countsOf(scores);
    assert.equal([...counts.values()].reduce((sum, count) => sum + count, 0), scores.length);
    for (const { likelihood, impact } of scores) assert.ok((counts.get(`${likelihood}x${impact}`) ?? 0) > 0);
  }));
});

test('a matrix has five words each way and levels that rise', () => {
  assert.deepEqual(matrixFrom(matrixForm), { accepted: true, value: { likelihoods: words, impacts: words, mediumFrom: 5, highFrom: 10, veryHighFrom: 17 } });
  for (const [change, at] of [
    [{ likelihoods: ['a', 'b', ' ', 'd', 'e'] }, ['likelihood-3']], [{ impacts: ['a', 'b', 'c', 'd'] }, ['impact-5']], [{ impacts: ['a', 'b', 'c', 'd', 'x'.repeat(41)] }, ['impact-5']], [{ likelihoods: ['a\nb', 'b', 'c', 'd', 'e'] }, ['likelihood-1']],
    [{ medium: '10' }, ['medium']], [{ medium: '1' }, ['medium']], [{ veryHigh: '26' }, ['medium']], [{ high: 'ten' }, ['medium']], [{ high: '' }, ['medium']],
  ] as const) assert.deepEqual(fields(matrixFrom({ ...matrixForm, ...change })), at, JSON.stringify(change));
});

const risk: RiskForm = { theme: 'premises', cause: 'c', event: 'e', effect: 'f', controls: '', owner: '', publicSummary: '', marking: 'OFFICIAL', benchmarks: ['LA7', 'LA2', 'LA7'], review: day('2026-06-30') };

test('a risk is a cause, an event and an effect, about what a body runs; its owner is a role', () => {
  const good = riskFrom(risk, ['LA2', 'LA7']);
  assert.ok(good.accepted);
  assert.deepEqual([good.value.benchmarkCodes, good.value.ownerRole], [['LA2', 'LA7'], null]);
  for (const [change, at] of [
    [{ theme: 'people' }, ['theme']], [{ cause: ' ' }, ['cause']], [{ event: 'x'.repeat(1001) }, ['event']], [{ effect: 'a\0b' }, ['effect']], [{ owner: 'jo@council' }, ['owner']], [{ owner: 'a\nb' }, ['owner']],
    [{ benchmarks: ['LA9'] }, ['benchmarks']], [{ marking: 'SECRET' }, ['marking']], [{ marking: '' }, ['marking']], [{ review: undefined }, ['review-day']], [{ theme: '', cause: '', review: undefined }, ['theme', 'cause', 'review-day']],
  ] as const) assert.deepEqual(fields(riskFrom({ ...risk, ...change }, ['LA2', 'LA7'])), at, JSON.stringify(change));
  assert.deepEqual([fields(roleFrom('role', '')), fields(roleFrom('role', 'a@b')), fields(roleFrom('role', 'Head of property'))], [['role'], ['role'], []]);
});

test('scores are accepted when each is no larger than the one before it, and as they were given', () => {
  const said = fc.record({ inherent: score, residual: score, target: score });
  fc.assert(fc.property(said, (scores) => {
    const form: ScoresForm = { inherent: text(scores.inherent), residual: text(scores.residual), target: text(scores.target) };
    const falls = productOf(scores.residual) <= productOf(scores.inherent) && productOf(scores.target) <= productOf(scores.residual);
    const read = scoresFrom(form);
    assert.equal(read.accepted, falls);
    if (read.accepted) assert.deepEqual(read.value, scores);
  }));
  const good = { likelihood: '1', impact: '1' };
  assert.deepEqual(fields(scoresFrom({ inherent: { likelihood: '6', impact: '' }, residual: good, target: { likelihood: '0', impact: '01' } })), ['inherent-likelihood', 'inherent-impact', 'target-likelihood', 'target-impact']);
});

test('a review is overdue when its day has passed and nobody has looked since', () => {
  for (const [next, reviewed, today, overdue] of [
    ['2026-03-01', '2025-12-01', '2026-03-02', true], ['2026-03-02', '2025-12-01', '2026-03-02', false], ['2026-03-01', '2026-03-01', '2026-03-02', false], ['2026-03-01', '2026-02-28', '2026-06-02', true],
  ] as const) assert.equal(isReviewOverdue({ nextReviewOn: day(next), reviewedOn: day(reviewed) }, day(today)), overdue, `${next} ${reviewed} ${today}`);
});

function text({ likelihood, impact }: { likelihood: number; impact: number }) {
  return { likelihood: String(likelihood), impact: String(impact) };
}
