import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { newId } from '../../kernel/id.ts';
import type { Outcome } from '../../kernel/outcome.ts';
import { dayOf, daysAfter } from '../../kernel/year.ts';
import { controlFrom, openingFrom, signatureFrom, stateOf, tookPart } from './rules-statements.ts';

const today = dayOf('2026-03-02') ?? assert.fail();
const fields = (outcome: Outcome<unknown>) => (outcome.accepted ? [] : outcome.refusals.map(({ field }) => field));

test('a statement is opened for a year, against an edition that is offered, with a day or none', () => {
  const open = (edition: string, year: string, due: Parameters<typeof openingFrom>[0]['due']) => openingFrom({ edition, year, due }, ['statement-one', 'statement-two']);
  assert.deepEqual(open('statement-two', ' 2025/26 ', 'empty'), { accepted: true, value: { edition: 'statement-two', year: '2025-26', dueOn: null } });
  assert.deepEqual(open('statement-one', '2025-26', today), { accepted: true, value: { edition: 'statement-one', year: '2025-26', dueOn: today } });
  assert.deepEqual(fields(open('local-authority-2025-26', '2025', undefined)), ['edition', 'year', 'statement_due-day']);
});

test('of an area: an extent of the scale, a reason, and options of that area alone', () => {
  const offered = { extents: ['not_met', 'met'], options: ['C1.1', 'C1.2'] };
  const said = (extent: string, reason: string, options: readonly string[]) => controlFrom({ extent, reason, options }, offered);
  assert.deepEqual(said('met', ' Because. ', ['C1.2', 'C1.1', 'C1.1']), { accepted: true, value: { extentCode: 'met', reason: 'Because.', options: ['C1.1', 'C1.2'] } });
  assert.deepEqual(fields(said('exceeded', '', ['C2.1'])), ['extent', 'reason', 'options']);
  assert.deepEqual(fields(said('met', 'x'.repeat(1001), [])), ['reason']);
});

test('the chair signs by role, on a day that has come, once something is said of every area', () => {
  const signed = (role: string, day: Parameters<typeof signatureFrom>[0]['signed'], unanswered = 0) => signatureFrom({ role, signed: day }, unanswered, today);
  assert.deepEqual(signed('Head of  safeguarding', today), { accepted: true, value: { signedRole: 'Head of safeguarding', signedOn: today } });
  assert.deepEqual(fields(signed('', daysAfter(today, 1))), ['signed_role', 'signed-day']);
  assert.deepEqual(fields(signed('jo@example.test', today)), ['signed_role']);
  assert.deepEqual(fields(signed('Head of safeguarding', today, 1)), ['signed_role']);
});

test('who wrote a word of it, or recorded the signature, took part; nobody else did', () => {
  assert.deepEqual([stateOf({ signedOn: null, signedOffAt: null }), stateOf({ signedOn: today, signedOffAt: null }), stateOf({ signedOn: today, signedOffAt: new Date() })], ['open', 'signed', 'signed_off']);
  const people = [newId(), newId(), newId(), newId()] as const;
  const writers = fc.array(fc.subarray([...people]).map((list) => ({ writers: list })), { maxLength: 5 });
  fc.assert(fc.property(fc.constantFrom(...people), fc.option(fc.constantFrom(...people)), writers, (person, signedBy, controls) => {
    assert.equal(tookPart(person, signedBy, controls), person === signedBy || controls.flatMap((one) => one.writers).includes(person));
  }));
});
