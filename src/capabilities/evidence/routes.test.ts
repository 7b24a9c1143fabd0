import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import { attribute, elements, type Client, type Fields } from '../../../test/client.ts';
import { query } from '../../../test/database.ts';
import { testSite } from '../../../test/site.ts';
import { buildWorld } from '../../../test/world.ts';
import { newId, type Id } from '../../kernel/id.ts';
import { en } from '../../words/index.ts';
import { signOff } from '../assessment/second-store.ts';
import { addSubmission, holdAssessment } from '../assessment/store.ts';
import { evidencePaths, evidenceOfAssessment, releaseEvidence } from './index.ts';
import { pdf } from './test-files.fixture.ts';

const site = await testSite();
const world = await buildWorld(site.store);
const [lead, officer, viewer, district, sibling, adviser] = await Promise.all(
  ['lead@county.test', 'officer@county.test', 'viewer@county.test', 'lead@district.test', 'lead@sibling.test', 'adviser@homeoffice.test'].map((email) => site.as(email)));
assert.ok(lead && officer && viewer && district && sibling && adviser);

const said = en.evidence;
const behind = (code: string, org = 'county') => evidencePaths.ofIndicator(org, world.year, code);
const details = (prefix: string, more: Fields = {}): Fields => ({
  [`${prefix}title`]: 'Risk assessment', [`${prefix}owner`]: 'Prevent lead', [`${prefix}dated-day`]: '2', [`${prefix}dated-month`]: '1', [`${prefix}dated-year`]: '2025',
  [`${prefix}marking`]: 'OFFICIAL', ...more,
});

/** Adds a link or a file behind an indicator and finds the identifier that it got. */
async function addLink(client: Client, code: string, title: string, more: Fields = {}, org = 'county'): Promise<Id> {
  const reply = await client.fill(behind(code, org), { ...details('link-', { 'link-title': title }), 'link-url': 'https://council.example/minutes', ...more }, '/links');
  assert.equal(reply.status, 303, reply.text);
  return idOf(client, title, org);
}

async function addFile(client: Client, code: string, title: string, bytes: Buffer, name = 'plan.pdf'): Promise<Id> {
  const reply = await client.fillWithFile(behind(code), details('file-', { 'file-title': title }), { field: 'file', name, bytes }, '/files');
  assert.equal(reply.status, 303, reply.text);
  return idOf(client, title);
}

async function idOf(client: Client, title: string, org = 'county'): Promise<Id> {
  const list = await client.get(`${evidencePaths.list(org)}?text=${encodeURIComponent(title)}`);
  const [link] = elements(list.body, (element) => element.tagName === 'a' && /\/evidence\/[0-9a-f-]{36}$/.test(attribute(element, 'href') ?? ''));
  assert.ok(link, `${title} is in the list`);
  return attribute(link, 'href')?.slice(-36) ?? '';
}

