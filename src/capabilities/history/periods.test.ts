import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { query } from '../../../test/database.ts';
import { testSite } from '../../../test/site.ts';
import { buildWorld, type World } from '../../../test/world.ts';
import { newId } from '../../kernel/id.ts';
import { keptForYears, keptYears } from '../../kernel/retention.ts';
import { dayIn, dayOf, type Day } from '../../kernel/year.ts';
import { disposeOfDue } from '../../platform/retention.ts';
import { paths } from './paths.ts';
import { periodOf } from './rules-period.ts';

const site = await testSite();
const own = (text: string, values: unknown[] = []) => query<Record<string, unknown>>(site.db.as('superuser'), text, values);
const on = (text: string): Day => dayOf(text) ?? assert.fail(text);
const page = (period: string) => paths.period('county', period);
let world: World;

before(async () => { world = await buildWorld(site.store); });

test('the database has the periods and the bounds that the pages show', async () => {
  for (const period of keptForYears) {
    const { least, most, usual } = keptYears[period];
    assert.deepEqual(await own('select usual_years($1) as years', [period]), [{ years: usual }]);
    for (const years of [least - 1, most + 1]) await assert.rejects(set(world.organisations.sibling.id, period, years), /check constraint/, `${period} ${years}`);
    for (const years of [least, most]) await set(world.organisations.sibling.id, period, years);
  }
  await assert.rejects(set(world.organisations.sibling.id, 'request', 1), /check constraint/);
  await assert.rejects(own('delete from retention_period'), /never changed or removed/);
});

test('an administrator sets a period within its bounds; a longer one holds at once, a shorter one after 30 days', async () => {
  site.clock.now = new Date();
  const lead = await site.as('lead@county.test');
  for (const years of ['', '1', '13', '-3', '3.5']) assert.equal((await lead.fill(page('evidence'), { years })).status, 422, years);
  assert.equal((await lead.fill(page('evidence'), { years: '8' })).status, 303);
  assert.match((await lead.get(paths.kept('county'))).text, /8 years after it was added/);
  assert.equal((await lead.fill(page('evidence'), { years: '3' })).status, 303);
  assert.match((await lead.get(paths.kept('county'))).text, /8 years after it was added.{0,60}From \d.{0,40}3 years after it was added/);
  assert.equal((await lead.fill(page('evidence'), { years: '4' })).status, 303);
  const today = dayIn(new Date());
  assert.deepEqual(await own("select kept_years(org_id, 'evidence', $1::date) as now, kept_years(org_id, 'evidence', $1::date + 30) as later from retention_period where org_id = $2", [today, world.organisations.county.id]), [{ now: 8, later: 4 }]);
  assert.equal((await lead.fill(page('evidence'), { years: '12', version: '1' })).status, 409);
  const history = /href="([^"]*\/history\/retention_period\/[^"]*)"/.exec((await lead.get(page('evidence'))).body)?.[1];
  assert.match((await lead.get(history ?? assert.fail())).text, /Years: from 3 to 4.*Years: from 8 to 3/);
  site.clock.now = new Date('2026-03-02T10:00:00Z');
});

test('others read the periods and set none', async () => {
  assert.equal((await (await site.as('officer@county.test')).get(paths.kept('county'))).status, 200);
  for (const who of ['officer@county.test', 'viewer@county.test', 'lead@district.test']) assert.equal((await (await site.as(who)).get(page('evidence'))).status, 403, who);
  assert.equal((await (await site.as('lead@county.test')).get(page('request'))).status, 404);
});

test('records go by the period of their own body, and what went says so', async () => {
  await set(world.organisations.county.id, 'assurance', 7);
  const dispose = (text: string) => disposeOfDue({ database: site.db.database, files: site.files }, on(text));
  const assessments = async (org: string) => (await own('select 1 from assessment where org_id = $1', [org])).length;
  await dispose('2033-03-31');
  assert.deepEqual([await assessments(world.organisations.county.id), await assessments(world.organisations.district.id)], [1, 0]);
  await dispose('2033-04-01');
  assert.equal(await assessments(world.organisations.county.id), 0);
  assert.match((await (await site.as('lead@county.test')).get(paths.kept('county'))).text, /1 April 2033.{0,20}an assessment.{0,20}1.{0,20}7 years after the end/);
});

test('until a shorter period holds, the one before does', () => {
  const row = { id: newId(), version: 2, years: 3, yearsUntilThen: 8, holdsFrom: on('2026-04-01') };
  assert.deepEqual([periodOf('evidence', row, on('2026-03-31')).years, periodOf('evidence', row, on('2026-04-01')).years, periodOf('evidence', undefined, on('2026-04-01')).years], [8, 3, 6]);
});

/** As the database takes it, past the pages. */
function set(orgId: string, period: string, years: number) {
  return own(`insert into retention_period (org_id, id, version, created_at, changed_at, period, years) values ($1, $2, 1, now(), now(), $3, $4)
    on conflict (org_id, period) do update set years = excluded.years`, [orgId, newId(), period, years]);
}
