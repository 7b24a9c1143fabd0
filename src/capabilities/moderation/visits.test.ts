import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { sql } from 'kysely';
import { query } from '../../../test/database.ts';
import { dayIn } from '../../kernel/year.ts';
import { lookPaths } from '../look/index.ts';
import { cast, findings, recommendations, said, stateOutcomes, statement, year } from './moderation.fixture.ts';
import { paths } from './paths.ts';

const visits = paths.visits('county', year);
const note = { contact: 'visit', 'dated-day': '20', 'dated-month': '2', 'dated-year': '2026', role: 'Regional adviser', text: 'The board’s papers were clear.', marking: 'OFFICIAL' };

test('a note is the adviser’s own until it is shared, in the database and in the trail too', async () => {
  const { site, world, lead, adviser } = await cast();
  const refused = await adviser.fill(visits, { ...note, 'dated-month': '4', role: '' });
  assert.deepEqual([refused.status, refused.text.includes(said.visits.refusals.dayToCome), refused.text.includes(said.visits.refusals.noRole)], [422, true, true]);
  assert.equal((await adviser.fill(visits, note)).status, 303);
  assert.ok((await adviser.get(visits)).text.includes(note.text));
  const own = { is: 'own', orgId: world.organisations.county.id, personId: world.people['lead@county.test'].personId, day: dayIn(site.clock.now) } as const;
  const seen = () => site.store.database.within(own, async (tx) => (await sql`select from visit_note`.execute(tx)).rows.length);
  assert.deepEqual([(await lead.get(visits)).text.includes(note.text), await seen()], [false, 0]);
  assert.deepEqual(await query(site.db.as('superuser'), `select o.short_name from audit_event e join organisation o on o.id = e.org_id where e.record_kind = 'visit_note'`), [{ short_name: 'home-office' }]);
  assert.equal((await adviser.fill(visits, {}, '/sharing')).status, 303);
  assert.deepEqual([(await lead.get(visits)).text.includes(note.text), await seen()], [true, 1]);
  assert.ok(!(await adviser.get(visits)).text.includes(said.visits.share), 'shared once');
  assert.equal((await (await site.as('lead@sibling.test')).get(visits)).status, 403);
});

test('the letter is for the adviser from the draft on, for the body once it is published, and says that it is not official', async () => {
  const { world, lead, adviser } = await cast();
  const letter = paths.writtenLetter('county', year, 'html');
  await adviser.fill(findings, {});
  await adviser.fill(recommendations, { ...statement('Track the risk logs.', 'LA7'), marking: 'OFFICIAL-SENSITIVE' });
  assert.equal((await adviser.get(letter)).status, 409, 'outcomes are missing');
  await stateOutcomes(adviser, world);
  const draft = await adviser.get(letter);
  for (const words of [said.writtenLetter.notOfficial, said.writtenLetter.draft, 'To: Exampleshire County Council', 'Track the risk logs. (Benchmark 7', 'OFFICIAL-SENSITIVE']) assert.ok(draft.text.includes(words), words);
  assert.match(String(draft.headers['content-disposition']), /county-2025-26-letter-OFFICIAL-SENSITIVE\.html/);
  assert.equal((await lead.get(letter)).status, 404);
  await adviser.fill(paths.publication('county', year), {});
  assert.ok((await lead.get(findings)).body.includes(letter));
  const taken = await lead.get(letter);
  assert.deepEqual([taken.status, taken.text.includes(said.writtenLetter.draft)], [200, false]);
  assert.equal((await adviser.get(paths.writtenLetter('county', year, 'pptx'))).status, 404);

  assert.equal((await lead.fill(lookPaths.look('county'), { shown_as: 'The County', colour: '#5c3317' })).status, 303);
  const logo = { field: 'file', name: 'logo.svg', bytes: readFileSync(new URL('../../../demo/loamshire-logo.svg', import.meta.url)) };
  assert.equal((await lead.fillWithFile(lookPaths.look('county'), { alternative: 'The county’s logo' }, logo, '/logo')).status, 303);
  for (const reader of [lead, adviser]) assert.match((await reader.get(letter)).body, /--document-brand: #5c3317.*alt="The county’s logo".*To: The County/s);
});
