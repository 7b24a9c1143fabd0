import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayOf, quarterOf } from '../../kernel/year.ts';
import { chaseFrom, chaseKey, gridOf, trendOf } from './rules.ts';

const day = (text: string) => dayOf(text) ?? assert.fail(text);
const quarter = (text: string) => quarterOf(text) ?? assert.fail(text);
const calendar = [['2025-26-Q1', '2025-06-27'], ['2025-26-Q2', '2025-09-26'], ['2025-26-Q3', '2025-12-22'], ['2025-26-Q4', '2026-03-27']].map(([name = '', due = '']) => ({ quarter: quarter(name), opensOn: day('2025-04-01'), dueOn: day(due), reminderDays: [] }));
const sent = (name: string, on: string) => ({ quarter: quarter(name), sentOn: day(on), dueOn: calendar.find((set) => set.quarter === name)?.dueOn ?? assert.fail(), kind: 'log' as const });
const bodies = [
  { id: 'one', name: 'One', shortName: 'one', since: day('2020-01-01'), reminded: { [quarter('2025-26-Q2')]: [day('2025-09-26'), day('2025-09-27')] }, sent: [sent('2025-26-Q1', '2025-06-20'), sent('2025-26-Q2', '2025-09-27'), sent('2025-26-Q3', '2025-12-01')] },
  { id: 'two', name: 'Two', shortName: 'two', since: day('2025-07-01'), reminded: {}, sent: [sent('2025-26-Q3', '2025-12-20')] },
];

test('the grid has a field for each body and quarter; what was due before a body came below is not asked of it', () => {
  const rows = gridOf(bodies, calendar, new Map([[chaseKey('two', quarter('2025-26-Q2')), 2]]), day('2026-03-02'));
  assert.deepEqual(rows.map(({ cells }) => cells.map(({ timeliness }) => timeliness.is)), [['on time', 'late', 'on time', 'not yet due'], ['not asked', 'missing', 'on time', 'not yet due']]);
  assert.deepEqual(rows.map(({ cells }) => cells.map(({ chases }) => chases)), [[0, 0, 0, 0], [0, 2, 0, 0]]);
  assert.deepEqual(rows.map(({ cells }) => cells.map(({ reminded }) => reminded)), [[0, 2, 0, 0], [0, 0, 0, 0]]);
  assert.deepEqual(trendOf(rows, calendar).map(({ onTime, due, direction }) => [onTime, due, direction]), [[1, 1, 'first'], [0, 2, 'down'], [2, 2, 'up'], [0, 0, 'first']]);
});

test('the trend counts each body at most once a quarter, whatever was sent', () => {
  const name = fc.constantFrom(...calendar.map((set) => set.quarter));
  const body = fc.record({ id: fc.uuid(), name: fc.string(), shortName: fc.string(), since: fc.constantFrom(day('2020-01-01'), day('2025-08-01')), reminded: fc.constant({}), sent: fc.uniqueArray(fc.record({ quarter: name, on: fc.constantFrom('2025-06-01', '2025-12-31', '2026-03-30') }), { selector: (one) => one.quarter }).map((list) => list.map((one) => sent(one.quarter, one.on))) });
  fc.assert(fc.property(fc.array(body), fc.constantFrom(day('2025-06-27'), day('2026-01-10'), day('2026-06-01')), (list, today) => {
    for (const { onTime, due } of trendOf(gridOf(list, calendar, new Map(), today), calendar)) assert.ok(onTime <= due && due <= list.length);
  }));
});

test('a chase has a quarter of the calendar, a day that has been, a role and a way', () => {
  const form = { quarter: '2025-26-Q3', on: day('2026-03-02'), role: 'Prevent lead', way: 'phone', note: '' };
  const chase = (change: object) => { const outcome = chaseFrom({ ...form, ...change }, calendar.map((set) => set.quarter), day('2026-03-02')); return outcome.accepted ? [] : outcome.refusals.map(({ field }) => field); };
  assert.deepEqual(chase({}), []);
  for (const [change, at] of [[{ quarter: '2024-25-Q3' }, ['quarter']], [{ on: day('2026-03-03') }, ['on-day']], [{ on: undefined }, ['on-day']], [{ role: ' ' }, ['role']], [{ role: 'jo@b' }, ['role']], [{ way: 'dove' }, ['way']], [{ note: 'x'.repeat(1001) }, ['note']]] as const) assert.deepEqual(chase(change), at, JSON.stringify(change));
});
