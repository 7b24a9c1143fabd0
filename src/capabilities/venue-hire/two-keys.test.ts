// Random orders of people, departments, retries and presses at the same moment, against the database: no decision is ever
// that of one department. The prove row runs 1,000 of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { query } from '../../../test/database.ts';
import { newId, type Id } from '../../kernel/id.ts';
import type { Trigger } from './rules.ts';
import { addBooking } from './store.ts';
import { ordersHeld } from './two-keys.fixture.ts';
import { cast, on } from './venue.fixture.ts';

const all = await cast();
const orders = Number(process.env['TWO_KEYS_ORDERS'] ?? 60);

test(`${orders} random orders yield no decision of fewer than two departments`, async () => {
  const { decided, refusedByDatabase, voided, byRule } = await ordersHeld(all, orders);
  assert.ok(decided > orders / 10, `${decided} were decided at all`);
  assert.ok(refusedByDatabase > orders / 10, `the database itself refused ${refusedByDatabase} steps`);
  assert.ok(voided > 0 && byRule > 0, `${voided} had keys made void by a correction, ${byRule} were ordinary after one`);
});

test('the database refuses a decision that the program would write without keys', async () => {
  const orgId = all.world.organisations.county.id;
  const own = (text: string) => query(all.site.db.as('superuser'), text);
  const begin = (reference: string, triggers: readonly Trigger[]): Promise<Id> => all.world.as('officer@county.test', async (tx) => {
    const id = newId();
    await addBooking(tx, { orgId, id, siteId: all.siteId, policyId: all.policyId, largeFrom: 120, triggers, decideBy: on('2026-03-10') }, {
      reference, receivedOn: on('2026-03-02'), eventOn: on('2026-03-20'), bookedBy: 'company', eventKind: 'other', size: 20, admission: 'invited', hiredBefore: true, detailsHeld: true, termsAccepted: false, concern: null,
    });
    return id;
  });
  const id = await begin('DB-1', ['terms']);
  for (const outcome of ['approved', 'conditions', 'refused', 'cancelled']) {
    await assert.rejects(own(`update booking set asking = null, outcome = '${outcome}', decided_on = '2026-03-02' where id = '${id}'`), /two departments/, outcome);
  }
  await assert.rejects(own(`update booking set by_rule = true, asking = null, outcome = 'approved', decided_on = '2026-03-02' where id = '${id}'`), /the facts of a booking stand/);
  await assert.rejects(begin('DB-2', []), /check constraint/, 'what the rules ask is computed by the database too');
});
