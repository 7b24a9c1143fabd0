-- The hire of venues: sites, the policy that applies to them, and bookings that two departments decide
-- (docs/decisions/0037-two-keys.md). No record says who hires, who speaks or who comes: that stays in the booking system.

-- An edition of the policy on hire, in force from a day to a day.
create table venue_policy (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  title text not null check (length(title) between 1 and 120),
  from_day date not null,
  -- The last day on which it is in force.
  to_day date,
  endorsed_by text check (length(endorsed_by) between 1 and 120),
  endorsed_on date,
  primary key (org_id, id),
  check (to_day >= from_day),
  check (num_nonnulls(endorsed_by, endorsed_on) <> 1)
);
call protect_owned('venue_policy');

-- How a site is held, who answers for it, and what is in place there.
create table venue_site (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  title text not null check (length(title) between 1 and 120),
  held text not null check (held in ('owned', 'leased_in', 'leased_out', 'managed_by_others')),
  department_id uuid,
  policy_id uuid,
  capacity integer not null check (capacity between 1 and 200000),
  -- An event that is open to everybody is large from so many people on.
  large_from integer not null check (large_from between 1 and 200000),
  staff integer not null default 0 check (staff >= 0),
  staff_trained integer not null default 0 check (staff_trained between 0 and staff),
  it_filtering text not null default 'not_stated' check (it_filtering in ('not_stated', 'none_there', 'filtered', 'unfiltered')),
  it_review_on date,
  wifi_filtering text not null default 'not_stated' check (wifi_filtering in ('not_stated', 'none_there', 'filtered', 'unfiltered')),
  wifi_review_on date,
  primary key (org_id, id),
  unique (org_id, title),
  foreign key (org_id, department_id) references department (org_id, id),
  foreign key (org_id, policy_id) references venue_policy (org_id, id)
);
create index venue_site_of_policy on venue_site (org_id, policy_id);
call protect_owned('venue_site');

-- Due diligence on an organisation that is funded or contracted, as a dated check.
create table partner_check (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  partner text not null check (length(partner) between 1 and 200),
  relation text not null check (relation in ('funded', 'contracted')),
  checked_on date not null,
  found text not null check (found in ('clear', 'conditions', 'ended')),
  next_on date,
  said text not null default '' check (length(said) <= 1000),
  primary key (org_id, id),
  check (next_on > checked_on)
);
call protect_owned('partner_check', '{said}');
create trigger unchanged before update or delete on partner_check for each row execute function refuse_change();

-- Who holds a key, and for which department: one side from property, one from community safety, and a third who decides
-- where the two disagree.
create table key_holder (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  person_id uuid not null,
  department_id uuid not null,
  side text not null check (side in ('property', 'safety', 'third')),
  from_day date not null,
  to_day date not null default 'infinity',
  primary key (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, department_id) references department (org_id, id),
  check (to_day >= from_day)
);
create index key_holder_of_person on key_holder (org_id, person_id);
create index key_holder_of_department on key_holder (org_id, department_id);
call protect_owned('key_holder');

