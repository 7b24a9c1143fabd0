-- The partnership plan of one body: objectives by benchmark, and actions with an owner, a day and a measure of success.
-- An action that another body owns is opened to that body by a grant for this one record: it reads the action and its
-- notes and adds notes of its own (docs/decisions/0028-the-partnership-plan.md).

-- What is closed by two people: one proposes it with an outcome, another confirms. For every table with these columns,
-- each of which holds by a check of its own that the two are different people.
create function hold_closure() returns trigger language plpgsql as $$
declare
  step text := case when tg_op = 'INSERT' then 'begun' else old.state || ' to ' || new.state end;
begin
  if (step = 'begun' and new.state = 'open') or step = 'open to open' then return new; end if;
  if step = 'open to proposed' then
    new.proposed_by := scope_person();
    new.proposed_at := now();
  elsif step = 'proposed to closed' and new.outcome = old.outcome then
    new.proposed_by := old.proposed_by;
    new.proposed_at := old.proposed_at;
    new.confirmed_by := scope_person();
    new.confirmed_at := now();
  elsif step = 'proposed to open' or (step = 'closed to open' and new.reopened_reason is not null) then
    new.outcome := null;
    new.proposed_by := null;
    new.proposed_at := null;
    new.confirmed_by := null;
    new.confirmed_at := null;
  else
    raise exception '% does not go from % in this way', tg_table_name, step using errcode = 'DR013';
  end if;
  return new;
end
$$;

-- The follow-up of a recommendation keeps what is its own: the recommendation has been published.
create or replace function hold_follow_up() returns trigger language plpgsql as $$
begin
  if not exists (select from recommendation r join moderation m on m.org_id = r.org_id and m.id = r.moderation_id
      where r.org_id = new.org_id and r.id = new.recommendation_id and m.published_at is not null) then
    raise exception 'a recommendation is followed up once it is published' using errcode = 'DR012';
  end if;
  return new;
end
$$;
create trigger closure before insert or update on follow_up for each row execute function hold_closure();

create table plan_objective (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  edition_id uuid not null,
  benchmark_code text not null,
  text text not null check (length(text) between 1 and 500),
  primary key (org_id, id),
  unique (org_id, id, edition_id, benchmark_code),
  foreign key (edition_id, benchmark_code) references benchmark (edition_id, code)
);
call protect_owned('plan_objective', '{text}');

create table action (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  -- Without a benchmark it serves the plan as a whole.
  edition_id uuid,
  benchmark_code text,
  objective_id uuid,
  text text not null check (length(text) between 1 and 5000),
  -- The owner is a body of this installation, or one that is not, in words.
  owner_id uuid references organisation,
  owner_body text check (length(owner_body) between 1 and 200),
  owner_role text check (length(owner_role) between 1 and 120),
  partners text not null default '' check (length(partners) <= 1000),
  start_on date,
  due_on date,
  success_measure text check (length(success_measure) between 1 and 2000),
  origin text not null check (origin in ('risk', 'recommendation', 'dip_sample', 'incident', 'guidance', 'other')),
  -- The record that it came from, where the product holds it. A recommendation or a risk may go before the action does.
  origin_id uuid,
  origin_note text check (length(origin_note) between 1 and 500),
  state text not null default 'open' check (state in ('open', 'proposed', 'closed')),
  outcome text check (length(outcome) between 1 and 5000),
  proposed_by uuid,
  proposed_at timestamptz,
  confirmed_by uuid,
  confirmed_at timestamptz,
  reopened_reason text check (length(reopened_reason) between 1 and 5000),
  primary key (org_id, id),
  foreign key (edition_id, benchmark_code) references benchmark (edition_id, code),
  foreign key (org_id, objective_id, edition_id, benchmark_code) references plan_objective (org_id, id, edition_id, benchmark_code),
  check (num_nonnulls(owner_id, owner_body) = 1),
  check (num_nonnulls(edition_id, benchmark_code) <> 1 and (objective_id is null or benchmark_code is not null)),
  check (start_on is null or due_on is null or due_on >= start_on),
  check ((state = 'open') = (outcome is null) and (state = 'open') = (proposed_at is null) and (state = 'closed') = (confirmed_at is not null)),
  check (state <> 'closed' or (proposed_by is not null and confirmed_by is not null and confirmed_by <> proposed_by))
);
create index action_of_objective on action (org_id, objective_id);
-- One press takes a recommendation into the plan, and a second one nothing more.
create unique index action_of_recommendation on action (org_id, origin_id) where origin = 'recommendation' and origin_id is not null;
call protect_owned('action', '{text,partners,success_measure,origin_note,outcome,reopened_reason}');
revoke delete on action from dueregard_own;
create trigger closure before insert or update on action for each row execute function hold_closure();

