import type { Quarter } from '../../kernel/year.ts';
import { levels, productOf, type Level, type Score } from './rules.ts';

/** So many quarters make a trend. */
export const trendQuarters = 8;

/** How many open risks of a quarter's returns had one score, at the level that it had when they were sent. */
export type CountedScore = Score & { readonly quarter: Quarter; readonly level: Level; readonly risks: number };

/** The residual scores of one quarter. `mean` is that of likelihood times impact, to a tenth. */
export type ScoreLine = { readonly quarter: Quarter; readonly risks: number; readonly byLevel: Readonly<Record<Level, number>>; readonly mean: number };

/** A line for each quarter that is given and of which risks are counted, the oldest first. */
export function scoreTrend(counted: readonly CountedScore[], quarters: readonly Quarter[]): ScoreLine[] {
  return quarters.toSorted().flatMap((quarter) => {
    const own = counted.filter((one) => one.quarter === quarter);
    const risks = sum(own, () => 1);
    if (risks === 0) return [];
    const at = (level: Level) => sum(own.filter((one) => one.level === level), () => 1);
    const [low, medium, high, veryHigh] = levels.map(at);
    return [{ quarter, risks, byLevel: { low: low ?? 0, medium: medium ?? 0, high: high ?? 0, very_high: veryHigh ?? 0 }, mean: Math.round((10 * sum(own, productOf)) / risks) / 10 }];
  });
}

function sum(list: readonly CountedScore[], worth: (one: CountedScore) => number): number {
  return list.reduce((total, one) => total + one.risks * worth(one), 0);
}
