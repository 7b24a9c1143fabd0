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
    join (select id as setter_id, id as org_id, 0 as depth, '-infinity'::date as from_day, 'infinity'::date as to_day from organisation
      union all select ancestor_id, descendant_id, depth, from_day, to_day from organisation_closure) b
      on b.setter_id = q.org_id and b.from_day <= current_date and current_date < b.to_day
  -- A list that is read once: asked of each body by itself, ten thousand of them take ten times as long.
  where (b.depth > 0 or q.asks_setter or b.org_id not in (select u.ancestor_id from organisation_closure u where u.from_day <= current_date and current_date < u.to_day))
    and not exists (select from organisation_closure h join risk_quarter hq on hq.org_id = h.ancestor_id and hq.quarter = q.quarter
      where h.descendant_id = b.org_id and h.depth > b.depth and h.from_day <= current_date and current_date < h.to_day)
    and not exists (select from risk_return r where r.org_id = b.org_id and r.quarter = q.quarter and r.sent_at is not null);

-- What waits to be sent about a thing that is done leaves no more: it is taken out of its letters, and a letter that was about
-- nothing else goes. One that is leaving at this moment is held by who sends it, and leaves.
create function withdraw_reminders(p_org uuid, p_kind text, p_about text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  letters uuid[];
begin
  select array_agg(w.id) into letters from (
    select m.id from outgoing_mail m
    where m.org_id = p_org and m.kind = 'reminder' and m.sent_at is null and m.facts @> jsonb_build_object('items', jsonb_build_array(jsonb_build_object('kind', p_kind, 'about', p_about)))
    for update skip locked) w;
  if letters is null then return; end if;
  delete from reminder r where r.org_id = p_org and r.kind = p_kind and r.about = p_about and r.mail_id = any(letters);
  update outgoing_mail m set facts = jsonb_set(m.facts, '{items}',
      (select coalesce(jsonb_agg(i), '[]') from jsonb_array_elements(m.facts -> 'items') i where i ->> 'kind' <> p_kind or i ->> 'about' <> p_about))
    where m.org_id = p_org and m.id = any(letters);
  delete from outgoing_mail m where m.org_id = p_org and m.id = any(letters) and m.facts -> 'items' = '[]';
end
$$;
revoke execute on function withdraw_reminders from public;

create function withdraw_return_reminders() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform withdraw_reminders(new.org_id, 'return', new.quarter);
  return null;
end
$$;
create trigger withdraw_reminders after update on risk_return for each row when (old.sent_at is null and new.sent_at is not null) execute function withdraw_return_reminders();
create index outgoing_mail_unsent on outgoing_mail (org_id) where sent_at is null;

-- A letter that was given up waits again, as if it had never been tried. Answers whether there was one.
create function send_again(p_mail uuid) returns boolean
language sql security definer set search_path = public, pg_temp as $$
  with again as (
    update outgoing_mail set given_up_at = null, failure = null, attempts = 0, next_try_at = now()
    where org_id = scope_organisation() and id = p_mail and given_up_at is not null returning 1)
  select exists (select from again)
$$;
revoke execute on function send_again from public;
grant execute on function send_again to dueregard_own;

-- On which days a body below was reminded of its returns by letters that have left: the days by quarter. Letters go after a
-- season, and that they left is known by the reminder.
create function returns_reminded(p_org uuid, p_quarters text[]) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(jsonb_object_agg(d.about, d.days), '{}') from (
    select r.about, jsonb_agg(distinct r.day order by r.day) as days from reminder r
    where r.org_id = p_org and p_org = any(scope_tree()) and r.kind = 'return' and r.about = any(p_quarters)
      and not exists (select from outgoing_mail m where m.org_id = r.org_id and m.id = r.mail_id and m.sent_at is null)
    group by r.about) d
$$;
revoke execute on function returns_reminded from public;
grant execute on function returns_reminded to dueregard_tree;
