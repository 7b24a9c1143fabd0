import { routes, type MemberVisit, type Route } from '../../platform/route.ts';
import { access } from './access.ts';
import { forms, shapes } from './api.ts';
import { close, showClosing } from './closing.tsx';
import { enterThrows, take } from './drawing.tsx';
import { readItem, showItem } from './item.tsx';
import { readPathway, recordPathway, showPathway, showPathwayForm } from './pathway.tsx';
import { patterns } from './paths.ts';
import { add, freeze, lapse, readList, remove, saveDetails, setProgramme, showDetails, showList, showNew, showProgramme } from './planning.tsx';
import { downloadReport, type ReportOptions } from './report.tsx';
import { again, confirm, finish, readCase, readDifferences, saveCase, settle, showCase, showDifferences, takeBack } from './reviewing.tsx';

/** Dip samples of the referral process: the pathway, the programme, and exercises from the plan to the learning. */
export function dipSamplingRoutes({ demonstration }: ReportOptions): readonly Route[] {
  return routes(
    { method: 'GET', path: patterns.pathway, data: { shape: shapes.pathway, read: readPathway }, access: access.list, handle: showPathway },
    { method: 'GET', path: patterns.pathwayForm, data: { without: 'form' }, access: access.write, handle: showPathwayForm },
    { method: 'POST', path: patterns.pathway, form: forms.pathway, access: access.write, handle: recordPathway },
    { method: 'GET', path: patterns.list, data: { shape: shapes.list, read: readList }, access: access.list, handle: showList },
    { method: 'POST', path: patterns.list, form: forms.plan, access: access.write, handle: add },
    { method: 'GET', path: patterns.programme, data: { without: 'form' }, access: access.write, handle: showProgramme },
    { method: 'POST', path: patterns.programme, form: forms.programme, access: access.write, handle: setProgramme },
    { method: 'GET', path: patterns.form, data: { without: 'form' }, access: access.write, handle: showNew },
    { method: 'GET', path: patterns.item, data: { shape: shapes.exercise, read: readItem }, access: access.read, handle: showItem },
    { method: 'GET', path: patterns.details, data: { without: 'form' }, access: access.write, handle: showDetails },
    { method: 'POST', path: patterns.details, form: forms.details, access: access.write, handle: saveDetails },
    { method: 'POST', path: patterns.removal, form: forms.step, access: access.write, handle: remove },
    { method: 'POST', path: patterns.freezing, form: forms.step, access: access.write, handle: freeze },
    { method: 'POST', path: patterns.lapse, form: forms.lapse, access: access.write, handle: lapse },
    { method: 'POST', path: patterns.seat, form: forms.seat, access: access.review, handle: take },
    // Twenty digits from 1 to 6 and nothing else: the rule refuses whatever is not.
    { method: 'POST', path: patterns.throws, form: forms.throws, access: access.review, unsearched: ['throws'], handle: enterThrows },
    { method: 'GET', path: patterns.case, data: { shape: shapes.case, read: readCase }, access: access.review, handle: showCase },
    { method: 'POST', path: patterns.case, form: forms.answers, access: access.review, handle: saveCase },
    { method: 'POST', path: patterns.takeBack, form: forms.nothing, access: access.review, handle: takeBack },
    { method: 'POST', path: patterns.finish, form: forms.nothing, access: access.review, handle: finish },
    { method: 'GET', path: patterns.differences, data: { shape: shapes.differences, read: readDifferences }, access: access.review, handle: showDifferences },
    { method: 'POST', path: patterns.differences, form: forms.settled, access: access.review, handle: settle },
    { method: 'POST', path: patterns.agreement, form: forms.nothing, access: access.review, handle: confirm },
    { method: 'POST', path: patterns.again, form: forms.nothing, access: access.review, handle: again },
    { method: 'GET', path: patterns.closing, data: { without: 'form' }, access: access.write, handle: showClosing },
    { method: 'POST', path: patterns.closing, form: forms.closing, access: access.write, handle: close },
    { method: 'GET', path: patterns.report, data: 'file', access: access.list, handle: (visit: MemberVisit) => downloadReport(visit, { demonstration }) },
  );
}
