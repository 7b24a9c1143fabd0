import type { Day } from '../../kernel/year.ts';
import { numbersOf, type Counted, type Numbers } from './rules-numbers.ts';
import { gapsOf, holdings, type Gap, type Holding, type Policy, type SiteKept } from './rules-sites.ts';

/** What an output may tell of venues: the sites as they stand on a day, and the bookings that came in a year. */
export type YearVenues = { readonly asAt: Day; readonly sites: readonly SitesHeld[]; readonly numbers: ToldNumbers | null };

/** Of a number that is kept back, null; so it is of days where nothing was decided. */
export type ToldNumbers = { readonly [Name in keyof Numbers]: number | null };

export type SitesHeld = { readonly held: Holding; readonly sites: number; readonly whole: number; readonly lacking: Lacking | null };

/** Of how many sites something is missing, by what. */
export type Lacking = { readonly department: number; readonly policy: number; readonly training: number; readonly filtering: number };

const partsOf: Readonly<Record<keyof Lacking, readonly Gap[]>> = {
  department: ['department'], policy: ['policy', 'policy_over', 'endorsement'], training: ['training'], filtering: ['it_filtering', 'it_review', 'wifi_filtering', 'wifi_review'],
};

export type ReadSite = SiteKept & { readonly held: Holding; readonly policy: Policy | null };

/** Null where there is neither a site nor a booking. */
export function yearVenues(sites: readonly ReadSite[], bookings: readonly Counted[], asAt: Day): YearVenues | null {
  if (sites.length === 0 && bookings.length === 0) return null;
  return { asAt, sites: sitesHeld(sites, asAt), numbers: bookings.length === 0 ? null : numbersOf(bookings, asAt) };
}

function sitesHeld(sites: readonly ReadSite[], asAt: Day): SitesHeld[] {
  const found = sites.map((site) => ({ held: site.held, gaps: gapsOf(site, site.policy ?? undefined, asAt) }));
  return holdings.flatMap((held) => {
    const group = found.filter((site) => site.held === held);
    const lack = (part: keyof Lacking) => group.filter(({ gaps }) => gaps.some((gap) => partsOf[part].includes(gap))).length;
    if (group.length === 0) return [];
    return [{ held, sites: group.length, whole: group.filter(({ gaps }) => gaps.length === 0).length, lacking: { department: lack('department'), policy: lack('policy'), training: lack('training'), filtering: lack('filtering') } }];
  });
}

/** Counts of refusals and of what restricts or comes near one: small ones do not leave, nought among them. */
const refusals = ['refused', 'cancelled', 'withConditions', 'overturned', 'undecided', 'withdrawnLate'] as const satisfies readonly (keyof Numbers)[];

export function hasSmallRefusals(numbers: ToldNumbers, threshold: number): boolean {
  return refusals.some((name) => !((numbers[name] ?? 0) >= threshold));
}

/**
 * What leaves below restricted. Where a count of refusals is small, so goes every number that adds up with it. All bookings and wrong
 * approvals stay; how many the rules approved stays where the others are not few, and days where two departments decided not a few.
 */
export function withoutSmallRefusals(venues: YearVenues, threshold: number): YearVenues {
  const { numbers } = venues;
  if (!numbers || !hasSmallRefusals(numbers, threshold)) return venues;
  const { bookings, byRule, byKeys, wronglyAllowed, medianDays, longestDays } = numbers;
  const isTold = { byRule: (bookings ?? 0) - (byRule ?? 0) >= threshold, days: (byKeys ?? 0) >= threshold };
  const none = { waiting: null, approved: null, withConditions: null, refused: null, cancelled: null, withdrawn: null, byKeys: null, withdrawnLate: null, overturned: null, undecided: null };
  return { ...venues, numbers: { ...none, bookings, wronglyAllowed, byRule: isTold.byRule ? byRule : null, medianDays: isTold.days ? medianDays : null, longestDays: isTold.days ? longestDays : null } };
}

/** The public reads how many sites lack nothing, not what is missing. */
export function publicVenues(venues: YearVenues, threshold: number): YearVenues {
  const { asAt, sites, numbers } = withoutSmallRefusals(venues, threshold);
  return { asAt, sites: sites.map(({ held, sites: many, whole }) => ({ held, sites: many, whole, lacking: null })), numbers: numbers && onlyNumbers(numbers) };
}

/** The numbers by name, and nothing that is added to them later. */
function onlyNumbers({ bookings, waiting, approved, withConditions, refused, cancelled, withdrawn, byRule, byKeys, withdrawnLate, overturned, undecided, wronglyAllowed, medianDays, longestDays }: ToldNumbers): ToldNumbers {
  return { bookings, waiting, approved, withConditions, refused, cancelled, withdrawn, byRule, byKeys, withdrawnLate, overturned, undecided, wronglyAllowed, medianDays, longestDays };
}
