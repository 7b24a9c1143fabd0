-- Findings as they were shared with the body before publication, whole and frozen: so that it stays known to what the
-- body replied. Only the adviser shares; the body's own people read this and never the adviser's draft.
create table shared_findings (
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
  frozen text not null,
  frozen_sha256 bytea not null check (frozen_sha256 = sha256(convert_to(frozen, 'UTF8'))),
  primary key (org_id, id),
  unique (org_id, moderation_id, id),
  foreign key (org_id, moderation_id) references moderation (org_id, id)
);
create index shared_findings_of_moderation on shared_findings (org_id, moderation_id, created_at);
call protect_owned('shared_findings', '{frozen}');
create trigger unchanged before update or delete on shared_findings for each row execute function refuse_change();
create trigger findings before insert on shared_findings for each row execute function hold_findings();
create policy granted on shared_findings to dueregard_grant using (org_id = any(scope_granted('moderation'))) with check (org_id = any(scope_granted('moderation')));
grant select, insert on shared_findings to dueregard_grant;
revoke insert, update, delete on shared_findings from dueregard_own;

-- What the body answers to a shared draft: to each recommendation, and (without a recommendation) to the whole.
create table findings_reply (
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
  shared_id uuid not null,
  -- As the shared draft names it: the adviser may take the recommendation back, and the reply still stands.
  recommendation_id uuid,
  stance text not null check (stance in ('accepted', 'comment')),
  text text not null default '' check (length(text) <= 5000),
  primary key (org_id, id),
  unique nulls not distinct (org_id, shared_id, recommendation_id),
  foreign key (org_id, moderation_id, shared_id) references shared_findings (org_id, moderation_id, id),
  check (stance = 'accepted' or text <> '')
);
call protect_owned('findings_reply', '{text}');
create trigger unchanged before update or delete on findings_reply for each row execute function refuse_change();
create policy granted on findings_reply for select to dueregard_grant using (org_id = any(scope_granted('moderation')));
grant select on findings_reply to dueregard_grant;

-- A reply comes after sharing (its key), before publication, and to what was shared last. The parent is locked first.
create function hold_recommendation_reply() returns trigger language plpgsql as $$
begin
  if (select m.published_at from moderation m where m.org_id = new.org_id and m.id = new.moderation_id for no key update) is not null then
    raise exception 'the findings have been published and are never changed' using errcode = 'DR002';
  end if;
  if exists (select from shared_findings s join shared_findings answered on answered.org_id = s.org_id and answered.moderation_id = s.moderation_id
      where s.org_id = new.org_id and s.moderation_id = new.moderation_id and answered.id = new.shared_id and s.created_at > answered.created_at) then
    raise exception 'another draft has been shared since' using errcode = 'DR011';
  end if;
  return new;
end
$$;
create trigger reply before insert on findings_reply for each row execute function hold_recommendation_reply();

-- What a body does about a recommendation, once the findings are published. Nobody confirms the closure that the same
-- person proposed.
create table follow_up (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  recommendation_id uuid not null,
  state text not null default 'open' check (state in ('open', 'proposed', 'closed')),
  owner_role text check (length(owner_role) between 1 and 120),
  department text check (length(department) between 1 and 120),
  due_on date,
  reply text not null default '' check (length(reply) <= 5000),
  outcome text check (length(outcome) between 1 and 5000),
  proposed_by uuid,
  proposed_at timestamptz,
  confirmed_by uuid,
  confirmed_at timestamptz,
  reopened_reason text check (length(reopened_reason) between 1 and 5000),
  primary key (org_id, id),
  unique (org_id, recommendation_id),
  foreign key (org_id, recommendation_id) references recommendation (org_id, id),
  check ((state = 'open') = (outcome is null) and (state = 'open') = (proposed_at is null) and (state = 'closed') = (confirmed_at is not null)),
  check (state <> 'closed' or (proposed_by is not null and confirmed_by is not null and confirmed_by <> proposed_by))
);
call protect_owned('follow_up', '{reply,outcome,reopened_reason}');
revoke delete on follow_up from dueregard_own;
-- Bodies above and the adviser see whether it is open and when it is due, and none of what the body wrote.
create policy tree on follow_up for select to dueregard_tree using (org_id = any(scope_tree()));
create policy granted on follow_up for select to dueregard_grant using (org_id = any(scope_granted('moderation')));
grant select (org_id, recommendation_id, state, due_on) on follow_up to dueregard_tree, dueregard_grant;

