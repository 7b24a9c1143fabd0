import assert from 'node:assert/strict';
import type { Client, Fields, Reply } from '../../../test/client.ts';
import { query } from '../../../test/database.ts';
import { testSite, type TestSite } from '../../../test/site.ts';
import { addWorker, buildWorld, type World } from '../../../test/world.ts';
import { newId, type Id } from '../../kernel/id.ts';
import { dayOf, type Day } from '../../kernel/year.ts';
import { addDepartment, addMembership } from '../organisations/index.ts';
import { paths } from './paths.ts';
import { checkItems } from './rules.ts';
import type { Side } from './rules-keys.ts';
import { addHolder, addPolicy, addSite } from './sites-store.ts';

export const on = (text: string): Day => dayOf(text) ?? assert.fail(text);

/** The test site's clock stands here. */
export const today = on('2026-03-02');

/** Who decides in the tests: by the department that they work in, and the side that it holds. */
const deciders = {
  'property@county.test': { department: 'Property', side: 'property' }, 'estates@county.test': { department: 'Estates', side: 'property' }, 'safety@county.test': { department: 'Community safety', side: 'safety' },
  'legal@county.test': { department: 'Legal', side: 'third' }, 'nobody@county.test': { department: 'Libraries', side: undefined },
} as const satisfies Record<string, { readonly department: string; readonly side: Side | undefined }>;

export type Decider = keyof typeof deciders;
export const deciderEmails = ['property@county.test', 'estates@county.test', 'safety@county.test', 'legal@county.test', 'nobody@county.test'] as const satisfies readonly Decider[];

export type Cast = {
  readonly site: TestSite; readonly world: World; readonly lead: Client; readonly property: Client; readonly safety: Client; readonly legal: Client; readonly second: Client;
  readonly siteId: Id; readonly policyId: Id; readonly departments: Readonly<Record<string, Id>>; readonly people: Readonly<Record<Decider, Id>>;
};

/** A county with one hall, a policy in force, and somebody for each key. */
export async function cast(): Promise<Cast> {
  const site = await testSite();
  const world = await buildWorld(site.store);
  const orgId = world.organisations.county.id;
  const [siteId, policyId, from] = [newId(), newId(), on('2025-04-01')];
  const departments: Record<string, Id> = {};
  const people: Record<Decider, Id> = { 'property@county.test': newId(), 'estates@county.test': newId(), 'safety@county.test': newId(), 'legal@county.test': newId(), 'nobody@county.test': newId() };
  for (const email of deciderEmails) await addWorker(site.store, { personId: people[email], accountId: newId(), email, orgId, roles: [] });
  await world.as('lead@county.test', async (tx) => {
    await addPolicy(tx, { orgId, id: policyId }, { title: 'Policy 2025', fromDay: from, toDay: on('2026-12-31'), endorsedBy: 'Management team', endorsedOn: from });
    for (const email of deciderEmails) {
      const { department, side } = deciders[email];
      const departmentId = departments[department] = newId();
      await addDepartment(tx, { orgId, id: departmentId, name: department });
      await addMembership(tx, { orgId, id: newId(), personId: people[email], role: 'contributor', fromDay: from, departmentId });
      if (side) await addHolder(tx, { orgId, id: newId() }, { personId: people[email], departmentId, side, fromDay: from });
    }
    await addSite(tx, { orgId, id: siteId }, {
      title: 'Mill Hall', held: 'owned', departmentId: departments['Property'] ?? assert.fail(), policyId, capacity: 300, largeFrom: 120, staff: 2, staffTrained: 2,
      itFiltering: 'none_there', itReviewOn: null, wifiFiltering: 'filtered', wifiReviewOn: on('2026-09-30'),
    });
  });
  const [lead, property, safety, legal, second] = [await site.as('lead@county.test'), await site.as('property@county.test'), await site.as('safety@county.test'), await site.as('legal@county.test'), await site.as('second@county.test')];
  return { site, world, lead, property, safety, legal, second, siteId, policyId, departments, people };
}

export function dated(name: string, day: string): Fields {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-').map((part) => String(Number(part)));
  return { [`${name}-day`]: dayOfMonth, [`${name}-month`]: month, [`${name}-year`]: year };
}

/** A booking that the rules ask something of, as the form takes it; a test says what differs. */
export function booked(siteId: Id, fields: Fields = {}): Fields {
  return {
    reference: 'HALL-1001', site: siteId, ...dated('event', '2026-03-20'), booked_by: 'community_group', event_kind: 'talk', size: '150', admission: 'open', hired_before: 'no', details_held: 'yes', terms_accepted: 'yes', concern: 'none', ...fields,
  };
}

export const ordinary: Fields = { size: '40', admission: 'ticketed', hired_before: 'yes' };

export const allClear: Fields = Object.fromEntries(checkItems.map((item) => [`found-${item}`, 'clear']));

export const safeguards: Fields = {
  ground: 'safety', ground_said: 'The fire report of May allows 100 people.', less_restrictive: 'A larger room is let; tickets would not lower the number.', equality: 'Any event of this size is treated the same.',
  expression: 'The same event may be held in the other hall.', election: 'outside', review_route: 'In writing to the monitoring officer within 10 days.',
};

/** Takes a booking in by its form. @returns its address */
export async function takeIn(client: Client, fields: Fields): Promise<string> {
  return placeOf(await client.fill(paths.form('county'), fields));
}

/** Takes a booking in that two departments have to decide, and fills in the checklist. @returns its address */
export async function checked(client: Client, fields: Fields): Promise<string> {
  const place = await takeIn(client, fields);
  placeOf(await client.fill(place, allClear, '/checks'));
  return place;
}

/** Turns the key of whoever the client is. */
export function turn(client: Client, place: string, verdict: string, fields: Fields = {}): Promise<Reply> {
  return client.fill(`${place}/decision`, { verdict, said: 'Looked at with the site.', ...fields }, '/decision');
}

export function placeOf(reply: Reply): string {
  assert.equal(reply.status, 303, reply.text.slice(0, 900));
  return String(reply.headers['location']).replace(/\?.*$/, '');
}

export async function stateOf({ site }: Pick<Cast, 'site'>, place: string) {
  const [row] = await query<{ asking: string | null; outcome: string | null; by_rule: boolean }>(site.db.as('superuser'), 'select asking, outcome, by_rule from booking where id = $1', [place.split('/').at(-1)]);
  return row ?? assert.fail(place);
}
