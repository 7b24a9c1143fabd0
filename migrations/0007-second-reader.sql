-- The second reader: challenged ratings and their answers, sign-off by somebody who wrote nothing, submissions that follow
-- each other, amendments, and re-opening by two people. Every rule that a person could break is held here.

-- Who wrote anything of a benchmark: kept by the trigger below and by nothing else, whatever scope the writer came by.
create table assessment_writer (
  org_id uuid not null references organisation,
  assessment_id uuid not null,
  benchmark_code text not null,
  person_id uuid not null,
  retention retention_class not null default 'assurance',
  primary key (org_id, assessment_id, benchmark_code, person_id),
  foreign key (org_id, assessment_id) references assessment (org_id, id)
);
alter table assessment_writer enable row level security;
alter table assessment_writer force row level security;
create policy owner_all on assessment_writer to dueregard_owner using (true) with check (true);
create policy own on assessment_writer for select to dueregard_own using (org_id = scope_organisation());
grant select on assessment_writer to dueregard_own;

create function note_writer() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  touched jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
begin
  if scope_person() is null then return null; end if;
  insert into assessment_writer (org_id, assessment_id, benchmark_code, person_id)
    values ((touched ->> 'org_id')::uuid, (touched ->> 'assessment_id')::uuid,
      coalesce(touched ->> 'benchmark_code', (select i.benchmark_code from indicator i where i.edition_id = (touched ->> 'edition_id')::uuid and i.code = touched ->> 'indicator_code')),
      scope_person())
    on conflict do nothing;
  return null;
end
$$;
create trigger writer after insert or update or delete on answer for each row execute function note_writer();
create trigger writer after insert or update or delete on rating for each row execute function note_writer();
create trigger writer after insert or update or delete on evidence_use for each row execute function note_writer();

-- The second reader's view of a rated benchmark, with the self-rating that it was set beside. A level of null is "not
-- applicable". It stands as it was written; the lead's answer is a record of its own.
create table challenge (
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
  self_level_code text,
  reason text not null check (length(reason) between 1 and 5000),
  primary key (org_id, id),
  unique (org_id, id, assessment_id),
  foreign key (org_id, assessment_id, edition_id) references assessment (org_id, id, edition_id),
  foreign key (edition_id, benchmark_code) references benchmark (edition_id, code),
  foreign key (edition_id, level_code) references scale_level (edition_id, code),
  foreign key (edition_id, self_level_code) references scale_level (edition_id, code)
);
create index challenge_of_assessment on challenge (org_id, assessment_id);
call protect_owned('challenge', '{reason}');
create trigger unchanged before update or delete on challenge for each row execute function refuse_change();

create table challenge_reply (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  challenge_id uuid not null,
  assessment_id uuid not null,
  kept boolean not null,
  reason text not null check (length(reason) between 1 and 5000),
  primary key (org_id, id),
  unique (org_id, challenge_id),
  foreign key (org_id, challenge_id, assessment_id) references challenge (org_id, id, assessment_id)
);
call protect_owned('challenge_reply', '{reason}');
create trigger unchanged before update or delete on challenge_reply for each row execute function refuse_change();

-- The signature of one person under the state of the whole assessment. A change of anything gives another state, so the
-- signature no longer fits and nothing can be submitted on it.
create table sign_off (
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
  state_sha256 bytea not null check (length(state_sha256) = 32),
  primary key (org_id, id),
  unique (org_id, id, assessment_id),
  foreign key (org_id, assessment_id) references assessment (org_id, id)
);
create index sign_off_of_assessment on sign_off (org_id, assessment_id);
call protect_owned('sign_off');
create trigger unchanged before update or delete on sign_off for each row execute function refuse_change();

-- A re-opened assessment is submitted again: each submission has its number and rests on a signature of its own.
alter table submission
  drop constraint submission_org_id_assessment_id_key,
  add column number integer not null check (number > 0),
  add column sign_off_id uuid not null,
  add unique (org_id, assessment_id, number),
  add unique (org_id, sign_off_id),
  add unique (org_id, id, assessment_id),
  add foreign key (org_id, sign_off_id, assessment_id) references sign_off (org_id, id, assessment_id);

