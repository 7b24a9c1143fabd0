import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { dayOf } from '../../kernel/year.ts';
import { en } from '../../words/index.ts';
import { cast, dated, heldWith, keeps, planned, shareWithDistrict } from './channel.fixture.ts';
import { channelFacts } from './index.ts';
import { paths } from './paths.ts';

const all = await cast();
const { site, world, county, district } = all;
const today = dayOf('2026-03-02') ?? assert.fail();

async function facts(body: 'county' | 'district' | 'second-district', code = 'LA5') {
  return world.as(`lead@${body}.test`, async (tx) => {
    const indicatorCodes = world.edition.benchmarks.find((one) => one.code === code)?.indicators.map((one) => one.code) ?? [];
    const question = { tx, orgId: world.organisations[body].id, orgShortName: body, assessmentId: world.assessmentId, year: world.year, benchmark: { code, indicatorCodes }, today };
    const before = site.statements.length;
    const found = await channelFacts.facts(question);
    assert.ok(site.statements.length - before <= 1, 'one statement');
    return found.map(({ concerns, say, rule, rowsHref, asAt }) => { assert.ok(rule(en).length > 30 && asAt === today); return [concerns, say(en), rowsHref]; });
  });
}

const panel = paths.panel('county');
const bare = [
  [{ indicator: 'LA5.m4' }, '0 of 0 planned panel meetings of the last 12 months were held.', panel],
  [{ indicator: 'LA5.m2' }, 'No chair is recorded.', panel], [{ indicator: 'LA5.m3' }, 'No deputy chair is recorded.', panel],
  [{ indicator: 'LA5.m9' }, 'No information-sharing agreement is recorded.', panel], [{ indicator: 'LA5.m10' }, 'No annual statement has been signed.', panel],
];

test('beside the fifth benchmark stands what the record shows, and beside no other', async () => {
  assert.deepEqual([await facts('county'), await facts('county', 'LA2'), await facts('district')], [bare, [], []]);
  await keeps(county, { agency: 'Police', seat_role: 'Inspector' }, '/seats');
  await heldWith(county, await planned(county, '2025-03-02'), 'absent');
  await heldWith(county, await planned(county, '2025-12-01'), 'present');
  await heldWith(county, await planned(county, '2026-01-12'), 'substitute');
  await planned(county, '2026-03-01');
  await keeps(county, { office: 'chair', office_role: 'Director', ...dated('appointed', '2024-01-01'), ...dated('trained', '2024-02-01'), ...dated('training_due', '2026-02-01') }, '/offices');
  await keeps(county, { ...dated('agreed', '2024-01-01'), ...dated('expires', '2026-03-01') }, '/agreements');
  await keeps(county, { quarter: '2025-26-Q3', reviews_due: '12', reviews_on_time: '11' }, '/reviews');
  assert.deepEqual((await facts('county')).map(([, say]) => say), [
    '2 of 3 planned panel meetings of the last 12 months were held.', 'Attendance by seat: Police, Inspector, 1 of 2 present and 1 substitute.', 'The training of the chair was due again on 1 February 2026.',
    'No deputy chair is recorded.', 'The information-sharing agreement expired on 1 March 2026.', 'No annual statement has been signed.', '92% of the reviews that were due were done on time.',
  ]);
  assert.match((await county.get('/organisations/county/assessments/2025-26/benchmarks/LA5')).text, /2 of 3 planned panel meetings/);
});

test('a body that shares the panel has the lead body’s facts beside its own “not applicable”, and nobody else has', async () => {
  assert.equal((await district.fill(paths.panel('district'), { here: 'no', not_stated: 'yes' }, '/channel')).status, 303);
  assert.deepEqual(await facts('district'), [[{ benchmark: 'LA5' }, 'Not applicable: reason not stated in the source.', paths.panel('district')]]);
  await shareWithDistrict(all);
  const [own, first] = await facts('district');
  assert.deepEqual([own?.[1], first], ['Not applicable: reason not stated in the source.', [{ indicator: 'LA5.m4' }, 'Exampleshire County Council: 2 of 3 planned panel meetings of the last 12 months were held.', panel]]);
  assert.deepEqual(await facts('second-district'), []);
});

test('the database shows the panel to those who share it alone, and the numbers of reviews to its own body', async () => {
  const read = (email: 'lead@district.test' | 'lead@second-district.test', is: 'own' | 'grant', table: string) => site.db.database.within(
    { is, orgId: world.organisations[email === 'lead@district.test' ? 'district' : 'second-district'].id, personId: world.people[email].personId, day: today },
    async (tx) => (await sql<{ n: number }>`select count(*)::integer as n from ${sql.table(table)} where org_id = ${world.organisations.county.id}`.execute(tx)).rows[0]?.n);
  for (const table of ['channel_panel', 'channel_office', 'channel_seat', 'channel_meeting', 'channel_presence', 'channel_agreement']) {
    assert.ok((await read('lead@district.test', 'grant', table) ?? 0) > 0, table);
    assert.deepEqual([await read('lead@district.test', 'own', table), await read('lead@second-district.test', 'grant', table)], [0, 0], table);
  }
  await assert.rejects(read('lead@district.test', 'grant', 'channel_reviews'), /permission denied/);
  const figures = (email: 'lead@district.test' | 'lead@second-district.test') => world.as(email, async (tx) => (await sql<{ shown: boolean }>`select channel_figures(${world.organisations.county.id}, ${today}) is not null as shown`.execute(tx)).rows[0]?.shown);
  assert.deepEqual([await figures('lead@district.test'), await figures('lead@second-district.test')], [true, false]);
  const write = world.as('lead@county.test', (tx) => sql`insert into channel_reviews (org_id, id, quarter, due, on_time) values (${world.organisations.county.id}, gen_random_uuid(), '2025-26-Q1', 3, 4)`.execute(tx));
  await assert.rejects(write, /check constraint/);
  const before = world.as('lead@county.test', (tx) => sql`insert into channel_presence (org_id, id, meeting_id, seat_id, presence)
    select m.org_id, gen_random_uuid(), m.id, s.id, 'present' from channel_meeting m join channel_seat s on s.org_id = m.org_id where m.org_id = ${world.organisations.county.id} and m.held is null`.execute(tx));
  await assert.rejects(before, /foreign key/, 'nobody came to a meeting that was not held');
});
