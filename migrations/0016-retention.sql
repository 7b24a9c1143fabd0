-- When a record's period is over it goes, with everything that hangs on it. The audit chain keeps that, when and why it
-- went; the texts beside the chain go too. src/kernel/retention.ts shows the same periods to readers.

-- What went: one row for each kind of record of a body and each day on which any went.
create table disposal (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  period retention_class not null,
  record_kind text not null,
  records integer not null check (records > 0),
  disposed_on date not null,
  primary key (org_id, id)
);
call protect_owned('disposal');
create trigger unchanged before update or delete on disposal for each row execute function refuse_change();
revoke insert, update, delete on disposal from dueregard_own;
create index disposal_of_day on disposal (org_id, disposed_on desc);

-- Removes records of one table and, before them, all that refers to them. Rules that hold a record as it was do not hold
-- it longer than its period, so the table's triggers rest meanwhile; the event is written here instead, and the texts of
-- all earlier events of the record are taken from beside the chain.
create procedure dispose_of(p_org uuid, p_table regclass, p_ids uuid[], inout counts jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  link record;
  children uuid[];
  each_id uuid;
begin
  for link in
    select k.conrelid::regclass as child, a.attname as field
    from pg_constraint k
      cross join lateral unnest(k.conkey, k.confkey) as pair (own, other)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.own
      join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.other and b.attname = 'id'
    where k.contype = 'f' and k.confrelid = p_table
  loop
    -- What only notes something of a record, and is none itself, goes without an event of its own.
    if not exists (select from pg_attribute where attrelid = link.child and attname = 'id' and not attisdropped) then
      execute format('alter table %s disable trigger user', link.child);
      execute format('delete from %s where org_id = $1 and %I = any($2)', link.child, link.field) using p_org, p_ids;
      execute format('alter table %s enable trigger user', link.child);
      continue;
    end if;
    execute format('select array_agg(id) from %s where org_id = $1 and %I = any($2)', link.child, link.field) into children using p_org, p_ids;
    if children is not null then call dispose_of(p_org, link.child, children, counts); end if;
  end loop;
  foreach each_id in array p_ids loop
    perform audit_append(p_org, 'removed', p_table::text, each_id, '{"because": "its period is over"}');
  end loop;
  delete from audit_text t using audit_event e
    where t.org_id = p_org and e.org_id = p_org and e.seq = t.seq and e.record_kind = p_table::text and e.record_id = any(p_ids);
  execute format('alter table %s disable trigger user', p_table);
  execute format('delete from %s where org_id = $1 and id = any($2)', p_table) using p_org, p_ids;
  execute format('alter table %s enable trigger user', p_table);
  counts := jsonb_set(counts, array[p_table::text], to_jsonb(coalesce((counts ->> p_table::text)::integer, 0) + cardinality(p_ids)));
end
$$;
revoke execute on procedure dispose_of from public;

-- Everything of one body whose period is over on a day. Answers the hashes of evidence files that no record names any more.
create function dispose_of_due(p_org uuid, p_today date, p_years integer, p_account_years integer) returns setof bytea
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  counts jsonb := '{}';
  one_period record;
  due uuid[];
  files bytea[];
begin
  -- Assurance: so many years after the end of the financial year.
  select array_agg(id) into due from assessment
    where org_id = p_org and make_date(left(year, 4)::integer + 1, 3, 31) + make_interval(years => p_years) < p_today;
  if due is not null then
    call dispose_of(p_org, 'assessment', due, counts);
    perform note_disposal(p_org, 'assurance', counts, p_today);
  end if;
  -- Evidence that no record uses: so many years after it was added or dated, whichever is later.
  counts := '{}';
  select array_agg(e.id), array_agg(e.sha256) filter (where e.sha256 is not null) into due, files from evidence e
    where e.org_id = p_org and greatest(e.dated_on, e.created_at::date) + make_interval(years => p_years) < p_today
      and not exists (select from evidence_use u where u.org_id = p_org and u.evidence_id = e.id)
      and not exists (select from moderation m where m.org_id = p_org and m.letter_id = e.id);
  if due is not null then
    call dispose_of(p_org, 'evidence', due, counts);
    perform note_disposal(p_org, 'evidence', counts, p_today);
  end if;
  -- What was opened to others: so many years after it ended.
  counts := '{}';
  select array_agg(id) into due from access_grant where org_id = p_org and to_day < 'infinity' and to_day + make_interval(years => p_years) < p_today;
  if due is not null then
    call dispose_of(p_org, 'access_grant', due, counts);
    perform note_disposal(p_org, 'access', counts, p_today);
  end if;
  -- People: a year after their last role here ended; their account goes with their last body.
  counts := '{}';
  select array_agg(p.id) into due from person p
    where p.org_id = p_org and exists (select from membership m where m.org_id = p_org and m.person_id = p.id)
      and not exists (select from membership m where m.org_id = p_org and m.person_id = p.id and (m.to_day = 'infinity' or m.to_day + make_interval(years => p_account_years) >= p_today));
  if due is not null then
    call dispose_of(p_org, 'person', due, counts);
    perform note_disposal(p_org, 'account', counts, p_today);
    delete from account a where a.home_org_id = p_org and not a.demonstration and not exists (select from person p where p.account_id = a.id)
      and a.created_at + make_interval(years => p_account_years) < p_today;
  end if;
  return query select distinct f from unnest(files) f where not exists (select from evidence e where e.org_id = p_org and e.sha256 = f);
end
$$;
revoke execute on function dispose_of_due from public;
grant execute on function dispose_of_due to dueregard_accounts;

create function note_disposal(p_org uuid, p_period text, p_counts jsonb, p_today date) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into disposal (org_id, id, version, created_at, changed_at, period, record_kind, records, disposed_on)
    select p_org, gen_random_uuid(), 1, now(), now(), p_period, key, value::integer, p_today from jsonb_each_text(p_counts)
$$;
revoke execute on function note_disposal from public;

-- What serves one request or one session, and nobody looks at later.
create function dispose_of_passing() returns void language sql security definer set search_path = public, pg_temp as $$
  delete from request_key where created_at < now() - interval '1 day';
  delete from session where ends_at < now() or last_seen_at + make_interval(mins => idle_minutes) < now();
  delete from one_time_link where ends_at < now() - interval '1 year';
  delete from sign_in_guess where since < now() - interval '1 day';
  delete from known_browser where last_used_at < now() - interval '180 days';
$$;
revoke execute on function dispose_of_passing from public;
grant execute on function dispose_of_passing to dueregard_accounts;
