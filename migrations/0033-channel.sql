-- The governance of a Channel panel, without its cases: who chairs it by role, which agencies sit on it, when it met and who of
-- them came, what it agreed and stated, and how many reviews were done on time. Or that the panel is another body's.

-- Whether the panel is run here. Where it is not applicable: why, and which body leads it; a source need not say either.
create table channel_panel (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  run_here boolean not null,
  reason text check (length(reason) between 1 and 1000),
  lead_body text check (length(lead_body) between 1 and 200),
  primary key (org_id, id),
  unique (org_id),
  check (not run_here or num_nonnulls(reason, lead_body) = 0)
);
call protect_owned('channel_panel', '{reason}');

-- Who chairs, by role. The entry that was recorded last counts; those before it stay.
create table channel_office (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  office text not null check (office in ('chair', 'deputy')),
  role text not null check (length(role) between 1 and 120),
  appointed_on date not null,
  trained_on date,
  -- When the body wants the training renewed: no source that we read sets a period.
  training_due_on date check (training_due_on > trained_on),
  primary key (org_id, id),
  check (trained_on is not null or training_due_on is null)
);
call protect_owned('channel_office');
create trigger unchanged before update or delete on channel_office for each row execute function refuse_change();

create table channel_seat (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  agency text not null check (length(agency) between 1 and 120),
  role text not null check (length(role) between 1 and 120),
  ended_on date,
  primary key (org_id, id)
);
call protect_owned('channel_seat');
create unique index channel_seat_open on channel_seat (org_id, lower(agency), lower(role)) where ended_on is null;

-- A meeting of the calendar: planned, then held or not.
create table channel_meeting (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  meets_on date not null,
  held boolean,
  primary key (org_id, id),
  unique (org_id, meets_on),
  unique (org_id, id, held)
);
call protect_owned('channel_meeting');

-- Who came for a seat, and never who it was. Only a meeting that was held has any.
create table channel_presence (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  meeting_id uuid not null,
  held boolean not null default true check (held),
  seat_id uuid not null,
  presence text not null check (presence in ('present', 'substitute', 'absent')),
  primary key (org_id, id),
  unique (org_id, meeting_id, seat_id),
  foreign key (org_id, meeting_id, held) references channel_meeting (org_id, id, held),
  foreign key (org_id, seat_id) references channel_seat (org_id, id)
);
create index channel_presence_of_seat on channel_presence (org_id, seat_id);
call protect_owned('channel_presence');

-- The information-sharing agreement; the one that was recorded last counts.
create table channel_agreement (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  agreed_on date not null,
  expires_on date not null,
  primary key (org_id, id),
  check (expires_on > agreed_on)
);
call protect_owned('channel_agreement');
create trigger unchanged before update or delete on channel_agreement for each row execute function refuse_change();

-- Reviews six and twelve months after support ended: how many fell due in a quarter, and how many of them were done on time.
create table channel_reviews (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  quarter text not null check (quarter ~ '^\d{4}-\d{2}-Q[1-4]$'),
  due integer not null check (due between 0 and 9999),
  on_time integer not null check (on_time >= 0),
  primary key (org_id, id),
  unique (org_id, quarter),
  check (on_time <= due)
);
call protect_owned('channel_reviews', '{due,on_time}');

-- The panel is opened to a body that shares it by a grant of its own kind. That body reads it and changes nothing, and the
-- numbers of reviews stay with the body that counted them: only channel_figures tells of them.
alter table access_grant drop constraint access_grant_kind_check;
alter table access_grant
  add constraint access_grant_kind_check check (kind in ('moderation', 'part', 'action', 'sample', 'channel')),
  add constraint access_grant_channel_check check (kind <> 'channel' or record_id is null);
do $$
declare
  name text;
begin
  foreach name in array array['channel_panel', 'channel_office', 'channel_seat', 'channel_meeting', 'channel_presence', 'channel_agreement'] loop
    execute format('create policy shared on %I for select to dueregard_grant using (org_id = any(scope_granted(''channel'')))', name);
    execute format('grant select on %I to dueregard_grant', name);
  end loop;
end
$$;

-- Which panels are open to the scope's organisation on a day.
create function channel_panels_shared(p_day date) returns table (id uuid, name text, short_name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct o.id, o.name, o.short_name from access_grant g join organisation o on o.id = g.org_id
    join channel_panel p on p.org_id = g.org_id and p.run_here
  where g.grantee_id = scope_organisation() and g.kind = 'channel' and g.from_day <= p_day and p_day < g.to_day
$$;

revoke execute on function channel_panels_shared from public;
grant execute on function channel_panels_shared to dueregard_own, dueregard_grant;

-- What is over goes when the body's period of assurance is: meetings with who came, statements, quarters of reviews, seats that
-- ended, and entries that a later one has replaced.
create function dispose_of_old_channel(p_org uuid, p_today date) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  assurance_years constant integer := kept_years(p_org, 'assurance', p_today);
  last_day constant date := p_today - make_interval(years => assurance_years);
  counts jsonb := '{}';
  due uuid[];
begin
  select array_agg(id) into due from channel_meeting where org_id = p_org and meets_on < last_day;
  if due is not null then call dispose_of(p_org, 'channel_meeting', due, counts); end if;
  select array_agg(id) into due from channel_statement where org_id = p_org and make_date(left(year, 4)::integer + 1, 3, 31) < last_day;
  if due is not null then call dispose_of(p_org, 'channel_statement', due, counts); end if;
  select array_agg(id) into due from channel_reviews where org_id = p_org and make_date(left(quarter, 4)::integer + 1, 3, 31) < last_day;
  if due is not null then call dispose_of(p_org, 'channel_reviews', due, counts); end if;
  select array_agg(s.id) into due from channel_seat s
    where s.org_id = p_org and s.ended_on < last_day and not exists (select from channel_presence a where a.org_id = p_org and a.seat_id = s.id);
  if due is not null then call dispose_of(p_org, 'channel_seat', due, counts); end if;
  select array_agg(a.id) into due from channel_agreement a
    where a.org_id = p_org and a.expires_on < last_day and exists (select from channel_agreement n where n.org_id = p_org and n.created_at > a.created_at);
  if due is not null then call dispose_of(p_org, 'channel_agreement', due, counts); end if;
  select array_agg(c.id) into due from channel_office c
    where c.org_id = p_org and exists (select from channel_office n where n.org_id = p_org and n.office = c.office and n.created_at > c.created_at and n.created_at < last_day);
  if due is not null then call dispose_of(p_org, 'channel_office', due, counts); end if;
  perform note_disposal(p_org, 'assurance', assurance_years, counts, p_today);
end
$$;
revoke execute on function dispose_of_old_channel from public;
grant execute on function dispose_of_old_channel to dueregard_accounts;
