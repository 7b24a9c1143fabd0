-- The roles of one installation, made once per database cluster by whoever may create roles.
-- dueregard_owner owns the tables and runs migrations. dueregard_app is the application's login: it inherits
-- nothing, so that a transaction which forgets to enter a scope sees an error and never data. Each scope role
-- carries one policy per table. dueregard_public reads what a body has released to everybody, and nothing else. The national scope has a login of its own (docs/decisions/0006-row-level-security.md).
do $$
declare
  role_name text;
begin
  if not exists (select from pg_roles where rolname = 'dueregard_owner') then
    create role dueregard_owner login;
  end if;
  foreach role_name in array array['dueregard_app', 'dueregard_national_app'] loop
    if not exists (select from pg_roles where rolname = role_name) then
      execute format('create role %I login noinherit', role_name);
    end if;
  end loop;
  foreach role_name in array array['dueregard_own', 'dueregard_tree', 'dueregard_grant', 'dueregard_accounts', 'dueregard_national', 'dueregard_public'] loop
    if not exists (select from pg_roles where rolname = role_name) then
      execute format('create role %I nologin', role_name);
    end if;
  end loop;
  grant dueregard_own, dueregard_tree, dueregard_grant, dueregard_accounts, dueregard_public to dueregard_app;
  grant dueregard_national to dueregard_national_app;
end
$$;
