import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { query } from '../../../test/database.ts';
import { newId } from '../../kernel/id.ts';
import { dayOf } from '../../kernel/year.ts';
import { en } from '../../words/index.ts';
import { paths } from './paths.ts';
import { addRisk, cast, markAll, riskFields, scoreFields, sendQuarter } from './risk-log.fixture.ts';
import { changedReturns } from './returns-store.ts';

const said = en.riskLog;
const [q3, q4] = ['2025-26-Q3', '2025-26-Q4'];
const all = await cast();
const own = (text: string) => query<Record<string, unknown>>(all.site.db.as('superuser'), text);

test('the area agrees the scoring once: districts use it and cannot change it, and a new version leaves old scores as they were', async () => {
  const { county, district } = all;
  const theirs = await district.get(paths.matrix('district'));
  assert.ok(theirs.text.includes('Version 1, agreed by Exampleshire County Council'));
  assert.ok(!theirs.text.includes(said.matrix.agree));
  const risk = await addRisk(district, 'district', 'A hall is used for a meeting that the policy excludes.');
  assert.match((await district.get(risk)).text, /With controls High 3 × 4/);
  assert.equal((await county.fill(paths.matrix('county'), { high: '13', very_high: '20' })).status, 303);
  assert.ok((await county.get(paths.matrix('county'))).text.includes('Version 2'));
  assert.match((await district.get(risk)).text, /With controls High 3 × 4/, 'the score keeps the level that it was given');
  assert.equal((await district.fill(risk, { ...scoreFields([4, 4, 4, 3, 2, 3]), rescore_reason: 'The second check has begun.' }, '/scores')).status, 303);
  assert.match((await district.get(risk)).text, /With controls Medium 4 × 3/);
  const stale = await county.get(paths.matrix('county'));
  assert.equal((await county.fill(paths.matrix('county'), { medium: '9', high: '8' })).status, 422);
  assert.ok(stale.text.includes('Older versions'));
});

test('a return is begun by one press, each quiet risk is marked, the lead signs, and it stands', async () => {
  const { district, site } = all;
  assert.match((await district.get(paths.returns('district'))).text, /Q3 2025\/26 .*Missing for 70 days/);
  await sendQuarter(district, 'district', q3);
  const sent = await district.get(paths.return('district', q3));
  assert.match(sent.text, /70 days late/);
  assert.match(sent.text, /Re-scored|New/);
  const officer = await site.as('second@district.test');
  assert.equal((await officer.get(paths.return('district', q3))).status, 200);

  assert.equal((await district.fill(paths.returns('district'), { quarter: q4 })).status, 303);
  const begun = await district.get(paths.return('district', q4));
  assert.ok(begun.text.includes(said.return.waits(1)) && begun.text.includes(said.return.lookFirst));
  assert.ok(!/name="unchanged"[^>]*checked/.test(begun.body), 'nothing is marked before somebody marks it');
  await markAll(district, 'district', q4);
  const ready = await district.get(paths.return('district', q4));
  assert.ok(ready.text.includes(said.return.allLooked));
  await addRisk(district, 'district', 'A street event is used to recruit.');
  const state = /name="state" value="([0-9a-f]{64})"/.exec(ready.body)?.[1] ?? '';
  const race = await district.fill(paths.return('district', q4), { state }, '/sending');
  assert.deepEqual([race.status, race.text.includes(said.return.conflict.title)], [409, true], 'what is signed is what was read');
  assert.equal((await district.fill(paths.return('district', q4), { role: 'Head of communities' }, '/sending')).status, 303);
  const past = await district.get(paths.return('district', q4));
  for (const words of ['signed as Head of communities', 'On time', said.standings.unchanged, said.standings.new, said.directions.same]) assert.ok(past.text.includes(words), words);
});

