// A council's year from the first answer to the pack, and nobody opens a page: six people's programs, each with its token.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, test } from 'node:test';
import { unzipSync } from 'fflate';
import * as z from 'zod';
import { multipart } from './client.ts';
import { programOf, type Program } from './program.ts';
import { testSite } from './site.ts';
import { buildWorld } from './world.ts';

const site = await testSite({ fileLimitBytes: 20_000_000 });
const org = '/organisations/county';
const year = `${org}/assessments/2025-26`;
const findings = `${year}/findings`;
const benchmarks = ['LA1', 'LA2', 'LA3', 'LA4', 'LA5', 'LA6', 'LA7', 'LA8'];

type Cast = Readonly<Record<'lead' | 'officer' | 'second' | 'reader' | 'adviser' | 'partner' | 'nobody', Program>>;
let cast: Cast;

before(async () => {
  await buildWorld(site.store);
  const as = (email: string) => programOf(site, email);
  cast = {
    lead: await as('lead@county.test'), officer: await as('officer@county.test'), second: await as('second@county.test'), reader: await as('reader@county.test'),
    adviser: await as('adviser@homeoffice.test'), partner: await as('lead@district.test'), nobody: await programOf(site),
  };
});

const anything = z.looseObject({});
const item = z.looseObject({ id: z.uuid() });

async function read<Shape extends z.ZodType>(program: Program, path: string, shape: Shape): Promise<z.infer<Shape>> {
  const told = await program.get(path);
  assert.equal(told.status, 200, `${path}: ${told.body}`);
  return shape.parse(told.json);
}

/** Sends a form, with the version that the record of an address has where one is named. */
async function send(program: Program, path: string, body: object, record?: string): Promise<void> {
  const etag = record === undefined ? undefined : (await program.get(record)).headers['etag'];
  const told = await program.post(path, body, etag === undefined ? {} : { 'if-match': String(etag) });
  assert.equal(told.status, 200, `${path}: ${told.body}`);
}

async function refused(program: Program, path: string, body: object, status: number): Promise<void> {
  const told = await program.post(path, body);
  assert.deepEqual([told.status, told.headers['content-type']], [status, 'application/problem+json; charset=utf-8'], `${path}: ${told.body}`);
}

test('the lead gives out the work; the officer finds it, answers and proves; a return and a comment go with it', async () => {
  const { lead, officer } = cast;
  const part = `${year}/work/LA1.m1`;
  const { colleagues } = await read(lead, part, z.looseObject({ colleagues: z.array(z.looseObject({ id: z.uuid(), name: z.string() })) }));
  const person = colleagues.find(({ name }) => name === 'Officer County')?.id;
  await send(lead, `${part}/assignment`, { person, due: '2026-03-20' }, part);
  await refused(lead, `${part}/assignment`, { person, due: '2026-03-21' }, 409);
  const { organisations: [home] } = await read(officer, '/home', z.looseObject({ organisations: z.array(z.looseObject({ tasks: z.array(z.looseObject({ path: z.string() })) })) }));
  assert.deepEqual(home?.tasks.map(({ path }) => path), [part]);

  for (const code of benchmarks) {
    const { indicators: [first] } = await read(officer, `${year}/benchmarks/${code}`, z.looseObject({ indicators: z.array(z.looseObject({ code: z.string() })) }));
    assert.ok(first);
    await send(officer, `${year}/indicators/${first.code}`, { status: 'yes', note: 'The board met each quarter.' }, `${year}/indicators/${first.code}`);
    await send(officer, `${year}/indicators/${first.code}/evidence/links`, { 'link-url': 'https://www.example.gov.uk/minutes', 'link-title': `Minutes, ${code}`, 'link-owner': 'Prevent officer', 'link-dated': '2026-02-01', 'link-marking': 'OFFICIAL' });
  }
  const { type, payload } = multipart({ 'file-title': 'Terms of reference', 'file-owner': 'Prevent officer', 'file-dated': '2026-02-01', 'file-marking': 'OFFICIAL' }, { field: 'file', name: 'terms.txt', bytes: Buffer.from('Terms') });
  const added = await officer.post(`${year}/indicators/LA1.m1/evidence/files`, payload, { 'content-type': type });
  assert.equal(added.status, 200, added.body);

  await send(lead, `${part}/rework`, { reason: 'Say how often the board met.' });
  const { returned: [rework] } = await read(officer, `${year}/work?show=mine`, z.looseObject({ returned: z.array(item) }));
  await send(officer, `${part}/rework/${rework?.id}`, {});
  await send(officer, `${part}/comments`, { said: 'The minutes of June are still to come.', marking: 'OFFICIAL' });
  const { comments: [comment] } = await read(lead, part, z.looseObject({ comments: z.array(item) }));
  await refused(lead, `${part}/comments/${comment?.id}`, {}, 409);
  await send(officer, `${part}/comments/${comment?.id}`, {});
});

