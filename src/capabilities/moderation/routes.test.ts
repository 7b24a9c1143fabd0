import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Client } from '../../../test/client.ts';
import { query } from '../../../test/database.ts';
import { testSite, type TestSite } from '../../../test/site.ts';
import { addWorker, buildWorld, type World } from '../../../test/world.ts';
import { newId, type Id } from '../../kernel/id.ts';
import { dayOf } from '../../kernel/year.ts';
import { sqlStateOf } from '../../platform/database.ts';
import { en } from '../../words/index.ts';
import { addLink } from '../evidence/index.ts';
import { addGrant } from '../organisations/index.ts';
import { paths } from './paths.ts';
import { findingsOf, heldStates, publishFindings, setOutcome } from './store.ts';

const said = en.moderation;
const year = '2025-26';
const findings = paths.findings('county', year);
const recommendations = paths.statements('county', year, 'recommendation');
const strengths = paths.statements('county', year, 'strength');
const signedOn = dayOf('2026-02-20');
assert.ok(signedOn);

type Cast = { readonly site: TestSite; readonly world: World; readonly lead: Client; readonly officer: Client; readonly second: Client; readonly adviser: Client };

async function cast(): Promise<Cast> {
  const site = await testSite();
  const world = await buildWorld(site.store);
  const [lead, officer, second, adviser] = [await site.as('lead@county.test'), await site.as('officer@county.test'), await site.as('second@county.test'), await site.as('adviser@homeoffice.test')];
  return { site, world, lead, officer, second, adviser };
}

async function addLetter(world: World, email: 'lead@county.test' | 'lead@district.test' = 'lead@county.test', org: 'county' | 'district' = 'county'): Promise<Id> {
  const id = newId();
  assert.ok(signedOn);
  const letter = { orgId: world.organisations[org].id, id, title: 'Letter of the Home Office', url: 'https://example.test/letter', ownerRole: 'Prevent lead', datedOn: signedOn, expiresOn: null, marking: 'OFFICIAL' } as const;
  await world.as(email, (tx) => addLink(tx, letter));
  return id;
}

async function stateOutcomes(client: Client, world: World, ratings: Readonly<Record<string, string>> = {}, org = 'county'): Promise<void> {
  for (const { code } of world.edition.benchmarks) {
    const reply = await client.fill(paths.outcome(org, year, code), { rating: ratings[code] ?? 'met' });
    assert.equal(reply.status, 303, reply.text.slice(0, 400));
  }
}

async function transcribe({ world, lead }: Cast): Promise<void> {
  assert.equal((await lead.fill(paths.letter('county', year), { letter: await addLetter(world) })).status, 303);
  await stateOutcomes(lead, world);
}

const statement = (text: string, benchmark = '') => ({ text, benchmark, marking: 'OFFICIAL' });
const done = (name: string) => (path: string) => `${path}?done=${name}`;

test('the adviser records and publishes; the council reads drafts and publication and changes neither', async () => {
  const { site, world, lead, adviser } = await cast();
  assert.equal((await lead.get(findings)).text.includes(said.findings.transcribe), true);
  assert.equal((await adviser.fill(findings, {})).headers['location'], findings);
  await stateOutcomes(adviser, world, { LA1: 'exceeded', LA7: 'exceeded' });
  const na = { rating: 'not_applicable', reason: 'The panel is shared.', lead_body: 'Othershire' };
  assert.equal((await adviser.fill(paths.outcome('county', year, 'LA5'), na)).status, 303);
  assert.equal((await adviser.fill(strengths, statement('A strong partnership.'))).status, 303);
  assert.equal((await adviser.fill(recommendations, statement('Share the duty for bookings.', 'LA7'))).status, 303);

  const draft = await lead.get(findings);
  for (const words of [said.findings.draft, said.findings.origins.recorded, said.findings.otherHand.recorded, 'A strong partnership.', 'The panel is shared. Led by Othershire.']) assert.ok(draft.text.includes(words), words);
  assert.ok(!draft.body.includes(paths.outcome('county', year, 'LA1')), 'no link to write');
  const refused = await lead.get(paths.outcome('county', year, 'LA1'));
  assert.deepEqual([refused.status, refused.text.includes(said.held['other hand'].sentence)], [403, true]);
  assert.equal((await lead.post(paths.outcome('county', year, 'LA1'), await sealOf(lead, { rating: 'met', version: '1' }))).status, 403);

  const published = await adviser.fill(paths.publication('county', year), {});
  assert.equal(published.headers['location'], done('findingsPublished')(findings));
  const after = await lead.get(findings);
  assert.ok(after.text.includes(`${said.findings.publishedOn} 2 March 2026`), after.text);
  assert.match(after.text, /7 Reducing Permissive Environments Self-rating Not stated Home Office outcome Exceeded|7 .*Exceeded/i);
  assert.ok(after.text.includes('Share the duty for bookings. Benchmark 7'), 'an exceeded benchmark carries a recommendation');
  const [row] = await query<{ frozen: string; sha: string }>(site.db.as('superuser'), `select frozen, encode(frozen_sha256, 'hex') as sha from publication`);
  assert.ok(row);
  assert.equal(createHash('sha256').update(row.frozen).digest('hex'), row.sha);
  assert.ok(!row.frozen.includes('Lead County') && !row.frozen.includes('Adviser'), 'nobody’s name is frozen');
});

/** The fields of a form that the page would carry, for posting without one. */
async function sealOf(client: Client, fields: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const csrf = /name="csrf" value="([^"]*)"/.exec((await client.get(findings)).body)?.[1];
  assert.ok(csrf);
  return { csrf, request_key: newId(), ...fields };
}

