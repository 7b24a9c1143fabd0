-- The annual statement of a Channel panel: editions of a kind of their own, and what a body stated against one of them.

-- What an edition is for. An assessment rests on one kind and a statement on the other: a key to both columns says so.
alter table edition add column kind text not null default 'assessment' check (kind in ('assessment', 'channel_statement'));
alter table edition add unique (id, kind);
alter table assessment add column edition_kind text not null generated always as ('assessment') stored;
alter table assessment add foreign key (edition_id, edition_kind) references edition (id, kind);

create table control_area (
  edition_id uuid not null references edition,
  code text not null,
  number integer not null,
  primary key (edition_id, code),
  unique (edition_id, number)
);

-- What can be looked at to tell to what extent the standard of an area is met.
create table control_option (
  edition_id uuid not null references edition,
  code text not null,
  area_code text not null,
  position integer not null,
  primary key (edition_id, code),
  foreign key (edition_id, area_code) references control_area (edition_id, code),
  unique (edition_id, position)
);
grant select on control_area, control_option to dueregard_app, dueregard_own, dueregard_tree, dueregard_grant, dueregard_national;

-- As in migrations/0004-frameworks.sql, with the kind that the content names and the areas of an annual statement.
create or replace function edition_load(p_id uuid, p_content jsonb, p_sha256 bytea) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  known edition;
begin
  select * into known from edition where short_name = p_content ->> 'short_name';
  if found then
    return case when known.content_sha256 = p_sha256 then known.id end;
  end if;
  insert into edition (id, kind, short_name, sector, year, title, content, content_sha256)
    values (p_id, coalesce(p_content ->> 'kind', 'assessment'), p_content ->> 'short_name', p_content ->> 'sector', p_content ->> 'year', p_content -> 'title', p_content, p_sha256);
  insert into scale_level (edition_id, code, position)
    select p_id, level.value ->> 'code', level.ordinality from jsonb_array_elements(p_content -> 'scale' -> 'levels') with ordinality level;
  insert into benchmark (edition_id, code, number)
    select p_id, b.value ->> 'code', (b.value ->> 'number')::integer from jsonb_array_elements(p_content -> 'benchmarks') b;
  insert into indicator (edition_id, code, benchmark_code, position)
    select p_id, i.value ->> 'code', b.value ->> 'code', row_number() over (order by b.ordinality, i.ordinality)
    from jsonb_array_elements(p_content -> 'benchmarks') with ordinality b,
         jsonb_array_elements(b.value -> 'indicators') with ordinality i;
  insert into control_area (edition_id, code, number)
    select p_id, a.value ->> 'code', (a.value ->> 'number')::integer from jsonb_array_elements(p_content -> 'areas') a;
  insert into control_option (edition_id, code, area_code, position)
    select p_id, o.value ->> 'code', a.value ->> 'code', row_number() over (order by a.ordinality, o.ordinality)
    from jsonb_array_elements(p_content -> 'areas') with ordinality a,
         jsonb_array_elements(a.value -> 'options') with ordinality o;
  return p_id;
end
$$;

-- A statement is opened for a year, answered area by area, signed by the chair, and signed off by somebody who wrote nothing
-- of it. A correction is the next one of its year.
create table channel_statement (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  edition_id uuid not null,
  edition_kind text not null generated always as ('channel_statement') stored,
  year text not null check (year ~ '^\d{4}-\d{2}$'),
  -- The first of its year is 1; each correction takes the next.
  number integer not null check (number between 1 and 99),
  -- When the body wants it signed: no source that we read sets a day.
  due_on date,
  signed_on date,
  -- The chair signs by role; signed_by is the member who records it.
  signed_role text check (length(signed_role) between 1 and 120),
  signed_by uuid,
  signed_off_at timestamptz,
  signed_off_by uuid,
  primary key (org_id, id),
  unique (org_id, year, number),
  unique (org_id, id, edition_id),
  foreign key (edition_id, edition_kind) references edition (id, kind),
  check (num_nonnulls(signed_on, signed_role, signed_by) in (0, 3)),
  check (num_nonnulls(signed_off_at, signed_off_by) in (0, 2)),
  check (signed_off_at is null or signed_on is not null),
  check (signed_off_by <> signed_by)
);
call protect_owned('channel_statement');
-- Who shares the panel reads what was signed off, never a draft.
create policy shared on channel_statement for select to dueregard_grant using (org_id = any(scope_granted('channel')) and signed_off_at is not null);
grant select on channel_statement to dueregard_grant;

