import assert from 'node:assert/strict';
import type { Client } from '../../../test/client.ts';
import { attribute, elements } from '../../../test/client.ts';
import { testSite, type TestSite } from '../../../test/site.ts';
import { buildWorld, type World } from '../../../test/world.ts';
import { paths } from './paths.ts';

export type Cast = { readonly site: TestSite; readonly world: World; readonly county: Client; readonly district: Client; readonly second: Client };

/** A county that has agreed its scoring and two quarters, on 2 March 2026: the third, overdue since 22 December, and the fourth, due on 27 March. */
export async function cast(): Promise<Cast> {
  const site = await testSite();
  const world = await buildWorld(site.store);
  const [county, district, second] = [await site.as('lead@county.test'), await site.as('lead@district.test'), await site.as('lead@second-district.test')];
  assert.equal((await county.fill(paths.matrix('county'), {})).status, 303);
  for (const [quarter, opens, due] of [['2025-26-Q3', '2025-10-01', '2025-12-22'], ['2025-26-Q4', '2026-01-05', '2026-03-27']] as const) {
    assert.equal((await county.fill(paths.calendar('county'), { quarter, ...dated('opens', opens), ...dated('due', due) })).status, 303);
  }
  return { site, world, county, district, second };
}

export function dated(name: string, day: string) {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  return { [`${name}-day`]: dayOfMonth, [`${name}-month`]: month, [`${name}-year`]: year };
}

export const riskFields = (event: string, scores: readonly [number, number, number, number, number, number] = [4, 4, 3, 4, 2, 3]) => ({
  theme: 'premises', cause: 'Halls are let without a check of the booking.', event, effect: 'The hall loses the trust of its users.', controls: 'Two departments look at each booking.', owner: 'Head of property',
  benchmarks: 'LA7', marking: 'OFFICIAL', ...dated('review', '2026-06-30'), ...scoreFields(scores),
});

export function scoreFields([a, b, c, d, e, f]: readonly [number, number, number, number, number, number]) {
  return { 'inherent-likelihood': String(a), 'inherent-impact': String(b), 'residual-likelihood': String(c), 'residual-impact': String(d), 'target-likelihood': String(e), 'target-impact': String(f) };
}

/** Adds a risk. @returns its page */
export async function addRisk(client: Client, org: string, event: string): Promise<string> {
  const reply = await client.fill(paths.form(org), riskFields(event));
  assert.equal(reply.status, 303, reply.text.slice(0, 600));
  return String(reply.headers['location']).split('?')[0] ?? '';
}

/** Marks every quiet risk of a return that was begun as unchanged, as a person would. */
export async function markAll(client: Client, org: string, quarter: string): Promise<void> {
  const page = await client.get(paths.return(org, quarter));
  const unchanged = elements(page.body, (one) => attribute(one, 'name') === 'unchanged').flatMap((one) => attribute(one, 'value') ?? []);
  assert.equal((await client.fill(paths.return(org, quarter), { unchanged }, '/confirmations')).status, 303);
}

/** Begins a quarter's return and sends it, with every quiet risk marked. */
export async function sendQuarter(client: Client, org: string, quarter: string): Promise<void> {
  assert.equal((await client.fill(paths.returns(org), { quarter })).status, 303);
  const page = await client.get(paths.return(org, quarter));
  if (page.body.includes('name="unchanged"')) await markAll(client, org, quarter);
  const sent = page.text.includes('Nothing to report') ? await client.fill(paths.return(org, quarter), { reason: 'Looked at in March; no risk is open.' }, '/nil') : await client.fill(paths.return(org, quarter), {}, '/sending');
  assert.equal(sent.status, 303, sent.text.slice(0, 600));
}
