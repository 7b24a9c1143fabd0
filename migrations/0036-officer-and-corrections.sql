-- A role of its own for who takes bookings of venues in and checks them (docs/decisions/0040-the-bookings-officer.md).
alter table membership drop constraint membership_role_check;
alter table membership add check (role in ('prevent_lead', 'contributor', 'second_reader', 'administrator', 'viewer', 'bookings_officer', 'adviser'));

-- Who only takes bookings in turns no key, whatever key they were given before.
create function refuse_key_of_officer() returns trigger language plpgsql as $$
begin
  if not exists (select from membership m where m.org_id = new.org_id and m.person_id = scope_person() and m.department_id = new.department_id
      and m.role in ('prevent_lead', 'contributor') and m.from_day <= new.turned_on and new.turned_on < m.to_day) then
    raise exception 'who takes bookings in does not decide about them' using errcode = 'DR037';
  end if;
  return new;
end
$$;
create trigger not_by_officer before insert on booking_key for each row execute function refuse_key_of_officer();

-- As in migrations/0023-mail.sql: for a person of every body where they have a role that day that reads all that is due there.
create or replace function calendar_at(p_token_sha256 bytea, p_today date) returns jsonb
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  feed calendar_feed;
  bodies uuid[];
begin
  select * into feed from calendar_feed where token_sha256 = p_token_sha256;
  if not found then return null; end if;
  if feed.person_id is null then
    bodies := array[feed.org_id];
  elsif exists (select from mail_recipients(p_today) r where r.org_id = feed.org_id and r.person_id = feed.person_id and r.role <> 'bookings_officer') then
    select array_agg(distinct r.org_id) into bodies
    from person holder
      join person p on p.account_id = holder.account_id
      join mail_recipients(p_today) r on r.org_id = p.org_id and r.person_id = p.id and r.role <> 'bookings_officer'
    where holder.org_id = feed.org_id and holder.id = feed.person_id;
  else
    return null;
  end if;
  return jsonb_build_object('organisation', (select o.name from organisation o where o.id = feed.org_id), 'own', feed.person_id is not null, 'items',
    (select coalesce(jsonb_agg(jsonb_build_object('organisation', o.name, 'shortName', o.short_name, 'invented', o.invented, 'kind', i.kind, 'about', i.about,
        'dueOn', i.due_on, 'title', i.title, 'year', i.year, 'changedAt', i.changed_at) order by i.due_on, o.name, i.kind, i.about), '[]')
      from due_item i join organisation o on o.id = i.org_id
      where i.org_id = any(bodies) and i.marking = 'OFFICIAL' and i.due_on between p_today - 400 and p_today + 800));
end
$$;

-- A mistake in what was taken in is put right before anything is decided, with a reason (docs/decisions/0040-the-bookings-officer.md).
create table booking_correction (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  booking_id uuid not null,
  -- Of the booking: each is corrected once.
  corrected_version integer not null,
  corrected_on date not null,
  changed text[] not null check (cardinality(changed) > 0 and changed <@ array['reference', 'site', 'event', 'size', 'admission', 'hired_before', 'details_held', 'terms_accepted', 'concern', 'booked_by', 'event_kind']),
  reason text not null check (length(reason) between 1 and 1000),
  primary key (org_id, id),
  unique (org_id, booking_id, corrected_version),
  foreign key (org_id, booking_id) references booking (org_id, id)
);
call protect_owned('booking_correction', '{reason}');
create trigger unchanged before update or delete on booking_correction for each row execute function refuse_change();

-- The round in which the hire is decided: what was looked at and decided in a round before it is void, and stays to be read.
alter table booking add column hire_round integer not null default 1;
alter table booking add check (hire_round between 1 and round);
-- Corrected after somebody had decided: from then on the rules alone approve it no more.
alter table booking add column after_key boolean not null default false;
alter table booking drop constraint booking_check1;
alter table booking add check (triggers = array_remove(array[
  case when not details_held then 'details' end, case when not terms_accepted then 'terms' end,
  case when admission = 'open' and size >= large_from then 'large' end, case when admission = 'open' and not hired_before then 'first' end,
  case when not hired_before and event_on - received_on < 5 then 'short' end, case when concern is not null then 'concern' end, case when after_key then 'corrected' end], null));

alter table booking_check add column round integer not null default 1;
alter table booking_check drop constraint booking_check_org_id_booking_id_item_key;
alter table booking_check add unique (org_id, booking_id, round, item);

create function hold_booking_correction() returns trigger language plpgsql as $$
begin
  perform from booking b where b.org_id = new.org_id and b.id = new.booking_id and b.asking = 'hire' and b.version = new.corrected_version
    and new.corrected_on between b.received_on and b.event_on for update;
  if not found then raise exception 'what was taken in is corrected before it is decided' using errcode = 'DR037'; end if;
  return new;
end
$$;
create trigger undecided before insert on booking_correction for each row execute function hold_booking_correction();

-- As in migrations/0030-venue-hire.sql, and: the facts of a booking change by a correction of this version alone, while the
-- hire is open. One that changes what was decided by begins a new round. What is ordinary then is approved by the rules.
create or replace function hold_booking() returns trigger language plpgsql as $$
declare
  verdict text;
  became constant text[] := array['approve', 'conditions', 'refuse'];
  voids boolean;