test('a partner answers what was opened to it until it is closed, and cover is arranged', async () => {
  const { lead, partner } = cast;
  const partners = `${year}/work/LA2.m2/partners`;
  const { organisations } = await read(lead, partners, z.looseObject({ organisations: z.array(z.looseObject({ id: z.uuid(), short_name: z.string() })) }));
  await send(lead, partners, { partner: organisations.find(({ short_name: name }) => name === 'district')?.id, may: 'write', reason: 'The district runs the group.', from: '2026-03-02', until: '2026-04-01' });
  const { organisations: [home] } = await read(partner, '/home', z.looseObject({ organisations: z.array(z.looseObject({ shared: z.array(z.looseObject({ path: z.string() })) })) }));
  const shared = home?.shared[0]?.path ?? '';
  assert.equal(shared, `${org}/shared/2025-26/LA2.m2`);
  await send(partner, shared, { status: 'no', note: 'The group has not met yet.' }, shared);
  await refused(partner, shared, { status: 'yes' }, 409);
  const { partners: [open] } = await read(lead, partners, z.looseObject({ partners: z.array(z.looseObject({ id: z.uuid(), version: z.int() })) }));
  await refused(lead, `${partners}/${open?.id}/end`, {}, 409);
  await send(lead, `${partners}/${open?.id}/end`, { version: open?.version });
  assert.equal((await partner.get(shared)).status, 403);

  const cover = z.looseObject({ cover: z.array(z.looseObject({ id: z.uuid(), version: z.int() })), colleagues: z.array(z.looseObject({ id: z.uuid() })) });
  const { colleagues: [away, covering] } = await read(lead, `${org}/cover`, cover);
  await send(lead, `${org}/cover`, { person: away?.id, covering: covering?.id, from: '2026-03-03', until: '2026-03-10' });
  const { cover: [arranged] } = await read(lead, `${org}/cover`, cover);
  await send(lead, `${org}/cover/${arranged?.id}/end`, { version: arranged?.version });
  assert.equal((await read(lead, `${org}/cover`, cover)).cover.length, 0);
});

