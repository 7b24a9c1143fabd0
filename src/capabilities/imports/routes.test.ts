import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvField } from '../../documents/csv.ts';
import type { Client, Reply } from '../../../test/client.ts';
import { en } from '../../words/index.ts';
import { actionsOf, actionPlanPaths } from '../action-plan/index.ts';
import { risksOf, riskLogPaths } from '../risk-log/index.ts';
import { addRisk, cast, scoreFields } from '../risk-log/risk-log.fixture.ts';
import { paths } from './paths.ts';

const said = en.imports;
const fields = en.imports.kinds['risk-log'].fields;
const quarter = '2025-26-Q4';
const all = await cast();

const table = (...rows: (readonly string[])[]) => Buffer.from(rows.map((row) => row.map(csvField).join(',')).join('\r\n'));
const risks = (email: 'lead@district.test' | 'lead@second-district.test' = 'lead@district.test') => all.world.as(email, (tx) => risksOf(tx, all.world.organisations[email === 'lead@district.test' ? 'district' : 'second-district'].id));

async function bring(client: Client, org: string, kind: string, bytes: Buffer, name = 'log.csv'): Promise<Reply & { readonly at: string }> {
  const reply = await client.fillWithFile(paths.upload(org, kind), kind === 'plan' ? {} : { quarter }, { field: 'file', name, bytes });
  return { ...reply, text: reply.text, at: String(reply.headers['location'] ?? '') };
}

const headings = ['Risk', 'Cause', 'Consequence', 'Theme', 'Risk owner', 'Inherent likelihood', 'Inherent impact', 'Likelihood', 'Impact', 'Target likelihood', 'Target impact', 'Review date'];
const row = (event: string, more: Partial<Record<string, string>> = {}) => {
  const values: Record<string, string | undefined> = {
    'Risk': event, 'Cause': 'Halls are let without a check of the booking.', 'Consequence': 'The hall loses the trust of its users.', 'Theme': 'Premises and venues', 'Risk owner': 'Head of property',
    'Inherent likelihood': '4', 'Inherent impact': '4', 'Likelihood': '3', 'Impact': '4', 'Target likelihood': '2', 'Target impact': '3', 'Review date': '30/06/2026', ...more,
  };
  return headings.map((heading) => values[heading] ?? '');
};

test('a district’s own spreadsheet: the page shows what each row becomes, changes nothing, and one press brings it in', async () => {
  const { district } = all;
  const file = table(['Risk log of the district'], headings, row('A hall is let to a group that the policy excludes.'), row('', { Risk: 'Without a cause', Cause: '' }), row('=A formula as text'), row('Score the wrong way', { Likelihood: '5', Impact: '5' }), row('Ask jo.field@example.gov.uk'));
  const brought = await bring(district, 'district', 'risk-log', file);
  assert.equal(brought.status, 303, brought.text.slice(0, 500));
  const page = await district.get(brought.at);
  for (const words of [said.preview.counts.added(2), said.preview.counts.refused(3), `${fields.cause}: write what makes it possible`, `${fields.residual_likelihood}: with controls the score cannot be higher than before them`, said.cellFaults.personal]) assert.ok(page.text.includes(words), words);
  assert.ok(!page.body.includes('jo.field'), 'what looks personal is not kept');
  assert.deepEqual(await risks(), []);
  const applied = await district.fill(brought.at, {}, brought.at);
  assert.deepEqual([applied.status, String(applied.headers['location']).split('?')[0]], [303, riskLogPaths.return('district', quarter)]);
  assert.deepEqual((await risks()).map(({ number, event, ownerRole, nextReviewOn }) => [number, event, ownerRole, nextReviewOn]), [
    [1, 'A hall is let to a group that the policy excludes.', 'Head of property', '2026-06-30'], [2, '=A formula as text', 'Head of property', '2026-06-30'],
  ]);
  assert.equal((await district.get(brought.at)).status, 404, 'the file has gone');
  assert.match((await district.get('/organisations/district/history')).text, /Noted/);
});

test('the same file again changes nothing, and what changed in it is shown with what stands', async () => {
  const { district } = all;
  const brought = await bring(district, 'district', 'risk-log', table(headings, row('A hall is let to a group that the policy excludes.', { 'Risk owner': 'Head of communities' }), row('=A formula as text')));
  const page = await district.get(brought.at);
  assert.ok(page.text.includes(said.preview.counts.changed(1)) && page.text.includes(said.preview.counts.same(1)));
  assert.match(page.text, /Owner now: Head of property in the file: Head of communities/);
  await district.fill(brought.at, {}, brought.at);
  assert.equal((await risks())[0]?.ownerRole, 'Head of communities');
});

