-- Who sets a quarter for the bodies below it is asked for a return of its own only where the calendar says so.
alter table risk_quarter add column asks_setter boolean not null default false;

-- What waits to be sent about a thing that is done leaves no more: it is taken out of its letters, and a letter that was about
-- nothing else goes. One that is leaving at this moment is held by who sends it, and leaves.
create function withdraw_reminders(p_org uuid, p_kind text, p_about text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  letters uuid[];
begin
  select array_agg(w.id) into letters from (
    select m.id from outgoing_mail m
    where m.org_id = p_org and m.kind = 'reminder' and m.sent_at is null and m.facts @> jsonb_build_object('items', jsonb_build_array(jsonb_build_object('kind', p_kind, 'about', p_about)))
    for update skip locked) w;
  if letters is null then return; end if;
  delete from reminder r where r.org_id = p_org and r.kind = p_kind and r.about = p_about and r.mail_id = any(letters);
  update outgoing_mail m set facts = jsonb_set(m.facts, '{items}',
      (select coalesce(jsonb_agg(i), '[]') from jsonb_array_elements(m.facts -> 'items') i where i ->> 'kind' <> p_kind or i ->> 'about' <> p_about))
    where m.org_id = p_org and m.id = any(letters);
  delete from outgoing_mail m where m.org_id = p_org and m.id = any(letters) and m.facts -> 'items' = '[]';
end
$$;
revoke execute on function withdraw_reminders from public;

create function withdraw_return_reminders() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform withdraw_reminders(new.org_id, 'return', new.quarter);
  return null;
end
$$;
create trigger withdraw_reminders after update on risk_return for each row when (old.sent_at is null and new.sent_at is not null) execute function withdraw_return_reminders();
create index outgoing_mail_unsent on outgoing_mail (org_id) where sent_at is null;

-- A letter that was given up waits again, as if it had never been tried. Answers whether there was one.
create function send_again(p_mail uuid) returns boolean
language sql security definer set search_path = public, pg_temp as $$
  with again as (
    update outgoing_mail set given_up_at = null, failure = null, attempts = 0, next_try_at = now()
    where org_id = scope_organisation() and id = p_mail and given_up_at is not null returning 1)
  select exists (select from again)
$$;
revoke execute on function send_again from public;
grant execute on function send_again to dueregard_own;

-- On which days a body below was reminded of its returns by letters that have left: the days by quarter. Letters go after a
-- season, and that they left is known by the reminder.
create function returns_reminded(p_org uuid, p_quarters text[]) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(jsonb_object_agg(d.about, d.days), '{}') from (
    select r.about, jsonb_agg(distinct r.day order by r.day) as days from reminder r
    where r.org_id = p_org and p_org = any(scope_tree()) and r.kind = 'return' and r.about = any(p_quarters)
      and not exists (select from outgoing_mail m where m.org_id = r.org_id and m.id = r.mail_id and m.sent_at is null)
    group by r.about) d
$$;
revoke execute on function returns_reminded from public;
grant execute on function returns_reminded to dueregard_tree;
