import type { Id } from '../../kernel/id.ts';
import type { MemberVisit } from '../../platform/route.ts';
import { mayWrite } from './opened.tsx';
import { ActionsOfRisk } from './pages/beside.tsx';
import { actionsFrom } from './store.ts';

/** On the page of a risk: the actions that came from it, and the way to one more. */
export async function besideRisk(visit: MemberVisit, risk: Id) {
  const { tx, words, organisation, today } = visit;
  const actions = await actionsFrom(tx, organisation.id, 'risk', risk);
  return <ActionsOfRisk words={words} org={organisation.shortName} risk={risk} actions={actions} today={today} writes={mayWrite(visit)} />;
}
