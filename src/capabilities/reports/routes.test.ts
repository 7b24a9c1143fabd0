import assert from 'node:assert/strict';
import { test } from 'node:test';
import { query } from '../../../test/database.ts';
import { testSite } from '../../../test/site.ts';
import { report } from '../../commands/report.ts';
import type { Audience } from '../../kernel/marking.ts';
import { StartRefused } from '../../platform/start-refused.ts';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { paths } from './paths.ts';

const site = await testSite({ examples: true });

const year = '2025-26';
const file = (org: string, audience: Audience, format = 'html') => paths.file(org, year, audience, format);

test('who may make which report', async () => {
  for (const [email, org, audience, status] of [
    ['councillor@leicestershire.example', 'leicestershire', 'public', 200],
    ['councillor@leicestershire.example', 'leicestershire', 'members', 200],
    ['councillor@leicestershire.example', 'leicestershire', 'restricted', 403],
    ['second@leicestershire.example', 'leicestershire', 'restricted', 200],
    ['lead@pellbridge.example', 'pellbridge', 'restricted', 200],
    ['adviser@region.example', 'pellbridge', 'restricted', 200],
    ['adviser@region.example', 'leicestershire', 'public', 403],
    ['lead@loamshire.example', 'pellbridge', 'public', 403],
    ['lead@tarnmarsh.example', 'pellbridge', 'members', 403],
    ['lead@north-loamshire.example', 'north-loamshire', 'members', 200],
    ['adviser@region.example', 'north-loamshire', 'public', 422],
    ['adviser@region.example', 'north-loamshire', 'members', 200],
    ['lead@loamshire.example', 'loamshire', 'members', 200],
  ] as const) {
    const reply = await (await site.as(email)).get(file(org, audience));
    assert.equal(reply.status, status, `${email} ${org} ${audience}`);
  }
  assert.equal((await (await site.as()).get(file('leicestershire', 'public'))).status, 303);
});

test('the page offers what its reader may make, and says what is not in the record', async () => {
  const councillor = await (await site.as('councillor@leicestershire.example')).get(paths.list('leicestershire', year));
  assert.equal(councillor.status, 200);
  assert.match(councillor.text, /For the public .* For elected members/);
  assert.doesNotMatch(councillor.text, /Restricted/);
  assert.match(councillor.text, /No self-ratings, so nothing is shown beside the outcomes/);
  const draft = await (await site.as('adviser@region.example')).get(paths.list('north-loamshire', year));
  assert.match(draft.text, /every page says that it is a draft\. 5 benchmarks have no outcome\. No recommendations\./);
  assert.match(draft.text, /nothing can be written for the public/);
  const none = await (await site.as('lead@loamshire.example')).get(paths.list('loamshire', year));
  assert.match(none.text, /Nothing can be written for Loamshire 2025\/26: its findings have not been recorded yet/);
});

test('the form asks for any format by its address, and leads to the file', async () => {
  const councillor = await site.as('councillor@leicestershire.example');
  const list = paths.list('leicestershire', year);
  const asked = await councillor.get(`${list}?audience=members&format=ods`);
  assert.deepEqual([asked.status, asked.headers['location']], [303, file('leicestershire', 'members', 'ods')]);
  assert.deepEqual([(await councillor.get(`${list}?audience=restricted&format=ods`)).headers['location']], [file('leicestershire', 'restricted', 'ods')], 'where it is refused');
  for (const strange of ['audience=everyone&format=ods', 'audience=members&format=rtf', 'audience=members']) assert.equal((await councillor.get(`${list}?${strange}`)).status, 200, strange);
  const page = (await councillor.get(list)).body;
  assert.deepEqual([...page.matchAll(/type="radio" value="(\w+)"|<option value="(\w+)"/g)].length, 2 + 10);
});