-- What was done and how it stands: red, amber or green with the note's text as the reason. What was written stands.
create table action_note (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  action_id uuid not null,
  dated_on date not null,
  text text not null check (length(text) between 1 and 5000),
  rag text check (rag in ('red', 'amber', 'green')),
  primary key (org_id, id),
  foreign key (org_id, action_id) references action (org_id, id)
);
create index action_note_of_action on action_note (org_id, action_id, dated_on);
call protect_owned('action_note', '{text}');
create trigger unchanged before update on action_note for each row execute function refuse_change();
revoke update, delete on action_note from dueregard_own;

create table action_evidence (
  org_id uuid not null references organisation,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL',
  retention retention_class not null default 'assurance',
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  action_id uuid not null,
  evidence_id uuid not null,
  primary key (org_id, id),
  unique (org_id, action_id, evidence_id),
  foreign key (org_id, action_id) references action (org_id, id),
  foreign key (org_id, evidence_id) references evidence (org_id, id)
);
call protect_owned('action_evidence');

-- Bodies above see the plan and how each action stands, and none of the reasons, notes and outcomes.
create policy tree on plan_objective for select to dueregard_tree using (org_id = any(scope_tree()));
create policy tree on action for select to dueregard_tree using (org_id = any(scope_tree()));
create policy tree on action_note for select to dueregard_tree using (org_id = any(scope_tree()));
grant select (org_id, id, marking, edition_id, benchmark_code, text) on plan_objective to dueregard_tree;
grant select (org_id, id, marking, edition_id, benchmark_code, objective_id, text, owner_id, owner_body, owner_role, partners, start_on, due_on, success_measure, state) on action to dueregard_tree;
grant select (org_id, id, action_id, dated_on, created_at, rag) on action_note to dueregard_tree;

-- An owner elsewhere sees the actions that it owns, as long as they are open to it.
alter table access_grant drop constraint access_grant_kind_check;
alter table access_grant
  add constraint access_grant_kind_check check (kind in ('moderation', 'part', 'action')),
  add constraint access_grant_action_check check (kind <> 'action' or record_id is not null);
create policy owner on action for select to dueregard_grant using (owner_id = scope_organisation() and id = any(scope_granted_records('action')));
create policy owner_reads on action_note for select to dueregard_grant using (action_id = any(scope_granted_records('action')));
create policy owner_adds on action_note for insert to dueregard_grant with check (action_id = any(scope_granted_records('action')));
grant select on action to dueregard_grant;
grant select, insert on action_note to dueregard_grant;

-- Actions that were closed so many years ago, with all that hangs on them and what opened them to their owners.
create function dispose_of_closed_actions(p_org uuid, p_today date, p_years integer) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  counts jsonb := '{}';
  due uuid[];
  openings uuid[];
  objectives uuid[];
begin
  select array_agg(id) into due from action where org_id = p_org and state = 'closed' and confirmed_at::date + make_interval(years => p_years) < p_today;
  if due is null then return; end if;
  select array_agg(distinct objective_id) into objectives from action where org_id = p_org and id = any(due) and objective_id is not null;
  select array_agg(id) into openings from access_grant where org_id = p_org and kind = 'action' and record_id = any(due);
  if openings is not null then call dispose_of(p_org, 'access_grant', openings, counts); end if;
  call dispose_of(p_org, 'action', due, counts);
  select array_agg(o.id) into objectives from plan_objective o
    where o.org_id = p_org and o.id = any(objectives) and not exists (select from action a where a.org_id = p_org and a.objective_id = o.id);
  if objectives is not null then call dispose_of(p_org, 'plan_objective', objectives, counts); end if;
  perform note_disposal(p_org, 'assurance', counts, p_today);
end
$$;
revoke execute on function dispose_of_closed_actions from public;
grant execute on function dispose_of_closed_actions to dueregard_accounts;
