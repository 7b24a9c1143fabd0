import assert from 'node:assert/strict';
import { test } from 'node:test';
import { query } from '../../../test/database.ts';
import { addWorker } from '../../../test/world.ts';
import { newId } from '../../kernel/id.ts';
import { actionPlanPaths } from '../action-plan/index.ts';
import { paths } from './paths.ts';
import { all, closing, dice, drawn, frozen, idIn, review, sampleCast, seated, settled, textOf, written } from './sample.fixture.ts';

const cast = await sampleCast();
const rows = <Row extends object>(text: string, values: unknown[] = []) => query<Row & Record<string, unknown>>(cast.site.db.as('superuser'), text, values);
const item = (id: string) => paths.item('county', id);


test('from the plan to the learning: two reviewers answer blind, settle where they differ, and only tallies remain', async () => {
  const { lead, chair, police } = cast;
  const { id, positions } = await drawn(cast);
  assert.equal(positions.length, 3);
  const [first = 0, second = 0] = positions;
  assert.equal((await chair.fill(paths.case('county', id, first), all('yes'))).status, 303);
  assert.doesNotMatch((await police.get(paths.case('county', id, first))).text, /You have answered/, 'the other sees nothing of it');
  assert.match((await chair.get(paths.case('county', id, first))).text, /You have answered position/);
  const page = (await police.get(item(id))).text;
  assert.match(page, /3 positions still to answer/);

  for (const position of positions.slice(1)) await chair.fill(paths.case('county', id, position), all('yes'));
  assert.equal((await chair.fill(item(id), {}, '/finish')).status, 303);
  assert.match((await chair.get(paths.differences('county', id))).text, /Answer every question about every position first/);
  await review(police, id, positions, { [first]: { 'q-feedback': 'no' }, [second]: { 'q-form': 'na' } });

  const differences = await chair.get(paths.differences('county', id));
  assert.match(differences.text, new RegExp(`Position ${first}: ${textOf('feedback').replace('?', '\\?')}`));
  const unsettled = await chair.fill(paths.differences('county', id), { [`s-${first}-feedback`]: 'partly' });
  assert.equal(unsettled.status, 422);
  assert.match(unsettled.text, /Choose what you both settled on/);
  assert.equal((await chair.fill(paths.differences('county', id), { [`s-${first}-feedback`]: 'partly', [`s-${second}-form`]: 'yes' })).status, 303);
  assert.match((await lead.get(paths.closing('county', id))).text, /Settle first where you differ/, 'one of them alone does not settle it');
  assert.equal((await police.fill(paths.differences('county', id), {}, '/agreement/removal')).status, 303);
  assert.deepEqual(await rows("select 1 from sample_answer where seat = 'agreed'"), [], 'it is settled again');
  assert.equal((await police.fill(paths.differences('county', id), { [`s-${first}-feedback`]: 'no', [`s-${second}-form`]: 'yes' })).status, 303);
  assert.equal((await chair.fill(paths.differences('county', id), {}, '/agreement')).status, 303);

  assert.equal((await lead.fill(paths.closing('county', id), closing())).status, 303);
  assert.deepEqual(await rows('select question, yes, partly, no, na, unsettled from sample_tally where exercise_id = $1 order by question', [id]), [
    { question: 'feedback', yes: 2, partly: 0, no: 1, na: 0, unsettled: 0 }, { question: 'form', yes: 3, partly: 0, no: 0, na: 0, unsettled: 0 }, { question: 'timescale', yes: 3, partly: 0, no: 0, na: 0, unsettled: 0 },
  ]);
  assert.deepEqual(await rows('select 1 from sample_answer where exercise_id = $1', [id]), []);
  const closed = (await lead.get(item(id))).text;
  assert.match(closed, /They gave the same answer 7 of 9 times \(78%\)\. Cohen’s kappa is/);
  assert.match(closed, /The answers about single cases were erased on 2 March 2026/);
  assert.equal((await chair.get(item(id))).status, 403, 'the reviewers’ way in ends with it');
  assert.match((await lead.get('/organisations/county/history')).text, /Removed the answers about single cases .{0,160}Because: the exercise was closed/i);
});

