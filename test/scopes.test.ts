import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { addOrganisations } from '../src/capabilities/organisations/index.ts';
import { newId, type Id } from '../src/kernel/id.ts';
import { dayOf, type Day } from '../src/kernel/year.ts';
import { openDatabase, sqlStateOf, type Scope } from '../src/platform/database.ts';
import { refuseUnboundRole } from '../src/platform/store.ts';
import { StartRefused } from '../src/platform/start-refused.ts';
import { query, testDatabase } from './database.ts';

const { database, as } = await testDatabase();
const owner = openDatabase({ connection: as('dueregard_owner') });
const today = dayOf('2026-03-02') as Day;
const [county, district, sibling, elsewhere, homeOffice] = [newId(), newId(), newId(), newId(), newId()];
const bodies: readonly Id[] = [county, district, sibling, elsewhere];
const submissions = new Map<Id, Id>();

const own = (orgId: Id): Scope => ({ is: 'own', orgId, personId: newId(), day: today });

before(async () => {
  const body = (id: Id, shortName: string, kind: 'county' | 'district' | 'home_office', parentId?: Id) => ({ id, shortName, name: shortName, kind, invented: true, ...(parentId ? { parentId } : {}) });
  await owner.transaction((tx) => addOrganisations(tx, [
    body(county, 'county', 'county'), body(district, 'district', 'district', county), body(sibling, 'sibling', 'district', county),
    body(elsewhere, 'elsewhere', 'county'), body(homeOffice, 'home-office', 'home_office'),
  ]));
  const editionId = newId();
  const content = JSON.stringify({ short_name: 'tiny', sector: 'x', year: '2025-26', title: { en: 'Tiny' }, scale: { levels: [{ code: 'met' }] }, benchmarks: [{ code: 'B', number: 1, indicators: [{ code: 'B.1' }] }] });
  await database.transaction((tx) => sql`select edition_load(${editionId}::uuid, ${content}::jsonb, sha256('x'))`.execute(tx));
  for (const orgId of bodies) {
    const [assessmentId, submissionId, amendmentId] = [newId(), newId(), newId()];
    submissions.set(orgId, submissionId);
    await database.within(own(orgId), async (tx) => {
      await sql`insert into assessment (org_id, id, edition_id, year) values (${orgId}, ${assessmentId}, ${editionId}, '2025-26')`.execute(tx);
      await sql`insert into answer (org_id, id, assessment_id, edition_id, indicator_code, status, note) values (${orgId}, ${newId()}, ${assessmentId}, ${editionId}, 'B.1', 'yes', ${`draft of ${orgId}`})`.execute(tx);
    });
    // Each by somebody else: who wrote does not sign, who amends does not confirm.
    await database.within(own(orgId), (tx) => sql`insert into sign_off (org_id, id, assessment_id, state_sha256) values (${orgId}, ${newId()}, ${assessmentId}, sha256(''))`.execute(tx));
    await database.within(own(orgId), async (tx) => {
      await sql`insert into submission (org_id, id, assessment_id, year, frozen, frozen_sha256) values (${orgId}, ${submissionId}, ${assessmentId}, '2025-26', '{}', sha256('{}'))`.execute(tx);
      for (const id of [amendmentId, newId()]) {
        await sql`insert into amendment (org_id, id, assessment_id, submission_id, year, edition_id, frozen, frozen_sha256) values (${orgId}, ${id}, ${assessmentId}, ${submissionId}, '2025-26', ${editionId}, '{}', sha256('{}'))`.execute(tx);
      }
    });
    await database.within(own(orgId), (tx) => sql`update amendment set confirmed_at = now() where org_id = ${orgId} and id = ${amendmentId}`.execute(tx));
  }
  await database.within(own(sibling), (tx) => sql`insert into access_grant (org_id, id, grantee_id, kind, reason, from_day, to_day)
    values (${sibling}, ${newId()}, ${homeOffice}, 'moderation', 'the annual assurance', '2026-01-01', '2026-06-01')`.execute(tx));
});

async function organisationsSeen(scope: Scope, table: string): Promise<Id[]> {
  return database.within(scope, async (tx) => {
    const { rows } = await sql<{ orgId: Id }>`select distinct org_id from ${sql.table(table)} order by org_id`.execute(tx);
    return rows.map(({ orgId }) => orgId);
  });
}

test('a body sees its own drafts and nobody else’s', async () => {
  for (const orgId of bodies) assert.deepEqual(await organisationsSeen(own(orgId), 'answer'), [orgId]);
});

test('a body above and an adviser read an amendment once a second person has confirmed it', async () => {
  const seen = (scope: Scope) => database.within(scope, async (tx) => (await sql<{ orgId: Id }>`select org_id from amendment order by org_id`.execute(tx)).rows.map(({ orgId }) => orgId));
  assert.deepEqual(await seen(own(district)), [district, district]);
  assert.deepEqual(await seen({ is: 'tree', orgId: county, personId: null, day: today }), [district, sibling].sort());
  assert.deepEqual(await seen({ is: 'grant', orgId: homeOffice, personId: null, day: today }), [sibling]);
  for (const table of ['reopening', 'sign_off', 'challenge']) await assert.rejects(organisationsSeen({ is: 'tree', orgId: county, personId: null, day: today }, table), (error) => sqlStateOf(error) === '42501');
});

