import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '../../kernel/year.ts';
import { meetingFrom, standingOf } from './rules.ts';

const day = (text: string) => dayOf(text) ?? assert.fail();

test('a paper is due, overdue or sent', () => {
  const meeting = { papersDueOn: day('2026-03-14'), sentOn: null };
  assert.deepEqual(standingOf(meeting, day('2026-03-02')), { is: 'due', days: 12 });
  assert.deepEqual(standingOf(meeting, day('2026-03-14')), { is: 'due', days: 0 });
  assert.deepEqual(standingOf(meeting, day('2026-03-15')), { is: 'overdue', days: 1 });
  assert.deepEqual(standingOf({ ...meeting, sentOn: day('2026-03-10') }, day('2026-03-15')), { is: 'sent', on: day('2026-03-10') });
});

test('a meeting needs a committee, a year, a deadline and a day not before it', () => {
  const good = { committee: ' Safer  Board ', meets: day('2026-03-20'), due: day('2026-03-14'), year: '2025-26' };
  assert.deepEqual(meetingFrom(good), { accepted: true, value: { committee: 'Safer Board', meetsOn: '2026-03-20', papersDueOn: '2026-03-14', year: '2025-26' } });
  for (const [change, field] of [[{ committee: ' ' }, 'committee'], [{ year: '' }, 'year'], [{ due: undefined }, 'due-day'], [{ meets: undefined }, 'meets-day'], [{ meets: day('2026-03-01') }, 'meets-day']] as const) {
    const outcome = meetingFrom({ ...good, ...change });
    assert.deepEqual(outcome.accepted ? [] : outcome.refusals.map((refusal) => refusal.field), [field]);
  }
});
