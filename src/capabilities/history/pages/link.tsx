import type { Words } from '../../../words/index.ts';

/** The way to what happened to a record; nothing for who may not read it, or where there is no record yet. */
export function HistoryLink({ words, href }: { readonly words: Words; readonly href: string | undefined }) {
  return href === undefined ? null : <p class="govuk-body"><a class="govuk-link" href={href}>{words.history.link}</a></p>;
}
