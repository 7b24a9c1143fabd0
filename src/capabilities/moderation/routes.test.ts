import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { query } from '../../../test/database.ts';
import { newId, type Id } from '../../kernel/id.ts';
import { en } from '../../words/index.ts';
import { addLetter, cast, findings, itemOn, recommendations, said, sealOf, stateOutcomes, statement, strengths, transcribe, year } from './moderation.fixture.ts';
import { paths } from './paths.ts';

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

  const unshared = await lead.get(findings);
  assert.deepEqual([unshared.text.includes(said.sharing.notYetShared), unshared.text.includes('A strong partnership.')], [true, false], 'a draft is the adviser’s until it is shared');
  await adviser.fill(paths.sharing('county', year), {});
  const draft = await lead.get(findings);
  for (const words of [said.sharing.tag, 'A strong partnership.', 'The panel is shared. Led by Othershire.']) assert.ok(draft.text.includes(words), words);
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
  const item = await itemOn(officer, recommendations);
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

test('after publication every write is refused with a sentence', async () => {
  const { world, adviser, lead } = await cast();
  await adviser.fill(findings, {});
  await stateOutcomes(adviser, world);
  await adviser.fill(strengths, statement('Strong.'));
  const item = await itemOn(adviser, strengths);
  await adviser.fill(paths.publication('county', year), {});
  const posts: readonly (readonly [string, Record<string, string>])[] = [
    [paths.outcome('county', year, 'LA1'), { rating: 'met', version: '1' }], [strengths, statement('Later.')], [recommendations, statement('Later.')],
    [paths.statement('county', year, 'strength', item), { ...statement('Other.'), version: '1' }], [paths.removal('county', year, 'strength', item), { version: '1' }],
    [paths.publication('county', year), { version: '1' }],
  ];
  for (const [path, fields] of posts) {
    const reply = await adviser.post(path, await sealOf(adviser, fields));
    assert.deepEqual([reply.status, reply.text.includes(said.held.published.sentence)], [409, true], path);
  }
  const begunAgain = await lead.post(paths.letter('county', year), await sealOf(lead, { letter: newId() }));
  assert.deepEqual([begunAgain.status, begunAgain.text.includes(said.held.published.sentence)], [409, true]);
});

test('whoever saves second sees what the first wrote, and loses nothing', async () => {
  const all = await cast();
  const { lead, officer } = all;
  await transcribe(all);
  const path = paths.outcome('county', year, 'LA2');
  const stale = await sealOf(officer, { rating: 'met', version: '1' });
  await lead.fill(path, { rating: 'exceeded' });
  const lost = await officer.post(path, stale);
  assert.deepEqual([lost.status, lost.text.includes(`${said.conflict.theirs} Exceeded`)], [409, true]);
  assert.match(lost.body, /name="version" value="2"/);
  assert.match(lost.body, /value="met" checked/);

  await lead.fill(recommendations, statement('The first text.'));
  const item = await itemOn(lead, recommendations);
  const one = paths.statement('county', year, 'recommendation', item);
  await lead.fill(one, statement('What the lead wrote.'));
  const second = await officer.post(one, await sealOf(officer, { ...statement('What the officer wrote.'), version: '1' }));
  assert.equal(second.status, 409);
  for (const text of ['What the lead wrote.', 'What the officer wrote.']) assert.ok(second.text.includes(text), text);
  assert.equal((await officer.post(paths.removal('county', year, 'recommendation', item), await sealOf(officer, { version: '1' }))).status, 409);
  await lead.fill(one, {}, '/removal');
  const removed = await officer.post(one, await sealOf(officer, { ...statement('Still my text.'), version: '2' }));
  assert.deepEqual([removed.status, removed.text.includes('Still my text.'), removed.text.includes(said.statements.recommendation.removed)], [409, true, true]);
});

test('what cannot be kept is refused with the form as it was filled in', async () => {
  const all = await cast();
  const { lead } = all;
  await transcribe(all);
  const rows: readonly (readonly [string, Record<string, string>, string])[] = [
    [paths.outcome('county', year, 'LA1'), { rating: 'outstanding' }, said.refusals.outsideScale],
    [paths.outcome('county', year, 'LA1'), { rating: 'not_applicable', reason: 'Kept text', lead_body: '' }, said.refusals.noLeadBody],
    [recommendations, statement('Kept text\0'), en.platform.text.strangeCharacters],
    [recommendations, statement('Kept text', 'LA99'), said.refusals.noSuchBenchmark],
    [paths.letter('county', year), { letter: 'nothing' }, said.refusals.letterMissing],
    [paths.letter('county', year), { letter: newId() }, said.refusals.letterMissing],
  ];
  for (const [path, fields, sentence] of rows) {
    const reply = await lead.fill(path, fields);
    assert.deepEqual([reply.status, reply.text.includes(sentence)], [422, true], `${path}: ${reply.text.slice(0, 300)}`);
    if (Object.values(fields).includes('Kept text')) assert.ok(reply.text.includes('Kept text'));
  }
  for (const path of [paths.outcome('county', year, 'LA99'), paths.statement('county', year, 'strength', newId()), paths.statement('county', year, 'strength', 'x'), paths.findings('county', '2019-20'), paths.findings('county', 'soon')]) {
    assert.equal((await lead.get(path)).status, 404, path);
  }
});

test('the letter may be attached as a file, which becomes evidence of the body', async () => {
  const { lead, officer } = await cast();
  const path = paths.letter('county', year);
  const fields = {
    'file-title': 'Annual letter', 'file-owner': 'Prevent lead', 'file-dated-day': '20', 'file-dated-month': '2', 'file-dated-year': '2026', 'file-marking': 'OFFICIAL',
  };
  const file = (text: string) => ({ field: 'file', name: 'letter.txt', bytes: Buffer.from(text) });
  const refused = await lead.fillWithFile(path, { ...fields, 'file-title': '' }, file('What we found'), '/file');
  assert.deepEqual([refused.status, refused.text.includes(en.evidence.refused.titleMissing)], [422, true]);
  assert.equal((await lead.fillWithFile(path, fields, file('What we found'), '/file')).headers['location'], done('saved')(findings));
  const page = await lead.get(findings);
  assert.ok(page.text.includes('Annual letter, dated 20 February 2026'));
  const item = /href="([^"]*\/evidence\/[0-9a-f-]{36})"/.exec(page.body)?.[1];
  assert.ok(item);
  assert.equal((await lead.get(item)).status, 200);
  const stale = await sealOf(officer, { letter: item.slice(-36), version: '1' });
  await lead.fillWithFile(path, { ...fields, 'file-title': 'A better copy' }, file('What we found, again'), '/file');
  assert.equal((await officer.post(path, stale)).status, 409, 'another letter was chosen first');
});

test('N/A without a reason is for the letter that gives none, and the page says so', async () => {
  const all = await cast();
  await transcribe(all);
  assert.equal((await all.lead.fill(paths.outcome('county', year, 'LA5'), { rating: 'not_stated' })).status, 303);
  assert.ok((await all.lead.get(findings)).text.includes(said.findings.reasonNotStated));
  assert.match((await all.lead.get(paths.outcome('county', year, 'LA5'))).body, /value="not_stated" checked/);
});
