import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attribute, elements, type Client, type Reply } from '../../../test/client.ts';
import { query } from '../../../test/database.ts';
import { testSite, type TestSite } from '../../../test/site.ts';
import { buildWorld } from '../../../test/world.ts';
import { newId } from '../../kernel/id.ts';
import { dayOf } from '../../kernel/year.ts';
import { addLink, useEvidence } from '../evidence/index.ts';
import { addOutcomes } from '../moderation/index.ts';

const site = await testSite();
const world = await buildWorld(site.store);
const year = '/organisations/county/assessments/2025-26';
const indicator = (code: string) => `${year}/indicators/${code}`;
const rating = (code: string) => `${year}/benchmarks/${code}/rating`;

/** The hidden fields of a page's forms, also of a page that is no success. */
function hiddenIn(page: Reply): Record<string, string> {
  return Object.fromEntries(elements(page.body, (one) => one.tagName === 'input' && attribute(one, 'type') === 'hidden').map((one) => [attribute(one, 'name') ?? '', attribute(one, 'value') ?? '']));
}

/** The statements of one request, without those that every request has. */
async function statementsOf({ statements }: TestSite, request: () => Promise<unknown>): Promise<string[]> {
  const before = statements.length;
  await request();
  return statements.slice(before).filter((text) => !/^(begin|commit)|select visit\(|select enter_scope\(/.test(text));
}

const answersNow = () => query<{ indicator_code: string; status: string; note: string; version: number }>(
  site.db.as('superuser'), 'select indicator_code, status, note, version from answer where org_id = $1 order by indicator_code', [world.organisations.county.id]);

async function lead(): Promise<Client> {
  return site.as('lead@county.test');
}

test('a Prevent lead opens a year, once', async () => {
  const sibling = await site.as('lead@sibling.test');
  const list = '/organisations/sibling/assessments';
  assert.match((await sibling.get(list)).text, /No assessment has been opened yet/);
  const refused = await sibling.fill(list, { year: '2025-27', edition: 'nothing' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Enter a financial year like 2025-26/);
  assert.match(refused.text, /Choose the benchmarks to assess against/);
  const opened = await sibling.fill(list, { year: '2024-25', edition: world.edition.short_name });
  assert.deepEqual([opened.status, opened.headers['location']], [303, '/organisations/sibling/assessments/2024-25?done=assessmentOpened']);
  assert.match((await sibling.get('/organisations/sibling/assessments/2024-25')).text, /Open since 2 March 2026/);
  assert.equal((await sibling.fill(list, { year: '2024-25', edition: world.edition.short_name })).status, 422);
  const officer = await site.as('officer@county.test');
  assert.doesNotMatch((await officer.get('/organisations/county/assessments')).text, /Open a year/);
  assert.equal((await officer.post('/organisations/county/assessments', hiddenIn(await officer.get(indicator('LA1.m1'))))).status, 403);
});

test('an answer is saved with its note, and shown on the indicator, the benchmark and the year', async () => {
  const officer = await site.as('officer@county.test');
  const saved = await officer.fill(indicator('LA1.m1'), { status: 'yes', note: 'The board met <four> times.\r\nMinutes are kept.' });
  assert.deepEqual([saved.status, saved.headers['location']], [303, `${indicator('LA1.m1')}?done=saved`]);
  assert.match((await officer.get(indicator('LA1.m1'))).text, /The board met <four> times\. Minutes are kept\./);
  const benchmark = await officer.get(`${year}/benchmarks/LA1`);
  assert.match(benchmark.text, /The board met <four> times\./);
  assert.match(benchmark.text, /1 of 15 indicators answered/);
  const whole = await officer.get(year);
  assert.match(whole.text, /0 of 8 benchmarks rated, 1 of 104 indicators answered/);
  const [findings] = elements(whole.body, (one) => attribute(one, 'href') === `${year}/findings`);
  assert.ok(findings, 'the year leads on to what the Home Office found');
  assert.notEqual((await officer.get(`${year}/findings`)).status, 404);
});

test('a benchmark’s page and a save take few statements, however many indicators there are', async () => {
  const officer = await site.as('officer@county.test');
  await officer.get(`${year}/benchmarks/LA2`);
  for (const code of ['LA1', 'LA2', 'LA3', 'LA4', 'LA5', 'LA7']) {
    const reading = await statementsOf(site, () => officer.get(`${year}/benchmarks/${code}`));
    assert.ok(reading.length >= 3 && reading.length <= 5, `${code}: ${reading.join('\n')}`);
  }
  const form = await officer.get(indicator('LA1.m2'));
  const first = await statementsOf(site, () => officer.post(indicator('LA1.m2'), { ...hiddenIn(form), status: 'no', note: '' }));
  assert.ok(first.length >= 3 && first.length <= 6, first.join('\n'));
  const again = await officer.get(indicator('LA1.m2'));
  const second = await statementsOf(site, () => officer.post(indicator('LA1.m2'), { ...hiddenIn(again), status: 'partly', note: 'Some of it.' }));
  assert.ok(second.length <= 6, second.join('\n'));
  assert.equal((await answersNow()).find(({ indicator_code }) => indicator_code === 'LA1.m2')?.version, 2, 'both saves took place');
});

test('a form that cannot be kept comes back as it was filled in, with the sentence at its field', async () => {
  const officer = await site.as('officer@county.test');
  const rows: [path: string, fields: Record<string, string>, sentence: RegExp][] = [
    [indicator('LA1.m3'), { note: 'Kept text' }, /Choose yes, partly, no or not applicable/],
    [indicator('LA1.m3'), { status: 'yes', note: 'Kept text \0' }, /control characters/],
    [indicator('LA1.m3'), { status: 'yes', note: `Kept text ${'x'.repeat(5000)}` }, /at most 5,000 characters\. Shorten it by 10/],
    [rating('LA1'), { narrative: 'Kept text' }, /Choose a rating/],
    [rating('LA1'), { rating: 'green', narrative: 'Kept text' }, /not on the scale of these benchmarks/],
    [rating('LA1'), { rating: 'not_applicable', narrative: 'Kept text' }, /Say why the benchmark is not applicable.*Name the body that leads it/],
    [rating('LA1'), { rating: 'met', narrative: 'Kept text \0' }, /control characters/],
  ];
  for (const [path, fields, sentence] of rows) {
    const refused = await officer.fill(path, fields);
    assert.equal(refused.status, 422, `${path} ${JSON.stringify(fields).slice(0, 80)}`);
    assert.match(refused.text, sentence);
    assert.match(refused.text, /Kept text/);
    assert.match(refused.body, /<title>Error: /);
  }
});

test('a lost race shows both texts, and the person chooses', async () => {
  const [officer, preventLead] = [await site.as('officer@county.test'), await lead()];
  const mine = hiddenIn(await officer.get(indicator('LA2.m1')));
  assert.equal((await preventLead.fill(indicator('LA2.m1'), { status: 'no', note: 'What the lead wrote.' })).status, 303);
  const lost = await officer.post(indicator('LA2.m1'), { ...mine, status: 'yes', note: 'What the officer wrote.' });
  assert.equal(lost.status, 409);
  for (const text of ['Somebody else saved first', 'What the lead wrote.', 'What the officer wrote.', 'Keep what is saved']) assert.ok(lost.text.includes(text), text);
  const chosen = await officer.post(indicator('LA2.m1'), { ...hiddenIn(lost), status: 'yes', note: 'Both, put together.' });
  assert.equal(chosen.status, 303);
  assert.deepEqual((await answersNow()).filter(({ indicator_code }) => indicator_code === 'LA2.m1'), [{ indicator_code: 'LA2.m1', status: 'yes', note: 'Both, put together.', version: 2 }]);
  const stale = hiddenIn(await officer.get(rating('LA2')));
  assert.equal((await preventLead.fill(rating('LA2'), { rating: 'met', narrative: 'The lead’s view.' })).status, 303);
  const lostRating = await officer.post(rating('LA2'), { ...stale, rating: 'not_met', narrative: 'The officer’s view.' });
  assert.equal(lostRating.status, 409);
  for (const text of ['The lead’s view.', 'The officer’s view.']) assert.ok(lostRating.text.includes(text), text);
  assert.equal((await officer.post(rating('LA2'), { ...hiddenIn(lostRating), rating: 'not_met', narrative: 'The officer’s view.' })).status, 303);
});

test('a form pressed twice is saved once, and its key takes no other text', async () => {
  const officer = await site.as('officer@county.test');
  const sent = { ...hiddenIn(await officer.get(indicator('LA3.m1'))), status: 'yes', note: 'Once.' };
  const [first, second] = [await officer.post(indicator('LA3.m1'), sent), await officer.post(indicator('LA3.m1'), sent)];
  assert.deepEqual([first.status, second.status, second.headers['location']], [303, 303, first.headers['location']]);
  assert.equal((await officer.post(indicator('LA3.m1'), { ...sent, note: 'Twice.' })).status, 409);
  assert.deepEqual((await answersNow()).filter(({ indicator_code }) => indicator_code === 'LA3.m1').map(({ note, version }) => [note, version]), [['Once.', 1]]);
});

test('a year, a benchmark or an indicator that is not there is answered with a sentence', async () => {
  const preventLead = await lead();
  const rows: [path: string, sentence: RegExp][] = [
    ['/organisations/county/assessments/2019-20', /has no assessment for “2019-20”/], ['/organisations/county/assessments/soon', /has no assessment for “soon”/],
    [`${year}/benchmarks/LA9`, /has no benchmark with the code “LA9”/], [`${year}/benchmarks/LA1.m1`, /has no benchmark with the code/],
    [rating('LA9'), /has no benchmark/], [indicator('LA1.m99'), /has no indicator with the code “LA1.m99”/], [indicator('LA1'), /has no indicator/], [indicator('%00'), /has no indicator/],
    ['/organisations/county/assessments/2019-20/submission', /has no assessment/],
  ];
  for (const [path, sentence] of rows) {
    const answer = await preventLead.get(path);
    assert.equal(answer.status, 404, path);
    assert.match(answer.text, sentence, path);
  }
});

test('nobody else reads the draft, and readers change nothing', async () => {
  const places = [year, `${year}/benchmarks/LA1`, indicator('LA1.m1')];
  for (const email of ['lead@district.test', 'lead@sibling.test', 'adviser@homeoffice.test']) {
    for (const place of places) assert.equal((await (await site.as(email)).get(place)).status, 403, `${email} ${place}`);
  }
  for (const email of ['viewer@county.test', 'second@county.test']) {
    const reader = await site.as(email);
    for (const place of places) assert.equal((await reader.get(place)).status, 200, `${email} ${place}`);
    const page = await reader.get(indicator('LA1.m1'));
    assert.doesNotMatch(page.text, /Save the answer/);
    assert.equal((await reader.get(rating('LA1'))).status, 403);
    assert.equal((await reader.post(indicator('LA1.m1'), { ...hiddenIn(page), status: 'no', version: '1' })).status, 403);
  }
});

test('an outcome without a self-rating reads well, and evidence and its facts stand beside the indicator', async () => {
  const orgId = world.organisations.sibling.id;
  const sibling = await site.as('lead@sibling.test');
  await sibling.fill('/organisations/sibling/assessments', { year: '2025-26', edition: world.edition.short_name });
  const [opened] = await query<{ id: string }>(site.db.as('superuser'), `select id from assessment where org_id = $1 and year = '2025-26'`, [orgId]);
  const datedOn = dayOf('2026-01-05');
  assert.ok(opened && datedOn);
  await world.as('lead@sibling.test', (tx) => addOutcomes(tx, { orgId, assessmentId: opened.id, editionId: world.edition.id, outcomes: { LA1: 'exceeded', LA5: 'not_applicable' } }));
  const page = await sibling.get('/organisations/sibling/assessments/2025-26');
  assert.match(page.text, /Only the outcomes are recorded/);
  assert.match(page.text, /1\. Multi Agency Partnership Group .*?Self-rating Not stated .*?Exceeded \(Transcribed\)/);
  assert.match(page.text, /2\. Local Risk Assessment .*?Not recorded/);
  assert.match((await sibling.get('/organisations/sibling/assessments/2025-26/benchmarks/LA5')).text, /Self-rating Not stated .*?Outcome N\/A Transcribed by the organisation/);
  await world.as('lead@sibling.test', async (tx) => {
    const id = newId();
    await addLink(tx, { orgId, id, url: 'https://example.org/minutes', title: 'Minutes of the board', ownerRole: 'Prevent lead', datedOn, expiresOn: null, marking: 'OFFICIAL' });
    await useEvidence(tx, { orgId, id: newId(), evidenceId: id, assessmentId: opened.id, editionId: world.edition.id, indicatorCode: 'LA1.m1' });
  });
  assert.match((await sibling.get('/organisations/sibling/assessments/2025-26/benchmarks/LA1')).text, /newest evidence is 1 month old.*1 piece of evidence/);
  assert.match((await sibling.get('/organisations/sibling/assessments/2025-26/indicators/LA1.m1')).text, /Minutes of the board/);
});
