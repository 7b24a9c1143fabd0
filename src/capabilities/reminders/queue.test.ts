import assert from 'node:assert/strict';
import { before, beforeEach, test } from 'node:test';
import fc from 'fast-check';
import { query } from '../../../test/database.ts';
import { testSite } from '../../../test/site.ts';
import { buildWorld, type World } from '../../../test/world.ts';
import type { Role } from '../../kernel/access.ts';
import { newId } from '../../kernel/id.ts';
import { daysAfter, quarterOf } from '../../kernel/year.ts';
import { addQuarter, askedOf } from '../risk-log/index.ts';
import { sendQuarter } from '../risk-log/risk-log.fixture.ts';
import { addPaper, addRecommendation, emptyOutbox, on, queued } from './reminders.fixture.ts';
import { goesTo, reminderOn } from './rules.ts';
import { chooseReminders, dueItems, queueDue } from './store.ts';

const site = await testSite();
const { database } = site.db;
let world: World;

before(async () => { world = await buildWorld(site.store); });
beforeEach(() => emptyOutbox(site));

const counted = async (table: string) => Number((await query<{ n: number }>(site.db.as('superuser'), `select count(*)::integer as n from ${table}`))[0]?.n);
const switchOff = (email: 'lead@county.test' | 'officer@county.test') =>
  world.as(email, (tx) => chooseReminders(tx, { orgId: world.organisations.county.id, id: newId(), personId: world.people[email].personId }, false));

test('what is due is queued for the right people, in one letter each, and once however often it runs', async () => {
  await addPaper(world, on('2026-03-16'), 'Cabinet');
  await addPaper(world, on('2026-03-05'), 'Scrutiny');
  assert.equal(await queueDue(database, on('2026-03-02')), 2);
  const letters = await queued(site);
  assert.deepEqual(letters.map(({ email, kind, facts }) => [email, kind, facts.items?.map(({ title }) => title)]), [
    ['lead@county.test', 'reminder', ['Scrutiny', 'Cabinet']], ['officer@county.test', 'reminder', ['Scrutiny', 'Cabinet']],
  ]);
  assert.equal(await queueDue(database, on('2026-03-02')), 0, 'a restart doubles none');
  assert.equal(await queueDue(database, on('2026-03-03')), 0);
  const both = await Promise.all([queueDue(database, on('2026-03-05')), queueDue(database, on('2026-03-05'))]);
  assert.deepEqual(both.toSorted(), [0, 2], 'two servers at once queue it once');
  assert.equal(await counted('outgoing_mail'), 4);
});

test('a quarter that the county set is reminded of at every body of it, on the days of its calendar, until the return was sent', async () => {
  const { county, district } = world.organisations;
  const quarter = quarterOf('2025-26-Q4') ?? assert.fail();
  await world.as('lead@county.test', (tx) => addQuarter(tx, { orgId: county.id, id: newId() }, { quarter, opensOn: on('2026-01-05'), dueOn: on('2026-02-27'), reminderDays: [-10, 5] }));
  const reminded = async (day: string) => {
    await query(site.db.as('superuser'), 'truncate outgoing_mail, reminder');
    await queueDue(database, on(day));
    return (await queued(site)).filter(({ kind }) => kind === 'reminder').map(({ email }) => email);
  };
  assert.deepEqual(await reminded('2026-02-16'), [], 'the days are those of the calendar');
  const [early, atDay] = [await reminded('2026-02-17'), await reminded('2026-02-27')];
  for (const email of ['lead@district.test', 'lead@second-district.test']) assert.ok(early.includes(email) && atDay.includes(email), email);
  assert.ok(!early.includes('lead@sibling.test'), 'another county has a calendar of its own');
  assert.ok(!early.includes('lead@county.test'), 'who sets it for others is not asked');
  assert.ok((await reminded('2026-03-04')).includes('second@district.test'), 'the second reader too, once it is overdue');
  const digest = (await queued(site)).find(({ email, kind }) => email === 'lead@county.test' && kind === 'digest');
  assert.deepEqual({ ...digest?.facts, lines: undefined }, { monday: '2026-03-02', bodies: 2, overdue: 2, soon: 0, lines: undefined });
  await query(site.db.as('superuser'), `set session_replication_role = replica; insert into risk_return (org_id, id, version, created_at, changed_at, quarter, begun_on, due_on, sent_on, sent_at, kind, signed_role, risks, frozen, frozen_sha256)
    values ('${district.id}', '${newId()}', 1, now(), now(), '${quarter}', '2026-02-20', '2026-02-27', '2026-02-25', now(), 'log', 'Lead', 0, '', sha256(''))`);
  const rest = await reminded('2026-02-27');
  assert.deepEqual([rest.includes('lead@district.test'), rest.includes('lead@second-district.test')], [false, true]);
  for (const asksSetter of [false, true]) {
    await query(site.db.as('superuser'), `set session_replication_role = replica; update risk_quarter set asks_setter = ${asksSetter}`);
    const said = await world.as('lead@county.test', async (tx) => [(await askedOf(tx, county.id, on('2026-03-02'))).length, (await dueItems(tx, county.id, on('2026-03-02'), ['return'])).length]);
    assert.deepEqual(said, asksSetter ? [1, 1] : [0, 0], 'its pages and its letters agree on whether the setter is asked');
  }
});

