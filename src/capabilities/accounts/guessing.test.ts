import assert from 'node:assert/strict';
import { before, beforeEach, test } from 'node:test';
import fc from 'fast-check';
import { query } from '../../../test/database.ts';
import { givePassword, goodPassword } from '../../../test/sign-in.ts';
import { testSite } from '../../../test/site.ts';
import { buildWorld } from '../../../test/world.ts';
import { guessLimits, networkOf } from './rules.ts';

const site = await testSite();
await buildWorld(site.store);
const lead = 'lead@county.test';
const own = (text: string, values: unknown[] = []) => query<{ email: string }>(site.db.as('dueregard_owner'), text, values);

type Try = { readonly email?: string; readonly password?: string; readonly from?: string; readonly browser?: string };

/** One try, through the proxy that the site trusts. */
async function attempt({ email = lead, password = 'wrong', from = '192.0.2.1', browser }: Try = {}) {
  const reply = await site.app.inject({
    method: 'POST', url: '/sign-in', payload: new URLSearchParams({ email, password }).toString(),
    headers: { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000', 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': from },
    cookies: browser === undefined ? {} : { 'dueregard-browser': browser },
  });
  return { status: reply.statusCode, headers: reply.headers, body: reply.body, browser: reply.cookies.find(({ name }) => name === 'dueregard-browser')?.value };
}

const statuses = (tries: readonly { status: number }[]) => Object.fromEntries([303, 422, 429].map((status) => [status, tries.filter((one) => one.status === status).length]));

before(() => givePassword(site, lead));
beforeEach(() => own('delete from sign_in_guess'));

test('ten wrong passwords in an hour, then even the right one waits, and the page says until when', async () => {
  const tries = [];
  for (let at = 0; at < 15; at += 1) tries.push(await attempt({ from: `192.0.2.${at}` }));
  assert.deepEqual(statuses(tries), { 303: 0, 422: guessLimits.account, 429: 5 });
  const held = await attempt({ password: goodPassword, from: '198.51.100.7' });
  assert.equal(held.status, 429);
  assert.match(held.body, /There have been too many tries\. Try again after \d\d:\d\d, or ask an administrator/);
  assert.ok(Number(held.headers['retry-after']) > 3500 && Number(held.headers['retry-after']) <= 3600, String(held.headers['retry-after']));
  await own("update sign_in_guess set since = since - interval '61 minutes'");
  assert.equal((await attempt({ password: goodPassword })).status, 303, 'after an hour it works again');
});

test('two hundred tries at once do not get more than ten to the password', async () => {
  const tries = await Promise.all(Array.from({ length: 200 }, (_, at) => attempt({ from: `198.51.100.${at}` })));
  const said = tries.map(({ status }) => status).filter((status) => status !== 429);
  // On a machine that has too much to do some are told so instead; neither reached the password.
  assert.deepEqual(said.filter((status) => status !== 503), Array<number>(guessLimits.account).fill(422));
});

test('an address without an account is counted and answered just like one with', async () => {
  for (const email of [lead, 'nobody@county.test']) {
    const tries = [];
    for (let at = 0; at < 12; at += 1) tries.push(await attempt({ email, from: `203.0.113.${at}` }));
    assert.deepEqual(statuses(tries), { 303: 0, 422: 10, 429: 2 }, email);
  }
});

test('who guesses elsewhere does not lock out the browser in which the holder signed in before', async () => {
  const first = await attempt({ password: goodPassword });
  assert.ok(first.browser);
  for (let at = 0; at < 12; at += 1) await attempt({ from: '192.0.2.9' });
  assert.equal((await attempt({ password: goodPassword })).status, 429, 'a browser that is not known waits');
  const again = await attempt({ password: goodPassword, browser: first.browser });
  assert.deepEqual([again.status, again.browser], [303, first.browser]);
  for (let at = 0; at < 12; at += 1) await attempt({ browser: first.browser });
  assert.equal((await attempt({ password: goodPassword, browser: first.browser })).status, 429, 'a known browser has its own limit');
  assert.equal((await attempt({ email: 'officer@county.test', browser: first.browser })).status, 422, 'and is known to its own account alone');
});

test('three hundred tries from one network at a hundred accounts: a hundred get through, and a known browser there still signs in', async () => {
  const { browser } = await attempt({ password: goodPassword, from: '2001:db8:1:2::5' });
  const tries = [];
  for (let at = 0; at < 300; at += 1) tries.push(await attempt({ email: `person${at % 100}@county.test`, from: `2001:db8:1:2::${at.toString(16)}` }));
  assert.deepEqual(statuses(tries), { 303: 0, 422: guessLimits.network, 429: 200 });
  assert.equal((await attempt({ password: goodPassword, from: '2001:db8:1:2::5', browser: browser ?? '' })).status, 303);
  assert.equal((await attempt({ email: 'other@county.test', from: '2001:db8:1:3::5' })).status, 422, 'the network beside it is another');
});

test('right passwords are not counted, and a new password forgets the browsers', async () => {
  for (let at = 0; at < 15; at += 1) assert.equal((await attempt({ password: goodPassword })).status, 303);
  const lost = await own('select 1 from known_browser b join account a on a.id = b.account_id where a.email = $1', [lead]);
  assert.ok(lost.length > 0);
  const signedIn = await site.as(lead);
  assert.equal((await signedIn.fill('/account', { old: goodPassword, password: 'another good lamp bridge', again: 'another good lamp bridge' }, '/account/password')).status, 303);
  const left = await own('select 1 from known_browser b join account a on a.id = b.account_id where a.email = $1', [lead]);
  assert.equal(left.length, 1, 'only the browser in which it was changed');
  await givePassword(site, lead);
});

test('no password and no address stands in the tables', async () => {
  await attempt();
  const rows = await own("select kind || encode(key_sha256, 'escape') as email from sign_in_guess");
  assert.ok(rows.length > 0);
  for (const { email } of rows) assert.ok(!email.includes('county') && !email.includes('192.0.2'), email);
});

test('networks: an IPv4 address, or the first 64 bits', () => {
  const table: readonly (readonly [string, string])[] = [
    ['192.0.2.1', '192.0.2.1'], ['::ffff:192.0.2.1', '192.0.2.1'], ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'], ['2001:DB8:0001:2::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'], ['::1', '0:0:0:0::/64'], ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ];
  for (const [address, network] of table) assert.equal(networkOf(address), network);
  fc.assert(fc.property(fc.ipV6(), (address) => { if (!address.includes('.')) assert.match(networkOf(address), /^([\da-f]{1,4}:){4}:\/64$/); }));
});