test('a past quarter reads as it was, whatever happens to its risks', async () => {
  const { district, world } = all;
  const before = (await district.get(paths.return('district', q4))).text;
  const [row] = await own(`select number from risk where org_id = '${world.organisations.district.id}' order by number limit 1`);
  const risk = paths.risk('district', Number(row?.['number']));
  assert.equal((await district.fill(`${risk}/words`, { event: 'The hall is let to nobody any more.' })).status, 303);
  assert.equal((await district.fill(risk, { close_reason: 'The hall was sold.' }, '/closure')).status, 303);
  assert.equal((await district.get(paths.return('district', q4))).text, before);
  assert.ok((await district.get(paths.log('district'))).text.includes('The hall was sold.'));
  assert.equal((await district.fill(paths.return('district', q4), { text: 'Risk 1 was closed a week later.', marking: 'OFFICIAL' }, '/notes')).status, 303);
  assert.ok((await district.get(paths.return('district', q4))).text.includes('Risk 1 was closed a week later.'));
});

test('the database holds a return that was sent, its risks, its marks and its notes', async () => {
  const { world } = all;
  const { organisations: { district } } = world;
  for (const statement of [
    "update risk_return set signed_role = 'Somebody else'", 'delete from risk_return', "update returned_risk set event = 'Another'", 'delete from returned_risk', "update return_note set text = 'Another'", 'delete from risk_confirmation',
    "update risk_scoring set reason = 'Another'",
    'insert into returned_risk select * from returned_risk limit 1',
    `insert into risk_confirmation (org_id, id, return_id, risk_id) select r.org_id, '${newId()}', r.id, k.id from risk_return r join risk k on k.org_id = r.org_id where r.sent_at is not null limit 1`,
  ]) {
    await assert.rejects(world.as('lead@district.test', (tx) => sql.raw(statement).execute(tx)), statement);
  }
  await assert.rejects(world.as('lead@county.test', (tx) => sql`delete from risk_matrix`.execute(tx)), /never changed/);
  assert.deepEqual(await world.as('lead@district.test', (tx) => changedReturns(tx, district.id)), []);
  await own('alter table risk_return disable trigger user');
  await assert.rejects(own("update risk_return set frozen = replace(frozen, 'hall', 'mall') where frozen is not null"), /check constraint/);
  await own("update risk_return set frozen = replace(frozen, 'hall', 'mall'), frozen_sha256 = sha256(convert_to(replace(frozen, 'hall', 'mall'), 'UTF8')) where quarter = '2025-26-Q3'");
  await own('alter table risk_return enable trigger user');
  assert.equal((await world.as('lead@district.test', (tx) => changedReturns(tx, district.id))).length, 1);
});

test('above is read what was sent; no draft, and no log', async () => {
  const { county, second, site, world } = all;
  assert.equal((await county.get(paths.return('district', q4))).status, 200);
  assert.equal((await county.get(paths.log('district'))).status, 403);
  await addRisk(second, 'second-district', 'A draft that nobody above may read.');
  assert.equal((await second.fill(paths.returns('second-district'), { quarter: q4 })).status, 303);
  assert.equal((await county.get(paths.return('second-district', q4))).status, 404);
  assert.equal((await second.get(paths.return('district', q4))).status, 403);
  const day = dayOf('2026-03-02');
  assert.ok(day);
  const tree = { is: 'tree' as const, orgId: world.organisations.county.id, personId: null, day };
  for (const [table, rows] of [['risk_return', 2], ['returned_risk', 3], ['return_note', 1]] as const) {
    assert.equal((await site.store.database.within(tree, (tx) => sql`select 1 from ${sql.table(table)}`.execute(tx))).rows.length, rows, table);
  }
  for (const table of ['risk', 'risk_scoring', 'risk_confirmation']) await assert.rejects(site.store.database.within(tree, (tx) => sql`select 1 from ${sql.table(table)}`.execute(tx)), /permission denied/, table);
});

test('who sets the calendar for others is asked itself only where the calendar says so', async () => {
  const { county } = all;
  const asked = async () => (await county.get(paths.returns('county'))).text.includes('Start the return for Q4 2025/26');
  assert.equal(await asked(), false);
  assert.ok((await county.get(paths.calendar('county'))).text.includes(said.calendar.notAsked));
  for (const quarter of [q3, q4]) assert.equal((await county.fill(`${paths.calendar('county')}?change=${quarter}`, { own: 'yes' }, quarter)).status, 303);
  assert.equal(await asked(), true);
});

