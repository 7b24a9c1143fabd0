import assert from 'node:assert/strict';
import { test } from 'node:test';
import { query } from '../../../test/database.ts';
import { browserAfter, goodPassword, linkOn, tokenIn } from '../../../test/sign-in.ts';
import { testSite } from '../../../test/site.ts';
import { newId } from '../../kernel/id.ts';
import { addAccount } from './index.ts';

const site = await testSite({ examples: true });
assert.ok(site.store.owner);
const nobody = await site.as();
const own = (text: string, values: unknown[] = []) => query(site.db.as('dueregard_owner'), text, values);

test('the page lists the example’s people by organisation with what each can do, and signs in by one press', async () => {
  const page = await nobody.get('/demonstration');
  assert.match(page.text, /Leicestershire Administrator : Invites people.*Prevent lead : Writes and submits.*Act as Example Prevent lead/);
  const reply = await nobody.post('/demonstration/session', { person: 'second@leicestershire.example', to: '//evil.example' });
  assert.deepEqual([reply.status, reply.headers.location], [303, '/']);
  assert.match((await browserAfter(site, reply).get('/home')).text, /Leicestershire Second reader/);
});

test('a person of the example has no password and can get none', async () => {
  const email = 'lead@leicestershire.example';
  await assert.rejects(own('update account set password_hash = $2 where email = $1', [email, 'x']), /account_check/);
  assert.equal((await nobody.fill('/sign-in', { email, password: '' })).status, 422);
  const lead = await site.as(email);
  const [second] = await own("select p.id from person p join account a on a.id = p.account_id where a.email = 'second@leicestershire.example'");
  const person = `/organisations/leicestershire/people/${String(second?.['id'])}`;
  const page = await lead.get(person);
  assert.ok(!page.body.includes('/links"'));
  const csrf = /name="csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
  assert.equal((await lead.post(`${person}/links`, { csrf })).status, 422);
});

test('a real account cannot sign in by one press, and an invited one is real', async () => {
  const lead = await site.as('lead@leicestershire.example');
  const email = 'jo@leicestershire.example';
  const link = linkOn(await lead.fill('/organisations/leicestershire/invitations', { name: 'Jo', email, role: 'viewer' }, '/invitations'));
  assert.equal((await nobody.fill(link, { password: goodPassword, again: goodPassword })).status, 303);
  const reply = await nobody.post('/demonstration/session', { person: email });
  assert.deepEqual([tokenIn(reply), reply.headers.location], [undefined, '/demonstration']);
  assert.ok(!(await nobody.get('/demonstration')).text.includes('Act as Jo'));
});

test('in a store for real use nobody is listed, whatever an account says', async () => {
  const real = await testSite();
  const [orgId, id] = [newId(), newId()];
  await query(real.db.as('dueregard_owner'), "insert into installation (demonstration, made_by_version) values (false, 'test')");
  await query(real.db.as('dueregard_owner'), "insert into organisation (id, short_name, name, kind) values ($1, 'county', 'County', 'county')", [orgId]);
  await real.store.database.within({ is: 'accounts' }, (tx) => addAccount(tx, { id, homeOrgId: orgId, email: 'a@b.test', demonstration: true }));
  assert.deepEqual(await query(real.db.as('dueregard_owner'), "select * from demonstration_people('2026-03-02')"), []);
  assert.equal((await (await real.as()).post('/demonstration/session', { person: 'a@b.test' })).status, 404);
});
