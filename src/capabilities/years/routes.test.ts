import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSite } from '../../../test/site.ts';
import { buildWorld } from '../../../test/world.ts';

const site = await testSite();
const world = await buildWorld(site.store);
const colours = await world.publish('frameworks/local-authority-2021-22.yaml');
const lead = await site.as('lead@county.test');
const page = '/organisations/county/outcomes';
const form = `${page}/counts?edition=${colours.short_name}`;

test('a year of which only numbers are known stands with its own scale, and is not turned into benchmarks', async () => {
  const done = await lead.fill(form, { year: '2021-22', 'count-green': '7', 'count-amber': '3', source: 'Committee paper of 2021' }, '/counts');
  assert.equal(done.status, 303, done.text);
  const shown = await lead.get(page);
  assert.match(shown.text, /2021\/22.*Not stated by benchmark/s);
  assert.match(shown.text, /Red, Amber, Green.*3 Amber, 7 Green|Red, Amber, Green.*7 Green, 3 Amber/s);
  assert.match(shown.text, /2021\/22 ?[^/]*Scale: Red, Amber, Green 2025\/26 ?[^/]*Scale: Not met, Met, Exceeded/);
  assert.match(shown.text, /Source: Committee paper of 2021\./);
  assert.match(shown.text, /Not met, Met, Exceeded/);
});

test('the same year twice, and a year with an assessment, are refused with what was filled in', async () => {
  for (const year of ['2021-22', '2025-26']) {
    const reply = await lead.fill(form, { year, 'count-green': '7', source: 'Another paper' }, '/counts');
    assert.equal(reply.status, 422);
    assert.match(reply.text, /That year is recorded already/);
    assert.ok(reply.body.includes('value="Another paper"'));
  }
});

test('no assessment is opened against a scale without benchmarks', async () => {
  const years = '/organisations/county/assessments';
  assert.doesNotMatch((await lead.get(years)).text, /Red, amber and green/);
  const reply = await lead.fill(years, { year: '2021-22', edition: colours.short_name });
  assert.equal(reply.status, 422);
});

test('a paper is brought in for its year and shown there and in the history of outcomes', async () => {
  const documents = `${page}/2021-22/documents`;
  const details = { kind: 'paper', source: 'Scrutiny committee', 'file-title': 'Paper on 2021/22', 'file-owner': 'Democratic services officer',
    'file-dated-day': '4', 'file-dated-month': '3', 'file-dated-year': '2022', 'file-marking': 'OFFICIAL' };
  const file = { field: 'file', name: 'paper.txt', bytes: Buffer.from('The committee noted the year.') };
  const refused = await lead.fillWithFile(documents, { ...details, kind: '' }, file, '/documents');
  assert.equal(refused.status, 422);
  assert.ok(refused.body.includes('value="Scrutiny committee"'));
  assert.equal((await lead.fillWithFile(documents, details, file, '/documents')).status, 303);
  assert.match((await lead.get(documents)).text, /Paper: Paper on 2021\/22 ?\. Source: Scrutiny committee\./);
  assert.match((await lead.get(page)).text, /Paper: Paper on 2021\/22/);
  assert.match((await lead.get('/organisations/county/history')).text, /Added a document of a year/);
});

test('readers read and do not write; other bodies see nothing', async () => {
  const viewer = await site.as('viewer@county.test');
  assert.doesNotMatch((await viewer.get(page)).text, /Record a year|Remove the numbers/);
  assert.equal((await viewer.get(`${page}/counts`)).status, 403);
  for (const email of ['lead@sibling.test', 'lead@district.test', 'adviser@homeoffice.test']) assert.equal((await (await site.as(email)).get(page)).status, 403, email);
});

test('numbers that were mistaken are removed, and the trail keeps them', async () => {
  assert.equal((await lead.fill(page, {}, '/removal')).status, 303);
  assert.doesNotMatch((await lead.get(page)).text, /7 Green/);
  assert.match((await lead.get('/organisations/county/history')).text, /Removed a past year/);
});
