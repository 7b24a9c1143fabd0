import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { roles } from '../../kernel/access.ts';
import { dayOf, daysAfter, daysBetween, type Day } from '../../kernel/year.ts';
import { dueKinds, goesTo, itemKinds, kindsFor, mondayOf, reminderOn, plans, remindersOf, type ItemKind } from './rules.ts';

const day = (text: string): Day => dayOf(text) ?? assert.fail(text);
const due = (kind: ItemKind, dueOn: Day, reminderDays: readonly number[] | null = null) => ({ kind, dueOn, reminderDays });
const days = fc.integer({ min: 0, max: 20_000 }).map((count) => daysAfter(day('2000-01-01'), count));

test('when whom to remind, before, on and after the day', () => {
  assert.deepEqual(remindersOf(due('paper', day('2026-03-14'))).map((one) => [one.day, one.plan.roles.join()]), [
    ['2026-02-28', 'prevent_lead,contributor'], ['2026-03-11', 'prevent_lead,contributor'], ['2026-03-14', 'prevent_lead,contributor'], ['2026-03-15', 'prevent_lead'],
  ]);
  assert.deepEqual(remindersOf(due('recommendation', day('2026-03-31'))).map((one) => [one.day, one.plan.roles.join()]), [
    ['2026-03-03', 'prevent_lead,contributor'], ['2026-03-24', 'prevent_lead,contributor'], ['2026-03-31', 'prevent_lead,contributor'], ['2026-04-07', 'prevent_lead,second_reader'],
  ]);
  assert.deepEqual(remindersOf(due('meeting', day('2026-03-14'))), [], 'a meeting only stands in calendars');
});

test('each kind has one plan for before, on and after its day, and its days belong there', () => {
  for (const kind of dueKinds) assert.deepEqual(plans.filter((plan) => plan.kind === kind).map(({ phase }) => phase), ['before', 'on', 'after'], kind);
  for (const { phase, days: own } of plans) for (const one of own) assert.equal(phase, one < 0 ? 'before' : one > 0 ? 'after' : 'on');
  assert.ok(plans.every(({ days: own }) => own.length > 0 && own.every((one) => Math.abs(one) <= 60)), 'as far as the pass over all bodies looks');
});

test('a thing with days of its own is reminded of on those', () => {
  assert.deepEqual(remindersOf(due('paper', day('2026-03-14'), [10, -20, 0])).map((one) => [one.day, one.plan.phase]), [['2026-02-22', 'before'], ['2026-03-14', 'on'], ['2026-03-24', 'after']]);
  assert.deepEqual(remindersOf(due('paper', day('2026-03-14'), [])), []);
});

test('a server that runs every day sends each reminder on its day, once', () => {
  fc.assert(fc.property(fc.constantFrom(...itemKinds), days, fc.option(fc.uniqueArray(fc.integer({ min: -60, max: 60 }))), (kind, dueOn, own) => {
    const sent = new Set<Day>();
    for (let at = -70; at <= 70; at += 1) {
      const reminder = reminderOn(due(kind, dueOn, own), daysAfter(dueOn, at));
      if (reminder && !sent.has(reminder.day)) { assert.equal(reminder.day, daysAfter(dueOn, at)); sent.add(reminder.day); }
    }
    assert.deepEqual([...sent], remindersOf(due(kind, dueOn, own)).map((one) => one.day));
  }));
});

test('after days in which nothing ran, what fell into them is made up for, the latest alone', () => {
  const on = (today: string) => reminderOn(due('paper', day('2026-03-14')), day(today))?.day;
  assert.equal(on('2026-03-07'), '2026-02-28', 'a week later still');
  assert.equal(on('2026-03-08'), undefined, 'later the next is near');
  assert.equal(on('2026-03-20'), '2026-03-15', 'not that it is due today, when it is overdue');
  assert.equal(on('2026-03-23'), undefined);
});

test('who has switched reminders off gets what the role cannot do without', () => {
  const [early, atDay, late] = plans.filter(({ kind }) => kind === 'paper');
  assert.ok(early && atDay && late);
  assert.deepEqual([early, atDay, late].map((plan) => goesTo(plan, ['prevent_lead'], false)), [false, true, true]);
  assert.deepEqual([early, atDay, late].map((plan) => goesTo(plan, ['contributor'], true)), [true, true, false]);
  assert.deepEqual([early, atDay, late].map((plan) => goesTo(plan, ['contributor'], false)), [false, false, false]);
  fc.assert(fc.property(fc.constantFrom(...plans), fc.subarray([...roles]), (plan, held) => !goesTo(plan, held, false) || goesTo(plan, held, true)));
});

test('who only takes bookings in is shown bookings alone', () => {
  assert.deepEqual([kindsFor(['bookings_officer']), kindsFor(['bookings_officer', 'viewer']), kindsFor(['viewer'])], [['booking'], itemKinds, itemKinds]);
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
