import assert from 'node:assert/strict';
import { test } from 'node:test';
import { query } from '../../../test/database.ts';
import { en } from '../../words/index.ts';
import { cast, dated, heldWith, keeps, planned, shareWithDistrict } from './channel.fixture.ts';
import { paths } from './paths.ts';

const all = await cast();
const { site, county, district } = all;
const panel = paths.panel('county');
const said = en.channel;
const contributor = await site.as('officer@county.test');

test('a contributor keeps the panel’s record, every member reads it, and nobody else', async () => {
  await keeps(contributor, { office: 'chair', office_role: 'Head of safeguarding', ...dated('appointed', '2025-04-01'), ...dated('trained', '2023-02-01'), ...dated('training_due', '2026-02-01') }, '/offices');
  await keeps(contributor, { agency: 'Police', seat_role: 'Detective inspector' }, '/seats');
  await keeps(contributor, { agency: 'NHS', seat_role: 'Named nurse' }, '/seats');
  await keeps(contributor, { ...dated('agreed', '2024-01-01'), ...dated('expires', '2026-01-01') }, '/agreements');
  await heldWith(contributor, await planned(contributor, '2026-02-10'), 'present');
  for (const who of ['lead@county.test', 'viewer@county.test', 'second@county.test']) {
    const { text } = await (await site.as(who)).get(panel);
    for (const wanted of ['Head of safeguarding', said.chairs.overdue, 'Detective inspector', said.agreements.expired, '1 of 1 meeting held']) assert.ok(text.includes(wanted), `${who}: ${wanted}`);
  }
  for (const who of ['lead@district.test', 'lead@sibling.test', 'adviser@homeoffice.test']) assert.equal((await (await site.as(who)).get(panel)).status, 403, who);
  assert.equal((await (await site.as('viewer@county.test')).post(paths.seats('county'), { agency: 'Youth justice', seat_role: 'Manager' })).status, 403);
});

test('what cannot be so comes back with a sentence that helps, and the form open', async () => {
  const bad: readonly [string, Readonly<Record<string, string | readonly string[]>>, string][] = [
    ['/agreements', { ...dated('agreed', '2026-01-01'), ...dated('expires', '2025-12-31') }, said.refused.expiresFirst],
    ['/reviews', { quarter: '2025-26-Q3', reviews_due: '3', reviews_on_time: '4' }, said.refused.moreOnTime],
    ['/seats', { agency: 'police', seat_role: 'detective inspector' }, said.refused.seatThere],
    ['/channel/meetings', dated('meets', '2026-02-10'), said.refused.meetingThere],
    ['/offices', {}, said.refused.noOffice],
    ['/shares', { body: '' }, said.refused.noBody],
    ['/channel', { here: 'no', reason: '' }, said.refused.noReason],
  ];
  for (const [form, fields, sentence] of bad) {
    const reply = await county.fill(panel, fields, form);
    assert.equal(reply.status, 422, form);
    assert.ok(reply.text.includes(sentence), `${form}: ${sentence}`);
    assert.match(reply.body, /<details[^>]* open/, form);
  }
  const coming = await planned(county, '2026-03-20');
  assert.doesNotMatch((await county.get(coming)).body, /name="held"/);
  const [meeting] = await query<{ id: string }>(site.db.as('superuser'), "select id from channel_meeting where meets_on = '2026-03-20'");
  const early = await county.fill(panel, { held: 'yes' }, paths.removal('county', meeting?.id ?? ''));
  assert.equal(early.status, 303, 'a meeting that was planned by mistake is taken out');
});

test('a case reference and a date of birth are stopped in every field', async () => {
  for (const [form, fields] of [['/seats', { agency: 'Channel case ref CH/1234/26', seat_role: 'x' }], ['/offices', { office: 'chair', office_role: 'Head, born 4 May 1970' }]] as const) {
    const reply = await county.fill(panel, fields, form);
    assert.equal(reply.status, 422, form);
    assert.match(reply.text, /looks like/, form);
  }
});

test('attendance is not taken before the meeting, nor over what somebody else saved, and goes when the meeting was not held', async () => {
  const meeting = await planned(county, '2026-03-01');
  const stale = { version: '1' };
  await heldWith(county, meeting, 'absent');
  assert.equal((await county.fill(meeting, { held: 'no', ...stale })).status, 409);
  const counts = () => query<{ n: number }>(site.db.as('superuser'), "select count(*)::integer as n from channel_presence p join channel_meeting m on m.org_id = p.org_id and m.id = p.meeting_id where m.meets_on = '2026-03-01'");
  assert.deepEqual(await counts(), [{ n: 2 }]);
  assert.equal((await county.fill(meeting, { held: 'no' })).status, 303);
  assert.deepEqual(await counts(), [{ n: 0 }]);
  const coming = await planned(county, '2026-03-30');
  const reply = await county.post(coming, { ...(await formOf(meeting)), held: 'yes' });
  assert.deepEqual([reply.status, reply.text.includes(said.refused.notYet)], [422, true]);
});

test('the numbers of reviews are read by those who read the history, and others read a share once there are enough', async () => {
  await keeps(county, { quarter: '2025-26-Q2', reviews_due: '9', reviews_on_time: '9' }, '/reviews');
  const viewer = await site.as('viewer@county.test');
  assert.ok((await viewer.get(panel)).text.includes(said.reviews.few));
  await keeps(county, { quarter: '2025-26-Q3', reviews_due: '11', reviews_on_time: '10' }, '/reviews');
  const shown = await viewer.get(panel);
  assert.ok(shown.text.includes(said.reviews.shown(95)) && !shown.text.includes(said.reviews.restricted));
  assert.match((await county.get(panel)).text, /Q3 2025\/26 11 10/);
  await keeps(county, { quarter: '2025-26-Q3', reviews_due: '11', reviews_on_time: '0' }, '/reviews');
  assert.ok((await viewer.get(panel)).text.includes(said.reviews.few), 'few on time are as telling as few due');
});

test('a body that the lead body names reads the panel and changes nothing, until the sharing ends', async () => {
  await shareWithDistrict(all);
  const own = paths.panel('district');
  assert.equal((await district.fill(own, { here: 'no', reason: 'The county leads the panel.', lead_body: 'Exampleshire County Council' }, '/channel')).status, 303);
  const home = await district.get(own);
  assert.ok(home.text.includes(said.panel.elsewhere('Exampleshire County Council')) && home.body.includes(`href="${panel}"`));
  assert.ok((await district.get('/home')).text.includes(said.shared('Exampleshire County Council')));
  const read = await district.get(panel);
  assert.ok(read.text.includes('Head of safeguarding') && read.text.includes(said.panel.shared('Exampleshire County Council')));
  assert.doesNotMatch(read.body, /<form[^>]*channel/);
  assert.doesNotMatch(read.text, /Q3 2025\/26/);
  assert.equal((await district.post(paths.seats('county'), { agency: 'Housing', seat_role: 'Manager' })).status, 403);
  for (const who of ['lead@second-district.test', 'lead@sibling.test']) assert.equal((await (await site.as(who)).get(panel)).status, 403, who);
  const [share] = await query<{ id: string }>(site.db.as('superuser'), "select id from access_grant where kind = 'channel'");
  await keeps(county, {}, paths.shareEnd('county', share?.id ?? ''));
  assert.equal((await district.get(panel)).status, 403);
});

async function formOf(meeting: string) {
  const { body } = await county.get(meeting);
  return Object.fromEntries([...body.matchAll(/name="(csrf|request_key|version)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
}
