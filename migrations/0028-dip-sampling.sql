-- Dip samples of the referral process: the pathway as a document of record, a programme, and exercises whose frame is frozen
-- before two bodies throw the dice that draw from it. Two reviewers answer blind of each other. No table here has room for a
-- case: positions of a list that stays elsewhere, coded answers that go when the exercise closes, and tallies
-- (docs/sampling.md, docs/decisions/0035-dip-samples.md).

-- How a referral goes, as agreed: a change is a new edition, and the old ones stay readable.
create table referral_pathway (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  number integer not null check (number >= 1),
  in_force_on date not null,
  form_edition text not null check (length(form_edition) between 1 and 200),
  -- [{"step": …, "who": …, "target_days": … or null}]
  steps jsonb not null check (jsonb_typeof(steps) = 'array' and jsonb_array_length(steps) between 1 and 12),
  safeguarding text not null check (length(safeguarding) between 1 and 2000),
  complaints text not null check (length(complaints) between 1 and 2000),
  change_note text not null check (length(change_note) between 1 and 1000),
  primary key (org_id, id),
  unique (org_id, number)
);
call protect_owned('referral_pathway', '{form_edition,steps,safeguarding,complaints,change_note}');
create trigger unchanged before update on referral_pathway for each row execute function refuse_change();
revoke update, delete on referral_pathway from dueregard_own;

-- One programme of an area: how often it samples, and what for.
create table sample_programme (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  every_months integer not null check (every_months between 1 and 24),
  purpose text not null check (length(purpose) between 1 and 2000),
  primary key (org_id, id),
  unique (org_id)
);
call protect_owned('sample_programme', '{purpose}');
revoke delete on sample_programme from dueregard_own;

create table sample_exercise (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL-SENSITIVE',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  programme_id uuid not null,
  -- The body whose Channel panel's referrals are sampled.
  panel_id uuid not null references organisation,
  from_day date not null,
  to_day date not null,
  population integer not null check (population between 1 and 100000),
  sample_size integer not null check (sample_size between 1 and 500),
  list_used text not null check (length(list_used) between 1 and 300),
  list_order text not null check (length(list_order) between 1 and 300),
  custodian_role text not null check (length(custodian_role) between 1 and 120),
  exclusions text not null default '' check (length(exclusions) <= 1000),
  police_count integer not null check (police_count between 0 and 100000),
  bank text not null check (bank ~ '^\d{4}-\d+$'),
  question_codes text[] not null check (cardinality(question_codes) between 1 and 20),
  -- An earlier exercise of the same panel and time that this one repeats, and why. It may go before this one does.
  repeats_id uuid,
  repeat_reason text check (length(repeat_reason) between 1 and 1000),
  state text not null default 'planned' check (state in ('planned', 'frozen', 'drawn', 'closed', 'lapsed')),
  -- The frozen frame as canonical JSON, and its hash.
  frame text,
  frame_sha256 bytea check (frame_sha256 = sha256(convert_to(frame, 'UTF8'))),
  frozen_at timestamptz,
  frozen_by uuid,
  drawn_on date,
  -- How often the one said this and the other that: 16 counts, by the chair's answer and then the police reviewer's.
  pairs integer[] check (cardinality(pairs) = 16),
  answers_erased_on date,
  themes text check (length(themes) between 1 and 5000),
  learning text check (length(learning) between 1 and 5000),
  ended_on date,
  lapse_reason text check (length(lapse_reason) between 1 and 1000),
  primary key (org_id, id),
  foreign key (org_id, programme_id) references sample_programme (org_id, id),
  check (to_day >= from_day),
  check (sample_size <= population),
  check ((repeats_id is null) = (repeat_reason is null)),
  check ((frame is null) = (frame_sha256 is null) and (frame is null) = (state = 'planned') and (frame is null) = (frozen_at is null)),
  check ((state = 'closed') = (learning is not null) and (state = 'closed') = (themes is not null) and (state = 'lapsed') = (lapse_reason is not null)),
  check ((state in ('closed', 'lapsed')) = (ended_on is not null) and (state <> 'closed' or (drawn_on is not null and answers_erased_on is not null)))
);
call protect_owned('sample_exercise', '{list_used,list_order,custodian_role,exclusions,repeat_reason,frame,themes,learning,lapse_reason}');

