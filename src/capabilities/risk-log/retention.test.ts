import assert from 'node:assert/strict';
import { test } from 'node:test';
import { query } from '../../../test/database.ts';
import { testSite } from '../../../test/site.ts';
import { dayOf } from '../../kernel/year.ts';
import { verifyChain } from '../../platform/audit.ts';
import { disposeOfDue } from '../../platform/retention.ts';

const site = await testSite({ examples: true });
const tables = ['risk_return', 'returned_risk', 'risk_confirmation', 'chase', 'risk_event', 'risk_event_body', 'risk_event_answer', 'police_profile', 'risk_request', 'risk_reply'];
const on = (text: string) => dayOf(text) ?? assert.fail(text);

async function counts(): Promise<Record<string, number>> {
  const [row] = await query<Record<string, number>>(site.db.as('superuser'), `select ${tables.map((table) => `(select count(*)::integer from ${table}) as ${table}`).join(', ')},
    (select count(*)::integer from risk where closed_on is not null) as closed, (select count(*)::integer from risk where closed_on is null) as open`);
  return row ?? assert.fail();
}

test('a return, a chase, a review, a passed risk and a closed risk go when the period is over, what is open stays, and the chain is whole', async () => {
  const before = await counts();
  assert.ok(tables.every((table) => (before[table] ?? 0) > 0) && (before['closed'] ?? 0) > 0, JSON.stringify(before));
  await disposeOfDue({ database: site.db.database, files: site.files }, on('2031-03-31'));
  assert.deepEqual(await counts(), before, 'nothing goes within six years of its end');
  await disposeOfDue({ database: site.db.database, files: site.files }, on('2034-01-01'));
  assert.deepEqual(await counts(), { ...Object.fromEntries(tables.map((table) => [table, 0])), closed: 0, open: before['open'] });
  const bodies = await query<{ id: string }>(site.db.as('superuser'), 'select distinct org_id as id from disposal');
  assert.ok(bodies.length > 1);
  for (const { id } of bodies) {
    const report = await site.db.database.within({ is: 'own', orgId: id, personId: null, day: on('2034-01-01') }, (tx) => verifyChain(tx, id));
    assert.equal(report.fault, undefined);
  }
});
