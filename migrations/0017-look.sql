-- How the outputs of a body look: its name as it writes it, one colour, its logo, and its Word template.

-- What a look is made from, by content. Packs name it, so it is never changed or removed.
create table look_file (
  org_id uuid not null references organisation,
  sha256 bytea not null,
  content bytea not null check (length(content) between 1 and 1000000 and sha256 = sha256(content)),
  retention retention_class not null default 'assurance',
  primary key (org_id, sha256)
);
alter table look_file enable row level security;
alter table look_file force row level security;
create policy owner_all on look_file to dueregard_owner using (true) with check (true);
create policy own on look_file to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy granted on look_file for select to dueregard_grant using (org_id = any(scope_granted('moderation')));
grant select, insert on look_file to dueregard_own;
grant select on look_file to dueregard_grant;
create trigger unchanged before update or delete on look_file for each row execute function refuse_change();

create table look (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL' check (marking = 'OFFICIAL'),
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  -- Without one, the body's own name.
  shown_as text check (length(shown_as) between 1 and 120),
  colour text check (colour ~ '^#[0-9a-f]{6}$'),
  logo_sha256 bytea,
  logo_alternative text check (length(logo_alternative) between 1 and 200),
  template_sha256 bytea,
  template_file text check (length(template_file) between 1 and 255),
  primary key (org_id, id),
  unique (org_id),
  foreign key (org_id, logo_sha256) references look_file (org_id, sha256),
  foreign key (org_id, template_sha256) references look_file (org_id, sha256),
  check ((logo_sha256 is null) = (logo_alternative is null)),
  check ((template_sha256 is null) = (template_file is null))
);
call protect_owned('look', '{shown_as,logo_alternative,template_file}');

-- The adviser makes outputs of the body too.
create policy granted on look for select to dueregard_grant using (org_id = any(scope_granted('moderation')));
grant select on look to dueregard_grant;
