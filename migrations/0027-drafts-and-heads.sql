-- What an adviser drafts about a body is kept from that body until it is published: its rows by the policy of the body's own
-- scope, its history by standing in the trail of the adviser's organisation meanwhile. What the adviser shares before that
-- is a record of its own (shared_findings).
alter table outcome add column withheld boolean not null default false;
alter table strength add column withheld boolean not null default false;
alter table recommendation add column withheld boolean not null default false;

do $$
declare
  name text;
begin
  foreach name in array array['outcome', 'strength', 'recommendation'] loop
    execute format('alter table %I disable trigger user', name);
    execute format('update %I part set withheld = true from moderation m where m.org_id = part.org_id and m.id = part.moderation_id and m.origin = ''recorded'' and m.published_at is null', name);
    execute format('alter table %I enable trigger user', name);
    execute format('alter policy own on %I using (org_id = scope_organisation() and not withheld)', name);
  end loop;
end
$$;

-- Whether only the opening of a part to its body changed, not what it says.
create function only_opened(before jsonb, after jsonb) returns boolean language sql immutable as $$
  select before -> 'withheld' <> after -> 'withheld' and before - 'withheld' = after - 'withheld'
$$;

create function withhold_part() returns trigger language plpgsql as $$
begin
  new.withheld := (select m.origin = 'recorded' and m.published_at is null from moderation m where m.org_id = new.org_id and m.id = new.moderation_id);
  -- Opening it changes nothing of what was written, by whom and when.
  if tg_op = 'UPDATE' and old.withheld and not new.withheld then
    new.version := old.version;
    new.changed_at := old.changed_at;
    new.changed_by := old.changed_by;
  end if;
  return new;
end
$$;
create trigger withheld before insert or update on outcome for each row execute function withhold_part();
create trigger withheld before insert or update on strength for each row execute function withhold_part();
create trigger withheld before insert or update on recommendation for each row execute function withhold_part();

create function open_parts() returns trigger language plpgsql as $$
begin
  update outcome set withheld = false where org_id = new.org_id and moderation_id = new.id;
  update strength set withheld = false where org_id = new.org_id and moderation_id = new.id;
  update recommendation set withheld = false where org_id = new.org_id and moderation_id = new.id;
  return null;
end
$$;
create trigger opened after update on moderation for each row
  when (new.origin = 'recorded' and old.published_at is null and new.published_at is not null) execute function open_parts();

-- As in migrations/0006-moderation.sql, but for the opening, which comes with the publication.
create or replace function hold_findings() returns trigger language plpgsql as $$
declare
  touched record := case when tg_op = 'DELETE' then old else new end;
  parent record;
begin
  if tg_op = 'UPDATE' and only_opened(to_jsonb(old), to_jsonb(new)) then return new; end if;
  select m.origin, m.published_at into parent from moderation m
    where m.org_id = touched.org_id and m.id = touched.moderation_id for no key update;
  if parent.published_at is not null then
    raise exception 'the findings have been published and are never changed' using errcode = 'DR002';
  end if;
  if (parent.origin = 'recorded' and current_user = 'dueregard_own') or (parent.origin = 'transcribed' and current_user = 'dueregard_grant') then
    raise exception 'findings are written by the hand that began them' using errcode = 'DR003';
  end if;
  if parent.origin = 'recorded' and coalesce((to_jsonb(touched) ->> 'reason_not_stated')::boolean, false) then
    raise exception 'the adviser states the reason why a benchmark is not applicable' using errcode = 'check_violation';
  end if;
  return touched;
end
$$;

create or replace function touch_moderation() returns trigger language plpgsql as $$
declare
  touched record := case when tg_op = 'DELETE' then old else new end;
begin
  if tg_op = 'UPDATE' and only_opened(to_jsonb(old), to_jsonb(new)) then return null; end if;
  update moderation set checked_by = null, checked_at = null where org_id = touched.org_id and id = touched.moderation_id;
  return null;
end
$$;

-- As in migrations/0001-scopes.sql, but what is withheld from its body enters the trail of whoever writes it, and the trail of
-- the body when it is opened, whole, as added.
create or replace function audit_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  bookkeeping constant text[] := array['org_id', 'id', 'version', 'created_at', 'created_by', 'changed_at', 'changed_by', 'withheld'];
  before jsonb := case when tg_op = 'INSERT' then '{}' else to_jsonb(old) end;
  after jsonb := case when tg_op = 'DELETE' then '{}' else to_jsonb(new) end;
  whole jsonb := before || after;
  withheld boolean := coalesce((whole ->> 'withheld')::boolean, false);
  opened boolean := not withheld and coalesce((before ->> 'withheld')::boolean, false);
  trail uuid := case when withheld then coalesce(scope_organisation(), (whole ->> 'org_id')::uuid) else (whole ->> 'org_id')::uuid end;
  action text := case when tg_op = 'INSERT' or opened then 'added' when tg_op = 'UPDATE' then 'changed' else 'removed' end;
  body jsonb := '{}';
  texts jsonb := '{}';
  field text;
  salt bytea;
  event_seq bigint;
