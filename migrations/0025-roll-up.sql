-- A county's register stands in the county's own risk log. What a risk there rests on are risks as bodies below sent them, and
-- one risk can be passed to the body above or to one below (docs/decisions/0032-the-roll-up.md).

-- A risk of the body's own log rests on a risk that a body below sent. Its words are not copied: they stay that body's, as it
-- sent them, and are read where it sent them. There is no foreign key to them, since each body's records have a period of their own.
create table risk_citation (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  risk_id uuid not null,
  cited_on date not null,
  body_id uuid not null references organisation,
  returned_id uuid not null,
  -- As the row that was sent has them.
  quarter text not null,
  number integer not null,
  primary key (org_id, id),
  unique (org_id, risk_id, returned_id),
  foreign key (org_id, risk_id) references risk (org_id, id)
);
call protect_owned('risk_citation');
create trigger unchanged before update on risk_citation for each row execute function refuse_change();

-- What is cited was sent, by a body directly below on that day. It reads what the own scope does not, and says only whether it is so.
create function hold_citation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select t.quarter, t.number into new.quarter, new.number
  from returned_risk t join organisation_link l on l.child_id = t.org_id and l.parent_id = new.org_id and l.from_day <= new.cited_on and l.to_day > new.cited_on
  where t.org_id = new.body_id and t.id = new.returned_id;
  if not found then
    raise exception 'a risk rests on what a body below has sent' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger sent before insert on risk_citation for each row execute function hold_citation();

-- One body asks the one above to take a risk, or hands it to one below, with the words and scores that it has on that day.
create table risk_request (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  to_id uuid not null references organisation,
  way text not null check (way in ('up', 'down')),
  asked_on date not null,
  reason text not null check (length(reason) between 1 and 2000),
  risk_id uuid not null,
  number integer not null,
  theme text not null,
  cause text not null,
  event text not null,
  effect text not null,
  controls text not null,
  next_review_on date not null,
  inherent_likelihood integer not null,
  inherent_impact integer not null,
  residual_likelihood integer not null,
  residual_impact integer not null,
  residual_level text not null,
  target_likelihood integer not null,
  target_impact integer not null,
  primary key (org_id, id),
  foreign key (org_id, risk_id) references risk (org_id, id),
  check (to_id <> org_id)
);
create index risk_request_of_risk on risk_request (org_id, risk_id);
create index risk_request_to on risk_request (to_id);
call protect_owned('risk_request', '{reason,cause,event,effect,controls}');
create trigger unchanged before update or delete on risk_request for each row execute function refuse_change();
create policy asked_of_us on risk_request for select to dueregard_own using (to_id = scope_organisation());

-- The answer of the body that was asked: one, and final. What it takes stands in its own log.
create table risk_reply (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  request_org_id uuid not null references organisation,
  request_id uuid not null,
  answer text not null check (answer in ('accepted', 'declined')),
  replied_on date not null,
  reason text not null check (length(reason) between 1 and 2000),
  risk_id uuid,
  primary key (org_id, id),
  unique (org_id, request_org_id, request_id),
  foreign key (org_id, risk_id) references risk (org_id, id),
  check ((answer = 'accepted') = (risk_id is not null))
);
create index risk_reply_to on risk_reply (request_org_id, request_id);
create index risk_reply_of_risk on risk_reply (org_id, risk_id);
call protect_owned('risk_reply', '{reason}');
create trigger unchanged before update or delete on risk_reply for each row execute function refuse_change();
create policy answered_to_us on risk_reply for select to dueregard_own using (request_org_id = scope_organisation());

-- A request goes one step up or down the tree, is of an open risk, has its words and scores, and there is one at a time.
create function hold_risk_request() returns trigger language plpgsql as $$
declare
  asked risk;
  scored risk_scoring;
begin
  select r.* into asked from risk r where r.org_id = new.org_id and r.id = new.risk_id and r.closed_on is null for update;
  if not found then raise exception 'a risk is passed on while it is open' using errcode = 'integrity_constraint_violation'; end if;
  if not exists (select from organisation_link l where l.from_day <= new.asked_on and l.to_day > new.asked_on
      and l.parent_id = case new.way when 'up' then new.to_id else new.org_id end and l.child_id = case new.way when 'up' then new.org_id else new.to_id end) then
    raise exception 'a risk is passed to the body above or to one below' using errcode = 'integrity_constraint_violation';
  end if;
  if exists (select from risk_request q where q.org_id = new.org_id and q.risk_id = new.risk_id and q.to_id = new.to_id
      and not exists (select from risk_reply a where a.org_id = q.to_id and a.request_org_id = q.org_id and a.request_id = q.id)) then
    raise exception 'an answer about this risk is awaited already' using errcode = 'integrity_constraint_violation';
  end if;
  select s.* into scored from risk_scoring s where s.org_id = new.org_id and s.risk_id = new.risk_id order by s.number desc limit 1;
  new.marking := asked.marking;
  new.number := asked.number;
  new.theme := asked.theme;
  new.cause := asked.cause;
  new.event := asked.event;
  new.effect := asked.effect;
  new.controls := asked.controls;
  new.next_review_on := asked.next_review_on;
  new.inherent_likelihood := scored.inherent_likelihood;
  new.inherent_impact := scored.inherent_impact;
  new.residual_likelihood := scored.residual_likelihood;
  new.residual_impact := scored.residual_impact;
  new.residual_level := scored.residual_level;
  new.target_likelihood := scored.target_likelihood;
  new.target_impact := scored.target_impact;
  return new;
end
$$;
create trigger held before insert on risk_request for each row execute function hold_risk_request();

create function hold_risk_reply() returns trigger language plpgsql as $$
begin
  if not exists (select from risk_request q where q.org_id = new.request_org_id and q.id = new.request_id and q.to_id = new.org_id) then
    raise exception 'only the body that was asked answers' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger held before insert on risk_reply for each row execute function hold_risk_reply();

-- The risk log and what the county asks about it go when the body's period of assurance is over: a return and a chase so
-- long after the end of their financial year, a request and its answer after their day, a closed risk after it was closed
-- and is in no return any more, a review after it was due, the note of a police profile after its briefing. What is open
-- stays, and so do the matrix and the calendar. A citation goes with the risk that rests on it.
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
  select array_agg(id) into due from risk_request where org_id = p_org and asked_on < last_day;
  if due is not null then call dispose_of(p_org, 'risk_request', due, counts); end if;
  select array_agg(id) into due from risk_reply where org_id = p_org and replied_on < last_day;
  if due is not null then call dispose_of(p_org, 'risk_reply', due, counts); end if;
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