-- A booking as the bookings officer takes it in. What the rules ask of it is computed from its facts, and nothing else.
create table booking (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  reference text not null check (reference ~ '^[A-Z0-9][A-Z0-9/-]{2,29}$'),
  site_id uuid not null,
  policy_id uuid not null,
  received_on date not null,
  event_on date not null,
  -- Neither of these two is in any rule.
  booked_by text not null check (booked_by in ('public_body', 'charity', 'company', 'community_group', 'party_or_candidate', 'private_person')),
  event_kind text not null check (event_kind in ('meeting', 'talk', 'class', 'social', 'performance', 'market', 'other')),
  size integer not null check (size between 1 and 200000),
  admission text not null check (admission in ('invited', 'ticketed', 'open')),
  hired_before boolean not null,
  details_held boolean not null,
  terms_accepted boolean not null,
  concern text check (concern in ('unlawful', 'proscribed', 'disorder', 'safety', 'terms', 'damage')),
  large_from integer not null,
  triggers text[] not null,
  decide_by date not null,
  -- Which decision is open: the hire at first, a cancellation later. Each has a round of keys of its own.
  asking text check (asking in ('hire', 'cancellation')),
  round integer not null default 1 check (round >= 1),
  outcome text check (outcome in ('approved', 'conditions', 'refused', 'withdrawn', 'cancelled')),
  by_rule boolean not null default false,
  decided_on date,
  withdrawn_when text check (withdrawn_when in ('before_checks', 'during_checks', 'after_conditions', 'after_approval')),
  primary key (org_id, id),
  unique (org_id, reference),
  foreign key (org_id, site_id) references venue_site (org_id, id),
  foreign key (org_id, policy_id) references venue_policy (org_id, id),
  check (received_on <= event_on and decide_by <= event_on and decided_on <= event_on),
  check (triggers = array_remove(array[
    case when not details_held then 'details' end, case when not terms_accepted then 'terms' end,
    case when admission = 'open' and size >= large_from then 'large' end, case when admission = 'open' and not hired_before then 'first' end,
    case when not hired_before and event_on - received_on < 5 then 'short' end, case when concern is not null then 'concern' end], null)),
  check ((outcome is null) = (decided_on is null) and (outcome is null) = (asking is not distinct from 'hire')),
  check (asking is distinct from 'cancellation' or outcome in ('approved', 'conditions')),
  check ((outcome is not distinct from 'withdrawn') = (withdrawn_when is not null)),
  -- What the rules ask nothing of is approved in one step, and nothing else is.
  check (not by_rule or (triggers = '{}' and outcome in ('approved', 'withdrawn', 'cancelled')))
);
create index booking_of_site on booking (org_id, site_id);
create index booking_of_policy on booking (org_id, policy_id);
create index booking_waiting on booking (decide_by) where asking is not null;
call protect_owned('booking', '{reference}');

-- What was looked at, and what it showed.
create table booking_check (
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
  item text not null check (item in ('purpose', 'for_whom', 'publicity', 'sources', 'registers', 'earlier_hires', 'safety')),
  found text not null check (found in ('clear', 'question', 'not_found')),
  said text not null default '' check (length(said) <= 300),
  primary key (org_id, id),
  unique (org_id, booking_id, item),
  foreign key (org_id, booking_id) references booking (org_id, id),
  check (found = 'clear' or said <> '')
);
call protect_owned('booking_check', '{said}');

-- A question to the legal team, and its answer. It stops no clock.
create table booking_advice (
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
  asked_on date not null,
  question text not null check (length(question) between 1 and 1000),
  answered_on date,
  answer text check (length(answer) between 1 and 2000),
  primary key (org_id, id),
  foreign key (org_id, booking_id) references booking (org_id, id),
  check (num_nonnulls(answered_on, answer) <> 1 and answered_on >= asked_on)
);
create index booking_advice_of_booking on booking_advice (org_id, booking_id);
call protect_owned('booking_advice', '{question,answer}');

-- One key: what one person of one department decides. A refusal, a cancellation and a condition that restricts say their
-- ground and their safeguards, or they are not recorded.
create table booking_key (
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
  round integer not null,
  side text not null check (side in ('property', 'safety', 'third')),
  department_id uuid not null,
  -- The edition of the policy that it was decided by.
  policy_id uuid not null,
  -- Set by the database. No key leads to the person: what was decided outlives who decided it.
  person_id uuid not null,
  turned_on date not null,
  verdict text not null check (verdict in ('approve', 'conditions', 'refuse', 'cancel', 'keep')),
  said text not null check (length(said) between 1 and 1000),
  conditions text check (length(conditions) between 1 and 2000),
  restrictive boolean not null default false,
  ground text check (ground in ('unlawful', 'proscribed', 'disorder', 'safety', 'terms', 'damage')),
  ground_said text check (length(ground_said) between 1 and 2000),
  less_restrictive text check (length(less_restrictive) between 1 and 2000),
  equality text check (length(equality) between 1 and 2000),
  expression text check (length(expression) between 1 and 2000),
  election text check (election in ('outside', 'no_right', 'right')),
  review_route text check (length(review_route) between 1 and 500),
  primary key (org_id, id),
  -- Never the same side, never the same department, never the same person.
  unique (org_id, booking_id, round, side),
  unique (org_id, booking_id, round, department_id),
  unique (org_id, booking_id, round, person_id),
  foreign key (org_id, booking_id) references booking (org_id, id),
  foreign key (org_id, department_id) references department (org_id, id),
  foreign key (org_id, policy_id) references venue_policy (org_id, id),
  check ((verdict = 'conditions') = (conditions is not null) and (not restrictive or verdict = 'conditions')),
  check (num_nonnulls(ground, ground_said, less_restrictive, equality, expression, election, review_route) = case when verdict in ('refuse', 'cancel') or restrictive then 7 else 0 end)
);
create index booking_key_of_department on booking_key (org_id, department_id);
create index booking_key_of_policy on booking_key (org_id, policy_id);
call protect_owned('booking_key', '{said,conditions,ground_said,less_restrictive,equality,expression,review_route}');

