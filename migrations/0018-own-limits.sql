-- What a body decides for itself: the threshold of small numbers, how long its records are kept, and whom it asks to begin
-- for a partner that nobody works for yet.

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

-- How many years a kind of record is kept where the body says otherwise than the product; the bounds are those of
-- src/kernel/retention.ts. A shorter period waits for 30 days, so that a slip can be put right before anything goes.
create table retention_period (
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
  years integer not null check (case period when 'assurance' then years between 3 and 12 when 'evidence' then years between 2 and 12
    when 'access' then years between 2 and 12 when 'account' then years between 1 and 3 else false end),
  -- While it waits: what holds until then. Both are the database's own, the caller's are not read.
  years_until_then integer not null,
  holds_from date not null,
  primary key (org_id, id),
  unique (org_id, period)
);
call protect_owned('retention_period');

-- The period of the product, for a body that says nothing else.
create function usual_years(p_period text) returns integer language sql immutable as
  $$ select case p_period when 'account' then 1 else 6 end $$;

create function hold_period() returns trigger language plpgsql as $$
declare
  now_held integer := usual_years(new.period);
begin
  if tg_op = 'UPDATE' then
    if new.period <> old.period then raise exception 'a period stays of its kind' using errcode = 'integrity_constraint_violation'; end if;
    if new.years = old.years then
      new.years_until_then := old.years_until_then;
      new.holds_from := old.holds_from;
      return new;
    end if;
    now_held := case when current_date < old.holds_from then old.years_until_then else old.years end;
  end if;
  new.years_until_then := now_held;
  new.holds_from := case when new.years < now_held then current_date + 30 else current_date end;
  return new;
end
$$;
create trigger period before insert or update on retention_period for each row execute function hold_period();
create trigger stays before delete on retention_period for each row execute function refuse_change();

-- For how many years a body keeps a kind of record, on a day.
create function kept_years(p_org uuid, p_period text, p_day date) returns integer
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select case when p_day < r.holds_from then r.years_until_then else r.years end
    from retention_period r where r.org_id = p_org and r.period = p_period), usual_years(p_period))
$$;
revoke execute on function kept_years from public;

-- What went says for how long it had been kept.
alter table disposal add column years integer not null check (years > 0);

drop function note_disposal(uuid, text, jsonb, date);
create function note_disposal(p_org uuid, p_period text, p_years integer, p_counts jsonb, p_today date) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into disposal (org_id, id, version, created_at, changed_at, period, years, record_kind, records, disposed_on)
    select p_org, gen_random_uuid(), 1, now(), now(), p_period, p_years, key, value::integer, p_today from jsonb_each_text(p_counts)
$$;
revoke execute on function note_disposal from public;

-- Whether a record that stands rests on a piece of evidence. A migration that adds such a record widens this.
create function evidence_is_used(p_org uuid, p_evidence uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from evidence_use u where u.org_id = p_org and u.evidence_id = p_evidence)
    or exists (select from follow_up_evidence f where f.org_id = p_org and f.evidence_id = p_evidence)
    or exists (select from moderation m where m.org_id = p_org and m.letter_id = p_evidence)
$$;
revoke execute on function evidence_is_used from public;

-- As in migrations/0016-retention.sql, with the body's own periods. A pack's file goes with its pack, and what a
-- recommendation rests on stays as long as the recommendation.
drop function dispose_of_due(uuid, date, integer, integer);
create function dispose_of_due(p_org uuid, p_today date) returns setof bytea
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  assurance_years constant integer := kept_years(p_org, 'assurance', p_today);
  evidence_years constant integer := kept_years(p_org, 'evidence', p_today);
  access_years constant integer := kept_years(p_org, 'access', p_today);
  account_years constant integer := kept_years(p_org, 'account', p_today);
  counts jsonb := '{}';
  due uuid[];
  files bytea[];
  packs bytea[];
