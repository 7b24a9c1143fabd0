import assert from 'node:assert/strict';
import { test } from 'node:test';
import { query } from '../../../test/database.ts';
import { testSite } from '../../../test/site.ts';
import { dayIn, yearOf } from '../../kernel/year.ts';
import { lookFile } from '../look/index.ts';
import { organisationNamed, thresholdOf } from '../organisations/index.ts';
import { readRecord } from './record.ts';
import { toldTo } from './rules.ts';
import { freezeTold, readTold } from './frozen-told.ts';

const site = await testSite({ examples: true });
const day = dayIn(site.clock.now);

test('a year that was submitted keeps the threshold that it was submitted with, others follow the body’s', async () => {
  for (const [body, lead] of [['pellbridge', 'lead@pellbridge.example'], ['leicestershire', 'lead@leicestershire.example']] as const) {
    assert.equal((await (await site.as(lead)).fill(`/organisations/${body}/small-numbers`, { below: '20' })).status, 303);
  }
  assert.deepEqual([await thresholdIn('pellbridge'), await thresholdIn('leicestershire')], [10, 20]);
});

test('the adviser’s outputs hide what the body’s do', async () => {
  const [adviser] = await query<{ org: string; id: string }>(site.db.as('superuser'), "select org_id as org, person_id as id from membership where role = 'adviser' limit 1");
  assert.ok(adviser);
  await site.db.database.within({ is: 'grant', orgId: adviser.org, personId: adviser.id, day }, async (tx) => {
    assert.equal(await thresholdOf(tx, (await organisationNamed(tx, 'loamshire') ?? assert.fail()).id), 15);
  });
});

/** The threshold of a year's outputs, as they are read from the record and as a pack keeps them. */
async function thresholdIn(body: string): Promise<number> {
  const [person] = await query<{ org: string; id: string }>(site.db.as('superuser'), 'select p.org_id as org, p.id from person p join organisation o on o.id = p.org_id where o.short_name = $1 limit 1', [body]);
  assert.ok(person);
  return site.db.database.within({ is: 'own', orgId: person.org, personId: person.id, day }, async (tx) => {
    const organisation = await organisationNamed(tx, body) ?? assert.fail();
    const record = await readRecord({ tx, organisation, scope: 'own', today: day }, yearOf('2025-26') ?? assert.fail());
    assert.ok(record?.accepted);
    const told = toldTo('members', record.value);
    assert.ok(told.accepted);
    const named = { edition: record.value.edition, lookFile: (sha256: Buffer) => lookFile(tx, organisation.id, sha256) };
    const kept = await readTold(freezeTold({ told: told.value, dated: day, demonstration: true }), named);
    assert.equal(kept.told.threshold, told.value.threshold);
    return told.value.threshold;
  });
}
