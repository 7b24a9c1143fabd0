-- Working together: forms that outlive a session, assignments and cover, comments, returns for rework, parts opened to
-- partners, and drafts.

-- What somebody sent after their session had ended: sealed with a key that only their browser holds, for an hour.
create table kept_form (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  sealed bytea not null check (length(sealed) <= 300000),
  kept_at timestamptz not null default now(),
  ends_at timestamptz not null default now() + interval '1 hour' check (ends_at <= kept_at + interval '1 hour'),
  retention retention_class not null default 'request'
);
create index kept_form_of_account on kept_form (account_id, kept_at);
grant select, delete on kept_form to dueregard_accounts;

create function session_has_ended(p_token_sha256 bytea) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id from session s join account a on a.id = s.account_id
  where s.token_sha256 = p_token_sha256 and a.disabled_at is null
    and (now() >= s.ends_at or now() >= s.last_seen_at + make_interval(mins => s.idle_minutes))
$$;

-- Keeps a form for whoever held the ended session: at most five at once, the newest ones.
create function keep_form(p_token_sha256 bytea, p_id uuid, p_sealed bytea) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  holder uuid := session_has_ended(p_token_sha256);
begin
  delete from kept_form where ends_at <= now();
  if holder is null then return false; end if;
  delete from kept_form where id in (select id from kept_form where account_id = holder order by kept_at desc offset 4);
  insert into kept_form (id, account_id, sealed) values (p_id, holder, p_sealed);
  return true;
end
$$;
revoke execute on function session_has_ended, keep_form from public;
grant execute on function session_has_ended, keep_form to dueregard_app;

-- Who of the body's people is to do a benchmark or an indicator, and by when. It gives no right that the person's role does not.
create table assignment (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  assessment_id uuid not null,
  edition_id uuid not null,
  benchmark_code text,
  indicator_code text,
  person_id uuid not null,
  due_on date not null,
  primary key (org_id, id),
  unique (org_id, assessment_id, benchmark_code),
  unique (org_id, assessment_id, indicator_code),
  foreign key (org_id, assessment_id, edition_id) references assessment (org_id, id, edition_id),
  foreign key (edition_id, benchmark_code) references benchmark (edition_id, code),
  foreign key (edition_id, indicator_code) references indicator (edition_id, code),
  foreign key (org_id, person_id) references person (org_id, id),
  check (num_nonnulls(benchmark_code, indicator_code) = 1)
);
call protect_owned('assignment');
create trigger submitted before insert or update on assignment for each row execute function refuse_after_submission();

-- Somebody away, and who sees what is assigned to them meanwhile. Half-open, as every range of days.
create table cover (
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
  covering_id uuid not null,
  from_day date not null,
  to_day date not null,
  primary key (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, covering_id) references person (org_id, id),
  check (to_day > from_day),
  check (person_id <> covering_id)
);
call protect_owned('cover');

-- What stands once written: from then on a row changes once, in the one column that closes it.
create function refuse_rewriting() returns trigger language plpgsql as $$
declare
  closing text := tg_argv[0];
  bookkeeping text[] := array['version', 'changed_at', 'changed_by', closing];
begin
  if tg_op = 'DELETE' or (to_jsonb(old) ->> closing) is not null or (to_jsonb(old) - bookkeeping) <> (to_jsonb(new) - bookkeeping) then
    raise exception 'what was written stands' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;

create function refuse_withdrawal_by_others() returns trigger language plpgsql as $$
begin
  if old.created_by is distinct from scope_person() then
    raise exception 'a comment is withdrawn by its writer alone' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;

create table comment (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  assessment_id uuid not null,
  edition_id uuid not null,
  benchmark_code text,
  indicator_code text,
  said text not null check (length(said) between 1 and 2000),
  withdrawn_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, assessment_id, edition_id) references assessment (org_id, id, edition_id),
  foreign key (edition_id, benchmark_code) references benchmark (edition_id, code),
  foreign key (edition_id, indicator_code) references indicator (edition_id, code),
  check (num_nonnulls(benchmark_code, indicator_code) = 1)
);
call protect_owned('comment', '{said}');
create index comment_of_assessment on comment (org_id, assessment_id);
create trigger stands before update or delete on comment for each row execute function refuse_rewriting('withdrawn_at');
create trigger writer before update on comment for each row execute function refuse_withdrawal_by_others();

-- An answer, or a whole benchmark, that goes back to its writer with a reason, until it is handed in again.
create table rework (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  assessment_id uuid not null,
  edition_id uuid not null,
  benchmark_code text,
  indicator_code text,
  person_id uuid,
  reason text not null check (length(reason) between 1 and 1000),
  handed_in_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, assessment_id, edition_id) references assessment (org_id, id, edition_id),
  foreign key (edition_id, benchmark_code) references benchmark (edition_id, code),
  foreign key (edition_id, indicator_code) references indicator (edition_id, code),
  check (num_nonnulls(benchmark_code, indicator_code) = 1)
);
call protect_owned('rework', '{reason}');
create unique index rework_open on rework (org_id, assessment_id, benchmark_code, indicator_code) nulls not distinct where handed_in_at is null;
create trigger stands before update or delete on rework for each row execute function refuse_rewriting('handed_in_at');
create trigger submitted before insert or update on rework for each row execute function refuse_after_submission();

