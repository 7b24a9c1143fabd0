import assert from 'node:assert/strict';
import { test } from 'node:test';
import { query } from '../../../test/database.ts';
import { dayOf } from '../../kernel/year.ts';
import { disposeOfDue } from '../../platform/retention.ts';
import { cast, dated, heldWith, keeps, openedStatement, planned, publishStatementEdition, stated } from './channel.fixture.ts';

const { site, county } = await cast();
const tables = ['channel_panel', 'channel_office', 'channel_seat', 'channel_meeting', 'channel_presence', 'channel_agreement', 'channel_statement', 'channel_control', 'channel_reviews'];

async function counts(): Promise<readonly number[]> {
  const rows = await query<{ all: number[] }>(site.db.as('superuser'), `select array[${tables.map((table) => `(select count(*)::integer from ${table})`).join(', ')}] as all`);
  return rows[0]?.all ?? [];
}

test('what is over goes when the period is, and what still counts stays', async () => {
  await keeps(county, { office: 'chair', office_role: 'Director', ...dated('appointed', '2024-01-01') }, '/offices');
  await keeps(county, { agency: 'Police', seat_role: 'Inspector' }, '/seats');
  await heldWith(county, await planned(county, '2026-02-02'), 'present');
  await keeps(county, { ...dated('agreed', '2025-01-01'), ...dated('expires', '2026-01-01') }, '/agreements');
  const { areas } = await publishStatementEdition(site);
  const statement = await openedStatement(county, '2024-25');
  await stated(county, statement, areas.map(({ code }) => code));
  assert.equal((await county.fill(statement, { signed_role: 'Director', ...dated('signed', '2025-06-01') }, '/signature')).status, 303);
  await keeps(county, { quarter: '2025-26-Q3', reviews_due: '3', reviews_on_time: '3' }, '/reviews');
  assert.deepEqual(await counts(), [1, 1, 1, 1, 1, 1, 1, 10, 1]);
  const dispose = (day: string) => disposeOfDue({ database: site.db.database, files: site.files }, dayOf(day) ?? assert.fail());
  await dispose('2031-03-30');
  assert.deepEqual(await counts(), [1, 1, 1, 1, 1, 1, 1, 10, 1]);
  await dispose('2032-04-02');
  assert.deepEqual(await counts(), [1, 1, 1, 0, 0, 1, 0, 0, 0]);
});
