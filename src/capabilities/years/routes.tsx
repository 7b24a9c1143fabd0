import { routes, type Route } from '../../platform/route.ts';
import { access } from './access.ts';
import { addYearCounts, removeYearCounts, showCountsForm } from './counting.tsx';
import { documentHandlers, type DocumentOptions } from './documents.tsx';
import { showOutcomes } from './outcomes.tsx';
import { patterns } from './paths.ts';

export type YearsOptions = DocumentOptions;

/** The years of a body beside each other. */
export function yearsRoutes(options: YearsOptions): readonly Route[] {
  const documents = documentHandlers(options);
  return routes(
    { method: 'GET', path: patterns.outcomes, access: access.read, handle: showOutcomes },
    { method: 'GET', path: patterns.counts, access: access.write, handle: showCountsForm },
    { method: 'POST', path: patterns.counts, access: access.write, handle: addYearCounts },
    { method: 'POST', path: patterns.removal, access: access.write, handle: removeYearCounts },
    { method: 'GET', path: patterns.documents, access: access.read, handle: documents.show },
    { method: 'POST', path: patterns.documents, access: access.write, upload: true, handle: documents.add },
  );
}
