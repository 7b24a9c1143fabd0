import { routes, type MemberVisit, type Route } from '../../platform/route.ts';
import { access } from './access.ts';
import { forms, queries, shapes } from './api.ts';
import { readMoved, readUnchanged, showMoved, showUnchanged } from './changes.tsx';
import { patterns } from './paths.ts';
import { readRegister, readSources, saveCitations, showRegister, showSources } from './register.tsx';
import { answer, pass, readRequest, readRequests, showPassing, showRequest, showRequests, takeBack } from './requests.tsx';
import { readChases, readGrid, readRisks, recordChase, showChases, showGrid, showRisks } from './showing.tsx';

/** What a body sees of those below it: who sent, who is late, what they sent, and the register that rests on it. Risks that are passed from one body to another. */
export function oversightRoutes(): readonly Route[] {
  return routes(
    { method: 'GET', path: patterns.grid, data: { shape: shapes.grid, query: queries.grid, read: readGrid }, access: access.read, handle: (visit: MemberVisit) => showGrid(visit) },
    { method: 'GET', path: patterns.matrix, data: { shape: shapes.risks, query: queries.risks, read: readRisks }, access: access.risks, handle: showRisks },
    { method: 'GET', path: patterns.chases, data: { shape: shapes.chases, read: readChases }, access: access.read, handle: showChases },
    { method: 'POST', path: patterns.chases, form: forms.chase, access: access.chase, handle: recordChase },
    { method: 'GET', path: patterns.register, data: { shape: shapes.register, read: readRegister }, access: access.register, handle: showRegister },
    { method: 'GET', path: patterns.sources, data: { shape: shapes.sources, query: queries.sources, read: readSources }, access: access.cite, handle: showSources },
    { method: 'POST', path: patterns.citations, form: forms.citations, access: access.cite, handle: saveCitations },
    { method: 'GET', path: patterns.moved, data: { shape: shapes.moved, read: readMoved }, access: access.risks, handle: showMoved },
    { method: 'GET', path: patterns.unchanged, data: { shape: shapes.unchanged, read: readUnchanged }, access: access.risks, handle: showUnchanged },
    { method: 'GET', path: patterns.requests, data: { shape: shapes.requests, read: readRequests }, access: access.requests, handle: showRequests },
    { method: 'GET', path: patterns.passing, data: { without: 'form' }, access: access.pass, handle: showPassing },
    { method: 'POST', path: patterns.passing, form: forms.passing, access: access.pass, handle: pass },
    { method: 'GET', path: patterns.request, data: { shape: shapes.request, read: readRequest }, access: access.requests, handle: showRequest },
    { method: 'POST', path: patterns.request, form: forms.reply, access: access.pass, handle: answer },
    { method: 'POST', path: patterns.withdrawal, form: forms.withdrawal, access: access.pass, handle: takeBack },
  );
}
