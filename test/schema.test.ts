import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import pg from 'pg';
import { query, testDatabase } from './database.ts';
import { schemaText } from './schema-text.ts';

const { as } = await testDatabase();
const catalogue = <Row extends pg.QueryResultRow>(text: string) => query<Row>(as('superuser'), text);
const names = async (text: string) => (await catalogue<{ name: string }>(text)).map(({ name }) => name);

const ownedTables = `select c.oid, c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`;

/** Tables without an organisation: public facts, the installation itself, and accounts, which only the accounts scope reaches. */
const unowned = ['account', 'api_token', 'benchmark', 'control_area', 'control_option', 'edition', 'edition_draft', 'edition_keeper', 'indicator', 'installation', 'kept_form', 'known_browser', 'migration', 'one_time_link', 'organisation', 'organisation_closure',
  'organisation_link', 'organisation_succession', 'scale_level', 'session', 'sign_in_guess'];

test('the migrations build exactly schema.sql', async () => {
  assert.equal(await schemaText(as('superuser')), readFileSync(new URL('../schema.sql', import.meta.url), 'utf8'),
    'if the change is meant: node start/run.mjs test/schema-text.ts');
});

test('every table that belongs to an organisation has forced row-level security with an own and an owner policy', async () => {
  assert.deepEqual(await names(`select relname as name from (${ownedTables}) t where not exists (select from pg_class c where c.oid = t.oid and c.relrowsecurity and c.relforcerowsecurity)`), []);
  assert.deepEqual(await names(`select relname as name from (${ownedTables}) t where 2 <> (select count(*) from pg_policy p where p.polrelid = t.oid and p.polname in ('own', 'owner_all'))`), []);
});

test('every other table is known to belong to none', async () => {
  assert.deepEqual(await names(`select relname as name from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
    and oid not in (select oid from (${ownedTables}) t) order by 1`), unowned);
});

test('every record carries organisation, identifier, version, marking, retention, who and when, and is audited', async () => {
  const carried = ['org_id', 'id', 'version', 'marking', 'retention', 'created_at', 'created_by', 'changed_at', 'changed_by'];
  const apart = ['assessment_writer', 'audit_event', 'audit_head', 'audit_text', 'draft', 'look_file', 'outgoing_mail', 'reminder', 'request_key', 'sample_answer', 'sample_throw', 'sheet_import'];
  const lacking = await catalogue<{ name: string }>(`select relname as name from (${ownedTables}) t where relname <> all (array[${quoted(apart)}])
    and (${carried.length} <> (select count(*) from pg_attribute a where a.attrelid = t.oid and a.attname = any (array[${quoted(carried)}]))
      or 2 <> (select count(*) from pg_trigger g where g.tgrelid = t.oid and g.tgname in ('stamp', 'audit')))`);
  assert.deepEqual(lacking, []);
});

// The rules that keep the way to a distributed engine open (docs/decisions/0006-row-level-security.md).
test('the organisation stands first in every key and foreign key of an owned table', async () => {
  const wrong = await names(`select format('%s.%s', t.relname, k.conname) as name from (${ownedTables}) t join pg_constraint k on k.conrelid = t.oid
    where k.contype in ('p', 'u') and (select a.attname from pg_attribute a where a.attrelid = t.oid and a.attnum = k.conkey[1]) <> 'org_id'
    union all
    select format('%s.%s', t.relname, k.conname) from (${ownedTables}) t join pg_constraint k on k.conrelid = t.oid
    where k.contype = 'f' and k.confrelid in (select oid from (${ownedTables}) o) and (select a.attname from pg_attribute a where a.attrelid = t.oid and a.attnum = k.conkey[1]) <> 'org_id'`);
  assert.deepEqual(wrong, []);
  assert.deepEqual(await names(`select format('%s.%s', c.relname, i.indexrelid::regclass) as name from pg_index i join pg_class c on c.oid = i.indrelid
    where i.indisunique and c.oid in (select oid from (${ownedTables}) t)
      and (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0]) <> 'org_id'`), []);
});

test('no policy holds a sub-select, and its functions read settings only', async () => {
  assert.deepEqual(await names(`select format('%s.%s', tablename, policyname) as name from pg_policies
    where schemaname = 'public' and (coalesce(qual, '') || coalesce(with_check, '')) ~* '\\mselect\\M'`), []);
  const tables = await names(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`);
  const bodies = await catalogue<{ name: string; body: string }>(`select proname as name, prosrc as body from pg_proc
    where pronamespace = 'public'::regnamespace and proname ~ '^scope_(organisation|person|tree|is_national|granted|granted_records)$'`);
  assert.equal(bodies.length, 6);
  for (const { name, body } of bodies) for (const table of tables) assert.ok(!new RegExp(`\\b(from|join)\\s+${table}\\b`).test(body), `${name} reads ${table}`);
});

test('no foreign key sets null, no table that is referred to is left without row-level security among owned ones, and reference tables have no trigger', async () => {
  assert.deepEqual(await names(`select conname as name from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and (confdeltype = 'n' or confupdtype = 'n')`), []);
  assert.deepEqual(await names(`select format('%s.%s', c.relname, t.tgname) as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and c.relname = any (array[${quoted(unowned)}])`), []);
});

test('every view runs as its reader and every function that runs as its owner fixes its search path', async () => {
  assert.deepEqual(await names(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v'
    and not coalesce(reloptions::text[] @> array['security_invoker=true'], false)`), []);
  assert.deepEqual(await names(`select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
    and not exists (select from unnest(proconfig) c where c like 'search_path=%')`), []);
});

test('what runs as its owner may be called by named roles only, and writing the audit trail by none', async () => {
  const open = await names(`select p.oid::regprocedure::text as name from pg_proc p where pronamespace = 'public'::regnamespace and prosecdef and prorettype <> 'trigger'::regtype
    and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0)`);
  assert.deepEqual(open, []);
  assert.deepEqual(await names(`select grantee as name from information_schema.role_table_grants where table_schema = 'public' and table_name like 'audit%'
    and privilege_type <> 'SELECT' and grantee <> 'dueregard_owner'`), []);
});

test('the login roles inherit nothing, own nothing and bypass nothing', async () => {
  const roles = await catalogue<{ rolname: string; rolsuper: boolean; rolinherit: boolean; rolbypassrls: boolean; rolcreaterole: boolean; rolcreatedb: boolean }>(
    `select rolname, rolsuper, rolinherit, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname in ('dueregard_app', 'dueregard_national_app') order by 1`);
  for (const { rolname, ...rights } of roles) assert.deepEqual(rights, { rolsuper: false, rolinherit: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }, rolname);
  assert.equal(roles.length, 2);
});

function quoted(list: readonly string[]): string {
  return list.map((name) => `'${name}'`).join(', ');
}
