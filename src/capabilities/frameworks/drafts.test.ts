import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { attribute, elements, textOf } from '../../../test/client.ts';
import { query } from '../../../test/database.ts';
import { testSite } from '../../../test/site.ts';
import { buildWorld } from '../../../test/world.ts';
import { nameKeeper } from './draft-store.ts';

const site = await testSite();
await buildWorld(site.store);
const { owner } = site.store;
assert.ok(owner);
await owner.transaction(async (tx) => {
  for (const email of ['lead@county.test', 'lead@sibling.test']) assert.ok(await nameKeeper(tx, email));
  assert.equal(await nameKeeper(tx, 'nobody@county.test'), false);
});
const [first, second, other] = [await site.as('lead@county.test'), await site.as('lead@sibling.test'), await site.as('officer@county.test')];
const file = readFileSync(new URL('test-editions/traffic-lights.yaml', import.meta.url), 'utf8');
const asFile = (text: string) => ({ field: 'file', name: 'edition.yaml', bytes: Buffer.from(text) });

async function loaded(text: string): Promise<string> {
  const reply = await first.fillWithFile('/edition-drafts', {}, asFile(text), '/edition-drafts');
  assert.equal(reply.status, 303, reply.text);
  return String(reply.headers['location']).replace(/\?.*/, '');
}

test('one loads, sees the whole edition, and cannot publish it; another can, once', async () => {
  const draft = await loaded(file);
  const preview = await first.get(draft);
  assert.match(preview.text, /It is not published.*Two invented criteria.*First criterion.*due regard.*Second criterion.*It is done/s);
  assert.doesNotMatch(preview.text, /Publish this edition/);
  const csrf = /name="csrf" value="([^"]+)"/.exec(preview.body)?.[1] ?? '';
  const alone = await first.post(`${draft}/publication`, { csrf });
  assert.equal(alone.status, 422);
  assert.match(alone.text, /somebody else has to publish it/);
  assert.equal((await first.get('/frameworks/traffic-lights-2021-22')).status, 404);
  assert.equal((await second.fill(draft, {}, '/publication')).status, 303);
  assert.match((await other.get('/frameworks/traffic-lights-2021-22')).text, /Two invented criteria/);
  assert.equal((await second.get(draft)).status, 404, 'what was published is no draft any more');
});

test('an edition of the annual statement goes the same way, and its kind is told', async () => {
  const draft = await loaded(readFileSync(new URL('../../../frameworks/channel-statement-2024-25.yaml', import.meta.url), 'utf8'));
  assert.match((await second.get(draft)).text, /It is not published.*10\. Using what the statement shows/s);
  assert.equal((await first.post(`${draft}/publication`, { csrf: /name="csrf" value="([^"]+)"/.exec((await first.get(draft)).body)?.[1] ?? '' })).status, 422);
  assert.equal((await second.fill(draft, {}, '/publication')).status, 303);
  const rows = await query<{ kind: string; areas: number; benchmarks: number }>(site.db.as('superuser'), `select e.kind, (select count(*) from control_area a where a.edition_id = e.id)::integer as areas,
    (select count(*) from benchmark b where b.edition_id = e.id)::integer as benchmarks from edition e where short_name = 'channel-statement-2024-25'`);
  assert.deepEqual(rows, [{ kind: 'channel_statement', areas: 10, benchmarks: 0 }]);
  await assert.rejects(query(site.db.as('dueregard_app'), "update edition set kind = 'assessment' where short_name = 'channel-statement-2024-25'"), /permission denied/);
});

test('each fault is told once, with the text to be mended', async () => {
  const faulty = await first.fillWithFile('/edition-drafts', {}, asFile('short_name: Bad Name\nsector: 3\n'), '/edition-drafts');
  assert.equal(faulty.status, 422);
  const [summary] = elements(faulty.body, (element) => (attribute(element, 'class') ?? '').includes('govuk-error-summary__list'));
  const faults = summary?.childNodes.map((entry) => textOf(entry).trim()).filter((text) => text !== '') ?? [];
  assert.ok(faults.length > 1);
  for (const fault of faults) assert.equal(faulty.text.split(` ${fault}`).length - 1, 1, fault);
  assert.match(faulty.text, new RegExp(`The edition has ${faults.length} faults`));
});

test('the database itself refuses the same person, a stranger, other content, and a change', async () => {
  const draft = (await loaded(file.replaceAll('traffic-lights-2021-22', 'traffic-lights-2022-23'))).split('/').at(-1) ?? '';
  const app = (text: string) => query(site.db.as('dueregard_owner'), text);
  const account = async (email: string) => (await query<{ id: string }>(site.db.as('dueregard_owner'), `select id from account where email = '${email}'`))[0]?.id ?? '';
  const publish = (id: string) => app(`select edition_draft_publish('${draft}', '${id}', '{}')`);
  await assert.rejects(publish(await account('lead@county.test')), /second person/);
  await assert.rejects(publish(await account('officer@county.test')), /second person/);
  await assert.rejects(publish(await account('lead@sibling.test')), /as it was loaded/);
  const byTheApp = (text: string) => site.db.database.within({ is: 'accounts' }, (tx) => tx.executeQuery({ sql: text, parameters: [], query: { kind: 'RawNode', sqlFragments: [text], parameters: [] }, queryId: { queryId: 'test' } }));
  await assert.rejects(byTheApp(`update edition_draft set published_by = loaded_by where id = '${draft}'`), /permission denied/);
  await assert.rejects(byTheApp(`insert into edition_keeper (account_id) values ('${await account('officer@county.test')}')`), /permission denied/);
});

test('a faulty file comes back with its text and every fault by its place', async () => {
  const faulty = file.replace('obligation: must', 'obligation: shall').replace('number: 2', 'number: 3');
  const reply = await first.fillWithFile('/edition-drafts', {}, asFile(faulty), '/edition-drafts');
  assert.equal(reply.status, 422);
  assert.match(reply.text, /benchmarks\[0\]\.indicators\[0\]\.obligation \(line \d+\) must be one of/);
  assert.ok(reply.body.includes('It stands second.'), 'nothing is lost');
  assert.equal((await first.fillWithFile('/edition-drafts', {}, asFile(file.replace('number: 2', 'number: 3')), '/edition-drafts')).status, 422);
});

test('a name that is published with other content is refused, and a draft can be thrown away', async () => {
  const draft = await loaded(file.replace('It is done.', 'It is done well.'));
  const clash = await second.fill(draft, {}, '/publication');
  assert.equal(clash.status, 422);
  assert.match(clash.text, /published with other content/);
  assert.equal((await second.fill(draft, {}, '/removal')).status, 303);
  assert.equal((await first.get(draft)).status, 404);
});

test('who was not named reads why, and what they send does nothing', async () => {
  assert.match((await other.get('/edition-drafts')).text, /only people named by who runs this installation/);
  const csrf = /name="csrf" value="([^"]+)"/.exec((await other.get('/account')).body)?.[1] ?? '';
  const draft = await loaded(file.replaceAll('traffic-lights-2021-22', 'traffic-lights-2023-24'));
  for (const act of ['publication', 'removal']) assert.equal((await other.post(`${draft}/${act}`, { csrf })).status, 403, act);
  assert.equal((await first.get(draft)).status, 200);
});
