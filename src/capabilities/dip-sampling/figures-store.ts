import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Day } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';

/** What the facts of a benchmark rest on: the programme, the closed exercises with the newest first, the pathway that is in force, and the actions that came of exercises. */
export type Figures = {
  readonly everyMonths: number | null;
  readonly closed: readonly { readonly endedOn: Day; readonly pairs: readonly number[] | null }[];
  readonly inForce: { readonly number: number; readonly inForceOn: Day } | null;
  readonly actions: number;
  readonly actionsClosed: number;
};

/** In one statement: a benchmark's page has few to spend. */
export async function figuresOf(tx: Transaction, orgId: Id, today: Day): Promise<Figures> {
  const { rows: [read] } = await sql<Figures>`select
    (select p.every_months from sample_programme p where p.org_id = ${orgId}) as every_months,
    (select coalesce(jsonb_agg(jsonb_build_object('endedOn', e.ended_on, 'pairs', e.pairs) order by e.ended_on desc, e.id desc), '[]') from sample_exercise e where e.org_id = ${orgId} and e.state = 'closed') as closed,
    (select jsonb_build_object('number', w.number, 'inForceOn', w.in_force_on) from referral_pathway w where w.org_id = ${orgId} and w.in_force_on <= ${today} order by w.number desc limit 1) as in_force,
    (select count(*) from action a where a.org_id = ${orgId} and a.origin = 'dip_sample' and a.origin_id is not null) as actions,
    (select count(*) from action a where a.org_id = ${orgId} and a.origin = 'dip_sample' and a.origin_id is not null and a.state = 'closed') as actions_closed`.execute(tx);
  return read ?? { everyMonths: null, closed: [], inForce: null, actions: 0, actionsClosed: 0 };
}
