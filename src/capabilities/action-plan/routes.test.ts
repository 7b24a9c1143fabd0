import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { query } from '../../../test/database.ts';
import { programOf } from '../../../test/program.ts';
import { newId } from '../../kernel/id.ts';
import { dayIn } from '../../kernel/year.ts';
import { sqlStateOf } from '../../platform/database.ts';
import { en } from '../../words/index.ts';
import { assessmentPaths } from '../assessment/index.ts';
import { addLetter, cast, sealOf } from '../moderation/moderation.fixture.ts';
import { recommendationPaths } from '../recommendations/index.ts';
import { paths } from './paths.ts';
import { addAction, dated, due, placeOf, withRecommendations, written } from './plan.fixture.ts';
import { takeActionStep } from './store.ts';

const said = en.actionPlan;
const plan = paths.plan('county');
const today = dayIn(new Date('2026-03-02T10:00:00Z'));

test('an action under an objective: details, progress with a colour, evidence, a closure that a second person confirms, and again', async () => {
  const { world, lead, officer, second } = await cast();
  assert.equal((await lead.fill(paths.objectives('county'), { benchmark: 'LA2', text: 'The county sees every risk in time.' })).status, 303);
  const [, objective = ''] = /objectives\/([0-9a-f-]{36})/.exec((await lead.get(paths.objectives('county'))).body) ?? [];
  const item = await addAction(lead, { place: objective, role: 'Head of community safety', partners: 'Northfield District Council, police', ...due('2026-03-01'), origin: 'dip_sample', origin_note: 'Dip sample of February' });
  const list = await lead.get(plan);
  for (const words of ['2. Local Risk Assessment', 'The county sees every risk in time.', 'Put every risk log on one calendar.', 'Head of community safety, Exampleshire County Council', '1 March 2026', en.recommendations.states.overdue]) assert.ok(list.text.includes(words), words);
  assert.ok((await lead.get('/home')).text.includes(said.overdueTask(1)));

  assert.equal((await officer.fill(item, { text: 'Two districts have no calendar yet.', rag: 'amber', ...dated }, '/progress')).status, 303);
  assert.equal((await officer.fill(item, { evidence: await addLetter(world) }, '/evidence')).status, 303);
  const open = await lead.get(item);
  for (const words of [said.rag.amber, '1 March 2026 by Exampleshire County Council', 'Two districts have no calendar yet.', 'Letter of the Home Office', said.origins.dip_sample, 'Dip sample of February']) assert.ok(open.text.includes(words), words);

  assert.equal((await lead.fill(`${item}/details`, { measure: 'Four quarters on time.', ...due('2026-06-30') }, '/details')).status, 303);
  assert.equal((await lead.fill(item, { outcome: 'One calendar for all.' }, '/closure')).status, 303);
  assert.ok((await lead.get(item)).text.includes(en.recommendations.closing.ownProposal));
  const own = await lead.post(`${item}/confirmation`, await sealOf(lead, { version: '3' }));
  assert.deepEqual([own.status, own.text.includes(en.recommendations.refusals.ownProposal)], [422, true]);
  assert.equal((await second.fill(item, {}, '/return')).status, 303);
  assert.equal((await lead.fill(item, { outcome: 'One calendar, in use.' }, '/closure')).status, 303);
  assert.equal((await second.fill(item, {}, '/confirmation')).status, 303);
  const closed = await lead.get(item);
  for (const words of [en.recommendations.states.closed, 'One calendar, in use.', 'Four quarters on time.', said.closedHint]) assert.ok(closed.text.includes(words), words);
  assert.ok(!closed.text.includes(said.progress.add) && !closed.text.includes(said.item.change));
  const late = await officer.post(`${item}/progress`, await sealOf(officer, { text: 'More.', marking: 'OFFICIAL', ...dated }));
  assert.deepEqual([late.status, late.text.includes(said.refusals.closed)], [422, true]);

  assert.ok(!(await lead.get(plan)).text.includes('Put every risk log'));
  assert.ok((await lead.get(paths.shown('county', 'closed'))).text.includes('Put every risk log'));
  assert.equal((await lead.fill(item, { reason: 'A log was late.' }, '/reopening')).status, 303);
  assert.ok((await lead.get(item)).text.includes('A log was late.'));
});

