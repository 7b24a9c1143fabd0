import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { query } from '../../../test/database.ts';
import { testSite } from '../../../test/site.ts';
import { buildWorld } from '../../../test/world.ts';
import { newId } from '../../kernel/id.ts';
import { dayOf, type Day } from '../../kernel/year.ts';
import { runRoute } from '../../platform/pipeline.ts';
import { page, routes, type MemberVisit } from '../../platform/route.ts';
import { en } from '../../words/index.ts';
import { access } from './access.ts';
import { organisationCommand } from './index.ts';

const site = await testSite();
const { owner, database } = site.store;
assert.ok(owner);
const world = await buildWorld(site.store);
const asOwner = (text: string, values: unknown[] = []) => query(site.db.as('dueregard_owner'), text, values);
const day = (text: string): Day => { const found = dayOf(text); assert.ok(found, text); return found; };
const run = async (...args: string[]) => { const lines: string[] = []; await organisationCommand(args, owner, day('2026-03-02'), (line) => lines.push(line)); return lines; };

const days = ['2024-03-31', '2024-04-01', '2025-03-31', '2025-04-01', '2026-04-01', '2027-04-01'];
const anyLinks = fc.array(fc.record({ parent: fc.nat(6), child: fc.nat(6), from: fc.constantFrom('-infinity', ...days), to: fc.constantFrom('infinity', ...days) })
  .filter(({ parent, child, from, to }) => parent < child && from < to), { maxLength: 14 })
  .map((links) => [...new Map(links.map((link) => [`${link.parent} ${link.child} ${link.from}`, link])).values()]);

test('the closure of any links is what a walk up the links finds, on any day', async () => {
  const plain = await testSite();
  const connection = plain.db.as('dueregard_owner');
  const ids = Array.from({ length: 7 }, () => newId());
  await query(connection, "insert into organisation (id, short_name, name, kind) select id, 'b' || n, 'b' || n, 'district' from unnest($1::uuid[]) with ordinality u (id, n)", [ids]);
  await fc.assert(fc.asyncProperty(anyLinks, async (links) => {
    await query(connection, 'delete from organisation_link');
    const columns = [links.map(({ parent }) => ids[parent]), links.map(({ child }) => ids[child]), links.map(({ from }) => from), links.map(({ to }) => to)];
    await query(connection, 'insert into organisation_link select * from unnest($1::uuid[], $2::uuid[], $3::date[], $4::date[])', columns);
    await query(connection, 'call rebuild_organisation_closure()');
    for (const on of days) {
      const closure = await query<{ pair: string }>(connection, "select distinct ancestor_id || ' ' || descendant_id as pair from organisation_closure where from_day <= $1 and $1 < to_day", [on]);
      assert.deepEqual(closure.map(({ pair }) => pair).sort(), walked(links, on).map(([above, below]) => `${ids[above]} ${ids[below]}`).sort());
    }
  }), { numRuns: 15 });
});

/** The naive way: from every body up, link by link. */
function walked(links: readonly { parent: number; child: number; from: string; to: string }[], on: string): [number, number][] {
  const up = (child: number): number[] => links.filter((link) => link.child === child && link.from <= on && on < link.to).flatMap(({ parent }) => [parent, ...up(parent)]);
  return Array.from({ length: 7 }, (_, child) => [...new Set(up(child))].map((parent): [number, number] => [parent, child])).flat();
}

test('after a merger last year’s county still reads what last year’s district submitted, and the new parent does not', async () => {
  const { organisations, people, edition } = world;
  const { district, county, sibling } = organisations;
  const earlier = newId();
  await asOwner('insert into assessment (org_id, id, edition_id, year) values ($1, $2, $3, $4)', [district.id, earlier, edition.id, '2024-25']);
  await database.within({ is: 'own', orgId: district.id, personId: people['second@district.test'].personId, day: day('2025-03-01') }, async (tx) => {
    await sql`insert into sign_off (org_id, id, assessment_id, state_sha256) values (${district.id}, ${newId()}, ${earlier}, sha256(''))`.execute(tx);
    await sql`insert into submission (org_id, id, assessment_id, year, frozen, frozen_sha256) values (${district.id}, ${newId()}, ${earlier}, '2024-25', '{}', sha256('{}'))`.execute(tx);
  });
  const read = (orgId: string, personId: string, on: string) => database.within({ is: 'tree', orgId, personId, day: day(on) }, async (tx) => {
    const rows = await tx.withTables<{ submission: { orgId: string } }>().selectFrom('submission').select('orgId').where('orgId', '=', district.id).execute();
    return rows.length;
  });
  const [lead, siblingLead] = [people['lead@county.test'].personId, people['lead@sibling.test'].personId];
  assert.equal(await read(county.id, lead, '2025-03-31'), 1);
  assert.deepEqual(await run('merge', 'district', '--into', 'newtown', '--name', 'Newtown Council', '--kind', 'unitary', '--on', '2025-09-01'), ['On 1 September 2025, Northfield District Council close and Newtown Council takes their places.']);
  await run('move', 'newtown', '--to', 'sibling', '--on', '2025-09-02');
  assert.equal(await read(county.id, lead, '2025-03-31'), 1, 'the year before keeps its tree');
  assert.equal(await read(county.id, lead, '2026-03-02'), 0, 'today the district is nowhere');
  for (const on of ['2025-03-31', '2026-03-02']) assert.equal(await read(sibling.id, siblingLead, on), 0, 'the new parent does not read back');
  assert.equal(await wayTo('lead@county.test', '2025-03-31'), 1);
  assert.equal(await wayTo('lead@county.test', '2026-03-02'), 0);
  assert.equal(await wayTo('lead@sibling.test', '2025-03-31'), 0);
});

