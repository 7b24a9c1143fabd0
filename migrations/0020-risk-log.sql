-- The risk log and its quarterly return. An area agrees one matrix and one calendar for the bodies below it; each body keeps
-- its log and sends it each quarter; what was sent stands as it was, and the bodies above read that and nothing else.

-- The bodies above the scope's organisation, which set what holds for those below them. A setting, as the tree is.
create function scope_above() returns uuid[] language sql stable parallel safe as
  $$ select string_to_array(nullif(current_setting('app.above', true), ''), ',')::uuid[] $$;

create function scope_above_of(p_org uuid, p_day date) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(string_agg(distinct ancestor_id::text, ','), '') from organisation_closure
  where descendant_id = p_org and from_day <= p_day and p_day < to_day
$$;
revoke execute on function scope_above_of from public;
grant execute on function scope_above_of to dueregard_app, dueregard_own, dueregard_tree, dueregard_grant, dueregard_accounts;

create or replace function enter_scope(p_scope text, p_org uuid, p_person uuid, p_day date) returns void
language plpgsql set search_path = public, pg_temp as $$
begin
  if p_scope not in ('own', 'tree', 'grant', 'accounts', 'national') then
    raise exception 'no scope is called %', p_scope using errcode = 'invalid_parameter_value';
  end if;
  set local citus.propagate_set_commands = 'local';
  execute format('set local app.org = %L', coalesce(p_org::text, ''));
  execute format('set local app.person = %L', coalesce(p_person::text, ''));
  execute format('set local app.national = %L', case p_scope when 'national' then 'yes' else '' end);
  set local app.tree = '';
  set local app.above = '';
  set local app.grants = '';
  set local app.record_grants = '';
  set local app.parts = '';
  set local app.written_parts = '';
  if p_scope = 'own' then
    execute format('set local app.above = %L', scope_above_of(p_org, p_day));
  elsif p_scope = 'tree' then
    execute format('set local app.tree = %L', scope_tree_of(p_org, p_day));
  elsif p_scope = 'grant' then
    execute format('set local app.grants = %L', scope_grants_of(p_org, p_day, false));
    execute format('set local app.record_grants = %L', scope_grants_of(p_org, p_day, true));
    execute format('set local app.parts = %L', scope_parts_of(p_org, p_day, false));
    execute format('set local app.written_parts = %L', scope_parts_of(p_org, p_day, true));
  end if;
  execute format('set local role %I', 'dueregard_' || p_scope);
end
$$;

-- How an area scores: five words for likelihood, five for impact, and the product from which a level begins. A version
-- never changes; new scores take the newest, old ones keep theirs.
create table risk_matrix (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  number integer not null check (number >= 1),
  agreed_on date not null,
  likelihoods text[] not null check (cardinality(likelihoods) = 5),
  impacts text[] not null check (cardinality(impacts) = 5),
  medium_from integer not null check (medium_from >= 2),
  high_from integer not null check (high_from > medium_from),
  very_high_from integer not null check (very_high_from > high_from and very_high_from <= 25),
  primary key (org_id, id),
  unique (org_id, number)
);
call protect_owned('risk_matrix');
create trigger unchanged before update or delete on risk_matrix for each row execute function refuse_change();

-- A quarter of an area's calendar: from when a return can be begun, by when it is due, and on which days from the due date
-- it is reminded of (-14 is two weeks before).
create table risk_quarter (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  quarter text not null check (quarter ~ '^\d{4}-\d{2}-Q[1-4]$'),
  opens_on date not null,
  due_on date not null,
  reminder_days integer[] not null default '{}' check (cardinality(reminder_days) <= 12 and -60 <= all(reminder_days) and 60 >= all(reminder_days)),
  primary key (org_id, id),
  unique (org_id, quarter),
  check (due_on >= opens_on)
);
call protect_owned('risk_quarter');

