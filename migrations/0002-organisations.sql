-- Bodies and their tree with dates. These are reference tables: public facts, few writes, no row-level security.
create table organisation (
  id uuid primary key,
  short_name text not null unique check (short_name ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
  name text not null,
  kind text not null check (kind in ('nation', 'region', 'area', 'county', 'unitary', 'district', 'school', 'further_education',
    'higher_education', 'health_trust', 'prison', 'probation_region', 'police_force', 'home_office')),
  invented boolean not null default false,
  opened_on date,
  closed_on date,
  check (closed_on is null or opened_on is null or closed_on > opened_on)
);

-- A day range is half-open: to_day is the first day on which it no longer holds.
create table organisation_link (
  parent_id uuid not null references organisation,
  child_id uuid not null references organisation,
  from_day date not null default '-infinity',
  to_day date not null default 'infinity',
  primary key (parent_id, child_id, from_day),
  check (parent_id <> child_id),
  check (to_day > from_day)
);

create table organisation_closure (
  ancestor_id uuid not null references organisation,
  descendant_id uuid not null references organisation,
  from_day date not null,
  to_day date not null,
  depth integer not null,
  primary key (ancestor_id, descendant_id, from_day)
);
create index organisation_closure_of_descendant on organisation_closure (descendant_id, ancestor_id);

create table organisation_succession (
  predecessor_id uuid not null references organisation,
  successor_id uuid not null references organisation,
  on_day date not null,
  primary key (predecessor_id, successor_id)
);

-- Rebuilds the closure from the links: every path, for the days on which all its links hold. A body may stand below
-- the same ancestor by two paths; the days of the first are kept when they begin together.
create procedure rebuild_organisation_closure() language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from organisation_closure;
  insert into organisation_closure (ancestor_id, descendant_id, from_day, to_day, depth)
  with recursive path (ancestor_id, descendant_id, from_day, to_day, depth) as (
    select parent_id, child_id, from_day, to_day, 1 from organisation_link
    union all
    select p.ancestor_id, l.child_id, greatest(p.from_day, l.from_day), least(p.to_day, l.to_day), p.depth + 1
    from path p join organisation_link l on l.parent_id = p.descendant_id
    where greatest(p.from_day, l.from_day) < least(p.to_day, l.to_day) and p.depth < 12
  )
  select ancestor_id, descendant_id, from_day, max(to_day), min(depth) from path
  group by ancestor_id, descendant_id, from_day;
end
$$;

-- Who works for a body. The only people in the product are its users and role holders.
create table department (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'account',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  name text not null check (length(name) between 1 and 120),
  primary key (org_id, id),
  unique (org_id, name)
);
call protect_owned('department');

create table person (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'account',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  account_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  -- Until the person follows the invitation's link, their roles give nothing.
  invited boolean not null default false,
  primary key (org_id, id),
  unique (org_id, account_id)
);
create index person_of_account on person (account_id);
call protect_owned('person', '{name}');

create table membership (
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
  department_id uuid,
  role text not null check (role in ('prevent_lead', 'contributor', 'second_reader', 'administrator', 'viewer', 'adviser')),
  from_day date not null,
  to_day date not null default 'infinity',
  primary key (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, department_id) references department (org_id, id),
  unique (org_id, person_id, role, from_day),
  check (to_day > from_day)
);
call protect_owned('membership');

-- What one body opens to another, from a day to a day: an adviser, an invited partner, a shared Channel panel.
-- Without record_id it opens every shared record of its kind.
create table access_grant (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'access',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  grantee_id uuid not null references organisation,
  kind text not null check (kind in ('moderation')),
  record_id uuid,
  reason text not null check (length(reason) between 1 and 500),
  from_day date not null,
  to_day date not null default 'infinity',
  primary key (org_id, id),
  check (to_day > from_day),
  check (grantee_id <> org_id)
);
create index access_grant_to on access_grant (grantee_id, kind);
call protect_owned('access_grant', '{reason}');

grant select on organisation, organisation_link, organisation_closure, organisation_succession, installation
  to dueregard_app, dueregard_own, dueregard_tree, dueregard_grant, dueregard_accounts, dueregard_national, dueregard_national_app;

-- The first statement of every transaction after begin: who acts for whom, in which scope, on which day's tree.
-- Everything is SET LOCAL, so that a pooled connection carries nothing over.
create function enter_scope(p_scope text, p_org uuid, p_person uuid, p_day date) returns void
language plpgsql set search_path = public, pg_temp as $$
begin
  if p_scope not in ('own', 'tree', 'grant', 'accounts', 'national') then
    raise exception 'no scope is called %', p_scope using errcode = 'invalid_parameter_value';
  end if;
  set local citus.propagate_set_commands = 'local';
  execute format('set local app.org = %L', coalesce(p_org::text, ''));
  execute format('set local app.person = %L', coalesce(p_person::text, ''));
  execute format('set local app.national = %L', case p_scope when 'national' then 'yes' else '' end);
  set local app.tree = '';
  set local app.grants = '';
  set local app.record_grants = '';
  if p_scope = 'tree' then
    execute format('set local app.tree = %L', scope_tree_of(p_org, p_day));
  elsif p_scope = 'grant' then
    execute format('set local app.grants = %L', scope_grants_of(p_org, p_day, false));
    execute format('set local app.record_grants = %L', scope_grants_of(p_org, p_day, true));
  end if;
  execute format('set local role %I', 'dueregard_' || p_scope);
end
$$;

create function scope_tree_of(p_org uuid, p_day date) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(string_agg(distinct descendant_id::text, ','), '') from organisation_closure
  where ancestor_id = p_org and from_day <= p_day and p_day < to_day
$$;

create function scope_grants_of(p_org uuid, p_day date, p_for_records boolean) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(string_agg(distinct kind || '=' || case when p_for_records then record_id else org_id end::text, ','), '')
  from access_grant
  where grantee_id = p_org and from_day <= p_day and p_day < to_day and (record_id is not null) = p_for_records
$$;

-- The names behind identifiers that a reader has met in a history, with the body each works for.
create function names_of_people(p_ids uuid[]) returns table (id uuid, name text, organisation text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.name, o.name from person p join organisation o on o.id = p.org_id where p.id = any(p_ids)
$$;
revoke execute on function scope_tree_of, scope_grants_of, names_of_people from public;
revoke execute on procedure rebuild_organisation_closure from public;
grant execute on function scope_tree_of, scope_grants_of to dueregard_app, dueregard_own, dueregard_tree, dueregard_grant;
grant execute on function names_of_people to dueregard_own, dueregard_tree, dueregard_grant, dueregard_accounts;
