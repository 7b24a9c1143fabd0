import { routes, type MemberVisit, type Route } from '../../platform/route.ts';
import { access } from './access.ts';
import { forms, shapes } from './api.ts';
import { patterns } from './paths.ts';
import { readList, showList } from './reading.tsx';
import { addNote, addPiece, confirm, giveBack, propose, readItem, reopen, savePlan, showItem, type RecommendationOptions } from './writing.tsx';

/** What becomes of a published recommendation, until a second person confirms that it is closed. */
export function recommendationRoutes(options: RecommendationOptions): readonly Route[] {
  return routes(
    { method: 'GET', path: patterns.list, data: { shape: shapes.list, read: readList }, access: access.list, handle: showList },
    { method: 'GET', path: patterns.item, data: { shape: shapes.item, read: readItem }, access: access.read, handle: (visit: MemberVisit) => showItem(visit, options) },
    { method: 'POST', path: patterns.plan, form: forms.plan, access: access.write, handle: savePlan },
    { method: 'POST', path: patterns.progress, form: forms.progress, access: access.write, handle: addNote },
    { method: 'POST', path: patterns.evidence, form: forms.evidence, access: access.write, handle: addPiece },
    { method: 'POST', path: patterns.closure, form: forms.closure, access: access.write, handle: propose },
    { method: 'POST', path: patterns.confirmation, form: forms.confirmation, access: access.confirm, handle: confirm },
    { method: 'POST', path: patterns.return, form: forms.return, access: access.confirm, handle: giveBack },
    { method: 'POST', path: patterns.reopening, form: forms.reopening, access: access.write, handle: reopen },
  );
}
