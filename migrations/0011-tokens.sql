-- Tokens of people for programs. Like sessions they belong to an account, and only the accounts scope and the function
-- visit_by_token() reach them; the database holds the SHA-256 of 256 random bits.
create table api_token (
  id uuid primary key,
  token_sha256 bytea not null unique,
  account_id uuid not null references account on delete cascade,
  purpose text not null check (length(purpose) between 1 and 120),
  scope text not null check (scope in ('read', 'write')),
  created_at timestamptz not null default now(),
  ends_at timestamptz not null check (ends_at > created_at and ends_at <= created_at + interval '366 days'),
  last_used_at timestamptz,
  revoked_at timestamptz,
  retention retention_class not null default 'account'
);
create index api_token_of_account on api_token (account_id);

grant select, insert on api_token to dueregard_accounts;
grant update (revoked_at) on api_token to dueregard_accounts;

-- What the holder of an account may come to (the second half of visit() in migrations/0003-accounts.sql).
create function visit_of(p_account_id uuid, p_demonstration boolean, p_short_name text, p_day date, p_today date) returns jsonb
language plpgsql stable set search_path = public, pg_temp as $$
declare
  target organisation;
  memberships jsonb;
  ways jsonb;
begin
  select coalesce(jsonb_agg(jsonb_build_object('personId', p.id, 'name', p.name, 'role', m.role, 'organisation',
      jsonb_build_object('id', o.id, 'shortName', o.short_name, 'name', o.name, 'kind', o.kind, 'invented', o.invented)) order by o.name, m.role), '[]')
    into memberships
  from person p
    join membership m on m.org_id = p.org_id and m.person_id = p.id and m.from_day <= p_today and p_today < m.to_day
    join organisation o on o.id = p.org_id
  where p.account_id = p_account_id and not p.invited;
  select * into target from organisation o where o.short_name = p_short_name;
  if found then
    select coalesce(jsonb_agg(way), '[]') into ways from (
      select jsonb_build_object('scope', 'own', 'orgId', p.org_id, 'personId', p.id) way
        from person p where p.account_id = p_account_id and not p.invited and p.org_id = target.id
      union all
      select jsonb_build_object('scope', 'tree', 'orgId', p.org_id, 'personId', p.id)
        from person p join organisation_closure c on c.ancestor_id = p.org_id
        where p.account_id = p_account_id and not p.invited and c.descendant_id = target.id and c.from_day <= p_day and p_day < c.to_day
      union all
      select distinct jsonb_build_object('scope', 'grant', 'orgId', p.org_id, 'personId', p.id, 'kind', g.kind)
        from person p join access_grant g on g.grantee_id = p.org_id
        where p.account_id = p_account_id and not p.invited and g.org_id = target.id and g.from_day <= p_today and p_today < g.to_day
    ) w;
  end if;
  return jsonb_build_object(
    'accountId', p_account_id, 'demonstration', p_demonstration, 'memberships', memberships,
    'organisation', case when target.id is null then null else
      jsonb_build_object('id', target.id, 'shortName', target.short_name, 'name', target.name, 'kind', target.kind, 'invented', target.invented) end,
    'ways', coalesce(ways, '[]'));
end
$$;
revoke execute on function visit_of from public;

create or replace function visit(p_token_sha256 bytea, p_short_name text, p_day date, p_today date) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  holder record;
begin
  select a.id, a.demonstration, s.last_seen_at into holder
  from session s join account a on a.id = s.account_id
  where s.token_sha256 = p_token_sha256 and a.disabled_at is null
    and now() < s.ends_at and now() < s.last_seen_at + make_interval(mins => s.idle_minutes);
  if not found then return null; end if;
  if holder.last_seen_at < now() - interval '1 minute' then
    update session set last_seen_at = now() where token_sha256 = p_token_sha256;
  end if;
  return visit_of(holder.id, holder.demonstration, p_short_name, p_day, p_today);
end
$$;

-- The same by a token, with what the token may: the roles of its person decide the rest.
create function visit_by_token(p_token_sha256 bytea, p_short_name text, p_day date, p_today date) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  holder record;
begin
  select a.id, a.demonstration, t.id as token_id, t.scope, t.last_used_at into holder
  from api_token t join account a on a.id = t.account_id
  where t.token_sha256 = p_token_sha256 and t.revoked_at is null and now() < t.ends_at and a.disabled_at is null
    and (not a.demonstration or (select demonstration from installation));
  if not found then return null; end if;
  if holder.last_used_at is null or holder.last_used_at < now() - interval '1 minute' then
    update api_token set last_used_at = now() where id = holder.token_id;
  end if;
  return visit_of(holder.id, holder.demonstration, p_short_name, p_day, p_today) || jsonb_build_object('tokenScope', holder.scope);
end
$$;
revoke execute on function visit_by_token from public;
grant execute on function visit_by_token to dueregard_app;
