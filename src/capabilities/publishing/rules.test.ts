import assert from 'node:assert/strict';
import { test } from 'node:test';
import { overdueIn } from './rules.ts';

const release = { released_on: '2026-03-02', recommendations: ['One.', 'Two.', 'Three.', 'Four.', 'Five.'] };

test('overdue is what was open after its day, on the day of the release', () => {
  const progress = [
    { recommendation: 1, closed: false, due_on: '2026-03-01' }, { recommendation: 2, closed: false, due_on: '2026-03-02' },
    { recommendation: 3, closed: true, due_on: '2026-01-01' }, { recommendation: 4, closed: false, due_on: null },
  ];
  assert.deepEqual(overdueIn({ ...release, progress }), { late: [{ text: 'One.', dueOn: '2026-03-01' }], closed: 1, withoutDay: 2 });
});

test('what nobody has taken up has no day', () => {
  assert.deepEqual(overdueIn({ ...release, progress: [] }), { late: [], closed: 0, withoutDay: 5 });
});
