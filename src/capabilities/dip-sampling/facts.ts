import { firstDay, lastDay, writtenYear } from '../../kernel/year.ts';
import type { Fact, FactSource } from '../../platform/fact.ts';
import { figuresOf } from './figures-store.ts';
import { paths } from './paths.ts';
import { agreementOf } from './rules-agreement.ts';
import { pathwayBenchmark } from './rules.ts';

/** What the product knows of the referral pathway and its dip samples. No fact counts referrals. */
export const sampleFacts: FactSource = {
  name: 'dip-sampling',
  facts: async ({ tx, orgId, orgShortName, benchmark, year, today }) => {
    if (benchmark.code !== pathwayBenchmark) return [];
    const { everyMonths, closed, inForce, actions, actionsClosed } = await figuresOf(tx, orgId, today);
    const about = { concerns: { benchmark: benchmark.code }, rowsHref: paths.list(orgShortName), asAt: today };
    const inYear = closed.filter(({ endedOn }) => endedOn >= firstDay(year) && endedOn <= lastDay(year)).length;
    const [latest] = closed;
    const agreement = latest?.pairs ? agreementOf(latest.pairs) : undefined;
    const facts: Fact[] = [];
    if (inForce) facts.push({ ...about, rowsHref: paths.pathway(orgShortName), say: ({ dipSampling }) => dipSampling.facts.pathway(inForce.number, inForce.inForceOn), rule: ({ dipSampling }) => dipSampling.facts.pathwayRule });
    if (everyMonths !== null) facts.push(
      { ...about, say: ({ dipSampling }) => dipSampling.facts.exercises(inYear, writtenYear(year)), rule: ({ dipSampling }) => dipSampling.facts.exercisesRule },
      { ...about, say: ({ dipSampling }) => dipSampling.facts.rhythm(everyMonths, latest?.endedOn ?? null), rule: ({ dipSampling }) => dipSampling.facts.rhythmRule },
    );
    if (agreement) facts.push({ ...about, say: ({ dipSampling }) => dipSampling.facts.agreement(agreement.percent), rule: ({ dipSampling }) => dipSampling.facts.agreementRule });
    if (actions > 0) facts.push({ ...about, say: ({ dipSampling }) => dipSampling.facts.actions(actionsClosed, actions), rule: ({ dipSampling }) => dipSampling.facts.actionsRule });
    return facts;
  },
};