-- Who reviews: one for the Channel chairs, one for Counter Terrorism Policing, each of a body that is not the panel's.
create table sample_seat (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  exercise_id uuid not null,
  seat text not null check (seat in ('chair', 'police')),
  body_id uuid not null references organisation,
  role text not null check (length(role) between 1 and 120),
  person_id uuid,
  finished_at timestamptz,
  settled_at timestamptz,
  primary key (org_id, id),
  unique (org_id, exercise_id, seat),
  unique (org_id, exercise_id, body_id),
  unique (org_id, exercise_id, person_id),
  foreign key (org_id, exercise_id) references sample_exercise (org_id, id),
  check (finished_at is null or person_id is not null),
  check (settled_at is null or finished_at is not null)
);
call protect_owned('sample_seat', '{role}');

-- What a body threw, which the other must not see before both are in: its thrower's alone, and so no record of the body.
create table sample_throw (
  org_id uuid not null references organisation,
  exercise_id uuid not null,
  seat text not null check (seat in ('chair', 'police')),
  thrown_by uuid not null,
  throws text not null check (throws ~ '^[1-6]{20}$'),
  retention retention_class not null default 'assurance',
  primary key (org_id, exercise_id, seat),
  foreign key (org_id, exercise_id) references sample_exercise (org_id, id)
);

-- The draw: what anybody needs to draw again.
create table sample_draw (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL-SENSITIVE',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  exercise_id uuid not null,
  method text not null,
  chair_throws text not null,
  police_throws text not null,
  seed bytea not null check (length(seed) = 32),
  positions integer[] not null,
  drawn_on date not null,
  primary key (org_id, id),
  unique (org_id, exercise_id),
  foreign key (org_id, exercise_id) references sample_exercise (org_id, id)
);
call protect_owned('sample_draw');
create trigger unchanged before update or delete on sample_draw for each row execute function refuse_change();
revoke update, delete on sample_draw from dueregard_own;

-- One coded answer of one reviewer to one question about one position; what both settled on, where they differed. Only for as
-- long as the exercise is under way: no record of the body, and not in its history. No statistics are kept of it either, since
-- those would hold what was erased.
create table sample_answer (
  org_id uuid not null references organisation,
  exercise_id uuid not null,
  position integer not null,
  seat text not null check (seat in ('chair', 'police', 'agreed')),
  question text not null,
  code text not null check (code in ('yes', 'partly', 'no', 'na')),
  reviewer_id uuid not null,
  -- Both have finished, and each sees what the other said.
  opened boolean not null default false,
  retention retention_class not null default 'request',
  primary key (org_id, exercise_id, position, seat, question),
  foreign key (org_id, exercise_id) references sample_exercise (org_id, id)
);
do $$
declare
  field text;
begin
  for field in select attname from pg_attribute where attrelid = 'sample_answer'::regclass and attnum > 0 loop
    execute format('alter table sample_answer alter column %I set statistics 0', field);
  end loop;
end
$$;

create table sample_tally (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL-SENSITIVE',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  exercise_id uuid not null,
  question text not null,
  yes integer not null,
  partly integer not null,
  no integer not null,
  na integer not null,
  -- Where the two differed and had not settled it when the answers went.
  unsettled integer not null,
  primary key (org_id, id),
  unique (org_id, exercise_id, question),
  foreign key (org_id, exercise_id) references sample_exercise (org_id, id)
);
call protect_owned('sample_tally');
revoke insert, update, delete on sample_tally from dueregard_own;

