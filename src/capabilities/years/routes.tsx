import { routes, type Route } from '../../platform/route.ts';
import { access } from './access.ts';
import { forms, shapes } from './api.ts';
import { addYearCounts, removeYearCounts, showCountsForm } from './counting.tsx';
import { documentHandlers, type DocumentOptions } from './documents.tsx';
import { readOutcomes, showOutcomes } from './outcomes.tsx';
import { patterns } from './paths.ts';

export type YearsOptions = DocumentOptions;

/** The years of a body beside each other. */
export function yearsRoutes(options: YearsOptions): readonly Route[] {
  const documents = documentHandlers(options);
  return routes(
    { method: 'GET', path: patterns.outcomes, data: { shape: shapes.outcomes, read: readOutcomes }, access: access.read, handle: showOutcomes },
    { method: 'GET', path: patterns.counts, data: { without: 'form' }, access: access.write, handle: showCountsForm },
    { method: 'POST', path: patterns.counts, form: forms.counts, access: access.write, handle: addYearCounts },
    { method: 'POST', path: patterns.removal, form: forms.removal, access: access.write, handle: removeYearCounts },
    { method: 'GET', path: patterns.documents, data: { shape: shapes.documents, read: documents.read }, access: access.read, handle: documents.show },
    { method: 'POST', path: patterns.documents, form: forms.document, access: access.write, upload: true, handle: documents.add },
  );
}