begin
  if opened then before := '{}'; end if;
  for field in select key from jsonb_each(whole) order by key loop
    continue when field = any(bookkeeping) or before -> field is not distinct from after -> field;
    continue when action = 'added' and after -> field = 'null';
    if field = any(tg_argv) then
      if tg_op = 'DELETE' or after -> field = 'null' then
        body := body || jsonb_build_object(field, jsonb_build_object('hidden', null));
      else
        salt := decode(replace(gen_random_uuid()::text, '-', ''), 'hex');
        texts := texts || jsonb_build_object(field, jsonb_build_array(encode(salt, 'hex'), after ->> field));
        body := body || jsonb_build_object(field, jsonb_build_object('hidden', encode(sha256(salt || convert_to(after ->> field, 'UTF8')), 'hex')));
      end if;
    elsif action = 'added' then
      body := body || jsonb_build_object(field, jsonb_build_object('to', after -> field));
    elsif tg_op = 'DELETE' then
      body := body || jsonb_build_object(field, jsonb_build_object('from', before -> field));
    else
      body := body || jsonb_build_object(field, jsonb_build_object('from', before -> field, 'to', after -> field));
    end if;
  end loop;
  if tg_op = 'UPDATE' and body = '{}' then return null; end if;
  event_seq := audit_append(trail, action, tg_table_name, (whole ->> 'id')::uuid, body::text);
  insert into audit_text (org_id, seq, field, salt, value)
    select trail, event_seq, key, decode(value ->> 0, 'hex'), value ->> 1 from jsonb_each(texts);
  return null;
end
$$;

-- As in migrations/0016-retention.sql, but whatever key a record is held by (notes of progress name the recommendation, not
-- the follow-up that they hang on), and the texts of a draft go from the trail of the adviser's organisation too.
create or replace procedure dispose_of(p_org uuid, p_table regclass, p_ids uuid[], inout counts jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  link record;
  children uuid[];
  each_id uuid;
begin
  for link in
    select k.conrelid::regclass as child, string_agg(format('c.%I = p.%I', a.attname, b.attname), ' and ') as held
    from pg_constraint k
      cross join lateral unnest(k.conkey, k.confkey) as pair (own, other)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.own
      join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.other
    where k.contype = 'f' and k.confrelid = p_table
    group by k.oid, k.conrelid
  loop
    -- What only notes something of a record, and is none itself, goes without an event of its own.
    if not exists (select from pg_attribute where attrelid = link.child and attname = 'id' and not attisdropped) then
      execute format('alter table %s disable trigger user', link.child);
      execute format('delete from %s c using %s p where %s and p.org_id = $1 and p.id = any($2)', link.child, p_table, link.held) using p_org, p_ids;
      execute format('alter table %s enable trigger user', link.child);
      continue;
    end if;
    execute format('select array_agg(c.id) from %s c join %s p on %s where p.org_id = $1 and p.id = any($2)', link.child, p_table, link.held) into children using p_org, p_ids;
    if children is not null then call dispose_of(p_org, link.child, children, counts); end if;
  end loop;
  foreach each_id in array p_ids loop
    perform audit_append(p_org, 'removed', p_table::text, each_id, '{"because": "its period is over"}');
  end loop;
  delete from audit_text t using audit_event e
    where t.org_id = e.org_id and t.seq = e.seq and e.record_kind = p_table::text and e.record_id = any(p_ids)
      and e.org_id = any(array[p_org] || array(select o.id from organisation o where o.kind = 'home_office'));
  execute format('alter table %s disable trigger user', p_table);
  execute format('delete from %s where org_id = $1 and id = any($2)', p_table) using p_org, p_ids;
  execute format('alter table %s enable trigger user', p_table);
  counts := jsonb_set(counts, array[p_table::text], to_jsonb(coalesce((counts ->> p_table::text)::integer, 0) + cardinality(p_ids)));
end
$$;

-- As in migrations/0011-tokens.sql, with the logo of the body, by its hash, for who belongs to it: it stands at the head of
-- the body's own pages.
create or replace function visit_of(p_account_id uuid, p_demonstration boolean, p_short_name text, p_day date, p_today date) returns jsonb
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
    'ways', coalesce(ways, '[]'),
    'logo', case when ways @> '[{"scope": "own"}]' then (select encode(l.logo_sha256, 'hex') from look l where l.org_id = target.id) end);
end
$$;