-- The hirer asks for a review, and a third person hears it.
create table booking_review (
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
  round integer not null,
  asked_on date not null,
  said text not null check (length(said) between 1 and 1000),
  result text check (result in ('upheld', 'overturned')),
  heard_on date,
  -- Set by the database.
  heard_by uuid,
  reason text check (length(reason) between 1 and 2000),
  primary key (org_id, id),
  unique (org_id, booking_id, round),
  foreign key (org_id, booking_id) references booking (org_id, id),
  check (num_nulls(result, heard_on, heard_by, reason) in (0, 4) and heard_on >= asked_on)
);
call protect_owned('booking_review', '{said,reason}');

-- What went wrong or nearly did, and what was learned. Actions of the plan name it as what they come from.
create table venue_incident (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  site_id uuid not null,
  -- A booking goes before the incident does.
  booking_id uuid,
  happened_on date not null,
  kind text not null check (kind in ('incident', 'near_miss')),
  wrongly_allowed boolean not null default false,
  what text not null check (length(what) between 1 and 2000),
  learned text not null check (length(learned) between 1 and 2000),
  primary key (org_id, id),
  foreign key (org_id, site_id) references venue_site (org_id, id),
  check (not wrongly_allowed or booking_id is not null)
);
create index venue_incident_of_site on venue_incident (org_id, site_id);
create index venue_incident_of_booking on venue_incident (org_id, booking_id);
call protect_owned('venue_incident', '{what,learned}');
create trigger unchanged before update or delete on venue_incident for each row execute function refuse_change();

revoke delete on venue_policy, venue_site, key_holder, booking, booking_check, booking_advice, booking_key, booking_review from dueregard_own;

-- What the keys of a round come to: nothing until both sides have turned theirs, what both say where they agree, and what
-- the third says where they do not.
create function verdict_of(p_org uuid, p_booking uuid, p_round integer) returns text language sql stable as $$
  select case when p.verdict = s.verdict then p.verdict else t.verdict end
  from booking_key p
    join booking_key s on s.org_id = p.org_id and s.booking_id = p.booking_id and s.round = p.round and s.side = 'safety'
    left join booking_key t on t.org_id = p.org_id and t.booking_id = p.booking_id and t.round = p.round and t.side = 'third'
  where p.org_id = p_org and p.booking_id = p_booking and p.round = p_round and p.side = 'property'
    and p.person_id <> s.person_id and p.department_id <> s.department_id
$$;

-- A key is turned by somebody who holds it that day for a department where they work that day. Who turns one holds the
-- booking until the transaction ends, so that two who press at once come one after the other.
create function hold_key() returns trigger language plpgsql as $$
declare
  held booking;
begin
  if tg_op <> 'INSERT' then raise exception 'a key that was turned stays turned' using errcode = 'DR037'; end if;
  select * into held from booking b where b.org_id = new.org_id and b.id = new.booking_id for update;
  new.person_id := scope_person();
  if held.asking is null or held.round <> new.round or new.turned_on not between held.received_on and held.event_on
    or (held.asking = 'hire') <> (new.verdict in ('approve', 'conditions', 'refuse')) then
    raise exception 'this decision is not open' using errcode = 'DR037';
  end if;
  if not exists (select from key_holder h join membership m on m.org_id = h.org_id and m.person_id = h.person_id and m.department_id = h.department_id
      where h.org_id = new.org_id and h.person_id = new.person_id and h.department_id = new.department_id and h.side = new.side
        and h.from_day <= new.turned_on and new.turned_on < h.to_day and m.from_day <= new.turned_on and new.turned_on < m.to_day) then
    raise exception 'who turns a key holds it' using errcode = 'DR037';
  end if;
  if not exists (select from venue_policy p where p.org_id = new.org_id and p.id = new.policy_id and p.from_day <= new.turned_on and (p.to_day is null or new.turned_on <= p.to_day)) then
    raise exception 'a booking is decided by a policy that is in force' using errcode = 'DR037';
  end if;
  if new.side = 'third' and (select count(distinct k.verdict) from booking_key k where k.org_id = new.org_id and k.booking_id = new.booking_id and k.round = new.round) <> 2 then
    raise exception 'the third decides where two disagree' using errcode = 'DR037';
  end if;
  if new.election = 'right' and not exists (select from booking_advice a where a.org_id = new.org_id and a.booking_id = new.booking_id and a.answered_on is not null) then
    raise exception 'a candidate’s right to a room is not refused without legal advice' using errcode = 'DR037';
  end if;
  return new;
