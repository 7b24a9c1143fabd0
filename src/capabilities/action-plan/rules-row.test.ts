import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { textOf } from '../../documents/model.ts';
import { newId } from '../../kernel/id.ts';
import { dayOf, type Day } from '../../kernel/year.ts';
import { en } from '../../words/index.ts';
import { planDocument } from './plan-document.ts';
import { actionFromRow, dayWritten, planColumns, type PlanRow } from './rules-row.ts';
import { origins, rags } from './rules.ts';
import type { ActionLine } from './store.ts';

const said = en.actionPlan.row;
const today = on('2026-03-02');
const [own, district, objective] = [newId(), newId(), newId()];
const known = {
  ownId: own, objectives: [{ id: objective, benchmarkCode: 'LA2', text: 'The county sees every risk in time.' }],
  benchmarks: [{ code: 'LA2', number: 2, titles: ['Local Risk Assessment', 'Local risk assessment process'] }, { code: 'LA3', number: 3, titles: ['Prevent Partnership Plan'] }],
  bodies: [{ id: own, names: ['Exampleshire County Council', 'county'] }, { id: district, names: ['Northfield District Council', 'district'] }],
};
const read = (row: PlanRow) => actionFromRow(row, known, today);
const taken = (row: PlanRow) => { const found = read({ action: 'Do it.', ...row }); assert.ok(found.accepted, JSON.stringify(row)); return found.value; };
const faults = (row: PlanRow) => { const found = read({ action: 'Do it.', ...row }); return found.accepted ? {} : Object.fromEntries(found.refusals.map(({ field, say }) => [field, say(en)])); };

test('a whole row becomes an action with its place, its owner and what was done', () => {
  const { details, newObjective, progress, closure } = taken({
    benchmark: '2. Local risk assessment', objective: 'the county sees every risk in time.', owner: 'northfield district council', role: 'Head of communities', partners: 'Police', start: '01/04/2025', due: '30 Sept 2026',
    measure: 'All on time.', state: 'In progress', rag: 'Amber', progress: 'One was late.', origin: 'Dip sample', marking: 'Official-Sensitive',
  });
  assert.deepEqual(details, {
    text: 'Do it.', benchmarkCode: 'LA2', objectiveId: objective, marking: 'OFFICIAL-SENSITIVE', ownerId: district, ownerBody: null, ownerRole: 'Head of communities', partners: 'Police',
    startOn: '2025-04-01', dueOn: '2026-09-30', successMeasure: 'All on time.', origin: 'dip_sample', originNote: null,
  });
  assert.deepEqual([newObjective, progress, closure], [null, { datedOn: today, text: 'One was late.', rag: 'amber', marking: 'OFFICIAL-SENSITIVE' }, null]);
});

test('what a row does not say is left open', () => {
  const { details, progress, reference, newObjective } = taken({});
  assert.deepEqual([details.benchmarkCode, details.ownerId, details.dueOn, details.origin, details.marking, progress, reference, newObjective], [null, own, null, 'other', 'OFFICIAL', null, null, null]);
  assert.deepEqual([taken({ owner: 'Exampleshire Police' }).details.ownerBody, taken({ role: 'Head of\nsafety' }).details.ownerRole], ['Exampleshire Police', 'Head of, safety']);
  assert.equal(taken({ benchmark: 'LA3', objective: 'Another aim.' }).newObjective, 'Another aim.');
});

test('a benchmark is found by its code, its number or a title, and not by anything else', () => {
  for (const written of ['LA2', 'la2', '2', 'Benchmark 2', '2. Local Risk Assessment', 'Local risk-assessment process', '2 – risks']) assert.equal(taken({ benchmark: written }).details.benchmarkCode, 'LA2', written);
  for (const written of ['9', 'LA9', 'Risks', '22']) assert.deepEqual(faults({ benchmark: written }), { benchmark: said.noSuchBenchmark(written) }, written);
});

test('what is done needs its outcome, and is proposed for a second person', () => {
  assert.deepEqual([taken({ state: 'Completed', progress: 'All are trained.' }).closure, taken({ state: 'Completed', progress: 'All are trained.' }).progress], ['All are trained.', null]);
  assert.deepEqual(faults({ state: 'closed' }), { state: said.outcomeMissing });
});

