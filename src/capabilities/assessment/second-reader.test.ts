import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Client } from '../../../test/client.ts';
import { testSite } from '../../../test/site.ts';
import { buildWorld } from '../../../test/world.ts';
import { newId } from '../../kernel/id.ts';
import { sqlStateOf } from '../../platform/database.ts';
import { en } from '../../words/index.ts';
import { addGrant } from '../organisations/index.ts';
import { dayOf } from '../../kernel/year.ts';
import { challengesOf, readFrozen, signOff, submissionOf } from './index.ts';

const site = await testSite();
const world = await buildWorld(site.store);
const said = en.secondReader;
const at = '/organisations/county/assessments/2025-26';
const { assessmentId, organisations: { county: { id: orgId } } } = world;
const lead = await site.as('lead@county.test');
const officer = await site.as('officer@county.test');
const second = await site.as('second@county.test');
const reader = await site.as('reader@county.test');
const challenge = (code: string) => `${at}/benchmarks/${code}/challenge`;

async function sealed(client: Client, fields: Record<string, string> = {}): Promise<Record<string, string>> {
  return { csrf: /name="csrf" value="([^"]*)"/.exec((await client.get('/account')).body)?.[1] ?? '', request_key: newId(), ...fields };
}

const post = async (client: Client, path: string, fields: Record<string, string> = {}) => client.post(path, await sealed(client, fields));

test('a benchmark is challenged once it is rated, by somebody who wrote nothing of it, with a reason', async () => {
  assert.match((await second.get(challenge('LA1'))).text, /has no self-rating yet/);
  for (const { code } of world.edition.benchmarks) assert.equal((await lead.fill(`${at}/benchmarks/${code}/rating`, { rating: 'not_met', narrative: '' })).status, 303);
  assert.equal((await officer.fill(`${at}/indicators/LA2.m5`, { status: 'no', note: '' })).status, 303);
  for (const [client, code] of [[lead, 'LA1'], [officer, 'LA2']] as const) {
    const refused = await post(client, challenge(code), { rating: 'met', reason: 'Mine.' });
    assert.equal(refused.status, 422);
    assert.ok(refused.text.includes(said.refused.wroteIt));
  }
  const empty = await second.fill(challenge('LA1'), {});
  assert.equal(empty.status, 422);
  for (const sentence of [said.refused.noChallengedRating, said.refused.noChallengeReason]) assert.ok(empty.text.includes(sentence), sentence);
  assert.equal((await second.fill(challenge('LA1'), { rating: 'met', reason: 'Four meetings are on file.' })).status, 303);
  assert.equal((await officer.fill(challenge('LA3'), { rating: 'not_met', reason: 'I see it so too.' })).status, 303, 'who wrote of another benchmark may');
  assert.equal((await post(reader, challenge('LA1'), { rating: 'met', reason: 'Again.' })).status, 422, 'one waits for its answer');
  assert.match((await lead.get(`${at}/benchmarks/LA1`)).text, /Challenged rating Met Waits for an answer Second County, .*Four meetings are on file/);
  assert.match((await lead.get(at)).text, /Self-rating Not met Inferred Challenged rating Met Outcome Not recorded/);
});

test('an open challenge keeps the year from being signed; the lead alone answers, and both views stay', async () => {
  const stopped = await second.get(`${at}/submission`);
  assert.match(stopped.text, /1 challenge waits for an answer/);
  await assert.rejects(world.as('second@county.test', (tx) => signOff(tx, { orgId, id: newId(), assessmentId })), (error) => sqlStateOf(error) === 'DR005');
  assert.equal((await post(second, `${challenge('LA1')}/reply`, { kept: 'yes', reply: 'No.' })).status, 403);
  assert.equal((await lead.fill(challenge('LA1'), { kept: 'no', reply: '' })).status, 422);
  assert.equal((await lead.fill(challenge('LA1'), { kept: 'no', reply: 'You are right.' })).status, 303);
  const [answered] = await world.as('lead@county.test', (tx) => challengesOf(tx, orgId, assessmentId));
  assert.deepEqual([answered?.levelCode, answered?.selfLevelCode, answered?.reply?.kept], ['met', 'not_met', false]);
  assert.match((await lead.get(`${at}/benchmarks/LA1`)).text, /Self-rating Met .*Challenged rating Met .*Set beside the self-rating “Not met”\..*Self-rating changed by Lead County.*You are right\./);
  assert.equal((await lead.fill(`${at}/benchmarks/LA1/rating`, { rating: 'not_met' })).status, 303);
  await assert.rejects(world.as('lead@county.test', (tx) => sql`update challenge set reason = 'x' where org_id = ${orgId}`.execute(tx)), /never changed/);
});

