import type { Fact, FactSource } from '../../platform/fact.ts';
import { figuresOf } from './figures-store.ts';
import { paths } from './paths.ts';
import { gapsOf } from './rules-sites.ts';

/** The benchmark of the local authorities' editions that is about venues and what else could be misused. */
const venueBenchmark = 'LA7';

/** What stands of sites, decisions and learning. No count of refusals: it may be small, and the facts go into what is public. */
export const venueFacts: FactSource = {
  name: 'venue-hire',
  facts: async ({ tx, orgId, orgShortName, year, benchmark, today }) => {
    if (benchmark.code !== venueBenchmark) return [];
    const about = { concerns: { benchmark: benchmark.code }, asAt: today };
    const { sites, bookings, byRule, byKeys, incidents, actions } = await figuresOf(tx, orgId, year);
    const whole = sites.filter((site) => gapsOf(site, site.policy ?? undefined, today).length === 0).length;
    const facts: (Fact | false)[] = [
      sites.length > 0 && { ...about, rowsHref: paths.sites(orgShortName), say: ({ venueHire }) => venueHire.facts.sites(whole, sites.length), rule: ({ venueHire }) => venueHire.facts.sitesRule },
      bookings > 0 && { ...about, rowsHref: paths.numbers(orgShortName), say: ({ venueHire }) => venueHire.facts.decided(byRule, byKeys, bookings), rule: ({ venueHire }) => venueHire.facts.decidedRule },
      incidents > 0 && { ...about, rowsHref: paths.incidents(orgShortName), say: ({ venueHire }) => venueHire.facts.incidents(incidents, actions), rule: ({ venueHire }) => venueHire.facts.incidentsRule },
    ];
    return facts.filter((fact) => fact !== false);
  },
};