-- A benchmark or an indicator of an assessment, opened to a partner: to read, or to answer too.
alter table access_grant drop constraint access_grant_kind_check;
alter table access_grant
  add column assessment_id uuid,
  add column edition_id uuid,
  add column benchmark_code text,
  add column indicator_code text,
  add column may_write boolean not null default false,
  add constraint access_grant_kind_check check (kind in ('moderation', 'part')),
  add foreign key (org_id, assessment_id, edition_id) references assessment (org_id, id, edition_id),
  add foreign key (edition_id, benchmark_code) references benchmark (edition_id, code),
  add foreign key (edition_id, indicator_code) references indicator (edition_id, code),
  add check (case kind when 'part' then num_nonnulls(assessment_id, edition_id) = 2 and num_nonnulls(benchmark_code, indicator_code) = 1
    else num_nonnulls(assessment_id, edition_id, benchmark_code, indicator_code) = 0 and not may_write end);

-- The indicators that are open to the scope's organisation, as organisation/assessment/code; and those that it may answer.
create function scope_parts() returns text[] language sql stable parallel safe as
  $$ select string_to_array(nullif(current_setting('app.parts', true), ''), ',') $$;

create function scope_written_parts() returns text[] language sql stable parallel safe as
  $$ select string_to_array(nullif(current_setting('app.written_parts', true), ''), ',') $$;

create function scope_parts_of(p_org uuid, p_day date, p_written boolean) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(string_agg(distinct g.org_id || '/' || g.assessment_id || '/' || i.code, ','), '')
  from access_grant g join indicator i on i.edition_id = g.edition_id and (i.code = g.indicator_code or i.benchmark_code = g.benchmark_code)
  where g.grantee_id = p_org and g.kind = 'part' and g.from_day <= p_day and p_day < g.to_day and (g.may_write or not p_written)
$$;
revoke execute on function scope_parts_of from public;
grant execute on function scope_parts_of to dueregard_app, dueregard_own, dueregard_tree, dueregard_grant;

create or replace function enter_scope(p_scope text, p_org uuid, p_person uuid, p_day date) returns void
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
  set local app.parts = '';
  set local app.written_parts = '';
  if p_scope = 'tree' then
    execute format('set local app.tree = %L', scope_tree_of(p_org, p_day));
  elsif p_scope = 'grant' then
    execute format('set local app.grants = %L', scope_grants_of(p_org, p_day, false));
    execute format('set local app.record_grants = %L', scope_grants_of(p_org, p_day, true));
    execute format('set local app.parts = %L', scope_parts_of(p_org, p_day, false));
    execute format('set local app.written_parts = %L', scope_parts_of(p_org, p_day, true));
  end if;
  execute format('set local role %I', 'dueregard_' || p_scope);
end
$$;

create policy part_read on answer for select to dueregard_grant
  using (org_id || '/' || assessment_id || '/' || indicator_code = any(scope_parts()));
create policy part_add on answer for insert to dueregard_grant
  with check (org_id || '/' || assessment_id || '/' || indicator_code = any(scope_written_parts()));
create policy part_change on answer for update to dueregard_grant
  using (org_id || '/' || assessment_id || '/' || indicator_code = any(scope_written_parts()))
  with check (org_id || '/' || assessment_id || '/' || indicator_code = any(scope_written_parts()));
grant select, insert, update (status, note) on answer to dueregard_grant;

-- A partner cannot see the assessment whose row this trigger locks, so it looks as the owner.
alter function refuse_after_submission() security definer set search_path = public, pg_temp;

-- What was opened to the scope's organisation, with what a partner must know of its surroundings and no more.
create function parts_opened_to_us(p_day date)
returns table (org_id uuid, short_name text, organisation text, year text, assessment_id uuid, edition_id uuid, code text, may_write boolean, to_day date)
language sql stable security definer set search_path = public, pg_temp as $$
  select g.org_id, o.short_name, o.name, a.year, a.id, a.edition_id, i.code,
    bool_or(g.may_write) and not exists (select from submission s where s.org_id = g.org_id and s.assessment_id = a.id), max(g.to_day)
  from access_grant g
    join assessment a on a.org_id = g.org_id and a.id = g.assessment_id
    join organisation o on o.id = g.org_id
    join indicator i on i.edition_id = g.edition_id and (i.code = g.indicator_code or i.benchmark_code = g.benchmark_code)
  where g.grantee_id = scope_organisation() and g.kind = 'part' and g.from_day <= p_day and p_day < g.to_day
  group by g.org_id, o.short_name, o.name, a.year, a.id, a.edition_id, i.code
$$;

-- The titles of the evidence behind an indicator that is open to the scope's organisation. Its files are not.
create function evidence_titles(p_org uuid, p_assessment uuid, p_code text) returns table (title text, dated_on date, marking marking)
language sql stable security definer set search_path = public, pg_temp as $$
  select e.title, e.dated_on, e.marking from evidence_use u join evidence e on e.org_id = u.org_id and e.id = u.evidence_id
  where u.org_id = p_org and u.assessment_id = p_assessment and u.indicator_code = p_code
    and p_org || '/' || p_assessment || '/' || p_code = any(scope_parts())
  order by e.title
$$;
revoke execute on function parts_opened_to_us, evidence_titles from public;
grant execute on function parts_opened_to_us, evidence_titles to dueregard_grant;

-- What somebody has typed into a form and not saved yet: their own alone, no record of the body, and so not in its history.
create table draft (
  org_id uuid not null references organisation,
  person_id uuid not null,
  assessment_id uuid not null,
  code text not null,
  -- The version of the record that the form showed.
  base_version integer not null,
  fields jsonb not null check (length(fields::text) <= 60000),
  retention retention_class not null default 'request',
  saved_at timestamptz not null default now(),
  primary key (org_id, person_id, assessment_id, code),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, assessment_id) references assessment (org_id, id)
);
alter table draft enable row level security;
alter table draft force row level security;
create policy owner_all on draft to dueregard_owner using (true) with check (true);
create policy own on draft to dueregard_own using (org_id = scope_organisation() and person_id = scope_person())
  with check (org_id = scope_organisation() and person_id = scope_person());
grant select, insert, update, delete on draft to dueregard_own;
