import { routes, type MemberVisit, type Route } from '../../platform/route.ts';
import { access } from './access.ts';
import { patterns } from './paths.ts';
import { showList } from './reading.tsx';
import { addNote, addPiece, confirm, giveBack, propose, reopen, savePlan, showItem, type RecommendationOptions } from './writing.tsx';

/** What becomes of a published recommendation, until a second person confirms that it is closed. */
export function recommendationRoutes(options: RecommendationOptions): readonly Route[] {
  return routes(
    { method: 'GET', path: patterns.list, data: { without: 'later' }, access: access.list, handle: showList },
    { method: 'GET', path: patterns.item, data: { without: 'later' }, access: access.read, handle: (visit: MemberVisit) => showItem(visit, options) },
    { method: 'POST', path: patterns.plan, form: { without: 'later' }, access: access.write, handle: savePlan },
    { method: 'POST', path: patterns.progress, form: { without: 'later' }, access: access.write, handle: addNote },
    { method: 'POST', path: patterns.evidence, form: { without: 'later' }, access: access.write, handle: addPiece },
    { method: 'POST', path: patterns.closure, form: { without: 'later' }, access: access.write, handle: propose },
    { method: 'POST', path: patterns.confirmation, form: { without: 'later' }, access: access.confirm, handle: confirm },
    { method: 'POST', path: patterns.return, form: { without: 'later' }, access: access.confirm, handle: giveBack },
    { method: 'POST', path: patterns.reopening, form: { without: 'later' }, access: access.write, handle: reopen },
  );
}
