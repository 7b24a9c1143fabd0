import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { query } from '../../../test/database.ts';
import { testSite } from '../../../test/site.ts';
import { templateFile } from '../../documents/word-template.fixture.ts';
import { buildWorld } from '../../../test/world.ts';
import { paths } from './paths.ts';
import { plainFrom } from './rules.ts';

const site = await testSite();
await buildWorld(site.store);
const lead = await site.as('lead@county.test');
const page = paths.look('county');
const logo = { field: 'file', name: 'logo.svg', bytes: readFileSync(new URL('../../../demo/loamshire-logo.svg', import.meta.url)) };

test('name and colour: what may stand, and what is refused with what to do', () => {
  for (const [colour, kept] of [['', null], ['#00524C', '#00524c'], [' 5c3317 ', '#5c3317']] as const) assert.deepEqual(plainFrom({ shown_as: ' Blank  shire ', colour }), { accepted: true, value: { shownAs: 'Blank shire', colour: kept } });
  for (const form of [{ shown_as: 'x'.repeat(121), colour: '' }, { shown_as: '', colour: 'red' }, { shown_as: '', colour: '#ffdd00' }, { shown_as: 'a\u0000b', colour: '' }]) assert.equal(plainFrom(form).accepted, false, JSON.stringify(form));
});

test('the lead chooses a name and a colour; one that white cannot be read on is refused with the nearest', async () => {
  const refused = await lead.fill(page, { shown_as: 'The County of Test', colour: '#ffdd00' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /White letters cannot be read well enough on #ffdd00\. The nearest shade on which they can is #[0-9a-f]{6}/);
  assert.match(refused.body, /value="The County of Test"/);
  assert.equal((await lead.fill(page, { shown_as: 'The County of Test', colour: '#5C3317' })).status, 303);
  const sheet = await lead.get(paths.stylesheet('county'));
  assert.equal(sheet.headers['content-type'], 'text/css; charset=utf-8');
  assert.equal(sheet.body, ':root { --document-brand: #5c3317; --document-brand-ink: #ffffff; --document-heading: #5c3317; }\n');
});

test('a logo is drawn anew, shown, and removed', async () => {
  assert.match((await lead.fillWithFile(page, { alternative: '' }, logo, '/logo')).text, /Say in words what the logo says/);
  assert.match((await lead.fillWithFile(page, { alternative: 'County' }, { ...logo, bytes: Buffer.from('GIF89a') }, '/logo')).text, /Save the logo as a PNG/);
  assert.equal((await lead.fillWithFile(page, { alternative: 'County of Test' }, logo, '/logo')).status, 303);
  const shown = await lead.get(paths.logoFile('county', 'any'));
  assert.deepEqual([shown.status, shown.headers['content-type'], shown.bytes.toString('hex', 0, 8)], [200, 'image/png', '89504e470d0a1a0a']);
  assert.match((await lead.get(page)).body, /alt="County of Test"/);
  const home = paths.organisation('county');
  const own = /<img class="dr-body-head__logo" src="([^"]*)" alt(?:="")?\/?> Exampleshire County Council/.exec((await lead.get(home)).body)?.[1] ?? assert.fail('no logo at the head');
  assert.match(String((await lead.get(own)).headers['cache-control']), /immutable/);
  assert.equal((await lead.get(paths.logoFile('county', 'any'))).headers['cache-control'], 'no-store');
  const district = await site.as('lead@district.test');
  for (const path of [home, paths.organisation('district')]) assert.doesNotMatch((await district.get(path)).body, /dr-body-head/, 'others do not see it');
  assert.equal((await lead.fill(page, {}, '/logo/removal')).status, 303);
  assert.equal((await lead.get(paths.logoFile('county', 'any'))).status, 404);
  assert.doesNotMatch((await lead.get(home)).body, /dr-body-head/);
});

test('a Word template is taken, named, and removed; what is none is refused with what to do', async () => {
  const bytes = await templateFile();
  const send = (name: string, content: Buffer) => lead.fillWithFile(page, {}, { field: 'file', name, bytes: content }, '/template');
  assert.match((await send('paper.odt', bytes)).text, /must be called \.dotx or \.docx/);
  assert.match((await send('paper.docx', Buffer.from('%PDF-1.7 %%EOF'))).text, /PDF/);
  assert.match((await send('paper.dotx', await templateFile({ 'word/vbaProject.bin': 'x' }))).text, /Office file with macros/);
  assert.match((await send('paper.dotx', await templateFile({ 'word/media/image3.png': 'x' }))).text, /Put a plain picture in its place/);
  assert.equal((await send('paper.dotx', bytes)).status, 303);
  assert.match((await lead.get(page)).text, /Your template now: paper\.dotx/);
  assert.equal((await lead.fill(page, {}, '/template/removal')).status, 303);
  assert.match((await lead.get(page)).text, /You have no template yet/);
});

test('who saves over somebody else’s look is told', async () => {
  assert.equal((await lead.fill(page, { version: '1', colour: '' })).status, 409);
  assert.match((await lead.fill(page, { version: '0', colour: '' })).text, /Somebody else changed the look/);
});

test('what a look was made from is never changed or removed, and is what its hash says', async () => {
  for (const text of ["update look_file set content = 'x', sha256 = sha256('x')", 'delete from look_file']) await assert.rejects(query(site.db.as('superuser'), text), /never changed or removed/, text);
  await assert.rejects(query(site.db.as('superuser'), "insert into look_file (org_id, sha256, content) select org_id, 'x', 'y' from look"), /violates check constraint/);
  await assert.rejects(query(site.db.as('superuser'), "update look set colour = 'red'"), /violates check constraint/);
});