test('the report is one page for restricted readers, in four formats, and its making stands in the trail', async () => {
  const { lead } = cast;
  const [{ id } = { id: '' }] = await rows<{ id: string }>("select id from sample_exercise where state = 'closed' order by created_at");
  for (const [format, type] of [['pdf', /application\/pdf/], ['docx', /wordprocessingml/], ['odt', /opendocument\.text/], ['html', /text\/html/]] as const) {
    const reply = await lead.get(paths.report('county', id, format));
    assert.deepEqual([reply.status, type.test(String(reply.headers['content-type']))], [200, true], format);
    if (format === 'pdf') assert.equal(reply.bytes.toString('latin1').match(/\/Type ?\/Page(?!s)/g)?.length ?? 0, 1, 'one page');
    if (format === 'html') assert.match(reply.text, /3 of 10 referrals were drawn at random.*Nobody reviewed their own panel.*OFFICIAL-SENSITIVE|OFFICIAL-SENSITIVE.*3 of 10 referrals were drawn at random.*Nobody reviewed their own panel/);
  }
  assert.equal((await rows("select 1 from audit_event where record_kind = 'sample_report'")).length, 4);
});

test('learning becomes an action that knows where it came from, and the next exercise asks whether it worked', async () => {
  const { lead, world } = cast;
  const [{ id } = { id: '' }] = await rows<{ id: string }>("select id from sample_exercise where state = 'closed' order by created_at");
  const link = `${actionPlanPaths.added('county')}?origin=dip_sample&record=${id}`;
  assert.ok((await lead.get(item(id))).body.includes(link.replace('&', '&amp;')));
  const added = await lead.fill(link, { text: 'Tell each referrer within ten working days.', place: 'LA4', owner: world.organisations.county.id, marking: 'OFFICIAL' });
  assert.equal(added.status, 303, added.text);
  assert.match((await lead.get(String(added.headers['location']).replace(/\?.*/, ''))).text, /A dip sample Panel of Exampleshire County Council, 1 April 2025 to 30 September 2025/);
  assert.match((await lead.get(item(id))).text, /Tell each referrer within ten working days\. \(Open\)/);

  const next = await settled(cast, { 'from-month': '10', 'to-day': '31', 'to-month': '12' });
  const asked = await lead.fill(paths.closing('county', next.id), closing());
  assert.equal(asked.status, 422);
  assert.match(asked.text, /Say whether it has worked/);
  const [action] = await rows<{ id: string }>("select id from action where origin = 'dip_sample'");
  assert.equal((await lead.fill(paths.closing('county', next.id), closing({ [`worked-${action?.id ?? ''}`]: 'partly' }))).status, 303);
  assert.match((await lead.get(item(next.id))).text, /Did what earlier samples led to work\? Tell each referrer within ten working days\. \(Open\) : Partly/);
  const facts = (await lead.get('/organisations/county/assessments/2025-26/benchmarks/LA4')).text;
  assert.match(facts, /2 dip samples of the referral process were closed in 2025\/26/);
  assert.match(facts, /0 of 1 action that dip samples led to are closed/);
});

test('a second exercise of the same panel and time is a repeat: it names the first, says why, and shows it on the report', async () => {
  const { lead, world } = cast;
  const refused = await lead.fill(paths.form('county'), written(world));
  assert.match(refused.text, /An exercise of this panel had some of this time already/);
  const [{ id } = { id: '' }] = await rows<{ id: string }>("select id from sample_exercise where state = 'closed' order by created_at limit 1");
  assert.match((await lead.fill(paths.form('county'), written(world, { repeats: id }))).text, /Say why it is repeated/);
  const again = await settled(cast, { repeats: id, repeat_reason: 'The list lacked a month.' });
  const [action] = await rows<{ id: string }>("select id from action where origin = 'dip_sample'");
  await lead.fill(paths.closing('county', again.id), closing({ [`worked-${action?.id ?? ''}`]: 'yes' }));
  assert.match((await lead.get(paths.report('county', again.id, 'html'))).text, /This repeats an earlier exercise of the same panel and time: The list lacked a month\./);
});

