import { sql } from 'kysely';
import type { Transaction } from '../../platform/database.ts';
import { queuePageSize, type Queue, type QueueFilter, type QueueLine } from './queue.ts';

/** As JSON carries it: moments as text. */
type Row = Omit<QueueLine, 'since' | 'submittedAt' | 'publishedAt'> & { readonly since: string | null; readonly submittedAt: string | null; readonly publishedAt: string | null };

/**
 * Every body that has opened its assessments to the scope's organisation, by year: what waits for the adviser first, and
 * of that what waits longest. One statement in the grant scope, whose list of grants is where it begins; it alone reads
 * across the tables of three capabilities.
 */
export async function adviserQueue(tx: Transaction, { state, year, page }: QueueFilter): Promise<Queue> {
  const { rows: [row] } = await sql<Omit<Queue, 'lines'> & { readonly lines: readonly Row[] }>`
    with last_shared as (
      select org_id, moderation_id, max(created_at) as at from shared_findings where org_id = any(scope_granted('moderation')) group by org_id, moderation_id
    ), replied as (
      select r.org_id, r.moderation_id, max(r.created_at) as at
      from findings_reply r
        join shared_findings s on s.org_id = r.org_id and s.id = r.shared_id
        join last_shared l on l.org_id = s.org_id and l.moderation_id = s.moderation_id and l.at = s.created_at
      group by r.org_id, r.moderation_id
    ), standing as (
      select o.short_name, o.name, a.year, s.created_at as submitted_at, m.id is not null as begun, m.published_at,
        case when m.published_at is not null then 'published' when r.at is not null then 'replied' when l.at is not null then 'shared'
          when m.id is not null then 'begun' when s.id is not null then 'submitted' else 'not_submitted' end as state,
        coalesce(m.published_at, r.at, l.at, m.created_at, s.created_at, a.created_at) as since
      from unnest(scope_granted('moderation')) as opened (org_id)
        join organisation o on o.id = opened.org_id
        left join assessment a on a.org_id = opened.org_id
        left join submission s on s.org_id = opened.org_id and s.org_id = a.org_id and s.assessment_id = a.id
        left join moderation m on m.org_id = opened.org_id and m.org_id = a.org_id and m.assessment_id = a.id
        left join last_shared l on l.org_id = m.org_id and l.moderation_id = m.id
        left join replied r on r.org_id = m.org_id and r.moderation_id = m.id
    ), found as (
      select * from standing where (${state ?? null}::text is null or state = ${state ?? null}) and (${year ?? null}::text is null or year = ${year ?? null})
    ), page as (
      select short_name as "shortName", name, year, state, since, submitted_at as "submittedAt", begun, published_at as "publishedAt",
        state in ('replied', 'begun', 'submitted') as waits, state = 'published' as done
      from found order by waits desc, done, since nulls last, name, year limit ${queuePageSize} offset ${(page - 1) * queuePageSize}
    )
    select coalesce((select json_agg(page order by waits desc, done, since nulls last, name, year) from page), '[]') as lines,
      (select count(*) from found) as total, (select count(distinct short_name) from found) as bodies,
      coalesce((select array_agg(distinct year order by year desc) from standing where year is not null), '{}') as years`.execute(tx);
  if (!row) throw new Error('the queue answers one row');
  return { ...row, lines: row.lines.map((line) => ({ ...line, since: momentOf(line.since), submittedAt: momentOf(line.submittedAt), publishedAt: momentOf(line.publishedAt) })) };
}

const momentOf = (text: string | null) => (text === null ? null : new Date(text));