test('by its identifier a risk is re-scored, closed, confirmed; one that was changed here meanwhile is left unless it is taken', async () => {
  const { second } = all;
  for (const event of ['First.', 'Second.', 'Third.', 'Fourth.']) await addRisk(second, 'second-district', event);
  const before = await risks('lead@second-district.test');
  const withIds = [fields.id, fields.version, ...headings, fields.standing, fields.reason];
  const line = (at: number, more: Partial<Record<string, string>>, standing: string, reason: string) => [before[at]?.id ?? '', String(before[at]?.version), ...row(before[at]?.event ?? '', more), standing, reason];
  const file = table(withIds, line(0, { Likelihood: '2' }, 'Changed', 'The second check has begun.'), line(1, {}, 'Closed', 'The hall was sold.'), line(2, {}, 'Unchanged', ''), line(3, { 'Risk owner': 'Head of the file' }, 'Changed', 'Scored lower.'), ['01980f5e-7c3a-7b44-9a51-3f0e6f6d2c11', '1', ...row('Unknown'), '', ''], line(2, {}, '', ''));
  const changed = await second.fill(riskLogPaths.risk('second-district', 4), { ...scoreFields([4, 4, 4, 3, 2, 3]), rescore_reason: 'Looked at again.' }, '/scores');
  assert.equal(changed.status, 303);
  const brought = await bring(second, 'second-district', 'risk-log', file);
  const page = await second.get(brought.at);
  for (const words of [said.preview.counts.changed(1), said.preview.counts.closed(1), said.preview.counts.confirmed(1), said.preview.counts.moved(1), said.preview.counts.refused(2), said.noSuchRecord, said.twice(4), said.preview.take(5)]) assert.ok(page.text.includes(words), words);
  const applied = await second.fill(brought.at, {}, brought.at);
  assert.equal(applied.status, 303);
  assert.deepEqual((await risks('lead@second-district.test')).map(({ event, closedReason, scores, ownerRole }) => [event, closedReason, scores.residual.likelihood, ownerRole]), [
    ['First.', null, 2, 'Head of property'], ['Second.', 'The hall was sold.', 3, 'Head of property'], ['Third.', null, 3, 'Head of property'], ['Fourth.', null, 4, 'Head of property'],
  ]);
  const again = await bring(second, 'second-district', 'risk-log', table(withIds, line(3, { 'Risk owner': 'Head of the file' }, '', 'Back to three.')));
  assert.equal((await second.fill(again.at, { take: '2' }, again.at)).status, 303);
  assert.equal((await risks('lead@second-district.test'))[3]?.ownerRole, 'Head of the file');
});

test('the template for a quarter goes out and comes back without a change, and so does the whole log', async () => {
  const { district } = all;
  const count = (await risks()).length;
  for (const [href, name] of [[riskLogPaths.template('district', 'xlsx'), 'template.xlsx'], [riskLogPaths.template('district', 'ods'), 'template.ods'], [riskLogPaths.list('district', 'ods'), 'list.ods'], [riskLogPaths.list('district', 'xlsx'), 'list.xlsx']] as const) {
    const file = await district.get(href);
    assert.equal(file.status, 200, href);
    const page = await district.get((await bring(district, 'district', 'risk-log', file.bytes, name)).at);
    assert.ok(page.text.includes(said.preview.counts.same(count)), `${name}: ${page.text.slice(200, 1500)}`);
  }
  assert.equal((await district.get(riskLogPaths.list('district', 'csv'))).status, 200);
});

test('a column that is not found is chosen once, by hand, and remembered', async () => {
  const { district } = all;
  const own = (words: string) => table(['Our words', ...headings.slice(1)], row(words));
  const brought = await bring(district, 'district', 'risk-log', own('Chosen by hand.'));
  assert.ok((await district.get(brought.at)).text.includes(said.columns.missing([fields.event])));
  assert.equal((await district.fill(brought.at, { 'column-event': 'Nobody’s words' }, '/columns')).status, 422);
  assert.equal((await district.fill(brought.at, { 'column-event': 'Our words' }, '/columns')).status, 303);
  assert.ok((await district.get(brought.at)).text.includes(said.preview.counts.added(1)));
  await district.fill(brought.at, {}, brought.at);
  const next = await bring(district, 'district', 'risk-log', own('Found by itself.'));
  assert.ok((await district.get(next.at)).text.includes(said.preview.counts.added(1)));
});

