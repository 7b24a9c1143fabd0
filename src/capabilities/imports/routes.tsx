import { routes, type Route } from '../../platform/route.ts';
import { access } from './access.ts';
import { forms, previewQuery, shapes } from './api.ts';
import { importHandlers, type KindPlace } from './handlers.tsx';
import { patterns } from './paths.ts';

/** Spreadsheets that come in, of the kinds that the site hands in. */
export function importRoutes(places: readonly KindPlace[]): readonly Route[] {
  const handlers = importHandlers(places);
  return routes(
    { method: 'GET', path: patterns.upload, data: { without: 'form' }, access: access.write, handle: handlers.showUpload },
    { method: 'POST', path: patterns.upload, form: forms.upload, access: access.write, upload: true, handle: handlers.upload },
    { method: 'GET', path: patterns.preview, data: { shape: shapes.preview, query: previewQuery, read: handlers.readPreview }, access: access.write, handle: handlers.showPreview },
    { method: 'POST', path: patterns.preview, form: forms.apply, access: access.write, handle: handlers.apply },
    { method: 'POST', path: patterns.columns, form: forms.columns, access: access.write, handle: handlers.choose },
    { method: 'POST', path: patterns.removal, form: forms.removal, access: access.write, handle: handlers.remove },
  );
}
