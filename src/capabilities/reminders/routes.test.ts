import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { attribute, elements, type Client } from '../../../test/client.ts';
import { query } from '../../../test/database.ts';
import { programOf } from '../../../test/program.ts';
import { testSite } from '../../../test/site.ts';
import { buildWorld, type World } from '../../../test/world.ts';
import { sendWaiting } from '../../platform/outbox.ts';
import { NotSent } from '../../platform/mail.ts';
import { en } from '../../words/index.ts';
import { letterOf } from './letters.ts';
import { paths } from './paths.ts';
import { addPaper, addRecommendation, emptyOutbox, on } from './reminders.fixture.ts';
import { queueDue } from './store.ts';

const said = en.reminders;
const site = await testSite();
const dates = paths.dates('county');
let world: World;

before(async () => {
  world = await buildWorld(site.store);
  await addPaper(world, on('2026-03-01'), 'Scrutiny');
  await addPaper(world, on('2026-03-16'), 'Cabinet', on('2026-03-24'));
});

async function addressOf(client: Client, whose: 'own' | 'body', org = 'county'): Promise<string> {
  const made = await client.fill(paths.dates(org), {}, paths.calendar(org, whose));
  assert.equal(made.status, 200, made.text);
  const [field] = elements(made.body, (element) => attribute(element, 'name') === 'address');
  return new URL((field && attribute(field, 'value')) ?? assert.fail(made.text)).pathname;
}

const summaries = (text: string) => [...text.replaceAll('\r\n ', '').matchAll(/DTSTART;VALUE=DATE:(\d+)\r\n(?:.+\r\n)*?SUMMARY:(.+)\r\n/g)].map(([, day, title]) => `${day} ${title}`);

test('the page says what is due, how it stands, and whom the next reminder goes to', async () => {
  const page = await (await site.as('viewer@county.test')).get(dates);
  assert.equal(page.status, 200);
  assert.match(page.text, /Paper of 2025\/26 for Scrutiny When 1 March 2026 .*Overdue by 1 day .*All have been sent/);
  assert.match(page.text, /Paper of 2025\/26 for Cabinet When 16 March 2026 .*In 14 days .*13 March 2026: Prevent lead, Contributor/);
  assert.match(page.text, /Meeting of Cabinet When 24 March 2026/);
  assert.ok(page.text.includes(said.choice.noLetters));
  assert.ok((await (await site.as('lead@county.test')).get('/organisations/county')).text.includes(said.link));
});

test('somebody switches off what they can do without, and on again', async () => {
  const [officer, program] = [await site.as('officer@county.test'), await programOf(site, 'officer@county.test')];
  const chosen = async () => ((await program.get(dates)).json as { reminders: string }).reminders;
  assert.equal(await chosen(), 'all');
  const token = /name="csrf" value="([^"]*)"/.exec((await officer.get(dates)).body)?.[1] ?? '';
  assert.equal((await officer.post(paths.choice('county'), { csrf: token, reminders: 'needed' })).status, 303);
  assert.ok((await officer.get(dates)).text.includes(said.choice.off));
  assert.equal(await chosen(), 'needed');
  assert.equal((await program.post(paths.choice('county'), { reminders: 'all' })).status, 200);
  assert.equal(await chosen(), 'all');
});

test('a calendar at a secret address: days and titles without sign-in, until it is ended', async () => {
  const [lead, nobody] = [await site.as('lead@county.test'), await site.as()];
  const address = await addressOf(lead, 'body');
  const feed = await nobody.get(address);
  assert.deepEqual([feed.status, feed.headers['content-type']], [200, 'text/calendar; charset=utf-8']);
  assert.deepEqual(summaries(feed.body), [
    '20260301 Invented example: Exampleshire County Council: Paper of 2025/26 for Scrutiny', '20260316 Invented example: Exampleshire County Council: Paper of 2025/26 for Cabinet',
    '20260324 Invented example: Exampleshire County Council: Meeting of Cabinet', '20271231 Invented example: Exampleshire County Council: Meeting of Scrutiny',
  ]);
  assert.equal((await nobody.get(address)).body, feed.body, 'the same days are the same bytes');
  const hashes = await query<{ n: number }>(site.db.as('superuser'), "select count(*)::integer as n from audit_event where body like '%' || $1 || '%'", [address.slice(11, -4)]);
  assert.equal(hashes[0]?.n, 0, 'the secret is nowhere in the trail');
  assert.ok(!site.log.some((line) => line.includes(address.slice(11, -4))), 'nor in the log');
  const renewed = await addressOf(lead, 'body');
  assert.deepEqual([(await nobody.get(address)).status, (await nobody.get(renewed)).status], [404, 200]);
  assert.equal((await lead.fill(dates, {}, paths.calendarEnd('county', 'body'))).status, 303);
  assert.equal((await nobody.get(renewed)).status, 404);
  assert.equal((await (await site.as('viewer@county.test')).post(paths.calendar('county', 'body'), {})).status, 403);
});

test('a person’s calendar has every body of theirs, nothing that is marked OFFICIAL-SENSITIVE, and ends with their roles', async () => {
  await addRecommendation(site, world, on('2026-03-31'));
  await addRecommendation(site, world, on('2026-04-30'), { marking: 'OFFICIAL-SENSITIVE' });
  const nobody = await site.as();
  const address = await addressOf(await site.as('lead@district.test'), 'own', 'district');
  const own = await nobody.get(address);
  assert.deepEqual(summaries(own.body), ['20260331 Invented example: Northfield District Council: Recommendation of 2025/26\\, benchmark LA7']);
  assert.ok(!own.body.includes('leaves in no letter'));
  const account = async (change: string, id: string) => { await query(site.db.as('superuser'), `update account set disabled_at = ${change} where id = $1`, [id]); };
  const { accountId, personId } = world.people['lead@district.test'];
  await account('now()', accountId);
  assert.equal((await nobody.get(address)).status, 404);
  await account('null', accountId);
  assert.equal((await nobody.get(address)).status, 200);
  await query(site.db.as('superuser'), "update membership set to_day = '2026-03-02' where person_id = $1", [personId]);
  assert.equal((await nobody.get(address)).status, 404);
  await query(site.db.as('superuser'), "update membership set to_day = 'infinity' where person_id = $1", [personId]);
});

