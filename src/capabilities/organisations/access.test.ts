import assert from 'node:assert/strict';
import { test } from 'node:test';
import { query } from '../../../test/database.ts';
import { testSite } from '../../../test/site.ts';
import { addWorker, buildWorld } from '../../../test/world.ts';
import { roles, type Role } from '../../kernel/access.ts';
import { newId } from '../../kernel/id.ts';
import { dayOf } from '../../kernel/year.ts';

const site = await testSite();
const { organisations: { county, district } } = await buildWorld(site.store);
const own = (text: string, values: unknown[] = []) => query(site.db.as('dueregard_owner'), text, values);

const rooms = ['', '/people', '/invitations', '/departments', '/opened'] as const;

/** What a member of each role opens at their own body; at a body below it everyone opens the page of the body alone. */
const opens: Readonly<Record<Role, readonly string[]>> = {
  administrator: rooms,
  prevent_lead: ['', '/opened'],
  contributor: [''], second_reader: [''], viewer: [''], bookings_officer: [''], adviser: [''],
};

async function statuses(email: string, org: string): Promise<number[]> {
  const client = await site.as(email);
  return Promise.all(rooms.map(async (room) => (await client.get(`/organisations/${org}${room}`)).status));
}

const worker = async (name: string, role: Role, orgId: string = county.id, fromDay = '2025-04-01') => {
  const [email, from] = [`${name}@matrix.test`, dayOf(fromDay)];
  assert.ok(from);
  await addWorker(site.store, { personId: newId(), accountId: newId(), email, orgId, roles: [role] }, from);
  return email;
};

test('each role opens its own rooms at its body, the page alone below it, and nothing above', async () => {
  for (const role of roles) {
    const [email, lower] = [await worker(`county-${role}`, role), await worker(`district-${role}`, role, district.id)];
    assert.deepEqual(await statuses(email, 'county'), rooms.map((room) => (opens[role].includes(room) ? 200 : 403)), role);
    assert.deepEqual(await statuses(email, 'district'), rooms.map((room) => (room === '' ? 200 : 403)), `${role}, below`);
    assert.deepEqual(await statuses(lower, 'county'), rooms.map(() => 403), `${role}, above`);
    assert.deepEqual(await statuses(email, 'sibling'), rooms.map(() => 403), `${role}, beside`);
  }
});

test('a role that is not begun, ended, only offered, or of a suspended account opens nothing, from the next request on', async () => {
  const states = {
    'not begun': ["update membership set from_day = '2026-03-03'", 403],
    ended: ["update membership set to_day = '2026-03-02'", 403],
    offered: ['update person set invited = true', 403],
    suspended: ['update account set disabled_at = now()', 303],
  } as const;
  for (const [state, [change, refused]] of Object.entries(states)) {
    const email = await worker(state.replace(' ', '-'), 'administrator');
    const client = await site.as(email);
    assert.equal((await client.get('/organisations/county/people')).status, 200);
    const whose = change.includes('membership') ? 'person_id in (select p.id from person p join account a on a.id = p.account_id where a.email = $1)'
      : change.includes('person') ? 'account_id in (select id from account where email = $1)' : 'email = $1';
    await own(`${change} where ${whose}`, [email]);
    for (const org of ['county', 'district']) for (const room of rooms) assert.equal((await client.get(`/organisations/${org}${room}`)).status, refused, `${state} ${org}${room}`);
    assert.equal((await client.post('/organisations/county/departments', { name: 'x' })).status, 303 === refused ? 303 : 403);
  }
  assert.deepEqual(await own("select 1 from department where name = 'x'"), []);
});