end
$$;
create trigger turned before insert or update on booking_key for each row execute function hold_key();

-- A booking goes from open to decided by its keys, by the rules, or because the hirer withdrew, and in no other way.
create function hold_booking() returns trigger language plpgsql as $$
declare
  verdict text;
  became constant text[] := array['approve', 'conditions', 'refuse'];
begin
  if tg_op = 'INSERT' then
    if new.round <> 1 or not (new.asking is not distinct from 'hire' or (new.by_rule and new.outcome = 'approved' and new.decided_on = new.received_on)) then
      raise exception 'a booking begins open, or is approved by the rules' using errcode = 'DR037';
    end if;
    return new;
  end if;
  if (new.reference, new.site_id, new.policy_id, new.received_on, new.event_on, new.booked_by, new.event_kind, new.size, new.admission, new.hired_before, new.details_held, new.terms_accepted, new.large_from, new.by_rule)
      is distinct from (old.reference, old.site_id, old.policy_id, old.received_on, old.event_on, old.booked_by, old.event_kind, old.size, old.admission, old.hired_before, old.details_held, old.terms_accepted, old.large_from, old.by_rule)
    or new.concern is distinct from old.concern then
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
create trigger decided before insert or update on booking for each row execute function hold_booking();

-- What was looked at stands once somebody has decided by it.
create function hold_booking_check() returns trigger language plpgsql as $$
begin
  perform from booking b where b.org_id = new.org_id and b.id = new.booking_id and b.asking = 'hire' for share;
  if not found or exists (select from booking_key k where k.org_id = new.org_id and k.booking_id = new.booking_id) then
    raise exception 'what was looked at stands once somebody has decided by it' using errcode = 'DR037';
  end if;
  return new;
end
$$;
create trigger before_keys before insert or update on booking_check for each row execute function hold_booking_check();

-- A review is of a refusal, a cancellation or a condition that restricts; who hears it turned no key of it and did not take
-- the booking in.
create function hold_booking_review() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.result is not null or not exists (select from booking_key k join booking b on b.org_id = k.org_id and b.id = k.booking_id
        where k.org_id = new.org_id and k.booking_id = new.booking_id and k.round = new.round and b.round = new.round and b.asking is null
          and (b.outcome in ('refused', 'cancelled') or (b.outcome = 'conditions' and k.restrictive))) then
      raise exception 'there is nothing to review' using errcode = 'DR037';
    end if;
    return new;
  end if;
  if old.result is not null then raise exception 'a review that was heard stands' using errcode = 'DR037'; end if;
  new.heard_by := case when new.result is not null then scope_person() end;
  if exists (select from booking_key k where k.org_id = new.org_id and k.booking_id = new.booking_id and k.person_id = new.heard_by)
    or exists (select from booking b where b.org_id = new.org_id and b.id = new.booking_id and b.created_by = new.heard_by) then
    raise exception 'a review is heard by somebody who took no part' using errcode = 'DR037';
  end if;
  return new;
end
$$;
create trigger heard before insert or update on booking_review for each row execute function hold_booking_review();

