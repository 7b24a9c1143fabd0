import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attribute, elements, type Client } from '../../../test/client.ts';
import { query } from '../../../test/database.ts';
import { en } from '../../words/index.ts';
import { riskLogPaths } from '../risk-log/index.ts';
import { addRisk, cast, riskFields, scoreFields, sendQuarter } from '../risk-log/risk-log.fixture.ts';
import { paths } from './paths.ts';

const said = en.oversight;
const { site, world, county, district, second } = await cast();
const superuser = site.db.as('superuser');
const hall = 'A hall is used for a meeting that the policy excludes.';

/** What a page offers to be ticked, in its order. */
async function offered(client: Client, address: string): Promise<string[]> {
  return elements((await client.get(address)).body, (one) => attribute(one, 'name') === 'rests').flatMap((one) => attribute(one, 'value') ?? []);
}

test('a risk of the county rests on what was ticked: sent, in the body’s own words, with its quarter', async () => {
  await addRisk(district, 'district', hall);
  await addRisk(second, 'second-district', 'A pitch is used by a group that is not what it says.');
  assert.ok((await county.get(paths.sources('county'))).text.includes(said.sources.none), 'a draft cannot be cited');
  await sendQuarter(district, 'district', '2025-26-Q3');
  await sendQuarter(second, 'second-district', '2025-26-Q3');
  await addRisk(district, 'district', 'A draft of the district.');
  const sources = await county.get(paths.sources('county'));
  assert.ok(sources.text.includes(hall) && sources.text.includes('A pitch is used') && !sources.text.includes('A draft of the district'));
  const rests = await offered(county, paths.sources('county'));
  assert.equal(rests.length, 2);
  const form = `${riskLogPaths.form('county')}?rests=${rests.join('&rests=')}`;
  assert.ok((await county.get(form)).text.includes(said.sources.ticked));
  const refused = await county.fill(form, { ...riskFields('Halls across the area are let without a check.'), rests, cause: '' });
  assert.deepEqual([refused.status, [...refused.body.matchAll(/name="rests"/g)].length], [422, 2], 'what was ticked outlives a refusal');
  const added = await county.fill(form, { ...riskFields('Halls across the area are let without a check.'), rests });
  assert.equal(added.status, 303, added.text.slice(0, 400));
  const page = await county.get(riskLogPaths.risk('county', 1));
  for (const words of [hall, 'Northfield District Council, risk 1, Q3 2025/26', 'Southfield District Council, risk 1, Q3 2025/26', said.register.sinceThen.last()]) assert.ok(page.text.includes(words), words);
  const register = await county.get(paths.register('county'));
  assert.match(register.text, /1\. Halls across the area .*Rests on Northfield District Council, risk 1, Q3 2025\/26 Southfield/);
  assert.ok((await county.get(paths.sources('county'))).text.includes(said.sources.inRisks([1])));
});

test('the words stay as they were sent, and the page says when a later quarter changed them', async () => {
  const words = riskLogPaths.words('district', 1);
  assert.equal((await district.fill(words, { event: 'A hall is let to a group that another has refused.' })).status, 303);
  assert.equal((await district.fill(riskLogPaths.risk('district', 1), { ...scoreFields([4, 4, 4, 4, 2, 3]), rescore_reason: 'The check has lapsed.' }, '/scores')).status, 303);
  assert.ok((await county.get(riskLogPaths.risk('county', 1))).text.includes(said.register.sinceThen.last()), 'a draft changes nothing');
  await sendQuarter(district, 'district', '2025-26-Q4');
  const page = await county.get(riskLogPaths.risk('county', 1));
  assert.ok(page.text.includes(hall) && page.text.includes('Other words and another score in Q4 2025/26'));
  const rests = await offered(county, paths.sources('county', 1));
  assert.equal((await county.fill(paths.sources('county', 1), { rests: rests.slice(2, 3) }, '/citations')).status, 303);
  const moved = await county.get(riskLogPaths.risk('county', 1));
  assert.ok(moved.text.includes('Northfield District Council, risk 1, Q4 2025/26') && !moved.text.includes('Q3 2025/26'));
});