-- Whether what an earlier sample led to has worked, as the next one finds.
create table sample_check (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  exercise_id uuid not null,
  action_id uuid not null,
  worked text not null check (worked in ('yes', 'partly', 'no', 'too_early')),
  primary key (org_id, id),
  unique (org_id, exercise_id, action_id),
  foreign key (org_id, exercise_id) references sample_exercise (org_id, id),
  foreign key (org_id, action_id) references action (org_id, id)
);
call protect_owned('sample_check');
revoke update, delete on sample_check from dueregard_own;

-- A reviewer's body sees the exercises that are open to it, and works on its own seat.
alter table access_grant drop constraint access_grant_kind_check, drop constraint access_grant_action_check;
alter table access_grant
  add constraint access_grant_kind_check check (kind in ('moderation', 'part', 'action', 'sample')),
  add constraint access_grant_record_check check (kind not in ('action', 'sample') or record_id is not null);
create policy reviewer on sample_exercise for select to dueregard_grant using (id = any(scope_granted_records('sample')));
create policy reviewer on sample_seat for select to dueregard_grant using (exercise_id = any(scope_granted_records('sample')));
create policy reviewer_takes on sample_seat for update to dueregard_grant using (exercise_id = any(scope_granted_records('sample')) and body_id = scope_organisation());
create policy reviewer on sample_draw for select to dueregard_grant using (exercise_id = any(scope_granted_records('sample')));
create policy reviewer_draws on sample_draw for insert to dueregard_grant with check (exercise_id = any(scope_granted_records('sample')));
create policy reviewer on sample_tally for select to dueregard_grant using (exercise_id = any(scope_granted_records('sample')));
grant select on sample_exercise, sample_seat, sample_draw, sample_tally to dueregard_grant;
grant update on sample_seat to dueregard_grant;
grant insert on sample_draw to dueregard_grant;

do $$
declare
  one text;
begin
  foreach one in array array['sample_throw', 'sample_answer'] loop
    execute format('alter table %I enable row level security', one);
    execute format('alter table %I force row level security', one);
    execute format('create policy owner_all on %I to dueregard_owner using (true) with check (true)', one);
    execute format('grant select, insert on %I to dueregard_own, dueregard_grant', one);
  end loop;
end
$$;
create policy own on sample_throw to dueregard_own using (org_id = scope_organisation() and thrown_by = scope_person())
  with check (org_id = scope_organisation() and thrown_by = scope_person());
create policy reviewer on sample_throw to dueregard_grant using (exercise_id = any(scope_granted_records('sample')) and thrown_by = scope_person())
  with check (exercise_id = any(scope_granted_records('sample')) and thrown_by = scope_person());
-- Neither sees the other's answers before both have finished; nobody else sees any before that.
create policy own on sample_answer to dueregard_own using (org_id = scope_organisation() and (opened or reviewer_id = scope_person()))
  with check (org_id = scope_organisation() and reviewer_id = scope_person());
create policy reviewer on sample_answer to dueregard_grant using (exercise_id = any(scope_granted_records('sample')) and (opened or reviewer_id = scope_person()))
  with check (exercise_id = any(scope_granted_records('sample')) and reviewer_id = scope_person());

-- The life of an exercise: planned, frozen, drawn, closed; or lapsed, where it leads to nothing.
create function hold_exercise() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  step text := case when tg_op = 'INSERT' then 'begun' else old.state || ' to ' || new.state end;
  lived constant text[] := array['version', 'changed_at', 'changed_by', 'state', 'drawn_on', 'pairs', 'answers_erased_on', 'themes', 'learning', 'ended_on', 'lapse_reason'];
