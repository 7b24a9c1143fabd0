-- Working together: forms that outlive a session, assignments and cover, comments, returns for rework, parts opened to
-- partners, and drafts.

-- What somebody sent after their session had ended: sealed with a key that only their browser holds, for an hour.
create table kept_form (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  sealed bytea not null check (length(sealed) <= 300000),
  kept_at timestamptz not null default now(),
  ends_at timestamptz not null default now() + interval '1 hour' check (ends_at <= kept_at + interval '1 hour'),
  retention retention_class not null default 'request'
);
create index kept_form_of_account on kept_form (account_id, kept_at);
grant select, delete on kept_form to dueregard_accounts;

create function session_has_ended(p_token_sha256 bytea) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id from session s join account a on a.id = s.account_id
  where s.token_sha256 = p_token_sha256 and a.disabled_at is null
    and (now() >= s.ends_at or now() >= s.last_seen_at + make_interval(mins => s.idle_minutes))
$$;

-- Keeps a form for whoever held the ended session: at most five at once, the newest ones.
create function keep_form(p_token_sha256 bytea, p_id uuid, p_sealed bytea) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  holder uuid := session_has_ended(p_token_sha256);
begin
  delete from kept_form where ends_at <= now();
  if holder is null then return false; end if;
  delete from kept_form where id in (select id from kept_form where account_id = holder order by kept_at desc offset 4);
  insert into kept_form (id, account_id, sealed) values (p_id, holder, p_sealed);
  return true;
end
$$;
revoke execute on function session_has_ended, keep_form from public;
grant execute on function session_has_ended, keep_form to dueregard_app;
