import type { Id } from '../../kernel/id.ts';
import { acceptUnless, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import type { Day } from '../../kernel/year.ts';

/** A day of the tree, or before or after all days. As texts they stand in the order of time. */
export type TreeDay = Day | '-infinity' | 'infinity';

/** One body directly above another; toDay is the first day on which it no longer is. */
export type Link = { readonly parentId: Id; readonly childId: Id; readonly fromDay: TreeDay; readonly toDay: TreeDay };

export type Body = { readonly id: Id; readonly name: string; readonly openedOn: Day | null; readonly closedOn: Day | null };

export type Succession = { readonly predecessorId: Id; readonly successorId: Id; readonly onDay: Day };

export type Tree = { readonly bodies: readonly Body[]; readonly links: readonly Link[]; readonly successions: readonly Succession[] };

export type Move = { readonly childId: Id; readonly toId: Id; readonly outOfId?: Id | undefined; readonly onDay: Day };

/** Bodies that become one on a day: a new body, or one that exists and goes on. */
export type Merger = { readonly predecessorIds: readonly Id[]; readonly successor: Body; readonly onDay: Day };

export function holdsOn({ fromDay, toDay }: Link, day: TreeDay): boolean {
  return fromDay <= day && day < toDay;
}

/** Every body above one on a day. */
export function ancestorsOn(links: readonly Link[], id: Id, day: TreeDay): Set<Id> {
  return ancestorsIn(byChild(links), id, day);
}

/** A body with its first place in the tree, or at the top of one. */
export function addBody(tree: Tree, body: Body, parentId: Id | undefined, fromDay: TreeDay): Outcome<Tree> {
  const link = parentId === undefined ? [] : [{ parentId, childId: body.id, fromDay, toDay: 'infinity' as const }];
  return ifValid({ ...tree, bodies: [...tree.bodies, body], links: [...tree.links, ...link] });
}

/** From the day on the body stands below another, and no longer below those (or that one) where it stood. Earlier days keep their tree. */
export function moveBody(tree: Tree, { childId, toId, outOfId, onDay }: Move): Outcome<Tree> {
  const left = (link: Link) => link.childId === childId && (outOfId === undefined || link.parentId === outOfId) && link.toDay > onDay;
  if (outOfId !== undefined && !tree.links.some(left)) return refuse({ field: 'out-of', say: (words) => words.organisations.tree.notBelow(nameIn(tree, childId), nameIn(tree, outOfId)) });
  const links = [...tree.links.flatMap((link) => (left(link) ? until(link, onDay) : [link])), { parentId: toId, childId, fromDay: onDay, toDay: 'infinity' as const }];
  return ifValid({ ...tree, links: withoutOverlap(links) });
}

/**
 * On the day the predecessors close and the successor takes their places: the bodies below them stand below it, and a new
 * successor stands below the bodies that they stood below. One that existed keeps its own place, unless that was below a
 * predecessor. Earlier days keep their tree.
 */
export function mergeBodies(tree: Tree, { predecessorIds, successor, onDay }: Merger): Outcome<Tree> {
  const isNew = !tree.bodies.some(({ id }) => id === successor.id);
  const gone = new Set(predecessorIds);
  const refusals = mergerRefusals(tree, { predecessorIds, successor, onDay });
  if (refusals.length > 0) return refuse(...refusals);
  const stoodBelow = ancestorsOn(tree.links, successor.id, onDay);
  const later = tree.links.filter((link) => (gone.has(link.parentId) || gone.has(link.childId)) && link.toDay > onDay);
  const takesParents = (id: Id) => gone.has(id) && (isNew || stoodBelow.has(id));
  const taken = later.flatMap(({ parentId, childId, fromDay, toDay }) => {
    const parent = gone.has(parentId) ? successor.id : parentId;
    const child = takesParents(childId) ? successor.id : childId;
    return parent === child || gone.has(child) ? [] : [{ parentId: parent, childId: child, fromDay: fromDay > onDay ? fromDay : onDay, toDay }];
  });
  const kept = tree.links.flatMap((link) => (later.includes(link) ? until(link, onDay) : [link]));
  const closed = tree.bodies.map((body) => (gone.has(body.id) ? { ...body, closedOn: onDay } : body));
  return ifValid({
    bodies: isNew ? [...closed, successor] : closed,
    links: withoutOverlap([...kept, ...taken]),
    successions: [...tree.successions, ...predecessorIds.map((predecessorId) => ({ predecessorId, successorId: successor.id, onDay }))],
  });
}

/** What no tree may have: a body below itself, the same link twice on one day, a link of a body that is not open. */
export function treeFaults({ bodies, links }: Tree): Refusal[] {
  const byId = new Map(bodies.map((body) => [body.id, body]));
  const name = (id: Id) => byId.get(id)?.name ?? id;
  const above = byChild(links);
  const faults: Refusal[] = [];
  for (const { parentId, childId, fromDay } of links) {
    if (parentId === childId || ancestorsIn(above, parentId, fromDay).has(childId)) faults.push({ field: 'to', say: (words) => words.organisations.tree.cycle(name(childId), name(parentId)) });
  }
  for (const [, same] of Map.groupBy(links, ({ parentId, childId }) => `${parentId} ${childId}`)) {
    const inOrder = same.toSorted((a, b) => (a.fromDay < b.fromDay ? -1 : 1));
    const overlap = inOrder.find((link, at) => { const next = inOrder[at + 1]; return next !== undefined && next.fromDay < link.toDay; });
    if (overlap) faults.push({ field: 'from', say: (words) => words.organisations.tree.overlap(name(overlap.childId), name(overlap.parentId)) });
  }
  for (const { parentId, childId, fromDay, toDay } of links) {
    for (const body of [byId.get(parentId), byId.get(childId)]) {
      const { openedOn, closedOn } = body ?? {};
      if (body && closedOn && toDay > closedOn) faults.push({ field: 'from', say: (words) => words.organisations.tree.closed(body.name, closedOn) });
      if (body && openedOn && fromDay !== '-infinity' && fromDay < openedOn) faults.push({ field: 'from', say: (words) => words.organisations.tree.notYetOpen(body.name, openedOn) });
    }
  }
  return faults;
}

type LinksByChild = ReadonlyMap<Id, readonly Link[]>;

function byChild(links: readonly Link[]): LinksByChild {
  return Map.groupBy(links, ({ childId }) => childId);
}

function ancestorsIn(above: LinksByChild, id: Id, day: TreeDay): Set<Id> {
  const found = new Set<Id>();
  const next = [id];
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    const parents = (above.get(at) ?? []).filter((link) => holdsOn(link, day)).map(({ parentId }) => parentId).filter((parent) => !found.has(parent));
    for (const parent of parents) found.add(parent);
    next.push(...parents);
  }
  return found;
}