test('who wrote any of it does not sign; a change afterwards makes the signature void', async () => {
  const own = await lead.get(`${at}/submission`);
  assert.match(own.text, /may sign it off: Reader County, Second County\./);
  assert.ok(own.text.includes(said.refused.wroteSome));
  for (const client of [lead]) assert.equal((await post(client, `${at}/sign-off`, { read: 'yes' })).status, 422);
  await assert.rejects(world.as('officer@county.test', (tx) => signOff(tx, { orgId, id: newId(), assessmentId })), (error) => sqlStateOf(error) === 'DR004');
  assert.equal((await second.fill(`${at}/submission`, {}, '/sign-off')).status, 422, 'the statement is confirmed');
  assert.equal((await second.fill(`${at}/submission`, { read: 'yes' }, '/sign-off')).status, 303);
  assert.match((await lead.get(`${at}/submission`)).text, /Signed off by Second County/);
  assert.equal((await lead.fill(`${at}/benchmarks/LA4/rating`, { narrative: 'A word more.' })).status, 303);
  assert.match((await lead.get(`${at}/submission`)).text, /is void, because the assessment was changed afterwards/);
  assert.equal((await post(lead, `${at}/submission`)).status, 422);
  assert.equal((await second.fill(`${at}/submission`, { read: 'yes' }, '/sign-off')).status, 303);
  assert.equal((await lead.fill(`${at}/submission`, {}, '/submission')).status, 303);
  const frozen = readFrozen((await world.as('lead@county.test', (tx) => submissionOf(tx, orgId, assessmentId)))?.frozen ?? '');
  assert.equal(frozen.signed_off.by, world.people['second@county.test'].personId);
  assert.deepEqual(frozen.benchmarks[0]?.challenges.map(({ label, self_rating, reply }) => [label, self_rating, reply?.kept]), [['Met', 'Not met', false]]);
  const shown = await lead.get(`${at}/submission`);
  assert.match(shown.text, /Number 1 .*Challenged rating: Met .*Set beside the self-rating “Not met”\./);
  assert.equal((await post(second, challenge('LA5'), { rating: 'met', reason: 'Late.' })).status, 409);
});

test('an amendment counts once a second person has confirmed it, and is read where the submission is', async () => {
  const path = `${at}/amendments`;
  assert.equal((await lead.fill(path, { text: '' }, '/amendments')).status, 422);
  assert.equal((await lead.fill(path, { benchmark: 'LA4', text: 'Two sessions, not three.', marking: 'OFFICIAL-SENSITIVE' }, '/amendments')).status, 303);
  assert.equal((await lead.fill(path, { text: 'A slip.' }, '/amendments')).status, 303);
  const adviser = await site.as('adviser@homeoffice.test');
  assert.ok(!(await adviser.get(`${at}/submission`)).text.includes('Two sessions'));
  const ids = [...(await lead.get(path)).body.matchAll(/amendments\/([0-9a-f-]{36})\/withdrawal/g)].map((match) => match[1]);
  assert.equal(ids.length, 2);
  assert.equal((await post(lead, `${path}/${ids[0]}/confirmation`)).status, 422);
  assert.equal((await post(lead, `${path}/${ids[1]}/withdrawal`)).status, 303);
  assert.equal((await post(second, `${path}/${ids[0]}/confirmation`)).status, 303);
  assert.equal((await post(lead, `${path}/${ids[0]}/withdrawal`)).status, 409, 'it stands');
  for (const client of [lead, adviser]) assert.match((await client.get(`${at}/submission`)).text, /Amended since submission .*Concerns 4\. Referral Pathway .*Two sessions, not three\./);
  await assert.rejects(world.as('lead@county.test', (tx) => sql`update amendment set frozen = '{}', frozen_sha256 = sha256('{}') where org_id = ${orgId}`.execute(tx)), (error) => sqlStateOf(error) === 'DR001');
});

