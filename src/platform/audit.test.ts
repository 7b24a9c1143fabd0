import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { query, testDatabase } from '../../test/database.ts';
import { newId } from '../kernel/id.ts';
import { dayOf } from '../kernel/year.ts';
import { verifyChain, type ChainFault } from './audit.ts';
import { sqlStateOf, type Scope } from './database.ts';

const { database, as } = await testDatabase();
const orgId = newId();
const personId = newId();
const day = dayOf('2026-03-02');
assert.ok(day);
const scope: Scope = { is: 'own', orgId, personId, day };
await query(as('dueregard_owner'), "insert into organisation (id, short_name, name, kind) values ($1, 'county', 'County', 'county')", [orgId]);

const departmentId = newId();
await database.within(scope, async (tx) => {
  await sql`insert into department (org_id, id, name) values (${orgId}, ${departmentId}, 'Community safety')`.execute(tx);
  await sql`update department set name = 'Community safety and Prevent' where org_id = ${orgId}`.execute(tx);
  await sql`insert into person (org_id, id, account_id, name) values (${orgId}, ${personId}, ${newId()}, 'Ŵyn O’Neill ""\n')`.execute(tx);
  await sql`update person set name = 'Another name' where org_id = ${orgId}`.execute(tx);
  await sql`delete from department where org_id = ${orgId}`.execute(tx);
});

const verify = () => database.within(scope, (tx) => verifyChain(tx, orgId));

/** Does something to the tables behind the application's back, as a superuser without triggers, and answers what verification says of it. */
async function afterTampering(statement: string): Promise<ChainFault | undefined> {
  const client = as('superuser');
  await query(client, 'create table kept_event as table audit_event; ');
  await query(client, 'create table kept_text as table audit_text');
  await query(client, 'create table kept_head as table audit_head');
  await query(client, `set session_replication_role = replica; ${statement}`);
  const { fault } = await verify();
  await query(client, `set session_replication_role = replica; delete from audit_text; delete from audit_event; delete from audit_head;
    insert into audit_event select * from kept_event; insert into audit_text select * from kept_text; insert into audit_head select * from kept_head;
    drop table kept_event, kept_text, kept_head`);
  return fault;
}

test('every change of a record is an event with who, when, and what changed from what to what', async () => {
  const events = await query<{ action: string; record_kind: string; body: string; person_id: string }>(as('superuser'), 'select action, record_kind, body, person_id from audit_event order by seq');
  assert.deepEqual(events.map(({ action, record_kind }) => `${action} ${record_kind}`), ['added department', 'changed department', 'added person', 'changed person', 'removed department']);
  assert.deepEqual(JSON.parse(events[1]?.body ?? ''), { name: { from: 'Community safety', to: 'Community safety and Prevent' } });
  for (const { person_id } of events) assert.equal(person_id, personId);
});

test('the chain verifies outside the database, with texts of any kind', async () => {
  assert.deepEqual((({ events, fault }) => ({ events, fault }))(await verify()), { events: 5, fault: undefined });
});

test('what may have to be erased is not in the chain, only its salted hash', async () => {
  const rows = await query<{ body: string }>(as('superuser'), "select body from audit_event where record_kind = 'person'");
  for (const { body } of rows) assert.ok(!body.includes('Another name') && !body.includes('O’Neill'), body);
  assert.equal(await afterTampering("delete from audit_text where value = 'Another name'"), undefined, 'a text that was erased leaves the chain whole');
});

test('a change behind the application’s back is found at its event', async () => {
  const cases: readonly (readonly [string, ChainFault])[] = [
    ["update audit_event set body = replace(body, 'Prevent', 'Nothing') where seq = 2", { is: 'changed event', seq: 2 }],
    ["update audit_event set person_id = gen_random_uuid() where seq = 4", { is: 'changed event', seq: 4 }],
    ["update audit_event set at = at + interval '1 microsecond' where seq = 1", { is: 'changed event', seq: 1 }],
    ["update audit_event set hash = sha256('x') where seq = 3", { is: 'changed event', seq: 3 }],
    ["update audit_event set previous_hash = sha256('x') where seq = 3", { is: 'broken link', seq: 3 }],
    ['delete from audit_event where seq = 2', { is: 'gap', seq: 2 }],
    ['delete from audit_event where seq = 5', { is: 'head differs', seq: 5 }],
    ['update audit_head set seq = 4', { is: 'head differs', seq: 4 }],
    ["update audit_text set value = 'Somebody' where value = 'Another name'", { is: 'changed text', seq: 4 }],
  ];
  for (const [statement, fault] of cases) assert.deepEqual(await afterTampering(statement), fault, statement);
  assert.equal((await verify()).fault, undefined, 'put back, it verifies again');
});

test('the application can neither write nor change nor remove an event', async () => {
  const statements = [
    sql`insert into audit_event select * from audit_event limit 1`, sql`update audit_event set body = '{}'`, sql`delete from audit_event`, sql`delete from audit_text`,
    sql`update audit_head set seq = 1`, sql`select audit_append(${orgId}, 'noted', 'x', ${orgId}, '{}')`,
  ];
  for (const statement of statements) await assert.rejects(database.within(scope, (tx) => statement.execute(tx)), (error) => sqlStateOf(error) === '42501');
});

test('not even the owner changes an event while the triggers stand', async () => {
  await assert.rejects(query(as('dueregard_owner'), "update audit_event set body = '{}'"), /never changed/);
  await assert.rejects(query(as('dueregard_owner'), 'delete from audit_event'), /never changed|violates foreign key/);
});