test('a nil return has a reason, and none is sent while a risk is open', async () => {
  const { county } = all;
  assert.equal((await county.fill(paths.returns('county'), { quarter: q4 })).status, 303);
  assert.ok((await county.fill(paths.return('county', q4), { reason: '' }, '/nil')).text.includes(said.refusals.noNilReason));
  assert.equal((await county.fill(paths.return('county', q4), { reason: 'The county’s own risks stand in the districts’ logs.' }, '/nil')).status, 303);
  const sent = await county.get(paths.return('county', q4));
  for (const words of ['Nil return', 'The county’s own risks stand']) assert.ok(sent.text.includes(words), words);
  const earlier = await county.post(paths.returns('county'), { quarter: q3, csrf: /name="csrf" value="([^"]*)"/.exec(sent.body)?.[1] ?? '' });
  assert.ok(earlier.text.includes(said.refusals.laterSent));
});

test('ten unchanged risks are confirmed and sent in at most 25 presses', async () => {
  const { second } = all;
  for (let number = 2; number <= 10; number += 1) await addRisk(second, 'second-district', `Something may happen, number ${number}.`);
  const fields = await second.get(paths.return('second-district', q4));
  assert.ok(fields.text.includes('number 10'));
  assert.equal((await second.fill(paths.return('second-district', q4), {}, '/sending')).status, 303, 'ten new risks speak for themselves');
  const { county, site } = all;
  assert.equal((await county.fill(paths.calendar('county'), { quarter: '2026-27-Q1', 'opens-day': '1', 'opens-month': '4', 'opens-year': '2026', 'due-day': '30', 'due-month': '6', 'due-year': '2026' })).status, 303);
  site.clock.now = new Date('2026-06-20T10:00:00Z');
  const [again, lead] = [await site.as('lead@second-district.test'), await site.as('lead@county.test')];
  let presses = 1;
  assert.equal((await again.fill(paths.returns('second-district'), { quarter: '2026-27-Q1' })).status, 303);
  const page = await again.get(paths.return('second-district', '2026-27-Q1'));
  presses += [...page.body.matchAll(/name="unchanged"/g)].length;
  assert.equal(presses, 11);
  await markAll(again, 'second-district', '2026-27-Q1');
  assert.equal((await again.fill(paths.return('second-district', '2026-27-Q1'), {}, '/sending')).status, 303);
  presses += 2;
  assert.ok(presses <= 25, `${presses} presses`);
  assert.equal((await lead.get(paths.return('second-district', '2026-27-Q1'))).text.match(/Unchanged/g)?.length, 10);
});

test('what looks personal is stopped, and what cannot be kept comes back as it was filled in', async () => {
  const { site } = all;
  const district = await site.as('lead@district.test');
  const personal = await district.fill(paths.form('district'), { ...riskFields('A person, NHS number 943 476 5919, may come.') });
  assert.equal(personal.status, 422);
  assert.ok(personal.text.includes(en.platform.identifiers.title));
  const good = riskFields('Something.');
  for (const [change, sentence] of [
    [{ theme: '' }, said.refusals.noTheme], [{ cause: '' }, said.refusals.noCause], [{ owner: 'jo at head of property\nand more' }, said.refusals.notOneLine], [{ benchmarks: 'LA99' }, said.refusals.noSuchBenchmark],
    [{ marking: 'SECRET' }, said.refusals.secret], [{ 'review-year': '2020' }, said.refusals.reviewPassed], [{ 'residual-likelihood': '5', 'residual-impact': '5' }, said.refusals.residualLarger], [{ 'target-impact': '' }, said.refusals.noScore],
  ] as const) {
    const reply = await district.fill(paths.form('district'), { ...good, ...change });
    assert.deepEqual([reply.status, reply.text.includes(sentence)], [422, true], `${sentence}: ${reply.text.slice(0, 400)}`);
  }
});
