-- Sign-in. Accounts belong to a person, not to a body: one account may act for several. Only the accounts scope and the
-- function visit() reach these tables.
create table account (
  id uuid primary key,
  home_org_id uuid not null references organisation,
  email text not null unique check (email = lower(email) and email like '%_@_%'),
  password_hash text,
  demonstration boolean not null default false,
  disabled_at timestamptz,
  retention retention_class not null default 'account',
  created_at timestamptz not null default now(),
  check (password_hash is null or not demonstration)
);

create table session (
  token_sha256 bytea primary key,
  account_id uuid not null references account on delete cascade,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  idle_minutes integer not null check (idle_minutes between 1 and 1440),
  ends_at timestamptz not null,
  retention retention_class not null default 'account'
);
create index session_of_account on session (account_id);

create table one_time_link (
  token_sha256 bytea primary key,
  account_id uuid not null references account on delete cascade,
  purpose text not null check (purpose in ('invitation', 'reset')),
  -- The body and the person of an invitation.
  for_org_id uuid references organisation,
  person_id uuid,
  made_by uuid,
  made_at timestamptz not null default now(),
  ends_at timestamptz not null,
  used_at timestamptz,
  retention retention_class not null default 'account',
  check ((purpose = 'invitation') = (for_org_id is not null and person_id is not null))
);
create index one_time_link_of_account on one_time_link (account_id);

grant select, insert, update, delete on session, one_time_link to dueregard_accounts;
grant select, insert on account to dueregard_accounts;
grant update (password_hash, disabled_at) on account to dueregard_accounts;
grant select (id, demonstration) on account to dueregard_app;

-- A visit: who holds the session, what roles they have today, the body that the address names, and by which ways they
-- may come to it on that day (own, tree: a body above it, grant: opened to a body of theirs). Null when there is no live session.
create function visit(p_token_sha256 bytea, p_short_name text, p_day date, p_today date) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  holder record;
  target organisation;
  memberships jsonb;
  ways jsonb;
begin
  select a.id, a.demonstration, s.last_seen_at into holder
  from session s join account a on a.id = s.account_id
  where s.token_sha256 = p_token_sha256 and a.disabled_at is null
    and now() < s.ends_at and now() < s.last_seen_at + make_interval(mins => s.idle_minutes);
  if not found then return null; end if;
  if holder.last_seen_at < now() - interval '1 minute' then
    update session set last_seen_at = now() where token_sha256 = p_token_sha256;
  end if;
  select coalesce(jsonb_agg(jsonb_build_object('personId', p.id, 'name', p.name, 'role', m.role, 'organisation',
      jsonb_build_object('id', o.id, 'shortName', o.short_name, 'name', o.name, 'kind', o.kind, 'invented', o.invented)) order by o.name, m.role), '[]')
    into memberships
  from person p
    join membership m on m.org_id = p.org_id and m.person_id = p.id and m.from_day <= p_today and p_today < m.to_day
    join organisation o on o.id = p.org_id
  where p.account_id = holder.id and not p.invited;
  select * into target from organisation o where o.short_name = p_short_name;
  if found then
    select coalesce(jsonb_agg(way), '[]') into ways from (
      select jsonb_build_object('scope', 'own', 'orgId', p.org_id, 'personId', p.id) way
        from person p where p.account_id = holder.id and not p.invited and p.org_id = target.id
      union all
      select jsonb_build_object('scope', 'tree', 'orgId', p.org_id, 'personId', p.id)
        from person p join organisation_closure c on c.ancestor_id = p.org_id
        where p.account_id = holder.id and not p.invited and c.descendant_id = target.id and c.from_day <= p_day and p_day < c.to_day
      union all
      select distinct jsonb_build_object('scope', 'grant', 'orgId', p.org_id, 'personId', p.id, 'kind', g.kind)
        from person p join access_grant g on g.grantee_id = p.org_id
        where p.account_id = holder.id and not p.invited and g.org_id = target.id and g.from_day <= p_today and p_today < g.to_day
    ) w;
  end if;
  return jsonb_build_object(
    'accountId', holder.id, 'demonstration', holder.demonstration, 'memberships', memberships,
    'organisation', case when target.id is null then null else
      jsonb_build_object('id', target.id, 'shortName', target.short_name, 'name', target.name, 'kind', target.kind, 'invented', target.invented) end,
    'ways', coalesce(ways, '[]'));
end
$$;
revoke execute on function visit from public;
grant execute on function visit to dueregard_app;

-- The people of the examples, for the page that signs in as one of them; nobody in a store for real use.
create function demonstration_people(p_today date) returns table (email text, name text, role text, organisation text, kind text, invented boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.email, p.name, m.role, o.name, o.kind, o.invented
  from account a
    join person p on p.account_id = a.id and not p.invited
    join membership m on m.org_id = p.org_id and m.person_id = p.id and m.from_day <= p_today and p_today < m.to_day
    join organisation o on o.id = p.org_id
  where a.demonstration and a.disabled_at is null and (select demonstration from installation)
  order by o.name, p.name, a.email, m.role
$$;
revoke execute on function demonstration_people from public;
grant execute on function demonstration_people to dueregard_accounts;
