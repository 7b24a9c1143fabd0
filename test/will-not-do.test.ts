// The rules of /will-not-do that the schema holds.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { query, testDatabase } from './database.ts';

const { as } = await testDatabase();

type Column = { readonly name: string; readonly table: string };

/** What a record about a person would be called. */
const personal = /name|email|birth|initial|ethnic|belief|relig|gender|sex|nhs|insurance|passport|case|referr|subject|pupil|patient|speaker|attend|hirer|phone|mobile|address|postcode|age$/;

/** A user's own name and e-mail address, and names of bodies, departments, editions, files and migrations. */
const notOfAnybodyElse = ['account.email', 'department.name', 'edition.short_name', 'evidence.file_name', 'migration.name', 'organisation.name', 'organisation.short_name', 'person.name', 'sheet_import.file_name'];

const columnsOf = () => query<Column>(as('superuser'), `select table_name as table, column_name as name from information_schema.columns
  where table_schema = 'public' order by 1, 2`);
const suspicious = (columns: readonly Column[]) => columns.filter(({ name }) => personal.test(name)).map(({ table, name }) => `${table}.${name}`);

test('the only people that the schema can describe are users', async () => {
  const columns = await columnsOf();
  assert.ok(columns.length > 100, 'the catalogue was read');
  assert.deepEqual(suspicious(columns), notOfAnybodyElse);
});

test('a place for a referred person would be found', async () => {
  await query(as('superuser'), 'alter table answer add column date_of_birth date, add column referred text');
  assert.deepEqual(suspicious(await columnsOf()).filter((name) => !notOfAnybodyElse.includes(name)), ['answer.date_of_birth', 'answer.referred']);
  await query(as('superuser'), 'alter table answer drop column date_of_birth, drop column referred');
});

test('nothing scores a person: a level is given to a benchmark of an organisation’s assessment, or to a risk to its places and services', async () => {
  const levels = (await columnsOf()).filter(({ name }) => /score|rank|level|rating/.test(name)).map(({ table, name }) => `${table}.${name}`);
  assert.deepEqual(levels, ['challenge.level_code', 'challenge.self_level_code', 'outcome.level_code', 'past_count.level_code', 'rating.level_code',
    'returned_risk.inherent_level', 'returned_risk.residual_level', 'returned_risk.target_level', 'risk_request.residual_level', 'risk_scoring.inherent_level', 'risk_scoring.residual_level', 'risk_scoring.scored_on', 'risk_scoring.target_level']);
});

test('the database takes no marking but OFFICIAL and OFFICIAL-SENSITIVE', async () => {
  for (const marking of ['OFFICIAL', 'OFFICIAL-SENSITIVE']) await query(as('superuser'), `select '${marking}'::marking`);
  for (const marking of ['SECRET', 'TOP SECRET', 'official', '']) {
    await assert.rejects(query(as('superuser'), `select '${marking}'::marking`), /violates check constraint/, marking);
  }
});