test('what moved since last quarter, and which log has not changed for two quarters', async () => {
  const moved = await county.get(paths.moved('county'));
  assert.match(moved.text, /Higher score .*A hall is let to a group .*Q3 2025\/26 to Q4 2025\/26 .*The check has lapsed\. .*New .*A draft of the district/);
  assert.match(moved.text, /A pitch is used .*Q3 2025\/26, its first/);
  assert.ok((await county.get(paths.unchanged('county'))).text.includes(said.unchanged.none));
  await sendQuarter(second, 'second-district', '2025-26-Q4');
  assert.ok((await county.get(paths.unchanged('county'))).text.includes(said.unchanged.none), 'its first return holds new risks');
  const next = { quarter: '2026-27-Q1', 'opens-day': '2', 'opens-month': '3', 'opens-year': '2026', 'due-day': '27', 'due-month': '6', 'due-year': '2026' };
  assert.equal((await county.fill(riskLogPaths.calendar('county'), next)).status, 303);
  await sendQuarter(second, 'second-district', '2026-27-Q1');
  assert.match((await county.get(paths.unchanged('county'))).text, /Southfield District Council For how long 2 quarters, since Q4 2025\/26 What it holds 1 risk/);
  assert.ok(!(await county.get(paths.moved('county'))).text.includes('A pitch is used'));
});

test('the views take as many statements at thirty bodies as at two', async () => {
  const counted = async (address: string) => {
    const before = site.statements.length;
    assert.equal((await county.get(address)).status, 200);
    return site.statements.length - before;
  };
  const views = [paths.moved('county'), paths.unchanged('county'), paths.sources('county'), paths.register('county')];
  const few = [];
  for (const view of views) few.push(await counted(view));
  await query(superuser, `with new as (insert into organisation (id, short_name, name, kind, invented) select gen_random_uuid(), 'body-' || n, 'Body ' || n, 'district', true from generate_series(1, 28) n returning id)
    insert into organisation_link (parent_id, child_id) select '${world.organisations.county.id}', id from new`);
  await query(superuser, 'call rebuild_organisation_closure()');
  const many = [];
  for (const view of views) many.push(await counted(view));
  assert.deepEqual(many, few);
});

test('the database takes nothing as cited that no body below sent, and no citation is changed', async () => {
  const { county: { id: countyId }, district: { id: districtId } } = world.organisations;
  const [{ id = '' } = {}] = await query<{ id: string }>(superuser, `select id from risk where org_id = '${countyId}'`);
  const [{ returned = '' } = {}] = await query<{ returned: string }>(superuser, `select id as returned from returned_risk where org_id = '${districtId}' limit 1`);
  const insert = (org: string, risk: string, body: string, row: string) => query(superuser, `insert into risk_citation (org_id, id, version, created_at, changed_at, risk_id, cited_on, body_id, returned_id)
    values ('${org}', gen_random_uuid(), 1, now(), now(), '${risk}', '2026-03-02', '${body}', '${row}')`);
  await assert.rejects(insert(countyId, id, districtId, districtId), /rests on what a body below has sent/);
  const [{ own = '' } = {}] = await query<{ own: string }>(superuser, `select id as own from risk where org_id = '${districtId}' limit 1`);
  await assert.rejects(insert(districtId, own, districtId, returned), /rests on what a body below has sent/, 'its own');
  await assert.rejects(query(superuser, `update risk_citation set cited_on = '2026-03-01'`), /never changed/);
});

test('a district reads no register but its own, and only those who work on the assessment read it', async () => {
  assert.equal((await district.get(paths.register('county'))).status, 403);
  assert.equal((await second.get(riskLogPaths.risk('district', 1))).status, 403);
  assert.ok((await district.get(paths.register('district'))).text.includes(said.register.restsNone));
  assert.equal((await (await site.as('viewer@county.test')).get(paths.register('county'))).status, 403);
  assert.equal((await (await site.as('lead@sibling.test')).get(paths.sources('county'))).status, 403);
});

test('what can no longer be read is said to be so, and stays cited', async () => {
  const { county: { id: countyId }, district: { id: districtId } } = world.organisations;
  await query(superuser, `update organisation_link set to_day = '2026-03-01' where parent_id = '${countyId}' and child_id = '${districtId}'`);
  await query(superuser, 'call rebuild_organisation_closure()');
  const page = await county.get(riskLogPaths.risk('county', 1));
  assert.ok(page.text.includes('Northfield District Council, risk 1, Q4 2025/26') && page.text.includes(said.register.goneSentence) && !page.text.includes('that another has refused'));
  assert.equal((await county.fill(paths.sources('county', 1), {}, '/citations')).status, 303);
  assert.ok((await county.get(riskLogPaths.risk('county', 1))).text.includes('Northfield District Council, risk 1, Q4 2025/26'), 'what was not on the page stays');
});
