import { yearContaining } from '../../kernel/year.ts';
import type { Fact, FactSource } from '../../platform/fact.ts';
import { actionsFromIncidents } from '../action-plan/index.ts';
import { paths } from './paths.ts';
import { numbersOf } from './rules-numbers.ts';
import { sitesSeen } from './sites.tsx';
import { incidentsOf } from './sites-store.ts';
import { countedOf } from './store.ts';

/** The benchmark of the local authorities' editions that is about venues and what else could be misused. */
const venueBenchmark = 'LA7';

/** What stands of sites, decisions and learning. No count of refusals: it may be small, and the facts go into what is public. */
export const venueFacts: FactSource = {
  name: 'venue-hire',
  facts: async ({ tx, orgId, orgShortName, year, benchmark, today }) => {
    if (benchmark.code !== venueBenchmark) return [];
    const about = { concerns: { benchmark: benchmark.code }, asAt: today };
    const sites = await sitesSeen({ tx, organisation: { id: orgId }, today });
    const { bookings, byRule, byKeys } = numbersOf((await countedOf(tx, orgId)).filter(({ receivedOn }) => yearContaining(receivedOn) === year), today);
    const incidents = (await incidentsOf(tx, orgId)).filter(({ happenedOn }) => yearContaining(happenedOn) === year);
    const actions = incidents.length === 0 ? 0 : await actionsFromIncidents(tx, orgId, incidents.map(({ id }) => id));
    const facts: (Fact | false)[] = [
      sites.length > 0 && { ...about, rowsHref: paths.sites(orgShortName), say: ({ venueHire }) => venueHire.facts.sites(sites.filter(({ gaps }) => gaps.length === 0).length, sites.length), rule: ({ venueHire }) => venueHire.facts.sitesRule },
      bookings > 0 && { ...about, rowsHref: paths.numbers(orgShortName), say: ({ venueHire }) => venueHire.facts.decided(byRule, byKeys, bookings), rule: ({ venueHire }) => venueHire.facts.decidedRule },
      incidents.length > 0 && { ...about, rowsHref: paths.incidents(orgShortName), say: ({ venueHire }) => venueHire.facts.incidents(incidents.length, actions), rule: ({ venueHire }) => venueHire.facts.incidentsRule },
    ];
    return facts.filter((fact) => fact !== false);
  },
};
