import assert from 'node:assert/strict';
import { test } from 'node:test';
import { query } from '../../../test/database.ts';
import { verifySamples } from '../../commands/sample.ts';
import { verify } from '../../commands/verify.ts';
import { drawn, frozen, sampleCast } from './sample.fixture.ts';

const cast = await sampleCast();
const { site } = cast;
const { id } = await drawn(cast);
const asOwner = (text: string, values: unknown[] = []) => query(site.db.as('dueregard_owner'), text, values);
const tamper = (text: string) => query(site.db.as('superuser'), `set session_replication_role = replica; ${text}`);

async function run(command: typeof verify, ...args: string[]): Promise<{ readonly said: string; readonly failed: boolean }> {
  const lines: string[] = [];
  const failed = await command({ store: site.store, files: site.files, say: (line) => lines.push(line) }, args).then(() => false, (error: unknown) => { lines.push(String(error)); return true; });
  return { said: lines.join('\n'), failed };
}

test('what nobody touched is drawn again as it stands', async () => {
  assert.deepEqual(await run(verifySamples), { said: `Exampleshire County Council, ${id}: 3 of 10, the same positions again\n1 draw checked.`, failed: false });
  assert.equal((await run(verifySamples, '--organisation', 'sibling')).said, '0 draws checked.');
  assert.ok((await run(verifySamples, '--organisation', 'atlantis')).failed);
  assert.equal((await run(verify)).failed, false);
});

for (const [what, change, undo, sentence] of [
  ['seed', "update sample_draw set seed = sha256('x')", "update sample_draw set seed = sha256(convert_to(concat(method, chr(10), (select encode(frame_sha256, 'hex') from sample_exercise), chr(10), chair_throws, chr(10), police_throws, chr(10)), 'UTF8'))", /the seed does not come from the frame and the throws/],
  ['throws', "update sample_draw set chair_throws = overlay(chair_throws placing '6' from 1)", "update sample_draw set chair_throws = overlay(chair_throws placing '3' from 1)", /seed does not come/],
  ['size', 'update sample_exercise set sample_size = 4', 'update sample_exercise set sample_size = 3', /no longer says what the frozen frame says[\s\S]*another draw gives other positions/],
  ['population', 'update sample_exercise set population = 11', 'update sample_exercise set population = 10', /no longer says what the frozen frame says/],
  ['bank', "update sample_exercise set bank = '2026-9'", "update sample_exercise set bank = '2026-1'", /the questions are not those that the frame was frozen with/],
  ['frame', "alter table sample_exercise drop constraint sample_exercise_check8; update sample_exercise set frame = replace(frame, 'earliest', 'latest')", "update sample_exercise set frame = replace(frame, 'latest', 'earliest')", /frozen frame was changed after it was frozen/],
  ['positions', 'update sample_draw set positions = array[1, 2, 3]', '', /another draw gives other positions/],
] as const) {
  test(`a changed ${what} is found`, async () => {
    const check = await query<{ name: string }>(site.db.as('superuser'), "select conname as name from pg_constraint where conrelid = 'sample_exercise'::regclass and pg_get_constraintdef(oid) like '%sha256(convert_to%'");
    await tamper(change.replace('sample_exercise_check8', check[0]?.name ?? ''));
    const found = await run(verifySamples);
    assert.ok(found.failed, found.said);
    assert.match(found.said, sentence);
    assert.ok((await run(verify)).failed, 'the whole check finds it too');
    if (undo !== '') await tamper(undo);
  });
}

test('after the dice there is no way to change a frame: not a column of it, not its seats, not by taking it out', async () => {
  const again = await frozen(cast, { 'from-year': '2024', 'to-year': '2024' });
  const columns = await query<{ name: string; type: string }>(site.db.as('superuser'), `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute where attrelid = 'sample_exercise'::regclass and attnum > 0
    and attname not in ('org_id', 'id', 'version', 'created_at', 'created_by', 'changed_at', 'changed_by', 'state', 'drawn_on', 'pairs', 'answers_erased_on', 'themes', 'learning', 'ended_on', 'lapse_reason')`);
  assert.ok(columns.length > 15);
  const other: Readonly<Record<string, string>> = { 'uuid': 'gen_random_uuid()', 'date': "'2020-01-01'", 'integer': '5', 'text': "'2026-2'", 'text[]': "'{x}'", 'bytea': "'\\x00'", 'timestamp with time zone': "'2020-01-01'", 'marking': "'OFFICIAL'", 'retention_class': "'request'" };
  for (const exercise of [id, again]) {
    for (const { name, type } of columns) await assert.rejects(asOwner(`update sample_exercise set ${name} = ${other[type] ?? assert.fail(type)} where id = $1`, [exercise]), /a frozen frame stays as it is|violates/, name);
    await assert.rejects(asOwner("update sample_exercise set state = 'planned', frame = null, frame_sha256 = null, frozen_at = null where id = $1", [exercise]), /a frozen frame stays as it is/);
    for (const change of ["update sample_seat set role = 'Somebody else'", 'delete from sample_seat']) await assert.rejects(asOwner(`${change} where exercise_id = $1`, [exercise]), /a frozen frame stays as it is/);
    await assert.rejects(asOwner('delete from sample_exercise where id = $1', [exercise]), /a frozen frame stays as it is|violates/);
  }
  for (const change of ['update sample_draw set positions = array[1]', 'delete from sample_draw', "update sample_throw set throws = '11111111111111111111'"]) await assert.rejects(asOwner(change), /never changed or removed/);
  await assert.rejects(asOwner('insert into sample_draw select org_id, gen_random_uuid(), version, marking, retention, created_at, created_by, changed_at, changed_by, exercise_id, method, chair_throws, police_throws, seed, positions, drawn_on from sample_draw'), /a draw comes from the frozen frame and both bodies' throws, once/);
});