create table risk (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  number integer not null check (number >= 1),
  theme text not null check (theme in ('premises', 'services', 'online', 'education', 'events', 'workforce', 'partnership')),
  cause text not null check (length(cause) between 1 and 1000),
  event text not null check (length(event) between 1 and 1000),
  effect text not null check (length(effect) between 1 and 1000),
  controls text not null default '' check (length(controls) <= 5000),
  owner_role text check (length(owner_role) between 1 and 120),
  -- Codes hold across editions, so that a risk outlives the edition that it was written under.
  benchmark_codes text[] not null default '{}' check (cardinality(benchmark_codes) <= 20),
  public_summary text not null default '' check (length(public_summary) <= 1000),
  next_review_on date not null,
  reviewed_on date not null,
  closed_on date,
  closed_reason text check (length(closed_reason) between 1 and 2000),
  primary key (org_id, id),
  unique (org_id, number),
  check ((closed_on is null) = (closed_reason is null))
);
create index risk_open on risk (org_id) where closed_on is null;
call protect_owned('risk', '{cause,event,effect,controls,public_summary,closed_reason}');

-- One scoring of a risk: before controls, with them, and where they should bring it. The newest counts, none changes.
create table risk_scoring (
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
  number integer not null check (number >= 1),
  matrix_org_id uuid not null references organisation,
  matrix_number integer not null,
  inherent_likelihood integer not null check (inherent_likelihood between 1 and 5),
  inherent_impact integer not null check (inherent_impact between 1 and 5),
  inherent_level text not null check (inherent_level in ('low', 'medium', 'high', 'very_high')),
  residual_likelihood integer not null check (residual_likelihood between 1 and 5),
  residual_impact integer not null check (residual_impact between 1 and 5),
  residual_level text not null check (residual_level in ('low', 'medium', 'high', 'very_high')),
  target_likelihood integer not null check (target_likelihood between 1 and 5),
  target_impact integer not null check (target_impact between 1 and 5),
  target_level text not null check (target_level in ('low', 'medium', 'high', 'very_high')),
  scored_on date not null,
  -- A risk is re-scored with a reason; the first scoring needs none.
  reason text check (length(reason) between 1 and 2000),
  primary key (org_id, id),
  unique (org_id, risk_id, number),
  foreign key (org_id, risk_id) references risk (org_id, id),
  check ((number = 1) = (reason is null)),
  -- Controls make a risk smaller, never larger.
  check (residual_likelihood * residual_impact <= inherent_likelihood * inherent_impact),
  check (target_likelihood * target_impact <= residual_likelihood * residual_impact)
);
call protect_owned('risk_scoring', '{reason}');
create trigger unchanged before update or delete on risk_scoring for each row execute function refuse_change();

-- A body's return for a quarter: begun, then sent once. The due day is kept as it was when it was sent.
create table risk_return (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  quarter text not null check (quarter ~ '^\d{4}-\d{2}-Q[1-4]$'),
  begun_on date not null,
  due_on date,
  sent_on date,
  sent_at timestamptz,
  kind text check (kind in ('log', 'nil')),
  nil_reason text check (length(nil_reason) between 1 and 2000),
  signed_role text check (length(signed_role) between 1 and 120),
  risks integer,
  frozen text,
  frozen_sha256 bytea check (frozen_sha256 = sha256(convert_to(frozen, 'UTF8'))),
  primary key (org_id, id),
  unique (org_id, quarter),
  unique (org_id, id, quarter),
  check ((kind = 'nil') = (nil_reason is not null)),
  check (kind is distinct from 'nil' or risks = 0),
  check (num_nulls(sent_on, sent_at, due_on, kind, signed_role, risks, frozen, frozen_sha256) in (0, 8))
);
call protect_owned('risk_return', '{nil_reason,frozen}');

-- That somebody looked at a risk for a quarter and found it unchanged.
create table risk_confirmation (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  return_id uuid not null,
  risk_id uuid not null,
  primary key (org_id, id),
  unique (org_id, return_id, risk_id),
  foreign key (org_id, return_id) references risk_return (org_id, id),
  foreign key (org_id, risk_id) references risk (org_id, id)
);
create index risk_confirmation_of_risk on risk_confirmation (org_id, risk_id);
call protect_owned('risk_confirmation');

