import { Button, ButtonLink } from '../../../govuk/index.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { accountPaths } from '../../accounts/index.ts';

/** An example that one press opens: as one of its people, at one of its pages. */
export type ExampleDoor = {
  readonly name: string;
  readonly invented: boolean;
  /** The document that a real body's example was taken from. */
  readonly source: string | undefined;
  readonly person: string;
  readonly at: string;
};

type Props = { readonly words: Words; readonly seal: FormSeal; readonly examples: readonly ExampleDoor[] };

/** What the product is, and the shortest way in. */
export function FirstPage({ words, seal, examples }: Props) {
  const said = words.about;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-xl">{said.title}</h1>
        {said.sentences.map((sentence) => <p class="govuk-body-l">{sentence}</p>)}
        {examples.length === 0
          ? <ButtonLink href={accountPaths.signIn} start>{words.site.signIn}</ButtonLink>
          : <Examples words={words} seal={seal} examples={examples} />}
      </div>
    </div>
  );
}

function Examples({ words, seal, examples }: Props) {
  const said = words.about.examples;
  return (
    <>
      <h2 class="govuk-heading-m">{said.heading}</h2>
      {examples.map(({ name, invented, source, person, at }) => (
        <Form action={accountPaths.demonstrationSession} seal={seal}>
          <input type="hidden" name="to" value={at} />
          <p class="govuk-body govuk-!-margin-bottom-2">{invented ? said.invented(name) : said.real(name, source)}</p>
          <Button name="person" value={person} preventDoubleClick>{said.open(name)}</Button>
        </Form>
      ))}
      <p class="govuk-body">
        <a class="govuk-link" href={accountPaths.demonstration}>{said.others}</a> {said.or} <a class="govuk-link" href={accountPaths.signIn}>{said.signIn}</a>.
      </p>
    </>
  );
}
