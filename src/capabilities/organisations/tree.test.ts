import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Outcome } from '../../kernel/outcome.ts';
import { en } from '../../words/index.ts';
import { dayOf, type Day } from '../../kernel/year.ts';
import { addBody, ancestorsOn, mergeBodies, moveBody, treeFaults, type Body, type Link, type Tree } from './tree.ts';

const day = (text: string): Day => { const found = dayOf(text); assert.ok(found, text); return found; };
const body = (id: string, openedOn: Day | null = null): Body => ({ id, name: `body ${id}`, openedOn, closedOn: null });
const always = (parentId: string, childId: string): Link => ({ parentId, childId, fromDay: '-infinity', toDay: 'infinity' });
const value = <T>(outcome: Outcome<T>): T => { assert.ok(outcome.accepted, outcome.accepted ? '' : outcome.refusals.map(({ say }) => say(en)).join(' ')); return outcome.value; };
const said = (outcome: Outcome<unknown>) => (outcome.accepted ? '' : outcome.refusals.map(({ say }) => say(en)).join(' '));
const below = (tree: Tree, id: string, on: Day) => tree.bodies.map((one) => one.id).filter((one) => ancestorsOn(tree.links, one, on).has(id)).sort();

const days = ['2023-04-01', '2024-04-01', '2024-10-01', '2025-04-01', '2025-12-24', '2026-04-01'].map(day);
const names = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Any tree that moves can make: links always lead from an earlier letter to a later one at first, then bodies move. */
const anyTree = fc.record({
  parents: fc.array(fc.nat(), { minLength: names.length, maxLength: names.length }),
  moves: fc.array(fc.record({ child: fc.constantFrom(...names), to: fc.constantFrom(...names), on: fc.constantFrom(...days) }), { maxLength: 8 }),
}).map(({ parents, moves }) => {
  const links = names.slice(1).flatMap((childId, at) => { const parent = names[(parents[at] ?? 0) % (at + 2)]; return parent === undefined || parent === childId ? [] : [always(parent, childId)]; });
  const start: Tree = { bodies: names.map((name) => body(name)), links, successions: [] };
  return moves.reduce((tree, { child, to, on }) => { const moved = moveBody(tree, { childId: child, toId: to, onDay: on }); return moved.accepted ? moved.value : tree; }, start);
});

test('every tree that a move makes is valid: no cycle and no link twice on any day', () => {
  fc.assert(fc.property(anyTree, (tree) => {
    assert.deepEqual(treeFaults(tree), []);
    for (const on of days) for (const name of names) assert.ok(!ancestorsOn(tree.links, name, on).has(name));
  }));
});

test('a merger changes no earlier day, closes its predecessors that day and opens the successor in their places', () => {
  let merged = 0;
  fc.assert(fc.property(anyTree, fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }), fc.constantFrom(...days.slice(2)), (tree, predecessorIds, on) => {
    const outcome = mergeBodies(tree, { predecessorIds, successor: body('new', on), onDay: on });
    if (!outcome.accepted) return;
    merged += 1;
    const after = outcome.value;
    for (const earlier of days.filter((one) => one < on)) for (const { id } of tree.bodies) assert.deepEqual(ancestorsOn(after.links, id, earlier), ancestorsOn(tree.links, id, earlier));
    for (const later of days.filter((one) => one >= on)) {
      for (const id of predecessorIds) { assert.deepEqual(below(after, id, later), []); assert.equal(ancestorsOn(after.links, id, later).size, 0); }
      const children = new Set(predecessorIds.flatMap((id) => below(tree, id, later)).filter((id) => !predecessorIds.includes(id)));
      assert.deepEqual(below(after, 'new', later), [...children].sort(), 'all that stood below a predecessor stands below the successor');
    }
    for (const id of predecessorIds) assert.equal(after.bodies.find((one) => one.id === id)?.closedOn, on);
  }));
  assert.ok(merged > 50, `only ${merged} mergers were possible`);
});

test('two districts become one: it stands below their county, and what they were stays in the years before', () => {
  const tree: Tree = { bodies: ['area', 'county', 'north', 'south'].map((id) => body(id)), links: [always('area', 'county'), always('county', 'north'), always('county', 'south')], successions: [] };
  const on = day('2026-04-01');
  const after = value(mergeBodies(tree, { predecessorIds: ['north', 'south'], successor: body('borough', on), onDay: on }));
  assert.deepEqual(below(after, 'county', on), ['borough']);
  assert.deepEqual(below(after, 'county', day('2026-03-31')), ['north', 'south']);
  assert.deepEqual(after.successions.map(({ predecessorId, successorId }) => [predecessorId, successorId]), [['north', 'borough'], ['south', 'borough']]);
});

test('a county and its districts become one unitary council, which stands below what the county stood below', () => {
  const tree: Tree = { bodies: ['area', 'county', 'north', 'south', 'school'].map((id) => body(id)), links: [always('area', 'county'), always('county', 'north'), always('county', 'south'), always('north', 'school')], successions: [] };
  const on = day('2026-04-01');
  const after = value(mergeBodies(tree, { predecessorIds: ['county', 'north', 'south'], successor: body('unitary', on), onDay: on }));
  assert.deepEqual(below(after, 'area', on), ['school', 'unitary']);
  assert.deepEqual([...ancestorsOn(after.links, 'school', on)].sort(), ['area', 'unitary']);
});

test('a body that exists and takes others in keeps its own place, unless that was below one of them', () => {
  const tree: Tree = { bodies: ['area', 'county', 'town', 'other', 'district'].map((id) => body(id)), links: [always('area', 'county'), always('county', 'town'), always('other', 'district')], successions: [] };
  const on = day('2026-04-01');
  const successor = body('town');
  assert.deepEqual([...ancestorsOn(value(mergeBodies(tree, { predecessorIds: ['district'], successor, onDay: on })).links, 'town', on)].sort(), ['area', 'county']);
  assert.deepEqual([...ancestorsOn(value(mergeBodies(tree, { predecessorIds: ['county'], successor, onDay: on })).links, 'town', on)], ['area']);
});

test('what no tree may have is refused with a sentence', () => {
  const on = day('2026-04-01');
  const tree: Tree = { bodies: [body('a'), body('b'), body('c', day('2025-04-01')), { ...body('d'), closedOn: day('2025-04-01') }], links: [always('a', 'b')], successions: [] };
  assert.equal(said(moveBody(tree, { childId: 'a', toId: 'b', onDay: on })), 'body a cannot stand below body b, which stands below it.');
  assert.match(said(moveBody(tree, { childId: 'a', toId: 'a', onDay: on })), /cannot stand below body a/);
  assert.match(said(moveBody(tree, { childId: 'd', toId: 'a', onDay: on })), /body d closed on 1 April 2025/);
  assert.match(said(moveBody(tree, { childId: 'c', toId: 'a', onDay: day('2025-03-31') })), /body c opened on 1 April 2025/);
  assert.match(said(moveBody(tree, { childId: 'c', toId: 'a', outOfId: 'b', onDay: on })), /does not stand below body b/);
  assert.match(said(addBody({ ...tree, links: [...tree.links, always('a', 'b')] }, body('z'), undefined, '-infinity')), /stands below body a already/);
  assert.match(said(mergeBodies(tree, { predecessorIds: ['d'], successor: body('new', on), onDay: on })), /body d closed/);
  assert.match(said(mergeBodies(tree, { predecessorIds: ['a', 'b'], successor: body('b'), onDay: on })), /cannot merge into itself/);
  assert.match(said(mergeBodies(tree, { predecessorIds: [], successor: body('new', on), onDay: on })), /Name the bodies/);
});
