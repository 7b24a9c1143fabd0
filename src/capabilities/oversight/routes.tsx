import { routes, type MemberVisit, type Route } from '../../platform/route.ts';
import { access } from './access.ts';
import { forms, queries, shapes } from './api.ts';
import { patterns } from './paths.ts';
import { readChases, readGrid, readRisks, recordChase, showChases, showGrid, showRisks } from './showing.tsx';

/** What a body sees of those below it: who sent, who is late, and what they sent. */
export function oversightRoutes(): readonly Route[] {
  return routes(
    { method: 'GET', path: patterns.grid, data: { shape: shapes.grid, query: queries.grid, read: readGrid }, access: access.read, handle: (visit: MemberVisit) => showGrid(visit) },
    { method: 'GET', path: patterns.matrix, data: { shape: shapes.risks, query: queries.risks, read: readRisks }, access: access.risks, handle: showRisks },
    { method: 'GET', path: patterns.chases, data: { shape: shapes.chases, read: readChases }, access: access.read, handle: showChases },
    { method: 'POST', path: patterns.chases, form: forms.chase, access: access.chase, handle: recordChase },
  );
}
