-- What the Home Office found: recorded by its adviser, or transcribed by the authority from the letter and checked
-- there by a second person. One moderation for an assessment; outcomes, strengths and recommendations hang on it.
create table moderation (
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
  origin text not null check (origin in ('recorded', 'transcribed')),
  letter_id uuid,
  letter_dated_on date,
  checked_by uuid,
  checked_at timestamptz,
  published_at timestamptz,
  -- Everybody who wrote any part of it; kept by the triggers below. None of them may check it.
  writers uuid[] not null default '{}',
  primary key (org_id, id),
  unique (org_id, assessment_id),
  unique (org_id, id, edition_id),
  foreign key (org_id, assessment_id, edition_id) references assessment (org_id, id, edition_id),
  foreign key (org_id, letter_id) references evidence (org_id, id),
  check ((checked_by is null) = (checked_at is null)),
  check (checked_by is null or not checked_by = any(writers)),
  check (origin = 'transcribed' or checked_at is null),
  check (origin = 'recorded' or published_at is null or (checked_at is not null and letter_id is not null))
);
call protect_owned('moderation');

create table outcome (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  moderation_id uuid not null,
  edition_id uuid not null,
  benchmark_code text not null,
  level_code text,
  not_applicable boolean not null default false,
  not_applicable_reason text check (length(not_applicable_reason) between 1 and 1000),
  lead_body text check (length(lead_body) between 1 and 200),
  reason_not_stated boolean not null default false,
  primary key (org_id, id),
  unique (org_id, moderation_id, benchmark_code),
  foreign key (org_id, moderation_id, edition_id) references moderation (org_id, id, edition_id),
  foreign key (edition_id, benchmark_code) references benchmark (edition_id, code),
  foreign key (edition_id, level_code) references scale_level (edition_id, code),
  check (not_applicable = (level_code is null)),
  check (not not_applicable or reason_not_stated <> (not_applicable_reason is not null and lead_body is not null))
);
call protect_owned('outcome', '{not_applicable_reason}');

create table strength (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  moderation_id uuid not null,
  edition_id uuid not null,
  benchmark_code text,
  position integer not null,
  text text not null check (length(text) between 1 and 5000),
  primary key (org_id, id),
  foreign key (org_id, moderation_id, edition_id) references moderation (org_id, id, edition_id),
  foreign key (edition_id, benchmark_code) references benchmark (edition_id, code)
);
create index strength_of_moderation on strength (org_id, moderation_id, position);
call protect_owned('strength', '{text}');

create table recommendation (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  moderation_id uuid not null,
  edition_id uuid not null,
  benchmark_code text,
  position integer not null,
  text text not null check (length(text) between 1 and 5000),
  primary key (org_id, id),
  foreign key (org_id, moderation_id, edition_id) references moderation (org_id, id, edition_id),
  foreign key (edition_id, benchmark_code) references benchmark (edition_id, code)
);
create index recommendation_of_moderation on recommendation (org_id, moderation_id, position);
call protect_owned('recommendation', '{text}');

-- What was published of a moderation, as it was. Bodies above read this, never the adviser's draft.
create table publication (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  moderation_id uuid not null,
  -- So that bodies above, who do not see the assessment, find it by its year.
  year text not null check (year ~ '^\d{4}-\d{2}$'),
  frozen text not null,
  frozen_sha256 bytea not null check (frozen_sha256 = sha256(convert_to(frozen, 'UTF8'))),
  primary key (org_id, id),
  unique (org_id, moderation_id),
  foreign key (org_id, moderation_id) references moderation (org_id, id)
);
call protect_owned('publication', '{frozen}');
create trigger unchanged before update or delete on publication for each row execute function refuse_change();
create policy tree on publication for select to dueregard_tree using (org_id = any(scope_tree()));
create policy national on publication for select to dueregard_national using (scope_is_national());
grant select on publication to dueregard_tree, dueregard_national;

-- The adviser writes the moderation of a body that has opened it to the adviser's own.
do $$
declare
  name text;
