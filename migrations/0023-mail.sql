-- Letters that the product writes to its people, reminders of what is due, and calendars at secret addresses.
alter domain retention_class drop constraint retention_class_check;
alter domain retention_class add constraint retention_class_check check (value in ('account', 'assurance', 'evidence', 'access', 'request', 'mail'));

-- What is due, and when committees meet: what reminders and calendars are made from. about names the thing among its
-- kind: a record, or a quarter. reminder_days are its own days of reminders, from the day on which it is due; null: those
-- of its kind.
create view due_item with (security_invoker = true) as
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
  -- A quarter that is asked of a body, as the highest of those that set it has it, until the body's return was sent. Who sets
  -- it for bodies below is not asked itself.
  select b.org_id, 'return', q.quarter, q.due_on, q.quarter, left(q.quarter, 7), 'OFFICIAL', q.changed_at,
    -- Its own days, and the day itself.
    case when 0 = any(q.reminder_days) or q.reminder_days = '{}' then q.reminder_days else q.reminder_days || 0 end
  from risk_quarter q
    join (select id as setter_id, id as org_id, 0 as depth, '-infinity'::date as from_day, 'infinity'::date as to_day from organisation o
        where not exists (select from organisation_closure u where u.ancestor_id = o.id and u.from_day <= current_date and current_date < u.to_day)
      union all select ancestor_id, descendant_id, depth, from_day, to_day from organisation_closure) b
      on b.setter_id = q.org_id and b.from_day <= current_date and current_date < b.to_day
  where not exists (select from organisation_closure h join risk_quarter hq on hq.org_id = h.ancestor_id and hq.quarter = q.quarter
      where h.descendant_id = b.org_id and h.depth > b.depth and h.from_day <= current_date and current_date < h.to_day)
    and not exists (select from risk_return r where r.org_id = b.org_id and r.quarter = q.quarter and r.sent_at is not null);
grant select on due_item to dueregard_own;
create index committee_meeting_due on committee_meeting (papers_due_on) where sent_on is null;
create index follow_up_due on follow_up (due_on) where state <> 'closed';

-- A letter waits here from the transaction that caused it until it has gone. It holds what the letter is made of, never
-- its text and nobody's address. No key leads to the person, so that the table may stay on one node of a distributed engine.
create table outgoing_mail (
  org_id uuid not null references organisation,
  id uuid not null,
  retention retention_class not null default 'mail',
  person_id uuid not null,
  kind text not null check (kind in ('reminder', 'digest', 'test')),
  facts jsonb not null default '{}',
  queued_at timestamptz not null default now(),
  attempts integer not null default 0 check (attempts >= 0),
  next_try_at timestamptz not null default now(),
  sent_at timestamptz,
  given_up_at timestamptz,
  -- Why it did not go the last time.
  failure text check (failure in ('away', 'sign_in', 'refused', 'nobody', 'other')),
  primary key (org_id, id),
  check (sent_at is null or given_up_at is null),
  check (given_up_at is null or failure is not null)
);
create index outgoing_mail_waiting on outgoing_mail (next_try_at, id) where sent_at is null and given_up_at is null;

-- Who was reminded of what, for which day: the key keeps anybody from being reminded twice.
create table reminder (
  org_id uuid not null references organisation,
  kind text not null check (length(kind) between 1 and 60),
  about text not null check (length(about) between 1 and 60),
  day date not null,
  person_id uuid not null,
  mail_id uuid not null,
  due_on date not null,
  retention retention_class not null default 'account',
  created_at timestamptz not null default now(),
  primary key (org_id, kind, about, day, person_id),
  foreign key (org_id, person_id) references person (org_id, id)
);

do $$
declare
  name text;
