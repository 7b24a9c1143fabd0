import assert from 'node:assert/strict';
import type { Client } from '../../../test/client.ts';
import { testSite, type TestSite } from '../../../test/site.ts';
import { buildWorld, type World } from '../../../test/world.ts';
import { newId, type Id } from '../../kernel/id.ts';
import { dayOf } from '../../kernel/year.ts';
import { en } from '../../words/index.ts';
import { addLink } from '../evidence/index.ts';
import { paths } from './paths.ts';

export const said = en.moderation;
export const year = '2025-26';
export const findings = paths.findings('county', year);
export const recommendations = paths.statements('county', year, 'recommendation');
export const strengths = paths.statements('county', year, 'strength');
const signedOn = dayOf('2026-02-20');
assert.ok(signedOn);

export type Cast = { readonly site: TestSite; readonly world: World; readonly lead: Client; readonly officer: Client; readonly second: Client; readonly adviser: Client };

export async function cast(): Promise<Cast> {
  const site = await testSite();
  const world = await buildWorld(site.store);
  const [lead, officer, second, adviser] = [await site.as('lead@county.test'), await site.as('officer@county.test'), await site.as('second@county.test'), await site.as('adviser@homeoffice.test')];
  return { site, world, lead, officer, second, adviser };
}

export async function addLetter(world: World, email: 'lead@county.test' | 'lead@district.test' = 'lead@county.test', org: 'county' | 'district' = 'county'): Promise<Id> {
  const id = newId();
  assert.ok(signedOn);
  const letter = { orgId: world.organisations[org].id, id, title: 'Letter of the Home Office', url: 'https://example.test/letter', ownerRole: 'Prevent lead', datedOn: signedOn, expiresOn: null, marking: 'OFFICIAL' } as const;
  await world.as(email, (tx) => addLink(tx, letter));
  return id;
}

export async function stateOutcomes(client: Client, world: World, ratings: Readonly<Record<string, string>> = {}, org = 'county'): Promise<void> {
  for (const { code } of world.edition.benchmarks) {
    const reply = await client.fill(paths.outcome(org, year, code), { rating: ratings[code] ?? 'met' });
    assert.equal(reply.status, 303, reply.text.slice(0, 400));
  }
}

export async function transcribe({ world, lead }: Cast): Promise<void> {
  assert.equal((await lead.fill(paths.letter('county', year), { letter: await addLetter(world) })).status, 303);
  await stateOutcomes(lead, world);
}

export const statement = (text: string, benchmark = '') => ({ text, benchmark, marking: 'OFFICIAL' });

/** The fields of a form that the page would carry, for posting without one. */
export async function sealOf(client: Client, fields: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const csrf = /name="csrf" value="([^"]*)"/.exec((await client.get(findings)).body)?.[1];
  assert.ok(csrf);
  return { csrf, request_key: newId(), ...fields };
}

/** The identifier of the first strength or recommendation on its page. */
export async function itemOn(client: Client, path: string): Promise<Id> {
  const item = /(?:strengths|recommendations)\/([0-9a-f-]{36})/.exec((await client.get(path)).body)?.[1];
  assert.ok(item);
  return item;
}
