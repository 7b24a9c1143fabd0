import assert from 'node:assert/strict';
import { test } from 'node:test';
import { query } from '../../../test/database.ts';
import { dayOf, type Day } from '../../kernel/year.ts';
import { verifyChain } from '../../platform/audit.ts';
import { disposeOfDue } from '../../platform/retention.ts';
import { cast } from '../moderation/moderation.fixture.ts';
import { paths } from './paths.ts';
import { addAction, dated } from './plan.fixture.ts';

test('a closed action goes when its period is over, with its notes, its texts and what opened it; an open one stays', async () => {
  const { site, world, lead, second } = await cast();
  const count = async (table: string) => Number((await query<{ n: number }>(site.db.as('superuser'), `select count(*)::integer as n from ${table}`))[0]?.n);
  const dispose = (text: string) => disposeOfDue({ database: site.db.database, files: site.files }, on(text));
  await lead.fill(paths.objectives('county'), { benchmark: 'LA2', text: 'An objective of one action.' });
  const [, objective = ''] = /objectives\/([0-9a-f-]{36})/.exec((await lead.get(paths.objectives('county'))).body) ?? [];
  const item = await addAction(lead, { place: objective, owner: world.organisations.district.id, text: 'Words that go.' });
  await addAction(lead, { text: 'An action that stays.' });
  await lead.fill(item, { text: 'A note that goes.', ...dated }, '/progress');
  await lead.fill(item, { outcome: 'Done.' }, '/closure');
  assert.equal((await second.fill(item, {}, '/confirmation')).status, 303);
  const grants = await count('access_grant');

  await query(site.db.as('superuser'), "set session_replication_role = replica; update action set confirmed_at = '2026-03-02' where state = 'closed'");
  await dispose('2032-03-02');
  assert.deepEqual([await count('action'), await count('action_note'), await count('plan_objective')], [2, 1, 1]);
  await dispose('2032-03-03');
  assert.deepEqual([await count('action'), await count('action_note'), await count('plan_objective'), await count('access_grant')], [1, 0, 0, grants - 1]);
  assert.deepEqual(await query(site.db.as('superuser'), "select 1 from audit_text where value in ('Words that go.', 'A note that goes.', 'Done.', 'An objective of one action.')"), []);
  const orgId = world.organisations.county.id;
  const report = await site.db.database.within({ is: 'own', orgId, personId: null, day: on('2032-03-03') }, (tx) => verifyChain(tx, orgId));
  assert.equal(report.fault, undefined);
});

function on(text: string): Day {
  return dayOf(text) ?? assert.fail(text);
}