-- One person asks with a reason, another confirms. Until it is confirmed it may be withdrawn.
create table reopening (
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
  submission_id uuid not null,
  reason text not null check (length(reason) between 1 and 2000),
  confirmed_by uuid,
  confirmed_at timestamptz,
  primary key (org_id, id),
  unique (org_id, submission_id),
  foreign key (org_id, submission_id, assessment_id) references submission (org_id, id, assessment_id),
  check (created_by is not null),
  check ((confirmed_by is null) = (confirmed_at is null)),
  check (confirmed_by <> created_by)
);
call protect_owned('reopening', '{reason}');

-- What is put right beside a submission, which itself stands: written by one person, confirmed by another, then read by
-- all who read the submission.
create table amendment (
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
  submission_id uuid not null,
  -- So that bodies above, who do not see the assessment, find it by its year.
  year text not null check (year ~ '^\d{4}-\d{2}$'),
  edition_id uuid not null,
  benchmark_code text,
  frozen text not null check (length(frozen) <= 20000),
  frozen_sha256 bytea not null check (frozen_sha256 = sha256(convert_to(frozen, 'UTF8'))),
  confirmed_by uuid,
  confirmed_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, submission_id, assessment_id) references submission (org_id, id, assessment_id),
  foreign key (org_id, assessment_id, year) references assessment (org_id, id, year),
  foreign key (org_id, assessment_id, edition_id) references assessment (org_id, id, edition_id),
  foreign key (edition_id, benchmark_code) references benchmark (edition_id, code),
  check (created_by is not null),
  check ((confirmed_by is null) = (confirmed_at is null)),
  check (confirmed_by <> created_by)
);
create index amendment_of_submission on amendment (org_id, submission_id);
call protect_owned('amendment', '{frozen}');
create policy tree on amendment for select to dueregard_tree using (org_id = any(scope_tree()) and confirmed_at is not null);
create policy granted on amendment for select to dueregard_grant using (org_id = any(scope_granted('moderation')) and confirmed_at is not null);
create policy national on amendment for select to dueregard_national using (scope_is_national() and confirmed_at is not null);
grant select on amendment to dueregard_tree, dueregard_grant, dueregard_national;

-- The submission that an assessment stands by; null before the first, and while it is re-opened.
create function standing_submission(p_org uuid, p_assessment uuid) returns uuid language sql stable as $$
  select s.id from submission s where s.org_id = p_org and s.assessment_id = p_assessment
    and not exists (select from reopening r where r.org_id = p_org and r.submission_id = s.id and r.confirmed_at is not null)
$$;

create function is_open_challenge(c challenge) returns boolean language sql stable as $$
  select c.level_code is distinct from c.self_level_code
    and not exists (select from challenge_reply r where r.org_id = c.org_id and r.challenge_id = c.id)
$$;

-- All that a signature is put under: answers, ratings, what stands behind them, challenges and their answers.
create function assessment_state(p_org uuid, p_assessment uuid) returns bytea language sql stable as $$
  select sha256(convert_to(jsonb_build_array(
    (select jsonb_agg(jsonb_build_array(w.indicator_code, w.id, w.version, w.status, w.note) order by w.indicator_code)
      from answer w where w.org_id = p_org and w.assessment_id = p_assessment),
    (select jsonb_agg(jsonb_build_array(r.benchmark_code, r.id, r.version, r.level_code, r.narrative, r.not_applicable_reason, r.lead_body) order by r.benchmark_code)
      from rating r where r.org_id = p_org and r.assessment_id = p_assessment),
    (select jsonb_agg(jsonb_build_array(u.id, u.indicator_code, e.id, e.kind, e.title, e.url, encode(e.sha256, 'hex'), e.owner_role, e.dated_on, e.expires_on, e.marking) order by u.id)
      from evidence_use u join evidence e on e.org_id = u.org_id and e.id = u.evidence_id where u.org_id = p_org and e.org_id = p_org and u.assessment_id = p_assessment),
    (select jsonb_agg(jsonb_build_array(c.id, c.benchmark_code, c.level_code, c.reason) order by c.id)
      from challenge c where c.org_id = p_org and c.assessment_id = p_assessment),
    (select jsonb_agg(jsonb_build_array(y.id, y.challenge_id, y.kept, y.reason) order by y.id)
      from challenge_reply y where y.org_id = p_org and y.assessment_id = p_assessment))::text, 'UTF8'))
$$;

