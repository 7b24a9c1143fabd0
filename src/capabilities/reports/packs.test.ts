import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import { query } from '../../../test/database.ts';
import { attribute, elements } from '../../../test/client.ts';
import { testSite } from '../../../test/site.ts';
import { verify } from '../../commands/verify.ts';
import { templateFile } from '../../documents/word-template.fixture.ts';
import { StartRefused } from '../../platform/start-refused.ts';
import { en } from '../../words/index.ts';
import { paths } from './paths.ts';
import { reportFormats } from './writing.ts';

const site = await testSite({ examples: true, fileLimitBytes: 20_000_000 });
const [org, year] = ['leicestershire', '2025-26'];
const list = paths.packs(org, year);
const look = `/organisations/${org}/look`;
const logo = { field: 'file', name: 'logo.svg', bytes: readFileSync(new URL('../../../demo/loamshire-logo.svg', import.meta.url)) };
const [lead, councillor] = [await site.as(`lead@${org}.example`), await site.as(`councillor@${org}.example`)];
const packsOn = (body: string) => elements(body, ({ tagName }) => tagName === 'a').map((link) => attribute(link, 'href') ?? '').filter((href) => href.startsWith(`${list}/`));
const checksOn = (body: string) => elements(body, ({ tagName }) => tagName === 'form').map((form) => attribute(form, 'action') ?? '').filter((action) => action.endsWith('/check'));

test('the lead issues a pack; its manifest names each file by its hash; each reader sees the packs of their audience', async () => {
  assert.equal((await lead.fill(list, {}, '/packs')).status, 422);
  assert.equal((await lead.fill(look, { colour: '#5c3317', shown_as: '' })).status, 303);
  assert.equal((await lead.fillWithFile(look, { alternative: 'A logo for this test' }, logo, '/logo')).status, 303);
  assert.equal((await lead.fillWithFile(look, {}, { field: 'file', name: 'paper.dotx', bytes: await templateFile() }, '/template')).status, 303);
  for (const audience of ['members', 'restricted']) assert.equal((await lead.fill(list, { audience }, '/packs')).status, 303, audience);
  assert.equal(packsOn((await lead.get(list)).body).length, 2);
  const [path, ...others] = packsOn((await councillor.get(list)).body);
  assert.ok(path !== undefined && others.length === 0);
  assert.doesNotMatch((await councillor.get(list)).text, /Issue the pack/);
  const reply = await councillor.get(path);
  assert.equal(reply.status, 200);
  assert.match(String(reply.headers['content-disposition']), /leicestershire-2025-26-members-pack\.zip/);
  const files = unzipSync(reply.bytes);
  const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString()) as { files: { name: string; sha256: string }[]; marking: string };
  assert.deepEqual(manifest.files.map(({ name }) => name), reportFormats.map((format) => `leicestershire-2025-26-members.${format}`));
  const text = Buffer.from(files['MANIFEST.txt'] ?? []).toString();
  for (const { name, sha256 } of manifest.files) {
    assert.equal(createHash('sha256').update(files[name] ?? assert.fail(name)).digest('hex'), sha256, name);
    assert.ok(text.includes(`${sha256}  ${name}`));
  }
  assert.match(Buffer.from(files[`${org}-${year}-members.html`] ?? []).toString(), /--document-brand: #5c3317.*alt="A logo for this test"/s);
  assert.match(Buffer.from(unzipSync(files[`${org}-${year}-members.docx`] ?? assert.fail())['word/header1.xml'] ?? []).toString(), /Blankshire letterhead/);
});

test('a reader who may not have the audience does not find the pack', async () => {
  const paths = packsOn((await lead.get(list)).body);
  const statuses = await Promise.all(paths.map(async (path) => (await councillor.get(path)).status));
  assert.deepEqual(statuses.toSorted(), [200, 404]);
});

test('each pack is made again from its record byte for byte, on another day too, and after the look changed', async () => {
  site.clock.now = new Date('2026-05-01T10:00:00Z');
  await lead.fill(look, { colour: '#222266', shown_as: 'Another name' });
  for (const removal of ['/logo/removal', '/template/removal']) await lead.fill(look, {}, removal);
  for (const action of checksOn((await lead.get(list)).body)) {
    const reply = await lead.fill(list, {}, action);
    assert.deepEqual([reply.status, reply.text.includes(en.packs.same)], [200, true]);
  }
});

test('a pack is never changed; verify finds one whose file was', async () => {
  await assert.rejects(query(site.db.as('superuser'), "update issued_pack set audience = 'restricted'"), /never changed/);
  const run = () => verify({ store: site.store, files: site.files, say: () => undefined }, []);
  await run();
  await query(site.db.as('superuser'), "alter table issued_pack disable trigger unchanged");
  await query(site.db.as('superuser'), "update issued_pack set sha256 = sha256('x') where audience = 'restricted'");
  await assert.rejects(run(), (error) => error instanceof StartRefused);
});
