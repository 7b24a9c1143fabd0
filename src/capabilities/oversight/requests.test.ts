import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Client } from '../../../test/client.ts';
import { query } from '../../../test/database.ts';
import type { Id } from '../../kernel/id.ts';
import { dayOf } from '../../kernel/year.ts';
import { en } from '../../words/index.ts';
import { sqlStateOf, type Scope } from '../../platform/database.ts';
import { actionPlanPaths } from '../action-plan/index.ts';
import { riskLogPaths } from '../risk-log/index.ts';
import { addRisk, cast, sendQuarter } from '../risk-log/risk-log.fixture.ts';
import { paths } from './paths.ts';

const said = en.oversight.requests;
const { site, world, county, district, second } = await cast();
const { county: { id: countyId }, district: { id: districtId }, 'second-district': secondDistrict } = world.organisations;
const superuser = site.db.as('superuser');
const hall = 'A hall is used for a meeting that the policy excludes.';

/** Passes a risk on. @returns the request's identifier */
async function pass(client: Client, org: string, to: string): Promise<string> {
  const reply = await client.fill(paths.passing(org, 1), { to, reason: 'The halls of three districts are let by one trust.' });
  assert.equal(reply.status, 303, reply.text.slice(0, 500));
  return /risk-requests\/([0-9a-f-]+)/.exec(String(reply.headers['location']))?.[1] ?? '';
}

test('a district asks the county to take a risk, the county does, and both see it; a neighbour sees nothing', async () => {
  await addRisk(district, 'district', hall);
  await sendQuarter(district, 'district', '2025-26-Q3');
  const refused = await district.fill(paths.passing('district', 1), { to: districtId });
  for (const sentence of [said.refusals.noBody, said.refusals.noReason]) assert.ok(refused.text.includes(sentence), sentence);
  const id = await pass(district, 'district', countyId);
  assert.ok((await district.fill(paths.passing('district', 1), { to: countyId, reason: 'Again.' })).text.includes(said.refusals.waitsAlready));
  assert.ok((await county.get('/home')).text.includes(said.task(1)));
  assert.ok(!(await (await site.as('viewer@county.test')).get('/home')).text.includes(said.task(1)), 'only who may answer is asked to');
  const asked = await county.get(paths.request('county', id));
  for (const words of [hall, said.asks.up('Northfield District Council', 'Exampleshire County Council'), said.states.waits]) assert.ok(asked.text.includes(words), words);
  assert.ok((await county.fill(paths.request('county', id), {})).text.includes(said.refusals.noAnswer));
  assert.ok((await county.fill(paths.request('county', id), { answer: 'accepted', into: '7', reason: 'Yes.' })).text.includes(said.refusals.noSuchRisk));
  assert.equal((await county.fill(paths.request('county', id), { answer: 'accepted', reason: 'It reaches beyond one district.' })).status, 303);
  const taken = await county.get(riskLogPaths.risk('county', 1));
  assert.ok(taken.text.includes(hall) && taken.text.includes('Northfield District Council, risk 1, Q3 2025/26'), 'the county’s own risk rests on what was sent');
  const seen = await district.get(paths.request('district', id));
  assert.ok(seen.text.includes('It reaches beyond one district.') && seen.text.includes(said.states.accepted));
  assert.equal(seen.text.split(said.takenAs).length, 2, 'the asker sees its own risk and not what it became');
  assert.ok((await district.get(riskLogPaths.risk('district', 1))).text.includes(said.states.accepted));
  assert.ok(!(await county.get('/home')).text.includes(said.task(1)));
  for (const client of [second, await site.as('lead@sibling.test')]) {
    const org = client === second ? 'second-district' : 'sibling';
    assert.equal((await client.get(paths.request(org, id))).status, 404);
    assert.ok((await client.get(paths.requests(org))).text.includes(said.none));
  }
});

test('the county hands a risk down, and what is declined stays where it is', async () => {
  const id = await pass(county, 'county', secondDistrict.id);
  assert.ok((await second.get(paths.requests('second-district'))).text.includes(said.asks.down('Exampleshire County Council', 'Southfield District Council')));
  assert.ok(!(await district.get(paths.requests('district'))).text.includes(said.asks.down('Exampleshire County Council', 'Southfield District Council')));
  assert.equal((await second.fill(paths.request('second-district', id), { answer: 'declined', reason: 'The trust lets no hall here.' })).status, 303);
  assert.ok((await county.get(paths.request('county', id))).text.includes('The trust lets no hall here.'));
  assert.ok((await second.get(riskLogPaths.log('second-district'))).text.includes(en.riskLog.log.none));
  const again = await pass(county, 'county', secondDistrict.id);
  assert.equal((await second.fill(paths.request('second-district', again), { answer: 'accepted', reason: 'One hall was let since.' })).status, 303);
  assert.ok((await second.get(riskLogPaths.risk('second-district', 1))).text.includes(hall));
});

