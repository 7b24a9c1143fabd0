import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { query } from '../../../test/database.ts';
import { newId, type Id } from '../../kernel/id.ts';
import { dayIn, yearOf } from '../../kernel/year.ts';
import { sqlStateOf } from '../../platform/database.ts';
import { en } from '../../words/index.ts';
import { assessmentPaths, openAssessment } from '../assessment/index.ts';
import { addGrant } from '../organisations/index.ts';
import { addLetter, cast, stateOutcomes, statement, year, type Cast } from '../moderation/moderation.fixture.ts';
import { moderationPaths } from '../moderation/index.ts';
import { paths } from './paths.ts';
import { beginFollowUp, takeStep } from './store.ts';

const said = en.recommendations;
const today = dayIn(new Date('2026-03-02T10:00:00Z'));
const list = paths.list('county');

/** The county's findings with one recommendation, recorded and published by the adviser. */
async function published(org: 'county' | 'district' = 'county'): Promise<Cast & { readonly id: Id }> {
  const all = await cast();
  const { site, world, adviser } = all;
  if (org === 'district') await world.as('lead@district.test', (tx) => addGrant(tx, { orgId: world.organisations.district.id, id: newId(), granteeId: world.organisations['home-office'].id, reason: 'The year.', fromDay: today }));
  await adviser.fill(moderationPaths.findings(org, year), {});
  await stateOutcomes(adviser, world, {}, org);
  await adviser.fill(moderationPaths.statements(org, year, 'recommendation'), statement('Track the risk logs.', 'LA7'));
  assert.equal((await adviser.fill(moderationPaths.publication(org, year), {})).status, 303);
  const [row] = await query<{ id: Id }>(site.db.as('superuser'), 'select id from recommendation');
  assert.ok(row);
  return { ...all, id: row.id };
}

test('an owner, a day, progress, evidence and a closure that a second person confirms', async () => {
  const all = await published();
  const { site, world, lead, officer, second, id } = all;
  const item = paths.item('county', id);
  assert.ok((await lead.get(list)).text.includes('Track the risk logs.'));
  assert.equal((await lead.fill(item, { owner: 'Head of community safety', department: 'Communities', 'due-day': '28', 'due-month': '2', 'due-year': '2026', reply: 'We accept it.' }, '/plan')).status, 303);
  const dated = { 'dated-day': '1', 'dated-month': '3', 'dated-year': '2026' };
  assert.equal((await officer.fill(item, { text: 'Two of four logs are tracked.', ...dated }, '/progress')).status, 303);
  assert.equal((await officer.fill(item, { evidence: await addLetter(world) }, '/evidence')).status, 303);
  const open = await lead.get(item);
  for (const words of ['Track the risk logs. Benchmark 7', 'Head of community safety', '28 February 2026', said.states.overdue, 'We accept it.', 'Two of four logs are tracked.', 'Letter of the Home Office']) assert.ok(open.text.includes(words), words);

  assert.equal((await lead.fill(item, { outcome: 'All four are tracked.' }, '/closure')).status, 303);
  assert.ok((await lead.get(item)).text.includes(said.closing.ownProposal));
  const token = /name="csrf" value="([^"]*)"/.exec((await lead.get(item)).body)?.[1] ?? '';
  const own = await lead.post(`${item}/confirmation`, { csrf: token, request_key: newId(), version: '3' });
  assert.deepEqual([own.status, own.text.includes(said.refusals.ownProposal)], [422, true]);
  assert.equal((await second.fill(item, {}, '/return')).status, 303);
  assert.equal((await lead.fill(item, { outcome: 'Now all four are.' }, '/closure')).status, 303);
  assert.equal((await second.fill(item, {}, '/confirmation')).status, 303);
  const closed = await lead.get(item);
  for (const words of [said.states.closed, 'Now all four are.']) assert.ok(closed.text.includes(words), words);
  assert.ok(!closed.text.includes(said.plan.save) && !closed.text.includes(said.states.overdue));

  assert.ok((await lead.fill(item, { reason: '' }, '/reopening')).text.includes(said.refusals.noReason));
  assert.equal((await lead.fill(item, { reason: 'One log stopped.' }, '/reopening')).status, 303);
  assert.ok((await lead.get(item)).text.includes('One log stopped.'));
  const next = yearOf('2026-27');
  assert.ok(next);
  await world.as('lead@county.test', (tx) => openAssessment(tx, { orgId: world.organisations.county.id, id: newId(), editionId: world.edition.id, year: next, openedOn: null }));
  assert.ok((await lead.get(assessmentPaths.year('county', next))).text.includes(`${said.stillOpen} Track the risk logs.`));
  assert.ok(!(await lead.get(assessmentPaths.year('county', year))).text.includes(said.stillOpen), 'not in its own year');
  const viewer = await (await site.as('viewer@county.test')).get(item);
  assert.deepEqual([viewer.status, viewer.text.includes(said.progress.add)], [200, false]);
});

