import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadDemonstration } from '../src/demonstration/load.ts';
import { testSite } from './site.ts';

test('the first page opens the Leicestershire example, which shows the eight outcomes of the deck from the database', async () => {
  const site = await testSite({ demonstration: true });
  const into = { ...site.store, files: site.files, now: site.clock.now };
  assert.equal(await loadDemonstration(into, () => undefined), true);
  assert.equal(await loadDemonstration(into, () => undefined), false, 'a store that has bodies is left alone');
  const lead = await site.as('lead@leicestershire.example');
  const year = await lead.get('/organisations/leicestershire/assessments/2025-26');
  assert.equal(year.status, 200);
  for (const [benchmark, outcome] of [['1. Multi Agency Partnership Group', 'Exceeded'], ['5. Channel Panel', 'N/A'], ['8. Communication and Engagement', 'Met']]) {
    assert.match(year.text, new RegExp(`${benchmark} [^.]*Self-rating Not stated Outcome ${outcome} \\(Transcribed\\)`), benchmark);
  }
  assert.equal((await lead.get('/organisations/nowhere/assessments/2025-26')).status, 404);
  assert.equal((await lead.get('/organisations/rutland/assessments/2025-26')).status, 403);
  assert.equal((await (await site.as()).get('/organisations/leicestershire/assessments/2025-26')).status, 303);
});
