import { routes, type MemberVisit, type Route } from '../../platform/route.ts';
import { access } from './access.ts';
import { calendarQuery, forms, logQuery, shapes } from './api.ts';
import { agreeMatrix, moveQuarter, readCalendar, readMatrix, setQuarter, showCalendar, showMatrix } from './area.tsx';
import { addEvent, answerEvent, readEvent, readEvents, readProfiles, recordProfile, showEvent, showEvents, showProfiles } from './events.tsx';
import { add, close, readLog, readRisk, saveScores, saveWords, showLog, showRisk, showRiskForm, showWords, type RiskBeside } from './log.tsx';
import { download, downloadTemplate, type FileOptions } from './files.tsx';
import { patterns } from './paths.ts';
import { begin, confirm, readReturnData, readReturns, send, sendNil, showReturn, showReturns, writeNote, type ChaseReader } from './returning.tsx';

export type RiskLogOptions = FileOptions & { readonly chases: ChaseReader; readonly beside: RiskBeside };

/** A body's risk log, how its area scores, and what it sends each quarter. */
export function riskLogRoutes({ chases, beside, demonstration }: RiskLogOptions): readonly Route[] {
  return routes(
    { method: 'GET', path: patterns.log, data: { shape: shapes.log, query: logQuery, read: readLog }, access: access.read, handle: (visit: MemberVisit) => showLog(visit) },
    { method: 'POST', path: patterns.log, form: forms.add, access: access.write, handle: (visit: MemberVisit) => add(visit, beside) },
    { method: 'GET', path: patterns.form, data: { without: 'form' }, access: access.write, handle: (visit: MemberVisit) => showRiskForm(visit, beside) },
    { method: 'GET', path: patterns.list, data: 'file', access: access.read, handle: (visit: MemberVisit) => download(visit, { demonstration }) },
    { method: 'GET', path: patterns.template, data: 'file', access: access.write, handle: (visit: MemberVisit) => downloadTemplate(visit, { demonstration }) },
    { method: 'GET', path: patterns.risk, data: { shape: shapes.risk, read: readRisk }, access: access.read, handle: (visit: MemberVisit) => showRisk(visit, beside) },
    { method: 'GET', path: patterns.words, data: { without: 'form' }, access: access.write, handle: showWords },
    { method: 'POST', path: patterns.words, form: forms.words, access: access.write, handle: saveWords },
    { method: 'POST', path: patterns.scores, form: forms.scores, access: access.write, handle: saveScores },
    { method: 'POST', path: patterns.closure, form: forms.closure, access: access.write, handle: close },
    { method: 'GET', path: patterns.matrix, data: { shape: shapes.matrix, read: readMatrix }, access: access.area, handle: showMatrix },
    { method: 'POST', path: patterns.matrix, form: forms.matrix, access: access.agree, handle: agreeMatrix },
    { method: 'GET', path: patterns.calendar, data: { shape: shapes.calendar, query: calendarQuery, read: readCalendar }, access: access.area, handle: showCalendar },
    { method: 'POST', path: patterns.calendar, form: forms.quarter, access: access.agree, handle: setQuarter },
    { method: 'POST', path: patterns.calendarQuarter, form: forms.changeQuarter, access: access.agree, handle: moveQuarter },
    { method: 'GET', path: patterns.events, data: { shape: shapes.events, read: readEvents }, access: access.read, handle: showEvents },
    { method: 'POST', path: patterns.events, form: forms.event, access: access.agree, handle: addEvent },
    { method: 'GET', path: patterns.event, data: { shape: shapes.event, read: readEvent }, access: access.read, handle: showEvent },
    { method: 'POST', path: patterns.answers, form: forms.answer, access: access.write, handle: answerEvent },
    { method: 'GET', path: patterns.profiles, data: { shape: shapes.profiles, read: readProfiles }, access: access.read, handle: showProfiles },
    { method: 'POST', path: patterns.profiles, form: forms.profile, access: access.write, handle: recordProfile },
    { method: 'GET', path: patterns.returns, data: { shape: shapes.returns, read: readReturns }, access: access.timeliness, handle: showReturns(chases) },
    { method: 'POST', path: patterns.returns, form: forms.begin, access: access.write, handle: begin(chases) },
    { method: 'GET', path: patterns.return, data: { shape: shapes.return, read: readReturnData }, access: access.readReturn, handle: showReturn },
    { method: 'POST', path: patterns.confirmations, form: forms.confirm, access: access.write, handle: confirm },
    { method: 'POST', path: patterns.sending, form: forms.send, access: access.sign, handle: send },
    { method: 'POST', path: patterns.nil, form: forms.nil, access: access.sign, handle: sendNil },
    { method: 'POST', path: patterns.notes, form: forms.note, access: access.write, handle: writeNote },
  );
}
