import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { attribute, elements, type Reply } from '../../../test/client.ts';
import { query } from '../../../test/database.ts';
import { testSite } from '../../../test/site.ts';
import { buildWorld } from '../../../test/world.ts';
import { newId, type Id } from '../../kernel/id.ts';
import { dayOf, type Day } from '../../kernel/year.ts';
import { en } from '../../words/index.ts';
import { addFile, addLink, evidencePaths, useEvidence } from '../evidence/index.ts';
import { addGrant } from '../organisations/index.ts';
import { readFrozen, saveRating, signOff, submit, submissionOf, type NewRating } from './index.ts';

const site = await testSite();
const world = await buildWorld(site.store);
const { edition, year } = world;
const districtId = world.organisations.district.id;
const years = '/organisations/district/assessments';
const at = '/organisations/district/assessments/2025-26';
const submission = `${at}/submission`;
const secret = 'The board of the district met four times.';
const key = { orgId: districtId, assessmentId: world.districtAssessmentId, editionId: edition.id, version: 0 };

function day(text: string): Day {
  const found = dayOf(text);
  assert.ok(found);
  return found;
}

async function addEvidence(title: string, indicatorCode: string, expiresOn: Day | null): Promise<Id> {
  const id = newId();
  await world.as('lead@district.test', async (tx) => {
    await addLink(tx, { orgId: districtId, id, url: 'https://example.org/record', title, ownerRole: 'Community safety officer', datedOn: day('2025-10-01'), expiresOn, marking: 'OFFICIAL-SENSITIVE' });
    await useEvidence(tx, { orgId: districtId, id: newId(), evidenceId: id, assessmentId: world.districtAssessmentId, editionId: edition.id, indicatorCode });
  });
  return id;
}

async function addFileEvidence(indicatorCode: string): Promise<Id> {
  const id = newId();
  const received = await site.files.receive(Readable.from([Buffer.from('Attendance by agency')]), 'attendance.txt');
  await world.as('lead@district.test', async (tx) => {
    await addFile(tx, site.files, {
      orgId: districtId, id, received, fileName: 'attendance.txt', mediaType: 'text/plain', title: 'Attendance', ownerRole: 'Prevent lead', datedOn: day('2026-02-01'), expiresOn: null, marking: 'OFFICIAL',
    });
    await useEvidence(tx, { orgId: districtId, id: newId(), evidenceId: id, assessmentId: world.districtAssessmentId, editionId: edition.id, indicatorCode });
  });
  return id;
}

function formOf(page: Reply): Record<string, string> {
  return Object.fromEntries(elements(page.body, ({ tagName }) => tagName === 'input').map((one) => [attribute(one, 'name') ?? '', attribute(one, 'value') ?? '']));
}

test('before it is submitted, the page names what lacks, and submitting is refused', async () => {
  const lead = await site.as('lead@district.test');
  const empty = await lead.get(submission);
  assert.match(empty.text, /8 things are missing/);
  assert.doesNotMatch(empty.text, /Submit the assessment/);
  assert.equal((await lead.fill(`${at}/indicators/LA1.m1`, { status: 'yes', note: secret })).status, 303);
  assert.equal((await lead.fill(`${at}/indicators/LA2.x1`, { status: 'partly', note: '' })).status, 303);
  for (const { code } of edition.benchmarks) {
    const rated = code === 'LA5' ? { rating: 'not_applicable', reason: 'The county leads the panel.', lead_body: 'Exampleshire County Council' } : { rating: ['LA1', 'LA2'].includes(code) ? 'met' : 'not_met' };
    assert.equal((await lead.fill(`${at}/benchmarks/${code}/rating`, { narrative: `Of ${code}.`, ...rated })).status, 303, code);
  }
  const page = await lead.get(submission);
  for (const sentence of ['LA1.m1 is answered Yes or Partly without evidence', '2. Local Risk Assessment is rated “Met”, and none of the indicators']) assert.ok(page.text.includes(sentence), sentence);
  const links = elements(page.body, (one) => one.tagName === 'a').map((one) => attribute(one, 'href'));
  assert.ok(links.includes(`${at}/indicators/LA1.m1`) && links.includes(`${at}/benchmarks/LA2`));
  const refused = await lead.post(submission, formOf(await lead.get(`${at}/indicators/LA1.m1`)));
  assert.equal(refused.status, 422);
  assert.match(refused.body, /<a href="#lack-1">LA1\.m1 is answered/);
  await addEvidence('Old minutes', 'LA1.m1', day('2026-03-01'));
  assert.match((await lead.get(submission)).text, /LA1\.m1 has only evidence that has expired/);
});

test('nobody above reads a draft, and its words stand on no page of theirs', async () => {
  for (const email of ['lead@county.test', 'lead@second-district.test', 'lead@sibling.test', 'adviser@homeoffice.test'] as const) {
    const other = await site.as(email);
    for (const [path, above] of [[submission, 404], [years, 200], [at, 403], [`${at}/indicators/LA1.m1`, 403]] as const) {
      const answer = await other.get(path);
      assert.equal(answer.status, email === 'lead@county.test' ? above : 403, `${email} ${path}`);
      assert.ok(!answer.body.includes(secret));
    }
  }
  assert.match((await (await site.as('lead@county.test')).get(years)).text, /has not submitted an assessment yet/);
});