test('everything wrong with a row is said at once, each at its column', () => {
  assert.deepEqual(faults({ action: ' ', objective: 'Without a benchmark', role: 'a@b', start: '2026-05-01', due: '1.4.26', rag: 'purple', origin: 'rumour', marking: 'SECRET' }), {
    action: said.noText, objective: said.objectiveNeedsBenchmark, due: said.dueBeforeStart, role: said.ownerIsAddress, origin: said.noSuchOrigin('rumour'), marking: said.noSuchMarking('SECRET'), rag: said.noSuchRag('purple'),
  });
  assert.deepEqual(faults({ due: 'ongoing', rag: 'R' }), { due: said.unreal('ongoing'), rag: said.reasonMissing });
});

test('a day is read as people write it, the day before the month, and no other', () => {
  for (const written of ['2026-09-30', '2026-09-30T00:00:00.000Z', '30/09/2026', '30.9.26', '30-09-2026', '30 September 2026', '30th sep 2026', '30 Sept. 2026']) assert.equal(dayWritten(written), '2026-09-30', written);
  for (const written of ['09/30/2026', '31/02/2026', 'Q3', 'September 2026', '30/09', '30 Mai 2026', '']) assert.equal(dayWritten(written), undefined, written);
});

test('whatever stands in the cells, a row is an action or a list of faults', () => {
  const cells = fc.record(Object.fromEntries(Object.keys(planColumns).map((column) => [column, fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom('', '=1+1', 'x'.repeat(6000), 'closed', 'red', '2', '1/1/2026'))])), { requiredKeys: [] });
  fc.assert(fc.property(cells, (row) => {
    const found = read(row);
    if (found.accepted) assert.ok(found.value.details.text !== '' && found.value.details.text.length <= 5000);
    else assert.ok(found.refusals.every(({ field, say }) => field in planColumns && say(en).length > 5));
  }));
});

test('our own list comes back as what it was', () => {
  const line = fc.record<ActionLine>({
    id: fc.constant(newId()), marking: fc.constantFrom('OFFICIAL', 'OFFICIAL-SENSITIVE'), editionId: fc.constant(null), benchmarkCode: fc.constantFrom('LA2', 'LA3'), objectiveId: fc.constant(null), text: fc.constantFrom('=1+1', 'Do it.\nAnd then that.'),
    ownerId: fc.constant(district), owner: fc.constant('Northfield District Council'), ownerRole: fc.constantFrom(null, 'Head of safety'), partners: fc.constantFrom('', 'Police'), startOn: fc.constant('2025-04-01'), dueOn: fc.constantFrom(null, '2026-09-30'),
    successMeasure: fc.constantFrom(null, 'Known.'), state: fc.constantFrom('open', 'proposed'), rag: fc.constantFrom(null, ...rags),
  });
  const organisation = { id: own, shortName: 'county', name: 'Exampleshire County Council', kind: 'county', invented: true } as const;
  fc.assert(fc.property(line, (action) => {
    const document = planDocument({ words: en, organisation, dated: today, demonstration: false, actions: [action], objectives: [], progress: new Map([[action.id, 'Half is done.']]), titleOf: (code) => en.actionPlan.benchmark(Number(code.slice(2)), 'A title') });
    const [table] = document.sections.flatMap(({ blocks }) => blocks);
    assert.ok(table?.kind === 'table');
    const row = Object.fromEntries(table.columns.flatMap(({ title }, at) => {
      const column = Object.entries(planColumns).find(([, headings]) => headings.some((heading) => heading === title.toLowerCase()))?.[0];
      assert.ok(column, title);
      const cell = table.rows[0]?.[at];
      return cell === undefined ? [] : [[column, textOf(cell)]];
    }));
    const { reference, details, progress } = taken(row);
    assert.equal(reference, action.id);
    for (const field of ['text', 'marking', 'benchmarkCode', 'ownerId', 'ownerRole', 'partners', 'startOn', 'dueOn', 'successMeasure'] as const) assert.equal(details[field], action[field], field);
    assert.equal(progress?.rag, action.rag);
  }));
});

test('no heading belongs to two columns, and every origin can be written', () => {
  const headings = Object.values(planColumns).flat();
  assert.equal(new Set(headings).size, headings.length);
  for (const origin of origins) assert.equal(taken({ origin: en.actionPlan.origins[origin] === 'Something else' ? 'other' : en.actionPlan.origins[origin] }).details.origin, origin);
});

function on(text: string): Day {
  const day = dayOf(text);
  assert.ok(day);
  return day;
}