test('the council transcribes from the letter, and only somebody who wrote none of it checks it', async () => {
  const all = await cast();
  const { lead, officer, second, adviser } = all;
  await transcribe(all);
  assert.equal((await officer.fill(strengths, statement('Well informed.'))).status, 303);
  const page = await lead.get(findings);
  for (const words of ['Letter of the Home Office, dated 20 February 2026', said.findings.origins.transcribed, said.findings.notChecked]) assert.ok(page.text.includes(words), words);

  const tooEarly = await lead.post(paths.publication('county', year), await sealOf(lead, { version: '99' }));
  assert.deepEqual([tooEarly.status, tooEarly.text.includes(said.refusals.notChecked)], [422, true]);
  for (const writer of [lead, officer]) {
    const own = await writer.post(paths.check('county', year), await sealOf(writer, { compared: 'yes', version: '99' }));
    assert.deepEqual([own.status, own.text.includes(said.refusals.ownWork)], [422, true]);
    assert.ok(!(await writer.get(paths.check('county', year))).text.includes(said.check.confirm), 'no form for who wrote it');
  }
  assert.equal((await adviser.get(paths.outcome('county', year, 'LA1'))).status, 403);
  assert.ok((await second.fill(paths.check('county', year), {})).text.includes(said.refusals.notCompared));
  assert.equal((await second.fill(paths.check('county', year), { compared: 'yes' })).headers['location'], done('findingsChecked')(findings));
  assert.ok((await lead.get(findings)).text.includes(`${said.findings.checkedBy} Second County, 2 March 2026`));
  assert.equal((await second.get(paths.publication('county', year))).status, 403, 'the second reader does not publish');
  assert.equal((await lead.fill(paths.publication('county', year), {})).status, 303);
  assert.ok((await lead.get(findings)).text.includes(said.findings.published));
});

test('every later change clears the check, and makes its writer one of the writers', async () => {
  const all = await cast();
  const { world, lead, officer, second } = all;
  await transcribe(all);
  await officer.fill(recommendations, statement('Track the risk logs.'));
  const item = /recommendations\/([0-9a-f-]{36})/.exec((await officer.get(recommendations)).body)?.[1];
  assert.ok(item);
  const one = paths.statement('county', year, 'recommendation', item);
  const other = await addLetter(world);
  const changes: readonly (() => Promise<{ status: number }>)[] = [
    () => lead.fill(paths.outcome('county', year, 'LA8'), { rating: 'exceeded' }),
    () => lead.fill(strengths, statement('More.')),
    () => lead.fill(one, statement('Track the risk logs each quarter.')),
    () => lead.fill(one, {}, '/removal'),
    () => lead.fill(paths.letter('county', year), { letter: other }),
  ];
  for (const [at, change] of changes.entries()) {
    assert.equal((await second.fill(paths.check('county', year), { compared: 'yes' })).status, 303, `check before change ${at}`);
    assert.equal((await change()).status, 303, `change ${at}`);
    assert.ok((await lead.get(findings)).text.includes(said.findings.notChecked), `change ${at} clears the check`);
  }
  const [row] = await query<{ writers: Id[] }>(all.site.db.as('superuser'), 'select writers::text[] from moderation');
  assert.deepEqual(row?.writers, [world.people['lead@county.test'].personId, world.people['officer@county.test'].personId].sort());
});

test('what a checker or publisher has not read is not checked or published', async () => {
  const all = await cast();
  const { lead, second } = all;
  await transcribe(all);
  const version = /name="version" value="(\d+)"/.exec((await second.get(paths.check('county', year))).body)?.[1];
  assert.ok(version);
  await lead.fill(strengths, statement('New since.'));
  const stale = await second.post(paths.check('county', year), await sealOf(second, { compared: 'yes', version }));
  assert.deepEqual([stale.status, stale.text.includes(said.conflict.changed.sentence)], [409, true]);
  await second.fill(paths.check('county', year), { compared: 'yes' });
  assert.equal((await lead.post(paths.publication('county', year), await sealOf(lead, { version }))).status, 409);
  assert.equal((await lead.post(paths.publication('county', year), await sealOf(lead, { version: 'x' }))).status, 409);
});

test('after publication every write is refused with a sentence, also where the database is asked directly', async () => {
  const { world, adviser, lead } = await cast();
  await adviser.fill(findings, {});
  await stateOutcomes(adviser, world);
  await adviser.fill(strengths, statement('Strong.'));
  const item = /strengths\/([0-9a-f-]{36})/.exec((await adviser.get(strengths)).body)?.[1];
  assert.ok(item);
  await adviser.fill(paths.publication('county', year), {});
  const posts: readonly (readonly [string, Record<string, string>])[] = [
    [paths.outcome('county', year, 'LA1'), { rating: 'met', version: '1' }], [strengths, statement('Later.')], [recommendations, statement('Later.')],
    [paths.statement('county', year, 'strength', item), { ...statement('Other.'), version: '1' }], [paths.removal('county', year, 'strength', item), { version: '1' }],
    [paths.publication('county', year), { version: '1' }],
  ];
  for (const [path, fields] of posts) {
    const reply = await adviser.post(path, await sealOf(adviser, fields).catch(() => fields));
    assert.ok([403, 409].includes(reply.status), `${path} answered ${reply.status}`);
    assert.ok(reply.text.includes(said.held.published.sentence) || reply.text.includes(en.site.notFromThisPage.sentence), path);
  }
  const begunAgain = await lead.post(paths.letter('county', year), await sealOf(lead, { letter: newId() }));
  assert.deepEqual([begunAgain.status, begunAgain.text.includes(said.held.published.sentence)], [409, true]);
  const scope = { is: 'grant', orgId: world.organisations['home-office'].id, personId: world.people['adviser@homeoffice.test'].personId, day: signedOn } as const;
  assert.ok(scope);
});