begin
  foreach name in array array['outgoing_mail', 'reminder'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_all on %I to dueregard_owner using (true) with check (true)', name);
    execute format('create policy own on %I to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation())', name);
  end loop;
end
$$;
grant select on reminder to dueregard_own;
grant select on outgoing_mail to dueregard_own;
grant insert (org_id, id, person_id, kind, facts) on outgoing_mail to dueregard_own;
-- The server that sends works in the accounts scope, as it knows the addresses.
create policy posted on outgoing_mail to dueregard_accounts using (true) with check (true);
grant select on outgoing_mail to dueregard_accounts;
grant update (attempts, next_try_at, sent_at, given_up_at, failure) on outgoing_mail to dueregard_accounts;

-- Somebody wants no reminder that their role can do without.
create table reminders_off (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'account',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  person_id uuid not null,
  primary key (org_id, id),
  unique (org_id, person_id),
  foreign key (org_id, person_id) references person (org_id, id)
);
call protect_owned('reminders_off');

-- The secret address of a calendar: of a person, or (without one) of the body. The database holds the hash of 256 random bits.
create table calendar_feed (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'account',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  person_id uuid,
  token_sha256 bytea not null check (length(token_sha256) = 32),
  primary key (org_id, id),
  unique nulls not distinct (org_id, person_id),
  foreign key (org_id, person_id) references person (org_id, id)
);
create index calendar_feed_of_token on calendar_feed (token_sha256);
call protect_owned('calendar_feed', '{token_sha256}');

alter table sign_in_guess drop constraint sign_in_guess_kind_check;
alter table sign_in_guess add constraint sign_in_guess_kind_check check (kind in ('account', 'browser', 'network', 'calendar'));

-- Who may be written to at a body, on a day: those with a role there whose account is open.
create function mail_recipients(p_today date) returns table (org_id uuid, person_id uuid, role text, wants_all boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.org_id, m.person_id, m.role, not exists (select from reminders_off o where o.org_id = m.org_id and o.person_id = m.person_id)
  from membership m
    join person p on p.org_id = m.org_id and p.id = m.person_id and not p.invited
    join account a on a.id = p.account_id and a.disabled_at is null
  where m.from_day <= p_today and p_today < m.to_day
$$;
revoke execute on function mail_recipients from public;

-- Queues every reminder that is due on a day or was missed in the days before, and is not queued yet: of each thing only
-- the latest, and one letter to each person for all of them together. The plans are those of
-- src/capabilities/reminders/rules.ts; no day of reminders is further than 60 days from the day on which a thing is due.
-- Answers how many letters. Joined whole, not row by row: the planner cannot know that ten thousand bodies have something due.
create function queue_reminders(p_today date, p_plans jsonb, p_days_back integer) returns integer
language sql security definer set search_path = public, pg_temp set enable_nestloop = off as $$
  with plan as (
    select * from jsonb_to_recordset(p_plans) as s (kind text, phase text, days integer[], roles text[], needed text[])
  ), due as (
    select distinct on (i.org_id, i.kind, i.about) i.*, i.due_on + s.days as day, p.roles, p.needed
    from plan p
      join due_item i on i.kind = p.kind and i.due_on between p_today - 60 - p_days_back and p_today + 60
      cross join lateral unnest(coalesce(i.reminder_days, p.days)) as s (days)
    where i.due_on + s.days between p_today - p_days_back and p_today
      and p.phase = case sign(s.days) when -1 then 'before' when 0 then 'on' else 'after' end
    order by i.org_id, i.kind, i.about, s.days desc
  ), wanted as (
    select distinct d.org_id, d.kind, d.about, d.day, d.due_on, r.person_id
    from due d join mail_recipients(p_today) r on r.org_id = d.org_id and r.role = any(d.roles) and (r.wants_all or r.role = any(d.needed))
    where not exists (select from reminder g where g.org_id = d.org_id and g.kind = d.kind and g.about = d.about and g.day = d.day and g.person_id = r.person_id)
  ), letter as materialized (
    select org_id, person_id, gen_random_uuid() as id from (select distinct org_id, person_id from wanted) w
  ), reminded as (
    insert into reminder (org_id, kind, about, day, person_id, mail_id, due_on)
    select w.org_id, w.kind, w.about, w.day, w.person_id, l.id, w.due_on
    from wanted w join letter l on l.org_id = w.org_id and l.person_id = w.person_id
    order by w.org_id, w.kind, w.about, w.day, w.person_id
    on conflict do nothing returning org_id, kind, about, person_id, mail_id
  ), queued as (
    insert into outgoing_mail (org_id, id, person_id, kind, facts)
    select g.org_id, g.mail_id, g.person_id, 'reminder', jsonb_build_object('items', jsonb_agg(jsonb_build_object('kind', d.kind, 'about', d.about,
      'title', case d.marking when 'OFFICIAL' then d.title else '' end, 'year', d.year, 'due_on', d.due_on, 'day', d.day) order by d.due_on, d.kind, d.about))
    from reminded g join due d on d.org_id = g.org_id and d.kind = g.kind and d.about = g.about
    group by g.org_id, g.mail_id, g.person_id
    returning 1
  )
  select count(*)::integer from queued
$$;

-- Queues, for one Monday, what every body above needs to know of those below it: only how many things of the kinds that
-- bodies above may see are overdue or nearly due. The largest worries first, so many lines at most.
create function queue_digests(p_monday date, p_today date, p_kinds text[], p_roles text[], p_days_ahead integer, p_lines integer) returns integer
language sql security definer set search_path = public, pg_temp set enable_nestloop = off as $$
  with below as (
    select c.ancestor_id, c.descendant_id, count(*) filter (where i.due_on < p_monday) as overdue, count(*) filter (where i.due_on >= p_monday) as soon
    from due_item i join (select distinct ancestor_id, descendant_id from organisation_closure where from_day <= p_today and p_today < to_day) c on c.descendant_id = i.org_id
    where i.kind = any(p_kinds) and i.due_on < p_monday + p_days_ahead
    group by c.ancestor_id, c.descendant_id
  ), ranked as (
    select b.*, o.name, row_number() over (partition by b.ancestor_id order by b.overdue desc, b.soon desc, o.name) as place
    from below b join organisation o on o.id = b.descendant_id
  ), digest as (
    select ancestor_id as org_id, jsonb_build_object('monday', p_monday, 'bodies', count(*), 'overdue', sum(overdue), 'soon', sum(soon),
      'lines', jsonb_agg(jsonb_build_object('name', name, 'overdue', overdue, 'soon', soon) order by place) filter (where place <= p_lines)) as facts
    from ranked group by ancestor_id
  ), reminded as (
    insert into reminder (org_id, kind, about, day, person_id, mail_id, due_on)
    select w.org_id, 'digest', 'below', p_monday, w.person_id, gen_random_uuid(), p_monday
    from (select distinct d.org_id, r.person_id from digest d join mail_recipients(p_today) r on r.org_id = d.org_id and r.role = any(p_roles) and r.wants_all) w
    order by w.org_id, w.person_id
    on conflict do nothing returning org_id, person_id, mail_id
  ), queued as (
    insert into outgoing_mail (org_id, id, person_id, kind, facts)
    select g.org_id, g.mail_id, g.person_id, 'digest', d.facts from reminded g join digest d on d.org_id = g.org_id
    returning 1
  )
  select count(*)::integer from queued
$$;
revoke execute on function queue_reminders, queue_digests from public;
grant execute on function queue_reminders, queue_digests to dueregard_accounts;

-- Where a letter goes, and what it says of its body; nothing when the person may not be written to any more.
create function mail_goes_to(p_org uuid, p_person uuid, p_today date) returns table (email text, person text, organisation text, short_name text, invented boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.email, p.name, o.name, o.short_name, o.invented
  from person p
    join account a on a.id = p.account_id and a.disabled_at is null
    join organisation o on o.id = p.org_id
  where p.org_id = p_org and p.id = p_person and not p.invited
    and exists (select from membership m where m.org_id = p.org_id and m.person_id = p.id and m.from_day <= p_today and p_today < m.to_day)
$$;
revoke execute on function mail_goes_to from public;
grant execute on function mail_goes_to to dueregard_accounts;

-- What stands at the secret address of a calendar: days and titles that are marked OFFICIAL, for a person of every body
-- where they have a role that day. Null when the address is unknown, was ended, or its person has left.
create function calendar_at(p_token_sha256 bytea, p_today date) returns jsonb
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  feed calendar_feed;
  bodies uuid[];
begin
  select * into feed from calendar_feed where token_sha256 = p_token_sha256;
  if not found then return null; end if;
  if feed.person_id is null then
    bodies := array[feed.org_id];
  elsif exists (select from mail_recipients(p_today) r where r.org_id = feed.org_id and r.person_id = feed.person_id) then
    select array_agg(distinct r.org_id) into bodies
    from person holder
      join person p on p.account_id = holder.account_id
      join mail_recipients(p_today) r on r.org_id = p.org_id and r.person_id = p.id
    where holder.org_id = feed.org_id and holder.id = feed.person_id;
  else
    return null;
  end if;
  return jsonb_build_object('organisation', (select o.name from organisation o where o.id = feed.org_id), 'own', feed.person_id is not null, 'items',
    (select coalesce(jsonb_agg(jsonb_build_object('organisation', o.name, 'shortName', o.short_name, 'invented', o.invented, 'kind', i.kind, 'about', i.about,
        'dueOn', i.due_on, 'title', i.title, 'year', i.year, 'changedAt', i.changed_at) order by i.due_on, o.name, i.kind, i.about), '[]')
      from due_item i join organisation o on o.id = i.org_id
      where i.org_id = any(bodies) and i.marking = 'OFFICIAL' and i.due_on between p_today - 400 and p_today + 800));
end
$$;
revoke execute on function calendar_at from public;
grant execute on function calendar_at to dueregard_accounts;

-- Letters serve for a season; that somebody was reminded stays as long as the person.
create function dispose_of_mail(p_days integer) returns void language sql security definer set search_path = public, pg_temp as $$
  delete from outgoing_mail where queued_at < now() - make_interval(days => p_days)
$$;
revoke execute on function dispose_of_mail from public;
grant execute on function dispose_of_mail to dueregard_accounts;
