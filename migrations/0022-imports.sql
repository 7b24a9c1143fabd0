-- Spreadsheets that come in: what was read of a file waits for a day until somebody applies it, and which column holds
-- which field is remembered (docs/decisions/0029-spreadsheets-in-and-out.md).

-- What was read of a file, of the person who sent it. It is no record: nothing of it counts until it is applied.
create table sheet_import (
  org_id uuid not null references organisation,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('risk-log', 'plan')),
  quarter text check (quarter ~ '^\d{4}-\d{2}-Q[1-4]$'),
  file_name text not null check (length(file_name) between 1 and 255),
  sheet jsonb not null,
  -- For each field that somebody chose by hand, its heading in this file; "" for none.
  chosen jsonb not null default '{}',
  retention retention_class not null default 'request',
  read_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id)
);
alter table sheet_import enable row level security;
alter table sheet_import force row level security;
create policy owner_all on sheet_import to dueregard_owner using (true) with check (true);
create policy own on sheet_import to dueregard_own using (org_id = scope_organisation() and person_id = scope_person())
  with check (org_id = scope_organisation() and person_id = scope_person());
grant select, insert, update, delete on sheet_import to dueregard_own;

-- The heading under which a body's own spreadsheets have a field; "" where they have none.
create table column_match (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  kind text not null check (kind in ('risk-log', 'plan')),
  field text not null check (length(field) between 1 and 60),
  heading text not null check (length(heading) <= 200),
  primary key (org_id, id),
  unique (org_id, kind, field)
);
call protect_owned('column_match', '{heading}');

create or replace function dispose_of_passing() returns void language sql security definer set search_path = public, pg_temp as $$
  delete from request_key where created_at < now() - interval '1 day';
  delete from sheet_import where read_at < now() - interval '1 day';
  delete from session where ends_at < now() or last_seen_at + make_interval(mins => idle_minutes) < now();
  delete from one_time_link where ends_at < now() - interval '1 year';
  delete from sign_in_guess where since < now() - interval '1 day';
  delete from known_browser where last_used_at < now() - interval '180 days';
$$;