function mergerRefusals(tree: Tree, { predecessorIds, successor, onDay }: Merger): Refusal[] {
  const refusals: Refusal[] = [];
  if (predecessorIds.length === 0 || new Set(predecessorIds).size < predecessorIds.length) refusals.push({ field: 'predecessors', say: (words) => words.organisations.tree.noPredecessors });
  if (predecessorIds.includes(successor.id)) refusals.push({ field: 'into', say: (words) => words.organisations.tree.mergesIntoItself(successor.name) });
  const concerned = tree.bodies.filter(({ id }) => predecessorIds.includes(id) || id === successor.id);
  for (const { name, openedOn, closedOn } of concerned) {
    if (closedOn !== null) refusals.push({ field: 'predecessors', say: (words) => words.organisations.tree.closed(name, closedOn) });
    if (openedOn !== null && openedOn >= onDay) refusals.push({ field: 'on', say: (words) => words.organisations.tree.notYetOpen(name, openedOn) });
  }
  return refusals;
}

function ifValid(tree: Tree): Outcome<Tree> {
  return acceptUnless(treeFaults(tree), tree);
}

function until(link: Link, day: Day): Link[] {
  return link.fromDay < day ? [{ ...link, toDay: day }] : [];
}

/** Links of the same two bodies whose days meet, as one. */
function withoutOverlap(links: readonly Link[]): Link[] {
  return [...Map.groupBy(links, ({ parentId, childId }) => `${parentId} ${childId}`).values()].flatMap((same) => {
    const joined: Link[] = [];
    for (const link of same.toSorted((a, b) => (a.fromDay < b.fromDay ? -1 : 1))) {
      const last = joined.at(-1);
      if (last && link.fromDay <= last.toDay) joined[joined.length - 1] = { ...last, toDay: link.toDay > last.toDay ? link.toDay : last.toDay };
      else joined.push(link);
    }
    return joined;
  });
}

function nameIn({ bodies }: Tree, id: Id): string {
  return bodies.find((body) => body.id === id)?.name ?? id;
}
