import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayOf, type Day } from '../../kernel/year.ts';
import { paragraphsIn, publicSamples, withoutSmallSamples, yearAgreement, type YearSamples } from './rules-year.ts';

const day = (text: string): Day => dayOf(text) ?? assert.fail(text);
const count = fc.integer({ min: 0, max: 40 });

const anySamples: fc.Arbitrary<YearSamples> = fc.array(fc.array(fc.tuple(count, count, count, count, count), { maxLength: 3 })).chain((tallies) => fc.tuple(fc.constant(tallies), fc.integer({ min: 1, max: 60 }))).map(([lists, sample]) => ({
  asAt: day('2026-06-30'), everyMonths: 6,
  exercises: lists.map((list) => ({
    panel: 'Vale', fromDay: day('2025-04-01'), toDay: day('2025-09-30'), state: 'closed', endedOn: day('2025-11-12'), repeats: true, repeatReason: 'Because.', marking: 'OFFICIAL-SENSITIVE', sizes: { sample, population: sample * 2 }, agreement: yearAgreement([5, 1, ...Array<number>(14).fill(0)]),
    tallies: list.map(([yes, partly, no, na, unsettled]) => ({ question: 'Question?', yes, partly, no, na, unsettled })), themes: 1, learning: 1, actions: { open: 1, proposed: 0, closed: 0 },
  })),
}));

test('below restricted no number of referrals is small, and a tally stands whole or not at all', () => {
  fc.assert(fc.property(anySamples, fc.integer({ min: 5, max: 20 }), (samples, threshold) => {
    for (const [at, one] of withoutSmallSamples(samples, threshold).exercises.entries()) {
      const whole = samples.exercises[at] ?? assert.fail();
      assert.ok(one.tallies.every((tally) => whole.tallies.includes(tally)));
      for (const { yes, partly, no, na, unsettled } of one.tallies) assert.ok(Math.min(yes, partly, no, na, unsettled) >= threshold);
      if (one.sizes) assert.ok(Math.min(one.sizes.sample, one.sizes.population) >= threshold);
      else assert.deepEqual([one.tallies, one.agreement], [[], { percent: 83, counted: null }]);
    }
    for (const one of publicSamples(samples, threshold).exercises) assert.deepEqual([one.tallies, one.sizes, one.repeatReason, one.agreement?.counted ?? null, one.themes, one.marking], [[], null, null, null, 0, 'OFFICIAL']);
  }));
});

test('agreement beyond chance is left open where it says nothing, and words are counted by paragraph', () => {
  assert.deepEqual(yearAgreement([6, ...Array<number>(15).fill(0)]), { percent: 100, counted: { same: 6, answers: 6, kappa: null, interval: null } });
  assert.deepEqual([yearAgreement(null), yearAgreement(Array<number>(16).fill(0))], [null, null]);
  assert.deepEqual([null, '', 'One.\n\nTwo.\n'].map(paragraphsIn), [0, 0, 2]);
});