const storedFiles = () => readdirSync(join(site.store.evidenceFolder, world.organisations.county.id), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const pathOf = (sha256: string) => join(site.store.evidenceFolder, world.organisations.county.id, sha256.slice(0, 2), sha256);
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

test('a link is added behind an indicator, listed, shown, and used for another', async () => {
  const id = await addLink(officer, 'LA1.m1', 'Minutes of the board', { 'link-expires-day': '1', 'link-expires-month': '4', 'link-expires-year': '2026' });
  const page = await officer.get(behind('LA1.m1'));
  assert.match(page.text, /Minutes of the board.*Link.*2 January 2025.*1 April 2026 Expires soon/);
  const item = await viewer.get(evidencePaths.item('county', id));
  assert.match(item.text, /https:\/\/council\.example\/minutes.*Prevent lead.*OFFICIAL.*2025\/26: indicator LA1\.m1/);
  assert.equal((await officer.fill(behind('LA1.m2'), { evidence: id }, '/uses')).status, 303);
  assert.match((await viewer.get(evidencePaths.list('county'))).text, /Minutes of the board.*2 indicators/);
  const items = await world.as('lead@county.test', (tx) => evidenceOfAssessment(tx, world.organisations.county.id, world.assessmentId));
  assert.deepEqual(items.find((one) => one.id === id)?.indicatorCodes, ['LA1.m1', 'LA1.m2']);
});

test('a file comes back as it was added, to be saved and not shown, and its reading is in the trail', async () => {
  const bytes = pdf();
  const id = await addFile(officer, 'LA1.m1', 'The plan', bytes, 'C:\\plans\\Cynllun â.pdf');
  assert.match((await viewer.get(evidencePaths.item('county', id))).text, new RegExp(`Download Cynllun â\\.pdf.*${sha256(bytes)}`));
  const file = await viewer.get(evidencePaths.file('county', id));
  assert.deepEqual([file.status, file.bytes.equals(bytes), file.headers['content-type'], file.headers['x-content-type-options']], [200, true, 'application/pdf', 'nosniff']);
  assert.match(String(file.headers['content-disposition']), /^attachment; filename="[\w.-]+"; filename\*=UTF-8''Cynllun%20%C3%A2\.pdf$/);
  assert.match(String(file.headers['content-security-policy']), /^sandbox; default-src 'none'/);
  const rows = await query(site.db.as('dueregard_owner'), `select person_id from audit_event where record_id = $1 and action = 'noted'`, [id]);
  assert.deepEqual(rows, [{ person_id: world.people['viewer@county.test'].personId }]);
});

test('the same content twice is two pieces of evidence and one stored file', async () => {
  const before = storedFiles().length;
  const bytes = pdf('trailer << /Size 9 /Root 1 0 R >>');
  const [first, second] = [await addFile(lead, 'LA1.m3', 'Plan of January', bytes), await addFile(lead, 'LA1.m3', 'Plan of February', bytes, 'other.pdf')];
  assert.notEqual(first, second);
  assert.equal(storedFiles().length, before + 1);
  for (const id of [first, second]) assert.deepEqual((await lead.get(evidencePaths.file('county', id))).bytes, bytes);
});

test('what is refused comes back as it was filled in, and nothing is kept', async () => {
  const before = storedFiles().length;
  const file = await officer.fillWithFile(behind('LA1.m4'), details('file-', { 'file-title': '', 'file-owner': 'Community safety' }), { field: 'file', name: 'plan.docx', bytes: pdf() }, '/files');
  assert.equal(file.status, 422);
  for (const sentence of [said.refused.titleMissing, said.notWhatItSays('plan.docx', 'docx', 'pdf', '.pdf'), said.fields.fileAgain]) assert.ok(file.text.includes(sentence), sentence);
  const [owner] = elements(file.body, (element) => attribute(element, 'id') === 'file-owner');
  assert.equal(owner && attribute(owner, 'value'), 'Community safety');
  const link = await officer.fill(behind('LA1.m4'), { ...details('link-'), 'link-url': 'https://user:pass@council.example' }, '/links');
  assert.ok(link.status === 422 && link.text.includes(said.refused.linkWithPassword));
  const none = await officer.fill(behind('LA1.m4'), {}, '/uses');
  assert.ok(none.status === 422 && none.text.includes(said.refused.noneChosen));
  for (const page of [file, link, none]) {
    const ids = elements(page.body, (element) => attribute(element, 'id') !== undefined).map((element) => attribute(element, 'id'));
    const broken = elements(page.body, (element) => element.tagName === 'a' && /^#./.test(attribute(element, 'href') ?? '')).filter((element) => !ids.includes(attribute(element, 'href')?.slice(1)));
    assert.deepEqual(broken.map((element) => attribute(element, 'href')), []);
    assert.equal(new Set(ids).size, ids.length, 'no identifier twice');
  }
  assert.ok((await officer.get(behind('LA1.m4'))).text.includes(said.behind.none));
  assert.equal(storedFiles().length, before);
  assert.deepEqual(readdirSync(join(site.store.evidenceFolder, 'incoming')), []);
});

test('a second save over the first shows both, and can then be made', async () => {
  const id = await addLink(lead, 'LA1.m5', 'Training needs');
  const item = evidencePaths.item('county', id);
  const stale = { ...details('', { title: 'Needs, as the officer says' }), csrf: '', version: '1' };
  assert.equal((await lead.fill(item, details('', { title: 'Needs, as the lead says', marking: 'OFFICIAL-SENSITIVE' }))).status, 303);
  const lost = await officer.fill(item, stale);
  assert.equal(lost.status, 403, 'a form without the proof of its session is not taken');
  const { csrf: _, ...sent } = stale;
  const conflict = await officer.fill(item, sent);
  assert.equal(conflict.status, 409);
  assert.match(conflict.text, /Needs, as the lead says Needs, as the officer says.*OFFICIAL-SENSITIVE OFFICIAL/);
  const [version] = elements(conflict.body, (element) => attribute(element, 'name') === 'version');
  assert.equal((await officer.fill(item, { ...sent, version: version ? attribute(version, 'value') ?? '' : '' })).status, 303);
  assert.match((await lead.get(item)).text, /Needs, as the officer says/);
});

test('evidence is taken away from an indicator and stays with the body', async () => {
  const id = await addLink(lead, 'LA1.m6', 'Referral form');
  assert.equal((await lead.fill(behind('LA1.m6'), {}, `${id}/removal`)).status, 303);
  assert.ok((await lead.get(behind('LA1.m6'))).text.includes(said.behind.none));
  assert.match((await lead.get(evidencePaths.item('county', id))).text, /It is not behind any indicator/);
});

test('the list finds by text as it is written, and by expiry', async () => {
  await addLink(lead, 'LA2.m1', '100% of sites', { 'link-expires-day': '1', 'link-expires-month': '3', 'link-expires-year': '2026' });
  const list = async (query: string) => (await viewer.get(`${evidencePaths.list('county')}?${query}`)).text;
  assert.match(await list('text=100%25'), /1 piece of evidence\. .*100% of sites/);
  assert.match(await list('text=1_0'), /No evidence matches/);
  assert.match(await list('text=%00%27'), /No evidence matches/);
  assert.match(await list('expiry=expired'), /1 piece of evidence\. .*100% of sites .*Expired/);
  assert.match(await list('expiry=soon'), /Minutes of the board .*Expires soon/);
  assert.match(await list('page=-3&expiry=nonsense'), /100% of sites/);
});

test('nobody else comes to a body’s evidence, by its own address or through another’s', async () => {
  const id = await addFile(lead, 'LA2.m2', 'For our eyes', pdf('trailer << /Size 7 >>'));
  const foreign = await addLink(district, 'LA1.m1', 'Of the district', {}, 'district');
  for (const client of [sibling, district]) {
    for (const path of [evidencePaths.list('county'), evidencePaths.item('county', id), evidencePaths.file('county', id), behind('LA2.m2')]) assert.equal((await client.get(path)).status, 403, path);
  }
  for (const path of [evidencePaths.item('sibling', id), evidencePaths.file('sibling', id)]) assert.equal((await sibling.get(path)).status, 404, path);
  for (const path of [evidencePaths.item('county', foreign), evidencePaths.file('county', foreign), evidencePaths.item('county', 'nonsense')]) assert.equal((await lead.get(path)).status, 404, path);
  const page = await lead.get(evidencePaths.item('county', id));
  const [csrf] = elements(page.body, (element) => attribute(element, 'name') === 'csrf');
  const proof = { csrf: csrf ? attribute(csrf, 'value') ?? '' : '' };
  assert.equal((await lead.post(`${evidencePaths.item('county', foreign)}/details`, { ...proof, ...details(''), version: '1' })).status, 404);
  assert.equal((await lead.post(`${behind('LA2.m2')}/uses`, { ...proof, evidence: foreign })).status, 422);
});

test('who only reads sees no forms and sends none; an unknown indicator or year is no page', async () => {
  const page = await viewer.get(behind('LA1.m1'));
  assert.ok(page.status === 200 && !page.text.includes(said.behind.add));
  assert.equal((await viewer.post(`${behind('LA1.m1')}/links`, details('link-'))).status, 403);
  for (const path of [behind('LA9.m1'), evidencePaths.ofIndicator('county', '2019-20', 'LA1.m1'), evidencePaths.ofIndicator('county', 'nonsense', 'LA1.m1')]) assert.equal((await lead.get(path)).status, 404, path);
});

test('a stored file that has changed is not sent, and the log says so', async () => {
  const bytes = pdf('trailer << /Size 8 >>');
  const id = await addFile(lead, 'LA2.m3', 'Damaged later', bytes);
  writeFileSync(pathOf(sha256(bytes)), 'changed');
  const reply = await lead.get(evidencePaths.file('county', id));
  assert.ok(reply.status === 500 && reply.text.includes(said.damaged.sentence), reply.text);
  assert.ok(site.log.some((line) => line.includes('evidence damaged') && line.includes(id)), site.log.at(-1));
});

test('an adviser reads what a submission released, and nothing else; after it the evidence stands', async () => {
  const orgId = world.organisations.county.id;
  const released = await addFile(lead, 'LA2.m4', 'Released with the submission', pdf('trailer << /Size 5 >>'));
  const unused = await addFile(lead, 'LA2.m4', 'Not used', pdf('trailer << /Size 6 >>'));
  assert.equal((await lead.fill(behind('LA2.m4'), {}, `${unused}/removal`)).status, 303);
  assert.equal((await adviser.get(evidencePaths.file('county', released))).status, 404);
  const frozen = '{}';
  await world.as('second@county.test', (tx) => signOff(tx, { orgId, id: newId(), assessmentId: world.assessmentId }));
  await world.as('lead@county.test', async (tx) => {
    await releaseEvidence(tx, orgId, world.assessmentId, new Date('2026-03-02T10:00:00Z'));
    await releaseEvidence(tx, orgId, world.assessmentId, new Date('2026-03-03T10:00:00Z'));
    await addSubmission(tx, { orgId, id: newId(), assessmentId: world.assessmentId, year: world.year, marking: 'OFFICIAL', frozen, frozenSha256: createHash('sha256').update(frozen).digest() });
  });
  const rows = await query(site.db.as('dueregard_owner'), 'select distinct released_at from evidence where org_id = $1 and released_at is not null', [orgId]);
  assert.deepEqual(rows, [{ released_at: new Date('2026-03-02T10:00:00Z') }]);
  assert.equal((await adviser.get(evidencePaths.file('county', released))).status, 200);
  assert.equal((await adviser.get(evidencePaths.file('county', unused))).status, 404);
  assert.equal((await adviser.get(evidencePaths.list('county'))).status, 403);
  const page = await lead.get(behind('LA2.m4'));
  assert.ok(page.status === 200 && !page.text.includes(said.behind.add));
  const [csrf] = elements(page.body, (element) => attribute(element, 'name') === 'csrf');
  const late = await lead.post(`${behind('LA2.m4')}/uses`, { csrf: csrf ? attribute(csrf, 'value') ?? '' : '', evidence: unused });
  assert.ok(late.status === 409 && late.text.includes(said.behind.submitted.sentence));
});

test('evidence that comes at the moment of the submission is too late, and is told so', async () => {
  const orgId = world.organisations.district.id;
  const evidence = await idOf(district, 'Of the district', 'district');
  const page = await district.get(behind('LA1.m2', 'district'));
  const [csrf] = elements(page.body, (element) => attribute(element, 'name') === 'csrf');
  await world.as('second@district.test', (tx) => signOff(tx, { orgId, id: newId(), assessmentId: world.districtAssessmentId }));
  let late: ReturnType<Client['post']> | undefined;
  await world.as('lead@district.test', async (tx) => {
    await holdAssessment(tx, orgId, world.year);
    const seen = site.statements.length;
    late = district.post(`${behind('LA1.m2', 'district')}/uses`, { csrf: csrf ? attribute(csrf, 'value') ?? '' : '', evidence });
    while (!site.statements.slice(seen).some((text) => text.startsWith('select "id" from "evidence"'))) await pause(10);
    await addSubmission(tx, { orgId, id: newId(), assessmentId: world.districtAssessmentId, year: world.year, marking: 'OFFICIAL', frozen: '{}', frozenSha256: createHash('sha256').update('{}').digest() });
  });
  const reply = await late;
  assert.ok(reply?.status === 409 && reply.text.includes(said.behind.submitted.sentence), reply?.text);
  assert.ok((await district.get(behind('LA1.m2', 'district'))).text.includes(said.behind.none));
});
