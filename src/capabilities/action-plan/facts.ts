import type { Fact, FactSource } from '../../platform/fact.ts';
import { paths } from './paths.ts';
import { planBenchmark, type Show } from './rules.ts';
import { countActions } from './store.ts';

/** How the plan stands, beside the benchmark that is about it. */
export const planFacts: FactSource = {
  name: 'action-plan',
  facts: async ({ tx, orgId, orgShortName, benchmark, today }) => {
    if (benchmark.code !== planBenchmark) return [];
    const { all, open, overdue, unmeasured, closed } = await countActions(tx, orgId, today);
    const about = (show: Show) => ({ concerns: { benchmark: benchmark.code }, rowsHref: paths.shown(orgShortName, show), asAt: today });
    const ofOpen: Fact[] = open === 0 ? [] : [
      { ...about('overdue'), say: ({ actionPlan }) => actionPlan.facts.overdue(overdue, open), rule: ({ actionPlan }) => actionPlan.facts.overdueRule },
      { ...about('unmeasured'), say: ({ actionPlan }) => actionPlan.facts.unmeasured(unmeasured, open), rule: ({ actionPlan }) => actionPlan.facts.unmeasuredRule },
    ];
    const ofAll: Fact[] = all === 0 ? [] : [{ ...about('closed'), say: ({ actionPlan }) => actionPlan.facts.closed(closed, all), rule: ({ actionPlan }) => actionPlan.facts.closedRule }];
    return [...ofOpen, ...ofAll];
  },
};