begin
  if step = 'begun' and new.state = 'planned' and num_nonnulls(new.drawn_on, new.pairs, new.answers_erased_on) = 0 then return new; end if;
  if step = 'planned to planned' then return new; end if;
  if step = 'planned to frozen' then
    -- One at a time, so that two exercises of one panel and time do not pass each other.
    perform from sample_programme p where p.org_id = new.org_id and p.id = new.programme_id for update;
    if 2 <> (select count(*) from sample_seat s where s.org_id = new.org_id and s.exercise_id = new.id and s.body_id <> new.panel_id) then
      raise exception 'an exercise needs two reviewers, of bodies other than the panel''s' using errcode = 'DR015';
    end if;
    if exists (select from sample_exercise e where e.org_id = new.org_id and e.id <> new.id and e.panel_id = new.panel_id and e.frame is not null
        and e.from_day <= new.to_day and new.from_day <= e.to_day and new.repeats_id is null) then
      raise exception 'an earlier exercise had this panel and time: a repeat names it and says why' using errcode = 'DR016';
    end if;
    new.frozen_at := now();
    new.frozen_by := scope_person();
    return new;
  end if;
  if to_jsonb(old) - lived <> to_jsonb(new) - lived then
    raise exception 'a frozen frame stays as it is' using errcode = 'DR014';
  end if;
  if step = 'frozen to drawn' and exists (select from sample_draw d where d.org_id = new.org_id and d.exercise_id = new.id) then
    new.drawn_on := (select d.drawn_on from sample_draw d where d.org_id = new.org_id and d.exercise_id = new.id);
  elsif step = 'drawn to closed' then
    if old.answers_erased_on is null then
      if 2 <> (select count(*) from sample_seat s where s.org_id = new.org_id and s.exercise_id = new.id and s.settled_at is not null) then
        raise exception 'both reviewers first say what they settled on' using errcode = 'DR015';
      end if;
      new.pairs := erase_sample_answers(new.org_id, new.id, 'the exercise was closed');
      new.answers_erased_on := new.ended_on;
    end if;
  elsif step in ('frozen to lapsed', 'drawn to lapsed') then
    if step = 'drawn to lapsed' and old.answers_erased_on is null then
      new.pairs := erase_sample_answers(new.org_id, new.id, 'the exercise lapsed');
      new.answers_erased_on := new.ended_on;
    end if;
  elsif step = 'drawn to drawn' and old.answers_erased_on is null and new.answers_erased_on is not null then
    new.pairs := erase_sample_answers(new.org_id, new.id, '30 days have passed since the draw');
  else
    raise exception 'a dip sample does not go from % in this way', step using errcode = 'DR015';
  end if;
  return new;
end
$$;
create trigger life before insert or update on sample_exercise for each row execute function hold_exercise();

create function keep_frame() returns trigger language plpgsql as $$
begin
  if old.state <> 'planned' then raise exception 'a frozen frame stays as it is' using errcode = 'DR014'; end if;
  return old;
end
$$;
create trigger kept before delete on sample_exercise for each row execute function keep_frame();

create function keep_seat() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from sample_exercise e where e.org_id = old.org_id and e.id = old.exercise_id and e.state = 'planned') then
    raise exception 'a frozen frame stays as it is' using errcode = 'DR014';
  end if;
  return old;
end
$$;
create trigger kept before delete on sample_seat for each row execute function keep_seat();

-- Takes the answers of an exercise away, and keeps what may be kept of them: the tallies of what both answered, and how far
-- they agreed. The trail says that, when and why; nothing that was erased is in it.
create function erase_sample_answers(p_org uuid, p_exercise uuid, p_because text) returns integer[]
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  codes constant text[] := array['yes', 'partly', 'no', 'na'];
  counted integer[];
