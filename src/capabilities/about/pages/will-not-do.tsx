import type { Words } from '../../../words/index.ts';

/** The eight rules, each with what holds it today and what is not there yet. */
export function WillNotDoPage({ words }: { readonly words: Words }) {
  const said = words.willNotDo;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">{said.title}</h1>
        <p class="govuk-body-l">{said.lead}</p>
        {said.rules.map(({ rule, meaning, today, notYet, heldBy }, at) => (
          <section>
            <h2 class="govuk-heading-m">{at + 1}. {rule}</h2>
            <p class="govuk-body">{meaning}</p>
            <p class="govuk-body"><strong>{said.today}</strong> {today}</p>
            {notYet !== undefined && <p class="govuk-body"><strong>{said.notYet}</strong> {notYet}</p>}
            {heldBy.length > 0 && <p class="govuk-body-s govuk-!-text-break-word">{said.heldBy} {heldBy.join(', ')}</p>}
          </section>
        ))}
      </div>
    </div>
  );
}