test('with what it needs it is submitted once, frozen with its hash, and its evidence is opened', async () => {
  const lead = await site.as('lead@district.test');
  const evidenceId = await addEvidence('Minutes of the board', 'LA1.m1', day('2026-03-02'));
  const fileId = await addFileEvidence('LA1.m1');
  assert.equal((await lead.fill(`${at}/benchmarks/LA2/rating`, { rating: 'not_met' })).status, 303);
  assert.match((await lead.get(submission)).text, /Nobody has signed it off yet\. These people wrote none of it and may sign it off: Second District\./);
  const unsigned = await lead.post(submission, formOf(await lead.get(`${at}/indicators/LA1.m1`)));
  assert.equal(unsigned.status, 422);
  assert.match(unsigned.text, /has not been signed off as it stands now/);
  assert.equal((await (await site.as('second@district.test')).fill(submission, { read: 'yes' }, '/sign-off')).status, 303);
  const done = await lead.fill(submission, {}, '/submission');
  assert.deepEqual([done.status, done.headers['location']], [303, `${submission}?done=assessmentSubmitted`]);
  const stored = await world.as('lead@district.test', (tx) => submissionOf(tx, districtId, world.districtAssessmentId));
  assert.ok(stored);
  assert.equal(createHash('sha256').update(stored.frozen).digest('hex'), stored.sha256);
  const frozen = readFrozen(stored.frozen);
  assert.deepEqual([frozen.year, frozen.marking, frozen.submitted_at, frozen.edition.content_sha256], [year, 'OFFICIAL-SENSITIVE', '2026-03-02T10:00:00.000Z', edition.contentSha256]);
  assert.deepEqual(frozen.benchmarks.map(({ code }) => code), edition.benchmarks.map(({ code }) => code));
  assert.deepEqual(frozen.benchmarks[4]?.rating, { is: 'not applicable', label: 'N/A', reason: 'The county leads the panel.', lead_body: 'Exampleshire County Council', narrative: 'Of LA5.' });
  const hash = createHash('sha256').update('Attendance by agency').digest('hex');
  assert.deepEqual(frozen.evidence.map(({ id, title, marking, expires_on, sha256 }) => [id, title, marking, expires_on, sha256]).slice(0, 2), [
    [fileId, 'Attendance', 'OFFICIAL', null, hash], [evidenceId, 'Minutes of the board', 'OFFICIAL-SENSITIVE', '2026-03-02', null],
  ]);
  assert.ok(frozen.benchmarks[0]?.facts.some(({ text }) => text === '1 of 15 indicators answered'));
  assert.ok(!stored.frozen.includes('Lead District'), 'nobody’s name is frozen');
  const suggestions = edition.benchmarks.flatMap(({ indicators }) => indicators).filter(({ source }) => source.kind === 'none');
  assert.ok(suggestions.length > 0 && suggestions.every(({ text }) => !stored.frozen.includes(text.en)), 'no sentence of ours leaves');
  const released = await query<{ released: boolean }>(site.db.as('superuser'), 'select released_at is not null as released from evidence where org_id = $1', [districtId]);
  assert.deepEqual(released.map(({ released: is }) => is), [true, true, true]);
  const page = await lead.get(submission);
  for (const text of [stored.sha256, 'by Lead District', secret, 'Not met Inferred', 'Minutes of the board']) assert.ok(page.text.includes(text), text);
  assert.match((await lead.get(at)).text, /Submitted on [^.]* by Lead District/);
});

test('after that every write is answered with a plain page, and nothing changes', async () => {
  const lead = await site.as('lead@district.test');
  const form = { csrf: formOf(await lead.get(at))['csrf'] ?? '', version: '1' };
  const writes: [path: string, fields: Record<string, string>][] = [
    [`${at}/indicators/LA1.m1`, { status: 'no', note: '' }], [`${at}/indicators/LA1.m2`, { status: 'no', note: '', version: '0' }],
    [`${at}/benchmarks/LA1/rating`, { rating: 'not_met' }], [submission, {}],
  ];
  for (const [path, fields] of writes) {
    const answer = await lead.post(path, { ...form, request_key: newId(), ...fields });
    assert.equal(answer.status, 409, path);
    assert.match(answer.text, /has been submitted/);
  }
  assert.equal((await lead.get(`${at}/benchmarks/LA1/rating`)).status, 409);
  assert.doesNotMatch((await lead.get(`${at}/indicators/LA1.m1`)).text, /Save the answer/);
  const rows = await query<{ status: string }>(site.db.as('superuser'), 'select status from answer where org_id = $1', [districtId]);
  assert.deepEqual(rows.map(({ status }) => status).sort(), ['partly', 'yes']);
});

