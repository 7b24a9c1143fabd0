import { DocumentBody } from '../../../documents/html.tsx';
import type { Document } from '../../../documents/model.ts';
import type { Words } from '../../../words/index.ts';

/** A document inside the site's page, with its marking above and below; the button is there where scripts run. */
export function ReadPage({ words, document }: { readonly words: Words; readonly document: Document }) {
  const marking = <p class="document-marking">{document.marking}</p>;
  return (
    <div class={`document-page document-page--${document.marking.toLowerCase()}`}>
      <button type="button" class="govuk-button govuk-button--secondary" data-module="dr-print" hidden>{words.reports.page.print}</button>
      {marking}
      <DocumentBody document={document} />
      {marking}
    </div>
  );
}
