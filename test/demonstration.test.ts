import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { exampleFiles, loadDemonstration, readExample } from '../src/demonstration/load.ts';
import { postOf } from '../src/platform/mail-ways.ts';
import { sendWaiting } from '../src/platform/outbox.ts';
import { query } from './database.ts';
import { testSite } from './site.ts';

const deck = plain(readFileSync(new URL('../demo/leicestershire-2025-26.txt', import.meta.url), 'utf8'));

test('the first page opens the Leicestershire example, which shows the eight outcomes of the deck from the database', async () => {
  const site = await testSite({ demonstration: true });
  const into = { ...site.store, files: site.files, now: site.clock.now };
  const began = performance.now();
  assert.equal(await loadDemonstration(into, () => undefined), true);
  assert.ok(performance.now() - began < 30_000, 'the examples are loaded in seconds');
  assert.equal(await loadDemonstration(into, () => undefined), false, 'a store that has bodies is left alone');
  const lead = await site.as('lead@leicestershire.example');
  const year = await lead.get('/organisations/leicestershire/assessments/2025-26');
  assert.equal(year.status, 200);
  for (const [benchmark, outcome] of [['1. Multi Agency Partnership Group', 'Exceeded'], ['5. Channel Panel', 'N/A'], ['8. Communication and Engagement', 'Met']]) {
    assert.match(year.text, new RegExp(`${benchmark} [^.]*Self-rating Not stated Outcome ${outcome} \\(Transcribed\\)`), benchmark);
  }
  assert.equal((await lead.get('/organisations/nowhere/assessments/2025-26')).status, 404);
  assert.equal((await lead.get('/organisations/rutland/assessments/2025-26')).status, 403);
  const findings = await lead.get('/organisations/leicestershire/assessments/2025-26/findings');
  assert.match(findings.text, /Leicestershire Benchmarking Update 2026, not dated/, 'the slides bear no date');
  assert.equal((await (await site.as()).get('/organisations/leicestershire/assessments/2025-26')).status, 303);
});

test('there is something to look at in each state of a year', async () => {
  const site = await testSite({ examples: true });
  for (const [email, path, said] of [
    ['lead@loamshire.example', 'loamshire/assessments/2025-26', /Not rated/],
    ['lead@loamshire.example', 'loamshire/assessments/2025-26/submission', /evidence/],
    ['lead@loamshire.example', 'loamshire/evidence', /Prevent board minutes and action log/],
    ['lead@pellbridge.example', 'pellbridge/assessments/2025-26/submission', /Submitted|submitted/],
    ['councillor@loamshire.example', 'pellbridge/assessments/2025-26/findings', /Bring the two village halls/],
    ['adviser@region.example', 'example-home-office-region/advising', /North Loamshire/],
    ['adviser@region.example', 'north-loamshire/assessments/2025-26/findings', /Draft The organisation sees a draft/],
    ['lead@loamshire.example', 'pellbridge/recommendations', /Open Overdue.*Closure proposed.*No day set State Open.*Closed/],
    ['lead@tarnmarsh.example', 'tarnmarsh/assessments/2025-26', /Met/],
    ['lead@pellbridge.example', 'pellbridge/channel', /Not applicable: the panel is run by Loamshire.*The panel of Loamshire/],
    ['lead@pellbridge.example', 'loamshire/channel', /10 of 11 meetings held.*Annual statement of 2024\/25 How it stands Signed off/s],
    ['lead@loamshire.example', 'loamshire/channel', /Annual statement of 2025\/26 How it stands Open.*Annual statement of 2024\/25 How it stands Signed off/s],
    ['lead@leicestershire.example', 'leicestershire/channel', /Not applicable\. Reason: not stated in the source\. No lead body/],
  ] as const) {
    const reply = await (await site.as(email)).get(`/organisations/${path}`);
    assert.equal(reply.status, 200, path);
    assert.match(reply.text, said, path);
  }
});

