import assert from 'node:assert/strict';
import { before, beforeEach, test } from 'node:test';
import { query } from '../../../test/database.ts';
import { testSite } from '../../../test/site.ts';
import { buildWorld, type World } from '../../../test/world.ts';
import { newId, type Id } from '../../kernel/id.ts';
import { en } from '../../words/index.ts';
import { addAgreement, addMeeting, addOffice, savePanel } from '../channel/index.ts';
import { publishStatementEdition } from '../channel/channel.fixture.ts';
import { addPartnerCheck, addSite } from '../venue-hire/index.ts';
import { hrefOf } from './letters.ts';
import { emptyOutbox, on, queued } from './reminders.fixture.ts';
import { itemKinds } from './rules.ts';
import { dueItems, queueDue } from './store.ts';

const site = await testSite();
const { database } = site.db;
let world: World;
let org: Id;

const superuser = (text: string) => query(site.db.as('superuser'), text);
const keyed = () => ({ orgId: org, id: newId() });
const due = async (today = '2026-03-02') => (await world.as('lead@county.test', (tx) => dueItems(tx, org, on(today), itemKinds))).map(({ kind, dueOn, title, year }) => `${dueOn} ${en.reminders.names[kind](title, year)}`);

before(async () => {
  world = await buildWorld(site.store);
  org = world.organisations.county.id;
  const { id: editionId } = await publishStatementEdition(site);
  await world.as('lead@county.test', async (tx) => {
    await savePanel(tx, { ...keyed(), version: 0 }, { runHere: true });
    await addMeeting(tx, keyed(), on('2026-02-12'));
    await addMeeting(tx, keyed(), on('2026-03-12'));
    await addOffice(tx, keyed(), { office: 'chair', role: 'Director', appointedOn: on('2024-01-01'), trainedOn: on('2024-02-01'), trainingDueOn: on('2026-03-30') });
    await addOffice(tx, keyed(), { office: 'deputy', role: 'Manager', appointedOn: on('2024-01-01'), trainedOn: null, trainingDueOn: null });
    const site_ = { title: 'Mill Hall', held: 'owned', departmentId: null, policyId: null, capacity: 100, largeFrom: 60, staff: 0, staffTrained: 0, itFiltering: 'filtered', itReviewOn: on('2026-04-30'), wifiFiltering: 'filtered', wifiReviewOn: on('2026-03-30') } as const;
    await addSite(tx, keyed(), site_);
    await addSite(tx, keyed(), { ...site_, title: 'Old Barn', itFiltering: 'none_there', wifiFiltering: 'unfiltered' });
    await addPartnerCheck(tx, keyed(), { partner: 'Northside Trust', relation: 'funded', checkedOn: on('2025-03-01'), found: 'clear', nextOn: on('2026-03-30'), said: '' });
    await addPartnerCheck(tx, keyed(), { partner: 'Harbour Company', relation: 'contracted', checkedOn: on('2025-03-01'), found: 'ended', nextOn: on('2026-03-30'), said: '' });
  });
  // Each kind that is told by its newest entry has an older one, in a transaction before.
  for (const [agreed, expires] of [['2022-01-01', '2026-03-04'], ['2024-01-01', '2026-03-30']] as const) await world.as('lead@county.test', (tx) => addAgreement(tx, keyed(), { agreedOn: on(agreed), expiresOn: on(expires) }));
  await superuser(`set session_replication_role = replica; insert into channel_statement (org_id, id, version, created_at, changed_at, edition_id, year, number, due_on, signed_on, signed_role, signed_by)
    values ('${org}', '${newId()}', 1, now(), now(), '${editionId}', '2025-26', 1, '2026-03-30', null, null, null), ('${org}', '${newId()}', 1, now(), now(), '${editionId}', '2024-25', 1, '2026-03-03', '2026-03-01', 'Director', '${newId()}')`);
});
beforeEach(() => emptyOutbox(site));

test('the dates of the panel and of venues stand among what is due, the newest entry of each alone', async () => {
  assert.deepEqual((await due()).toSorted(), [
    '2026-03-12 Meeting of the Channel panel', '2026-03-30 Annual statement of the Channel panel of 2025/26', '2026-03-30 Check of a funded or contracted partner',
    '2026-03-30 Information-sharing agreement of the Channel panel, which expires', '2026-03-30 Review of internet filtering at Mill Hall', '2026-03-30 Training of the chair of the Channel panel',
  ]);
  assert.equal((await due('2026-03-13')).length, 5, 'a meeting that is over is not due');
});

test('letters tell the lead and the contributors in good time, and once it is overdue the second readers too', async () => {
  const told = async (day: string) => {
    await superuser('truncate outgoing_mail, reminder');
    await queueDue(database, on(day));
    return (await queued(site)).filter(({ kind }) => kind === 'reminder').map(({ email, facts }) => [email, (facts.items ?? []).map(({ kind }) => kind).toSorted().join()]);
  };
  const kinds = 'agreement,filtering,partner_check,statement,training';
  assert.deepEqual(await told('2026-03-02'), [['lead@county.test', kinds], ['officer@county.test', kinds]]);
  assert.deepEqual(await told('2026-04-06'), [['lead@county.test', kinds], ['reader@county.test', kinds], ['second@county.test', kinds]]);
  assert.deepEqual(await told('2026-03-12'), [], 'a meeting is no reason for a letter');
});

test('each of them is in the calendars of the person and of the body, and its link leads to a page', async () => {
  const county = await site.as('lead@county.test');
  for (const form of ['/dates/calendar', '/dates/body-calendar']) {
    const page = await county.fill('/organisations/county/dates', {}, form);
    const feed = await county.get(/\/calendars\/[\w-]+\.ics/.exec(page.body)?.[0] ?? assert.fail(page.text.slice(0, 300)));
    const unfolded = feed.body.replaceAll('\r\n ', '');
    for (const wanted of ['Meeting of the Channel panel', 'Annual statement of the Channel panel of 2025/26', 'Information-sharing agreement', 'Training of the chair', 'Review of internet filtering at Mill Hall', 'Check of a funded']) assert.ok(unfolded.includes(wanted), `${form}: ${wanted}`);
    assert.ok(!unfolded.includes('Northside'), 'a partner is not named');
  }
  for (const { kind, about } of await world.as('lead@county.test', (tx) => dueItems(tx, org, on('2026-03-02'), itemKinds))) assert.equal((await county.get(hrefOf(kind, 'county', about))).status, 200, kind);
});

test('a panel that is another body’s has no dates here', async () => {
  await superuser('set session_replication_role = replica; update channel_panel set run_here = false');
  assert.deepEqual((await due()).toSorted(), ['2026-03-30 Check of a funded or contracted partner', '2026-03-30 Review of internet filtering at Mill Hall']);
});
