import assert from 'node:assert/strict';
import { test } from 'node:test';
import { query } from '../../../test/database.ts';
import { cast, findings, said, stateOutcomes, year } from './moderation.fixture.ts';
import { paths } from './paths.ts';
import { queueFilterFrom } from './queue.ts';

const queue = paths.advising('home-office');

test('each state of a year stands in the queue, and the filter finds it', async () => {
  const { world, lead, adviser } = await cast();
  const shows = async (state: string) => assert.ok((await adviser.get(`${queue}?state=${state}&year=${year}`)).text.includes('Exampleshire'), state);
  await shows('not_submitted');
  await adviser.fill(findings, {});
  await shows('begun');
  await stateOutcomes(adviser, world);
  await adviser.fill(paths.sharing('county', year), {});
  await shows('shared');
  await lead.fill(paths.reply('county', year), { 'stance-whole': 'accepted' });
  await shows('replied');
  await adviser.fill(paths.sharing('county', year), {});
  await shows('shared');
  await adviser.fill(paths.publication('county', year), {});
  await shows('published');
  assert.ok((await adviser.get(`${queue}?state=replied`)).text.includes(said.advising.noneFound));
});

test('350 submissions are a page of 50, by at most six statements, the longest wait first', async () => {
  const { site, adviser } = await cast();
  const superuser = site.db.as('superuser');
  await query(superuser, `insert into organisation (id, short_name, name, kind, invented) select gen_random_uuid(), 'body-' || n, 'Body ' || lpad(n::text, 3, '0'), 'district', true from generate_series(1, 350) n`);
  await query(superuser, `insert into access_grant (org_id, id, grantee_id, kind, reason, from_day) select o.id, gen_random_uuid(), h.id, 'moderation', 'The year.', '2025-04-01' from organisation o, organisation h where o.short_name like 'body-%' and h.short_name = 'home-office'`);
  await query(superuser, `insert into assessment (org_id, id, edition_id, year) select o.id, gen_random_uuid(), e.id, '2025-26' from organisation o, edition e where o.short_name like 'body-%'`);
  // Signed off by nobody, which the table's triggers would not let in.
  await query(superuser, 'alter table submission disable trigger all');
  await query(superuser, `insert into submission (org_id, id, version, created_at, changed_at, assessment_id, year, number, sign_off_id, frozen, frozen_sha256) select a.org_id, gen_random_uuid(), 1, now(), now(), a.id, a.year, 1, gen_random_uuid(), '{}', sha256('{}') from assessment a join organisation o on o.id = a.org_id where o.short_name like 'body-%'`);
  await query(superuser, `update submission s set created_at = '2026-01-01'::timestamptz + (right(o.name, 3)::int || ' hours')::interval from organisation o where o.id = s.org_id and o.name like 'Body %'`);
  const before = site.statements.length;
  const first = await adviser.get(queue);
  assert.ok(site.statements.length - before <= 6, `${site.statements.length - before} statements`);
  assert.equal(first.status, 200);
  const names = (text: string) => [...text.matchAll(/Organisation (Body \d{3})/g)].map(([, name]) => name);
  assert.deepEqual([names(first.text).length, names(first.text)[0], names(first.text).at(-1)], [50, 'Body 001', 'Body 050']);
  assert.equal(names((await adviser.get(`${queue}?page=8`)).text).length, 0, 'the county is last: it has not submitted');
  assert.equal(names((await adviser.get(`${queue}?page=7&state=submitted`)).text).at(-1), 'Body 350');
});

test('an address that asks for nonsense is not filtered', () => {
  assert.deepEqual(queueFilterFrom({ state: 'won', year: 'soon', page: '-1' }), { state: undefined, year: undefined, page: 1 });
});
