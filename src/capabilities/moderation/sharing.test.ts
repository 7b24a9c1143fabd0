import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { query } from '../../../test/database.ts';
import { programOf } from '../../../test/program.ts';
import { newId, type Id } from '../../kernel/id.ts';
import { dayIn } from '../../kernel/year.ts';
import { sqlStateOf, type Transaction } from '../../platform/database.ts';
import { cast, findings, itemOn, recommendations, said, stateOutcomes, statement, year, type Cast } from './moderation.fixture.ts';
import { paths } from './paths.ts';

const [sharing, reply] = [paths.sharing('county', year), paths.reply('county', year)];

/** A draft with one recommendation, every outcome stated. */
async function drafted(): Promise<Cast & { readonly id: Id }> {
  const all = await cast();
  await all.adviser.fill(findings, {});
  await stateOutcomes(all.adviser, all.world);
  await all.adviser.fill(recommendations, statement('Track the risk logs.'));
  return { ...all, id: await itemOn(all.adviser, recommendations) };
}

test('the adviser shares, the body replies to what it saw, the adviser changes and publishes', async () => {
  const { lead, officer, adviser, id } = await drafted();
  assert.equal((await lead.get(reply)).status, 404, 'nothing is shared');
  assert.equal((await adviser.fill(sharing, {})).headers['location'], `${findings}?done=findingsShared`);
  assert.equal((await officer.get(reply)).status, 403, 'the Prevent lead replies');
  assert.ok((await adviser.get(findings)).text.includes(said.reply.waiting('2 March 2026')));

  await adviser.fill(paths.statement('county', year, 'recommendation', id), statement('Track the risk logs each month.'));
  assert.ok((await lead.get(findings)).text.includes('Track the risk logs. '), 'the body sees what was shared, not the draft since');
  const open = await lead.fill(reply, { [`stance-${id}`]: 'comment', 'stance-whole': 'accepted' });
  assert.deepEqual([open.status, open.text.includes(said.reply.refusals.noComment)], [422, true]);
  const sent = await lead.fill(reply, { [`stance-${id}`]: 'comment', [`text-${id}`]: 'Each quarter is enough.', 'stance-whole': 'accepted' });
  assert.equal(sent.headers['location'], `${findings}?done=replySent`);
  for (const reader of [lead, adviser]) assert.ok((await reader.get(findings)).text.includes('Each quarter is enough.'));
  assert.equal((await lead.fill(reply, { [`stance-${id}`]: 'accepted', 'stance-whole': 'accepted' })).status, 409, 'once');

  await adviser.fill(paths.publication('county', year), {});
  const published = await lead.get(findings);
  for (const words of ['Track the risk logs each month.', 'Each quarter is enough.', said.findings.published]) assert.ok(published.text.includes(words), words);
  assert.equal((await lead.get(reply)).status, 409, 'none after publication');
});

test('a program of the body reads the draft that was shared, replies to it, and never sees the draft itself', async () => {
  const { site, adviser, id } = await drafted();
  const [ours, theirs] = [await programOf(site, 'lead@county.test'), await programOf(site, 'adviser@homeoffice.test')];
  assert.deepEqual((await ours.get(findings)).json, { state: 'not shared' });
  const ready = await theirs.get(sharing);
  assert.ok(ready.body.endsWith('"lacks":[]}'), ready.body);
  assert.equal((await theirs.post(sharing, {}, { 'if-match': '"1"' })).status, 409, 'the draft has moved on');
  assert.equal((await theirs.post(sharing, {}, { 'if-match': String(ready.headers['etag']) })).status, 200);

  await adviser.fill(paths.statement('county', year, 'recommendation', id), statement('Track the risk logs each month.'));
  const seen = await ours.get(findings);
  assert.ok(seen.body.includes('"state":"shared"') && seen.body.includes('Track the risk logs.') && !seen.body.includes('each month'), seen.body);
  const { shared } = (await ours.get(reply)).json as { shared: string };
  const whole = { shared, marking: 'OFFICIAL', 'stance-whole': 'accepted' };
  assert.deepEqual([(await ours.post(reply, { ...whole, 'txt-whole': 'Lost.' })).status], [422], 'a field that nobody reads');
  const mistaken = await ours.post(reply, { ...whole, [`stance-${id}`]: 'comment' });
  assert.deepEqual([mistaken.status, mistaken.body.includes(`text-${id}`)], [422, true]);
  assert.equal((await ours.post(reply, { ...whole, [`stance-${id}`]: 'comment', [`text-${id}`]: 'Each quarter is enough.' })).status, 200);
  assert.ok((await theirs.get(findings)).body.includes('Each quarter is enough.'));
});

test('a draft that was shared anew takes no reply to the one before', async () => {
  const { lead, adviser, id } = await drafted();
  await adviser.fill(sharing, {});
  const form = (await lead.get(reply)).body;
  const [csrf, shared] = ['csrf', 'shared'].map((name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? '');
  await adviser.fill(sharing, {});
  const stale = await lead.post(reply, { csrf: csrf ?? '', shared: shared ?? '', request_key: newId(), [`stance-${id}`]: 'accepted', 'stance-whole': 'accepted', marking: 'OFFICIAL' });
  assert.deepEqual([stale.status, stale.text.includes(said.reply.sharedAnew.sentence)], [409, true]);
  assert.equal((await lead.fill(reply, { [`stance-${id}`]: 'accepted', 'stance-whole': 'accepted' })).status, 303);
});

test('the database itself lets nobody reply before sharing, after publication, to an older draft, or in another’s place', async () => {
  const all = await drafted();
  const { site, world, adviser } = all;
  const orgId = world.organisations.county.id;
  const day = dayIn(site.clock.now);
  const [moderation] = await query<{ id: Id }>(site.db.as('superuser'), 'select id from moderation');
  assert.ok(moderation);
  const send = (sharedId: Id) => (tx: Transaction) => sql`insert into findings_reply (org_id, id, moderation_id, shared_id, stance) values (${orgId}, ${newId()}, ${moderation.id}, ${sharedId}, 'accepted')`.execute(tx);
  const own = (work: (tx: Transaction) => Promise<unknown>) => stateOf(site.store.database.within({ is: 'own', orgId, personId: world.people['lead@county.test'].personId, day }, work));
  const granted = (work: (tx: Transaction) => Promise<unknown>) => stateOf(site.store.database.within({ is: 'grant', orgId: world.organisations['home-office'].id, personId: world.people['adviser@homeoffice.test'].personId, day }, work));
  assert.equal(await own(send(newId())), '23503', 'before sharing');
  await adviser.fill(sharing, {});
  await adviser.fill(sharing, {});
  const shared = await query<{ id: Id }>(site.db.as('superuser'), 'select id from shared_findings order by created_at');
  const [older, newest] = shared.map(({ id }) => id);
  assert.ok(older && newest);
  assert.equal(await own(send(older)), 'DR011');
  assert.equal(await granted(send(newest)), '42501', 'the adviser does not reply');
  assert.equal(await own((tx) => sql`insert into shared_findings (org_id, id, moderation_id, frozen, frozen_sha256) values (${orgId}, ${newId()}, ${moderation.id}, '{}', sha256('{}'))`.execute(tx)), '42501', 'the body does not share');
  await adviser.fill(paths.publication('county', year), {});
  assert.equal(await own(send(newest)), 'DR002', 'after publication');
  assert.equal(await own((tx) => sql`update shared_findings set marking = 'OFFICIAL-SENSITIVE'`.execute(tx)), '42501');
});

async function stateOf(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    return sqlStateOf(error);
  }
}
