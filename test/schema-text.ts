import { writeFileSync } from 'node:fs';
import pg from 'pg';
import { startTestCluster, template } from './cluster.ts';

/** Each query answers one line or block per object, in a stable order. The catalogue itself is the source, so nothing is left out by a tool. */
const parts: readonly (readonly [string, string])[] = [
  ['Domains', `
    select format('create domain %I as %s %s;', t.typname, format_type(t.typbasetype, t.typtypmod),
      (select string_agg(pg_get_constraintdef(c.oid), ' ' order by c.conname) from pg_constraint c where c.contypid = t.oid)) as text
    from pg_type t where t.typnamespace = 'public'::regnamespace and t.typtype = 'd' order by t.typname`],
  ['Tables', `
    select format(E'create table %I (\\n%s\\n);', c.relname,
      (select string_agg('  ' || line, E',\\n' order by place, line) from (
        select a.attnum::int as place, format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod))
          || case when a.attnotnull then ' not null' else '' end
          || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        union all
        select 10000, format('constraint %I %s', conname, pg_get_constraintdef(oid)) from pg_constraint where conrelid = c.oid and contype <> 'n' and contype <> 't'
      ) l)) as text
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname`],
  ['Indexes', `
    select pg_get_indexdef(i.indexrelid) || ';' as text from pg_index i join pg_class c on c.oid = i.indexrelid
    where c.relnamespace = 'public'::regnamespace and not exists (select from pg_constraint k where k.conindid = i.indexrelid) order by 1`],
  ['Views', `
    select format(E'create view %I with (%s) as\\n%s', relname, array_to_string(reloptions, ', '), pg_get_viewdef(oid)) as text
    from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v' order by relname`],
  ['Row-level security', `
    select format('alter table %I %s row level security, %s row level security;', relname,
      case when relrowsecurity then 'enable' else 'disable' end, case when relforcerowsecurity then 'force' else 'no force' end) as text
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by relname`],
  ['Policies', `
    select format('create policy %I on %I for %s to %s%s%s;', policyname, tablename, lower(cmd), array_to_string(roles, ', '),
      coalesce(' using ' || qual, ''), coalesce(' with check ' || with_check, '')) as text
    from pg_policies where schemaname = 'public' order by tablename, policyname`],
  ['Functions', `
    select regexp_replace(pg_get_functiondef(p.oid), '\\s+$', '') || ';' as text
    from pg_proc p where p.pronamespace = 'public'::regnamespace order by p.proname, p.oid::regprocedure::text`],
  ['Triggers', `
    select pg_get_triggerdef(t.oid) || ';' as text from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and c.relnamespace = 'public'::regnamespace order by c.relname, t.tgname`],
  ['Rights', `
    select format('grant %s on %I to %s;', string_agg(lower(privilege_type), ', ' order by privilege_type), table_name, grantee) as text
    from information_schema.role_table_grants where table_schema = 'public' and grantee like 'dueregard%' and grantee <> 'dueregard_owner'
    group by table_name, grantee order by table_name, grantee`],
  ['Rights on columns', `
    select format('grant %s (%s) on %I to %s;', lower(privilege_type), string_agg(column_name, ', ' order by column_name), table_name, grantee) as text
    from information_schema.role_column_grants g where table_schema = 'public' and grantee like 'dueregard%' and grantee <> 'dueregard_owner'
      and not exists (select from information_schema.role_table_grants t where t.table_name = g.table_name and t.grantee = g.grantee and t.privilege_type = g.privilege_type)
    group by privilege_type, table_name, grantee order by table_name, grantee, privilege_type`],
  ['Rights on functions', `
    select format('grant execute on function %s to %s;', p.oid::regprocedure, coalesce(nullif(g.grantee, '-'), 'public')) as text
    from pg_proc p, lateral (select case when a.grantee = 0 then '-' else a.grantee::regrole::text end as grantee
      from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.privilege_type = 'EXECUTE' and a.grantee <> p.proowner) g
    where p.pronamespace = 'public'::regnamespace order by p.oid::regprocedure::text, 1`],
];

/** The schema that a database has, as text that can be compared and read. */
export async function schemaText(connection: pg.ClientConfig): Promise<string> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    let text = '-- What the migrations build, read from the catalogue. Made by: node start/run.mjs test/schema-text.ts\n';
    for (const [title, query] of parts) {
      const { rows } = await client.query<{ text: string }>(query);
      text += `\n-- ${title}\n${rows.map((row) => row.text).join('\n')}\n`;
    }
    return text;
  } finally {
    await client.end();
  }
}

if (import.meta.main) {
  const cluster = await startTestCluster();
  writeFileSync(new URL('../schema.sql', import.meta.url), await schemaText({ host: cluster.address.socketFolder, port: cluster.address.port, user: cluster.address.superuser, database: template }));
  await cluster.stop();
}
