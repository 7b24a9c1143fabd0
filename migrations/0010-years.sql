-- Years before: outcomes of which a source tells no more than how many stood on each level, and the papers, plans and
-- letters of a year. And editions that are loaded in the product, where a second person publishes what the first loaded.

create table past_year (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  year text not null check (year ~ '^\d{4}-\d{2}$'),
  edition_id uuid not null references edition,
  source text not null check (length(source) between 1 and 500),
  primary key (org_id, id),
  unique (org_id, year),
  unique (org_id, id, edition_id)
);
call protect_owned('past_year', '{source}');

create table past_count (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  past_year_id uuid not null,
  edition_id uuid not null,
  level_code text not null,
  benchmarks integer not null check (benchmarks between 0 and 99),
  primary key (org_id, id),
  unique (org_id, past_year_id, level_code),
  foreign key (org_id, past_year_id, edition_id) references past_year (org_id, id, edition_id),
  foreign key (edition_id, level_code) references scale_level (edition_id, code)
);
call protect_owned('past_count');

create table year_document (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  year text not null check (year ~ '^\d{4}-\d{2}$'),
  kind text not null check (kind in ('paper', 'plan', 'letter', 'other')),
  source text not null check (length(source) between 1 and 500),
  evidence_id uuid not null,
  primary key (org_id, id),
  unique (org_id, year, evidence_id),
  foreign key (org_id, evidence_id) references evidence (org_id, id)
);
create index year_document_of_evidence on year_document (org_id, evidence_id);
call protect_owned('year_document', '{source}');

-- An edition concerns every body of the installation, so who may load and publish one is named by who runs it.
create table edition_keeper (
  account_id uuid primary key references account,
  since timestamptz not null default now()
);

-- An edition as its file holds it, until a second keeper publishes it or somebody throws it away.
create table edition_draft (
  id uuid primary key,
  title text not null,
  file_text text not null check (length(file_text) <= 2097152),
  content_sha256 bytea not null check (length(content_sha256) = 32),
  loaded_by uuid not null references edition_keeper,
  loaded_at timestamptz not null default now(),
  published_by uuid references edition_keeper,
  published_at timestamptz,
  edition_id uuid references edition,
  check (published_by <> loaded_by),
  check ((published_by is null) = (published_at is null) and (published_by is null) = (edition_id is null))
);

-- Throws away what was not published. False when somebody was first, or the account may not.
create function edition_draft_discard(p_draft uuid, p_account uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from edition_draft where id = p_draft and published_at is null and exists (select from edition_keeper where account_id = p_account);
  return found;
end
$$;

-- Publishes what somebody else loaded, to the letter: the content is the one whose hash was kept when it was loaded.
-- Null when there is no such draft any more, or an edition of that name has other content.
create function edition_draft_publish(p_draft uuid, p_account uuid, p_content text) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  draft edition_draft;
  published uuid;
begin
  select * into draft from edition_draft where id = p_draft and published_at is null for update;
  if not found then return null; end if;
  if draft.loaded_by = p_account or not exists (select from edition_keeper where account_id = p_account) then
    raise exception 'an edition is published by a second person who may' using errcode = 'check_violation';
  end if;
  if sha256(convert_to(p_content, 'UTF8')) <> draft.content_sha256 then
    raise exception 'an edition is published as it was loaded' using errcode = 'check_violation';
  end if;
  published := edition_load(draft.id, p_content::jsonb, draft.content_sha256);
  if published is null then return null; end if;
  update edition_draft set published_by = p_account, published_at = now(), edition_id = published where id = p_draft;
  return published;
end
$$;
revoke execute on function edition_draft_discard, edition_draft_publish from public;
grant execute on function edition_draft_discard, edition_draft_publish to dueregard_accounts;
grant select on edition_keeper, edition_draft to dueregard_accounts;
grant insert (id, title, file_text, content_sha256, loaded_by) on edition_draft to dueregard_accounts;
