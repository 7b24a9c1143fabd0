import assert from 'node:assert/strict';
import { test } from 'node:test';
import { query } from '../../../test/database.ts';
import { browserAfter, goodPassword } from '../../../test/sign-in.ts';
import { testSite } from '../../../test/site.ts';
import { buildWorld } from '../../../test/world.ts';
import { StartRefused } from '../../platform/start-refused.ts';
import { dayOf } from '../../kernel/year.ts';
import { administrator } from './index.ts';

const site = await testSite();
await buildWorld(site.store);
const today = dayOf('2026-03-02');
assert.ok(today);
const options = { database: site.store.database, demonstration: false, address: 'https://dueregard.example', today };
const run = async (args: readonly string[], demonstration = false) => { const lines: string[] = []; await administrator(args, { ...options, demonstration }, (line) => lines.push(line)); return lines; };
const jo = ['--organisation', 'sibling', '--name', 'Jo Field', '--email', 'Jo@Sibling.test'];
const linkOf = (lines: readonly string[]) => new URL(lines.at(-1) ?? '').pathname;

test('the first administrator is invited by a printed link; asked again, a new link replaces it', async () => {
  const nobody = await site.as();
  const lines = await run(jo);
  assert.match(lines[0] ?? '', /Jo Field is invited as administrator of Othershire County Council/);
  assert.match(lines[1] ?? '', /^https:\/\/dueregard\.example\/links\/[\w-]{43}$/);
  const [first, second] = [linkOf(lines), linkOf(await run(jo))];
  assert.equal((await nobody.get(first)).status, 404);
  const taken = await nobody.fill(second, { password: goodPassword, again: goodPassword });
  assert.equal((await browserAfter(site, taken).get('/organisations/sibling/people')).status, 200);
  assert.equal((await query(site.db.as('dueregard_owner'), "select 1 from membership m join person p on p.id = m.person_id where p.name = 'Jo Field'")).length, 1);
  await assert.rejects(run(jo), /jo@sibling\.test is an administrator of Othershire County Council already/);
});

test('what is missing or wrong is said, and nothing is made', async () => {
  const wrong: [readonly string[], RegExp][] = [
    [[], /--organisation SHORT/], [['--organisation', 'sibling', '--name', 'X'], /--email EMAIL/], [['--colour', 'red'], /--organisation SHORT/],
    [['--organisation', 'nowhere', '--name', 'X', '--email', 'x@new.test'], /no organisation "nowhere"/],
    [['--organisation', 'sibling', '--name', 'X', '--email', 'x'], /"x" is not an e-mail address/],
    [['--organisation', 'sibling', '--name', ' ', '--email', 'x@new.test'], /a name of 1 to 120/],
  ];
  for (const [args, sentence] of wrong) await assert.rejects(run(args), (error) => error instanceof StartRefused && sentence.test(error.message), args.join(' '));
  await assert.rejects(run(jo, true), /This is a demonstration/);
  assert.deepEqual(await query(site.db.as('dueregard_owner'), "select 1 from account where email like '%@new.test'"), []);
});
