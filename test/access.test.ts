// Every route, tried as nobody, as a person of another body, and as every role on every way to a body's records.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { roles, type MemberRule, type Role, type Way } from '../src/kernel/access.ts';
import { newId } from '../src/kernel/id.ts';
import { isForAccounts, isForMembers, isOpen, type Route } from '../src/platform/route.ts';
import { en } from '../src/words/index.ts';
import type { Client, Reply } from './client.ts';
import { allRoutes, withTable } from './doc-tables.ts';
import { testSite } from './site.ts';
import { addWorker, buildWorld, type World } from './world.ts';

const routes = allRoutes();
const memberRoutes = routes.filter(isForMembers);
const site = await testSite({ demonstration: true });
let world: World;

before(async () => {
  world = await buildWorld(site.store);
  for (const role of roles) {
    await addWorker(site.store, { personId: newId(), accountId: newId(), email: emailOf(role), orgId: world.organisations.county.id, roles: [role] });
  }
  await addWorker(site.store, { personId: newId(), accountId: newId(), email: 'everything@sibling.test', orgId: world.organisations.sibling.id, roles });
});

test('the routes were found, and each names its rule', () => {
  assert.ok(memberRoutes.length > 10, `${memberRoutes.length} member routes`);
  for (const { path, access } of routes) assert.ok(access.name.length > 5, path);
});

test('docs/access.md lists every route with its rule', () => {
  assert.equal(readFileSync(new URL('../docs/access.md', import.meta.url), 'utf8'), withTable('docs/access.md'), 'if the change is meant: node start/run.mjs test/doc-tables.ts');
});

test('a route whose path names a body asks for a role there, and no other does', () => {
  for (const route of routes) assert.equal(isForMembers(route), route.path.includes('/:org'), route.path);
});

test('nobody is sent to sign in, from every route that is not open', async () => {
  const nobody = await site.as();
  for (const route of routes.filter((one) => !isOpen(one))) {
    const path = pathOf(route, 'county');
    const reply = await send(nobody, route, path);
    const back = route.method === 'GET' ? path : '/';
    assert.deepEqual([reply.status, reply.headers['location']], [303, `/sign-in?to=${encodeURIComponent(back)}`], named(route));
  }
});

test('a person of another body, with every role there, is refused', async () => {
  const stranger = await site.as('everything@sibling.test');
  for (const route of memberRoutes) assert.ok(isRefused(await send(stranger, route, pathOf(route, 'county'))), named(route));
});

test('a body that does not exist is not found', async () => {
  const lead = await site.as(emailOf('prevent_lead'));
  for (const route of memberRoutes) assert.equal((await send(lead, route, pathOf(route, 'atlantis'))).status, 404, named(route));
});

for (const role of roles) {
  test(`${en.site.roles[role]}: what the rules allow at one’s own body and at a body below, and nothing else`, async () => {
    const person = await site.as(emailOf(role));
    for (const [scope, org] of [['own', 'county'], ['tree', 'district']] as const) await compare(person, role, scope, org);
  });
}

test('an adviser with a grant: what the rules allow by a grant, and nothing else', async () => {
  await compare(await site.as('adviser@homeoffice.test'), 'adviser', 'grant', 'county');
});

test('what is for anyone who is signed in is for every role', async () => {
  for (const route of routes.filter(isForAccounts)) {
    if (route.method === 'GET') assert.ok(!isRefused(await send(await site.as(emailOf('viewer')), route, pathOf(route, 'county'))), named(route));
  }
});

/** A form is sent without the proof of its session, so that it is stopped before it does anything, but after the rule was asked. */
async function compare(person: Client, role: Role, scope: Way['scope'], org: string): Promise<void> {
  for (const route of memberRoutes) {
    const reply = await send(person, route, pathOf(route, org));
    assert.equal(!isRefused(reply), allows(route.access, scope, role), `${named(route)} as ${role} by ${scope} answered ${reply.status}`);
    assert.ok(reply.status < 500, `${named(route)} answered ${reply.status}`);
  }
}

const allows = (rule: MemberRule, scope: Way['scope'], role: Role) => rule[scope]?.includes(role) ?? false;
const isRefused = ({ status, text }: Reply) => status === 403 && text.includes(en.site.notAllowed.title);
const emailOf = (role: Role) => `only.${role}@county.test`;
const named = ({ method, path }: Route) => `${method} ${path}`;
const send = (client: Client, { method }: Route, path: string) => (method === 'GET' ? client.get(path) : client.post(path, {}));

/** A path as a person would meet it: what it names is there where the world has one. */
function pathOf({ path }: Route, org: string): string {
  const values: Readonly<Record<string, string>> = { org, year: '2025-26', code: path.includes('/benchmarks/') ? 'LA1' : 'LA1.m1', kind: 'answer' };
  return path.replace(/:(\w+)/g, (_, name: string) => values[name] ?? newId());
}