-- A risk as a return holds it.
create table returned_risk (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  return_id uuid not null,
  quarter text not null,
  risk_id uuid not null,
  number integer not null,
  standing text not null check (standing in ('unchanged', 'reworded', 'rescored', 'new', 'closed')),
  reason text,
  theme text not null,
  cause text not null,
  event text not null,
  effect text not null,
  controls text not null,
  owner_role text,
  benchmark_codes text[] not null,
  public_summary text not null,
  next_review_on date not null,
  scoring_number integer not null,
  inherent_likelihood integer not null,
  inherent_impact integer not null,
  inherent_level text not null,
  residual_likelihood integer not null,
  residual_impact integer not null,
  residual_level text not null,
  target_likelihood integer not null,
  target_impact integer not null,
  target_level text not null,
  -- The residual score in the return before, where the risk was in one.
  before_likelihood integer,
  before_impact integer,
  primary key (org_id, id),
  unique (org_id, return_id, risk_id),
  foreign key (org_id, return_id, quarter) references risk_return (org_id, id, quarter),
  foreign key (org_id, risk_id) references risk (org_id, id),
  check (standing not in ('rescored', 'closed') or reason is not null),
  check ((before_likelihood is null) = (before_impact is null))
);
create index returned_risk_of_risk on returned_risk (org_id, risk_id, quarter);
create index returned_risk_of_quarter on returned_risk (org_id, quarter);
call protect_owned('returned_risk', '{reason,cause,event,effect,controls,public_summary}');
create trigger unchanged before update or delete on returned_risk for each row execute function refuse_change();

-- What is to be said beside a return that was sent: on its face from then on.
create table return_note (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  return_id uuid not null,
  written_on date not null,
  text text not null check (length(text) between 1 and 2000),
  primary key (org_id, id),
  foreign key (org_id, return_id) references risk_return (org_id, id)
);
create index return_note_of_return on return_note (org_id, return_id);
call protect_owned('return_note', '{text}');
create trigger unchanged before update or delete on return_note for each row execute function refuse_change();

-- A return is sent once and never changes after that; it carries the moment of the transaction that sent it.
create function hold_return() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.sent_on is not null then raise exception 'a return is begun before it is sent' using errcode = 'integrity_constraint_violation'; end if;
    return new;
  end if;
  if tg_op = 'DELETE' or old.sent_at is not null or new.quarter <> old.quarter then
    raise exception 'a return that was sent stands as it was' using errcode = 'integrity_constraint_violation';
  end if;
  if new.sent_on is not null then new.sent_at := now(); end if;
  return new;
end
$$;
create trigger sent before insert or update or delete on risk_return for each row execute function hold_return();

-- The risks of a return are written by the transaction that sends it, and by no other; one that is said to be unchanged was
-- confirmed by somebody.
create function hold_returned_risk() returns trigger language plpgsql as $$
begin
  if not exists (select from risk_return r where r.org_id = new.org_id and r.id = new.return_id and r.sent_at = now()) then
    raise exception 'the risks of a return are written when it is sent' using errcode = 'integrity_constraint_violation';
  end if;
  if new.standing = 'unchanged' and not exists (select from risk_confirmation c where c.org_id = new.org_id and c.return_id = new.return_id and c.risk_id = new.risk_id) then
    raise exception 'a risk is unchanged when somebody has confirmed it' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger sent before insert on returned_risk for each row execute function hold_returned_risk();

create function hold_confirmation() returns trigger language plpgsql as $$
declare
  touched record := case when tg_op = 'DELETE' then old else new end;
begin
  perform from risk_return r where r.org_id = touched.org_id and r.id = touched.return_id and r.sent_at is null for share;
  if not found then raise exception 'a return that was sent stands as it was' using errcode = 'integrity_constraint_violation'; end if;
  return touched;
end
$$;
create trigger sent before insert or update or delete on risk_confirmation for each row execute function hold_confirmation();

