-- The risk log and what the county asks about it go when the body's period of assurance is over: a return and a chase so
-- long after the end of their financial year, a closed risk after it was closed and is in no return any more, a review after
-- it was due, the note of a police profile after its briefing. What is open stays, and so do the matrix and the calendar.
create function dispose_of_old_risk_log(p_org uuid, p_today date) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  assurance_years constant integer := kept_years(p_org, 'assurance', p_today);
  last_day constant date := p_today - make_interval(years => assurance_years);
  counts jsonb := '{}';
  due uuid[];
begin
  select array_agg(id) into due from risk_return where org_id = p_org and make_date(left(quarter, 4)::integer + 1, 3, 31) < last_day;
  if due is not null then call dispose_of(p_org, 'risk_return', due, counts); end if;
  select array_agg(id) into due from chase where org_id = p_org and make_date(left(quarter, 4)::integer + 1, 3, 31) < last_day;
  if due is not null then call dispose_of(p_org, 'chase', due, counts); end if;
  select array_agg(r.id) into due from risk r
    where r.org_id = p_org and r.closed_on < last_day and not exists (select from returned_risk t where t.org_id = p_org and t.risk_id = r.id);
  if due is not null then call dispose_of(p_org, 'risk', due, counts); end if;
  select array_agg(id) into due from risk_event where org_id = p_org and due_on < last_day;
  if due is not null then call dispose_of(p_org, 'risk_event', due, counts); end if;
  select array_agg(id) into due from risk_event_answer where org_id = p_org and answered_on < last_day;
  if due is not null then call dispose_of(p_org, 'risk_event_answer', due, counts); end if;
  select array_agg(id) into due from police_profile where org_id = p_org and briefed_on < last_day;
  if due is not null then call dispose_of(p_org, 'police_profile', due, counts); end if;
  perform note_disposal(p_org, 'assurance', assurance_years, counts, p_today);
end
$$;
revoke execute on function dispose_of_old_risk_log from public;
grant execute on function dispose_of_old_risk_log to dueregard_accounts;

-- As in migrations/0016-retention.sql, but whatever key a record is held by: notes of progress name the recommendation, not
-- the follow-up that they hang on.
create or replace procedure dispose_of(p_org uuid, p_table regclass, p_ids uuid[], inout counts jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  link record;
  children uuid[];
  each_id uuid;
begin
  for link in
    select k.conrelid::regclass as child, string_agg(format('c.%I = p.%I', a.attname, b.attname), ' and ') as held
    from pg_constraint k
      cross join lateral unnest(k.conkey, k.confkey) as pair (own, other)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.own
      join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.other
    where k.contype = 'f' and k.confrelid = p_table
    group by k.oid, k.conrelid
  loop
    -- What only notes something of a record, and is none itself, goes without an event of its own.
    if not exists (select from pg_attribute where attrelid = link.child and attname = 'id' and not attisdropped) then
      execute format('alter table %s disable trigger user', link.child);
      execute format('delete from %s c using %s p where %s and p.org_id = $1 and p.id = any($2)', link.child, p_table, link.held) using p_org, p_ids;
      execute format('alter table %s enable trigger user', link.child);
      continue;
    end if;
    execute format('select array_agg(c.id) from %s c join %s p on %s where p.org_id = $1 and p.id = any($2)', link.child, p_table, link.held) into children using p_org, p_ids;
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