test('a year in the query opens only a route that shows that year', async () => {
  const token = 'token of a query';
  await asOwner("insert into session (token_sha256, account_id, idle_minutes, ends_at) select sha256(convert_to($1, 'UTF8')), id, 30, now() + interval '1 hour' from account where email = 'lead@county.test'", [token]);
  const pipeline = { database, words: en, newId };
  const asked = {
    params: { org: 'district' }, query: { year: '2024-25' }, form: {}, files: {}, sessionToken: token, browserToken: undefined, from: '127.0.0.1', keptTicket: undefined, reference: 'r', address: 'http://localhost', log: () => undefined,
    now: new Date('2026-03-02T10:00:00Z'), today: day('2026-03-02'),
  };
  const [plain] = routes({ method: 'GET', path: '/organisations/:org', data: { without: 'form' }, access: access.read, handle: async (_visit: MemberVisit) => page('now', '') });
  assert.ok(plain);
  assert.equal((await runRoute(pipeline, plain, asked)).is, 'not allowed');
  assert.equal((await runRoute(pipeline, { ...plain, yearInQuery: true }, asked)).is, 'answer');
});

/** The ways that visit() finds to the district on a day of the tree. */
async function wayTo(email: string, on: string): Promise<number> {
  const token = `token of ${email} ${on}`;
  await asOwner("insert into session (token_sha256, account_id, idle_minutes, ends_at) select sha256(convert_to($1, 'UTF8')), id, 30, now() + interval '1 hour' from account where email = $2", [token, email]);
  const [row] = await asOwner("select jsonb_array_length(visit(sha256(convert_to($1, 'UTF8')), 'district', $2, '2026-03-02') -> 'ways') as ways", [token, on]);
  return Number(row?.['ways']);
}

test('the page of a body shows the tree of a past year to whoever stood above it then', async () => {
  const lead = await site.as('lead@county.test');
  assert.equal((await lead.get('/organisations/district')).status, 403);
  const then = await lead.get('/organisations/district?year=2024-25');
  assert.equal(then.status, 200);
  assert.match(then.text, /Closed 1 September 2025 Became part of Newtown Council, on 1 September 2025.*Part of Exampleshire County Council/);
  assert.equal((await (await site.as('lead@sibling.test')).get('/organisations/district?year=2024-25')).status, 403);
  assert.equal((await lead.get('/organisations/district/people?year=2024-25')).status, 403, 'a year opens that page alone');
  const county = await lead.get('/organisations/county?year=2024-25');
  assert.match(county.text, /Has below it Northfield District Council Southfield District Council/);
  assert.ok(county.body.includes('href="/organisations/district?year=2024-25"'));
  assert.match((await lead.get('/organisations/county')).text, /Has below it Southfield District Council See another year/);
  assert.equal((await lead.get('/organisations/county?year=2024-26')).status, 404);
  const sibling = await (await site.as('lead@sibling.test')).get('/organisations/newtown');
  assert.match(sibling.text, /Formed from Northfield District Council, on 1 September 2025/);
});

test('the commands add, move and list, and say what is wrong', async () => {
  assert.deepEqual(await run('add', 'academy', '--name', 'Example Academy', '--kind', 'school', '--below', 'second-district', '--from', '2025-09-01', '--invented'), ['Example Academy has been added.']);
  assert.ok((await run('list')).includes('academy  Example Academy (school), below Southfield District Council'));
  assert.ok((await run('list', '--on', '2024-04-01')).includes('academy  Example Academy (school)'));
  assert.deepEqual(await run('move', 'academy', '--to', 'county', '--on', '2026-04-01'), ['From 1 April 2026, Example Academy stands below Exampleshire County Council.']);
  assert.ok((await run('list', '--on', '2026-03-31')).includes('academy  Example Academy (school), below Southfield District Council'));
  assert.ok((await run('list', '--on', '2026-04-01')).includes('academy  Example Academy (school), below Exampleshire County Council'));
  const wrong: [string[], RegExp][] = [
    [['move', 'nowhere', '--to', 'county', '--on', '2026-04-01'], /no organisation "nowhere"/],
    [['add', 'x', '--name', 'X', '--kind', 'castle'], /"castle" is no kind.*school/],
    [['add', 'Big Name', '--name', 'X', '--kind', 'school'], /cannot be a short name/],
    [['add', 'county', '--name', 'X', '--kind', 'school'], /"county" already/],
    [['add', 'x', '--kind', 'school'], /Give a name/],
    [['move', 'academy', '--to', 'county', '--on', '2026-02-30'], /"2026-02-30" is no day/],
    [['move', 'county', '--to', 'academy', '--on', '2026-05-01'], /which stands below it/],
    [['merge', 'district', '--into', 'newtown', '--on', '2026-04-01'], /Northfield District Council closed on 1 September 2025/],
    [['merge', 'academy', '--into', 'nowhere', '--on', '2026-04-01'], /no organisation "nowhere"/],
    [['sell', 'academy'], /organisation list/], [[], /organisation list/], [['list', '--colour', 'red'], /organisation list/],
  ];
  for (const [args, sentence] of wrong) await assert.rejects(run(...args), (error) => error instanceof Error && error.constructor.name === 'StartRefused' && sentence.test(error.message), args.join(' '));
  await assert.rejects(organisationCommand(['list'], undefined, day('2026-03-02'), () => undefined), /DUEREGARD_OWNER_URL/);
});
