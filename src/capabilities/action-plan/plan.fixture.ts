import assert from 'node:assert/strict';
import { query } from '../../../test/database.ts';
import type { Client, Fields, Reply } from '../../../test/client.ts';
import type { Id } from '../../kernel/id.ts';
import { cast, stateOutcomes, statement, year, type Cast } from '../moderation/moderation.fixture.ts';
import { moderationPaths } from '../moderation/index.ts';
import { paths } from './paths.ts';

/** An action as the form takes it, owned by the county; a test says what differs. */
export function written(fields: Fields = {}): Fields {
  return { text: 'Put every risk log on one calendar.', place: 'LA2', origin: 'other', marking: 'OFFICIAL', ...fields };
}

export const dated = { 'dated-day': '1', 'dated-month': '3', 'dated-year': '2026' };

export function due(day: string): Fields {
  const [year_, month, dayOfMonth] = day.split('-').map((part) => String(Number(part)));
  return { 'due-day': dayOfMonth ?? '', 'due-month': month ?? '', 'due-year': year_ ?? '' };
}

/** Adds an action by its form. @returns its address */
export async function addAction(client: Client, fields: Fields = {}): Promise<string> {
  const reply = await client.fill(paths.added('county'), written(fields));
  assert.equal(reply.status, 303, reply.text.slice(0, 500));
  return placeOf(reply);
}

export function placeOf({ headers }: Reply): string {
  return String(headers['location']).replace(/\?.*$/, '');
}

/** The county’s published findings with three recommendations, the last of them without a benchmark. */
export async function withRecommendations(): Promise<Cast & { readonly recommendations: readonly Id[] }> {
  const all = await cast();
  const { site, world, adviser } = all;
  await adviser.fill(moderationPaths.findings('county', year), {});
  await stateOutcomes(adviser, world);
  for (const [text, benchmark] of [['Track the risk logs.', 'LA2'], ['Sample referrals.', 'LA4'], ['Look at venues again.', '']] as const) {
    await adviser.fill(moderationPaths.statements('county', year, 'recommendation'), statement(text, benchmark));
  }
  assert.equal((await adviser.fill(moderationPaths.publication('county', year), {})).status, 303);
  return { ...all, recommendations: (await query<{ id: Id }>(site.db.as('superuser'), 'select id from recommendation order by position')).map(({ id }) => id) };
}