-- Locks the assessment against every other writer, then finds the submission that it stands by.
create function hold_assessment(p_org uuid, p_assessment uuid) returns uuid language plpgsql as $$
begin
  perform from assessment a where a.org_id = p_org and a.id = p_assessment for update;
  return standing_submission(p_org, p_assessment);
end
$$;

-- As the owner, so that it holds for every scope that may write an answer.
create or replace function refuse_after_submission() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  touched record := case when tg_op = 'DELETE' then old else new end;
begin
  perform from assessment a where a.org_id = touched.org_id and a.id = touched.assessment_id for share;
  if tg_op = 'UPDATE' and new.assessment_id <> old.assessment_id then
    raise exception 'a record keeps its assessment' using errcode = 'integrity_constraint_violation';
  end if;
  if standing_submission(touched.org_id, touched.assessment_id) is not null then
    raise exception 'the assessment has been submitted and is never changed' using errcode = 'DR001';
  end if;
  return touched;
end
$$;

create function hold_challenge() returns trigger language plpgsql as $$
begin
  if hold_assessment(new.org_id, new.assessment_id) is not null then
    raise exception 'the assessment has been submitted and is never changed' using errcode = 'DR001';
  end if;
  if scope_person() is null or exists (select from assessment_writer w where w.org_id = new.org_id and w.assessment_id = new.assessment_id
      and w.benchmark_code = new.benchmark_code and w.person_id = scope_person()) then
    raise exception 'who wrote of a benchmark does not challenge it' using errcode = 'DR004';
  end if;
  if exists (select from challenge c where c.org_id = new.org_id and c.assessment_id = new.assessment_id and c.benchmark_code = new.benchmark_code and is_open_challenge(c)) then
    raise exception 'the last challenge of the benchmark waits for its answer' using errcode = 'DR005';
  end if;
  select r.level_code into strict new.self_level_code from rating r
    where r.org_id = new.org_id and r.assessment_id = new.assessment_id and r.benchmark_code = new.benchmark_code;
  return new;
end
$$;
create trigger held before insert on challenge for each row execute function hold_challenge();

-- A rating is kept or changed: the answer must say what was done.
create function hold_reply() returns trigger language plpgsql as $$
declare
  asked challenge;
  level text;
begin
  if hold_assessment(new.org_id, new.assessment_id) is not null then
    raise exception 'the assessment has been submitted and is never changed' using errcode = 'DR001';
  end if;
  select * into strict asked from challenge c where c.org_id = new.org_id and c.id = new.challenge_id;
  if scope_person() is null or asked.created_by = scope_person() then
    raise exception 'nobody answers a challenge of their own' using errcode = 'DR004';
  end if;
  select r.level_code into strict level from rating r
    where r.org_id = asked.org_id and r.assessment_id = asked.assessment_id and r.benchmark_code = asked.benchmark_code;
  if new.kept <> (level is not distinct from asked.self_level_code) then
    raise exception 'the answer says whether the self-rating was changed' using errcode = 'DR005';
  end if;
  return new;
end
$$;
create trigger held before insert on challenge_reply for each row execute function hold_reply();

create function hold_sign_off() returns trigger language plpgsql as $$
begin
  if hold_assessment(new.org_id, new.assessment_id) is not null then
    raise exception 'the assessment has been submitted and is never changed' using errcode = 'DR001';
  end if;
  if scope_person() is null or exists (select from assessment_writer w where w.org_id = new.org_id and w.assessment_id = new.assessment_id and w.person_id = scope_person()) then
    raise exception 'nobody signs off what they wrote' using errcode = 'DR004';
  end if;
  if exists (select from challenge c where c.org_id = new.org_id and c.assessment_id = new.assessment_id and is_open_challenge(c)) then
    raise exception 'a challenge waits for its answer' using errcode = 'DR005';
  end if;
  new.state_sha256 := assessment_state(new.org_id, new.assessment_id);
  return new;
end
$$;
create trigger held before insert on sign_off for each row execute function hold_sign_off();

-- The signature that fits the assessment as it stands: not used by an earlier submission, and its signer still no writer.
create function standing_sign_off(p_org uuid, p_assessment uuid) returns uuid language sql stable as $$
  select o.id from sign_off o where o.org_id = p_org and o.assessment_id = p_assessment and o.state_sha256 = assessment_state(p_org, p_assessment)
    and not exists (select from submission s where s.org_id = p_org and s.sign_off_id = o.id)
    and not exists (select from assessment_writer w where w.org_id = p_org and w.assessment_id = p_assessment and w.person_id = o.created_by)
    order by o.created_at desc, o.id desc limit 1