test('what is marked OFFICIAL-SENSITIVE stays out of the public version and marks the others', async () => {
  const lead = await site.as('lead@pellbridge.example');
  const open = await lead.get(file('pellbridge', 'public'));
  assert.match(open.text, /^OFFICIAL .*1 recommendation is not in this public version\./s);
  assert.doesNotMatch(open.text, /SENSITIVE|Agree with the police|Risk logs sent|Prevent is a standing item/);
  assert.match((await lead.get(file('pellbridge', 'members'))).text, /^OFFICIAL-SENSITIVE .*Agree with the police/s);
  const restricted = await (await site.as('adviser@region.example')).get(file('pellbridge', 'restricted'));
  for (const text of ['Prevent is a standing item of the community safety group', 'Quarterly risk log and its sign-off sheet', 'Pellbridge is an invented district.']) assert.ok(restricted.text.includes(text), text);
  assert.match((await lead.get(paths.read('pellbridge', year, 'members'))).body, /document-page--official-sensitive/);
});

test('a draft of an invented body says so on its output', async () => {
  const reply = await (await site.as('adviser@region.example')).get(file('north-loamshire', 'members'));
  assert.match(reply.text, /Draft: not yet published\. Made in a demonstration\. North Loamshire is an invented district\./);
});

test('each report is noted in the trail of whoever made it', async () => {
  await (await site.as('councillor@leicestershire.example')).get(file('leicestershire', 'public', 'json'));
  const [noted] = await query<{ body: string; name: string }>(site.db.as('superuser'), `
    select e.body, p.name from audit_event e join organisation o on o.id = e.org_id join person p on p.id = e.person_id
    where e.record_kind = 'report' and o.short_name = 'leicestershire' and e.record_id = o.id order by e.seq desc limit 1`);
  assert.deepEqual(JSON.parse(noted?.body ?? ''), { year, format: 'json', audience: 'public', marking: 'OFFICIAL' });
  assert.equal(noted?.name, 'Example elected member');
});

test('an output that there is not is a page that says so', async () => {
  const lead = await site.as('lead@leicestershire.example');
  for (const path of [`${paths.list('leicestershire', year)}/everyone`, file('leicestershire', 'members', 'rtf'), paths.list('leicestershire', '2024-25'), paths.list('leicestershire', 'next')]) {
    assert.equal((await lead.get(path)).status, 404, path);
  }
});

test('the command writes the same file, and says what to do when it cannot', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'dueregard-report-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const said: string[] = [];
  const out = join(folder, 'deck.json');
  const run = (...args: string[]) => report({ store: site.store, files: site.files, say: (line) => said.push(line) }, args);
  await run('leicestershire', year, '--format', 'json', '--audience', 'public', '--out', out);
  assert.deepEqual(said, [`Wrote ${out}, marked OFFICIAL.`]);
  const page = await (await site.as('lead@leicestershire.example')).get(file('leicestershire', 'public', 'json'));
  const undated = (text: string) => text.replace(/"dated": "[^"]*"/, '');
  assert.equal(undated(readFileSync(out, 'utf8')), undated(page.body));
  for (const [args, sentence] of [
    [['leicestershir', year, '--format', 'pdf', '--out', out], /no organisation .*Did you mean leicestershire/],
    [['leicestershire', '2024-25', '--format', 'pdf', '--out', out], /no assessment “2024-25” of Leicestershire\. There is 2025-26/],
    [['rutland', year, '--format', 'pdf', '--out', out], /None has been opened yet/],
    [['leicestershire', year, '--format', 'rtf', '--out', out], /writes pptx, odp, pdf, docx, odt, html, xlsx, ods, csv and json/],
    [['leicestershire', year, '--format', 'pdf', '--audience', 'everyone', '--out', out], /Choose public, members or restricted/],
    [['loamshire', year, '--format', 'pdf', '--out', out], /findings have not been recorded yet/],
    [['leicestershire', year, '--format', 'json', '--out', join(folder, 'nowhere', 'deck.json')], /cannot be written \(ENOENT\)/],
    [['leicestershire', year, '--format', 'json'], /^Type it like this: \.\/dueregard report/],
    [['leicestershire', year, '--colour', 'red'], /^Type it like this/],
  ] as const) {
    await assert.rejects(run(...args), (error) => error instanceof StartRefused && sentence.test(error.message), args.join(' '));
  }
});