test('who asked takes it back before an answer, with a reason that both read; then it may be asked again', async () => {
  const id = await pass(district, 'district', countyId);
  const [asked, opened] = [paths.request('district', id), await county.get(paths.request('county', id))];
  assert.ok((await district.fill(asked, {}, '/withdrawal')).text.includes(said.refusals.noWithdrawReason));
  assert.equal((await county.post(paths.withdrawal('county', id), { reason: 'Not ours to take back.', ...sealIn(opened.body) })).status, 409);
  assert.ok(!(await (await site.as('second@district.test')).get(asked)).body.includes('/withdrawal'), 'only a lead may');
  assert.equal((await district.fill(asked, { reason: 'The trust gave the halls up.' }, '/withdrawal')).status, 303);
  for (const [client, org] of [[district, 'district'], [county, 'county']] as const) {
    const seen = await client.get(paths.request(org, id));
    assert.ok(seen.text.includes(said.states.withdrawn) && seen.text.includes('The trust gave the halls up.'), org);
    assert.ok(!seen.body.includes('<textarea'), 'nothing more is asked');
  }
  assert.ok(!(await county.get('/home')).text.includes(said.task(1)));
  assert.equal((await county.post(paths.request('county', id), { answer: 'declined', reason: 'No.', ...sealIn(opened.body) })).status, 409, 'a page from before');
  const again = await pass(district, 'district', countyId);
  assert.equal((await county.fill(paths.request('county', again), { answer: 'declined', reason: 'Two districts only.' })).status, 303);
  assert.ok(!(await district.get(paths.request('district', again))).body.includes('/withdrawal'));
});

test('a request comes to one end, even where both press at the same moment', async () => {
  for (let at = 0; at < 4; at += 1) {
    const id = await pass(district, 'district', countyId);
    const [asked, asker] = [sealIn((await county.get(paths.request('county', id))).body), sealIn((await district.get(paths.request('district', id))).body)];
    const replies = await Promise.all([county.post(paths.request('county', id), { answer: 'declined', reason: 'No.', ...asked }), district.post(paths.withdrawal('district', id), { reason: 'Never mind.', ...asker })]);
    assert.deepEqual(replies.map(({ status }) => status).sort(), [303, 409]);
  }
});

test('the database holds who may ask whom, who answers, and that an answer is final', async () => {
  const columns = 'org_id, id, version, created_at, changed_at';
  const values = (org: string) => `'${org}', gen_random_uuid(), 1, now(), now()`;
  const [{ risk = '' } = {}] = await query<{ risk: string }>(superuser, `select id as risk from risk where org_id = '${districtId}'`);
  const ask = (to: string, way: string) => query(superuser, `insert into risk_request (${columns}, to_id, way, asked_on, reason, risk_id) values (${values(districtId)}, '${to}', '${way}', '2026-03-02', 'Why.', '${risk}')`);
  await assert.rejects(ask(secondDistrict.id, 'down'), /to the body above or to one below/, 'a neighbour');
  await assert.rejects(ask(countyId, 'down'), /to the body above or to one below/, 'the wrong way');
  await ask(countyId, 'up');
  await assert.rejects(ask(countyId, 'up'), /awaited already/);
  const [{ request = '' } = {}] = await query<{ request: string }>(superuser, `select id as request from risk_request where org_id = '${districtId}' and reason = 'Why.'`);
  const answer = (org: string, id: string) => query(superuser, `insert into risk_reply (${columns}, request_org_id, request_id, answer, replied_on, reason) values (${values(org)}, '${districtId}', '${id}', 'declined', '2026-03-02', 'No.')`);
  await assert.rejects(answer(districtId, request), /only the body that was asked/, 'not the asker');
  await assert.rejects(answer(secondDistrict.id, request), /only the body that was asked/, 'not a neighbour');
  const [{ gone = '' } = {}] = await query<{ gone: string }>(superuser, `select request_id as gone from risk_withdrawal where org_id = '${districtId}' limit 1`);
  await assert.rejects(answer(countyId, gone), /withdrawn is not answered/);
  const withdraw = (org: string) => query(superuser, `insert into risk_withdrawal (${columns}, request_id, withdrawn_on, reason) values (${values(org)}, '${request}', '2026-03-02', 'x')`);
  await assert.rejects(withdraw(countyId), /answered is not withdrawn/, 'not by who was asked');
  await answer(countyId, request);
  await assert.rejects(withdraw(districtId), /answered is not withdrawn/);
  await assert.rejects(query(superuser, "update risk_withdrawal set reason = 'x'"), /never changed/);
  await assert.rejects(answer(countyId, request), /duplicate key/);
  await assert.rejects(query(superuser, "update risk_reply set answer = 'declined', risk_id = null"), /never changed/);
  await assert.rejects(query(superuser, "update risk_request set reason = 'x'"), /never changed/);
});

