import { holds } from '../../kernel/access.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import type { MemberVisit } from '../../platform/route.ts';
import { evidenceAmong, listEvidence, noDate } from '../evidence/index.ts';
import { historyFor } from '../history/index.ts';
import { mayConfirm } from '../recommendations/index.ts';
import { access } from './access.ts';
import { benchmarkSaid, editionOf, mayWrite, type PlanOptions } from './opened.tsx';
import { ItemPage, type Filled } from './pages/item.tsx';
import { evidenceIdsOf, notesOf, objectiveOf, type Action } from './store.ts';

/** How many pieces of evidence the list to choose from holds: the newest. */
const offered = 100;

export const noNote = { dated: noDate, text: '', rag: '', marking: 'OFFICIAL' };

/** The page of an action as its reader may see it. */
export async function itemBody(visit: MemberVisit, { origins }: PlanOptions, action: Action, filled: Filled, refusals: readonly Refusal[]) {
  const { tx, words, organisation, today, seal, permit } = visit;
  const key = { orgId: organisation.id, id: action.id };
  const own = permit.scope === 'own';
  const edition = await editionOf(visit, [action.editionId]);
  const objective = own && action.objectiveId !== null ? await objectiveOf(tx, { orgId: organisation.id, id: action.objectiveId }) : undefined;
  const reader = origins.find(({ origin }) => origin === action.origin);
  const origin = own && action.originId !== null ? await reader?.find(visit, action.originId) : undefined;
  const confirms = own && holds(permit, ...access.confirm.own);
  const may = { write: mayWrite(visit), note: holds(permit, ...access.progress[own ? 'own' : 'grant']), confirm: !confirms ? 'no' : mayConfirm(action, permit.personId) ? 'yes' : 'own proposal' } as const;
  return (
    <ItemPage words={words} org={organisation.shortName} today={today} seal={seal} refusals={refusals} filled={filled} action={action} notes={await notesOf(tx, key)}
      place={action.benchmarkCode === null ? words.actionPlan.whole : benchmarkSaid(visit, edition, action.benchmarkCode)} objective={objective?.text} origin={origin}
      evidence={own ? await evidenceOf(visit, action, may.write) : undefined} may={may} history={historyFor(visit, 'action', action.id)} />
  );
}

async function evidenceOf({ tx, organisation: { id: orgId }, today }: MemberVisit, { id }: Action, writes: boolean) {
  const pieces = await evidenceAmong(tx, orgId, await evidenceIdsOf(tx, { orgId, id }));
  const choices = writes ? (await listEvidence(tx, orgId, { text: '', expiry: 'all', today, soon: today, page: 1, pageSize: offered })).lines : [];
  return { pieces, choices, most: offered };
}
