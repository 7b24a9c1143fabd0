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
