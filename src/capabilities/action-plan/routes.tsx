import { routes, type Answer, type MemberVisit, type Route } from '../../platform/route.ts';
import { access } from './access.ts';
import { forms, planQuery, shapes } from './api.ts';
import { download } from './file.tsx';
import { add as addObjective, readObjective, remove, save, showObjective, showObjectives } from './objectives.tsx';
import type { PlanOptions } from './opened.tsx';
import { patterns } from './paths.ts';
import { readItem, readPlan, showItem, showPlan } from './reading.tsx';
import { addNote, addPiece, confirm, giveBack, propose, reopen } from './steps.tsx';
import { recommendationOrigin, take } from './taking.tsx';
import { add, saveDetails, showDetails, showNew } from './writing.tsx';

/** The partnership plan of a body: objectives by benchmark, and actions until a second person confirms that each is closed. */
export function actionPlanRoutes(handed: PlanOptions): readonly Route[] {
  const options = { ...handed, origins: [recommendationOrigin, ...handed.origins] };
  const given = (handle: (visit: MemberVisit, options: PlanOptions) => Promise<Answer>) => (visit: MemberVisit) => handle(visit, options);
  return routes(
    { method: 'GET', path: patterns.plan, data: { shape: shapes.plan, query: planQuery, read: readPlan }, access: access.read, handle: showPlan },
    { method: 'GET', path: patterns.file, data: 'file', access: access.own, handle: given(download) },
    { method: 'POST', path: patterns.taken, form: forms.take, access: access.write, handle: take },
    { method: 'GET', path: patterns.added, data: { without: 'form' }, access: access.write, handle: showNew },
    { method: 'POST', path: patterns.added, form: forms.add, access: access.write, handle: given(add) },
    { method: 'GET', path: patterns.item, data: { shape: shapes.action, read: readItem }, access: access.item, handle: given(showItem) },
    { method: 'GET', path: patterns.details, data: { without: 'form' }, access: access.write, handle: showDetails },
    { method: 'POST', path: patterns.details, form: forms.details, access: access.write, handle: saveDetails },
    { method: 'POST', path: patterns.progress, form: forms.progress, access: access.progress, handle: given(addNote) },
    { method: 'POST', path: patterns.evidence, form: forms.evidence, access: access.write, handle: given(addPiece) },
    { method: 'POST', path: patterns.closure, form: forms.closure, access: access.write, handle: given(propose) },
    { method: 'POST', path: patterns.confirmation, form: forms.answer, access: access.confirm, handle: given(confirm) },
    { method: 'POST', path: patterns.return, form: forms.answer, access: access.confirm, handle: given(giveBack) },
    { method: 'POST', path: patterns.reopening, form: forms.reopening, access: access.write, handle: given(reopen) },
    { method: 'GET', path: patterns.objectives, data: { without: 'form' }, access: access.own, handle: showObjectives },
    { method: 'POST', path: patterns.objectives, form: forms.objective, access: access.write, handle: addObjective },
    { method: 'GET', path: patterns.objective, data: { shape: shapes.objective, read: readObjective }, access: access.write, handle: showObjective },
    { method: 'POST', path: patterns.objective, form: forms.objectiveText, access: access.write, handle: save },
    { method: 'POST', path: patterns.objectiveRemoval, form: forms.answer, access: access.write, handle: remove },
  );
}
