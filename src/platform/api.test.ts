// What programs may do: through the same doors as people, with a token in place of a session.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { multipart } from '../../test/client.ts';
import { query } from '../../test/database.ts';
import { programOf, tokenOf, type Told } from '../../test/program.ts';
import { testSite } from '../../test/site.ts';
import { buildWorld } from '../../test/world.ts';
import { en } from '../words/index.ts';
import { problemShape } from './open-api.ts';

const site = await testSite();
const year = '/organisations/county/assessments/2025-26';
const answer = `${year}/indicators/LA1.m1`;
const asOwner = (statement: string) => query(site.db.as('superuser'), statement);

before(() => buildWorld(site.store));

const problemIn = (told: Told) => {
  assert.match(String(told.headers['content-type']), /^application\/problem\+json/);
  return problemShape.parse(told.json);
};
const fieldsIn = (told: Told) => problemIn(told).errors?.map(({ field }) => field);
const versionIn = (told: Told) => (told.json as { version: number }).version;

test('an answer is saved as by the page, with the version as an ETag, and read again', async () => {
  const program = await programOf(site, 'lead@county.test');
  const empty = await program.get(answer);
  assert.deepEqual([empty.status, empty.headers['etag']], [200, '"0"']);
  const saved = await program.post(answer, { status: 'yes', note: 'Met four times.' }, { 'if-match': '"0"' });
  assert.deepEqual([saved.status, saved.json], [200, { location: `/api/v1${answer}`, version: 1 }], saved.body);
  assert.deepEqual([saved.headers['etag'], saved.headers['location']], ['"1"', `/api/v1${answer}`]);
  const now = (await program.get(answer)).json as { status: string; note: string; version: number };
  assert.deepEqual([now.status, now.note, now.version], ['yes', 'Met four times.', 1]);
});

test('a lost race is told with both texts, and nothing is saved', async () => {
  const program = await programOf(site, 'lead@county.test');
  const path = `${year}/indicators/LA1.m2`;
  await program.post(path, { status: 'yes', note: 'theirs' });
  const late = await program.post(path, { status: 'no', note: 'mine' }, { 'if-match': '"0"' });
  assert.equal(late.status, 409);
  const { theirs, yours } = problemIn(late) as { theirs?: { note?: string; version?: number }; yours?: { note?: string } };
  assert.deepEqual([theirs?.note, theirs?.version, yours?.note], ['theirs', 1, 'mine']);
  assert.equal(versionIn(await program.post(path, { status: 'no', note: 'merged' }, { 'if-match': '"1"' })), 2);
});

test('the same key does the same thing once, and another request with it is refused', async () => {
  const program = await programOf(site, 'lead@county.test');
  const path = `${year}/indicators/LA1.m3`;
  const key = { 'idempotency-key': 'nightly 2026-03-02' };
  const [first, second] = [await program.post(path, { status: 'yes' }, key), await program.post(path, { status: 'yes' }, key)];
  assert.deepEqual([first.status, second.status, (second.json as { location: string }).location], [200, 200, `/api/v1${path}`]);
  assert.equal(versionIn(await program.get(path)), 1);
  const other = await program.post(path, { status: 'no' }, key);
  assert.deepEqual([other.status, problemIn(other).type], [409, 'urn:dueregard:problem:already-sent']);
});