-- What a statement says of one area of control.
create table channel_control (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  statement_id uuid not null,
  edition_id uuid not null,
  area_code text not null,
  extent_code text not null,
  reason text not null check (length(reason) between 1 and 1000),
  -- The options that were looked at.
  options text[] not null default '{}',
  -- Everybody who wrote something of it; in a correction those of the statement before, too. The trigger keeps it.
  writers uuid[] not null default '{}',
  primary key (org_id, id),
  unique (org_id, statement_id, area_code),
  foreign key (org_id, statement_id, edition_id) references channel_statement (org_id, id, edition_id),
  foreign key (edition_id, area_code) references control_area (edition_id, code),
  foreign key (edition_id, extent_code) references scale_level (edition_id, code)
);
call protect_owned('channel_control', '{reason}');

create function hold_channel_control() returns trigger language plpgsql as $$
declare
  touched record := case when tg_op = 'DELETE' then old else new end;
  parent channel_statement;
  before uuid[] := '{}';
begin
  select * into parent from channel_statement where org_id = touched.org_id and id = touched.statement_id for no key update;
  if parent.signed_on is not null then
    raise exception 'a statement that was signed is never changed' using errcode = 'DR035';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if tg_op = 'UPDATE' then
    if new.statement_id <> old.statement_id or new.area_code <> old.area_code then
      raise exception 'what is said of an area stays with it' using errcode = 'integrity_constraint_violation';
    end if;
    before := old.writers;
  else
    select coalesce(c.writers, '{}') into before from channel_statement s
      join channel_control c on c.org_id = s.org_id and c.statement_id = s.id and c.area_code = new.area_code
      where s.org_id = new.org_id and s.year = parent.year and s.number = parent.number - 1;
  end if;
  if exists (select from unnest(new.options) looked where not exists (
      select from control_option o where o.edition_id = new.edition_id and o.area_code = new.area_code and o.code = looked)) then
    raise exception 'an option is one of the area' using errcode = 'foreign_key_violation';
  end if;
  new.writers := array(select distinct writer from unnest(coalesce(before, '{}') || scope_person()) writer where writer is not null order by writer);
  return new;
end
$$;
create trigger held before insert or update or delete on channel_control for each row execute function hold_channel_control();

create function hold_channel_statement() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.signed_on is not null then raise exception 'a statement that was signed is never removed' using errcode = 'DR035'; end if;
    return old;
  end if;
  if tg_op = 'INSERT' then
    if num_nonnulls(new.signed_on, new.signed_off_at) > 0 then raise exception 'a statement begins unsigned' using errcode = 'DR035'; end if;
    if new.number > 1 and not exists (select from channel_statement s where s.org_id = new.org_id and s.year = new.year
        and s.number = new.number - 1 and s.edition_id = new.edition_id and s.signed_on is not null) then
      raise exception 'a correction follows a statement of its year that was signed' using errcode = 'DR035';
    end if;
    return new;
  end if;
  if (new.edition_id, new.year, new.number) <> (old.edition_id, old.year, old.number) then
    raise exception 'a statement keeps its edition and its year' using errcode = 'integrity_constraint_violation';
  end if;
  if old.signed_on is null then
    if new.signed_off_at is not null then raise exception 'a statement is signed before it is signed off' using errcode = 'DR035'; end if;
    new.signed_by := case when new.signed_on is not null then scope_person() end;
    if new.signed_on is not null and exists (select from control_area a where a.edition_id = new.edition_id and not exists (
        select from channel_control c where c.org_id = new.org_id and c.statement_id = new.id and c.area_code = a.code)) then
      raise exception 'a statement is signed with a word about every area' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if old.signed_off_at is not null or new.signed_off_at is null
    or (new.signed_on, new.signed_role, new.signed_by, new.marking) <> (old.signed_on, old.signed_role, old.signed_by, old.marking) or new.due_on is distinct from old.due_on then
    raise exception 'a statement that was signed is never changed' using errcode = 'DR035';
  end if;
  new.signed_off_by := scope_person();
  if new.signed_off_by is null or new.signed_off_by = old.signed_by
    or exists (select from channel_control c where c.org_id = new.org_id and c.statement_id = new.id and new.signed_off_by = any(c.writers)) then
    raise exception 'a statement is signed off by somebody who wrote nothing of it' using errcode = 'DR035';
  end if;
  return new;