test('what cannot be kept comes back as it was filled in; who saves second is told', async () => {
  const { lead, officer } = await cast();
  for (const [fields, sentence] of [
    [{ text: '' }, said.refusals.noText], [{ place: 'LA99' }, said.refusals.noPlace], [{ owner: newId() }, said.refusals.noOwner], [{ owner: 'other' }, said.refusals.noOwnerBody],
    [{ role: 'a@b' }, said.refusals.ownerIsAddress], [due('2026-02-31'), said.refusals.dueUnreal], [{ origin: '' }, said.refusals.noOrigin],
    [{ 'start-day': '2', 'start-month': '3', 'start-year': '2026', ...due('2026-03-01') }, said.refusals.dueBeforeStart],
  ] as const) {
    const reply = await lead.fill(paths.added('county'), written({ measure: 'It stays in the form.', ...fields }));
    assert.deepEqual([reply.status, reply.text.includes(sentence), reply.body.includes('It stays in the form.')], [422, true, true], sentence);
  }
  const item = await addAction(lead);
  const seen = await sealOf(officer, { version: '1' });
  assert.equal((await lead.fill(`${item}/details`, { text: 'Another text.' }, '/details')).status, 303);
  const second = await officer.post(`${item}/details`, { ...written({ owner: 'other', owner_body: 'Exampleshire Police' }), ...seen });
  assert.deepEqual([second.status, second.text.includes(said.conflict.sentence)], [409, true]);
  assert.equal((await lead.fill(item, { text: 'Red for no reason.', rag: 'purple', ...dated }, '/progress')).status, 422);
  assert.equal((await lead.get(paths.item('county', newId()))).status, 404);
});

test('the deck’s recommendations are taken in one press each, from the plan or from their own page, and never twice', async () => {
  const { site, lead, second, recommendations: [first = '', , last = ''] } = await withRecommendations();
  assert.equal((await lead.fill(recommendationPaths.item('county', first), { owner: 'Head of community safety', ...due('2026-09-30') }, '/plan')).status, 303);
  const text = (await lead.get(plan)).text;
  for (const words of ['Track the risk logs.', 'Sample referrals.', 'Look at venues again.', said.untaken.heading]) assert.ok(text.includes(words), words);
  const item = placeOf(await lead.fill(plan, {}, first));
  const action = await lead.get(item);
  for (const words of ['Track the risk logs.', '2. Local Risk Assessment', 'Head of community safety', '30 September 2026', said.origins.recommendation]) assert.ok(action.text.includes(words), words);
  assert.ok(action.body.includes(recommendationPaths.item('county', first)));
  assert.equal(placeOf(await lead.fill(recommendationPaths.item('county', last), {}, `/plan/recommendations/${last}`)), placeOf(await lead.post(paths.taken('county', last), await sealOf(lead, {}))));
  assert.ok((await lead.get(recommendationPaths.item('county', last))).text.includes(said.beside.taken));
  assert.deepEqual(await query(site.db.as('superuser'), 'select count(*)::integer as actions from action'), [{ actions: 2 }]);
  assert.ok(!(await second.get(plan)).text.includes(said.untaken.take), 'a second reader takes nothing');
  assert.equal((await lead.post(paths.taken('county', newId()), await sealOf(lead, {}))).status, 404);
});

test('the owner elsewhere sees its actions alone, writes progress to them, and no longer once they are another’s', async () => {
  const { site, world, lead } = await cast();
  const [district, other] = [await site.as('lead@district.test'), await site.as('lead@second-district.test')];
  const item = await addAction(lead, { owner: world.organisations.district.id, text: 'Send the log in time.', ...due('2026-03-01') });
  const countys = await addAction(lead, { text: 'The county’s own.' });
  assert.ok((await district.get('/home')).text.includes(said.shared('Exampleshire County Council', 1, 1)));
  assert.equal((await other.get(plan)).status, 403);
  const seen = await district.get(plan);
  assert.ok(seen.text.includes('Send the log in time.') && !seen.text.includes('The county’s own.') && !seen.text.includes(said.add));
  assert.equal((await district.get(countys)).status, 404);
  assert.equal((await district.fill(item, { text: 'Sent on Friday.', rag: 'green', ...dated }, '/progress')).status, 303);
  const noted = await lead.get(item);
  for (const words of ['Sent on Friday.', 'by Northfield District Council', said.rag.green]) assert.ok(noted.text.includes(words), words);
  for (const step of ['/details', '/closure', '/evidence', '/confirmation']) assert.equal((await district.post(`${item}${step}`, {})).status, 403, step);

  assert.equal((await lead.fill(`${item}/details`, { owner: world.organisations['second-district'].id }, '/details')).status, 303);
  assert.equal((await district.get(item)).status, 403);
  assert.ok((await other.get(item)).text.includes('Sent on Friday.'));
});

