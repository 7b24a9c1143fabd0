import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Marking } from '../../kernel/marking.ts';
import { firstDay, lastDay, type Day, type Year } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import type { State } from './rules.ts';
import type { SampleTally, YearSample } from './rules-year.ts';

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

/** An exercise of a year as it is stored: its questions by their codes, its themes and learning as words. */
export type ReadSample = Pick<YearSample, 'panel' | 'fromDay' | 'toDay' | 'endedOn' | 'repeatReason' | 'actions'> & {
  readonly state: State; readonly marking: Marking; readonly population: number; readonly sample: number; readonly pairs: readonly number[] | null; readonly bank: string; readonly themes: string | null; readonly learning: string | null;
  readonly tallies: readonly SampleTally[];
};

/** In one statement: the rhythm of the programme, and the exercises that ended in the year, or are open and look at its referrals. */
export async function samplesIn(tx: Transaction, orgId: Id, year: Year): Promise<{ readonly everyMonths: number | null; readonly exercises: readonly ReadSample[] }> {
  const { rows: [read] } = await sql<{ everyMonths: number | null; exercises: ReadSample[] }>`select
    (select p.every_months from sample_programme p where p.org_id = ${orgId}) as every_months,
    (select coalesce(jsonb_agg(jsonb_build_object('panel', (select o.name from organisation o where o.id = e.panel_id), 'fromDay', e.from_day, 'toDay', e.to_day, 'state', e.state, 'endedOn', e.ended_on, 'repeatReason', e.repeat_reason, 'marking', e.marking,
        'population', e.population, 'sample', e.sample_size, 'pairs', e.pairs, 'bank', e.bank, 'themes', e.themes, 'learning', e.learning,
        'tallies', (select coalesce(jsonb_agg(jsonb_build_object('question', t.question, 'yes', t.yes, 'partly', t.partly, 'no', t.no, 'na', t.na, 'unsettled', t.unsettled)), '[]') from sample_tally t where t.org_id = e.org_id and t.exercise_id = e.id),
        'actions', (select jsonb_build_object('open', count(*) filter (where a.state = 'open'), 'proposed', count(*) filter (where a.state = 'proposed'), 'closed', count(*) filter (where a.state = 'closed'))
          from action a where a.org_id = e.org_id and a.origin = 'dip_sample' and a.origin_id = e.id)) order by e.from_day, e.id), '[]')
      from sample_exercise e where e.org_id = ${orgId} and coalesce(e.ended_on, e.to_day) between ${firstDay(year)}::date and ${lastDay(year)}::date) as exercises`.execute(tx);
  return read ?? { everyMonths: null, exercises: [] };
}