test('nobody reviews their own panel, and no two seats are of one body or one person', async () => {
  const { lead, world, site } = cast;
  const { county, district, sibling } = world.organisations;
  assert.match((await lead.fill(paths.form('county'), written(world, { 'chair_body': county.id, 'from-year': '2023', 'to-year': '2023' }))).text, /Nobody reviews their own panel/);
  assert.match((await lead.fill(paths.form('county'), written(world, { 'police_body': district.id, 'from-year': '2023', 'to-year': '2023' }))).text, /the two reviewers and the two dice throws are of different ones/);
  // Somebody who works at two bodies, one of them the panel's.
  const both = { personId: newId(), accountId: world.people['lead@district.test'].accountId };
  await site.db.database.within({ is: 'own', orgId: sibling.id, personId: both.personId, day: '2025-04-01' as never }, async (tx) => {
    const { addMembership, addPerson } = await import('../organisations/index.ts');
    await addPerson(tx, { orgId: sibling.id, id: both.personId, accountId: both.accountId, name: 'Lead District' });
    await addMembership(tx, { orgId: sibling.id, id: newId(), personId: both.personId, role: 'contributor', fromDay: '2025-04-01' as never, departmentId: null });
  });
  const id = await frozen(cast, { 'panel': sibling.id, 'from-year': '2023', 'to-year': '2023' });
  const refused = await cast.chair.fill(item(id), {}, '/seat');
  assert.equal(refused.status, 409);
  assert.match(refused.text, /nobody reviews their own panel/);
});

test('bad input is met with a sentence that helps, and nothing is saved', async () => {
  const { lead, world } = cast;
  const count = async () => (await rows('select 1 from sample_exercise')).length;
  const before_ = await count();
  const refused = async (fields: Record<string, string>, sentence: RegExp) => {
    const reply = await lead.fill(paths.form('county'), written(world, { 'from-year': '2022', 'to-year': '2022', ...fields }));
    assert.equal(reply.status, 422, JSON.stringify(fields));
    assert.match(reply.text, sentence);
  };
  await refused({ sample: '11' }, /The list has 10, so at most 10 can be drawn\. Enter a smaller sample/);
  await refused({ population: 'many' }, /Enter how many referrals are in the list/);
  await refused({ exclusions: 'Case ref: PCMT/2025/0417' }, /case reference/i);
  await refused({ list: 'The list of those born 12/03/2009' }, /date of birth/i);
  await refused({ order: 'After Mr Smith’s referral' }, /This names a person\. Take the name out/);
  await refused({ custodian: 'Jane Smith' }, /Name a role, such as .* and no person/);
  await refused({ 'to-year': '2021' }, /Enter a day that is not before the first one/);
  const stopped = await lead.fill(paths.form('county'), written(world, { 'from-year': '2022', 'to-year': '2022', 'exclusions': 'Case ref: PCMT/2025/0417' }));
  const box = /name="not_personal" value="([0-9a-f]{64})"/.exec(stopped.body)?.[1] ?? /value="([0-9a-f]{64})"[^>]*name="not_personal"|name="not_personal"[^>]*value="([0-9a-f]{64})"/.exec(stopped.body)?.slice(1).find(Boolean);
  assert.ok(box, 'elsewhere its writer may confirm it');
  const open = await lead.get(paths.form('county'));
  const confirmed = await lead.post(paths.list('county'), { csrf: /name="csrf" value="([^"]+)"/.exec(open.body)?.[1] ?? '', request_key: newId(), ...written(world, { 'from-year': '2022', 'to-year': '2022', 'exclusions': 'Case ref: PCMT/2025/0417', 'not_personal': box }) });
  assert.equal(confirmed.status, 422);
  assert.match(confirmed.text, /a dip sample takes none, confirmed or not/);
  assert.equal(await count(), before_);
});