test('each refused field is named with its sentence: by the shape, by the rule, by the headers', async () => {
  const program = await programOf(site, 'lead@county.test');
  assert.deepEqual(fieldsIn(await program.post(answer, { status: 'perhaps', more: 1 })), ['status', 'more']);
  assert.deepEqual(fieldsIn(await program.post(answer, {})), ['status']);
  assert.deepEqual(fieldsIn(await program.post(answer, ['yes'])), ['']);
  assert.deepEqual(fieldsIn(await program.post(answer, { status: 'yes', note: 'x'.repeat(5001) })), ['note']);
  assert.deepEqual(fieldsIn(await program.post(answer, { status: 'yes' }, { 'if-match': '*' })), ['If-Match']);
  assert.deepEqual(fieldsIn(await program.post(answer, { status: 'yes', version: 3 }, { 'if-match': '"1"' })), ['version']);
  assert.deepEqual(fieldsIn(await program.post(answer, { status: 'yes' }, { 'idempotency-key': 'x'.repeat(201) })), ['Idempotency-Key']);
  const byRule = await program.post(`${year}/benchmarks/LA1/rating`, { rating: 'splendid' });
  assert.deepEqual([byRule.status, problemIn(byRule).errors], [422, [{ field: 'rating', message: en.assessment.refused.notOnScale }]]);
  assert.deepEqual(fieldsIn(await program.get(`${year}?of=2024`)), ['of']);
});

test('a day is one field for programs, also where it is refused', async () => {
  const program = await programOf(site, 'lead@county.test');
  const link = { 'link-url': 'https://example.gov.uk/minutes', 'link-title': 'Minutes', 'link-owner': 'Prevent coordinator', 'link-marking': 'OFFICIAL' };
  assert.equal((await program.post(`${answer}/evidence/links`, { ...link, 'link-dated': '2026-02-01' })).status, 200);
  assert.deepEqual(fieldsIn(await program.post(`${answer}/evidence/links`, { ...link, 'link-dated': '2031-02-01' })), ['link-dated']);
  assert.deepEqual(fieldsIn(await program.post(`${answer}/evidence/links`, { ...link, 'link-dated': '31 March' })), ['link-dated']);
  const { evidence } = (await program.get('/organisations/county/evidence?text=minutes')).json as { evidence: { title: string; dated_on: string }[] };
  assert.deepEqual(evidence.map(({ title, dated_on }) => [title, dated_on]), [['Minutes', '2026-02-01']]);
});

test('a file is sent as multipart and comes back byte for byte', async () => {
  const program = await programOf(site, 'lead@county.test');
  const fields = { 'file-title': 'Terms', 'file-owner': 'Prevent coordinator', 'file-dated': '2026-02-01', 'file-marking': 'OFFICIAL' };
  const bytes = Buffer.from('Terms of reference\n');
  const { type, payload } = multipart(fields, { field: 'file', name: 'terms.txt', bytes });
  const sent = await program.post(`${answer}/evidence/files`, payload, { 'content-type': type });
  assert.equal(sent.status, 200, sent.body);
  const { evidence: [kept] } = (await program.get('/organisations/county/evidence?text=terms')).json as { evidence: { id: string }[] };
  const file = await program.get(`/organisations/county/evidence/${kept?.id}/file`);
  assert.deepEqual([file.status, file.bytes.equals(bytes)], [200, true]);
  assert.equal((await program.post(`${answer}/evidence/files`, fields)).status, 415, 'JSON cannot carry the file');
});

test('what the address, the method or the media type gets wrong is a problem too', async () => {
  const program = await programOf(site, 'lead@county.test');
  const wrong: readonly (readonly [Promise<Told>, number])[] = [
    [program.get('/nowhere'), 404], [program.get('/organisations/atlantis'), 404], [program.get('/organisations/county/assessments/1999-00'), 404],
    [program.post(answer, Buffer.from('{"status":')), 400], [program.post(answer, Buffer.from('status=yes'), { 'content-type': 'application/x-www-form-urlencoded' }), 415],
    [program.post(answer, { status: 'yes', note: 'x'.repeat(1_100_000) }), 413], [program.post(answer, Buffer.from('{"__proto__": {"a": 1}}')), 400],
  ];
  for (const [told, status] of wrong) assert.deepEqual([(await told).status, problemIn(await told).status], [status, status]);
});

