import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { newId } from '../../kernel/id.ts';
import { quarterOf, quartersOf, yearOf } from '../../kernel/year.ts';
import { moveOf, unchangedFor, type ReturnLook } from './rules-changes.ts';
import { citationsFrom, sinceThen, type SentRisk } from './rules-register.ts';
import { answeringFrom, askingFrom } from './rules-requests.ts';

const [year, next] = [yearOf('2025-26') ?? assert.fail(), yearOf('2026-27') ?? assert.fail()];
const newest = [...quartersOf(year), ...quartersOf(next)].reverse();
const looks = (changed: readonly number[]): ReturnLook[] => changed.map((count, at) => ({ quarter: newest[at] ?? assert.fail(), kind: 'log', risks: 10, changed: count }));
const body = (returns: readonly ReturnLook[]) => ({ name: 'North', shortName: 'north', returns });

test('a log has not changed when its last returns, two or more that follow each other, change nothing', () => {
  assert.deepEqual(unchangedFor([body(looks([0, 0, 3]))]).map(({ quarters, since, last }) => [quarters, since, last]), [[2, '2026-27-Q3', '2026-27-Q4']]);
  assert.deepEqual(unchangedFor([body(looks([0, 1, 0])), body(looks([1, 0, 0])), body(looks([0])), body([])]), []);
  const gap = looks([0, 0, 0]).filter((_, at) => at !== 1);
  assert.deepEqual(unchangedFor([body(gap)]), [], 'a quarter was left out');
  const [quarter, earlier] = [quarterOf('2026-27-Q1') ?? assert.fail(), quarterOf('2025-26-Q4') ?? assert.fail()];
  const nil = { kind: 'nil', risks: 0, changed: 0 } as const;
  assert.deepEqual(unchangedFor([body([{ quarter, ...nil }, { quarter: earlier, ...nil }])]).map(({ isNil }) => isNil), [true]);
});

test('of any returns, as many count as change nothing from the newest on', () => {
  fc.assert(fc.property(fc.array(fc.nat(2), { maxLength: 8 }), (changed) => {
    const run = changed.findIndex((count) => count > 0);
    const expected = run === -1 ? changed.length : run;
    assert.deepEqual(unchangedFor([body(looks(changed))]).map(({ quarters }) => quarters), expected >= 2 ? [expected] : []);
  }));
});

test('a risk went up or down by its score, is new, or closed', () => {
  const residual = { likelihood: 3, impact: 4, level: 'high' } as const;
  const risk = { isClosed: false, residual, before: { likelihood: 3, impact: 4 } };
  assert.equal(moveOf(risk), undefined);
  assert.equal(moveOf({ ...risk, before: { likelihood: 4, impact: 3 } }), undefined);
  assert.equal(moveOf({ ...risk, before: { likelihood: 2, impact: 4 } }), 'up');
  assert.equal(moveOf({ ...risk, before: { likelihood: 5, impact: 4 } }), 'down');
  assert.equal(moveOf({ ...risk, before: null }), 'new');
  assert.equal(moveOf({ ...risk, isClosed: true }), 'closed');
});

test('what a risk rests on becomes what was ticked, and nothing that was not sent', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 0, max: 9 }).map((at) => all[at] ?? assert.fail()));
  const all = Array.from({ length: 10 }, () => newId());
  const sentRisk = (id: (typeof all)[number]): SentRisk => ({
    id, bodyId: id, name: '', shortName: '', quarter: newest[0] ?? assert.fail(), number: 1, theme: 'premises', cause: '', event: '', effect: '', marking: 'OFFICIAL', residual: { likelihood: 1, impact: 1, level: 'low' }, later: null,
  });
  fc.assert(fc.property(ids, ids, ids, (ticked, cited, sent) => {
    const { add, remove } = citationsFrom(ticked, cited.map((returnedId) => ({ returnedId })), sent.map(sentRisk));
    const after = new Set([...cited.filter((id) => !remove.includes(id)), ...add.map(({ id }) => id)]);
    assert.deepEqual([...after].sort(), ticked.filter((id) => cited.includes(id) || sent.includes(id)).sort());
  }));
  const later = { quarter: newest[0] ?? assert.fail(), isClosed: false, isReworded: false, isRescored: false };
  assert.deepEqual([null, later, { ...later, isReworded: true }, { ...later, isRescored: true }, { ...later, isReworded: true, isRescored: true }, { ...later, isClosed: true, isReworded: true }].map((one) => sinceThen({ later: one })),
    ['last', 'same', 'reworded', 'rescored', 'both', 'closed']);
});

test('a risk is passed to a neighbour with a reason, and answered with one', () => {
  const [to, other] = [newId(), newId()];
  const neighbours = [{ id: to, name: 'County', way: 'up' }] as const;
  const fields = (outcome: ReturnType<typeof askingFrom> | ReturnType<typeof answeringFrom>) => (outcome.accepted ? [] : outcome.refusals.map(({ field }) => field));
  assert.deepEqual(fields(askingFrom({ to, reason: ' Why. ' }, neighbours, [{ toId: other }])), []);
  assert.deepEqual(fields(askingFrom({ to: other, reason: ' ' }, neighbours, [])), ['to', 'reason']);
  assert.deepEqual(fields(askingFrom({ to, reason: 'Why.' }, neighbours, [{ toId: to }])), ['to']);
  assert.deepEqual(answeringFrom({ answer: 'declined', into: '3', reason: 'No.' }, [{ id: other, number: 3 }]), { accepted: true, value: { answer: 'declined', reason: 'No.', into: null } });
  assert.deepEqual(answeringFrom({ answer: 'accepted', into: '3', reason: 'Yes.' }, [{ id: other, number: 3 }]), { accepted: true, value: { answer: 'accepted', reason: 'Yes.', into: other } });
  assert.deepEqual(fields(answeringFrom({ answer: 'accepted', into: '4', reason: '' }, [{ id: other, number: 3 }])), ['reason', 'into']);
  assert.deepEqual(fields(answeringFrom({ answer: '', into: '', reason: 'x' }, [])), ['answer']);
});