test('dice: only after the frame, twenty of 1 to 6, once, and unseen by the other', async () => {
  const { lead, chair, police, world } = cast;
  const planned = idIn(await lead.fill(paths.form('county'), written(world, { 'from-year': '2021', 'to-year': '2021' })));
  await assert.rejects(query(cast.site.db.as('dueregard_owner'), "insert into sample_throw (org_id, exercise_id, seat, thrown_by, throws) values ($1, $2, 'chair', $3, '11111111111111111111')", [world.organisations.county.id, planned, world.people['lead@district.test'].personId]), /dice are thrown after the frame is frozen/);
  const id = await seated(cast, { 'from-year': '2020', 'to-year': '2020' });
  assert.match((await chair.fill(item(id), { throws: '7'.repeat(20) }, '/throws')).text, /A die shows 1 to 6/);
  assert.match((await chair.fill(item(id), { throws: '1234' }, '/throws')).text, /Enter 20 throws\. You have entered 4/);
  assert.equal((await chair.fill(item(id), { throws: dice.chair }, '/throws')).status, 303);
  for (const who of [police, lead]) assert.ok(!(await who.get(item(id))).body.includes(dice.chair.replaceAll(' ', '')));
  assert.match((await chair.get(item(id))).text, /Your throws are in/);
  await police.fill(item(id), { throws: dice.police }, '/throws');
  assert.ok((await lead.get(item(id))).body.includes(dice.chair.replaceAll(' ', '')), 'once both are in, the record shows them');
});

test('a position is answered once, with every question; it can be taken back until the reviewer has finished', async () => {
  const { chair, site, world } = cast;
  const { id, positions: [first = 0, ...others] } = await drawn(cast, { 'from-year': '2019', 'to-year': '2019' });
  const open = await chair.get(paths.case('county', id, first));
  assert.match((await chair.fill(paths.case('county', id, first), { 'q-form': 'yes' })).text, /Choose yes, partly, no or not applicable/);
  assert.equal((await chair.fill(paths.case('county', id, first), all('yes'))).status, 303);
  const csrf = /name="csrf" value="([^"]+)"/.exec(open.body)?.[1] ?? '';
  const second = await chair.post(paths.case('county', id, first), { csrf, request_key: newId(), ...all('no') });
  assert.equal(second.status, 422);
  assert.match(second.text, /You have answered this position already/);
  assert.equal((await chair.fill(paths.case('county', id, first), {}, '/removal')).status, 303);
  assert.equal((await chair.fill(paths.case('county', id, first), all('no'))).status, 303);
  assert.deepEqual((await rows<{ code: string }>('select distinct code from sample_answer where exercise_id = $1', [id])).map(({ code }) => code), ['no']);
  assert.equal((await chair.get(paths.case('county', id, 99))).status, 404);
  for (const position of others) await chair.fill(paths.case('county', id, position), all('yes'));
  await chair.fill(item(id), {}, '/finish');
  assert.equal((await chair.post(`${paths.case('county', id, first)}/removal`, { csrf })).status, 409, 'finished is finished');
  // Somebody else of the same body has no seat.
  await addWorker(site.store, { personId: newId(), accountId: newId(), email: 'other@district.test', orgId: world.organisations.district.id, roles: ['contributor'] });
  assert.equal((await (await site.as('other@district.test')).get(paths.case('county', id, first))).status, 409);
});

test('the pathway is a document of record: a change is a new edition, and the earlier one stays', async () => {
  const { lead } = cast;
  const pathway = { 'in_force-day': '1', 'in_force-month': '4', 'in_force-year': '2025', 'form_edition': 'National referral form, 2025 edition', 'step-1': 'A concern is noticed and checked', 'who-1': 'Safeguarding lead', 'days-1': '1', 'safeguarding': 'On the same day, to the front door.', 'complaints': 'Through the council’s procedure.', 'change': 'First edition, agreed by the board.' };
  const form = await lead.fill(paths.pathwayForm('county'), { ...pathway, 'days-1': 'soon' });
  assert.match(form.text, /Enter a whole number of working days/);
  assert.equal((await lead.fill(paths.pathwayForm('county'), pathway)).status, 303);
  assert.equal((await lead.fill(paths.pathwayForm('county'), { ...pathway, 'in_force-month': '10', 'step-2': 'The form goes to the police', 'who-2': 'Safeguarding lead', 'change': 'The second step was added.' })).status, 303);
  const page = (await lead.get(paths.pathway('county'))).text;
  assert.match(page, /Edition 2, in force from 1 October 2025.*The second step was added.*Earlier editions.*Edition 1, in force from 1 April 2025.*First edition/);
  await assert.rejects(query(cast.site.db.as('dueregard_owner'), 'update referral_pathway set number = 9'), /never changed or removed/);
});