test('two people re-open a year; it is signed and submitted again, and the first submission stays', async () => {
  const path = `${at}/reopening`;
  const first = await world.as('lead@county.test', (tx) => submissionOf(tx, orgId, assessmentId));
  assert.equal((await officer.post(path, await sealed(officer, { reason: 'x' }))).status, 403);
  assert.equal((await lead.fill(path, { reason: '' })).status, 422);
  assert.equal((await lead.fill(path, { reason: 'A log was forgotten.' })).status, 303);
  assert.equal((await post(lead, `${path}/confirmation`)).status, 422);
  await assert.rejects(world.as('lead@county.test', (tx) => sql`update reopening set confirmed_at = now() where org_id = ${orgId}`.execute(tx)), (error) => sqlStateOf(error) === 'DR004');
  assert.equal((await second.fill(path, {}, '/confirmation')).status, 303);
  assert.match((await lead.get(at)).text, /has been re-opened/);
  assert.equal((await post(lead, `${at}/submission`)).status, 422, 'the old signature does not serve twice');
  assert.equal((await second.fill(`${at}/submission`, { read: 'yes' }, '/sign-off')).status, 303);
  assert.equal((await lead.fill(`${at}/submission`, {}, '/submission')).status, 303);
  const last = await world.as('lead@county.test', (tx) => submissionOf(tx, orgId, assessmentId));
  assert.deepEqual([first?.number, last?.number], [1, 2]);
  const adviser = await site.as('adviser@homeoffice.test');
  for (const client of [lead, adviser]) {
    const earlier = await client.get(`${at}/submission/1`);
    assert.ok(earlier.text.includes(first?.sha256 ?? '?') && earlier.text.includes('This is an earlier submission') && earlier.text.includes('Two sessions, not three.'));
    assert.ok((await client.get(`${at}/submission`)).text.includes(last?.sha256 ?? '?'));
  }
  assert.equal((await lead.get(`${at}/submission/3`)).status, 404);
});

test('a year whose findings are published is never re-opened, and findings are not published on a re-opened one', async () => {
  const path = `${at}/reopening`;
  const moderationId = newId();
  const day = dayOf('2026-03-02');
  assert.ok(day);
  await world.as('lead@county.test', (tx) => addGrant(tx, { orgId, id: newId(), granteeId: world.organisations['home-office'].id, reason: 'The year', fromDay: day }));
  const asAdviser = <T>(work: Parameters<typeof site.store.database.within<T>>[1]) =>
    site.store.database.within({ is: 'grant', orgId: world.organisations['home-office'].id, personId: world.people['adviser@homeoffice.test'].personId, day }, work);
  await asAdviser(async (tx) => {
    await sql`insert into moderation (org_id, id, assessment_id, edition_id, origin) values (${orgId}, ${moderationId}, ${assessmentId}, ${world.edition.id}, 'recorded')`.execute(tx);
    for (const { code } of world.edition.benchmarks) await sql`insert into outcome (org_id, id, moderation_id, edition_id, benchmark_code, level_code) values (${orgId}, ${newId()}, ${moderationId}, ${world.edition.id}, ${code}, 'met')`.execute(tx);
  });
  const publish = () => asAdviser(async (tx) => {
    await sql`insert into publication (org_id, id, moderation_id, year, frozen, frozen_sha256) values (${orgId}, ${newId()}, ${moderationId}, '2025-26', '{}', sha256('{}'))`.execute(tx);
    await sql`update moderation set published_at = now() where org_id = ${orgId} and id = ${moderationId}`.execute(tx);
  });
  assert.equal((await second.fill(path, { reason: 'Once more.' })).status, 303);
  assert.equal((await lead.fill(path, {}, '/confirmation')).status, 303);
  await assert.rejects(publish(), (error) => sqlStateOf(error) === 'DR006');
  assert.equal((await reader.fill(`${at}/submission`, { read: 'yes' }, '/sign-off')).status, 303);
  assert.equal((await lead.fill(`${at}/submission`, {}, '/submission')).status, 303);
  await publish();
  assert.ok((await lead.get(path)).text.includes(said.reopening.published));
  assert.equal((await post(second, path, { reason: 'Too late.' })).status, 409);
  const submission = await world.as('lead@county.test', (tx) => submissionOf(tx, orgId, assessmentId));
  await assert.rejects(world.as('second@county.test', (tx) => sql`insert into reopening (org_id, id, assessment_id, submission_id, reason) values (${orgId}, ${newId()}, ${assessmentId}, ${submission?.id ?? ''}, 'x')`.execute(tx)), (error) => sqlStateOf(error) === 'DR002');
});
