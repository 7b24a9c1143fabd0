-- How often somebody tried to sign in. A guess is counted before the password is looked at, for an address that has an
-- account and for one that has none alike. Only the accounts scope reaches these tables.
create table sign_in_guess (
  kind text not null check (kind in ('account', 'browser', 'network')),
  key_sha256 bytea not null,
  since timestamptz not null default now(),
  guesses integer not null check (guesses >= 0),
  retention retention_class not null default 'request',
  primary key (kind, key_sha256)
);

-- A browser in which somebody has signed in to the account before: it has guesses of its own, so that others who guess
-- cannot lock the account's holder out.
create table known_browser (
  token_sha256 bytea primary key,
  account_id uuid not null references account on delete cascade,
  last_used_at timestamptz not null default now(),
  retention retention_class not null default 'account'
);
create index known_browser_of_account on known_browser (account_id);

grant select, insert, update, delete on sign_in_guess, known_browser to dueregard_accounts;
