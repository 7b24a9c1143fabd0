import { Button, Checkboxes, InsetText } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import type { Opened } from '../opened.tsx';
import { paths } from '../paths.ts';
import type { Signature } from '../second-store.ts';

export type SigningProps = {
  readonly signature: Signature | undefined;
  /** The names of those who may sign today. */
  readonly signers: readonly string[];
  /** Why this person, who has a role that signs, cannot. */
  readonly whyNot: readonly string[];
  /** For who may sign now. */
  readonly seal: FormSeal | undefined;
  readonly errors: readonly Refusal[];
};

/** Who has signed the assessment off, or who may. */
export function SigningPart({ words, opened: { org, year }, signature, signers, whyNot, seal, errors }: SigningProps & { readonly words: Words; readonly opened: Opened }) {
  const said = words.secondReader.sign;
  return (
    <section aria-labelledby="sign-off">
      <h2 class="govuk-heading-m" id="sign-off">{said.heading}</h2>
      <p class="govuk-body">{said.intro}</p>
      <InsetText>{!signature ? said.none : signature.stands ? said.signed(signature.by, signature.at) : said.isVoid(signature.by, signature.at)}</InsetText>
      {!signature?.stands && (
        <>
          <p class="govuk-body">{signers.length > 0 ? said.may(signers) : said.nobody}</p>
          {whyNot.map((sentence) => <p class="govuk-body">{sentence}.</p>)}
          {seal && (
            <Form action={paths.signOff(org, year)} seal={seal}>
              <Checkboxes name="read" items={[{ value: 'yes', text: said.statement }]} error={errorAt(words, errors, 'read')} />
              <Button preventDoubleClick>{said.press}</Button>
            </Form>
          )}
        </>
      )}
    </section>
  );
}