test('a rating is challenged and answered, somebody else signs, the lead submits, and then nothing changes', async () => {
  const { lead, officer, second, reader } = cast;
  for (const code of benchmarks) await send(lead, `${year}/benchmarks/${code}/rating`, { rating: code === 'LA3' ? 'not_met' : 'met', narrative: 'As the minutes show.' });
  const challenge = `${year}/benchmarks/LA3/challenge`;
  await send(second, challenge, { rating: 'met', reason: 'The plan is in place.' });
  await refused(second, `${challenge}/reply`, { kept: 'yes', reply: 'No.' }, 403);
  await send(lead, `${challenge}/reply`, { kept: 'no', reply: 'It is.' });
  await refused(lead, `${challenge}/reply`, { kept: 'no', reply: 'It is.' }, 409);
  const { challenges: [challenged] } = await read(lead, challenge, z.looseObject({ challenges: z.array(z.looseObject({ rating: z.string(), self_rating: z.string(), reply: z.looseObject({ kept: z.boolean() }) })) }));
  assert.deepEqual([challenged?.rating, challenged?.self_rating, challenged?.reply.kept], ['met', 'not_met', false]);

  await refused(lead, `${year}/sign-off`, { read: 'yes' }, 422);
  const open = z.looseObject({ state: z.literal('not submitted'), lacks: z.array(anything), signed: z.looseObject({ by: z.string(), stands: z.boolean() }).nullable() });
  assert.deepEqual((await read(lead, `${year}/submission`, open)).lacks, []);
  await send(reader, `${year}/sign-off`, { read: 'yes' });
  assert.deepEqual((await read(lead, `${year}/submission`, open)).signed?.by, 'Reader County');
  await send(lead, `${year}/submission`, {});
  for (const path of [`${year}/indicators/LA1.m1`, `${year}/work/LA1.m1/rework`]) await refused(path.endsWith('rework') ? lead : officer, path, path.endsWith('rework') ? { reason: 'Again.' } : { status: 'no' }, 409);
  const { number, sha256 } = await read(lead, `${year}/submission/1`, z.looseObject({ number: z.int(), sha256: z.string() }));
  assert.deepEqual([number, sha256.length], [1, 64]);

  await send(officer, `${year}/amendments`, { text: 'The board met in March as well.', marking: 'OFFICIAL' });
  const { amendments: [amendment] } = await read(second, `${year}/amendments`, z.looseObject({ amendments: z.array(item) }));
  await refused(officer, `${year}/amendments/${amendment?.id}/confirmation`, {}, 422);
  await send(second, `${year}/amendments/${amendment?.id}/confirmation`, {});
});

test('the adviser takes the bundle, notes a visit, records, shares and publishes; the lead replies and has the letter', async () => {
  const { lead, adviser } = cast;
  const { queue: [waiting] } = await read(adviser, '/organisations/home-office/advising', z.looseObject({ queue: z.array(z.looseObject({ short_name: z.string(), state: z.string() })) }));
  assert.deepEqual([waiting?.short_name, waiting?.state], ['county', 'submitted']);
  const bundle = await adviser.get(`${year}/bundle`);
  assert.ok(bundle.status === 200 && 'submission.json' in unzipSync(bundle.bytes), bundle.body.slice(0, 200));
  await send(adviser, `${year}/visits`, { contact: 'visit', dated: '2026-02-20', role: 'Regional adviser', text: 'The board’s plan was shown.', marking: 'OFFICIAL' });
  assert.equal((await read(lead, `${year}/visits`, z.looseObject({ visits: z.array(item) }))).visits.length, 0, 'not shared yet');
  const { visits: [note] } = await read(adviser, `${year}/visits`, z.looseObject({ visits: z.array(item) }));
  await send(adviser, `${year}/visits/${note?.id}/sharing`, {});
  assert.equal((await read(lead, `${year}/visits`, z.looseObject({ visits: z.array(item) }))).visits.length, 1);

  await send(adviser, findings, {});
  for (const code of benchmarks) await send(adviser, `${findings}/outcomes/${code}`, { rating: 'met' });
  await send(adviser, `${findings}/strengths`, { text: 'The board holds its members to account.', benchmark: 'LA1', marking: 'OFFICIAL' });
  await send(adviser, `${findings}/recommendations`, { text: 'Track the risk logs.', benchmark: 'LA7', marking: 'OFFICIAL' });
  assert.equal((await read(lead, findings, z.looseObject({ state: z.string() }))).state, 'not shared');
  await send(adviser, `${findings}/sharing`, {}, `${findings}/sharing`);
  const { shared, recommendations: [recommendation] } = await read(lead, `${findings}/reply`, z.looseObject({ shared: z.uuid(), recommendations: z.array(item) }));
  await send(lead, `${findings}/reply`, { shared, marking: 'OFFICIAL', [`stance-${recommendation?.id}`]: 'accepted', 'stance-whole': 'comment', 'text-whole': 'Thank you.' });
  await refused(lead, `${findings}/reply`, { shared, marking: 'OFFICIAL', [`stance-${recommendation?.id}`]: 'accepted', 'stance-whole': 'accepted' }, 409);
  assert.equal((await lead.get(`${findings}/written-letter/docx`)).status, 404, 'no letter before it is published');
  await send(adviser, `${findings}/publication`, {}, findings);
  assert.equal((await lead.get(`${findings}/written-letter/docx`)).bytes.subarray(0, 2).toString(), 'PK');
});

