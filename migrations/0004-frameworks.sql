-- Editions of the benchmarks: reference tables that nobody may change. The one way in is edition_load, which takes a
-- whole edition at once; no role but the owner holds insert, update or delete on them.
create table edition (
  id uuid primary key,
  short_name text not null unique check (short_name ~ '^[a-z0-9]+([-_][a-z0-9]+)*$'),
  sector text not null,
  year text not null check (year ~ '^\d{4}-\d{2}$'),
  title jsonb not null,
  content jsonb not null,
  content_sha256 bytea not null,
  published_at timestamptz not null default now()
);

create table scale_level (
  edition_id uuid not null references edition,
  code text not null,
  position integer not null,
  primary key (edition_id, code),
  unique (edition_id, position)
);

create table benchmark (
  edition_id uuid not null references edition,
  code text not null,
  number integer not null,
  primary key (edition_id, code),
  unique (edition_id, number)
);

create table indicator (
  edition_id uuid not null references edition,
  code text not null,
  benchmark_code text not null,
  position integer not null,
  primary key (edition_id, code),
  foreign key (edition_id, benchmark_code) references benchmark (edition_id, code),
  unique (edition_id, position)
);

-- Loads a whole edition. The same content again changes nothing and answers the identifier that it has; other content
-- under a name that is taken changes nothing and answers null, since a published edition never changes.
create function edition_load(p_id uuid, p_content jsonb, p_sha256 bytea) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  known edition;
begin
  select * into known from edition where short_name = p_content ->> 'short_name';
  if found then
    return case when known.content_sha256 = p_sha256 then known.id end;
  end if;
  insert into edition (id, short_name, sector, year, title, content, content_sha256)
    values (p_id, p_content ->> 'short_name', p_content ->> 'sector', p_content ->> 'year', p_content -> 'title', p_content, p_sha256);
  insert into scale_level (edition_id, code, position)
    select p_id, level.value ->> 'code', level.ordinality from jsonb_array_elements(p_content -> 'scale' -> 'levels') with ordinality level;
  insert into benchmark (edition_id, code, number)
    select p_id, b.value ->> 'code', (b.value ->> 'number')::integer from jsonb_array_elements(p_content -> 'benchmarks') b;
  insert into indicator (edition_id, code, benchmark_code, position)
    select p_id, i.value ->> 'code', b.value ->> 'code', row_number() over (order by b.ordinality, i.ordinality)
    from jsonb_array_elements(p_content -> 'benchmarks') with ordinality b,
         jsonb_array_elements(b.value -> 'indicators') with ordinality i;
  return p_id;
end
$$;
revoke execute on function edition_load from public;
grant execute on function edition_load to dueregard_app;
grant select on edition, scale_level, benchmark, indicator
  to dueregard_app, dueregard_own, dueregard_tree, dueregard_grant, dueregard_national;
-- Anyone may read the editions, signed in or not.
grant select on edition to dueregard_accounts;