begin
  if tg_op = 'INSERT' then
    if (new.round, new.hire_round, new.after_key) is distinct from (1, 1, false) or not (new.asking is not distinct from 'hire' or (new.by_rule and new.outcome = 'approved' and new.decided_on = new.received_on)) then
      raise exception 'a booking begins open, or is approved by the rules' using errcode = 'DR037';
    end if;
    return new;
  end if;
  voids := (new.site_id, new.event_on, new.booked_by, new.event_kind, new.size, new.admission) is distinct from (old.site_id, old.event_on, old.booked_by, old.event_kind, old.size, old.admission)
    or new.concern is distinct from old.concern;
  if voids or (new.reference, new.hired_before, new.details_held, new.terms_accepted) is distinct from (old.reference, old.hired_before, old.details_held, old.terms_accepted) then
    if old.asking is distinct from 'hire' or new.received_on <> old.received_on or (new.site_id = old.site_id and (new.policy_id, new.large_from) is distinct from (old.policy_id, old.large_from))
      or new.round <> old.round + voids::integer or new.hire_round <> new.round
      or not exists (select from booking_correction c where c.org_id = new.org_id and c.booking_id = new.id and c.corrected_version = old.version) then
      raise exception 'the facts of a booking stand' using errcode = 'DR037';
    end if;
    new.after_key := exists (select from booking_key k where k.org_id = new.org_id and k.booking_id = new.id);
    if (new.by_rule and new.asking is null and new.outcome = 'approved') or (not new.by_rule and new.asking is not distinct from 'hire' and new.triggers <> '{}') then return new; end if;
    raise exception 'a booking is decided by two departments' using errcode = 'DR037';
  end if;
  if (new.policy_id, new.received_on, new.large_from, new.by_rule, new.hire_round, new.after_key) is distinct from (old.policy_id, old.received_on, old.large_from, old.by_rule, old.hire_round, old.after_key) then
    raise exception 'the facts of a booking stand' using errcode = 'DR037';
  end if;
  if new.outcome = 'withdrawn' and (old.outcome is null or old.outcome in ('approved', 'conditions')) and new.asking is null and new.round = old.round then return new; end if;
  if old.asking is null and new.asking = 'cancellation' and new.round = old.round + 1 and new.outcome = old.outcome and new.decided_on = old.decided_on then return new; end if;
  if old.asking is not null and new.asking is null and new.round = old.round then
    verdict := verdict_of(new.org_id, new.id, new.round);
    if old.asking = 'hire' and new.outcome = (array['approved', 'conditions', 'refused'])[array_position(became, verdict)] then return new; end if;
    if old.asking = 'cancellation' and (verdict = 'cancel' and new.outcome = 'cancelled' or verdict = 'keep' and new.outcome = old.outcome and new.decided_on = old.decided_on) then return new; end if;
  end if;
  raise exception 'a booking is decided by two departments' using errcode = 'DR037';
end
$$;

-- What was looked at stands once somebody has decided by it, in the round that is open.
create or replace function hold_booking_check() returns trigger language plpgsql as $$
declare
  open_round integer;
begin
  select b.round into open_round from booking b where b.org_id = new.org_id and b.id = new.booking_id and b.asking = 'hire' for share;
  if tg_op = 'INSERT' then new.round := coalesce(open_round, 1); end if;
  if new.round is distinct from open_round or exists (select from booking_key k where k.org_id = new.org_id and k.booking_id = new.booking_id and k.round = open_round) then
    raise exception 'what was looked at stands once somebody has decided by it' using errcode = 'DR037';
  end if;
  return new;
end
$$;

-- Who corrected what was taken in took part, as who took it in did.
create function hold_hearing() returns trigger language plpgsql as $$
begin
  if exists (select from booking_correction c where c.org_id = new.org_id and c.booking_id = new.booking_id and c.created_by = new.heard_by) then
    raise exception 'a review is heard by somebody who took no part' using errcode = 'DR037';
  end if;
  return new;
end
$$;
create trigger heard_apart before update on booking_review for each row execute function hold_hearing();

-- Who asked another body to take a risk withdraws it with a reason, as long as there is no answer. Both read it.
create table risk_withdrawal (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  request_id uuid not null,
  -- Filled in from the request.
  to_id uuid not null references organisation,
  withdrawn_on date not null,
  reason text not null check (length(reason) between 1 and 2000),
  primary key (org_id, id),
  unique (org_id, request_id),
  foreign key (org_id, request_id) references risk_request (org_id, id)
);
create index risk_withdrawal_to on risk_withdrawal (to_id);
call protect_owned('risk_withdrawal', '{reason}');
create trigger unchanged before update or delete on risk_withdrawal for each row execute function refuse_change();
create policy withdrawn_to_us on risk_withdrawal for select to dueregard_own using (to_id = scope_organisation());

-- A request comes to one end: an answer or a withdrawal, whichever is first. Who comes at the same moment waits for the other,
-- as holdRequest (src/capabilities/oversight/requests-store.ts) does.
create function hold_risk_withdrawal() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('risk request ' || new.request_id, 0));
  select q.to_id into new.to_id from risk_request q where q.org_id = new.org_id and q.id = new.request_id;
  if not found or exists (select from risk_reply a where a.org_id = new.to_id and a.request_org_id = new.org_id and a.request_id = new.request_id) then
    raise exception 'what was answered is not withdrawn' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger held before insert on risk_withdrawal for each row execute function hold_risk_withdrawal();

create function refuse_answer_to_withdrawn() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('risk request ' || new.request_id, 0));
  if exists (select from risk_withdrawal w where w.org_id = new.request_org_id and w.request_id = new.request_id) then
    raise exception 'what was withdrawn is not answered' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger still_asked before insert on risk_reply for each row execute function refuse_answer_to_withdrawn();

-- As in migrations/0025-roll-up.sql; what was withdrawn is awaited no more.
create or replace function hold_risk_request() returns trigger language plpgsql as $$
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
      and not exists (select from risk_reply a where a.org_id = q.to_id and a.request_org_id = q.org_id and a.request_id = q.id)
      and not exists (select from risk_withdrawal w where w.org_id = q.org_id and w.request_id = q.id)) then
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
