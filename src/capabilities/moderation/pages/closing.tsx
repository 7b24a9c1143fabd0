import type { ComponentChildren } from 'preact';
import type { Refusal } from '../../../kernel/outcome.ts';
import type { Words } from '../../../words/index.ts';
import type { Edition } from '../../frameworks/index.ts';
import { ProvenanceList, type Provenance } from './findings.tsx';
import { FindingsParts, type SelfRatings, type Shown } from './parts.tsx';

/** A last look at the whole, before the check or the publication: what is missing, or the form. */
export function ClosingPage({ words, said, missing, outcomePath, edition, findings, selfRatings, provenance, children }: {
  readonly words: Words; readonly said: { readonly title: string; readonly intro: string; readonly notYet: string }; readonly missing: readonly Refusal[];
  /** Where the outcome of a benchmark is recorded: the field of a refusal that is about one. */
  readonly outcomePath: (code: string) => string;
  readonly edition: Edition; readonly findings: Shown; readonly selfRatings: SelfRatings; readonly provenance: Provenance | undefined; readonly children: ComponentChildren;
}) {
  return (
    <>
      <h1 class="govuk-heading-l">{said.title}</h1>
      <p class="govuk-body">{said.intro}</p>
      {missing.length > 0 && (
        <>
          <p class="govuk-body">{said.notYet}</p>
          <ul class="govuk-list govuk-list--bullet">{missing.map(({ field, say }) => (field === '' ? <li>{say(words)}</li> : <li id={field}><a class="govuk-link" href={outcomePath(field)}>{say(words)}</a></li>))}</ul>
        </>
      )}
      {provenance && <ProvenanceList words={words} provenance={provenance} />}
      <FindingsParts words={words} edition={edition} findings={findings} selfRatings={selfRatings} />
      {missing.length === 0 && children}
    </>
  );
}
