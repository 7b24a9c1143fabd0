-- What every organisation-owned table stands on: scopes, stamps, and one procedure that protects a table.
-- Written in the form that plain PostgreSQL and Citus both take: no sub-select in a policy, settings by SET LOCAL.

create domain marking as text check (value in ('OFFICIAL', 'OFFICIAL-SENSITIVE'));

create domain retention_class as text check (value in ('account', 'assurance', 'evidence', 'access', 'request'));

create table installation (
  one boolean primary key default true check (one),
  demonstration boolean not null,
  made_by_version text not null,
  made_at timestamptz not null default now()
);

create function scope_organisation() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('app.org', true), '')::uuid $$;

create function scope_person() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('app.person', true), '')::uuid $$;

create function scope_tree() returns uuid[] language sql stable parallel safe as
  $$ select string_to_array(nullif(current_setting('app.tree', true), ''), ',')::uuid[] $$;

create function scope_is_national() returns boolean language sql stable parallel safe as
  $$ select coalesce(current_setting('app.national', true), '') = 'yes' $$;

-- Bodies whose records of one kind are open to the scope's organisation. The setting lists kind:organisation,
-- the record-wide ones in app.grants, those for one record as kind:record in app.record_grants.
create function scope_granted(kind text) returns uuid[] language sql stable parallel safe as
  $$ select array(select split_part(entry, '=', 2)::uuid from unnest(string_to_array(nullif(current_setting('app.grants', true), ''), ',')) entry
                  where split_part(entry, '=', 1) = kind) $$;

create function scope_granted_records(kind text) returns uuid[] language sql stable parallel safe as
  $$ select array(select split_part(entry, '=', 2)::uuid from unnest(string_to_array(nullif(current_setting('app.record_grants', true), ''), ',')) entry
                  where split_part(entry, '=', 1) = kind) $$;

-- Every row says who made and changed it and when; the database writes it, not the caller.
create function stamp_row() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    new.version := 1;
    new.created_at := now();
    new.created_by := scope_person();
  else
    if new.org_id <> old.org_id or new.id <> old.id then
      raise exception 'a record keeps its organisation and its identifier' using errcode = 'integrity_constraint_violation';
    end if;
    new.version := old.version + 1;
    new.created_at := old.created_at;
    new.created_by := old.created_by;
  end if;
  new.changed_at := now();
  new.changed_by := scope_person();
  return new;
end
$$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is never changed or removed', tg_table_name using errcode = 'integrity_constraint_violation';
end
$$;

-- The audit trail: one chain per organisation. What may one day have to be erased stands beside the chain with its
-- salt; the chain holds only its hash.
create table audit_head (
  org_id uuid primary key,
  seq bigint not null,
  hash bytea not null
) with (fillfactor = 50);

create table audit_event (
  org_id uuid not null,
  seq bigint not null,
  at timestamptz not null,
  person_id uuid,
  action text not null check (action in ('added', 'changed', 'removed', 'noted')),
  record_kind text not null,
  record_id uuid not null,
  body text not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (org_id, seq)
);
create index audit_event_of_record on audit_event (org_id, record_kind, record_id, seq);

create table audit_text (
  org_id uuid not null,
  seq bigint not null,
  field text not null,
  salt bytea not null,
  value text not null,
  primary key (org_id, seq, field),
  foreign key (org_id, seq) references audit_event (org_id, seq)
);

-- The exact bytes that the chain hashes; src/platform/audit.ts computes the same outside the database.
create function audit_bytes(e audit_event) returns bytea language sql immutable as $$
  select e.previous_hash || convert_to(concat_ws(chr(10), e.org_id::text, e.seq::text,
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), coalesce(e.person_id::text, '-'),
    e.action, e.record_kind, e.record_id::text, e.body), 'UTF8')
$$;

create function audit_append(p_org uuid, p_action text, p_kind text, p_record uuid, p_body text) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  event audit_event;
begin
  insert into audit_head (org_id, seq, hash) values (p_org, 0, decode(repeat('00', 32), 'hex')) on conflict (org_id) do nothing;
  select h.seq + 1, h.hash into event.seq, event.previous_hash from audit_head h where h.org_id = p_org for update;
  event.org_id := p_org;
  event.at := clock_timestamp();
  event.person_id := scope_person();
  event.action := p_action;
  event.record_kind := p_kind;
  event.record_id := p_record;
  event.body := p_body;
  event.hash := sha256(audit_bytes(event));
  insert into audit_event select event.*;
  update audit_head set seq = event.seq, hash = event.hash where org_id = p_org;
  return event.seq;
end
$$;

revoke execute on function audit_append from public;

-- An event that is no change of a row (a report was made, a file was read), of the scope's own organisation.
create function audit_note(p_kind text, p_record uuid, p_body jsonb) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  return audit_append(scope_organisation(), 'noted', p_kind, p_record, p_body::text);
end
$$;
revoke execute on function audit_note from public;
grant execute on function audit_note to dueregard_own, dueregard_grant;

