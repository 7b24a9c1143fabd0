import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { query } from '../../../test/database.ts';
import { testSite } from '../../../test/site.ts';
import { paths } from './paths.ts';
import { placesOf, safeName } from './rules-bundle.ts';

test('no file name leaves its folder, and no two files share a place', () => {
  fc.assert(fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('../../etc/passwd', 'C:\\x.pdf', 'CON', 'a.pdf', '.', '..'))), (names) => {
    const places = [...placesOf(names.map((fileName, index) => ({ id: String(index), fileName, sha256: '' }))).values()];
    assert.equal(new Set(places.map((place) => place.toLowerCase())).size, names.length);
    for (const place of places) assert.match(place, /^evidence\/\d+-[^/\\:\p{Cc}]+$/u);
  }));
  assert.deepEqual([safeName('../../a b.pdf'), safeName('..'), safeName('C:\\Temp\\x?.txt')], ['a b.pdf', 'file', 'x.txt']);
});

test('the bundle holds the submission, its files and their hashes, and is in the adviser’s trail', async () => {
  const site = await testSite({ examples: true });
  const adviser = await site.as('adviser@region.example');
  const reply = await adviser.get(paths.bundle('pellbridge', '2025-26'));
  assert.match(String(reply.headers['content-disposition']), /pellbridge-2025-26-evidence-OFFICIAL-SENSITIVE\.zip/);
  const files = unzipSync(reply.bytes);
  const lines = strFromU8(files['manifest-sha256.txt'] ?? new Uint8Array()).trim().split('\n').map((line) => line.split('  '));
  for (const [sha256, place] of lines) assert.equal(createHash('sha256').update(files[place ?? ''] ?? '').digest('hex'), sha256, place);
  assert.deepEqual(Object.keys(files).filter((name) => name !== 'manifest-sha256.txt'), lines.map(([, place]) => place));
  assert.ok(lines.some(([, place]) => place?.startsWith('evidence/')));
  const index = strFromU8(files['index.html'] ?? new Uint8Array());
  for (const words of ['OFFICIAL-SENSITIVE', 'Pellbridge is invented.', 'href="evidence/']) assert.ok(index.includes(words), words);
  assert.ok(!/<script|src=/.test(index));
  assert.equal((await (await site.as('lead@loamshire.example')).get(paths.bundle('pellbridge', '2025-26'))).status, 403, 'the county above does not take it');
  assert.equal((await adviser.get(paths.bundle('loamshire', '2025-26'))).status, 404, 'not submitted');
  const [noted] = await query<{ name: string }>(site.db.as('superuser'), `select o.short_name as name from audit_event e join organisation o on o.id = e.org_id where e.record_kind = 'bundle'`);
  assert.equal(noted?.name, 'example-home-office-region');
});