test('what waits to be sent about a return is withdrawn when it is sent, and the rest of its letter leaves', async () => {
  const { county, district } = world.organisations;
  const quarter = quarterOf('2025-26-Q4') ?? assert.fail();
  await world.as('lead@county.test', (tx) => addQuarter(tx, { orgId: county.id, id: newId() }, { quarter, opensOn: on('2026-01-05'), dueOn: on('2026-03-02'), reminderDays: [-14] }));
  await addRecommendation(site, world, on('2026-03-02'));
  await queueDue(database, on('2026-03-02'));
  const items = async () => (await queued(site)).filter(({ kind, email }) => kind === 'reminder' && email.includes('district')).map(({ email, facts }) => `${email}: ${(facts.items ?? []).map(({ kind }) => kind).toSorted().join()}`);
  const before = await items();
  assert.ok(before.includes('lead@district.test: recommendation,return') && before.includes('lead@second-district.test: return'), before.join('\n'));
  await sendQuarter(await site.as('lead@district.test'), 'district', quarter);
  assert.deepEqual(await items(), before.flatMap((line) => (/@district/.test(line) ? line.replace(',return', '').replace(/^.*: return$/, '') || [] : line)));
  assert.deepEqual(await query(site.db.as('superuser'), `select 1 from reminder where org_id = '${district.id}' and kind = 'return'`), [], 'nobody was reminded of it');
});

test('what was sent, closed or is only a meeting is not reminded of; nobody who has left or was only invited is written to', async () => {
  const paper = await addPaper(world, on('2026-03-05'), 'Cabinet', on('2026-03-05'));
  await query(site.db.as('superuser'), 'update committee_meeting set sent_on = papers_due_on where id = $1', [paper]);
  await addRecommendation(site, world, on('2026-03-02'), { state: 'closed' });
  assert.equal(await queueDue(database, on('2026-03-05')), 0);
  await addPaper(world, on('2026-03-05'), 'Scrutiny');
  const { personId, accountId } = world.people['officer@county.test'];
  const officer = async (change: string, id: string) => {
    await query(site.db.as('superuser'), `set session_replication_role = replica; ${change.replace('$id', `'${id}'`)}`);
    const count = await queueDue(database, on('2026-03-05'));
    await query(site.db.as('superuser'), 'truncate outgoing_mail, reminder');
    return count;
  };
  assert.equal(await officer('select 1', personId), 2, 'lead and officer');
  assert.equal(await officer('update person set invited = true where id = $id', personId), 1);
  assert.equal(await officer('update person set invited = false where id = $id', personId), 2);
  assert.equal(await officer('update account set disabled_at = now() where id = $id', accountId), 1);
  assert.equal(await officer('update account set disabled_at = null where id = $id', accountId), 2);
  assert.equal(await officer("update membership set to_day = '2026-03-05' where person_id = $id", personId), 1);
  await query(site.db.as('superuser'), `update membership set to_day = 'infinity' where person_id = '${personId}'`);
});