-- After every change of an owned row: the fields that changed, from and to. The trigger's arguments name the fields
-- that hold free text or personal data of users: those enter the chain as salted hashes only.
create function audit_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  bookkeeping constant text[] := array['org_id', 'id', 'version', 'created_at', 'created_by', 'changed_at', 'changed_by'];
  before jsonb := case when tg_op = 'INSERT' then '{}' else to_jsonb(old) end;
  after jsonb := case when tg_op = 'DELETE' then '{}' else to_jsonb(new) end;
  whole jsonb := before || after;
  action text := case tg_op when 'INSERT' then 'added' when 'UPDATE' then 'changed' else 'removed' end;
  body jsonb := '{}';
  texts jsonb := '{}';
  field text;
  salt bytea;
  event_seq bigint;
begin
  for field in select key from jsonb_each(whole) order by key loop
    continue when field = any(bookkeeping) or before -> field is not distinct from after -> field;
    continue when tg_op = 'INSERT' and after -> field = 'null';
    if field = any(tg_argv) then
      if tg_op = 'DELETE' or after -> field = 'null' then
        body := body || jsonb_build_object(field, jsonb_build_object('hidden', null));
      else
        salt := decode(replace(gen_random_uuid()::text, '-', ''), 'hex');
        texts := texts || jsonb_build_object(field, jsonb_build_array(encode(salt, 'hex'), after ->> field));
        body := body || jsonb_build_object(field, jsonb_build_object('hidden', encode(sha256(salt || convert_to(after ->> field, 'UTF8')), 'hex')));
      end if;
    elsif tg_op = 'INSERT' then
      body := body || jsonb_build_object(field, jsonb_build_object('to', after -> field));
    elsif tg_op = 'DELETE' then
      body := body || jsonb_build_object(field, jsonb_build_object('from', before -> field));
    else
      body := body || jsonb_build_object(field, jsonb_build_object('from', before -> field, 'to', after -> field));
    end if;
  end loop;
  if tg_op = 'UPDATE' and body = '{}' then return null; end if;
  event_seq := audit_append((whole ->> 'org_id')::uuid, action, tg_table_name, (whole ->> 'id')::uuid, body::text);
  insert into audit_text (org_id, seq, field, salt, value)
    select (whole ->> 'org_id')::uuid, event_seq, key, decode(value ->> 0, 'hex'), value ->> 1 from jsonb_each(texts);
  return null;
end
$$;

-- Protects an organisation-owned table: forced row-level security with the owner's and the own scope's policy,
-- the stamp, and the audit trail. Other scopes are added table by table, where a record is shared.
create procedure protect_owned(p_table regclass, p_hidden_fields text[] default '{}') language plpgsql as $$
begin
  execute format('alter table %s enable row level security', p_table);
  execute format('alter table %s force row level security', p_table);
  execute format('create policy owner_all on %s to dueregard_owner using (true) with check (true)', p_table);
  execute format('create policy own on %s to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation())', p_table);
  execute format('create trigger stamp before insert or update on %s for each row execute function stamp_row()', p_table);
  execute format('create trigger audit after insert or update or delete on %s for each row execute function audit_change(%s)', p_table,
    (select coalesce(string_agg(quote_literal(f), ', '), '') from unnest(p_hidden_fields) f));
  execute format('grant select, insert, update, delete on %s to dueregard_own', p_table);
end
$$;

-- The audit tables: read by the organisation itself, written by the functions above alone.
do $$
declare
  audit_table text;
begin
  foreach audit_table in array array['audit_head', 'audit_event', 'audit_text'] loop
    execute format('alter table %I enable row level security', audit_table);
    execute format('alter table %I force row level security', audit_table);
    execute format('create policy owner_all on %I to dueregard_owner using (true) with check (true)', audit_table);
    execute format('create policy own on %I for select to dueregard_own using (org_id = scope_organisation())', audit_table);
    execute format('grant select on %I to dueregard_own', audit_table);
  end loop;
end
$$;
create trigger unchanged before update or delete on audit_event for each row execute function refuse_change();
create trigger unchanged before update on audit_text for each row execute function refuse_change();

-- One press, one effect: the key of a form or call, kept with what it led to.
create table request_key (
  org_id uuid not null,
  key uuid not null,
  account_id uuid not null,
  request_sha256 bytea not null,
  location text,
  retention retention_class not null default 'request',
  created_at timestamptz not null default now(),
  primary key (org_id, key)
);
alter table request_key enable row level security;
alter table request_key force row level security;
create policy owner_all on request_key to dueregard_owner using (true) with check (true);
create policy own on request_key to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy granted on request_key to dueregard_grant using (org_id = scope_organisation()) with check (org_id = scope_organisation());
grant select, insert, update on request_key to dueregard_own, dueregard_grant;