begin
  foreach name in array array['moderation', 'outcome', 'strength', 'recommendation', 'publication'] loop
    execute format('create policy granted on %I to dueregard_grant using (org_id = any(scope_granted(''moderation''))) with check (org_id = any(scope_granted(''moderation'')))', name);
  end loop;
  grant select, insert, update, delete on moderation, outcome, strength, recommendation to dueregard_grant;
  grant select, insert on publication to dueregard_grant;
end
$$;
-- The adviser needs to know that an assessment exists to record its outcome; its answers stay closed.
create policy granted on assessment for select to dueregard_grant using (org_id = any(scope_granted('moderation')));
grant select on assessment to dueregard_grant;

-- Once published, findings stand as they were; before that, each kind has its own hand: the adviser records under the
-- grant scope, the authority transcribes under its own. The parent is locked first, so that nothing is written while
-- somebody publishes.
create function hold_findings() returns trigger language plpgsql as $$
declare
  touched record := case when tg_op = 'DELETE' then old else new end;
  parent record;
begin
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
create trigger findings before insert or update or delete on outcome for each row execute function hold_findings();
create trigger findings before insert or update or delete on strength for each row execute function hold_findings();
create trigger findings before insert or update or delete on recommendation for each row execute function hold_findings();
create trigger findings before insert on publication for each row execute function hold_findings();

-- A change of any part is a change of the whole: it clears the check and makes its writer one of the writers.
create function touch_moderation() returns trigger language plpgsql as $$
declare
  touched record := case when tg_op = 'DELETE' then old else new end;
begin
  update moderation set checked_by = null, checked_at = null where org_id = touched.org_id and id = touched.moderation_id;
  return null;
end
$$;
create trigger touch after insert or update or delete on outcome for each row execute function touch_moderation();
create trigger touch after insert or update or delete on strength for each row execute function touch_moderation();
create trigger touch after insert or update or delete on recommendation for each row execute function touch_moderation();

create function hold_moderation() returns trigger language plpgsql as $$
declare
  touched record := case when tg_op = 'DELETE' then old else new end;
  same_letter boolean;
begin
  if tg_op <> 'INSERT' and old.published_at is not null then
    raise exception 'the findings have been published and are never changed' using errcode = 'DR002';
  end if;
  if (touched.origin = 'recorded' and current_user = 'dueregard_own') or (touched.origin = 'transcribed' and current_user = 'dueregard_grant') then
    raise exception 'findings are written by the hand that began them' using errcode = 'DR003';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if tg_op = 'INSERT' then
    new.writers := array_remove(array[scope_person()], null);
    return new;
  end if;
  if new.origin <> old.origin or new.assessment_id <> old.assessment_id then
    raise exception 'findings keep their origin and their assessment' using errcode = 'integrity_constraint_violation';
  end if;
  new.writers := old.writers;
  same_letter := new.letter_id is not distinct from old.letter_id and new.letter_dated_on is not distinct from old.letter_dated_on;
  if same_letter and new.checked_at is not null and old.checked_at is null then
    new.checked_by := scope_person();
  elsif not same_letter or new.published_at is null then
    new.checked_by := null;
    new.checked_at := null;
    new.writers := old.writers || array_remove(array[scope_person()], null);
    new.writers := array(select distinct writer from unnest(new.writers) writer order by writer);
  end if;
  if new.published_at is not null then
    if exists (select from benchmark b where b.edition_id = new.edition_id and not exists (
        select from outcome o where o.org_id = new.org_id and o.moderation_id = new.id and o.benchmark_code = b.code)) then
      raise exception 'findings are published with an outcome for every benchmark' using errcode = 'check_violation';
    end if;
    if not exists (select from publication p where p.org_id = new.org_id and p.moderation_id = new.id) then
      raise exception 'findings are published as they were frozen' using errcode = 'check_violation';
    end if;
  end if;
  return new;
end
$$;
create trigger findings before insert or update or delete on moderation for each row execute function hold_moderation();