test('a title that is marked OFFICIAL-SENSITIVE stands in no letter', async () => {
  await addRecommendation(site, world, on('2026-03-09'), { marking: 'OFFICIAL-SENSITIVE' });
  await queueDue(database, on('2026-03-02'));
  const [letter] = (await queued(site)).filter(({ kind }) => kind === 'reminder');
  assert.deepEqual([letter?.email, letter?.facts.items?.map(({ kind, title }) => [kind, title])], ['lead@district.test', [['recommendation', '']]]);
});

test('the county gets one digest a week of what bodies above may see, and nobody gets an empty one', async () => {
  assert.equal(await queueDue(database, on('2026-03-02')), 0);
  await addRecommendation(site, world, on('2026-02-01'));
  await addRecommendation(site, world, on('2026-03-12'));
  await addRecommendation(site, world, on('2026-06-30'));
  for (const day of ['2026-03-04', '2026-03-05', '2026-03-08']) await queueDue(database, on(day));
  const digests = (await queued(site)).filter(({ kind }) => kind === 'digest');
  assert.deepEqual(digests, [{ email: 'lead@county.test', kind: 'digest', facts: { monday: '2026-03-02', bodies: 1, overdue: 1, soon: 1, lines: [{ name: 'Northfield District Council', overdue: 1, soon: 1 }] } }]);
  await switchOff('lead@county.test');
  await queueDue(database, on('2026-03-09'));
  assert.equal((await queued(site)).filter(({ kind }) => kind === 'digest').length, 1);
});

test('the pass over all bodies does what the rules say, whatever is due and whenever the server runs', async () => {
  const people: readonly (readonly [string, readonly Role[]])[] = [['lead@county.test', ['prevent_lead', 'administrator']], ['officer@county.test', ['contributor']], ['second@county.test', ['second_reader']], ['viewer@county.test', ['viewer']]];
  const start = on('2026-03-02');
  await fc.assert(fc.asyncProperty(
    fc.array(fc.integer({ min: -12, max: 30 }), { minLength: 1, maxLength: 4 }), fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 6 }), fc.subarray(['lead@county.test', 'officer@county.test'] as const),
    async (dues, runs, off) => {
      await emptyOutbox(site);
      for (const email of off) await switchOff(email);
      const expected = new Set<string>();
      for (const [at, due] of dues.entries()) await addPaper(world, daysAfter(start, due), `Committee ${at}`);
      for (const run of runs.toSorted((a, b) => a - b)) {
        const today = daysAfter(start, run);
        await queueDue(database, today);
        for (const [at, due] of dues.entries()) {
          const reminder = reminderOn({ kind: 'paper', dueOn: daysAfter(start, due), reminderDays: null }, today);
          if (!reminder) continue;
          for (const [email, held] of people) if (goesTo(reminder.plan, held, !off.some((one) => one === email))) expected.add(`Committee ${at} ${reminder.day} ${email}`);
        }
      }
      const found = await query<{ key: string }>(site.db.as('superuser'), `select c.committee || ' ' || r.day || ' ' || a.email as key from reminder r
        join committee_meeting c on c.id::text = r.about join person p on p.id = r.person_id join account a on a.id = p.account_id`);
      assert.deepEqual(found.map(({ key }) => key).sort(), [...expected].sort());
      const inLetters = (await queued(site)).reduce((sum, { facts }) => sum + (facts.items?.length ?? 0), 0);
      assert.equal(inLetters, expected.size, 'each stands in one letter');
    },
  ), { numRuns: 15 });
});
