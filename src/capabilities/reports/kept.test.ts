import assert from 'node:assert/strict';
import { test } from 'node:test';
import { query } from '../../../test/database.ts';
import { testSite } from '../../../test/site.ts';
import type { Id } from '../../kernel/id.ts';
import type { Audience } from '../../kernel/marking.ts';
import { dayIn, yearOf } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import { yearSamples } from '../dip-sampling/index.ts';
import { venuesOfYear } from '../venue-hire/index.ts';
import { paths } from './paths.ts';

const site = await testSite({ examples: true });
const today = dayIn(site.clock.now);
const year = (name: string) => yearOf(name) ?? assert.fail(name);

const kept = ['dip_samples', 'venues', 'channel', 'plan'] as const;
type Data = Readonly<Record<(typeof kept)[number], unknown>>;
const dataOf = async (org: string, name: string, audience: Audience): Promise<Data> => JSON.parse((await (await site.as(`lead@${org}.example`)).get(paths.file(org, name, audience, 'json'))).body);
const shown = (data: Data) => kept.filter((part) => data[part] !== null);

async function inOwn<Read>(org: string, work: (tx: Transaction, orgId: Id) => Promise<Read>): Promise<Read> {
  const [person] = await query<{ org: string; id: string }>(site.db.as('superuser'), 'select p.org_id as org, p.id from person p join organisation o on o.id = p.org_id where o.short_name = $1 limit 1', [org]);
  assert.ok(person);
  return site.db.database.within({ is: 'own', orgId: person.org, personId: person.id, day: today }, (tx) => work(tx, person.org));
}

test('the county’s newest year carries a page of each, other bodies those that they have, and years before it no state of today', async () => {
  for (const audience of ['restricted', 'members', 'public'] as const) assert.deepEqual(shown(await dataOf('loamshire', '2024-25', audience)), kept, audience);
  assert.deepEqual(shown(await dataOf('pellbridge', '2025-26', 'members')), ['channel']);
  assert.deepEqual(shown(await dataOf('pellbridge', '2024-25', 'members')), [], 'the year after has outcomes');
  assert.deepEqual(shown(await dataOf('leicestershire', '2025-26', 'restricted')), [], 'nothing more is known than that its panel is not applicable');
});

test('exercises stand in the year in which they ended; an open one is named without what was found', async () => {
  const read = (name: string) => inOwn('loamshire', (tx, orgId) => yearSamples(tx, orgId, year(name), today));
  const samples = await read('2025-26') ?? assert.fail();
  assert.deepEqual(samples.exercises.map(({ state, sizes, tallies, agreement, themes, actions }) => [state, sizes?.sample, tallies.length, agreement?.percent, themes, actions.open]), [['closed', 6, 13, 96, 1, 1], ['drawn', 5, 0, undefined, 0, 0]]);
  const feedback = samples.exercises[0]?.tallies.find(({ question }) => question.startsWith('Was the referrer told'));
  assert.equal(feedback && feedback.yes + feedback.partly + feedback.no, 6);
  assert.deepEqual([(await read('2024-25'))?.exercises.length, await read('2023-24')], [1, null]);
});

test('bookings stand in the year in which they came in, and sites in the newest', async () => {
  const read = (name: string, standing: boolean) => inOwn('loamshire', (tx, orgId) => venuesOfYear(tx, orgId, year(name), { asAt: today, standing }));
  const page = await (await site.as('lead@loamshire.example')).get('/organisations/loamshire/booking-numbers?year=2025-26');
  const numbers = (await read('2025-26', true))?.numbers ?? assert.fail();
  assert.match(page.text, new RegExp(`Taken in ${numbers.bookings} Approved by the rules ${numbers.byRule} .* Approved with conditions ${numbers.withConditions} Refused ${numbers.refused} Cancelled after approval ${numbers.cancelled} .* overturned on review ${numbers.overturned} .* median ${numbers.medianDays}`));
  assert.ok((numbers.refused ?? 0) > 0 && (numbers.overturned ?? 0) > 0 && (numbers.wronglyAllowed ?? 0) > 0);
  assert.deepEqual([(await read('2024-25', false))?.sites, (await read('2024-25', true))?.sites.length, await read('2023-24', false)], [[], 4, null]);
});

test('each source is read once, whether a body has anything of it or not', async () => {
  for (const [org, name] of [['loamshire', '2024-25'], ['leicestershire', '2025-26']] as const) {
    const before = site.statements.length;
    await dataOf(org, name, 'members');
    const read = site.statements.slice(before);
    for (const table of ['sample_exercise', 'sample_programme', 'venue_site', 'booking b', 'channel_panel', 'channel_office']) assert.equal(read.filter((statement) => statement.includes(table)).length, 1, `${org} ${table}`);
  }
});
