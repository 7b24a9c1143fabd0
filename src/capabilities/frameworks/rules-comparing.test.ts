import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseEdition } from './edition-file.ts';
import type { Edition, Indicator } from './edition.ts';
import { changedWords, compareEditions, originsOf, readContinues } from './rules-comparing.ts';

const shipped = parseEdition(readFileSync(new URL('../../../frameworks/local-authority-2025-26.yaml', import.meta.url), 'utf8'));
assert.ok(shipped.accepted);
const earlier = shipped.value;

/** The edition of the next year: each indicator goes through the change, or is gone. */
function next(change: (indicator: Indicator, at: number) => Indicator | undefined): Edition {
  let at = 0;
  return {
    ...earlier, short_name: 'local-authority-2026-27',
    benchmarks: earlier.benchmarks.map((benchmark) => ({ ...benchmark, indicators: benchmark.indicators.flatMap((indicator) => change(indicator, at++) ?? []) })),
  };
}

test('each kind of change is told of the indicator that it befell', () => {
  const later = next((indicator) => {
    if (indicator.code === 'LA1.m1') return { ...indicator, text: { en: `${indicator.text.en} every year` } };
    if (indicator.code === 'LA1.m2') return { ...indicator, code: 'LA1.m99', continues: 'LA1.m2 of local-authority-2025-26' };
    if (indicator.code === 'LA1.m3') return undefined;
    if (indicator.code === 'LA1.m4') return { ...indicator, level: 'exceeded' };
    if (indicator.code === 'LA1.m5') return { ...indicator, code: 'LA1.m50' };
    return indicator;
  });
  const changes = compareEditions(earlier, later);
  const of = (code: string) => changes.find((change) => (change.is === 'gone' ? change.from : change.to).indicator.code === code);
  assert.equal(of('LA1.m1')?.is, 'changed');
  const renamed = of('LA1.m99');
  assert.ok(renamed?.is === 'same');
  assert.deepEqual([renamed.from.indicator.code, renamed.movedBenchmark, renamed.movedLevel], ['LA1.m2', false, false]);
  assert.deepEqual([of('LA1.m3')?.is, of('LA1.m50')?.is, of('LA1.m5')?.is], ['gone', 'new', 'gone']);
  const moved = of('LA1.m4');
  assert.ok(moved?.is === 'same' && moved.movedLevel);
});

test('a code that another indicator carries on is not carried on twice', () => {
  const later = next((indicator) => {
    if (indicator.code === 'LA2.m1') return { ...indicator, continues: 'LA1.m1 of local-authority-2025-26' };
    return indicator;
  });
  const origins = originsOf(earlier, later);
  assert.deepEqual([origins.get('LA2.m1'), origins.get('LA1.m1')], ['LA1.m1', undefined]);
  const moved = compareEditions(earlier, later).find((change) => change.is !== 'gone' && change.to.indicator.code === 'LA2.m1');
  assert.ok(moved?.is === 'changed' && moved.movedBenchmark);
});

test('nothing carries on into another sector, and levels of different scales are not compared', () => {
  assert.equal(originsOf(earlier, { ...earlier, sector: 'schools' }).size, 0);
  const otherScale: Edition = {
    ...next((indicator) => ({ ...indicator, level: 'green' })),
    scale: { levels: [{ code: 'green', label: { en: 'Green' }, needs_evidence: false, source: { kind: 'none', note: 'Our suggestion: invented.' } }] },
  };
  assert.ok(compareEditions(earlier, otherScale).every((change) => change.is === 'same' && !change.movedLevel));
});

test('whatever goes, comes or is named, every indicator of both editions is told of once', () => {
  const codes = earlier.benchmarks.flatMap(({ indicators }) => indicators.map(({ code }) => code));
  const fates = fc.array(fc.oneof(fc.constantFrom('stay', 'go', 'rename'), fc.constantFrom(...codes)), { minLength: codes.length, maxLength: codes.length });
  fc.assert(fc.property(fates, (list) => {
    const later = next((indicator, at) => {
      const fate = list[at] ?? 'stay';
      if (fate === 'go') return undefined;
      if (fate === 'rename') return { ...indicator, code: `${indicator.code}-new` };
      return fate === 'stay' ? indicator : { ...indicator, continues: `${fate} of ${earlier.short_name}` };
    });
    const changes = compareEditions(earlier, later);
    const after = changes.flatMap((change) => (change.is === 'gone' ? [] : [change.to.indicator.code]));
    assert.deepEqual(after, later.benchmarks.flatMap(({ indicators }) => indicators.map(({ code }) => code)));
    const before = new Set(changes.flatMap((change) => (change.is === 'new' ? [] : [change.from.indicator.code])));
    assert.deepEqual([...before].sort(), [...codes].sort());
  }), { numRuns: 50 });
});

test('the words that both texts have, with those taken out, are the earlier text; with those put in, the later', () => {
  const text = fc.array(fc.constantFrom('the', 'board', 'meets', 'every', 'quarter', 'year'), { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
  fc.assert(fc.property(text, text, (one, other) => {
    const runs = changedWords(one, other);
    assert.equal(runs.filter(({ is }) => is !== 'put in').map((run) => run.text).join(' '), one);
    assert.equal(runs.filter(({ is }) => is !== 'taken out').map((run) => run.text).join(' '), other);
  }));
  assert.deepEqual(changedWords('Meets every quarter', 'Meets every month or quarter'), [
    { is: 'kept', text: 'Meets every' }, { is: 'put in', text: 'month or' }, { is: 'kept', text: 'quarter' },
  ]);
});

test('what an indicator carries on is a code and an edition', () => {
  assert.deepEqual(readContinues('LA1.m1 of local-authority-2025-26'), { code: 'LA1.m1', edition: 'local-authority-2025-26' });
  for (const written of ['', 'LA1.m1', 'LA1.m1 of', 'of local-authority', 'LA1.m1 of Local Authority']) assert.equal(readContinues(written), undefined, written);
});