test('what changed after somebody looked is not done: the page shows it anew', async () => {
  const { district } = all;
  const brought = await bring(district, 'district', 'risk-log', table(headings, row('Looked at, then changed.', { 'Risk owner': 'Head of the file' })));
  const stale = /name="seen" value="([0-9a-f]{64})"/.exec((await district.get(brought.at)).body)?.[1] ?? '';
  await addRisk(district, 'district', 'Looked at, then changed.');
  const late = await district.fill(brought.at, { seen: stale }, brought.at);
  assert.deepEqual([late.status, late.text.includes(said.preview.moved)], [409, true]);
  assert.equal((await district.fill(brought.at, {}, '/removal')).status, 303);
});

test('a file that cannot be read, a quarter that is not asked for: the page says what to do', async () => {
  const { district } = all;
  const refused = await bring(district, 'district', 'risk-log', Buffer.from('text'), 'log.xlsx');
  assert.deepEqual([refused.status, refused.text.includes(said.refused['other kind'])], [422, true]);
  const none = await bring(district, 'district', 'risk-log', Buffer.alloc(0), '');
  assert.deepEqual([none.status, none.text.includes(said.refused.none)], [422, true]);
  const brought = await district.fillWithFile(paths.upload('district', 'risk-log'), { quarter: '2030-31-Q1' }, { field: 'file', name: 'log.csv', bytes: table(headings, row('Too early.')) });
  assert.ok((await district.get(String(brought.headers['location']))).text.includes(en.riskLog.refusals.noSuchQuarter));
  const stranger = await all.site.as('lead@sibling.test');
  assert.equal((await stranger.get(String(brought.headers['location']))).status, 403);
});

test('a plan comes in, its own list comes back without a change, and a row that is done proposes its closure', async () => {
  const { county } = all;
  const plan = (...rows: (readonly string[])[]) => table(['Action', 'Benchmark', 'Objective', 'Lead agency', 'Deadline', 'RAG', 'Progress', 'Status'], ...rows);
  const first = await bring(county, 'county', 'plan', plan(['Put every log on one calendar', '3', 'One calendar', 'Northfield District Council', '30 September 2026', 'Amber', 'Two of four are on it.', 'Open'], ['Train the bookers', 'Benchmark 99', '', '', 'soon', '', '', '']));
  const page = await county.get(first.at);
  assert.ok(page.text.includes(said.preview.counts.added(1)) && page.text.includes(said.preview.counts.refused(1)), page.text.slice(0, 2000));
  assert.equal((await county.fill(first.at, {}, first.at)).status, 303);
  const [action] = await all.world.as('lead@county.test', (tx) => actionsOf(tx, all.world.organisations.county.id));
  assert.deepEqual([action?.text, action?.owner, action?.dueOn, action?.rag, action?.benchmarkCode], ['Put every log on one calendar', 'Northfield District Council', '2026-09-30', 'amber', 'LA3']);
  for (const format of ['xlsx', 'ods'] as const) {
    const list = await county.get(actionPlanPaths.file('county', format));
    const back = await bring(county, 'county', 'plan', list.bytes, `plan.${format}`);
    assert.ok((await county.get(back.at)).text.includes(said.preview.counts.same(1)), `${format}: ${(await county.get(back.at)).text.slice(0, 1500)}`);
  }
  const done = await bring(county, 'county', 'plan', plan(['Put every log on one calendar', '3', 'One calendar', 'Northfield District Council', '30 September 2026', '', 'All are on it.', 'Closed']));
  assert.ok((await county.get(done.at)).text.includes(said.preview.counts.closed(1)));
  await county.fill(done.at, {}, done.at);
  assert.equal((await all.world.as('lead@county.test', (tx) => actionsOf(tx, all.world.organisations.county.id)))[0]?.state, 'proposed');
});

test('many rows are shown, and brought in by one press in a bounded number of statements', async () => {
  const { second } = all;
  const file = table(headings, ...Array.from({ length: 1200 }, (_, at) => row(`Risk number ${at}: a hall is used for what the policy excludes.`, { Cause: 'Halls are let.', Consequence: 'Trust is lost.' })));
  const brought = await bring(second, 'second-district', 'risk-log', file);
  const page = await second.get(brought.at);
  assert.ok(page.text.includes(said.preview.counts.added(1200)));
  const statements = all.site.statements.length;
  assert.equal((await second.fill(brought.at, {}, brought.at)).status, 303);
  const taken = all.site.statements.length - statements;
  assert.equal((await risks('lead@second-district.test')).length, 1204);
  assert.ok(taken < 60, `${taken} statements`);
});