end
$$;
create trigger held before insert or update or delete on channel_statement for each row execute function hold_channel_statement();

-- What a statement that was signed off says of its areas, to the bodies that share the panel.
create function channel_statement_shared(p_statement uuid, p_day date) returns table (area_code text, extent_code text, reason text, options text[])
language sql stable security definer set search_path = public, pg_temp as $$
  select c.area_code, c.extent_code, c.reason, c.options
  from channel_statement s
    join channel_control c on c.org_id = s.org_id and c.statement_id = s.id
  where s.id = p_statement and s.signed_off_at is not null and exists (select from channel_panels_shared(p_day) p where p.id = s.org_id)
$$;
revoke execute on function channel_statement_shared from public;
grant execute on function channel_statement_shared to dueregard_grant;

-- What the record of one panel shows on a day, to the body that runs it and to those that share it, and to nobody else. The
-- newest statement is told to its own body once it was signed, to the others once it was signed off. The share of reviews on
-- time is that of the four newest quarters that were recorded; it is held back where the reviews due or those on time are
-- fewer than the body's threshold of small numbers, and the numbers themselves always are.
create function channel_figures(p_org uuid, p_day date) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'planned', (select count(*) from channel_meeting m where m.org_id = p_org and m.meets_on > p_day - interval '1 year' and m.meets_on <= p_day),
    'held', (select count(*) from channel_meeting m where m.org_id = p_org and m.held and m.meets_on > p_day - interval '1 year' and m.meets_on <= p_day),
    'seats', (select coalesce(jsonb_agg(jsonb_build_object('agency', s.agency, 'role', s.role, 'present', s.present, 'substitute', s.substitute, 'absent', s.absent) order by s.agency, s.role), '[]') from (
      select s.agency, s.role, count(*) filter (where a.presence = 'present') as present, count(*) filter (where a.presence = 'substitute') as substitute, count(*) filter (where a.presence = 'absent') as absent
      from channel_seat s
        left join channel_presence a on a.org_id = s.org_id and a.seat_id = s.id and exists (select from channel_meeting m
          where m.org_id = a.org_id and m.id = a.meeting_id and m.meets_on > p_day - interval '1 year' and m.meets_on <= p_day)
      where s.org_id = p_org and s.ended_on is null
      group by s.id, s.agency, s.role) s),
    'offices', (select coalesce(jsonb_agg(jsonb_build_object('office', c.office, 'trainedOn', c.trained_on, 'trainingDueOn', c.training_due_on)), '[]') from (
      select distinct on (office) office, trained_on, training_due_on from channel_office where org_id = p_org order by office, created_at desc, id desc) c),
    'agreementExpiresOn', (select expires_on from channel_agreement where org_id = p_org order by created_at desc, id desc limit 1),
    'statement', (select jsonb_build_object('year', s.year, 'signedOn', s.signed_on, 'signedOff', s.signed_off_at is not null, 'extents', (
        select jsonb_agg(jsonb_build_object('label', e.content -> 'scale' -> 'levels' -> (l.position - 1) -> 'label' ->> 'en', 'areas',
          (select count(*) from channel_control c where c.org_id = s.org_id and c.statement_id = s.id and c.extent_code = l.code)) order by l.position desc)
        from edition e join scale_level l on l.edition_id = e.id where e.id = s.edition_id))
      from channel_statement s where s.org_id = p_org and s.signed_on is not null and (s.signed_off_at is not null or p_org = scope_organisation())
      order by s.year desc, s.number desc limit 1),
    'reviews', (select case when r.due is null then jsonb_build_object('are', 'none')
        when r.due < t.below or r.on_time < t.below then jsonb_build_object('are', 'few')
        else jsonb_build_object('are', 'shown', 'percent', round(100.0 * r.on_time / r.due)) end
      from (select sum(due) as due, sum(on_time) as on_time from (
          select due, on_time from channel_reviews where org_id = p_org order by quarter desc limit 4) newest) r,
        (select coalesce((select below from threshold where org_id = p_org), 10) as below) t))
  where exists (select from channel_panel p where p.org_id = p_org and p.run_here)
    and (p_org = scope_organisation() or exists (select from channel_panels_shared(p_day) s where s.id = p_org))