begin
  -- Assurance: so many years after the end of the financial year.
  select array_agg(id) into due from assessment
    where org_id = p_org and make_date(left(year, 4)::integer + 1, 3, 31) + make_interval(years => assurance_years) < p_today;
  if due is not null then
    select array_agg(sha256) into packs from issued_pack where org_id = p_org and assessment_id = any(due);
    call dispose_of(p_org, 'assessment', due, counts);
    perform note_disposal(p_org, 'assurance', assurance_years, counts, p_today);
  end if;
  -- Evidence that no record uses: so many years after it was added or dated, whichever is later.
  counts := '{}';
  select array_agg(e.id), array_agg(e.sha256) filter (where e.sha256 is not null) into due, files from evidence e
    where e.org_id = p_org and greatest(e.dated_on, e.created_at::date) + make_interval(years => evidence_years) < p_today
      and not evidence_is_used(p_org, e.id);
  if due is not null then
    call dispose_of(p_org, 'evidence', due, counts);
    perform note_disposal(p_org, 'evidence', evidence_years, counts, p_today);
  end if;
  -- What was opened to others: so many years after it ended.
  counts := '{}';
  select array_agg(id) into due from access_grant where org_id = p_org and to_day < 'infinity' and to_day + make_interval(years => access_years) < p_today;
  if due is not null then
    call dispose_of(p_org, 'access_grant', due, counts);
    perform note_disposal(p_org, 'access', access_years, counts, p_today);
  end if;
  -- People: so many years after their last role here ended; their account goes with their last body.
  counts := '{}';
  select array_agg(p.id) into due from person p
    where p.org_id = p_org and exists (select from membership m where m.org_id = p_org and m.person_id = p.id)
      and not exists (select from membership m where m.org_id = p_org and m.person_id = p.id and (m.to_day = 'infinity' or m.to_day + make_interval(years => account_years) >= p_today));
  if due is not null then
    call dispose_of(p_org, 'person', due, counts);
    perform note_disposal(p_org, 'account', account_years, counts, p_today);
    delete from account a where a.home_org_id = p_org and not a.demonstration and not exists (select from person p where p.account_id = a.id)
      and a.created_at + make_interval(years => account_years) < p_today;
  end if;
  return query select distinct f from unnest(files || packs) f where not file_is_named(p_org, f);
end
$$;
revoke execute on function dispose_of_due from public;
grant execute on function dispose_of_due to dueregard_accounts;

-- Whether any record of a body names a file of its store.
create function file_is_named(p_org uuid, p_sha256 bytea) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from evidence e where e.org_id = p_org and e.sha256 = p_sha256)
    or exists (select from issued_pack i where i.org_id = p_org and i.sha256 = p_sha256)
$$;
revoke execute on function file_is_named from public;
grant execute on function file_is_named to dueregard_accounts;

-- Whether the scope's organisation may ask somebody to begin for a partner: something of its own is open to the partner,
-- nobody works there or has recorded anything there, nothing stands below it, and nobody else has opened anything to it.
-- So whoever comes in this way reaches what was opened to them, and nothing else (docs/decisions/0024-partners-without-people.md).
create function may_begin_for(p_partner uuid, p_day date) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from access_grant g where g.org_id = scope_organisation() and g.grantee_id = p_partner and g.kind = 'part' and p_day < g.to_day)
    and exists (select from organisation o where o.id = p_partner and o.kind <> 'home_office' and (o.closed_on is null or p_day < o.closed_on))
    and not exists (select from person p where p.org_id = p_partner and not p.invited)
    and not exists (select from assessment a where a.org_id = p_partner)
    and not exists (select from organisation_closure c where c.ancestor_id = p_partner)
    and not exists (select from access_grant g where g.grantee_id = p_partner and g.org_id <> scope_organisation() and p_day < g.to_day)
$$;
revoke execute on function may_begin_for from public;
grant execute on function may_begin_for to dueregard_own;