test('a body above sees a district’s plan and how it stands, and nothing of what was written about it', async () => {
  const { site, lead } = await cast();
  const district = await site.as('lead@district.test');
  const reply = await district.fill(paths.added('district'), written({ text: 'Check two halls.', measure: 'Both halls checked.', ...due('2026-03-01') }));
  await district.fill(placeOf(reply), { text: 'A reason of the district.', rag: 'red', ...dated }, '/progress');
  const above = await lead.get(paths.plan('district'));
  for (const words of ['Check two halls.', 'Both halls checked.', said.rag.red, en.recommendations.states.overdue]) assert.ok(above.text.includes(words), words);
  assert.ok(!above.text.includes('A reason of the district.'));
  assert.equal((await lead.get(placeOf(reply))).status, 403);
  assert.equal((await lead.get(paths.file('district', 'csv'))).status, 403);
});

test('the database itself holds the second person, the order of the steps, and what an owner may do', async () => {
  const { site, world, lead } = await cast();
  const [, id = ''] = /actions\/(.+)$/.exec(await addAction(lead, { owner: world.organisations.district.id })) ?? [];
  const key = { orgId: world.organisations.county.id, id };
  const step = (email: 'lead@county.test' | 'second@county.test', version: number, next: Parameters<typeof takeActionStep>[2]) => stateOf(world.as(email, (tx) => takeActionStep(tx, { ...key, version }, next)));
  assert.equal(await step('lead@county.test', 1, { to: 'closed' }), 'DR013');
  assert.equal(await step('lead@county.test', 1, { to: 'proposed', outcome: 'Done.' }), undefined);
  assert.equal(await step('lead@county.test', 2, { to: 'closed' }), '23514', 'the proposer never confirms');
  assert.equal(await step('second@county.test', 2, { to: 'closed' }), undefined);
  assert.equal(await step('lead@county.test', 3, { to: 'proposed', outcome: 'Again.' }), 'DR013');
  const owner = { is: 'grant', orgId: world.organisations.district.id, personId: world.people['lead@district.test'].personId, day: today } as const;
  const asOwner = (text: string) => stateOf(site.store.database.within(owner, (tx) => sql.raw(text).execute(tx)));
  assert.equal(await asOwner("update action set text = 'Mine.'"), '42501');
  assert.equal(await asOwner(`insert into action_note (org_id, id, action_id, dated_on, text) values ('${key.orgId}', '${newId()}', '${id}', '2026-03-01', 'Done.')`), undefined);
  const stranger = { ...owner, orgId: world.organisations['second-district'].id };
  assert.equal(await stateOf(site.store.database.within(stranger, (tx) => sql.raw(`insert into action_note (org_id, id, action_id, dated_on, text) values ('${key.orgId}', '${newId()}', '${id}', '2026-03-01', 'Done.')`).execute(tx))), '42501');
});

test('facts beside the plan’s benchmark, the list as a file, and the same for programs', async () => {
  const { site, lead } = await cast();
  const item = await addAction(lead, { text: '=1+1 is not worked out.', ...due('2026-03-01') });
  await addAction(lead, { measure: 'Known.', place: '' });
  const beside = await lead.get(assessmentPaths.benchmark('county', '2025-26', 'LA3'));
  for (const words of [said.facts.overdue(1, 2), said.facts.unmeasured(1, 2), said.facts.closed(0, 2)]) assert.ok(beside.text.includes(words), words);
  assert.ok(!(await lead.get(assessmentPaths.benchmark('county', '2025-26', 'LA2'))).text.includes(said.facts.unmeasuredRule));
  for (const [format, begins] of [['xlsx', 'PK'], ['ods', 'PK'], ['csv', '\ufeff']] as const) {
    const reply = await lead.get(paths.file('county', format));
    assert.deepEqual([reply.status, reply.bytes.toString('utf8').startsWith(begins)], [200, true], format);
    if (format === 'csv') assert.ok(reply.body.includes('\'=1+1 is not worked out.') && reply.body.includes('is invented'));
  }
  assert.equal((await lead.get(paths.file('county', 'exe'))).status, 404);

  const program = await programOf(site, 'lead@county.test');
  const told = await program.get(`${plan}?show=overdue`);
  assert.equal(told.status, 200, told.body);
  assert.ok(JSON.stringify(told.json).includes('"overdue":true'));
  const noted = await program.post(`${item}/progress`, { text: 'Half is done.', dated: '2026-03-02', rag: 'amber', marking: 'OFFICIAL' });
  assert.equal(noted.status, 200, noted.body);
  assert.ok(JSON.stringify((await program.get(item)).json).includes('Half is done.'));
});

async function stateOf(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    return sqlStateOf(error);
  }
}
