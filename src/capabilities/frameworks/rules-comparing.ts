import type { Benchmark, Edition, Indicator } from './edition.ts';

/** An indicator where its edition has it. */
export type Placed = { readonly indicator: Indicator; readonly benchmark: Benchmark };

/**
 * What became of one indicator from an edition to another. An answer carries over where the text is the same; where it
 * was changed, the answer is offered and has to be read again.
 */
export type IndicatorChange =
  | { readonly is: 'same' | 'changed'; readonly from: Placed; readonly to: Placed; readonly movedBenchmark: boolean; readonly movedLevel: boolean }
  | { readonly is: 'new'; readonly to: Placed }
  | { readonly is: 'gone'; readonly from: Placed };

/** A run of words that both texts have, or only the earlier, or only the later one. */
export type Run = { readonly is: 'kept' | 'taken out' | 'put in'; readonly text: string };

/** "LA1.m1 of local-authority-2025-26", as an edition file names the indicator that one carries on. */
export function readContinues(written: string): { readonly code: string; readonly edition: string } | undefined {
  const [, code, edition] = /^([A-Za-z0-9][A-Za-z0-9._-]{0,59}) of ([a-z0-9]+(?:[-_][a-z0-9]+)*)$/.exec(written) ?? [];
  return code !== undefined && edition !== undefined ? { code, edition } : undefined;
}

/** Every indicator of both editions: those of the later in its order, then those that are gone. */
export function compareEditions(earlier: Edition, later: Edition): IndicatorChange[] {
  const before = new Map(placed(earlier).map((one) => [one.indicator.code, one]));
  const sameScale = earlier.scale.levels.map(({ code }) => code).join() === later.scale.levels.map(({ code }) => code).join();
  const origins = originsOf(earlier, later);
  const there = placed(later).map((to): IndicatorChange => {
    const from = before.get(origins.get(to.indicator.code) ?? '');
    if (!from) return { is: 'new', to };
    return {
      is: from.indicator.text.en === to.indicator.text.en ? 'same' : 'changed', from, to,
      movedBenchmark: from.benchmark.code !== to.benchmark.code,
      movedLevel: sameScale && from.indicator.level !== to.indicator.level,
    };
  });
  const carriedOn = new Set(origins.values());
  const gone = [...before.values()].filter(({ indicator }) => !carriedOn.has(indicator.code));
  return [...there, ...gone.map((from): IndicatorChange => ({ is: 'gone', from }))];
}

/** Which indicator of an earlier edition each of a later one carries on, by their codes. */
export function originsOf(earlier: Edition, later: Edition): ReadonlyMap<string, string> {
  if (earlier.sector !== later.sector) return new Map();
  const known = new Set(placed(earlier).map(({ indicator }) => indicator.code));
  const named = placed(later).flatMap(({ indicator }) => {
    const origin = indicator.continues === undefined ? undefined : readContinues(indicator.continues);
    return origin?.edition === earlier.short_name && known.has(origin.code) ? [[indicator.code, origin.code] as const] : [];
  });
  const origins = new Map(named);
  const taken = new Set(origins.values());
  for (const { indicator: { code } } of placed(later)) {
    if (!origins.has(code) && known.has(code) && !taken.has(code)) origins.set(code, code);
  }
  return origins;
}

/** Two texts word by word: the longest run of words that both have in the same order is kept. */
export function changedWords(earlier: string, later: string): Run[] {
  const [before, after] = [earlier.split(/\s+/), later.split(/\s+/)];
  const common = commonLengths(before, after);
  const runs: { is: Run['is']; words: string[] }[] = [];
  const add = (is: Run['is'], word: string) => {
    const last = runs.at(-1);
    if (last?.is === is) last.words.push(word);
    else runs.push({ is, words: [word] });
  };
  let [from, to] = [0, 0];
  while (from < before.length || to < after.length) {
    const [old, fresh] = [before[from], after[to]];
    if (old !== undefined && old === fresh) { add('kept', old); from += 1; to += 1; }
    else if (old !== undefined && (fresh === undefined || lengthAt(common, from + 1, to) >= lengthAt(common, from, to + 1))) { add('taken out', old); from += 1; }
    else if (fresh !== undefined) { add('put in', fresh); to += 1; }
  }
  return runs.map(({ is, words }) => ({ is, text: words.join(' ') }));
}

/** How many words the rests of both texts have in common, from each pair of places on. */
function commonLengths(before: readonly string[], after: readonly string[]): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () => Array.from({ length: after.length + 1 }, () => 0));
  for (let from = before.length - 1; from >= 0; from -= 1) {
    for (let to = after.length - 1; to >= 0; to -= 1) {
      const row = lengths[from];
      if (row) row[to] = before[from] === after[to] ? lengthAt(lengths, from + 1, to + 1) + 1 : Math.max(lengthAt(lengths, from + 1, to), lengthAt(lengths, from, to + 1));
    }
  }
  return lengths;
}

function lengthAt(lengths: readonly (readonly number[])[], from: number, to: number): number {
  return lengths[from]?.[to] ?? 0;
}

function placed(edition: Edition): Placed[] {
  return edition.benchmarks.flatMap((benchmark) => benchmark.indicators.map((indicator) => ({ indicator, benchmark })));
}