create function hold_follow_up() returns trigger language plpgsql as $$
declare
  step text := case when tg_op = 'INSERT' then 'begun' else old.state || ' to ' || new.state end;
begin
  if not exists (select from recommendation r join moderation m on m.org_id = r.org_id and m.id = r.moderation_id
      where r.org_id = new.org_id and r.id = new.recommendation_id and m.published_at is not null) then
    raise exception 'a recommendation is followed up once it is published' using errcode = 'DR012';
  end if;
  if (step = 'begun' and new.state = 'open') or step = 'open to open' then return new; end if;
  if step = 'open to proposed' then
    new.proposed_by := scope_person();
    new.proposed_at := now();
  elsif step = 'proposed to closed' and new.outcome = old.outcome then
    new.proposed_by := old.proposed_by;
    new.proposed_at := old.proposed_at;
    new.confirmed_by := scope_person();
    new.confirmed_at := now();
  elsif step = 'proposed to open' or (step = 'closed to open' and new.reopened_reason is not null) then
    new.outcome := null;
    new.proposed_by := null;
    new.proposed_at := null;
    new.confirmed_by := null;
    new.confirmed_at := null;
  else
    raise exception 'a recommendation does not go from % in this way', step using errcode = 'DR013';
  end if;
  return new;
end
$$;
create trigger step before insert or update on follow_up for each row execute function hold_follow_up();

create table progress_note (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  recommendation_id uuid not null,
  dated_on date not null,
  text text not null check (length(text) between 1 and 5000),
  primary key (org_id, id),
  foreign key (org_id, recommendation_id) references follow_up (org_id, recommendation_id)
);
create index progress_note_of_recommendation on progress_note (org_id, recommendation_id, dated_on);
call protect_owned('progress_note', '{text}');
create trigger unchanged before update on progress_note for each row execute function refuse_change();
revoke update, delete on progress_note from dueregard_own;

create table follow_up_evidence (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  recommendation_id uuid not null,
  evidence_id uuid not null,
  primary key (org_id, id),
  unique (org_id, recommendation_id, evidence_id),
  foreign key (org_id, recommendation_id) references follow_up (org_id, recommendation_id),
  foreign key (org_id, evidence_id) references evidence (org_id, id)
);
call protect_owned('follow_up_evidence');

-- The adviser's notes of a body's year belong to the adviser's own organisation, trail and all, so that nothing of them
-- reaches the body before the adviser shares them. Shared, they stand as they are.
create table visit_note (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  about_org_id uuid not null references organisation,
  year text not null check (year ~ '^\d{4}-\d{2}$'),
  contact text not null check (contact in ('visit', 'call', 'meeting', 'letter', 'other')),
  dated_on date not null,
  by_role text not null check (length(by_role) between 1 and 120),
  text text not null check (length(text) between 1 and 5000),
  shared_at timestamptz,
  primary key (org_id, id)
);
create index visit_note_about on visit_note (about_org_id, year);
call protect_owned('visit_note', '{text}');
revoke insert, update, delete on visit_note from dueregard_own;
create policy granted on visit_note to dueregard_grant
  using (org_id = scope_organisation() and about_org_id = any(scope_granted('moderation')))
  with check (org_id = scope_organisation() and about_org_id = any(scope_granted('moderation')));
create policy shared on visit_note for select to dueregard_own using (about_org_id = scope_organisation() and shared_at is not null);
grant select, insert on visit_note to dueregard_grant;
grant update (shared_at) on visit_note to dueregard_grant;

create function hold_visit_note() returns trigger language plpgsql as $$
begin
  if old.shared_at is not null then
    raise exception 'a note that has been shared stands as it is' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger shared before update on visit_note for each row execute function hold_visit_note();
