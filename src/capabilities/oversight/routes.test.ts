import assert from 'node:assert/strict';
import { test } from 'node:test';
import { query } from '../../../test/database.ts';
import { newId } from '../../kernel/id.ts';
import { en } from '../../words/index.ts';
import { addRisk, cast, dated, sendQuarter } from '../risk-log/risk-log.fixture.ts';
import { riskLogPaths } from '../risk-log/index.ts';
import { paths } from './paths.ts';

const said = en.oversight;
const { site, world, county, district, second } = await cast();
const grid = paths.grid('county');

/** What was answered, with how many statements it took, the visit and the scopes among them, without the frame of the transaction. */
async function counted<T>(work: () => Promise<T>): Promise<[T, number]> {
  const before = site.statements.length;
  const answer = await work();
  return [answer, site.statements.slice(before).filter((statement) => !/^(begin|commit)$/.test(statement)).length];
}

test('the county sees who sent and who did not, never a draft, and in at most six statements', async () => {
  await addRisk(district, 'district', 'A hall is used for a meeting that the policy excludes.');
  await sendQuarter(district, 'district', '2025-26-Q4');
  await addRisk(second, 'second-district', 'A draft of the second district.');
  assert.equal((await second.fill(riskLogPaths.returns('second-district'), { quarter: '2025-26-Q4' })).status, 303);
  const [page, statements] = await counted(() => county.get(grid));
  assert.equal(statements, 6);
  assert.match(page.text, /Northfield District Council .*Missing for 70 days .*✓ On time/);
  assert.match(page.text, /Southfield District Council .*Missing for 70 days .*… Due 27 March 2026/);
  assert.match(page.text, /Q3 2025\/26 Due so far 2 On time 0 Share 0% .*Q4 2025\/26 Due so far 1 On time 1 Share 100% .*↑ More on time/);
  assert.ok(!page.text.includes('draft of the second'));
});

test('the statements stay as many at 30 bodies and 12 quarters', async () => {
  const { county: { id } } = world.organisations;
  const superuser = site.db.as('superuser');
  await query(superuser, `with new as (insert into organisation (id, short_name, name, kind, invented) select gen_random_uuid(), 'body-' || n, 'Body ' || n, 'district', true from generate_series(1, 28) n returning id)
    insert into organisation_link (parent_id, child_id) select '${id}', id from new`);
  await query(superuser, 'call rebuild_organisation_closure()');
  await query(superuser, `insert into risk_quarter (org_id, id, version, created_at, changed_at, quarter, opens_on, due_on)
    select '${id}', gen_random_uuid(), 1, now(), now(), y || '-' || right((y + 1)::text, 2) || '-Q' || q, make_date(y, 4, 1), make_date(y, 4, 30) from generate_series(2021, 2024) y, generate_series(1, 4) q`);
  const [page, statements] = await counted(() => county.get(grid));
  assert.equal(statements, 6);
  assert.equal([...page.body.matchAll(/Body \d+<\/a>/g)].length, 28);
  assert.ok(page.text.includes(said.earlier));
  const earlier = await county.get(`${grid}?before=2023-24-Q3`);
  assert.ok(earlier.text.includes('Q2 2023/24') && !earlier.text.includes('Q3 2023/24') && !earlier.text.includes(said.earlier));
});

test('what was asked stands in its history, in the grid and on the body’s own page', async () => {
  const chases = paths.chases('county', 'district');
  assert.equal((await county.fill(chases, { quarter: '2025-26-Q3', role: 'Head of communities', way: 'phone', note: 'Promised for Friday.', ...dated('on', '2026-03-01') })).status, 303);
  assert.ok((await county.get(chases)).text.includes('1 March 2026 Quarter Q3 2025/26 To which role Head of communities How by phone Note Promised for Friday.'));
  assert.ok((await county.get(grid)).text.includes(said.chased(1)));
  const theirs = await district.get(riskLogPaths.returns('district'));
  assert.ok(theirs.text.includes('Q3 2025/26: 1 March 2026, to Head of communities, by phone'));
  assert.ok(!(await second.get(riskLogPaths.returns('second-district'))).text.includes('Head of communities'));
  const viewer = await (await site.as('viewer@county.test')).get(chases);
  assert.deepEqual([viewer.status, viewer.text.includes(said.chases.add)], [200, false]);
  assert.equal((await county.get(paths.chases('county', 'sibling'))).status, 404);
  await assert.rejects(query(site.db.as('superuser'), "update chase set note = ''"), /never changed/);
});

test('beside what was asked stands on how many days letters that have left reminded the body', async () => {
  const { district: { id } } = world.organisations;
  const superuser = site.db.as('superuser');
  const [person] = await query<{ id: string }>(superuser, 'select id from person where org_id = $1 limit 1', [id]);
  const reminder = (day: string, mail: string) => query(superuser, 'insert into reminder (org_id, kind, about, day, person_id, mail_id, due_on) values ($1, $2, $3, $4, $5, $6, $7)', [id, 'return', '2025-26-Q3', day, person?.id, mail, '2025-12-22']);
  const waiting = newId();
  await query(superuser, "insert into outgoing_mail (org_id, id, person_id, kind) values ($1, $2, $3, 'reminder')", [id, waiting, person?.id]);
  for (const [day, mail] of [['2025-12-08', newId()], ['2025-12-23', newId()], ['2025-12-29', waiting]] as const) await reminder(day, mail);
  const [page, statements] = await counted(() => county.get(grid));
  assert.equal(statements, 6);
  assert.match(page.text, /Northfield District Council .*Missing for 70 days .*Reminded twice .*Asked once/);
  assert.ok((await county.get(paths.chases('county', 'district'))).text.includes('Q3 2025/26: 8 December 2025, 23 December 2025'));
});

test('the risks that were sent stand on one matrix, each field leads to its risks', async () => {
  const page = await county.get(paths.matrix('county'));
  assert.ok(page.text.includes('As the bodies below sent them for Q4 2025/26.'));
  assert.match(page.text, /1 risk at Possible and Major/);
  assert.match(page.text, /Open risks by their level with controls, as they were sent Quarter Open risks Low Medium High Very high Mean score Quarter Q4 2025\/26 Open risks 1 .*Mean score 12\.0/);
  assert.match(page.body, /role="img" aria-label="Open risks by their level with controls, as they were sent\. Q4 2025\/26: Low 0, /);
  assert.match((await district.get(riskLogPaths.log('district'))).body, /role="img" aria-label="Open risks by their level/);
  assert.doesNotMatch(page.body, /<[^>]*\sstyle=/, 'a page holds no style of its own');
  assert.ok((await county.get(`${paths.matrix('county')}?quarter=2025-26-Q4&at=3x4`)).text.includes('A hall is used for a meeting'));
  assert.ok(!(await county.get(`${paths.matrix('county')}?quarter=2025-26-Q4&at=1x1`)).text.includes('A hall is used for a meeting'));
  assert.ok((await county.get(`${paths.matrix('county')}?quarter=2025-26-Q3`)).text.includes(said.matrix.none));
  assert.equal((await (await site.as('viewer@county.test')).get(paths.matrix('county'))).status, 403);
});
