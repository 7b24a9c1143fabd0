// Somebody begins for a partner that nobody works for yet, and comes to nothing but what was opened.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { query } from '../../../test/database.ts';
import { browserAfter, goodPassword, linkOn } from '../../../test/sign-in.ts';
import { testSite } from '../../../test/site.ts';
import { addWorker, buildWorld } from '../../../test/world.ts';
import type { Organisation } from '../../kernel/access.ts';
import { newId } from '../../kernel/id.ts';
import { addOrganisations } from '../organisations/index.ts';

const site = await testSite();
const world = await buildWorld(site.store);
const body = (shortName: string, kind: Organisation['kind'], name: string): Organisation => ({ id: newId(), shortName, name, kind, invented: true });
const [school, area, office, other] = [body('school', 'school', 'Exampleshire School'), body('area', 'area', 'Example area'), body('second-office', 'home_office', 'Second office'), body('other-school', 'school', 'Other school')];
const page = '/organisations/county/assessments/2025-26/work/LA1.m1/partners';
const lead = await site.as('lead@county.test');
const typed = (name: string, [d, m, y]: readonly [number, number, number]) => ({ [`${name}-day`]: String(d), [`${name}-month`]: String(m), [`${name}-year`]: String(y) });
const open = async (partner: Organisation) => lead.fill(page, { partner: partner.id, may: 'write', reason: 'They run it with us.', ...typed('from', [2, 3, 2026]), ...typed('until', [2, 4, 2026]) }, '/partners');
const own = (text: string, values: unknown[] = []) => query<Record<string, unknown>>(site.db.as('dueregard_owner'), text, values);
const invitationOf = async (partner: Organisation) => `${page}/${String((await own('select id from access_grant where grantee_id = $1 and org_id = $2', [partner.id, world.organisations.county.id]))[0]?.['id'])}/invitation`;
const jo = { name: 'Jo Field', email: 'jo.field@school.test' };
let link: string;

before(async () => {
  await site.store.owner?.transaction((tx) => addOrganisations(tx, [school, area, office, other, { ...body('below-area', 'district', 'Below the area'), parentId: area.id }]));
  assert.equal((await lead.fill('/organisations/county/assessments/2025-26/indicators/LA1.m1', { status: 'yes', note: 'The group met.' })).status, 303);
  assert.equal((await open(school)).status, 303);
});

test('the page offers it for a partner without people, and hands over a link once', async () => {
  assert.match((await lead.get(page)).text, /Invite somebody of Exampleshire School.*Nobody signs in for Exampleshire School yet/);
  const bad = await lead.fill(page, { name: '', email: 'nobody' }, '/invitation');
  assert.deepEqual([bad.status, /Enter an e-mail address/.test(bad.text), /href="#email"/.test(bad.body)], [422, true, true]);
  const handed = await lead.fill(page, jo, '/invitation');
  assert.match(handed.text, /Hand this link to Jo Field.*You see this link only now/);
  link = linkOn(handed);
  assert.match((await lead.get('/organisations/county/history')).text, /Noted a link for signing in/);
});

test('whoever follows it answers what was opened, and opens nothing else', async () => {
  assert.equal((await (await site.as(jo.email)).get('/organisations/school')).status, 403, 'not before the link is followed');
  const nobody = await site.as();
  const person = browserAfter(site, await nobody.fill(link, { password: goodPassword, again: goodPassword }));
  assert.match((await person.get('/home')).text, /LA1\.m1 of Exampleshire County Council/);
  const shared = '/organisations/county/shared/2025-26/LA1.m1';
  assert.equal((await person.fill(shared, { status: 'partly', note: 'Once only.' })).status, 303);
  for (const closed of ['/organisations/county/assessments/2025-26', '/organisations/county/evidence', '/organisations/school/people', '/organisations/county/shared/2025-26/LA1.m2', page]) assert.ok((await person.get(closed)).status >= 403, closed);
  const [held] = await own('select m.role, a.home_org_id as home from membership m join person p on p.org_id = m.org_id and p.id = m.person_id join account a on a.id = p.account_id where m.org_id = $1', [school.id]);
  assert.deepEqual(held, { role: 'contributor', home: school.id });
});

test('from then on the partner’s own people invite', async () => {
  assert.doesNotMatch((await lead.get(page)).text, /Invite somebody of Exampleshire School/);
  const late = await lead.post(await invitationOf(school), { ...jo, csrf: await csrf() });
  assert.deepEqual([late.status, /You cannot invite people of Exampleshire School/.test(late.text)], [422, true]);
});

test('nobody is planted where they would come to more: a Home Office body, one with bodies below it, with records, with people, or that others opened something to', async () => {
  for (const partner of [area, office, world.organisations.district, world.organisations.sibling]) assert.equal((await open(partner)).status, 303, partner.name);
  assert.equal((await open(other)).status, 303);
  assert.match((await lead.get(page)).text, /Invite somebody of Other school/);
  await own(`insert into access_grant (org_id, id, version, created_at, changed_at, grantee_id, kind, reason, from_day, to_day) values ($1, $2, 1, now(), now(), $3, 'moderation', 'Theirs', '2026-01-01', '2027-01-01')`, [world.organisations.sibling.id, newId(), other.id]);
  assert.doesNotMatch((await lead.get(page)).text, /Invite somebody of/);
  for (const partner of [area, office, world.organisations.district, world.organisations.sibling, other]) {
    assert.equal((await lead.post(await invitationOf(partner), { ...jo, email: 'planted@school.test', csrf: await csrf() })).status, 422, partner.name);
  }
  assert.deepEqual(await own("select 1 from account where email = 'planted@school.test'"), []);
});

test('only the lead invites, and only for a grant of this part', async () => {
  await addWorker(site.store, { personId: newId(), accountId: newId(), email: 'admin@county.test', orgId: world.organisations.county.id, roles: ['administrator'] });
  for (const who of ['officer@county.test', 'admin@county.test', 'lead@sibling.test']) assert.equal((await (await site.as(who)).post(await invitationOf(other), jo)).status, 403, who);
  const elsewhere = (await invitationOf(other)).replace('LA1.m1', 'LA1.m2');
  assert.equal((await lead.post(elsewhere, { ...jo, csrf: await csrf() })).status, 404);
});

async function csrf(): Promise<string> {
  return /name="csrf" value="([^"]+)"/.exec((await lead.get(page)).body)?.[1] ?? assert.fail();
}
