import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { en } from '../../words/index.ts';
import { dayOf } from '../../kernel/year.ts';
import type { Outcome } from '../../kernel/outcome.ts';
import { answersFrom, closingFrom, lapseFrom, pathwayFrom, planFrom, programmeFrom, settledFrom, throwsFrom, type Known, type Written } from './rules.ts';

const on = (text: string) => dayOf(text) ?? assert.fail(text);
const today = on('2026-03-02');
const known: Known = { bodies: ['a', 'b', 'c'], questions: ['form', 'timescale'], earlier: [{ id: 'old', panelId: 'a', fromDay: '2025-01-01', toDay: '2025-03-31' }] };
const good: Written = {
  panel: 'a', from: on('2025-04-01'), to: on('2025-09-30'), population: '1,050', sample: '12', list: 'Referrals received', order: 'By date', custodian: 'Prevent supervisor', exclusions: '', police_count: '0', questions: ['timescale'],
  chair_body: 'b', chair_role: 'Channel chair', police_body: 'c', police_role: 'Counter Terrorism Policing reviewer', repeats: '', repeat_reason: '',
};
const fieldsOf = (outcome: Outcome<unknown>) => (outcome.accepted ? [] : outcome.refusals.map(({ field }) => field));

test('a plan as it should be, with a thousand as people write it', () => {
  const plan = planFrom(good, known, today);
  assert.ok(plan.accepted);
  assert.deepEqual([plan.value.population, plan.value.sampleSize, plan.value.policeCount, plan.value.questionCodes, plan.value.repeatsId], [1050, 12, 0, ['timescale'], null]);
});

for (const [what, change, field] of [
  ['no panel', { panel: 'x' }, 'panel'], ['no last day', { to: undefined }, 'to-day'], ['days the wrong way round', { to: on('2025-03-01'), from: on('2025-06-01') }, 'to-day'], ['days to come', { to: on('2026-03-03') }, 'to-day'],
  ['no number', { population: '' }, 'population'], ['half a case', { sample: '1.5' }, 'sample'], ['a sample larger than the list', { population: '11' }, 'sample'], ['none drawn', { sample: '0' }, 'sample'],
  ['no list', { list: ' ' }, 'list'], ['two lines', { order: 'a\nb' }, 'order'], ['an address', { custodian: 'a@b.example' }, 'custodian'], ['a person', { chair_role: 'Jane Smith' }, 'chair_role'], ['a person with a title', { exclusions: 'Those of Dr Patel' }, 'exclusions'],
  ['a case', { exclusions: 'Case ref: 12/345' }, 'exclusions'], ['a birth', { list: 'Born 12/03/2009' }, 'list'], ['no question', { questions: ['x'] }, 'questions'], ['their own panel', { chair_body: 'a' }, 'chair_body'], ['one body twice', { police_body: 'b' }, 'police_body'],
  ['a time that was sampled', { from: on('2025-03-31') }, 'repeats'], ['a repeat without a reason', { from: on('2025-03-31'), repeats: 'old' }, 'repeat_reason'],
] as const) {
  test(`a plan with ${what} is refused at its field`, () => {
    assert.deepEqual(fieldsOf(planFrom({ ...good, ...change }, known, today)), [field]);
  });
}

test('a repeat names what it repeats, and a time beside it is none', () => {
  const repeat = planFrom({ ...good, from: on('2025-03-31'), repeats: 'old', repeat_reason: 'A month was missing.' }, known, today);
  assert.ok(repeat.accepted && repeat.value.repeatsId === 'old' && repeat.value.repeatReason === 'A month was missing.');
  const beside = planFrom({ ...good, repeats: 'old', repeat_reason: 'x' }, known, today);
  assert.ok(beside.accepted && beside.value.repeatsId === null && beside.value.repeatReason === null);
});

test('roles are taken, with a title in lower case or a rank as part of them', () => {
  for (const role of ['Channel chair', 'Detective Inspector, Prevent', 'Police Reviewer', 'Prevent Supervisor', 'PREVENT LEAD', 'Safeguarding manager']) assert.ok(planFrom({ ...good, custodian: role }, known, today).accepted, role);
});

test('throws are twenty digits of a die, however they are spaced, and nothing else', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 20, maxLength: 20 }), fc.constantFrom(' ', ', ', '', '\n', '-'), (digits, gap) => {
    assert.deepEqual(throwsFrom(digits.join(gap)), { accepted: true, value: digits.join('') });
  }));
  fc.assert(fc.property(fc.string(), (text) => {
    const thrown = throwsFrom(text);
    assert.ok(!thrown.accepted || /^[1-6]{20}$/.test(thrown.value));
  }));
});

test('every question needs one of four answers, and every difference one that both settle on', () => {
  assert.deepEqual(fieldsOf(answersFrom((question) => (question === 'form' ? 'na' : 'perhaps'), known.questions)), ['q-timescale']);
  assert.deepEqual(answersFrom(() => 'partly', ['form']), { accepted: true, value: [{ question: 'form', code: 'partly' }] });
  const difference = { position: 7, question: 'form', chair: 'yes', police: 'no' } as const;
  assert.deepEqual(fieldsOf(settledFrom(() => '', [difference])), ['s-7-form']);
  assert.deepEqual(settledFrom((field) => (field === 's-7-form' ? 'no' : ''), [difference]), { accepted: true, value: [{ position: 7, question: 'form', code: 'no' }] });
});

test('closing needs themes, learning, and a word on each earlier action', () => {
  assert.deepEqual(fieldsOf(closingFrom({ themes: '', learning: ' ', worked: () => '' }, ['x'])), ['themes', 'learning', 'worked-x']);
  assert.ok(closingFrom({ themes: 'None.', learning: 'None.', worked: () => 'too_early' }, ['x']).accepted);
  assert.deepEqual(fieldsOf(lapseFrom('')), ['reason']);
  assert.deepEqual(fieldsOf(programmeFrom({ every: '25', purpose: '' })), ['every', 'purpose']);
});

test('a pathway has the steps that are filled in; half a step is refused at what it lacks', () => {
  const pathway = { inForce: today, formEdition: '2025 edition', safeguarding: 'Beside it.', complaints: 'To us.', change: 'New.' };
  const [empty, whole] = [{ step: '', who: '', days: '' }, { step: 'Notice', who: 'Safeguarding lead', days: '' }];
  const taken = pathwayFrom({ ...pathway, steps: [whole, empty, { ...whole, days: '5' }] });
  assert.ok(taken.accepted);
  assert.deepEqual(taken.value.steps.map(({ target_days: days }) => days), [null, 5]);
  assert.deepEqual(fieldsOf(pathwayFrom({ ...pathway, steps: [empty] })), ['step-1']);
  assert.deepEqual(fieldsOf(pathwayFrom({ ...pathway, steps: [whole, { step: '', who: 'Police', days: 'soon' }] })), ['step-2', 'days-2']);
});

test('each refusal is a sentence', () => {
  const refused = planFrom({ ...good, sample: '2000', population: '11', list: '', chair_body: 'a' }, known, today);
  assert.ok(!refused.accepted);
  for (const { say } of refused.refusals) assert.match(say(en), /^\p{Lu}.{10,}/u);
});
