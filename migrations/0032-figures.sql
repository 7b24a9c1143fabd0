-- When the returns came of the bodies directly below the scope's own organisation, and nothing of what is in them: the
-- facts of a benchmark read it beside the body's own records, without a change of scope. The tree scope shows the same.
create function sent_below(p_org uuid, p_day date)
returns table (id uuid, name text, short_name text, since date, quarter text, sent_on date, due_on date, kind text)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.id, o.name, o.short_name, l.from_day, r.quarter, r.sent_on, r.due_on, r.kind
  from organisation_link l join organisation o on o.id = l.child_id
    left join risk_return r on r.org_id = l.child_id and r.sent_at is not null
  where p_org = scope_organisation() and l.parent_id = p_org and l.from_day <= p_day and l.to_day > p_day
$$;
revoke execute on function sent_below from public;
grant execute on function sent_below to dueregard_own;
