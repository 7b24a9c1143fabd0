import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { query } from '../../../test/database.ts';
import { newId } from '../../kernel/id.ts';
import { dayOf } from '../../kernel/year.ts';
import { en } from '../../words/index.ts';
import { cast, dated, keeps, openedStatement, publishStatementEdition, shareWithDistrict, stated } from './channel.fixture.ts';
import { channelFacts } from './index.ts';
import { paths } from './paths.ts';

const all = await cast();
const { site, world, county, district } = all;
const said = en.channel;
const panel = paths.panel('county');
const today = dayOf('2026-03-02') ?? assert.fail();
const [officer, second, viewer] = [await site.as('officer@county.test'), await site.as('second@county.test'), await site.as('viewer@county.test')];

assert.ok((await county.get(panel)).text.includes(said.statements.noEdition), 'before any edition is published');
const edition = await publishStatementEdition(site);
const codes = edition.areas.map(({ code }) => code);
const signature = { signed_role: 'Head of safeguarding', ...dated('signed', '2026-02-27') };

async function fact(body: 'county' | 'district'): Promise<string | undefined> {
  return world.as(`lead@${body}.test`, async (tx) => {
    const question = { tx, orgId: world.organisations[body].id, orgShortName: body, assessmentId: world.assessmentId, year: world.year, benchmark: { code: 'LA5', indicatorCodes: ['LA5.m10'] }, today };
    return (await channelFacts.facts(question)).find(({ concerns }) => 'indicator' in concerns)?.say(en);
  });
}

test('neither kind of edition is offered or taken where the other is wanted', async () => {
  const panelForm = (await county.get(panel)).body;
  assert.ok(panelForm.includes('value="channel-statement-2024-25"') && !panelForm.includes('value="local-authority-2025-26"'));
  for (const page of ['/organisations/county/assessments', '/organisations/county/outcomes/counts']) {
    const { status, body } = await county.get(page);
    assert.ok(status === 200 && body.includes('local-authority-2025-26') && !body.includes('channel-statement-2024-25'), page);
  }
  const wrong = await county.fill(panel, { edition: 'local-authority-2025-26', year: '2025-26' }, '/channel/statements');
  assert.ok(wrong.status === 422 && wrong.text.includes(said.refused.noEdition));
  const assessed = await county.fill('/organisations/county/assessments', { edition: 'channel-statement-2024-25', year: '2027-28' });
  assert.ok(assessed.status === 422 && assessed.text.includes(en.assessment.refused.edition));
  const county_id = world.organisations.county.id;
  await assert.rejects(world.as('lead@county.test', (tx) => sql`insert into assessment (org_id, id, edition_id, year) values (${county_id}, ${newId()}, ${edition.id}, '2027-28')`.execute(tx)), /foreign key/);
  await assert.rejects(world.as('lead@county.test', (tx) => sql`insert into channel_statement (org_id, id, edition_id, year, number) values (${county_id}, ${newId()}, ${world.edition.id}, '2027-28', 1)`.execute(tx)), /foreign key/);
  assert.equal((await county.get('/frameworks/local-authority-2025-26/compared-with/channel-statement-2024-25')).status, 404);
});

test('the edition is read by anybody, and says of itself that it is not official', async () => {
  const { text } = await (await site.as()).get('/frameworks/channel-statement-2024-25');
  assert.match(text, /This edition is not official/);
  assert.match(text, new RegExp(`0 of ${codes.length + edition.areas.flatMap(({ options }) => options).length} sentences`));
  for (const { title, standard } of edition.areas) assert.ok(text.includes(`${title.en} ${en.frameworks.statementEdition.ourTitle}`) && text.includes(standard.en), title.en);
  const list = await (await site.as()).get('/frameworks');
  assert.match(list.text, /Annual statement of the Channel panel, in our own words For Annual statement of the Channel panel: local authorities/);
});

