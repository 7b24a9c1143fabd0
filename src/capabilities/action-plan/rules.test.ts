import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { newId } from '../../kernel/id.ts';
import type { Outcome } from '../../kernel/outcome.ts';
import { dayOf, type Day } from '../../kernel/year.ts';
import { en } from '../../words/index.ts';
import { countsOf, detailsFrom, groupsOf, isShown, objectiveFrom, progressFrom, shows, type DetailsForm, type Standing } from './rules.ts';

const said = en.actionPlan.refusals;
const today = on('2026-03-02');
const [own, district, objective] = [newId(), newId(), newId()];
const known = { benchmarks: ['LA1', 'LA2'], objectives: [{ id: objective, benchmarkCode: 'LA2' }], bodies: [own, district] };
const blank = { day: '', month: '', year: '' };
const form: DetailsForm = { place: 'LA1', text: 'Do it.', marking: 'OFFICIAL', owner: own, ownerBody: '', ownerRole: '', partners: '', start: blank, due: blank, measure: '', origin: 'other', originNote: '' };

test('an action stands where its form says, with an owner that is known or named', () => {
  const accepted = (changed: Partial<DetailsForm>) => { const found = detailsFrom({ ...form, ...changed }, known); assert.ok(found.accepted, JSON.stringify(changed)); return found.value; };
  assert.deepEqual(accepted({}), {
    benchmarkCode: 'LA1', objectiveId: null, text: 'Do it.', marking: 'OFFICIAL', ownerId: own, ownerBody: null, ownerRole: null, partners: '', startOn: null, dueOn: null, successMeasure: null, origin: 'other', originNote: null,
  });
  const places = [['', null, null], [objective, 'LA2', objective]] as const;
  for (const [place, benchmarkCode, objectiveId] of places) assert.deepEqual([accepted({ place }).benchmarkCode, accepted({ place }).objectiveId], [benchmarkCode, objectiveId]);
  const other = accepted({ owner: 'other', ownerBody: ' Exampleshire Police ' });
  assert.deepEqual([other.ownerId, other.ownerBody], [null, 'Exampleshire Police']);
  assert.equal(accepted({ ownerBody: 'Left from before' }).ownerBody, null, 'a name beside a body that is chosen says nothing');
});

test('everything that is wrong with an action is said at once, each at its field', () => {
  const late = { day: '1', month: '2', year: '2026' };
  const refused = detailsFrom({ ...form, place: 'LA9', text: ' ', owner: newId(), ownerRole: 'a@b', start: { day: '2', month: '2', year: '2026' }, due: late, origin: '', marking: 'SECRET' }, known);
  assert.deepEqual(sentences(refused), { place: said.noPlace, text: said.noText, owner: said.noOwner, role: said.ownerIsAddress, 'due-day': said.dueBeforeStart, origin: said.noOrigin, marking: said.noMarking });
  assert.deepEqual(sentences(detailsFrom({ ...form, owner: 'other' }, known)), { owner_body: said.noOwnerBody });
  assert.deepEqual(sentences(detailsFrom({ ...form, due: { day: '31', month: '2', year: '2026' } }, known)), { 'due-day': said.dueUnreal });
  assert.deepEqual(sentences(objectiveFrom({ benchmark: 'LA9', text: '' }, known.benchmarks)), { benchmark: said.noBenchmark, text: said.noObjective });
});

test('a colour rests on the words of its note, and none is no change', () => {
  const note = { dated: { day: '1', month: '3', year: '2026' }, text: 'Half is done.', marking: 'OFFICIAL' };
  const rag = (written: string) => { const found = progressFrom({ ...note, rag: written }, today); return found.accepted ? found.value.rag : 'refused'; };
  assert.deepEqual(['', 'green', 'amber', 'red', 'blue'].map(rag), [null, 'green', 'amber', 'red', 'refused']);
  assert.deepEqual(sentences(progressFrom({ ...note, text: '', rag: 'red' }, today)), { text: en.recommendations.refusals.noProgress });
});

const standing = fc.record<Standing>({
  state: fc.constantFrom('open', 'proposed', 'closed'), dueOn: fc.option(fc.constantFrom('2026-03-01', '2026-03-02', '2026-03-03')), successMeasure: fc.option(fc.constant('Known.')),
});

test('what is open and what is closed are all there is; overdue, waiting and unmeasured ones are open', () => {
  fc.assert(fc.property(fc.array(standing), (actions) => {
    const counts = countsOf(actions, today);
    assert.equal(counts.open + counts.closed, counts.all);
    for (const part of ['overdue', 'waiting', 'unmeasured'] as const) assert.ok(counts[part] <= counts.open);
    for (const show of shows) assert.equal(counts[show], actions.filter((action) => isShown(show, action, today)).length);
    assert.equal(counts.overdue, actions.filter(({ state, dueOn }) => state !== 'closed' && dueOn === '2026-03-01').length);
  }));
});

test('every line stands in one group, once, the benchmarks in the order of their edition', () => {
  const line = fc.record({ benchmarkCode: fc.constantFrom('LA1', 'LA2', 'OLD', null), objectiveId: fc.constantFrom(null, objective, newId()) });
  fc.assert(fc.property(fc.array(line), (lines) => {
    const groups = groupsOf(lines, known.objectives, known.benchmarks);
    assert.deepEqual(groups.flatMap(({ parts }) => parts.flatMap((part) => part.lines)).length, lines.length);
    assert.deepEqual(groups.map(({ benchmarkCode }) => benchmarkCode), ['LA1', 'LA2', 'OLD', null].filter((code) => lines.some(({ benchmarkCode }) => benchmarkCode === code)));
    for (const { benchmarkCode, parts } of groups) for (const part of parts) assert.ok(part.lines.length > 0 && part.lines.every((one) => one.benchmarkCode === benchmarkCode && (one.objectiveId === objective) === (part.objective !== undefined)));
  }));
});

function sentences(outcome: Outcome<unknown>): Record<string, string> {
  assert.ok(!outcome.accepted);
  return Object.fromEntries(outcome.refusals.map(({ field, say }) => [field, say(en)]));
}

function on(text: string): Day {
  const day = dayOf(text);
  assert.ok(day);
  return day;
}
