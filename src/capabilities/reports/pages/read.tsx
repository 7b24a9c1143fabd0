import { DocumentBody } from '../../../documents/html.tsx';
import type { Document } from '../../../documents/model.ts';
import type { Words } from '../../../words/index.ts';

/** Where the body's colour and logo are served, each where it has one: a page holds no style and no picture itself. */
export type LookAt = { readonly stylesheet: string | undefined; readonly logo: string | undefined };

/** A document inside the site's page, with its marking above and below; the button is there where scripts run. */
export function ReadPage({ words, document, look }: { readonly words: Words; readonly document: Document; readonly look: LookAt }) {
  const marking = <p class="document-marking">{document.marking}</p>;
  return (
    <div class={`document-page document-page--${document.marking.toLowerCase()}`}>
      <button type="button" class="govuk-button govuk-button--secondary" data-module="dr-print" hidden>{words.reports.page.print}</button>
      {marking}
      {look.stylesheet !== undefined && <link rel="stylesheet" href={look.stylesheet} />}
      <DocumentBody document={document} logoAt={look.logo} />
      {marking}
    </div>
  );
}
