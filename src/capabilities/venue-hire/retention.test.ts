import assert from 'node:assert/strict';
import { test } from 'node:test';
import { query } from '../../../test/database.ts';
import { verifyChain } from '../../platform/audit.ts';
import { disposeOfDue } from '../../platform/retention.ts';
import { paths } from './paths.ts';
import { booked, cast, checked, dated, on, placeOf, turn } from './venue.fixture.ts';

test('a booking goes two years after its event with all that hangs on it, an incident stays longer, and the chain is whole', async () => {
  const { site, world, property, siteId } = await cast();
  const place = await checked(property, booked(siteId));
  placeOf(await turn(property, place, 'approve'));
  placeOf(await property.fill(paths.incidents('county'), { kind: 'incident', site: siteId, booking: place.split('/').at(-1) ?? '', ...dated('happened', '2026-03-01'), wrongly_allowed: 'no', what: 'A window broke.', learned: 'Ball games are asked about.' }));
  const left = async () => (await query<Record<string, number>>(site.db.as('superuser'), `select ${['booking', 'booking_check', 'booking_key', 'venue_incident'].map((table) => `(select count(*)::integer from ${table}) as ${table}`).join(', ')}`))[0];
  await disposeOfDue({ database: site.db.database, files: site.files }, on('2028-03-20'));
  assert.deepEqual(await left(), { booking: 1, booking_check: 7, booking_key: 1, venue_incident: 1 });
  await disposeOfDue({ database: site.db.database, files: site.files }, on('2028-03-21'));
  assert.deepEqual(await left(), { booking: 0, booking_check: 0, booking_key: 0, venue_incident: 1 });
  assert.match((await property.get(paths.incidents('county'))).text, /The booking’s record has gone/);
  const texts = await query<{ value: string }>(site.db.as('superuser'), "select value from audit_text where value in ('HALL-1001', 'Looked at with the site.')");
  assert.deepEqual(texts, [], 'nor is a word of it left in the history');
  const report = await world.as('lead@county.test', (tx) => verifyChain(tx, world.organisations.county.id));
  assert.equal(report.fault, undefined);
  await disposeOfDue({ database: site.db.database, files: site.files }, on('2032-03-02'));
  assert.equal((await left())?.['venue_incident'], 0);
});
