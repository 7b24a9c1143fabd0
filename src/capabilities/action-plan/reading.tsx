import { json, page, valueOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { recommendationsOf } from '../recommendations/index.ts';
import { saidAction, saidLine, shapes } from './api.ts';
import { itemBody, noNote } from './item.tsx';
import { benchmarkSaid, editionOf, mayWrite, trailOf, withAction, type PlanOptions } from './opened.tsx';
import { PlanPage } from './pages/plan.tsx';
import { countsOf, groupsOf, isShown, shows } from './rules.ts';
import { actionsOf, notesOf, objectivesOf, takenRecommendations } from './store.ts';

export async function showPlan(visit: MemberVisit): Promise<Answer> {
  const { tx, words, seal, organisation, permit: { scope }, today, query } = visit;
  const show = showIn(query);
  const actions = await actionsOf(tx, organisation.id);
  const shown = actions.filter((action) => isShown(show, action, today));
  const objectives = scope === 'grant' ? [] : await objectivesOf(tx, organisation.id);
  const edition = await editionOf(visit, actions.map(({ editionId }) => editionId));
  const writes = mayWrite(visit);
  return page(words.actionPlan.title(organisation.name), (
    <PlanPage words={words} seal={seal} org={organisation.shortName} organisation={organisation.name} today={today} scope={scope} writes={writes}
      show={show} counts={countsOf(actions, today)} shown={shown.length} untaken={writes ? await untakenIn(visit) : []}
      groups={groupsOf(shown, objectives, edition?.benchmarks.map(({ code }) => code) ?? [])} titleOf={(code) => benchmarkSaid(visit, edition, code)} />
  ), trailOf(visit));
}

export async function readPlan({ tx, organisation, today, query, permit }: MemberVisit): Promise<Answer> {
  const actions = await actionsOf(tx, organisation.id);
  const show = showIn(query);
  const objectives = permit.scope === 'grant' ? [] : await objectivesOf(tx, organisation.id);
  return json(shapes.plan, {
    counts: countsOf(actions, today), objectives: objectives.map(({ id, benchmarkCode, text }) => ({ id, benchmark: benchmarkCode, text })),
    actions: actions.filter((action) => isShown(show, action, today)).map((action) => saidLine(action, today)),
  });
}

export function showItem(visit: MemberVisit, options: PlanOptions): Promise<Answer> {
  return withAction(visit, async (action) => page(visit.words.actionPlan.item.title(visit.organisation.name), await itemBody(visit, options, action, { note: noNote, outcome: '', reason: '', evidence: '' }, []), trailOf(visit, true)));
}

export function readItem(visit: MemberVisit): Promise<Answer> {
  return withAction(visit, async (action) => json(shapes.action, saidAction(action, await notesOf(visit.tx, { orgId: visit.organisation.id, id: action.id }), visit.today)));
}

/** What was published and is not in the plan yet, closed recommendations aside. */
async function untakenIn({ tx, organisation }: MemberVisit) {
  const taken = await takenRecommendations(tx, organisation.id);
  return (await recommendationsOf(tx, organisation.id)).filter(({ id, status }) => !taken.has(id) && status.state !== 'closed');
}

function showIn(query: MemberVisit['query']) {
  return shows.find((one) => one === valueOf(query, 'show')) ?? 'open';
}
