import { daysAfter } from '../../kernel/year.ts';
import type { Fact, FactSource } from '../../platform/fact.ts';
import { paths } from './paths.ts';
import { ageOf, soonDays } from './rules.ts';
import { evidenceAges } from './store.ts';

/** How old what stands behind each indicator is, and what of it has expired or soon will. */
export const evidenceFacts: FactSource = {
  name: 'evidence',
  facts: async ({ tx, orgId, orgShortName, assessmentId, year, benchmark, today }) => {
    const ages = await evidenceAges(tx, orgId, { assessmentId, indicatorCodes: benchmark.indicatorCodes, today, soon: daysAfter(today, soonDays) });
    return ages.flatMap(({ indicatorCode, pieces, newest, expired, expiring }): Fact[] => {
      const about = { concerns: { indicator: indicatorCode }, rowsHref: paths.ofIndicator(orgShortName, year, indicatorCode), asAt: today };
      const age: Fact = {
        ...about, pieces, rule: ({ evidence }) => evidence.facts.newestRule,
        say: ({ evidence }) => (newest === null ? evidence.facts.undated : evidence.facts.newest(ageOf(newest, today), newest)),
      };
      const expiry: Fact = { ...about, say: ({ evidence }) => evidence.facts.expiry({ pieces, expired, expiring }), rule: ({ evidence }) => evidence.facts.expiryRule(soonDays) };
      return expired + expiring > 0 ? [age, expiry] : [age];
    });
  },
};
