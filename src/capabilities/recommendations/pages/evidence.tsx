import { Button, Select } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { evidencePaths } from '../../evidence/index.ts';

export type Piece = { readonly id: string; readonly title: string; readonly datedOn: string | null };

type EvidenceProps = {
  readonly words: Words; readonly org: string; readonly seal: FormSeal; readonly refusals: readonly Refusal[];
  /** The address of what the evidence is added to. */
  readonly at: string;
  readonly evidence: readonly Piece[];
  /** What may be added: the newest, so many at most. */
  readonly choices: readonly Piece[]; readonly most: number;
  readonly chosen: string;
};

/** The evidence of what was done, with the body's own to choose from. */
export function EvidencePart({ words, org, seal, refusals, at, evidence, choices, most, chosen }: EvidenceProps) {
  const said = words.recommendations.evidence;
  return (
    <>
      <h2 class="govuk-heading-m">{said.heading}</h2>
      {evidence.length === 0 ? <p class="govuk-body">{said.none}</p> : (
        <ul class="govuk-list govuk-list--bullet">
          {evidence.map((piece) => <li><a class="govuk-link" href={evidencePaths.item(org, piece.id)}>{said.item(piece.title, piece.datedOn)}</a></li>)}
        </ul>
      )}
      {choices.length > 0 && (
        <Form action={`${at}/evidence`} seal={seal}>
          <Select name="evidence" label={said.choose} hint={said.hint(most)} value={chosen} error={errorAt(words, refusals, 'evidence')}
            items={[{ value: '', text: said.pick }, ...choices.map((piece) => ({ value: piece.id, text: said.item(piece.title, piece.datedOn) }))]} />
          <Button variant="secondary" preventDoubleClick>{said.save}</Button>
        </Form>
      )}
    </>
  );
}
