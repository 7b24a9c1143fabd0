import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attribute, elements, type Reply } from '../../../test/client.ts';
import { testSite } from '../../../test/site.ts';
import { buildWorld } from '../../../test/world.ts';
import { newId } from '../../kernel/id.ts';
import { dayOf, yearOf } from '../../kernel/year.ts';
import { addLink, useEvidence } from '../evidence/index.ts';
import { openAssessment, saveAnswer } from './store.ts';

const site = await testSite();
const world = await buildWorld(site.store);
const orgId = world.organisations.county.id;
const [before, day] = [yearOf('2024-25'), dayOf('2025-01-15')];
assert.ok(before && day);
const earlier = await world.publish('demo/editions/invented-2024-25.yaml');
const to = { orgId, assessmentId: newId(), editionId: earlier.id };
const evidenceId = newId();
await world.as('lead@county.test', async (tx) => {
  await openAssessment(tx, { orgId, id: to.assessmentId, editionId: earlier.id, year: before, openedOn: day });
  for (const [indicatorCode, note] of [['LA1.m1', 'The board met four times.'], ['LA1.m3', 'Minutes are kept.']] as const) {
    await saveAnswer(tx, { ...to, id: newId(), version: 0, indicatorCode, status: 'yes', note });
  }
  await addLink(tx, { orgId, id: evidenceId, title: 'Terms of reference', ownerRole: 'Community safety manager', datedOn: day, expiresOn: null, marking: 'OFFICIAL', url: 'https://example.org/terms' });
  await useEvidence(tx, { ...to, id: newId(), evidenceId, indicatorCode: 'LA1.m1' });
});
const lead = await site.as('lead@county.test');
const page = (code: string) => `/organisations/county/assessments/2025-26/indicators/${code}`;

test('last year’s answer and evidence are offered, across editions, and say whether the text was the same', async () => {
  const same = await lead.get(page('LA1.m1'));
  assert.match(same.text, /Last year: 2024\/25 The indicator had the same text\./);
  assert.match(same.text, /The board met four times\..*Terms of reference.*Not recorded/s);
  assert.match((await lead.get(page('LA1.m3'))).text, /worded otherwise: “In the year before: the group meets.*Check that the answer still fits/);
  assert.doesNotMatch((await lead.get(page('LA1.m2'))).text, /Last year/, 'an indicator that is new has no year before');
});

test('one press takes the answer over, another the evidence, and neither comes by itself', async () => {
  const shown = await lead.get(page('LA1.m1'));
  assert.match(shown.text, /No evidence stands behind this answer yet/);
  const done = await lead.fill(page('LA1.m1'), { take: 'answer' }, '/last-year');
  assert.equal(done.status, 303);
  const taken = await lead.get(page('LA1.m1'));
  assert.match(taken.text, /This year’s answer says the same as last year’s/);
  assert.match(taken.text, /No evidence stands behind this answer yet/);
  assert.doesNotMatch(taken.text, /Take last year’s answer over/, 'what is answered this year is not put over');
  await lead.fill(page('LA1.m1'), { take: 'evidence' }, '/last-year');
  assert.doesNotMatch((await lead.get(page('LA1.m1'))).text, /No evidence stands behind this answer yet|Use last year’s evidence/);
});

test('an answer of this year is never written over: the lost race shows what stands', async () => {
  const opened = await lead.get(page('LA1.m3'));
  await lead.fill(page('LA1.m3'), { status: 'no', note: 'Not this year.' }, '/LA1.m3');
  const late = await lead.post(`${page('LA1.m3')}/last-year`, { csrf: valueOn(opened, 'csrf'), request_key: valueOn(opened, 'request_key'), version: '0', take: 'answer' });
  assert.equal(late.status, 409);
  assert.match(late.text, /Not this year\..*Minutes are kept\./s);
});

test('who may only read is shown last year and no button', async () => {
  const reply = await (await site.as('viewer@county.test')).get(page('LA2.m5'));
  assert.doesNotMatch(reply.text, /Take last year’s/);
  const shown = await (await site.as('viewer@county.test')).get(page('LA1.m3'));
  assert.match(shown.text, /Minutes are kept/);
  assert.equal((await (await site.as('viewer@county.test')).post(`${page('LA1.m3')}/last-year`, { take: 'answer' })).status, 403);
});

function valueOn({ body }: Reply, name: string): string {
  const [field] = elements(body, (element) => element.tagName === 'input' && attribute(element, 'name') === name);
  return (field && attribute(field, 'value')) ?? '';
}