test('two people state the areas, the chair signs, a third signs off; a correction begins with the same words', async () => {
  const first = await openedStatement(county, '2025-26');
  const again = await county.fill(panel, { edition: edition.short_name, year: '2025-26' }, '/channel/statements');
  assert.ok(again.status === 422 && again.text.includes(said.refused.statementThere));
  await stated(county, first, codes.slice(0, 4));
  assert.doesNotMatch((await county.get(first)).body, /\/signature"/, 'not while an area has nothing');
  await stated(officer, first, codes.slice(4), 'partly_met');
  const bad = await county.fill(`${first}/areas/C1`, { extent: '', reason: '' });
  assert.ok(bad.status === 422 && bad.text.includes(said.refused.noExtent) && bad.text.includes(said.refused.noWhy));
  assert.equal((await county.fill(`${first}/areas/C1`, { extent: 'met', reason: 'Stale.', version: '7' })).status, 409);
  assert.match((await viewer.get(first)).text, /What the record shows of C1\..*Partly met/s);
  assert.equal((await county.fill(first, { ...signature, ...dated('signed', '2026-03-03') }, '/signature')).status, 422, 'not on a day to come');
  assert.equal((await county.fill(first, signature, '/signature')).status, 303);
  assert.equal((await county.get(`${first}/areas/C1`)).status, 409, 'what was signed is not stated again');
  const own = await county.get(first);
  assert.doesNotMatch(own.body, /sign-off"/);
  const forced = await county.post(`${first}/sign-off`, { ...(await sealOf(first)), version: '2' });
  assert.ok(forced.status === 422 && forced.text.includes(said.refused.ownStatement));
  assert.equal((await officer.post(`${first}/sign-off`, {})).status, 403);
  assert.equal((await second.fill(first, {}, '/sign-off')).status, 303);
  assert.match((await viewer.get(first)).text, /Signed off.*by somebody who wrote nothing of it/s);

  assert.equal((await officer.fill(first, {}, '/correction')).status, 303);
  const correction = linksOf((await officer.get(panel)).body).find((link) => link !== first) ?? assert.fail('a correction');
  const corrected = await officer.get(correction);
  assert.match(corrected.text, /Correction 1.*What the record shows of C1\./s);
  assert.doesNotMatch((await county.get(first)).body, /\/correction"/, 'one at a time');
  await stated(officer, correction, ['C1'], 'not_met');
  assert.equal((await officer.fill(correction, signature, '/signature')).status, 303);
  assert.ok((await county.get(correction)).text.includes(said.statement.waits));
  assert.doesNotMatch((await county.get(correction)).body, /sign-off"/, 'whose words were carried on wrote some of it');
  assert.equal(await fact('county'), 'The annual statement of 2025/26 was signed on 27 February 2026: Met, 3 areas; Partly met, 6 areas; Not met, 1 area. Nobody has signed it off yet.');
});

test('who shares the panel reads what was signed off, and no draft; a statement that was opened by mistake goes', async () => {
  const open = await openedStatement(county, '2026-27');
  await shareWithDistrict(all);
  const links = linksOf((await district.get(panel)).body);
  assert.equal(links.length, 1);
  assert.match((await district.get(links[0] ?? '')).text, /Signed off.*What the record shows of C10\./s);
  for (const draft of linksOf((await county.get(panel)).body).filter((link) => !links.includes(link))) assert.equal((await district.get(draft)).status, 404, draft);
  assert.match(await fact('district') ?? '', /Exampleshire County Council: The annual statement of 2025\/26 was signed on 27 February 2026: Met, 4 areas; Partly met, 6 areas\.$/);
  assert.equal((await district.get(`${open}/areas/C1`)).status, 403);
  assert.equal((await (await site.as('lead@sibling.test')).get(links[0] ?? '')).status, 403);
  await stated(county, open, ['C1']);
  assert.equal((await county.fill(open, {}, '/removal')).status, 303);
  assert.equal((await county.get(open)).status, 404);
  await assert.rejects(world.as('lead@district.test', (tx) => sql`select * from channel_statement_shared(${newId()}, ${today})`.execute(tx)), /permission denied/, 'an own scope has its own rows');
});

test('the database keeps what was signed, and who may sign off', async () => {
  const ids = await query<{ id: string; number: number }>(site.db.as('superuser'), "select id, number from channel_statement where year = '2025-26' order by number");
  const [first, second_] = ids.map(({ id }) => id);
  const run = (email: Parameters<typeof world.as>[0], text: ReturnType<typeof sql>) => world.as(email, (tx) => text.execute(tx));
  for (const change of [sql`update channel_control set reason = 'x' where statement_id = ${first}`, sql`delete from channel_control where statement_id = ${first}`,
    sql`update channel_statement set signed_role = 'x' where id = ${first}`, sql`update channel_statement set signed_off_at = null, signed_off_by = null where id = ${first}`, sql`delete from channel_statement where id = ${first}`]) {
    await assert.rejects(run('lead@county.test', change), /signed/);
  }
  for (const email of ['lead@county.test', 'officer@county.test'] as const) await assert.rejects(run(email, sql`update channel_statement set signed_off_at = now() where id = ${second_}`), /wrote nothing/, email);
  await run('second@county.test', sql`update channel_statement set signed_off_at = now() where id = ${second_}`);
  const opened = newId();
  await run('lead@county.test', sql`insert into channel_statement (org_id, id, edition_id, year, number) values (${world.organisations.county.id}, ${opened}, ${edition.id}, '2028-29', 1)`);
  const control = (area: string, extent: string, options: string) => sql`insert into channel_control (org_id, id, statement_id, edition_id, area_code, extent_code, reason, options)
    values (${world.organisations.county.id}, ${newId()}, ${opened}, ${edition.id}, ${area}, ${extent}, 'x', ${options}::text[])`;
  await assert.rejects(run('lead@county.test', control('C99', 'met', '{}')), /foreign key/);
  await assert.rejects(run('lead@county.test', control('C1', 'exceeded', '{}')), /foreign key/);
  await assert.rejects(run('lead@county.test', control('C1', 'met', '{C2.1}')), /option is one of the area/);
  await assert.rejects(run('lead@county.test', sql`update channel_statement set signed_on = '2026-03-01', signed_role = 'Director' where id = ${opened}`), /every area/);
  await assert.rejects(run('lead@county.test', sql`insert into channel_statement (org_id, id, edition_id, year, number) values (${world.organisations.county.id}, ${newId()}, ${edition.id}, '2028-29', 2)`), /follows a statement/);
});

test('a case reference in a reason is stopped', async () => {
  await keeps(county, { edition: edition.short_name, year: '2029-30' }, '/channel/statements');
  const open = linksOf((await county.get(panel)).body)[0] ?? assert.fail();
  const reply = await county.fill(`${open}/areas/C1`, { extent: 'met', reason: 'See Channel case ref CH/1234/26.' });
  assert.ok(reply.status === 422 && /looks like/.test(reply.text));
});

function linksOf(body: string): string[] {
  return [...new Set([...body.matchAll(/href="([^"]*\/channel\/statements\/[0-9a-f-]{36})"/g)].map(([, href = '']) => href))];
}

async function sealOf(page: string) {
  const { body } = await county.get(page);
  return Object.fromEntries([...body.matchAll(/name="(csrf|request_key)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
}