-- At the end of the transaction that sends a return it holds as many risks as it says.
create function count_returned_risks() returns trigger language plpgsql as $$
begin
  if new.sent_at is not null and new.risks <> (select count(*) from returned_risk r where r.org_id = new.org_id and r.return_id = new.id) then
    raise exception 'a return holds every risk that it was sent with' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end
$$;
create constraint trigger whole after update on risk_return deferrable initially deferred for each row execute function count_returned_risks();

-- A county's note that it asked a body for its return. The body reads those about itself.
create table chase (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  about_id uuid not null references organisation,
  quarter text not null check (quarter ~ '^\d{4}-\d{2}-Q[1-4]$'),
  chased_on date not null,
  to_role text not null check (length(to_role) between 1 and 120),
  way text not null check (way in ('email', 'phone', 'meeting', 'letter')),
  note text not null default '' check (length(note) <= 1000),
  primary key (org_id, id),
  check (about_id <> org_id)
);
create index chase_about on chase (org_id, about_id, quarter);
create index chase_of_body on chase (about_id, quarter);
call protect_owned('chase', '{note}');
create trigger unchanged before update or delete on chase for each row execute function refuse_change();
create policy about_us on chase for select to dueregard_own using (about_id = scope_organisation());

-- An event outside the cycle, and the bodies whose logs it touches. It is closed when each of them has answered.
create table risk_event (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  title text not null check (length(title) between 1 and 200),
  reach text not null check (reach in ('national', 'local')),
  happened_on date not null,
  due_on date not null,
  primary key (org_id, id),
  check (due_on >= happened_on)
);
call protect_owned('risk_event', '{title}');
create trigger unchanged before update or delete on risk_event for each row execute function refuse_change();

create table risk_event_body (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  event_id uuid not null,
  body_id uuid not null references organisation,
  primary key (org_id, id),
  unique (org_id, event_id, body_id),
  foreign key (org_id, event_id) references risk_event (org_id, id)
);
call protect_owned('risk_event_body');
create trigger unchanged before update or delete on risk_event_body for each row execute function refuse_change();

-- A body's answer to an event of a body above it: nothing changes, or which of its risks did.
create table risk_event_answer (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  event_org_id uuid not null references organisation,
  event_id uuid not null,
  answered_on date not null,
  changed_risks integer[] not null default '{}',
  said text not null check (length(said) between 1 and 2000),
  primary key (org_id, id),
  unique (org_id, event_org_id, event_id)
);
call protect_owned('risk_event_answer', '{said}');
create trigger unchanged before update or delete on risk_event_answer for each row execute function refuse_change();

-- Of a police local profile: which edition, how it is marked, when it is from and which roles were briefed. Never its text.
create table police_profile (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  edition_label text not null check (length(edition_label) between 1 and 120),
  dated_on date not null,
  briefed_on date not null,
  briefed_roles text not null check (length(briefed_roles) between 1 and 500),
  primary key (org_id, id),
  check (briefed_on >= dated_on)
);
call protect_owned('police_profile');
create trigger unchanged before update or delete on police_profile for each row execute function refuse_change();

-- What a body above sets is read below it.
do $$
declare
  name text;
begin
  foreach name in array array['risk_matrix', 'risk_quarter', 'risk_event', 'risk_event_body'] loop
    execute format('create policy set_above on %I for select to dueregard_own using (org_id = any(scope_above()))', name);
  end loop;
end
$$;

-- What was sent is read above: the return and its risks, the notes beside it, the answers to events. No draft is.
create policy tree on risk_return for select to dueregard_tree using (org_id = any(scope_tree()) and sent_at is not null);
create policy tree on returned_risk for select to dueregard_tree using (org_id = any(scope_tree()));
create policy tree on return_note for select to dueregard_tree using (org_id = any(scope_tree()));
create policy tree on risk_event_answer for select to dueregard_tree using (org_id = any(scope_tree()));
grant select on risk_return, returned_risk, return_note, risk_event_answer to dueregard_tree;
