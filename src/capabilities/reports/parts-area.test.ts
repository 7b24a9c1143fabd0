import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultsOf } from '../../documents/faults.ts';
import { textOf, type Document } from '../../documents/model.ts';
import { noLook } from '../look/index.ts';
import { dataOf } from './data.ts';
import { deckOf } from './deck.ts';
import { freezeTold, readTold } from './frozen-told.ts';
import { paperOf } from './paper.ts';
import { edition, planOf, recordOf, riskLogsOf, settings, told } from './report.fixture.ts';

const risk = (summary: string, marking: 'OFFICIAL' | 'OFFICIAL-SENSITIVE') => ({ body: 'Vale', theme: 'premises', summary, level: 'high', marking } as const);
const plan = planOf({ text: 'Seen in time.', marking: 'OFFICIAL' }, { text: 'Train the staff.', marking: 'OFFICIAL' });
const record = recordOf({}, { riskLogs: riskLogsOf([risk('Halls are let with a check.', 'OFFICIAL'), risk('A gap that is not told.', 'OFFICIAL-SENSITIVE')]), plan });
const titles = ({ sections }: Document) => sections.map(({ title }) => title);
const rowsIn = (document: Document, title: string) => document.sections.find((section) => section.title === title)?.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map((row) => row.map(textOf).join(' | ')) : [])) ?? [];
const area = ['Quarterly risk logs: on time', 'Quarterly risk logs: scores', 'Quarterly risk logs: scores by quarter', 'Partnership plan'];

test('members read who sent in time, how risks are scored and how the plan stands, in deck and paper', () => {
  const [deck, paper] = [deckOf(told(record), settings), paperOf(told(record), settings)];
  for (const document of [deck, paper]) {
    assert.deepEqual(titles(document).filter((title) => area.includes(title)), area);
    assert.deepEqual(faultsOf(document), []);
    assert.deepEqual(rowsIn(document, 'Quarterly risk logs: on time'), ['Vale | 9 days late; asked twice | Due 30 January 2026', 'Mere | Missing for 30 days | Not asked for', 'On time | 0 of 2 | None due yet']);
    assert.ok(rowsIn(document, 'Quarterly risk logs: scores').includes('3 c | Low: 0 | Medium: 0 | Medium: 0 | High: 2 | High: 0'));
    assert.deepEqual(rowsIn(document, 'Quarterly risk logs: scores by quarter'), ['Q3 2025/26 | 3 | 2 | 0 | 1 | 0 | 7.5']);
    assert.deepEqual(rowsIn(document, 'Partnership plan'), [
      '2. Local Risk Assessment | No objective named | 1 | 1 | 0 | 0', '2. Local Risk Assessment | Seen in time. | 0 | 0 | 0 | 1', 'A risk | 1', 'A recommendation | 1', 'Train the staff. | Vale | 31 May 2026',
    ]);
  }
  const picture = deck.sections.find(({ title }) => title === area[2])?.blocks.at(-1);
  assert.ok(picture?.kind === 'picture');
  assert.equal(picture.alternative, 'Open risks by their level with controls, as they were sent. Q3 2025/26: Low 2, Medium 0, High 1, Very high 0.');
  assert.ok(!titles(deck).includes('Risks'));
  assert.deepEqual(rowsIn(paper, 'Risks'), ['Halls are let with a check. | Vale | Premises and venues | High', 'A gap that is not told. | Vale | Premises and venues | High']);
  assert.equal(paper.marking, 'OFFICIAL-SENSITIVE');
});

test('the public reads how many came in time and counts of the plan, not which body was late, no score and no word of the plan', () => {
  const about = told(record, 'public');
  const paper = paperOf(about, settings);
  assert.deepEqual(titles(paper).filter((title) => [...area, 'Risks'].includes(title)), [area[0], area[3], 'Risks']);
  assert.deepEqual(rowsIn(paper, 'Quarterly risk logs: on time'), ['Q3 2025/26 | 30 January 2026 | 2 | 0 | 0%', 'Q4 2025/26 | 30 January 2026 | 0 | 0 | None due yet']);
  assert.deepEqual(rowsIn(paper, 'Partnership plan'), ['2. Local Risk Assessment | 1 | 1 | 0 | 1', 'A risk | 1', 'A recommendation | 1']);
  assert.deepEqual(rowsIn(paper, 'Risks'), ['Halls are let with a check. | Vale | Premises and venues | High']);
  const written = JSON.stringify([paper, deckOf(about, settings)]) + dataOf(about, settings);
  assert.ok(written.includes('1 risk is not in this public version.'));
  for (const text of ['Mere', 'asked twice', 'Seen in time.', 'Train the staff.', 'A gap that is not told.', 'Mean score']) assert.ok(!written.includes(text), text);
});

test('a body without risk logs and plan has none of these pages', () => {
  for (const document of [deckOf(told(recordOf()), settings), paperOf(told(recordOf()), settings)]) assert.deepEqual(titles(document).filter((title) => [...area, 'Risks'].includes(title)), []);
  assert.deepEqual(titles(paperOf(told(recordOf({}, { riskLogs: riskLogsOf() })), settings)).filter((title) => title === 'Risks'), ['Risks'], 'where logs are asked for, it says that none is worded for the public');
});

test('each of these parts can be exempt, and then a line stands for it', () => {
  const exempt = (part: string) => ({ part, paragraph: 7, reason: 'reason', openToMembers: false, until: null });
  const written = (part: string) => paperOf(told({ ...record, exemptions: [exempt(part)] }), settings);
  for (const [part, title, gone] of [['risk_logs', area[0], '9 days late'], ['plan', area[3], 'Train the staff.'], ['risks', 'Risks', 'Halls are let']] as const) {
    const paper = written(part);
    const section = JSON.stringify(paper.sections.find((one) => one.title === title));
    assert.ok(section.includes('exempt from publication under paragraph 7') && !JSON.stringify(paper).includes(gone), part);
  }
});

test('what was told is kept with a release and read back as it was', async () => {
  for (const audience of ['members', 'public'] as const) {
    const about = told(record, audience);
    const frozen = freezeTold({ told: about, dated: settings.dated, demonstration: false });
    const back = await readTold(frozen, { edition, lookFile: () => Promise.reject(new Error('no look')) });
    assert.deepEqual(back.told, { ...about, look: noLook });
    assert.equal(freezeTold(back), frozen);
  }
});
