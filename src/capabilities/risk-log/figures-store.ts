import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { yearOfQuarter, type Day, type Quarter, type Year } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import { bodiesOf, type BodyReturns } from './below-store.ts';
import { calendarOf, type CalendarQuarter, type SentLine } from './returns-store.ts';
import type { RiskText } from './rules.ts';

/** What the facts of a benchmark rest on: the opened quarters of a year, the oldest first, its returns and those below, and the open risks. */
export type Figures = {
  readonly calendar: readonly Pick<CalendarQuarter, 'quarter' | 'dueOn' | 'isAsked'>[];
  readonly sent: readonly SentLine[];
  readonly risks: readonly (Pick<RiskText, 'controls' | 'ownerRole' | 'nextReviewOn'> & { readonly number: number; readonly reviewedOn: Day })[];
  readonly below: readonly BodyReturns[];
};

type Read = Omit<Figures, 'calendar' | 'below'> & {
  readonly calendar: readonly (Figures['calendar'][number] & { readonly opensOn: Day })[];
  readonly below: Parameters<typeof bodiesOf>[0];
};

/** In one statement and in the body's own scope: a benchmark's page has few to spend. */
export async function figuresOf(tx: Transaction, orgId: Id, year: Year, today: Day): Promise<Figures> {
  const { rows: [read] } = await sql<Read>`select
    (select coalesce(jsonb_agg(jsonb_build_object('quarter', c.quarter, 'opensOn', c.opens_on, 'dueOn', c.due_on, 'isAsked', c.is_asked) order by c.quarter), '[]')
      from ${calendarOf(tx, orgId, today)} c) as calendar,
    (select coalesce(jsonb_agg(jsonb_build_object('quarter', r.quarter, 'sentOn', r.sent_on, 'dueOn', r.due_on, 'kind', r.kind)), '[]')
      from risk_return r where r.org_id = ${orgId} and r.sent_at is not null) as sent,
    (select coalesce(jsonb_agg(jsonb_build_object('number', r.number, 'controls', r.controls, 'ownerRole', r.owner_role, 'nextReviewOn', r.next_review_on, 'reviewedOn', r.reviewed_on) order by r.number), '[]')
      from risk r where r.org_id = ${orgId} and r.closed_on is null) as risks,
    (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name, 'shortName', b.short_name, 'since', b.since, 'quarter', b.quarter, 'sentOn', b.sent_on, 'dueOn', b.due_on, 'kind', b.kind) order by b.name, b.quarter), '[]')
      from sent_below(${orgId}, ${today}) b) as below`.execute(tx);
  const isOfYear = ({ quarter }: { readonly quarter: Quarter }) => yearOfQuarter(quarter) === year;
  return {
    calendar: (read?.calendar ?? []).filter((set) => isOfYear(set) && set.opensOn <= today),
    sent: read?.sent ?? [], risks: read?.risks ?? [], below: bodiesOf(read?.below ?? []),
  };
}