test('what cannot be kept comes back as it was filled in; who saves second is told', async () => {
  const { lead, officer, id } = await published();
  const item = paths.item('county', id);
  for (const [action, fields, sentence] of [
    ['/plan', { owner: 'a@b' }, said.refusals.ownerIsAddress], ['/plan', { 'due-day': '31', 'due-month': '2', 'due-year': '2026' }, said.refusals.dueUnreal],
    ['/progress', { text: '' }, said.refusals.noProgress], ['/progress', { text: 'Later.', 'dated-day': '3', 'dated-month': '3', 'dated-year': '2026' }, said.refusals.datedInFuture],
    ['/closure', {}, said.refusals.noOutcome],
  ] as const) {
    const reply = await lead.fill(item, fields, action);
    assert.deepEqual([reply.status, reply.text.includes(sentence)], [422, true], sentence);
  }
  const token = /name="csrf" value="([^"]*)"/.exec((await officer.get(item)).body)?.[1] ?? '';
  assert.equal((await lead.fill(item, { owner: 'Head of property' }, '/plan')).status, 303);
  assert.equal((await officer.post(`${item}/plan`, { csrf: token, request_key: newId(), version: '0', owner: 'Somebody' })).status, 409);
  assert.equal((await lead.get(paths.item('county', newId()))).status, 404);
});

test('a body above and the adviser see the state and the day, and nothing that the body wrote', async () => {
  const { site, lead, adviser, id } = await published('district');
  const district = await site.as('lead@district.test');
  const item = paths.item('district', id);
  await district.fill(item, { owner: 'Head of leisure', 'due-day': '1', 'due-month': '3', 'due-year': '2026', reply: 'A reply of the district.' }, '/plan');
  for (const reader of [lead, adviser]) {
    const above = await reader.get(paths.list('district'));
    assert.equal(above.status, 200);
    for (const words of ['Track the risk logs.', '1 March 2026', said.states.overdue]) assert.ok(above.text.includes(words), words);
    for (const words of ['Head of leisure', 'A reply of the district.']) assert.ok(!above.text.includes(words), words);
    assert.equal((await reader.get(item)).status, 403);
  }
});

test('the database itself holds the second person, the order of the steps, and the columns that others may read', async () => {
  const { site, world, id } = await published();
  const orgId = world.organisations.county.id;
  const key = { orgId, recommendationId: id };
  const step = (email: 'lead@county.test' | 'second@county.test', version: number, next: Parameters<typeof takeStep>[2]) => stateOf(world.as(email, (tx) => takeStep(tx, { ...key, version }, next)));
  await world.as('lead@county.test', (tx) => beginFollowUp(tx, { ...key, id: newId() }));
  assert.equal(await step('lead@county.test', 1, { to: 'closed' }), 'DR013');
  assert.equal(await step('lead@county.test', 1, { to: 'proposed', outcome: 'Done.' }), undefined);
  assert.equal(await step('lead@county.test', 2, { to: 'closed' }), '23514', 'the proposer never confirms');
  assert.equal(await step('second@county.test', 2, { to: 'closed' }), undefined);
  assert.equal(await step('lead@county.test', 3, { to: 'proposed', outcome: 'Again.' }), 'DR013');
  const adviser = { is: 'grant', orgId: world.organisations['home-office'].id, personId: world.people['adviser@homeoffice.test'].personId, day: today } as const;
  assert.equal(await stateOf(site.store.database.within(adviser, (tx) => sql`select reply from follow_up`.execute(tx))), '42501');
});

async function stateOf(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    return sqlStateOf(error);
  }
}