test('a body above reads what bodies below have submitted, and no draft; a sibling reads neither', async () => {
  const tree = (orgId: Id): Scope => ({ is: 'tree', orgId, personId: null, day: today });
  assert.deepEqual(await organisationsSeen(tree(county), 'submission'), [district, sibling].sort());
  assert.deepEqual(await organisationsSeen(tree(district), 'submission'), []);
  await assert.rejects(organisationsSeen(tree(county), 'answer'), (error) => sqlStateOf(error) === '42501');
});

test('a grant opens what it names, to whom it names, from its first day to its last', async () => {
  const on = (day: string, orgId = homeOffice): Scope => ({ is: 'grant', orgId, personId: null, day: dayOf(day) as Day });
  assert.deepEqual(await organisationsSeen(on('2026-03-02'), 'submission'), [sibling]);
  assert.deepEqual(await organisationsSeen(on('2025-12-31'), 'submission'), []);
  assert.deepEqual(await organisationsSeen(on('2026-06-01'), 'submission'), []);
  assert.deepEqual(await organisationsSeen(on('2026-03-02', elsewhere), 'submission'), []);
});

test('the national scope has a login of its own, and sees nothing without its setting', async () => {
  await assert.rejects(database.within({ is: 'national' }, async () => undefined), (error) => sqlStateOf(error) === '42501');
  const national = openDatabase({ connection: as('dueregard_national_app') });
  const seen = await national.within({ is: 'national' }, async (tx) => (await sql<{ n: number }>`select count(*) as n from submission`.execute(tx)).rows[0]?.n);
  assert.equal(seen, bodies.length);
  const unset = await national.transaction(async (tx) => { await sql`set local role dueregard_national`.execute(tx); return (await sql<{ n: number }>`select count(*) as n from submission`.execute(tx)).rows[0]?.n; });
  assert.equal(unset, 0);
  await national.close();
});

test('without a scope there is an error, and with a scope but no organisation there is nothing', async () => {
  await assert.rejects(database.transaction((tx) => sql`select 1 from answer`.execute(tx)), (error) => sqlStateOf(error) === '42501');
  for (const role of ['dueregard_own', 'dueregard_tree', 'dueregard_grant']) {
    const rows = await database.transaction(async (tx) => { await sql`set local role ${sql.raw(role)}`.execute(tx); return (await sql`select 1 from submission`.execute(tx)).rows; });
    assert.deepEqual(rows, [], role);
  }
});

test('a scope ends with its transaction: the next one on the same connection starts without', async () => {
  const one = openDatabase({ connection: { ...as('dueregard_app'), max: 1 } });
  await one.within(own(county), (tx) => sql`select 1 from answer`.execute(tx));
  await assert.rejects(one.transaction((tx) => sql`select 1 from answer`.execute(tx)), (error) => sqlStateOf(error) === '42501');
  await one.close();
});

test('no write reaches another body, whatever the statement', async () => {
  const attempts = [
    (victim: Id) => sql`insert into department (org_id, id, name) values (${victim}, ${newId()}, 'planted')`,
    (victim: Id) => sql`update answer set note = 'changed' where org_id = ${victim}`,
    (victim: Id) => sql`delete from answer where org_id = ${victim}`,
    (victim: Id) => sql`update department set org_id = ${victim}`,
    (victim: Id) => sql`insert into answer (org_id, id, assessment_id, edition_id, indicator_code, status) select ${victim}, ${newId()}, assessment_id, edition_id, 'B.1', 'no' from answer`,
    (victim: Id) => sql`insert into request_key (org_id, key, account_id, request_sha256) values (${victim}, ${newId()}, ${newId()}, sha256('x'))`,
  ];
  const before = await fingerprint();
  await fc.assert(fc.asyncProperty(fc.constantFrom(...bodies), fc.constantFrom(...bodies), fc.constantFrom(...attempts), async (attacker, victim, attempt) => {
    fc.pre(attacker !== victim);
    await database.within(own(attacker), (tx) => attempt(victim).execute(tx)).catch(() => undefined);
  }), { numRuns: 60 });
  assert.equal(await fingerprint(), before);
});

test('an action of one body cannot point at a record of another', async () => {
  const theirs = submissions.get(sibling);
  await assert.rejects(database.within(own(county), (tx) => sql`insert into evidence_use (org_id, id, evidence_id, assessment_id, edition_id, indicator_code)
    select ${county}, ${newId()}, ${theirs}, id, edition_id, 'B.1' from assessment where org_id = ${county}`.execute(tx)));
});

test('the application refuses to run as a superuser, as the owner, or as a role that bypasses or inherits', async () => {
  await query(as('superuser'), 'create role bypasses login noinherit bypassrls');
  await query(as('superuser'), 'create role inherits login inherit');
  const connection = (user: string) => ({ ...as('dueregard_app'), user });
  await refuseUnboundRole(as('dueregard_app'));
  for (const config of [as('superuser'), as('dueregard_owner'), connection('bypasses'), connection('inherits')]) {
    await assert.rejects(refuseUnboundRole(config), (error) => error instanceof StartRefused && error.message.includes(String(config.user)));
  }
  await query(as('superuser'), 'drop role bypasses, inherits');
  await owner.close();
});

async function fingerprint(): Promise<string> {
  const rows = await query<{ text: string }>(as('superuser'), `select string_agg(t::text, '' order by t::text) as text from (
    select row(a.*)::text as t from answer a union all select row(d.*)::text from department d union all select row(r.*)::text from request_key r) x`);
  return rows[0]?.text ?? '';
}
