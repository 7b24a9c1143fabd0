-- Who sets a quarter for the bodies below it is asked for a return of its own only where the calendar says so.
alter table risk_quarter add column asks_setter boolean not null default false;

-- As in migrations/0023-mail.sql but for that. calendarFor (src/capabilities/risk-log/returns-store.ts) says the same of one body.
create or replace view due_item with (security_invoker = true) as
  select m.org_id, 'paper' as kind, m.id::text as about, m.papers_due_on as due_on, m.committee as title, m.year, m.marking::text as marking, m.changed_at, null::integer[] as reminder_days
  from committee_meeting m where m.sent_on is null
  union all
  select m.org_id, 'meeting', m.id::text, m.meets_on, m.committee, m.year, m.marking::text, m.changed_at, null
  from committee_meeting m
  union all
  select f.org_id, 'recommendation', f.recommendation_id::text, f.due_on, coalesce(r.benchmark_code, ''), a.year,
    case when 'OFFICIAL-SENSITIVE' in (f.marking, r.marking) then 'OFFICIAL-SENSITIVE' else 'OFFICIAL' end, f.changed_at, null
  from follow_up f
    join recommendation r on r.org_id = f.org_id and r.id = f.recommendation_id
    join moderation o on o.org_id = r.org_id and o.id = r.moderation_id
    join assessment a on a.org_id = o.org_id and a.id = o.assessment_id
  where f.state <> 'closed' and f.due_on is not null
  union all
  select b.org_id, 'return', q.quarter, q.due_on, q.quarter, left(q.quarter, 7), 'OFFICIAL', q.changed_at,
    -- Its own days, and the day itself.
    case when 0 = any(q.reminder_days) or q.reminder_days = '{}' then q.reminder_days else q.reminder_days || 0 end
  from risk_quarter q
    join (select id as setter_id, id as org_id, 0 as depth, '-infinity'::date as from_day, 'infinity'::date as to_day,
          exists (select from organisation_closure u where u.ancestor_id = o.id and u.from_day <= current_date and current_date < u.to_day) as only_sets from organisation o
      union all select ancestor_id, descendant_id, depth, from_day, to_day, false from organisation_closure) b
      on b.setter_id = q.org_id and b.from_day <= current_date and current_date < b.to_day and (q.asks_setter or not b.only_sets)
  where not exists (select from organisation_closure h join risk_quarter hq on hq.org_id = h.ancestor_id and hq.quarter = q.quarter
      where h.descendant_id = b.org_id and h.depth > b.depth and h.from_day <= current_date and current_date < h.to_day)
    and not exists (select from risk_return r where r.org_id = b.org_id and r.quarter = q.quarter and r.sent_at is not null);