begin
  if 2 = (select count(*) from sample_seat s where s.org_id = p_org and s.exercise_id = p_exercise and s.finished_at is not null) then
    select array_agg(n order by ordinal) into counted from (
      select ordinal, (select count(*) from sample_answer c join sample_answer p on p.org_id = c.org_id and p.exercise_id = c.exercise_id and p.position = c.position and p.question = c.question
        where c.org_id = p_org and c.exercise_id = p_exercise and c.seat = 'chair' and p.seat = 'police'
          and c.code = codes[(ordinal - 1) / 4 + 1] and p.code = codes[(ordinal - 1) % 4 + 1])::integer as n
      from generate_series(1, 16) ordinal) counts;
    insert into sample_tally (org_id, id, exercise_id, question, yes, partly, no, na, unsettled)
      select p_org, gen_random_uuid(), p_exercise, q, count(*) filter (where t.code = 'yes'), count(*) filter (where t.code = 'partly'), count(*) filter (where t.code = 'no'),
        count(*) filter (where t.code = 'na'), count(*) filter (where t.code is null)
      from (select c.question as q, coalesce(a.code, case when c.code = p.code then c.code end) as code from sample_answer c
          join sample_answer p on p.org_id = c.org_id and p.exercise_id = c.exercise_id and p.position = c.position and p.question = c.question and p.seat = 'police'
          left join sample_answer a on a.org_id = c.org_id and a.exercise_id = c.exercise_id and a.position = c.position and a.question = c.question and a.seat = 'agreed'
        where c.org_id = p_org and c.exercise_id = p_exercise and c.seat = 'chair') t
      group by q;
  end if;
  delete from sample_answer where org_id = p_org and exercise_id = p_exercise;
  -- The key of a form stands with a fingerprint of what was sent.
  delete from request_key where location like '%/dip-samples/' || p_exercise || '/%';
  perform audit_append(p_org, 'removed', 'sample_answer', p_exercise, jsonb_build_object('because', p_because)::text);
  return counted;
end
$$;
revoke execute on function erase_sample_answers from public;

-- A seat is named while the exercise is planned, taken by one person of its body once the frame is frozen, and finished by them.
create function hold_seat() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  exercise sample_exercise;
  other sample_seat;
begin
  select * into exercise from sample_exercise e where e.org_id = new.org_id and e.id = new.exercise_id for update;
  select * into other from sample_seat s where s.org_id = new.org_id and s.exercise_id = new.exercise_id and s.seat <> new.seat;
  if tg_op = 'INSERT' or new.body_id <> old.body_id or new.role <> old.role or new.seat <> old.seat or new.exercise_id <> old.exercise_id then
    if exercise.state <> 'planned' or num_nonnulls(new.person_id, new.finished_at, new.settled_at) > 0 then raise exception 'a frozen frame stays as it is' using errcode = 'DR014'; end if;
    if new.body_id = exercise.panel_id then raise exception 'nobody reviews their own panel' using errcode = 'DR015'; end if;
    return new;
  end if;
  if new.person_id is distinct from old.person_id then
    if old.person_id is not null or exercise.state <> 'frozen' or new.person_id <> scope_person() or new.body_id <> scope_organisation()
      or exists (select from person mine join person theirs on theirs.account_id = mine.account_id where mine.id = new.person_id and theirs.id = other.person_id) then
      raise exception 'a seat is taken once, by somebody of its body who has no other' using errcode = 'DR015';
    end if;
  end if;
  if new.finished_at is distinct from old.finished_at then
    if exercise.state <> 'drawn' or old.finished_at is not null or new.person_id is distinct from scope_person()
      or exercise.sample_size * cardinality(exercise.question_codes) <> (select count(*) from sample_answer a where a.org_id = new.org_id and a.exercise_id = new.exercise_id and a.seat = new.seat) then
      raise exception 'a reviewer finishes once, with every question answered' using errcode = 'DR015';
    end if;
    if other.finished_at is not null then
      update sample_answer set opened = true where org_id = new.org_id and exercise_id = new.exercise_id;
    end if;
  end if;
  if new.settled_at is distinct from old.settled_at then
    if new.settled_at is not null and (exercise.state <> 'drawn' or new.person_id is distinct from scope_person() or new.finished_at is null or other.finished_at is null
      or sample_differences(new.org_id, new.exercise_id) > 0) then
      raise exception 'the reviewers first settle where they differ' using errcode = 'DR015';
    end if;
    if new.settled_at is null and current_setting('app.unsettling', true) is distinct from 'yes' then
      raise exception 'what was settled stands' using errcode = 'DR015';
    end if;
  end if;
  return new;
end
$$;
create trigger seat before insert or update on sample_seat for each row execute function hold_seat();

