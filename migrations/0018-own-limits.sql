-- What a body decides for itself within bounds: the threshold of small numbers, and how long its records are kept.

-- Counts of people below this leave for nobody but restricted readers. Without a row it is 10 (src/kernel/small-numbers.ts).
create table threshold (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  below integer not null check (below between 5 and 100),
  primary key (org_id, id),
  unique (org_id)
);
call protect_owned('threshold');
-- The adviser makes outputs too, and must not tell what the body hides.
create policy granted on threshold for select to dueregard_grant using (org_id = any(scope_granted('moderation')));
grant select on threshold to dueregard_grant;
