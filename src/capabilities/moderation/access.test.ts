import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { query } from '../../../test/database.ts';
import { newId, type Id } from '../../kernel/id.ts';
import { dayOf } from '../../kernel/year.ts';
import { verifyChain } from '../../platform/audit.ts';
import { sqlStateOf, type Transaction } from '../../platform/database.ts';
import { disposeOfDue } from '../../platform/retention.ts';
import { assessmentPaths } from '../assessment/index.ts';
import { addGrant } from '../organisations/index.ts';
import { addLetter, cast, findings, itemOn, recommendations, said, sealOf, stateOutcomes, statement, strengths, transcribe, year, type Cast } from './moderation.fixture.ts';
import { paths } from './paths.ts';
import { findingsOf, heldStates, setOutcome } from './store.ts';

const today = day('2026-03-02');

function day(text: string) {
  const found = dayOf(text);
  assert.ok(found);
  return found;
}

test('a body above reads the publication and no draft; a sibling reads neither', async () => {
  const { site, world, lead } = await cast();
  const path = paths.findings('district', year);
  const district = await site.as('lead@district.test');
  const letter = await addLetter(world, 'lead@district.test', 'district');
  await district.fill(paths.letter('district', year), { letter });
  await stateOutcomes(district, world, { LA1: 'exceeded' }, 'district');
  await district.fill(paths.statements('district', year, 'strength'), statement('A text of the draft.'));
  const before = await lead.get(path);
  assert.deepEqual([before.status, before.text.includes('A text of the draft.'), before.text.includes('have not been published')], [200, false, true]);
  assert.equal((await lead.get(paths.outcome('district', year, 'LA1'))).status, 403);

  await (await site.as('second@district.test')).fill(paths.check('district', year), { compared: 'yes' });
  assert.equal((await district.fill(paths.publication('district', year), {})).status, 303);
  const after = await lead.get(path);
  for (const words of ['A text of the draft.', said.findings.published, 'Letter of the Home Office', `${said.findings.somebody}, 2 March 2026`, 'Exceeded']) assert.ok(after.text.includes(words), words);
  assert.ok(!after.text.includes('Second District'), 'not who checked it');
  for (const email of ['lead@sibling.test', 'lead@second-district.test']) assert.equal((await (await site.as(email)).get(path)).status, 403, email);
});

test('the self-rating stands beside the outcome: in draft for the body alone, once submitted for the adviser and bodies above', async () => {
  const { site, world, lead } = await cast();
  const district = await site.as('lead@district.test');
  const adviser = await site.as('adviser@homeoffice.test');
  const orgId = world.organisations.district.id;
  await world.as('lead@district.test', (tx) => addGrant(tx, { orgId, id: newId(), granteeId: world.organisations['home-office'].id, reason: 'The adviser moderates the year.', fromDay: today }));
  const path = paths.findings('district', year);
  const at = assessmentPaths.year('district', year);
  for (const { code } of world.edition.benchmarks) assert.equal((await district.fill(`${at}/benchmarks/${code}/rating`, { rating: 'not_met', narrative: '' })).status, 303);
  await adviser.fill(path, {});
  await stateOutcomes(adviser, world, { LA1: 'exceeded' }, 'district');
  await adviser.fill(paths.sharing('district', year), {});
  const first = (rating: string) => `Multi Agency Partnership Group Self-rating ${rating} Home Office outcome Exceeded`;
  assert.ok((await district.get(path)).text.includes(first('Not met')));
  assert.ok((await adviser.get(path)).text.includes(first(said.findings.none)), 'not before it is submitted');
  assert.equal((await (await site.as('second@district.test')).fill(`${at}/submission`, { read: 'yes' })).status, 303);
  assert.equal((await district.fill(`${at}/submission`, {}, '/submission')).status, 303);
  assert.ok((await adviser.get(path)).text.includes(first('Not met')));
  await adviser.fill(paths.publication('district', year), {});
  assert.ok((await lead.get(path)).text.includes(first('Not met')), 'a body above');
});

