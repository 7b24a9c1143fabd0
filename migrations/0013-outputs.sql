-- What a year's outputs hold beside the records themselves: the texts that a committee's paper needs from the body, and
-- the parts that are exempt from publication (Local Government Act 1972, section 100A and Schedule 12A).
create table paper_text (
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
  area text not null check (area in ('purpose', 'committee', 'finance', 'legal', 'equality', 'data_protection', 'next_steps')),
  text text not null check (length(text) <= 5000),
  primary key (org_id, id),
  unique (org_id, assessment_id, area),
  foreign key (org_id, assessment_id) references assessment (org_id, id)
);
call protect_owned('paper_text', '{text}');

create table exemption (
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
  -- A part of the paper by its code, or one strength or recommendation by its identifier.
  part text not null check (length(part) between 1 and 60),
  paragraph integer not null check (paragraph between 1 and 7),
  reason text not null check (length(reason) between 1 and 2000),
  open_to_members boolean not null,
  -- The last day on which the part is exempt; without one it stays so until somebody ends it.
  until date,
  primary key (org_id, id),
  unique (org_id, assessment_id, part),
  foreign key (org_id, assessment_id) references assessment (org_id, id)
);
call protect_owned('exemption', '{reason}');

-- The adviser makes outputs too, and must not tell what the body has exempted.
create policy granted on paper_text for select to dueregard_grant using (org_id = any(scope_granted('moderation')));
create policy granted on exemption for select to dueregard_grant using (org_id = any(scope_granted('moderation')));
grant select on paper_text, exemption to dueregard_grant;

-- What a body has released to everybody, as it was: a copy built from the public allow-list, so that whoever reads it
-- without signing in reaches no record that it was made from.
create table public_release (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL' check (marking = 'OFFICIAL'),
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  assessment_id uuid not null,
  year text not null check (year ~ '^\d{4}-\d{2}$'),
  frozen text not null,
  frozen_sha256 bytea not null check (frozen_sha256 = sha256(convert_to(frozen, 'UTF8'))),
  withdrawn_at timestamptz,
  withdrawn_reason text check (length(withdrawn_reason) between 1 and 1000),
  primary key (org_id, id),
  foreign key (org_id, assessment_id) references assessment (org_id, id),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create unique index public_release_standing on public_release (org_id, assessment_id) where withdrawn_at is null;
call protect_owned('public_release', '{frozen,withdrawn_reason}');

-- A release is never changed or removed: it is withdrawn once, with a reason.
create function hold_release() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.withdrawn_at is not null or (to_jsonb(new) - '{withdrawn_at,withdrawn_reason,version,changed_at,changed_by}'::text[])
      is distinct from (to_jsonb(old) - '{withdrawn_at,withdrawn_reason,version,changed_at,changed_by}'::text[]) then
    raise exception 'a public release is never changed or removed, only withdrawn' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger release before update or delete on public_release for each row execute function hold_release();

-- The scope of somebody who has not signed in: its role may read standing releases and the names of bodies.
create policy everybody on public_release for select to dueregard_public using (withdrawn_at is null);
grant select (org_id, year, frozen, created_at, withdrawn_at) on public_release to dueregard_public;
grant select on organisation to dueregard_public;

create function enter_public_scope() returns void language plpgsql set search_path = public, pg_temp as $$
begin
  perform enter_scope('accounts', null, null, null);
  set local role dueregard_public;
end
$$;

-- A pack that was issued: every format of a year for one audience in one file of the file store, with the record that it
-- was made from, so that the same release can make it again. Never changed, never removed.
create table issued_pack (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null,
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  assessment_id uuid not null,
  edition_id uuid not null,
  audience text not null check (audience in ('public', 'members', 'restricted')),
  product_version text not null check (length(product_version) between 1 and 60),
  frozen text not null,
  frozen_sha256 bytea not null check (frozen_sha256 = sha256(convert_to(frozen, 'UTF8'))),
  sha256 bytea not null check (length(sha256) = 32),
  bytes bigint not null check (bytes > 0),
  primary key (org_id, id),
  foreign key (org_id, assessment_id, edition_id) references assessment (org_id, id, edition_id),
  check (audience <> 'public' or marking = 'OFFICIAL')
);
create index issued_pack_of_assessment on issued_pack (org_id, assessment_id, id);
call protect_owned('issued_pack', '{frozen}');
create trigger unchanged before update or delete on issued_pack for each row execute function refuse_change();

-- When a body's committees meet, and by when their papers are due.
create table committee_meeting (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  committee text not null check (length(committee) between 1 and 200),
  meets_on date not null,
  papers_due_on date not null,
  -- The year whose assessment goes there.
  year text not null check (year ~ '^\d{4}-\d{2}$'),
  -- When the paper went to the committee's clerk.
  sent_on date,
  primary key (org_id, id),
  unique (org_id, committee, meets_on, year),
  check (papers_due_on <= meets_on)
);
call protect_owned('committee_meeting');
