import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { attribute, elements } from '../../../test/client.ts';
import { query } from '../../../test/database.ts';
import { testSite } from '../../../test/site.ts';
import { buildWorld } from '../../../test/world.ts';
import { StartRefused } from '../../platform/start-refused.ts';
import { en } from '../../words/index.ts';
import { createToken } from './token-cli.ts';

const site = await testSite();
const said = en.accounts.tokens;

before(() => buildWorld(site.store));

const home = (token: string) => site.app.inject({ url: '/api/v1/home', headers: { host: '127.0.0.1:3000', authorization: `Bearer ${token}` } });
const fields = (name: string, scope = 'read') => ({ name, scope, days: '30' });

test('a person makes a token, sees it once, and ends it', async () => {
  const viewer = await site.as('viewer@county.test');
  const made = await viewer.fill('/account/tokens', fields('Dashboard'), '/account/tokens');
  const [input] = elements(made.body, (element) => attribute(element, 'name') === 'token');
  const token = input && attribute(input, 'value');
  assert.ok(token, made.text);
  assert.match(token, /^dueregard_[\w-]{43}$/);
  assert.equal((await home(token)).statusCode, 200);
  const list = await viewer.get('/account/tokens');
  assert.ok(list.text.includes('Dashboard') && list.text.includes(said.scopes.read) && !list.body.includes(token));
  const ended = await viewer.fill('/account/tokens', {}, '/end');
  assert.equal(ended.headers['location'], '/account/tokens?done=tokenEnded');
  assert.equal((await home(token)).statusCode, 401);
});

test('the database holds the hash alone', async () => {
  await (await site.as('viewer@county.test')).fill('/account/tokens', fields('Hashed'), '/account/tokens');
  const [row] = await query<{ kept: string; bytes: number }>(site.db.as('superuser'), "select t::text as kept, length(token_sha256) as bytes from api_token t where purpose = 'Hashed'");
  assert.ok(row && !row.kept.includes('dueregard_') && row.bytes === 32);
});

test('what is not filled in comes back with what to mend', async () => {
  const refused = await (await site.as('viewer@county.test')).fill('/account/tokens', { name: ' ', days: '366' }, '/account/tokens');
  assert.equal(refused.status, 422);
  for (const sentence of [said.badName, said.noScope, said.badDays(365)]) assert.ok(refused.text.includes(sentence), sentence);
});

test('nobody ends the token of another', async () => {
  await (await site.as('lead@county.test')).fill('/account/tokens', fields('Of the lead'), '/account/tokens');
  const [row] = await query<{ id: string }>(site.db.as('superuser'), "select id from api_token where purpose = 'Of the lead'");
  const stranger = await site.as('lead@sibling.test');
  await stranger.fill('/account/tokens', fields('Own'), '/account/tokens');
  const page = await stranger.get('/account/tokens');
  const [csrf] = elements(page.body, (element) => attribute(element, 'name') === 'csrf');
  await stranger.post(`/account/tokens/${row?.id}/end`, { csrf: csrf ? attribute(csrf, 'value') ?? '' : '' });
  const [after] = await query<{ live: boolean }>(site.db.as('superuser'), "select revoked_at is null as live from api_token where purpose = 'Of the lead'");
  assert.deepEqual(after, { live: true });
});

test('the command makes a token that works, for somebody who is there, with what it was asked for', async () => {
  const lines: string[] = [];
  const context = { database: site.store.database, demonstration: false };
  await createToken(['--person', 'Lead@county.test', '--scope', 'write', '--days', '7'], context, (line) => lines.push(line));
  assert.deepEqual([lines[0], (await home(lines[1] ?? '')).statusCode], [en.api.cli.done('lead@county.test', 'write', 7), 200]);
  const refused = (args: string[], sentence: string) => assert.rejects(createToken(args, context, () => undefined), (error) => error instanceof StartRefused && error.message === sentence);
  await refused(['--person', 'nobody@county.test'], en.api.cli.noSuchPerson('nobody@county.test'));
  for (const args of [[], ['--person', 'x'], ['--person', 'lead@county.test', '--scope', 'all'], ['--person', 'lead@county.test', '--days', '0'], ['--what']]) await refused(args, en.api.cli.usage);
});

test('a person of the example has a token in a demonstration alone', async () => {
  await query(site.db.as('superuser'), "update account set demonstration = true, password_hash = null where email = 'officer@county.test'");
  await assert.rejects(createToken(['--person', 'officer@county.test'], { database: site.store.database, demonstration: false }, () => undefined), (error) => error instanceof StartRefused && error.message === en.api.cli.notDemonstration('officer@county.test'));
});