test('an adviser without a grant, or after its end, sees nothing; a past year stays open while the grant lasts', async () => {
  const { site, world, adviser } = await cast();
  assert.equal((await adviser.get(paths.findings('district', year))).status, 403);
  assert.equal((await adviser.get(findings)).status, 200);
  await world.as('lead@district.test', (tx) => addGrant(tx, { orgId: world.organisations.district.id, id: newId(), granteeId: world.organisations['home-office'].id, reason: 'The adviser moderates the year.', fromDay: day('2026-05-01') }));
  assert.equal((await adviser.get(paths.findings('district', year))).status, 403, 'before its first day');
  site.clock.now = new Date('2026-05-02T10:00:00Z');
  assert.equal((await adviser.fill(paths.findings('district', year), {})).status, 303, 'after the end of the year that is moderated');
  await world.as('lead@county.test', (tx) => sql`update access_grant set to_day = '2026-05-02' where org_id = ${world.organisations.county.id}`.execute(tx));
  assert.equal((await adviser.get(findings)).status, 403, 'after its last day');
  const list = await adviser.get(paths.advising('home-office'));
  assert.ok(list.text.includes('Northfield') && !list.text.includes('Exampleshire'), list.text);
});

test('the adviser’s list holds every body that opened its assessments, with how far each is, in one statement', async () => {
  const { site, world, adviser, lead } = await cast();
  const path = paths.advising('home-office');
  const row = async () => /Exampleshire County Council.*?(?=All content|DueRegard keeps)/.exec((await adviser.get(path)).text)?.[0];
  assert.ok((await row())?.includes(`${said.advising.notSubmitted} Findings ${said.advising.notBegun}`), await row());
  await adviser.fill(findings, {});
  assert.ok((await row())?.includes(said.advising.begun));
  await stateOutcomes(adviser, world);
  await adviser.fill(paths.publication('county', year), {});
  const before = site.statements.length;
  assert.ok((await row())?.includes(said.advising.published('2 March 2026')));
  assert.equal(site.statements.slice(before).filter((text) => text.includes('scope_granted')).length, 1);
  assert.equal((await lead.get(path)).status, 403);
});

/** A refusal of the database, by its SQLSTATE. */
async function stateOf(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    return sqlStateOf(error);
  }
}

async function write(all: Cast, scope: 'own' | 'grant', work: (tx: Transaction, key: { orgId: string; moderationId: string; editionId: string }) => Promise<unknown>): Promise<unknown> {
  const { site, world } = all;
  const orgId = world.organisations.county.id;
  const who = scope === 'own'
    ? { orgId, personId: world.people['lead@county.test'].personId }
    : { orgId: world.organisations['home-office'].id, personId: world.people['adviser@homeoffice.test'].personId };
  return site.store.database.within({ is: scope, ...who, day: today }, async (tx) => {
    const known = await findingsOf(tx, orgId, world.assessmentId);
    assert.ok(known);
    return work(tx, { orgId, moderationId: known.id, editionId: known.editionId });
  });
}

const exceed = (tx: Transaction, key: { orgId: string; moderationId: string; editionId: string }) =>
  setOutcome(tx, { ...key, id: newId() }, { benchmarkCode: 'LA1', result: { is: 'level', levelCode: 'exceeded' }, version: 1 });

test('the database itself keeps each hand to its own findings', async () => {
  const [recorded, transcribed] = [await cast(), await cast()];
  await recorded.adviser.fill(findings, {});
  await stateOutcomes(recorded.adviser, recorded.world);
  await transcribe(transcribed);
  assert.equal(await write(recorded, 'own', exceed), false, 'the body does not even see it');
  assert.equal(await stateOf(write(transcribed, 'grant', exceed)), heldStates.otherHand);
  for (const [all, scope] of [[recorded, 'own'], [transcribed, 'grant']] as const) {
    assert.equal(await stateOf(write(all, scope, (tx, { orgId, moderationId }) => sql`update moderation set published_at = now() where org_id = ${orgId} and id = ${moderationId}`.execute(tx))), heldStates.otherHand);
    assert.equal(await stateOf(write(all, scope, (tx, { orgId, moderationId }) => sql`
      insert into publication (org_id, id, moderation_id, year, frozen, frozen_sha256) values (${orgId}, ${newId()}, ${moderationId}, '2025-26', '{}', sha256('{}'))`.execute(tx))), heldStates.otherHand);
  }
});

