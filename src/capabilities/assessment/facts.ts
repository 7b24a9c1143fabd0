import type { Fact } from '../../platform/fact.ts';
import type { Day, Year } from '../../kernel/year.ts';
import type { Benchmark } from '../frameworks/index.ts';
import { paths } from './paths.ts';
import { answeredCount } from './rules.ts';

/** The share of a benchmark's indicators that have an answer. The answers are already at hand, so nothing is read for it. */
export function answeredFact(benchmark: Benchmark, answers: ReadonlyMap<string, unknown>, about: { readonly org: string; readonly year: Year; readonly today: Day }): Fact {
  const answered = answeredCount(benchmark, answers);
  return {
    concerns: { benchmark: benchmark.code },
    say: ({ assessment }) => assessment.facts.answered(answered, benchmark.indicators.length),
    rule: ({ assessment }) => assessment.facts.answeredRule,
    rowsHref: `${paths.benchmark(about.org, about.year, benchmark.code)}#indicators`,
    asAt: about.today,
  };
}
