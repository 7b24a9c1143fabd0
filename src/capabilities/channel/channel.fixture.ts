import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Client, Fields } from '../../../test/client.ts';
import { testSite, type TestSite } from '../../../test/site.ts';
import { buildWorld, type World } from '../../../test/world.ts';
import { newId } from '../../kernel/id.ts';
import { parseAnyEdition, publishEdition } from '../frameworks/index.ts';
import { paths } from './paths.ts';

export type Cast = { readonly site: TestSite; readonly world: World; readonly county: Client; readonly district: Client };

/** A county that runs its panel, on 2 March 2026. */
export async function cast(): Promise<Cast> {
  const site = await testSite();
  const world = await buildWorld(site.store);
  const [county, district] = [await site.as('lead@county.test'), await site.as('lead@district.test')];
  await keeps(county, { here: 'yes' }, '/channel');
  return { site, world, county, district };
}

/** Fills in one of the forms of the county's panel, which takes it. */
export async function keeps(county: Client, fields: Fields, form: string): Promise<void> {
  const reply = await county.fill(paths.panel('county'), fields, form);
  assert.equal(reply.status, 303, `${form}: ${reply.text.slice(0, 600)}`);
}

export function dated(name: string, day: string): Fields {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  return { [`${name}-day`]: dayOfMonth, [`${name}-month`]: month, [`${name}-year`]: year };
}

/** Names the district as a body that shares the county's panel. */
export async function shareWithDistrict({ county, world }: Pick<Cast, 'county' | 'world'>): Promise<void> {
  await keeps(county, { body: world.organisations.district.id }, '/shares');
}

/** Plans a meeting of the county's panel. @returns its address */
export async function planned(county: Client, day: string): Promise<string> {
  await keeps(county, dated('meets', day), '/channel/meetings');
  const page = await county.get(paths.panel('county'));
  return [...page.body.matchAll(/href="([^"]*\/channel\/meetings\/[0-9a-f-]{36})"/g)].map(([, href = '']) => href)[0] ?? assert.fail('there is a meeting');
}

/** Records that a meeting was held, and the same presence for each seat. */
export async function heldWith(county: Client, meeting: string, presence: string): Promise<void> {
  const seats = [...new Set([...(await county.get(meeting)).body.matchAll(/name="(seat-[0-9a-f-]{36})"/g)].map(([, name = '']) => name))];
  const reply = await county.fill(meeting, { held: 'yes', ...Object.fromEntries(seats.map((seat) => [seat, presence])) });
  assert.equal(reply.status, 303, reply.text.slice(0, 600));
}

const editionFile = '../../../frameworks/channel-statement-2024-25.yaml';

/** Publishes the edition of the annual statement that the product ships. @returns it, as its file holds it */
export async function publishStatementEdition({ store: { database } }: TestSite) {
  const edition = parseAnyEdition(readFileSync(new URL(editionFile, import.meta.url), 'utf8'));
  assert.ok(edition.accepted && edition.value.kind === 'channel_statement', 'it is a good edition');
  const { value } = edition;
  const published = await database.transaction((tx) => publishEdition(tx, value, newId()));
  assert.ok(published.accepted);
  return { ...value, id: published.value };
}

/** Opens a statement. @returns its address */
export async function openedStatement(county: Client, year: string, due = '2026-06-30'): Promise<string> {
  const reply = await county.fill(paths.panel('county'), { edition: 'channel-statement-2024-25', year, ...dated('statement_due', due) }, '/channel/statements');
  assert.equal(reply.status, 303, reply.text.slice(0, 600));
  return String(reply.headers['location']).replace(/\?.*/, '');
}

/** States the same extent for areas of an open statement. */
export async function stated(client: Client, statement: string, codes: readonly string[], extent = 'met'): Promise<void> {
  for (const code of codes) {
    const reply = await client.fill(`${statement}/areas/${code}`, { extent, reason: `What the record shows of ${code}.`, options: [`${code}.1`] });
    assert.equal(reply.status, 303, `${code}: ${reply.text.slice(0, 600)}`);
  }
}
