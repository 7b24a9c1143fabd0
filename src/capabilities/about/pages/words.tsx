import { SummaryList } from '../../../govuk/index.ts';
import type { Words } from '../../../words/index.ts';

/** One word for one thing. */
export function WordsPage({ words }: { readonly words: Words }) {
  const said = words.glossary;
  return (
    <>
      <h1 class="govuk-heading-l">{said.title}</h1>
      <p class="govuk-body-l">{said.lead}</p>
      <SummaryList rows={said.entries.map(({ word, means, notYet }) => ({ key: word, value: notYet ? said.withNotYet(means) : means }))} />
    </>
  );
}