test('the body above and an adviser with a grant read what was submitted; nobody else does', async () => {
  const county = await site.as('lead@county.test');
  assert.match((await county.get(years)).body, new RegExp(`href="${submission}"`));
  const above = await county.get(submission);
  assert.equal(above.status, 200);
  assert.ok(above.text.includes(secret));
  assert.equal((await county.get(at)).status, 403, 'the assessment itself stays the district’s own');
  for (const email of ['lead@second-district.test', 'lead@sibling.test', 'adviser@homeoffice.test'] as const) {
    const answer = await (await site.as(email)).get(submission);
    assert.equal(answer.status, 403, email);
    assert.ok(!answer.body.includes(secret));
  }
  await world.as('lead@district.test', (tx) => addGrant(tx, { orgId: districtId, id: newId(), granteeId: world.organisations['home-office'].id, reason: 'The year', fromDay: day('2026-01-01') }));
  const adviser = await site.as('adviser@homeoffice.test');
  const granted = await adviser.get(submission);
  assert.ok(granted.text.includes(secret));
  const files = (page: Reply) => elements(page.body, ({ tagName }) => tagName === 'a').flatMap((one) => attribute(one, 'href') ?? []).filter((href) => href.endsWith('/file'));
  const [file, ...others] = files(granted);
  assert.ok(file !== undefined && file.startsWith(evidencePaths.list('district')) && others.length === 0);
  assert.equal((await adviser.get(file)).body, 'Attendance by agency');
  assert.deepEqual(files(above), [], 'a body above reads the submission, and opens no file');
});

test('a save that came while the submission was under way waits for it, and is answered with the plain page', async () => {
  const orgId = world.organisations.county.id;
  const rated: NewRating = { verdict: { is: 'level', levelCode: 'not_met' }, narrative: '' };
  await world.as('lead@county.test', async (tx) => {
    for (const { code } of edition.benchmarks) await saveRating(tx, { ...key, orgId, assessmentId: world.assessmentId, id: newId(), benchmarkCode: code, ...rated });
  });
  await world.as('second@county.test', (tx) => signOff(tx, { orgId, id: newId(), assessmentId: world.assessmentId }));
  const officer = await site.as('officer@county.test');
  const place = '/organisations/county/assessments/2025-26/indicators/LA1.m1';
  const form = { ...formOf(await officer.get(place)), status: 'yes', note: 'Too late.' };
  const late = await world.as('lead@county.test', async (tx) => {
    const done = await submit({
      tx, organisation: world.organisations.county, year, id: newId(), personId: null, today: day('2026-03-02'), now: site.clock.now, words: en, factSources: [],
    });
    assert.ok(done.accepted);
    const sent = officer.post(place, form);
    await waitingForLock();
    return { sent };
  });
  const answer = await late.sent;
  assert.equal(answer.status, 409);
  assert.match(answer.text, /The assessment has been submitted/);
  assert.equal((await query(site.db.as('superuser'), 'select from answer where org_id = $1', [orgId])).length, 0);
});

/** Until a statement of this database waits for another's lock. */
async function waitingForLock(): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const [row] = await query<{ waiting: number }>(site.db.as('superuser'), `select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
    if (row && row.waiting > 0) return;
    await new Promise((soon) => setTimeout(soon, 20));
  }
  assert.fail('the save did not wait');
}

test('another sector’s edition, with another scale, goes through every page', async () => {
  const lights = await world.publish('src/capabilities/frameworks/test-editions/traffic-lights.yaml');
  const lead = await site.as('lead@second-district.test');
  const own = '/organisations/second-district/assessments';
  assert.equal((await lead.fill(own, { year: '2021-22', edition: lights.short_name })).status, 303);
  const place = `${own}/2021-22`;
  assert.match((await lead.get(place)).text, /0 of 2 benchmarks rated, 0 of 2 indicators answered/);
  const page = await lead.get(`${place}/benchmarks/A`);
  for (const text of ['What “Green” asks', 'An official source published this whole sentence', 'Must']) assert.ok(page.text.includes(text), text);
  const choice = await lead.get(`${place}/benchmarks/A/rating`);
  assert.match(choice.text, /Red Inferred\. Our suggestion: invented\./);
  assert.doesNotMatch(choice.text, /Why it is not applicable/);
  assert.equal((await lead.fill(`${place}/benchmarks/A/rating`, { rating: 'not_applicable', reason: 'Led elsewhere', lead_body: 'The city' })).status, 422);
  assert.equal((await lead.fill(`${place}/benchmarks/A/rating`, { rating: 'amber' })).status, 303);
  assert.equal((await lead.fill(`${place}/benchmarks/B/rating`, { rating: 'red' })).status, 303);
  assert.equal((await lead.fill(`${place}/indicators/B.1`, { status: 'no', note: '' })).status, 303);
  assert.equal((await (await site.as('second@second-district.test')).fill(`${place}/submission`, { read: 'yes' }, '/sign-off')).status, 303);
  assert.equal((await lead.fill(`${place}/submission`, {}, '/submission')).status, 303);
  const frozen = await lead.get(`${place}/submission`);
  assert.match(frozen.text, /Self-rating Amber.*Self-rating Red Inferred.*An indicator of the organisation’s own choice/);
  assert.ok(!frozen.text.includes('It is done.'), 'our suggestion’s sentence does not leave');
});
