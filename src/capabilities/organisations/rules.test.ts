import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayOf, type Day } from '../../kernel/year.ts';
import { dayTyped, endRole, giveRole, opening, rolesAt, type HeldRole } from './rules.ts';

const day = (text: string): Day => { const found = dayOf(text); assert.ok(found, text); return found; };
const today = day('2026-03-02');
const held = (id: string, over: Partial<HeldRole> = {}): HeldRole => ({ id, personId: id, role: 'administrator', fromDay: '2025-04-01', toDay: 'infinity', invited: false, ...over });

test('a role ends on a day from today on; one that had not begun is taken out', () => {
  const role = held('a', { role: 'viewer' });
  assert.deepEqual(endRole(role, today, [role], today), { accepted: true, value: { is: 'ends', toDay: today } });
  const coming = held('a', { role: 'viewer', fromDay: '2026-04-01' });
  assert.deepEqual(endRole(coming, day('2026-04-01'), [coming], today), { accepted: true, value: { is: 'never began' } });
  for (const [one, on] of [[role, day('2026-03-01')], [role, undefined], [held('a', { role: 'viewer', toDay: '2026-03-02' }), today]] as const) assert.equal(endRole(one, on, [one], today).accepted, false);
});

test('the last administrator’s role does not end: those invited, those with an end and those who begin later do not count', () => {
  const last = held('a');
  for (const other of [held('b', { invited: true }), held('b', { toDay: '2027-01-01' }), held('b', { fromDay: '2026-03-03' }), held('b', { role: 'prevent_lead' })]) assert.equal(endRole(last, today, [last, other], today).accepted, false, JSON.stringify(other));
  assert.ok(endRole(last, today, [last, held('b')], today).accepted);
  assert.ok(endRole(held('b', { invited: true }), today, [last, held('b', { invited: true })], today).accepted, 'an invitation can be taken back');
});

test('however roles are ended, a body that had an administrator keeps one on every later day', () => {
  const days = ['2026-03-02', '2026-03-10', '2026-04-01'].map(day);
  fc.assert(fc.property(fc.integer({ min: 1, max: 4 }), fc.array(fc.tuple(fc.nat(3), fc.constantFrom(...days)), { maxLength: 8 }), (count, endings) => {
    let all = Array.from({ length: count }, (_, at) => held(String(at)));
    for (const [at, on] of endings) {
      const one = all[at % all.length];
      const outcome = one && endRole(one, on, all, today);
      if (one && outcome?.accepted) all = all.map((other) => (other === one ? { ...other, toDay: outcome.value.is === 'ends' ? outcome.value.toDay : other.fromDay } : other));
    }
    for (const later of [...days, '2030-01-01']) assert.ok(all.some(({ fromDay, toDay }) => fromDay <= later && later < toDay));
  }));
});

test('a role is given from today on, once at a time, and of those that the kind of body has', () => {
  assert.ok(giveRole({ role: 'viewer', from: today }, 'county', [held('a')], today).accepted);
  for (const [role, kind, from] of [['viewer', 'county', day('2026-03-01')], ['adviser', 'county', today], ['prevent_lead', 'home_office', today], ['king', 'county', today], ['administrator', 'county', today], ['viewer', 'county', undefined]] as const) {
    assert.equal(giveRole({ role, from }, kind, [held('a')], today).accepted, false, `${role} ${kind}`);
  }
  assert.deepEqual(rolesAt('home_office'), ['adviser', 'administrator', 'viewer']);
});

test('assessments are opened to a Home Office body once at a time, with a reason, from today on', () => {
  const form = { grantee: 'ho', reason: ' The adviser\r\nmoderates. ', from: today, until: 'none' } as const;
  assert.deepEqual(opening(form, ['ho'], [], today), { accepted: true, value: { granteeId: 'ho', reason: 'The adviser\nmoderates.', fromDay: today, toDay: 'infinity' } });
  assert.ok(opening(form, ['ho'], [{ granteeId: 'ho', toDay: '2026-03-02' }], today).accepted);
  for (const wrong of [{ grantee: 'county' }, { reason: '  ' }, { reason: 'x'.repeat(501) }, { reason: 'a\0' }, { from: day('2026-03-01') }, { from: undefined }, { until: today }, { until: undefined }]) assert.equal(opening({ ...form, ...wrong }, ['ho'], [], today).accepted, false, JSON.stringify(wrong));
  assert.equal(opening(form, ['ho'], [{ granteeId: 'ho', toDay: 'infinity' }], today).accepted, false);
});

test('a day is read as people type it', () => {
  assert.equal(dayTyped(' 2', '3', '2026 '), '2026-03-02');
  assert.equal(dayTyped('', ' ', ''), 'empty');
  for (const [d, m, y] of [['30', '2', '2026'], ['1', '', '2026'], ['x', '1', '2026'], ['1', '13', '2026'], ['-1', '1', '2026'], ['1', '1', '26']] as const) assert.ok(dayTyped(d, m, y) === undefined || y === '26', `${d} ${m} ${y}`);
});
