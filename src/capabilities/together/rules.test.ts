import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { newId } from '../../kernel/id.ts';
import { dayOf, type Day } from '../../kernel/year.ts';
import { en } from '../../words/index.ts';
import { filtered, isOverdue, limits, readAssignment, readComment, readCover, readReason, worksFor } from './rules.ts';

const day = (text: string): Day => { const found = dayOf(text); assert.ok(found); return found; };
const today = day('2026-03-02');
const [ann, bob, cat] = [{ id: newId(), name: 'Ann' }, { id: newId(), name: 'Bob' }, { id: newId(), name: 'Cat' }];
const fields = (outcome: { accepted: boolean; refusals?: readonly { field: string; say: (words: typeof en) => string }[] }) => {
  for (const { say } of outcome.refusals ?? []) assert.ok(say(en).length > 5);
  return (outcome.refusals ?? []).map(({ field }) => field);
};

test('work is assigned to a colleague from today on, or to nobody', () => {
  const people = [ann, bob];
  assert.deepEqual(readAssignment({ person: bob.id, due: today }, people, today), { accepted: true, value: { personId: bob.id, dueOn: today } });
  assert.deepEqual(readAssignment({ person: '', due: undefined }, people, today), { accepted: true, value: 'nobody' });
  assert.deepEqual(fields(readAssignment({ person: cat.id, due: day('2026-03-01') }, people, today)), ['person', 'due-day']);
  assert.deepEqual(fields(readAssignment({ person: ann.id, due: undefined }, people, today)), ['due-day']);
});

test('something is overdue from the day after it was due', () => {
  assert.deepEqual(['2026-03-01', '2026-03-02', '2026-03-03'].map((dueOn) => isOverdue({ dueOn }, today)), [true, false, false]);
});

test('cover holds from its first day to the day before its last, for the one who covers alone, and is not handed on', () => {
  const covers = [
    { personId: ann.id, coveringId: bob.id, fromDay: '2026-03-02', toDay: '2026-03-04' },
    { personId: bob.id, coveringId: cat.id, fromDay: '2026-03-01', toDay: '2026-04-01' },
  ];
  const on = (me: typeof ann, when: string) => [...worksFor(me.id, covers, day(when))];
  assert.deepEqual(on(bob, '2026-03-01'), [bob.id]);
  assert.deepEqual(on(bob, '2026-03-02'), [bob.id, ann.id]);
  assert.deepEqual(on(bob, '2026-03-04'), [bob.id]);
  assert.deepEqual(on(cat, '2026-03-02'), [cat.id, bob.id], 'not Ann’s, whom Bob covers for');
  assert.deepEqual(on(ann, '2026-03-02'), [ann.id]);
});

test('cover names two people and two days in their order', () => {
  const people = [ann, bob];
  const good = { person: ann.id, covering: bob.id, from: today, until: day('2026-03-09') };
  assert.deepEqual(readCover(good, people, today), { accepted: true, value: { personId: ann.id, coveringId: bob.id, fromDay: '2026-03-02', toDay: '2026-03-09' } });
  assert.deepEqual(fields(readCover({ ...good, covering: ann.id }, people, today)), ['covering']);
  assert.deepEqual(fields(readCover({ ...good, from: day('2026-03-01') }, people, today)), ['from-day']);
  assert.deepEqual(fields(readCover({ ...good, until: today }, people, today)), ['until-day']);
  assert.deepEqual(fields(readCover({ person: '', covering: cat.id, from: undefined, until: undefined }, people, today)), ['person', 'covering', 'from-day', 'until-day']);
});

test('a filter only leaves out', () => {
  const line = fc.record({ personId: fc.constantFrom(ann.id, bob.id), dueOn: fc.constantFrom('2026-03-01', '2026-03-02', '2026-03-03') });
  fc.assert(fc.property(fc.array(line), (lines) => {
    assert.deepEqual(filtered(lines, 'all', new Set(), today), lines);
    assert.deepEqual(filtered(lines, 'mine', new Set([ann.id]), today), lines.filter(({ personId }) => personId === ann.id));
    assert.deepEqual(filtered(lines, 'overdue', new Set(), today), lines.filter(({ dueOn }) => dueOn === '2026-03-01'));
  }));
});

test('a comment is plain text with a marking, a return has a reason', () => {
  assert.deepEqual(readComment({ said: ' One.\r\nTwo. ', marking: 'OFFICIAL-SENSITIVE' }), { accepted: true, value: { said: 'One.\nTwo.', marking: 'OFFICIAL-SENSITIVE' } });
  assert.deepEqual(fields(readComment({ said: ' ', marking: 'SECRET' })), ['said', 'marking']);
  assert.deepEqual(fields(readComment({ said: 'x'.repeat(limits.comment + 1), marking: 'OFFICIAL' })), ['said']);
  assert.deepEqual(fields(readReason('\0')), ['reason']);
  assert.deepEqual(readReason('Say which meetings.'), { accepted: true, value: 'Say which meetings.' });
});