test('a network that tries addresses is held back, and a right address is read all the same', async () => {
  const nobody = await site.as();
  const address = await addressOf(await site.as('lead@county.test'), 'own');
  const statuses = new Set<number>();
  for (let tried = 0; tried < 101; tried += 1) statuses.add((await nobody.get(paths.feed(`${'x'.repeat(42)}${tried % 10}`))).status);
  const held = await nobody.get(paths.feed('x'.repeat(43)));
  assert.deepEqual([[...statuses], held.status], [[404, 429], 429]);
  assert.ok(Number(held.headers['retry-after']) > 0);
  assert.equal((await nobody.get(address)).status, 200);
});

test('the administrator sends a test letter, and sees what was given up and why', async () => {
  await emptyOutbox(site);
  const [lead, letters] = [await site.as('lead@county.test'), paths.letters('county')];
  assert.ok((await lead.get(letters)).text.includes(said.letters.by.none));
  const program = await programOf(site, 'lead@county.test');
  assert.equal((await program.post(letters, {})).status, 200);
  const sent: string[] = [];
  const outbox = { database: site.db.database, clock: () => site.clock.now, log: () => undefined, write: (waiting: { kind: string; facts: unknown }, to: Parameters<typeof letterOf>[3]) => letterOf(en, 'https://dueregard.test', waiting, to) };
  await sendWaiting({ ...outbox, post: { by: 'smtp', close: () => undefined, send: async ({ to, subject }) => { sent.push(`${to} ${subject}`); } } });
  assert.deepEqual(sent, ['lead@county.test A test letter of DueRegard']);
  await addPaper(world, on('2026-03-02'), 'Audit');
  await queueDue(site.db.database, on('2026-03-02'));
  await sendWaiting({ ...outbox, post: { by: 'smtp', close: () => undefined, send: () => Promise.reject(new NotSent('refused')) } });
  const page = await lead.get(letters);
  assert.match(page.text, /Sent 1 Waiting 0 .* Given up 2/);
  assert.match(page.text, /Officer County Letter Reminder .*The mail server does not take letters to this address/);
  assert.ok((await lead.get('/home')).text.includes(said.letters.trouble(2)));
  const { given_up: unsent } = (await program.get(letters)).json as { readonly given_up: readonly { readonly id: string; readonly failure: string }[] };
  assert.deepEqual(unsent.map(({ failure }) => failure), ['refused', 'refused']);
  const again = paths.letter('county', unsent[0]?.id ?? assert.fail());
  assert.ok((await lead.get(`${String((await lead.fill(letters, {}, again)).headers['location'])}`)).text.includes(en.site.done.letterAgain));
  assert.match((await lead.get(letters)).text, /Sent 1 Waiting 1 .* Given up 1/);
  await sendWaiting({ ...outbox, post: { by: 'smtp', close: () => undefined, send: async ({ to, subject }) => { sent.push(`${to} ${subject}`); } } });
  assert.equal(sent.length, 2);
  const other = await site.as('lead@district.test');
  assert.equal((await other.post(paths.letter('county', unsent[1]?.id ?? assert.fail()), {})).status, 403);
  assert.equal((await program.post(again, {})).status, 200, 'what was sent is not sent once more');
  assert.match((await lead.get(letters)).text, /Sent 2 Waiting 0 .* Given up 1/);
});

test('a reminder says what, where and why it came, and no text of a record', () => {
  const to = { email: 'lead@county.test', person: 'Lead County', organisation: 'Exampleshire', shortName: 'county', invented: true };
  const item = { kind: 'paper', about: '1', title: 'Cabinet', year: '2025-26', due_on: '2026-03-16' };
  const one = letterOf(en, 'https://dueregard.test', { kind: 'reminder', facts: { items: [{ ...item, day: '2026-03-02' }] } }, to);
  assert.deepEqual(one, { subject: 'Exampleshire: Paper of 2025/26 for Cabinet: due on 16 March 2026', text: [
    '1 thing needs your attention at Exampleshire.', '', 'Paper of 2025/26 for Cabinet: due on 16 March 2026', 'https://dueregard.test/organisations/county/meetings', '',
    'DueRegard sends this because of your role at Exampleshire. Choose what you are sent:', 'https://dueregard.test/organisations/county/dates', 'Exampleshire is invented. This letter belongs to an example.', '',
  ].join('\n') });
  const late = letterOf(en, 'https://dueregard.test', { kind: 'reminder', facts: { items: [{ ...item, day: '2026-03-17' }, { ...item, kind: 'recommendation', title: '', day: '2026-03-23' }] } }, to);
  assert.equal(late.subject, 'Exampleshire: 2 things are due');
  assert.match(late.text, /Paper of 2025\/26 for Cabinet: was due on 16 March 2026\n[\s\S]*Recommendation of 2025\/26: was due on 16 March 2026\nhttps:\/\/dueregard\.test\/organisations\/county\/recommendations\/1\n/);
  assert.throws(() => letterOf(en, '', { kind: 'reminder', facts: {} }, to));
});
