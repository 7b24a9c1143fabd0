import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { firstDay, lastDay, type Day, type Year } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Counted } from './rules-numbers.ts';
import type { Policy, SiteKept } from './rules-sites.ts';
import type { ReadSite } from './rules-year.ts';

/** What the facts of a benchmark rest on: the sites with their policies, the bookings that came in a year, its incidents and the actions that came of them. */
export type Figures = {
  readonly sites: readonly (SiteKept & { readonly policy: Policy | null })[];
  /** As numbersOf counts them. */
  readonly bookings: number;
  readonly byRule: number;
  readonly byKeys: number;
  readonly incidents: number;
  readonly actions: number;
};

/** In one statement: a benchmark's page has few to spend. */
export async function figuresOf(tx: Transaction, orgId: Id, year: Year): Promise<Figures> {
  const [from, to]: [Day, Day] = [firstDay(year), lastDay(year)];
  const { rows: [read] } = await sql<Figures>`
    with came as (select count(*) as bookings, count(*) filter (where b.by_rule) as by_rule,
        count(*) filter (where not b.by_rule and b.decided_on is not null and b.outcome is distinct from 'withdrawn') as by_keys
      from booking b where b.org_id = ${orgId} and b.received_on between ${from} and ${to}),
    happened as (select i.id from venue_incident i where i.org_id = ${orgId} and i.happened_on between ${from} and ${to})
    select
      ${sitesKept(orgId)} as sites,
      came.bookings, came.by_rule, came.by_keys,
      (select count(*) from happened) as incidents,
      (select count(*) from action a where a.org_id = ${orgId} and a.origin = 'incident' and a.origin_id in (select h.id from happened h)) as actions
    from came`.execute(tx);
  return read ?? { sites: [], bookings: 0, byRule: 0, byKeys: 0, incidents: 0, actions: 0 };
}

/** What came of the venues of a year: the sites as they stand, and the bookings that came in, as numbersOf counts them. */
export async function venuesIn(tx: Transaction, orgId: Id, year: Year): Promise<{ readonly sites: readonly ReadSite[]; readonly bookings: readonly Counted[] }> {
  const { rows: [read] } = await sql<{ sites: ReadSite[]; bookings: Counted[] }>`select ${sitesKept(orgId)} as sites,
    (select coalesce(jsonb_agg(jsonb_build_object('site', '', 'department', null, 'receivedOn', b.received_on, 'eventOn', b.event_on, 'outcome', b.outcome, 'byRule', b.by_rule, 'decidedOn', b.decided_on,
        'withdrawnLate', coalesce(b.withdrawn_when in ('during_checks', 'after_conditions'), false),
        'overturned', exists (select from booking_review r where r.org_id = b.org_id and r.booking_id = b.id and r.result = 'overturned'),
        'wronglyAllowed', exists (select from venue_incident i where i.org_id = b.org_id and i.booking_id = b.id and i.wrongly_allowed))), '[]')
      from booking b where b.org_id = ${orgId} and b.received_on between ${firstDay(year)}::date and ${lastDay(year)}::date) as bookings`.execute(tx);
  return read ?? { sites: [], bookings: [] };
}

function sitesKept(orgId: Id) {
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('held', s.held, 'departmentId', s.department_id, 'policyId', s.policy_id, 'staff', s.staff, 'staffTrained', s.staff_trained, 'itFiltering', s.it_filtering, 'itReviewOn', s.it_review_on,
          'wifiFiltering', s.wifi_filtering, 'wifiReviewOn', s.wifi_review_on,
          'policy', (select jsonb_build_object('title', p.title, 'fromDay', p.from_day, 'toDay', p.to_day, 'endorsedBy', p.endorsed_by, 'endorsedOn', p.endorsed_on) from venue_policy p where p.org_id = s.org_id and p.id = s.policy_id))), '[]')
        from venue_site s where s.org_id = ${orgId})`;
}
