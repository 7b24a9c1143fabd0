import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { roles } from '../../kernel/access.ts';
import { dayOf, daysAfter, daysBetween, type Day } from '../../kernel/year.ts';
import { dueKinds, goesTo, itemKinds, mondayOf, reminderOn, remindersOf, steps } from './rules.ts';

const day = (text: string): Day => dayOf(text) ?? assert.fail(text);
const days = fc.integer({ min: 0, max: 20_000 }).map((count) => daysAfter(day('2000-01-01'), count));

test('when whom to remind, before, on and after the day', () => {
  assert.deepEqual(remindersOf('paper', day('2026-03-14')).map((one) => [one.day, one.step.roles.join()]), [
    ['2026-02-28', 'prevent_lead,contributor'], ['2026-03-11', 'prevent_lead,contributor'], ['2026-03-14', 'prevent_lead,contributor'], ['2026-03-15', 'prevent_lead'],
  ]);
  assert.deepEqual(remindersOf('recommendation', day('2026-03-31')).map((one) => [one.day, one.step.roles.join()]), [
    ['2026-03-03', 'prevent_lead,contributor'], ['2026-03-24', 'prevent_lead,contributor'], ['2026-03-31', 'prevent_lead,contributor'], ['2026-04-07', 'prevent_lead,second_reader'],
  ]);
  assert.deepEqual(remindersOf('meeting', day('2026-03-14')), [], 'a meeting only stands in calendars');
});

test('each kind is reminded of before, on and after its day, and the steps stand in order', () => {
  for (const kind of dueKinds) {
    const all = steps.filter((step) => step.kind === kind).map((step) => step.days);
    assert.ok((all[0] ?? 0) < 0 && all.includes(0) && (all.at(-1) ?? 0) > 0, kind);
    assert.deepEqual(all, all.toSorted((a, b) => a - b), kind);
  }
});

test('a server that runs every day sends each reminder on its day, once', () => {
  fc.assert(fc.property(fc.constantFrom(...itemKinds), days, (kind, dueOn) => {
    const sent = new Set<Day>();
    for (let at = -40; at <= 40; at += 1) {
      const reminder = reminderOn(kind, dueOn, daysAfter(dueOn, at));
      if (reminder && !sent.has(reminder.day)) { assert.equal(reminder.day, daysAfter(dueOn, at)); sent.add(reminder.day); }
    }
    assert.deepEqual([...sent], remindersOf(kind, dueOn).map((one) => one.day));
  }));
});

test('after days in which nothing ran, what fell into them is made up for, the latest alone', () => {
  const on = (today: string) => reminderOn('paper', day('2026-03-14'), day(today))?.day;
  assert.equal(on('2026-03-07'), '2026-02-28', 'a week later still');
  assert.equal(on('2026-03-08'), undefined, 'later the next is near');
  assert.equal(on('2026-03-20'), '2026-03-15', 'not that it is due today, when it is overdue');
  assert.equal(on('2026-03-23'), undefined);
});

test('who has switched reminders off gets what the role cannot do without', () => {
  const [early, , due, late] = steps.filter(({ kind }) => kind === 'paper');
  assert.ok(early && due && late);
  assert.deepEqual([early, due, late].map((step) => goesTo(step, ['prevent_lead'], false)), [false, true, true]);
  assert.deepEqual([early, due, late].map((step) => goesTo(step, ['contributor'], true)), [true, true, false]);
  assert.deepEqual([early, due, late].map((step) => goesTo(step, ['contributor'], false)), [false, false, false]);
  fc.assert(fc.property(fc.constantFrom(...steps), fc.subarray([...roles]), (step, held) => !goesTo(step, held, false) || goesTo(step, held, true)));
});

test('a week begins on Monday', () => {
  assert.equal(mondayOf(day('2026-03-02')), '2026-03-02');
  assert.equal(mondayOf(day('2026-03-08')), '2026-03-02');
  fc.assert(fc.property(days, (one) => {
    const monday = mondayOf(one);
    assert.equal(new Date(`${monday}T00:00:00Z`).getUTCDay(), 1);
    assert.ok(daysBetween(monday, one) >= 0 && daysBetween(monday, one) < 7);
  }));
});