$$;
revoke execute on function channel_figures from public;
grant execute on function channel_figures to dueregard_own, dueregard_grant;

-- The financial year of a day: "2025-26".
create function financial_year(p_day date) returns text language sql stable parallel safe as $$
  select to_char(p_day - interval '3 months', 'YYYY') || '-' || to_char(p_day + interval '9 months', 'YY')
$$;

-- As in migrations/0030-venue-hire.sql, with the dates of Channel panels and of what venues rest on.
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
    and not exists (select from risk_return r where r.org_id = b.org_id and r.quarter = q.quarter and r.sent_at is not null)
  union all
  -- A decision about a booking that is open, without a word of the booking.
  select b.org_id, 'booking', b.id::text, b.decide_by, '', financial_year(b.event_on), b.marking::text, b.changed_at, null
  from booking b where b.asking is not null and b.event_on >= current_date
  union all
  -- Of a Channel panel that is run here: its calendar, and when what counts of its record runs out or falls due.
  select m.org_id, 'panel_meeting', m.id::text, m.meets_on, '', financial_year(m.meets_on), m.marking::text, m.changed_at, null
  from channel_panel p join channel_meeting m on m.org_id = p.org_id where p.run_here and m.held is distinct from false
  union all
  select a.org_id, 'agreement', a.id::text, a.expires_on, '', financial_year(a.expires_on), a.marking::text, a.changed_at, null
  from channel_panel p join (select distinct on (org_id) * from channel_agreement order by org_id, created_at desc, id desc) a on a.org_id = p.org_id where p.run_here
  union all
  select c.org_id, 'training', c.id::text, c.training_due_on, c.office, financial_year(c.training_due_on), c.marking::text, c.changed_at, null
  from channel_panel p join (select distinct on (org_id, office) * from channel_office order by org_id, office, created_at desc, id desc) c on c.org_id = p.org_id
  where p.run_here and c.training_due_on is not null
  union all
  select s.org_id, 'statement', s.id::text, s.due_on, '', s.year, s.marking::text, s.changed_at, null
  from channel_panel p join channel_statement s on s.org_id = p.org_id where p.run_here and s.signed_on is null and s.due_on is not null
  union all
  -- Of the hire of venues: the first review of filtering that falls due at a site, and the next check of a partner.
  select v.org_id, 'filtering', v.id::text, v.review_on, v.title, financial_year(v.review_on), v.marking::text, v.changed_at, null
  from (select *, least(case it_filtering when 'filtered' then it_review_on end, case wifi_filtering when 'filtered' then wifi_review_on end) as review_on from venue_site) v
  where v.review_on is not null
  union all
  select k.org_id, 'partner_check', k.id::text, k.next_on, '', financial_year(k.next_on), k.marking::text, k.changed_at, null
  from (select distinct on (org_id, lower(partner)) * from partner_check order by org_id, lower(partner), checked_on desc, id desc) k
  where k.next_on is not null and k.found <> 'ended';
