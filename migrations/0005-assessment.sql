-- The year's assessment of one body against one edition, its evidence, and what was submitted.
create table assessment (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  edition_id uuid not null references edition,
  year text not null check (year ~ '^\d{4}-\d{2}$'),
  opened_on date,
  primary key (org_id, id),
  unique (org_id, year, edition_id),
  unique (org_id, id, edition_id),
  unique (org_id, id, year)
);
call protect_owned('assessment');

create table answer (
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
  indicator_code text not null,
  status text not null check (status in ('yes', 'partly', 'no', 'not_applicable')),
  note text not null default '' check (length(note) <= 5000),
  primary key (org_id, id),
  unique (org_id, assessment_id, indicator_code),
  foreign key (org_id, assessment_id, edition_id) references assessment (org_id, id, edition_id),
  foreign key (edition_id, indicator_code) references indicator (edition_id, code)
);
call protect_owned('answer', '{note}');

-- The body's own view of a benchmark: a level of the edition's scale, or not applicable with its reason and lead body.
-- "Not stated in the source" is a reason only for a record that was transcribed.
create table rating (
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
  benchmark_code text not null,
  level_code text,
  narrative text not null default '' check (length(narrative) <= 10000),
  not_applicable boolean not null default false,
  not_applicable_reason text check (length(not_applicable_reason) between 1 and 1000),
  lead_body text check (length(lead_body) between 1 and 200),
  primary key (org_id, id),
  unique (org_id, assessment_id, benchmark_code),
  foreign key (org_id, assessment_id, edition_id) references assessment (org_id, id, edition_id),
  foreign key (edition_id, benchmark_code) references benchmark (edition_id, code),
  foreign key (edition_id, level_code) references scale_level (edition_id, code),
  check (not_applicable = (level_code is null)),
  check (not not_applicable or (not_applicable_reason is not null and lead_body is not null))
);
call protect_owned('rating', '{narrative,not_applicable_reason}');

-- Evidence: a file by its hash, or a link. released_at is set when a submission carries it: only then may a granted body read it.
create table evidence (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'evidence',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  kind text not null check (kind in ('file', 'link')),
  title text not null check (length(title) between 1 and 200),
  url text check (url ~ '^https?://' and length(url) <= 2000),
  sha256 bytea check (length(sha256) = 32),
  bytes bigint check (bytes >= 0),
  media_type text,
  file_name text check (length(file_name) between 1 and 255),
  scanned text not null default 'not_scanned' check (scanned in ('not_scanned', 'clean', 'infected')),
  owner_role text not null check (length(owner_role) between 1 and 120),
  dated_on date not null,
  expires_on date,
  released_at timestamptz,
  primary key (org_id, id),
  check (expires_on is null or expires_on >= dated_on),
  check ((kind = 'link') = (url is not null)),
  check ((kind = 'file') = (sha256 is not null and bytes is not null and media_type is not null and file_name is not null))
);
call protect_owned('evidence', '{title,url,file_name}');
create policy granted on evidence for select to dueregard_grant
  using (org_id = any(scope_granted('moderation')) and released_at is not null);
grant select on evidence to dueregard_grant;

create table evidence_use (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  evidence_id uuid not null,
  assessment_id uuid not null,
  edition_id uuid not null,
  indicator_code text not null,
  primary key (org_id, id),
  unique (org_id, assessment_id, indicator_code, evidence_id),
  foreign key (org_id, evidence_id) references evidence (org_id, id),
  foreign key (org_id, assessment_id, edition_id) references assessment (org_id, id, edition_id),
  foreign key (edition_id, indicator_code) references indicator (edition_id, code)
);
create index evidence_use_of_evidence on evidence_use (org_id, evidence_id);
call protect_owned('evidence_use');

-- What was submitted, as it was: canonical JSON and its hash. Bodies above and granted bodies read this, never the drafts.
create table submission (
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
  -- Bodies above cannot see the assessment, so the submission says its year itself.
  year text not null,
  frozen text not null,
  frozen_sha256 bytea not null check (frozen_sha256 = sha256(convert_to(frozen, 'UTF8'))),
  primary key (org_id, id),
  unique (org_id, assessment_id),
  foreign key (org_id, assessment_id, year) references assessment (org_id, id, year)
);
call protect_owned('submission', '{frozen}');
create trigger unchanged before update or delete on submission for each row execute function refuse_change();
create policy tree on submission for select to dueregard_tree using (org_id = any(scope_tree()));
create policy granted on submission for select to dueregard_grant
  using (org_id = any(scope_granted('moderation')) or id = any(scope_granted_records('moderation')));
create policy national on submission for select to dueregard_national using (scope_is_national());
grant select on submission to dueregard_tree, dueregard_grant, dueregard_national;

create index submission_of_year on submission (org_id, year);

-- Once submitted, an assessment's answers, ratings and evidence stand as they were. The share lock makes a save wait for
-- a submission that is under way: it holds the assessment's row from before it read what it freezes.
create function refuse_after_submission() returns trigger language plpgsql as $$
declare
  touched record := case when tg_op = 'DELETE' then old else new end;
begin
  perform from assessment a where a.org_id = touched.org_id and a.id = touched.assessment_id for share;
  if exists (select from submission s where s.org_id = touched.org_id and s.assessment_id = touched.assessment_id) then
    raise exception 'the assessment has been submitted and is never changed' using errcode = 'DR001';
  end if;
  return touched;
end
$$;
create trigger submitted before insert or update or delete on answer for each row execute function refuse_after_submission();
create trigger submitted before insert or update or delete on rating for each row execute function refuse_after_submission();
create trigger submitted before insert or update or delete on evidence_use for each row execute function refuse_after_submission();