$$;

create function hold_submission() returns trigger language plpgsql as $$
begin
  if hold_assessment(new.org_id, new.assessment_id) is not null then
    raise exception 'the assessment has been submitted and is never changed' using errcode = 'DR001';
  end if;
  new.sign_off_id := standing_sign_off(new.org_id, new.assessment_id);
  if new.sign_off_id is null then
    raise exception 'an assessment is submitted once somebody who wrote none of it has signed it off' using errcode = 'DR004';
  end if;
  new.number := 1 + (select count(*) from submission s where s.org_id = new.org_id and s.assessment_id = new.assessment_id);
  return new;
end
$$;
create trigger held before insert on submission for each row execute function hold_submission();

create function hold_reopening() returns trigger language plpgsql as $$
declare
  touched reopening := case when tg_op = 'DELETE' then old else new end;
  standing uuid := hold_assessment(touched.org_id, touched.assessment_id);
begin
  if tg_op <> 'INSERT' and old.confirmed_at is not null then
    raise exception 'a confirmed re-opening is never changed' using errcode = 'DR001';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if standing is distinct from new.submission_id then
    raise exception 'only the submission that stands is re-opened' using errcode = 'DR001';
  end if;
  if exists (select from moderation m where m.org_id = new.org_id and m.assessment_id = new.assessment_id and m.published_at is not null) then
    raise exception 'the findings have been published and are never changed' using errcode = 'DR002';
  end if;
  if tg_op = 'INSERT' then
    new.confirmed_by := null;
    new.confirmed_at := null;
    return new;
  end if;
  if scope_person() is null or scope_person() = old.created_by then
    raise exception 'a re-opening is confirmed by a second person' using errcode = 'DR004';
  end if;
  if (new.submission_id, new.assessment_id, new.reason) is distinct from (old.submission_id, old.assessment_id, old.reason) then
    raise exception 'a re-opening is confirmed as it was asked for' using errcode = 'integrity_constraint_violation';
  end if;
  new.confirmed_by := scope_person();
  new.confirmed_at := now();
  return new;
end
$$;
create trigger held before insert or update or delete on reopening for each row execute function hold_reopening();

create function hold_amendment() returns trigger language plpgsql as $$
declare
  touched amendment := case when tg_op = 'DELETE' then old else new end;
  standing uuid := hold_assessment(touched.org_id, touched.assessment_id);
begin
  if tg_op <> 'INSERT' and old.confirmed_at is not null then
    raise exception 'a confirmed amendment is never changed' using errcode = 'DR001';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if standing is distinct from new.submission_id then
    raise exception 'only the submission that stands is amended' using errcode = 'DR001';
  end if;
  if tg_op = 'INSERT' then
    new.confirmed_by := null;
    new.confirmed_at := null;
    return new;
  end if;
  if scope_person() is null or scope_person() = old.created_by then
    raise exception 'an amendment is confirmed by a second person' using errcode = 'DR004';
  end if;
  if (new.submission_id, new.assessment_id, new.year, new.benchmark_code, new.marking, new.frozen) is distinct from
     (old.submission_id, old.assessment_id, old.year, old.benchmark_code, old.marking, old.frozen) then
    raise exception 'an amendment is confirmed as it was written' using errcode = 'integrity_constraint_violation';
  end if;
  new.confirmed_by := scope_person();
  new.confirmed_at := now();
  return new;
end
$$;
create trigger held before insert or update or delete on amendment for each row execute function hold_amendment();

-- Findings are published on a submission that stands. As the owner, since the adviser sees no re-opening.
create function hold_publication() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  assessed uuid;
begin
  select m.assessment_id into assessed from moderation m where m.org_id = new.org_id and m.id = new.moderation_id;
  perform from assessment a where a.org_id = new.org_id and a.id = assessed for share;
  if standing_submission(new.org_id, assessed) is null and exists (select from submission s where s.org_id = new.org_id and s.assessment_id = assessed) then
    raise exception 'the assessment has been re-opened and not submitted again' using errcode = 'DR006';
  end if;
  return new;
end
$$;
create trigger standing before insert on publication for each row execute function hold_publication();