test('a recommendation is planned, worked on and closed by two people', async () => {
  const { lead, officer, second } = cast;
  const list = z.looseObject({ recommendations: z.array(z.looseObject({ id: z.uuid(), state: z.string(), due: z.string().nullable() })) });
  const { recommendations: [open] } = await read(officer, `${org}/recommendations`, list);
  const at = `${org}/recommendations/${open?.id}`;
  await send(lead, `${at}/plan`, { owner: 'Head of community safety', due: '2026-06-30', reply: 'We accept it.' }, at);
  await refused(lead, `${at}/plan`, { owner: 'Somebody else' }, 409);
  await send(officer, `${at}/progress`, { dated: '2026-03-01', text: 'The risk log was agreed.', marking: 'OFFICIAL' });
  const { evidence: [piece] } = await read(officer, `${org}/evidence?text=Terms`, z.looseObject({ evidence: z.array(item) }));
  await send(officer, `${at}/evidence`, { evidence: piece?.id });
  await send(officer, `${at}/closure`, { outcome: 'The board reviews the log each quarter.' }, at);
  const version = String((await officer.get(at)).headers['etag']);
  assert.equal((await officer.post(`${at}/confirmation`, {}, { 'if-match': version })).status, 422, 'nobody confirms their own proposal');
  await send(second, `${at}/confirmation`, {}, at);
  const { recommendations: [closed] } = await read(lead, `${org}/recommendations`, list);
  assert.deepEqual([closed?.state, closed?.due], ['closed', '2026-06-30']);
});

test('the paper is written, the committee’s day stands, a pack is issued, downloaded and made again, and the year is released', async () => {
  const { lead, officer, nobody } = cast;
  await send(officer, `${year}/paper/finance`, { text: 'There are no financial implications.', marking: 'OFFICIAL' }, `${year}/paper/finance`);
  await send(officer, `${year}/exempt`, { part: 'legal', paragraph: '5', reason: 'Counsel’s advice.', open: 'members' });
  const { exemptions: [exemption] } = await read(officer, `${year}/exempt`, z.looseObject({ exemptions: z.array(z.looseObject({ id: z.uuid(), version: z.int() })) }));
  await send(officer, `${year}/exempt/${exemption?.id}/end`, { version: exemption?.version });
  await send(officer, `${org}/meetings`, { committee: 'Scrutiny Committee', year: '2025-26', due: '2026-05-28', meets: '2026-06-04' });
  const { meetings: [meeting] } = await read(officer, `${org}/meetings`, z.looseObject({ meetings: z.array(z.looseObject({ id: z.uuid(), version: z.int(), paper: z.string() })) }));
  await send(officer, `${org}/meetings/${meeting?.id}/sent`, { version: meeting?.version });

  await send(lead, `${year}/packs`, { audience: 'members' });
  const { packs: [pack] } = await read(officer, `${year}/packs`, z.looseObject({ packs: z.array(z.looseObject({ id: z.uuid(), sha256: z.string() })) }));
  const file = await officer.get(`${year}/packs/${pack?.id}`);
  assert.equal(createHash('sha256').update(file.bytes).digest('hex'), pack?.sha256);
  assert.deepEqual((await officer.post(`${year}/packs/${pack?.id}/check`, {})).json, { same: true });

  assert.equal((await nobody.get('/public/county')).status, 404);
  await send(lead, `${year}/release`, { confirmed: 'yes' });
  const { release } = await read(nobody, '/public/county', z.looseObject({ release: z.looseObject({ year: z.string(), recommendations: z.array(z.string()) }) }));
  assert.deepEqual([release.year, release.recommendations], ['2025-26', ['Track the risk logs.']]);
  const { standing } = await read(lead, `${year}/release`, z.looseObject({ standing: z.looseObject({ release: z.uuid() }) }));
  await send(lead, `${year}/release/withdrawal`, { release: standing.release, reason: 'An outcome was copied wrongly.' }, `${year}/release`);
  assert.equal((await nobody.get('/public/county')).status, 404);
});
