import type { ComponentChildren } from 'preact';
import type { Words } from '../../../words/index.ts';

type ConflictProps = {
  readonly words: Words;
  readonly theirs: ComponentChildren;
  readonly yours: ComponentChildren;
  /** Where what is saved now can be read: following it keeps that. */
  readonly keepTheirs: string;
  /** The form again, with what was written and the version that is saved now. */
  readonly children: ComponentChildren;
};

/** Somebody else saved first: both texts side by side, and the choice. */
export function ConflictPage({ words, theirs, yours, keepTheirs, children }: ConflictProps) {
  const said = words.assessment.conflict;
  return (
    <>
      <h1 class="govuk-heading-l">{said.title}</h1>
      <p class="govuk-body">{said.sentence}</p>
      <div class="dr-pair">
        <section>
          <h2 class="govuk-heading-m">{said.theirs}</h2>
          {theirs}
          <p class="govuk-body"><a class="govuk-link" href={keepTheirs}>{said.keepTheirs}</a></p>
        </section>
        <section>
          <h2 class="govuk-heading-m">{said.yours}</h2>
          {yours}
        </section>
      </div>
      <h2 class="govuk-heading-m">{said.form}</h2>
      {children}
    </>
  );
}