-- In how many answers the two differ and have not settled it yet.
create function sample_differences(p_org uuid, p_exercise uuid) returns integer
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::integer from sample_answer c
    join sample_answer p on p.org_id = c.org_id and p.exercise_id = c.exercise_id and p.position = c.position and p.question = c.question and p.seat = 'police'
  where c.org_id = p_org and c.exercise_id = p_exercise and c.seat = 'chair' and c.code <> p.code
    and not exists (select from sample_answer a where a.org_id = c.org_id and a.exercise_id = c.exercise_id and a.position = c.position and a.question = c.question and a.seat = 'agreed')
$$;
revoke execute on function sample_differences from public;

create function hold_throw() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from sample_exercise e join sample_seat s on s.org_id = e.org_id and s.exercise_id = e.id
      where e.org_id = new.org_id and e.id = new.exercise_id and e.state = 'frozen' and s.seat = new.seat and s.person_id = new.thrown_by and s.person_id = scope_person() for update of e) then
    raise exception 'dice are thrown after the frame is frozen and before the draw, by whoever has the seat' using errcode = 'DR015';
  end if;
  return new;
end
$$;
create trigger throwing before insert on sample_throw for each row execute function hold_throw();
create trigger unchanged before update on sample_throw for each row execute function refuse_change();

-- Both bodies' throws, for whoever threw, once both are in.
create function sealed_throws(p_org uuid, p_exercise uuid) returns table (chair text, police text)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.throws, p.throws from sample_throw c join sample_throw p on p.org_id = c.org_id and p.exercise_id = c.exercise_id and p.seat = 'police'
  where c.org_id = p_org and c.exercise_id = p_exercise and c.seat = 'chair' and scope_person() in (c.thrown_by, p.thrown_by)
$$;
revoke execute on function sealed_throws from public;
grant execute on function sealed_throws to dueregard_own, dueregard_grant;

create function hold_draw() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  exercise sample_exercise;
begin
  select * into exercise from sample_exercise e where e.org_id = new.org_id and e.id = new.exercise_id for update;
  if exercise.state <> 'frozen'
    or not exists (select from sealed_throws(new.org_id, new.exercise_id) t where t.chair = new.chair_throws and t.police = new.police_throws)
    or new.seed <> sha256(convert_to(concat(new.method, chr(10), encode(exercise.frame_sha256, 'hex'), chr(10), new.chair_throws, chr(10), new.police_throws, chr(10)), 'UTF8'))
    or cardinality(new.positions) <> exercise.sample_size
    or cardinality(new.positions) <> (select count(distinct p) from unnest(new.positions) p where p between 1 and exercise.population) then
    raise exception 'a draw comes from the frozen frame and both bodies'' throws, once' using errcode = 'DR015';
  end if;
  return new;
end
$$;
create trigger drawing before insert on sample_draw for each row execute function hold_draw();

create function after_draw() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update sample_exercise set state = 'drawn' where org_id = new.org_id and id = new.exercise_id;
  return null;
end
$$;
create trigger drawn after insert on sample_draw for each row execute function after_draw();

create function hold_answer() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  exercise sample_exercise;
  finished integer;
begin
  select * into exercise from sample_exercise e where e.org_id = new.org_id and e.id = new.exercise_id for share;
  if exercise.state <> 'drawn' or exercise.answers_erased_on is not null or new.question <> all (exercise.question_codes)
    or not exists (select from sample_draw d where d.org_id = new.org_id and d.exercise_id = new.exercise_id and new.position = any(d.positions)) then
    raise exception 'answers are to the questions about the positions that were drawn, while the exercise is under way' using errcode = 'DR015';
  end if;
  select count(*) into finished from sample_seat s where s.org_id = new.org_id and s.exercise_id = new.exercise_id and s.finished_at is not null;
  if new.seat = 'agreed' then
    if finished <> 2 or not exists (select from sample_seat s where s.org_id = new.org_id and s.exercise_id = new.exercise_id and s.person_id = scope_person())
      or 2 <> (select count(distinct a.code) from sample_answer a where a.org_id = new.org_id and a.exercise_id = new.exercise_id and a.position = new.position and a.question = new.question and a.seat <> 'agreed') then
      raise exception 'what is settled is an answer in which both have finished and differ' using errcode = 'DR015';
    end if;
  elsif not exists (select from sample_seat s where s.org_id = new.org_id and s.exercise_id = new.exercise_id and s.seat = new.seat and s.person_id = scope_person() and s.finished_at is null) then
    raise exception 'whoever has the seat answers, until they have finished' using errcode = 'DR015';
  end if;
  new.reviewer_id := scope_person();
  new.opened := new.seat = 'agreed';
  return new;
