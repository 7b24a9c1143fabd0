import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Outcome } from '../../kernel/outcome.ts';
import { dayOf, daysAfter } from '../../kernel/year.ts';
import { agreementFrom, attendanceFrom, officeFrom, panelFrom, reviewsFrom, seatFrom } from './rules.ts';

const day = (text: string) => dayOf(text) ?? assert.fail(text);
const today = day('2026-03-02');
const fields = (outcome: Outcome<unknown>) => (outcome.accepted ? [] : outcome.refusals.map(({ field }) => field));

test('a panel is run here, or it is another body’s with what is known of why and whose', () => {
  const elsewhere = { here: 'no', reason: 'The county leads it.', leadBody: 'Exampleshire', notStated: false };
  assert.deepEqual(panelFrom({ ...elsewhere, here: 'yes' }), { accepted: true, value: { runHere: true } });
  assert.deepEqual(panelFrom(elsewhere), { accepted: true, value: { runHere: false, reason: 'The county leads it.', leadBody: 'Exampleshire' } });
  assert.deepEqual(panelFrom({ ...elsewhere, reason: '', leadBody: '', notStated: true }), { accepted: true, value: { runHere: false, reason: null, leadBody: null } });
  for (const [change, refused] of [
    [{ here: '' }, ['here']], [{ reason: ' ' }, ['reason']], [{ leadBody: '' }, ['lead_body']], [{ notStated: true }, ['reason']], [{ reason: 'x'.repeat(1001) }, ['reason']],
  ] as const) assert.deepEqual(fields(panelFrom({ ...elsewhere, ...change })), refused, JSON.stringify(change));
});

test('a chair has a role and a day, and training is due again after it was given', () => {
  const chair = { office: 'chair', role: 'Head of  safeguarding', appointed: day('2025-04-01'), trained: day('2025-05-14'), trainingDue: day('2027-05-14') };
  assert.deepEqual(officeFrom(chair, today), { accepted: true, value: { office: 'chair', role: 'Head of safeguarding', appointedOn: '2025-04-01', trainedOn: '2025-05-14', trainingDueOn: '2027-05-14' } });
  assert.deepEqual(fields(officeFrom({ ...chair, trained: 'empty', trainingDue: 'empty' }, today)), []);
  for (const [change, refused] of [
    [{ office: 'clerk' }, ['office']], [{ role: 'jo@example.test' }, ['office_role']], [{ appointed: 'empty' }, ['appointed-day']], [{ appointed: day('2026-03-03') }, ['appointed-day']],
    [{ trained: day('2026-03-03') }, ['trained-day']], [{ trained: undefined, trainingDue: 'empty' }, ['trained-day']], [{ trained: 'empty' }, ['training_due-day']], [{ trainingDue: day('2025-05-14') }, ['training_due-day']],
  ] as const) assert.deepEqual(fields(officeFrom({ ...chair, ...change }, today)), refused, JSON.stringify(change));
});

test('a seat is an agency and a role, and neither is an address', () => {
  assert.deepEqual(seatFrom({ agency: ' Police ', role: 'Detective inspector' }), { accepted: true, value: { agency: 'Police', role: 'Detective inspector' } });
  assert.deepEqual(fields(seatFrom({ agency: '', role: '' })), ['agency', 'seat_role']);
  assert.deepEqual(fields(seatFrom({ agency: 'a@b.test', role: 'c@d.test' })), ['agency', 'seat_role']);
});

test('attendance is recorded from the day of the meeting on, whole, and only when it was held', () => {
  const answered = (held: string, presence: string) => ({ held, presenceOf: () => presence });
  assert.deepEqual(fields(attendanceFrom(answered('yes', 'present'), daysAfter(today, 1), ['a'], today)), ['held']);
  assert.deepEqual(fields(attendanceFrom(answered('yes', 'present'), today, ['a'], today)), []);
  assert.deepEqual(fields(attendanceFrom(answered('', 'present'), today, ['a'], today)), ['held']);
  assert.deepEqual(fields(attendanceFrom(answered('yes', ''), today, ['a', 'b'], today)), ['seat-a', 'seat-b']);
  assert.deepEqual(attendanceFrom(answered('no', 'present'), today, ['a'], today), { accepted: true, value: { held: false, presences: new Map() } });
});

test('an agreement never expires before it begins', () => {
  fc.assert(fc.property(fc.integer({ min: -3000, max: 0 }), fc.integer({ min: -3000, max: 3000 }), (begun, lasts) => {
    const agreed = daysAfter(today, begun);
    assert.equal(agreementFrom({ agreed, expires: daysAfter(agreed, lasts) }, today).accepted, lasts > 0);
  }));
  assert.deepEqual(fields(agreementFrom({ agreed: undefined, expires: undefined }, today)), ['agreed-day', 'expires-day']);
});

test('no more reviews are on time than were due, in a quarter that has begun', () => {
  fc.assert(fc.property(fc.nat(9999), fc.nat(9999), (due, onTime) => {
    assert.equal(reviewsFrom({ quarter: '2025-26-Q4', due: String(due), onTime: String(onTime) }, today).accepted, onTime <= due);
  }));
  assert.deepEqual(fields(reviewsFrom({ quarter: '2026-27-Q1', due: '-1', onTime: '1.5' }, today)), ['quarter', 'reviews_due', 'reviews_on_time']);
});
