import { routes, type Answer, type MemberVisit, type Route } from '../../platform/route.ts';
import { access } from './access.ts';
import { patterns } from './paths.ts';
import { showList } from './reading.tsx';
import { addNote, addPiece, confirm, giveBack, propose, reopen, savePlan, showItem, type RecommendationOptions } from './writing.tsx';

/** What becomes of a published recommendation, until a second person confirms that it is closed. */
export function recommendationRoutes(options: RecommendationOptions): readonly Route[] {
  const beside = (handle: (visit: MemberVisit, options: RecommendationOptions) => Promise<Answer>) => (visit: MemberVisit) => handle(visit, options);
  return routes(
    { method: 'GET', path: patterns.list, data: { without: 'later' }, access: access.list, handle: showList },
    { method: 'GET', path: patterns.item, data: { without: 'later' }, access: access.read, handle: beside(showItem) },
    { method: 'POST', path: patterns.plan, form: { without: 'later' }, access: access.write, handle: beside(savePlan) },
    { method: 'POST', path: patterns.progress, form: { without: 'later' }, access: access.write, handle: beside(addNote) },
    { method: 'POST', path: patterns.evidence, form: { without: 'later' }, access: access.write, handle: beside(addPiece) },
    { method: 'POST', path: patterns.closure, form: { without: 'later' }, access: access.write, handle: beside(propose) },
    { method: 'POST', path: patterns.confirmation, form: { without: 'later' }, access: access.confirm, handle: beside(confirm) },
    { method: 'POST', path: patterns.return, form: { without: 'later' }, access: access.confirm, handle: beside(giveBack) },
    { method: 'POST', path: patterns.reopening, form: { without: 'later' }, access: access.write, handle: beside(reopen) },
  );
}
