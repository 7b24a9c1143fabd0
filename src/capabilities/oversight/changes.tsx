import { enterScope } from '../../platform/database.ts';
import { json, page, type Answer, type MemberVisit } from '../../platform/route.ts';
import { shapes } from './api.ts';
import { looksBelow, movedBelow } from './changes-store.ts';
import { MovedPage, UnchangedPage, type Moved } from './pages/changes.tsx';
import { moveOf, unchangedFor, type Unchanged } from './rules-changes.ts';
import { trailOf } from './showing.tsx';

export async function showMoved(visit: MemberVisit): Promise<Answer> {
  const { words, organisation } = visit;
  return page(words.oversight.moved.title(organisation.name), <MovedPage words={words} risks={await movedIn(visit)} />, trailOf(visit, true));
}

export async function readMoved(visit: MemberVisit): Promise<Answer> {
  return json(shapes.moved, {
    risks: (await movedIn(visit)).map(({ name, shortName, quarter, previous, number, theme, event, move, residual, before, reason, marking }) => ({ name, short_name: shortName, quarter, previous, number, theme, event, move, residual, before, reason, marking })),
  });
}

export async function showUnchanged(visit: MemberVisit): Promise<Answer> {
  const { words, organisation } = visit;
  return page(words.oversight.unchanged.title(organisation.name), <UnchangedPage words={words} logs={await unchangedIn(visit)} />, trailOf(visit, true));
}

export async function readUnchanged(visit: MemberVisit): Promise<Answer> {
  return json(shapes.unchanged, { logs: (await unchangedIn(visit)).map(({ name, shortName, quarters, since, last, risks, isNil }) => ({ name, short_name: shortName, quarters, since, last, risks, nil: isNil })) });
}

async function movedIn(visit: MemberVisit): Promise<Moved[]> {
  await enterTree(visit);
  return (await movedBelow(visit.tx, visit.organisation.id, visit.today)).flatMap((risk) => { const move = moveOf(risk); return move ? [{ ...risk, move }] : []; });
}

async function unchangedIn(visit: MemberVisit): Promise<Unchanged[]> {
  await enterTree(visit);
  return unchangedFor(await looksBelow(visit.tx, visit.organisation.id, visit.today));
}

function enterTree({ tx, organisation, permit, today }: MemberVisit): Promise<void> {
  return enterScope(tx, { is: 'tree', orgId: organisation.id, personId: permit.personId, day: today });
}
