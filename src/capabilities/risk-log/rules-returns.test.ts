import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayOf, quarterOf } from '../../kernel/year.ts';
import { mayBegin, placeOf, quarterFrom, remindersOf, shareOnTime, timelinessOf, type Before, type Logged, type Timeliness } from './rules-returns.ts';

const day = (text: string) => dayOf(text) ?? assert.fail(text);
const quarter = (text: string) => quarterOf(text) ?? assert.fail(text);
const set = { quarter: quarter('2025-26-Q3'), opensOn: day('2025-10-01'), dueOn: day('2025-12-22'), reminderDays: [7, -14, 0, -14] };

test('a return is on time, late, missing, nil, not yet due or not asked for', () => {
  const sent = (on: string, kind: 'log' | 'nil' = 'log') => ({ sentOn: day(on), dueOn: day('2025-12-22'), kind });
  const table: [Parameters<typeof timelinessOf>, Timeliness][] = [
    [[set, sent('2025-12-22'), day('2026-03-01')], { is: 'on time', nil: false }],
    [[set, sent('2025-12-31'), day('2026-03-01')], { is: 'late', days: 9, nil: false }],
    [[set, sent('2025-12-23', 'nil'), day('2026-03-01')], { is: 'late', days: 1, nil: true }],
    [[undefined, sent('2025-12-01', 'nil'), day('2026-03-01')], { is: 'on time', nil: true }],
    [[set, undefined, day('2025-12-22')], { is: 'not yet due', dueOn: day('2025-12-22') }],
    [[set, undefined, day('2025-12-23')], { is: 'missing', days: 1 }],
    [[undefined, undefined, day('2025-12-23')], { is: 'not asked' }],
  ];
  for (const [asked, state] of table) assert.deepEqual(timelinessOf(...asked), state);
  assert.deepEqual(timelinessOf({ dueOn: day('2026-01-31') }, sent('2025-12-31'), day('2026-03-01')), { is: 'late', days: 9, nil: false }, 'a due day that was moved later changes nothing of what was sent');
});

test('the share on time counts what is due: what is missing is not on time', () => {
  const state = fc.constantFrom<Timeliness>({ is: 'on time', nil: true }, { is: 'late', days: 2, nil: false }, { is: 'missing', days: 3 }, { is: 'not yet due', dueOn: day('2026-01-01') }, { is: 'not asked' });
  fc.assert(fc.property(fc.array(state), (list) => {
    const { onTime, due } = shareOnTime(list);
    assert.equal(onTime, list.filter(({ is }) => is === 'on time').length);
    assert.equal(due, list.filter(({ is }) => ['on time', 'late', 'missing'].includes(is)).length);
    assert.ok(onTime <= due);
  }));
});

test('reminders fall on their days before, on and after the due day, each once', () => {
  assert.deepEqual(remindersOf(set), ['2025-12-08', '2025-12-22', '2025-12-29']);
});

const text = { theme: 'premises', cause: 'c', event: 'e', effect: 'f', controls: '', ownerRole: null, benchmarkCodes: ['LA2'], publicSummary: '', nextReviewOn: day('2026-01-01'), marking: 'OFFICIAL' } as const;
const now: Logged = { ...text, closedOn: null, closedReason: null, scoringNumber: 2, scoringReason: 'Because.' };
const before: Before = { ...text, standing: 'unchanged', scoringNumber: 2, residual: { likelihood: 1, impact: 1 } };

test('what happened to a risk speaks for itself, and only quiet has to be confirmed', () => {
  assert.deepEqual(placeOf(now, null, false), { is: 'new', reason: null });
  assert.deepEqual(placeOf(now, before, false), { is: 'waits' });
  assert.deepEqual(placeOf(now, before, true), { is: 'unchanged', reason: null });
  assert.deepEqual(placeOf(now, { ...before, scoringNumber: 1 }, true), { is: 'rescored', reason: 'Because.' });
  for (const change of [{ controls: 'More.' }, { benchmarkCodes: [] }, { ownerRole: 'Head of property' }, { marking: 'OFFICIAL-SENSITIVE' as const }]) assert.deepEqual(placeOf({ ...now, ...change }, before, true), { is: 'reworded', reason: null });
  const closed = { ...now, closedOn: day('2026-01-02'), closedReason: 'Sold.' };
  assert.deepEqual(placeOf(closed, { ...before, scoringNumber: 1 }, false), { is: 'closed', reason: 'Sold.' });
  assert.deepEqual(placeOf(closed, null, false), { is: 'closed', reason: 'Sold.' }, 'added and closed between two returns');
  assert.deepEqual(placeOf(closed, { ...before, standing: 'closed' }, false), { is: 'past' });
});

test('a return is begun when its quarter is open and no later one was sent', () => {
  const begin = (name: string, sent: string[], today: string) => mayBegin(name, [set], sent.map(quarter), day(today)).accepted;
  assert.equal(begin('2025-26-Q3', ['2025-26-Q2'], '2025-10-01'), true);
  assert.equal(begin('2025-26-Q3', [], '2025-09-30'), false);
  assert.equal(begin('2025-26-Q3', ['2025-26-Q4'], '2026-03-01'), false);
  assert.equal(begin('2025-26-Q4', [], '2026-03-01'), false);
  assert.equal(begin('next quarter', [], '2026-03-01'), false);
});

test('a quarter of the calendar has its days in order, and reminders as numbers', () => {
  const form = { quarter: '2025-26-Q3', opens: day('2025-10-01'), due: day('2025-12-22'), before: '14, 3 0', after: '', own: 'yes' };
  const good = quarterFrom(form);
  assert.ok(good.accepted);
  assert.deepEqual([good.value.reminderDays, good.value.asksSetter], [[-14, -3, 0], true]);
  for (const [change, at] of [
    [{ quarter: '' }, ['quarter']], [{ opens: undefined }, ['opens-day']], [{ due: day('2025-09-30') }, ['due-day']], [{ before: '1 2 3 4 5 6 7' }, ['before']], [{ after: 'a week' }, ['after']], [{ after: '61' }, ['after']],
  ] as const) {
    const outcome = quarterFrom({ ...form, ...change });
    assert.deepEqual(outcome.accepted ? [] : outcome.refusals.map(({ field }) => field), at, JSON.stringify(change));
  }
});