end
$$;
create trigger answering before insert on sample_answer for each row execute function hold_answer();

-- A reviewer who has not finished takes back what they answered about a position, to answer it again.
create function take_back_answers(p_org uuid, p_exercise uuid, p_position integer) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone integer;
begin
  delete from sample_answer a using sample_seat s
    where a.org_id = p_org and a.exercise_id = p_exercise and a.position = p_position and a.reviewer_id = scope_person()
      and s.org_id = a.org_id and s.exercise_id = a.exercise_id and s.seat = a.seat and s.person_id = scope_person() and s.finished_at is null;
  get diagnostics gone = row_count;
  return gone;
end
$$;
-- A reviewer for whom what was recorded is not what both settled on has it settled again.
create function settle_again(p_org uuid, p_exercise uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from sample_seat s join sample_exercise e on e.org_id = s.org_id and e.id = s.exercise_id
      where s.org_id = p_org and s.exercise_id = p_exercise and s.person_id = scope_person() and e.state = 'drawn') then
    raise exception 'a reviewer has it settled again' using errcode = 'DR015';
  end if;
  delete from sample_answer where org_id = p_org and exercise_id = p_exercise and seat = 'agreed';
  set local app.unsettling = 'yes';
  update sample_seat set settled_at = null where org_id = p_org and exercise_id = p_exercise and settled_at is not null;
  set local app.unsettling = 'no';
end
$$;
revoke execute on function take_back_answers, settle_again from public;
grant execute on function take_back_answers, settle_again to dueregard_own, dueregard_grant;

-- Answers that have been held for 30 days since the draw. Where both had finished, the tallies stay and the exercise can still be
-- closed; otherwise it lapses.
create function erase_due_sample_answers(p_org uuid, p_today date) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update sample_exercise e set answers_erased_on = p_today
    where e.org_id = p_org and e.state = 'drawn' and e.answers_erased_on is null and e.drawn_on + 30 <= p_today
      and 2 = (select count(*) from sample_seat s where s.org_id = p_org and s.exercise_id = e.id and s.finished_at is not null);
  update sample_exercise e set state = 'lapsed', ended_on = p_today, lapse_reason = 'The answers had been held for 30 days before both reviewers had finished.'
    where e.org_id = p_org and e.state = 'drawn' and e.answers_erased_on is null and e.drawn_on + 30 <= p_today;
end
$$;

-- Exercises that ended so many years ago, and editions of the pathway that another replaced so long ago.
create function dispose_of_old_samples(p_org uuid, p_today date) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  assurance_years constant integer := kept_years(p_org, 'assurance', p_today);
  last_day constant date := p_today - make_interval(years => assurance_years);
  counts jsonb := '{}';
  due uuid[];
begin
  select array_agg(id) into due from sample_exercise where org_id = p_org and ended_on < last_day;
  if due is not null then call dispose_of(p_org, 'sample_exercise', due, counts); end if;
  select array_agg(p.id) into due from referral_pathway p
    where p.org_id = p_org and exists (select from referral_pathway n where n.org_id = p_org and n.number > p.number and n.in_force_on < last_day);
  if due is not null then call dispose_of(p_org, 'referral_pathway', due, counts); end if;
  perform note_disposal(p_org, 'assurance', assurance_years, counts, p_today);
end
$$;
revoke execute on function erase_due_sample_answers, dispose_of_old_samples from public;
grant execute on function erase_due_sample_answers, dispose_of_old_samples to dueregard_accounts;
