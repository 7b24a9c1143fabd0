import { conflictPage, notFoundPage, type Answer } from '../../platform/route.ts';

type Said = { readonly title: string; readonly sentence: string };

export function missingPage({ title, sentence }: Said): Answer {
  return notFoundPage(title, <><h1 class="govuk-heading-l">{title}</h1><p class="govuk-body">{sentence}</p></>);
}

/** Reads nothing: what was written is not kept, and the way leads to what stands now. */
export function movedOnPage({ title, sentence, link }: Said & { readonly link: string }, href: string): Answer {
  return conflictPage(title, (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{sentence}</p>
      <p class="govuk-body"><a class="govuk-link" href={href}>{link}</a></p>
    </>
  ));
}
