import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { draw, sha256Of, type Lot } from './draw.ts';

/** A small generator of test cases: the same ones every time (Park and Miller, 1988). */
export function cases(seed: number): (below: number) => number {
  let state = seed;
  return (below) => { state = (state * 48_271) % 2_147_483_647; return state % below; };
}

export function diceThrows(next: (below: number) => number, count = 20): string {
  return Array.from({ length: count }, () => next(6) + 1).join('');
}

/** Draws from so many made-up frames, here and by the program in the other language. @returns how many came out the same */
export function comparedDraws(count: number): number {
  const next = cases(20_260_302);
  const lots = Array.from({ length: count }, (_, at) => {
    const population = next(at % 50 === 0 ? 5000 : 120) + 1;
    const sample = next(Math.min(population, 40)) + 1;
    const frame = canonicalJson({ population, sample, list: `The list no. ${at}, “ordered”`, order: 'Date of receipt, earliest first' });
    return { frame, population, sample, throws: [diceThrows(next), diceThrows(next)] as const };
  });
  const ours = lots.map(({ frame, ...rest }) => JSON.stringify(draw({ ...rest, frameSha256: sha256Of(frame) })).replaceAll(',', ', '));
  const second = fileURLToPath(new URL('../../../test/second-draw.py', import.meta.url));
  const ran = spawnSync('python3', [second], { input: lots.map(({ frame, throws }) => `${JSON.stringify({ frame, throws })}\n`).join(''), encoding: 'utf8', maxBuffer: 200_000_000 });
  if (ran.status !== 0) throw new Error(`The second program needs Python 3 (apt-get install python3): ${ran.stderr || String(ran.error)}`);
  const theirs = ran.stdout.trimEnd().split('\n');
  return ours.filter((one, at) => one === theirs[at]).length;
}

/** The chi-squared of so many draws of 3 out of 6: every one of the 20 subsets is to come equally often. */
export function evenness(count: number): number {
  const next = cases(7);
  const found = new Map<string, number>();
  for (let at = 0; at < count; at += 1) {
    const lot: Lot = { frameSha256: sha256Of(String(at)), throws: [diceThrows(next), diceThrows(next)], population: 6, sample: 3 };
    const subset = draw(lot).toSorted().join();
    found.set(subset, (found.get(subset) ?? 0) + 1);
  }
  const expected = count / 20;
  return (20 - found.size) * expected + [...found.values()].reduce((total, times) => total + (times - expected) ** 2 / expected, 0);
}

/** Between these the chi-squared of 19 degrees of freedom lies in 99 of 100 cases. */
export const evenEnough = { least: 6.844, most: 38.582 };