test('the letters of the example stand on a page, and none is to a real body', async () => {
  const site = await testSite({ examples: true });
  const { database } = site.store;
  const write = () => ({ subject: '', text: '' });
  const { sent, failed } = await sendWaiting({ database, clock: () => site.clock.now, write, log: () => undefined, post: postOf(noMail, true) ?? assert.fail() });
  assert.deepEqual([sent > 8, failed], [true, 0]);
  const page = await (await site.as()).get('/mail');
  for (const words of ['To Pellbridge Prevent lead', 'was due on 27 February 2026', 'Paper of 2025/26 for Communities scrutiny committee', 'Pellbridge: 1 overdue', 'Loamshire is invented']) assert.ok(page.text.includes(words), words);
  const real = await query<{ n: number }>(site.db.as('superuser'), 'select count(*)::integer as n from outgoing_mail m join organisation o on o.id = m.org_id where not o.invented');
  assert.equal(real[0]?.n, 0);
});

test('nothing is told of Leicestershire that its deck does not say', () => {
  const { invented, organisations, people, evidence, grants, source, assessments } = readExample('leicestershire.yaml');
  assert.equal(invented, false);
  assert.deepEqual([source?.title, grants], ['Leicestershire Benchmarking Update 2026', []]);
  assert.ok(organisations.every(({ short_name }) => short_name !== 'loamshire'));
  for (const { name } of people) assert.match(name, /^Example [a-zA-Z ]+$/);
  assert.deepEqual(evidence.map(({ title, file, text, url }) => [title, file, text, url]), [['Leicestershire Benchmarking Update 2026', 'leicestershire-2025-26.txt', undefined, undefined]]);
  const [assessment, ...more] = assessments;
  assert.ok(assessment?.findings && more.length === 0);
  assert.deepEqual([assessment.answers, assessment.ratings, assessment.submitted, assessment.opened_on], [{}, {}, false, undefined]);
  const { outcomes, strengths, recommendations, origin } = assessment.findings;
  assert.deepEqual([origin, strengths.length, recommendations.length], ['transcribed', 2, 3]);
  assert.ok(recommendations.every(({ follow_up: followUp }) => followUp === undefined), 'the deck says nothing of an owner or of progress');
  for (const { text } of [...strengths, ...recommendations]) assert.ok(deck.includes(plain(text)), text);
  const labels: Readonly<Record<string, string>> = { exceeded: 'Exceeded', met: 'Met', not_applicable: 'N/A' };
  const said = [...deck.matchAll(/ (\d) ([A-Z][\w ]+?) (Exceeded|Met|N\/A)(?= )/g)].map(([, number, , outcome]) => [`LA${number}`, outcome]);
  assert.deepEqual(Object.entries(outcomes).map(([code, outcome]) => [code, labels[String(outcome)]]), said);
});

test('what is invented says so, and stands under no real body', () => {
  const examples = exampleFiles.map(readExample);
  const real = new Set(examples.filter(({ invented }) => !invented).flatMap(({ organisations }) => organisations.map(({ short_name }) => short_name)));
  for (const { invented, organisations, people, evidence, assessments, grants } of examples.filter((example) => example.invented)) {
    assert.ok(invented);
    const own = new Set(organisations.map(({ short_name }) => short_name));
    const named = [...organisations.flatMap(({ parent }) => parent ?? []), ...[...people, ...evidence, ...assessments].map(({ organisation }) => organisation), ...grants.flatMap(({ organisation, to }) => [organisation, to])];
    for (const name of named) assert.ok(own.has(name) && !real.has(name), name);
    for (const { text, title } of evidence) if (text !== undefined) assert.match(text, /^\w[\w ]* is invented\./, title);
  }
  assert.ok(real.size > 10);
});

const noMail = { smtpUrl: undefined, mailFrom: undefined, notifyKey: undefined, notifyTemplate: undefined };

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
