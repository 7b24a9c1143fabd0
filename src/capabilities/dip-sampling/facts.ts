import { firstDay, lastDay, writtenYear } from '../../kernel/year.ts';
import type { Fact, FactSource } from '../../platform/fact.ts';
import { actionsFrom } from '../action-plan/index.ts';
import { paths } from './paths.ts';
import { agreementOf } from './rules-agreement.ts';
import { pathwayBenchmark } from './rules.ts';
import { exercisesOf, pathwaysOf, programmeOf } from './store.ts';

/** What the product knows of the referral pathway and its dip samples. No fact counts referrals. */
export const sampleFacts: FactSource = {
  name: 'dip-sampling',
  facts: async ({ tx, orgId, orgShortName, benchmark, year, today }) => {
    if (benchmark.code !== pathwayBenchmark) return [];
    const [programme, exercises, pathways] = [await programmeOf(tx, orgId), await exercisesOf(tx, orgId), await pathwaysOf(tx, orgId)];
    const about = { concerns: { benchmark: benchmark.code }, rowsHref: paths.list(orgShortName), asAt: today };
    const closed = exercises.filter(({ state }) => state === 'closed').toSorted((a, b) => ((a.endedOn ?? '') < (b.endedOn ?? '') ? 1 : -1));
    const inYear = closed.filter(({ endedOn }) => endedOn !== null && endedOn >= firstDay(year) && endedOn <= lastDay(year)).length;
    const [latest] = closed;
    const agreement = latest?.pairs ? agreementOf(latest.pairs) : undefined;
    const actions = exercises.length === 0 ? [] : (await actionsFrom(tx, orgId, 'dip_sample')).filter(({ originId }) => originId !== null);
    const done = actions.filter(({ state }) => state === 'closed').length;
    const inForce = pathways.find(({ inForceOn }) => inForceOn <= today);
    const facts: Fact[] = [];
    if (inForce) facts.push({ ...about, rowsHref: paths.pathway(orgShortName), say: ({ dipSampling }) => dipSampling.facts.pathway(inForce.number, inForce.inForceOn), rule: ({ dipSampling }) => dipSampling.facts.pathwayRule });
    if (programme) facts.push(
      { ...about, say: ({ dipSampling }) => dipSampling.facts.exercises(inYear, writtenYear(year)), rule: ({ dipSampling }) => dipSampling.facts.exercisesRule },
      { ...about, say: ({ dipSampling }) => dipSampling.facts.rhythm(programme.everyMonths, latest?.endedOn ?? null), rule: ({ dipSampling }) => dipSampling.facts.rhythmRule },
    );
    if (agreement) facts.push({ ...about, say: ({ dipSampling }) => dipSampling.facts.agreement(agreement.percent), rule: ({ dipSampling }) => dipSampling.facts.agreementRule });
    if (actions.length > 0) facts.push({ ...about, say: ({ dipSampling }) => dipSampling.facts.actions(done, actions.length), rule: ({ dipSampling }) => dipSampling.facts.actionsRule });
    return facts;
  },
};