test('row-level security shows a request and its answer to the two bodies alone, and no scope but their own', async () => {
  const day = dayOf('2026-03-02') ?? assert.fail();
  const { county: c, district: d, sibling } = world.organisations;
  const name = new Map([[c.id, 'county'], [d.id, 'district'], [secondDistrict.id, 'second']]);
  const seen = async (is: 'own' | 'tree', orgId: Id): Promise<string[]> => site.db.database.within({ is, orgId, personId: null, day } satisfies Scope, async (tx) => {
    const { rows } = await sql<{ kind: string; by: Id; other: Id }>`select distinct 'asks' as kind, org_id as by, to_id as other from risk_request union select distinct 'answers', org_id, request_org_id from risk_reply`.execute(tx);
    return rows.map(({ kind, by, other }) => `${name.get(by)} ${kind} ${name.get(other)}`).sort();
  });
  assert.deepEqual(await seen('own', c.id), ['county answers district', 'county asks second', 'district asks county', 'second answers county']);
  assert.deepEqual(await seen('own', d.id), ['county answers district', 'district asks county']);
  assert.deepEqual(await seen('own', secondDistrict.id), ['county asks second', 'second answers county']);
  assert.deepEqual(await seen('own', sibling.id), []);
  const takenBack = (orgId: Id) => site.db.database.within({ is: 'own', orgId, personId: null, day }, async (tx) => (await sql`select from risk_withdrawal`.execute(tx)).rows.length > 0);
  assert.deepEqual([await takenBack(d.id), await takenBack(c.id), await takenBack(secondDistrict.id), await takenBack(sibling.id)], [true, true, false, false]);
  await assert.rejects(seen('tree', c.id), (error) => sqlStateOf(error) === '42501');
  const planted = (table: string) => site.db.database.within({ is: 'own', orgId: secondDistrict.id, personId: null, day }, (tx) => sql`update ${sql.table(table)} set reason = 'x' where org_id <> ${secondDistrict.id}`.execute(tx));
  for (const table of ['risk_request', 'risk_reply']) assert.equal((await planted(table)).numAffectedRows, 0n, 'the other side is read and not written');
});

test('an action of the plan comes from a risk, and each leads to the other', async () => {
  const page = await county.get(riskLogPaths.risk('county', 1));
  const href = /href="([^"]*origin=risk[^"]*)"/.exec(page.body)?.[1]?.replaceAll('&amp;', '&') ?? assert.fail('no way to an action');
  const added = await county.fill(href, { place: 'LA1', text: 'Ask each hall trust for its checks.', role: 'Prevent lead' });
  assert.equal(added.status, 303, added.text.slice(0, 600));
  const risk = await county.get(riskLogPaths.risk('county', 1));
  assert.ok(risk.text.includes('Ask each hall trust for its checks.'));
  const action = await county.get(String(added.headers['location']));
  assert.ok(action.text.includes(`1. ${hall}`), 'the action says which risk it came from');
  assert.ok(action.body.includes(riskLogPaths.risk('county', 1)));
  const foreign = await second.fill(`${actionPlanPaths.added('second-district')}?origin=risk`, { place: 'LA1', text: 'Another.', origin: 'risk', record: countyId });
  assert.equal(foreign.status, 303, foreign.text.slice(0, 300));
});

function sealIn(body: string) {
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(body)?.[1] ?? '';
  return { csrf: hidden('csrf'), request_key: hidden('request_key') };
}
