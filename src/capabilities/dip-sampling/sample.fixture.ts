import assert from 'node:assert/strict';
import type { Client, Fields, Reply } from '../../../test/client.ts';
import { query } from '../../../test/database.ts';
import { testSite, type TestSite } from '../../../test/site.ts';
import { buildWorld, type World } from '../../../test/world.ts';
import type { Id } from '../../kernel/id.ts';
import { questionsOf } from './bank.ts';
import { paths } from './paths.ts';

export const codesAsked = ['form', 'timescale', 'feedback'] as const;
export const dice = { chair: '35124 61533 61124 45263', police: '11662 43521 33561 24456' };

export type Cast = {
  readonly site: TestSite; readonly world: World; readonly lead: Client; readonly officer: Client;
  /** Of one district, with the chair's seat, and of the other, with that of the police. */
  readonly chair: Client; readonly police: Client;
};

/** The county has a programme; its own panel is sampled and two districts have the seats. */
export async function sampleCast(): Promise<Cast> {
  const site = await testSite();
  const world = await buildWorld(site.store);
  const lead = await site.as('lead@county.test');
  assert.equal((await lead.fill(paths.programme('county'), { every: '6', purpose: 'Whether referrals go as the pathway says.' })).status, 303);
  return { site, world, lead, officer: await site.as('officer@county.test'), chair: await site.as('lead@district.test'), police: await site.as('lead@second-district.test') };
}

export function written({ organisations }: World, fields: Fields = {}): Fields {
  return {
    'panel': organisations.county.id, 'from-day': '1', 'from-month': '4', 'from-year': '2025', 'to-day': '30', 'to-month': '9', 'to-year': '2025', 'population': '10', 'sample': '3', 'police_count': '10',
    'list': 'Referrals received, police case system', 'order': 'By date of receipt, the earliest first', 'custodian': 'Prevent supervisor', 'exclusions': 'Referrals that are still open', 'questions': [...codesAsked],
    'chair_body': organisations.district.id, 'chair_role': 'Channel chair', 'police_body': organisations['second-district'].id, 'police_role': 'Counter Terrorism Policing reviewer', ...fields,
  };
}

/** Plans an exercise and freezes its frame. @returns its identifier */
export async function frozen({ lead, world }: Cast, fields: Fields = {}): Promise<Id> {
  const reply = await lead.fill(paths.form('county'), written(world, fields));
  assert.equal(reply.status, 303, reply.text);
  const id = idIn(reply);
  assert.equal((await lead.fill(paths.item('county', id), {}, '/freezing')).status, 303);
  return id;
}

export async function seated(cast: Cast, fields: Fields = {}): Promise<Id> {
  const id = await frozen(cast, fields);
  for (const who of [cast.chair, cast.police]) assert.equal((await who.fill(paths.item('county', id), {}, '/seat')).status, 303);
  return id;
}

/** Both seats are taken and both have thrown. @returns the exercise and the positions that were drawn */
export async function drawn(cast: Cast, fields: Fields = {}): Promise<{ readonly id: Id; readonly positions: readonly number[] }> {
  const id = await seated(cast, fields);
  for (const who of ['chair', 'police'] as const) {
    const thrown = await cast[who].fill(paths.item('county', id), { throws: dice[who] }, '/throws');
    assert.equal(thrown.status, 303, thrown.text);
  }
  const [row] = await query<{ positions: number[] }>(cast.site.db.as('superuser'), 'select positions from sample_draw where exercise_id = $1', [id]);
  return { id, positions: row?.positions ?? assert.fail('nothing was drawn') };
}

/** Answers every position alike, but for what a test says of one of them, and finishes. */
export async function review(who: Client, id: Id, positions: readonly number[], otherwise: Readonly<Record<number, Fields>> = {}): Promise<void> {
  for (const position of positions) {
    const reply = await who.fill(paths.case('county', id, position), { ...all('yes'), ...otherwise[position] });
    assert.equal(reply.status, 303, reply.text);
  }
  assert.equal((await who.fill(paths.item('county', id), {}, '/finish')).status, 303);
}

export function all(code: string): Fields {
  return Object.fromEntries(codesAsked.map((question) => [`q-${question}`, code]));
}

/** Both have reviewed and settled, and the exercise can be closed. They differ in one answer. */
export async function settled(cast: Cast, fields: Fields = {}): Promise<{ readonly id: Id; readonly positions: readonly number[] }> {
  const { id, positions } = await drawn(cast, fields);
  const [first = 0] = positions;
  await review(cast.chair, id, positions);
  await review(cast.police, id, positions, { [first]: { 'q-feedback': 'no' } });
  assert.equal((await cast.chair.fill(paths.differences('county', id), { [`s-${first}-feedback`]: 'partly' })).status, 303);
  assert.equal((await cast.police.fill(paths.differences('county', id), {}, '/agreement')).status, 303);
  return { id, positions };
}

export function closing(fields: Fields = {}): Fields {
  return { themes: 'Feedback to referrers came late.', learning: 'Tell each referrer within ten working days.', ...fields };
}

export function idIn({ headers }: Reply): Id {
  return /dip-samples\/([0-9a-f-]{36})/.exec(String(headers['location']))?.[1] ?? assert.fail(`no exercise in ${String(headers['location'])}`);
}

export function textOf(code: string): string {
  return questionsOf('2026-1').find((one) => one.code === code)?.text ?? assert.fail(code);
}
