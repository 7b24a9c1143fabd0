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