test('in the database a body’s own scope holds nothing of an adviser’s draft, neither row nor history, until it is published', async () => {
  const { site, world, adviser } = await cast();
  const { county, 'home-office': homeOffice } = world.organisations;
  const secret = 'Nobody there may read this yet.';
  await adviser.fill(findings, {});
  await stateOutcomes(adviser, world, { LA1: 'exceeded' });
  for (const path of [strengths, recommendations]) await adviser.fill(path, statement('A first text.'));
  await adviser.fill(paths.statement('county', year, 'recommendation', await itemOn(adviser, recommendations)), statement(secret));
  const foundBy = (orgId: Id) => site.store.database.within({ is: 'own', orgId, personId: null, day: today }, async (tx) => (await sql<{ rows: number; events: number; texts: number }>`select
    (select count(*) from outcome)::int + (select count(*) from strength)::int + (select count(*) from recommendation)::int as rows,
    (select count(*) from audit_event where record_kind in ('outcome', 'strength', 'recommendation'))::int as events,
    (select count(*) from audit_text where value = ${secret})::int as texts`.execute(tx)).rows[0]);
  const all = world.edition.benchmarks.length + 2;
  await adviser.fill(paths.sharing('county', year), {});
  assert.deepEqual(await foundBy(county.id), { rows: 0, events: 0, texts: 0 });
  assert.deepEqual(await foundBy(homeOffice.id), { rows: 0, events: all + 1, texts: 1 }, 'the trail is the adviser’s');
  const lift = (table: string) => sql`update ${sql.table(table)} set withheld = false where org_id = ${county.id}`;
  await site.store.database.within({ is: 'own', orgId: county.id, personId: null, day: today }, async (tx) => { for (const table of ['outcome', 'strength', 'recommendation']) await lift(table).execute(tx); });
  await site.store.database.within({ is: 'grant', orgId: homeOffice.id, personId: world.people['adviser@homeoffice.test'].personId, day: today }, (tx) => lift('recommendation').execute(tx));
  assert.deepEqual(await foundBy(county.id), { rows: 0, events: 0, texts: 0 }, 'nor does anybody lift it');

  assert.equal((await adviser.fill(paths.publication('county', year), {})).status, 303);
  assert.deepEqual(await foundBy(county.id), { rows: all, events: all, texts: 1 }, 'published, each is there, and in the trail as added');
  for (const orgId of [county.id, homeOffice.id]) {
    const { fault } = await site.store.database.within({ is: 'own', orgId, personId: null, day: today }, (tx) => verifyChain(tx, orgId));
    assert.equal(fault, undefined);
  }
  await disposeOfDue({ database: site.store.database, files: site.files }, day('2033-04-01'));
  for (const orgId of [county.id, homeOffice.id]) assert.equal((await foundBy(orgId))?.texts, 0, 'when its period is over it goes from both trails');
});

test('the database publishes nothing unchecked, incomplete or not frozen, and lets no writer check', async () => {
  const all = await cast();
  await transcribe(all);
  const set = (change: ReturnType<typeof sql>) => stateOf(write(all, 'own', (tx, { orgId, moderationId }) => sql`update moderation set ${change} where org_id = ${orgId} and id = ${moderationId}`.execute(tx)));
  assert.equal(await set(sql`checked_at = now()`), '23514', 'its writer');
  assert.equal(await set(sql`published_at = now()`), '23514', 'not frozen, not checked');
  assert.equal(await set(sql`writers = '{}', letter_dated_on = letter_dated_on`), undefined);
  assert.equal(await set(sql`checked_at = now()`), '23514', 'the list of writers is the database’s own');
  assert.equal(await set(sql`origin = 'recorded'`), heldStates.otherHand);
});

test('a write that meets a publication on its way gets a sentence, not an error', async () => {
  const { site, world, adviser } = await cast();
  await adviser.fill(findings, {});
  await stateOutcomes(adviser, world);
  const path = paths.outcome('county', year, 'LA1');
  const fields = await sealOf(adviser, { rating: 'exceeded', version: '1' });
  const owner = site.store.owner;
  assert.ok(owner);
  const { promise: held, resolve: hold } = Promise.withResolvers<void>();
  const { promise: waiting, resolve: sent } = Promise.withResolvers<void>();
  const publishing = owner.transaction(async (tx) => {
    await sql`insert into publication (org_id, id, moderation_id, year, frozen, frozen_sha256) select org_id, ${newId()}, id, '2025-26', '{}', sha256('{}') from moderation`.execute(tx);
    await sql`update moderation set published_at = now()`.execute(tx);
    hold();
    await waiting;
  });
  await held;
  const writing = adviser.post(path, fields);
  await untilWaiting(site.db.as('superuser'));
  sent();
  await publishing;
  const reply = await writing;
  assert.deepEqual([reply.status, reply.text.includes(said.held.published.sentence)], [409, true], reply.text.slice(0, 300));
  assert.ok((await adviser.get(findings)).text.includes(said.findings.published));
});

/** Until some statement waits for another's lock: the write has passed the rules and stands before the database. */
async function untilWaiting(connection: Parameters<typeof query>[0]): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const [row] = await query<{ count: number }>(connection, `select count(*)::int as count from pg_locks l join pg_stat_activity a on a.pid = l.pid where not l.granted and a.datname = current_database()`);
    if (row && row.count > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.fail('nothing ever waited');
}