test('no token, a dead one and a cookie let nobody in; a token is no cookie', async () => {
  const refused = async (program: { get(path: string, headers?: Record<string, string>): Promise<Told> }, headers?: Record<string, string>) => {
    const told = await program.get(answer, headers);
    assert.deepEqual([told.status, told.headers['www-authenticate']], [401, 'Bearer realm="DueRegard"']);
  };
  await refused(await programOf(site));
  await refused(await programOf(site), { authorization: `Bearer ${'x'.repeat(43)}` });
  const token = await tokenOf(site, 'lead@county.test', 'read');
  await refused(await programOf(site), { cookie: `dueregard-session=${token}` });
  assert.equal((await site.app.inject({ url: answer, headers: { host: '127.0.0.1:3000', cookie: `dueregard-session=${token}` } })).statusCode, 303, 'a page knows no token');
  assert.equal((await site.app.inject({ url: answer, headers: { host: '127.0.0.1:3000', authorization: `Bearer ${token}` } })).statusCode, 303);
});

test('a token that was revoked, has ended, or whose account is closed works no more', async () => {
  const program = await programOf(site, 'viewer@county.test');
  const works = async () => (await program.get('/home')).status;
  assert.equal(await works(), 200);
  for (const [undo, change] of [
    ['update api_token set revoked_at = null', 'update api_token set revoked_at = now()'],
    ["update api_token set created_at = now(), ends_at = now() + interval '1 day'", "update api_token set created_at = now() - interval '2 days', ends_at = now() - interval '1 second'"],
    ['update account set disabled_at = null', 'update account set disabled_at = now()'],
    ['update account set demonstration = false', 'update account set demonstration = true, password_hash = null'],
  ] as const) {
    await asOwner(change);
    assert.equal(await works(), 401, change);
    await asOwner(undo);
    assert.equal(await works(), 200, undo);
  }
});

test('a token that may only read reads, and changes nothing', async () => {
  const program = await programOf(site, 'lead@county.test', 'read');
  assert.equal((await program.get(answer)).status, 200);
  const told = await program.post(answer, { status: 'no' }, { 'if-match': '"1"' });
  assert.deepEqual([told.status, problemIn(told).type], [403, 'urn:dueregard:problem:read-only']);
});

test('what a person of another body may not, their token may not', async () => {
  const stranger = await programOf(site, 'lead@sibling.test');
  assert.equal((await stranger.get(answer)).status, 403);
  assert.equal((await stranger.post(answer, { status: 'yes' })).status, 403);
});

test('what looks like a personal identifier is stopped at its field, and goes through for exactly the text that was confirmed', async () => {
  const program = await programOf(site, 'officer@county.test');
  const path = `${year}/indicators/LA2.m1`;
  const stopped = await program.post(path, { status: 'yes', note: 'Call 0116 496 0000.' });
  const { confirm } = problemIn(stopped);
  assert.deepEqual([stopped.status, fieldsIn(stopped)], [422, ['note']]);
  assert.equal((await program.post(path, { status: 'yes', note: 'Call 0116 496 0001.', confirmed_not_personal: confirm })).status, 422);
  const saved = await program.post(path, { status: 'yes', note: 'Call 0116 496 0000.', confirmed_not_personal: confirm });
  assert.deepEqual([saved.status, versionIn(saved)], [200, 1], saved.body);
});

test('the history tells of a change by token as of one by hand', async () => {
  const lead = await programOf(site, 'lead@county.test');
  const { events } = (await lead.get('/organisations/county/history')).json as { events: { record_kind: string; person: { name: string } | null }[] };
  assert.ok(events.some(({ record_kind, person }) => record_kind === 'answer' && person?.name === 'Lead County'));
});

test('an invitation answers the link that the page would show', async () => {
  const administrator = await programOf(site, 'lead@county.test');
  const told = await administrator.post('/organisations/county/invitations', { name: 'Jo Field', email: 'jo.field@county.test', role: 'viewer' });
  assert.match((told.json as { link: string }).link, /^http:\/\/.*\/links\/[\w-]{43}$/, told.body);
});