-- As in migrations/0023-mail.sql, with the bookings that wait for a decision, and of the bodies that set a quarter only those
-- that ask themselves (migrations/0026-asked.sql); calendarFor (src/capabilities/risk-log/returns-store.ts) says the same of one body.
create or replace view due_item with (security_invoker = true) as
  select m.org_id, 'paper' as kind, m.id::text as about, m.papers_due_on as due_on, m.committee as title, m.year, m.marking::text as marking, m.changed_at, null::integer[] as reminder_days
  from committee_meeting m where m.sent_on is null
  union all
  select m.org_id, 'meeting', m.id::text, m.meets_on, m.committee, m.year, m.marking::text, m.changed_at, null
  from committee_meeting m
  union all
  select f.org_id, 'recommendation', f.recommendation_id::text, f.due_on, coalesce(r.benchmark_code, ''), a.year,
    case when 'OFFICIAL-SENSITIVE' in (f.marking, r.marking) then 'OFFICIAL-SENSITIVE' else 'OFFICIAL' end, f.changed_at, null
  from follow_up f
    join recommendation r on r.org_id = f.org_id and r.id = f.recommendation_id
    join moderation o on o.org_id = r.org_id and o.id = r.moderation_id
    join assessment a on a.org_id = o.org_id and a.id = o.assessment_id
  where f.state <> 'closed' and f.due_on is not null
  union all
  select b.org_id, 'return', q.quarter, q.due_on, q.quarter, left(q.quarter, 7), 'OFFICIAL', q.changed_at,
    -- Its own days, and the day itself.
    case when 0 = any(q.reminder_days) or q.reminder_days = '{}' then q.reminder_days else q.reminder_days || 0 end
  from risk_quarter q
    join (select id as setter_id, id as org_id, 0 as depth, '-infinity'::date as from_day, 'infinity'::date as to_day from organisation
      union all select ancestor_id, descendant_id, depth, from_day, to_day from organisation_closure) b
      on b.setter_id = q.org_id and b.from_day <= current_date and current_date < b.to_day
  -- A list that is read once: asked of each body by itself, ten thousand of them take ten times as long.
  where (b.depth > 0 or q.asks_setter or b.org_id not in (select u.ancestor_id from organisation_closure u where u.from_day <= current_date and current_date < u.to_day))
    and not exists (select from organisation_closure h join risk_quarter hq on hq.org_id = h.ancestor_id and hq.quarter = q.quarter
      where h.descendant_id = b.org_id and h.depth > b.depth and h.from_day <= current_date and current_date < h.to_day)
    and not exists (select from risk_return r where r.org_id = b.org_id and r.quarter = q.quarter and r.sent_at is not null)
  union all
  -- A decision about a booking that is open, without a word of the booking.
  select b.org_id, 'booking', b.id::text, b.decide_by, '',
    (extract(year from b.event_on)::integer - case when extract(month from b.event_on) < 4 then 1 else 0 end)::text || '-'
      || lpad(((extract(year from b.event_on)::integer + case when extract(month from b.event_on) < 4 then 0 else 1 end) % 100)::text, 2, '0'),
    b.marking::text, b.changed_at, null
  from booking b where b.asking is not null and b.event_on >= current_date;

-- A booking goes with all that hangs on it two years after its event: longer than any claim about it may be brought, and no
-- longer. What went wrong at a site, and the checks of partners, are kept for the period of assurance.
create function dispose_of_old_bookings(p_org uuid, p_today date) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  booking_years constant integer := 2;
  assurance_years constant integer := kept_years(p_org, 'assurance', p_today);
  counts jsonb := '{}';
  due uuid[];
begin
  select array_agg(id) into due from venue_incident where org_id = p_org and happened_on < p_today - make_interval(years => assurance_years);
  if due is not null then call dispose_of(p_org, 'venue_incident', due, counts); end if;
  select array_agg(id) into due from partner_check where org_id = p_org and checked_on < p_today - make_interval(years => assurance_years);
  if due is not null then call dispose_of(p_org, 'partner_check', due, counts); end if;
  perform note_disposal(p_org, 'assurance', assurance_years, counts, p_today);
  counts := '{}';
  -- An incident stays, without the booking that it was at.
  select array_agg(id) into due from booking where org_id = p_org and event_on < p_today - make_interval(years => booking_years);
  if due is not null then call dispose_of(p_org, 'booking', due, counts); end if;
  perform note_disposal(p_org, 'assurance', booking_years, counts, p_today);
end
$$;
revoke execute on function dispose_of_old_bookings from public;
grant execute on function dispose_of_old_bookings to dueregard_accounts;
