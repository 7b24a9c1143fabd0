import { Button, InsetText, WarningText } from '../../../govuk/index.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import type { Opened } from '../opened.tsx';
import { paths } from '../paths.ts';
import type { Lack } from '../rules.ts';
import { lackId, lackSentence } from './lacks.ts';
import { SigningPart, type SigningProps } from './sign-off.tsx';

export type CheckProps = {
  readonly words: Words;
  readonly opened: Opened;
  readonly lacks: readonly Lack[];
  readonly signing: SigningProps;
  /** For who may submit. */
  readonly seal: FormSeal | undefined;
};

/** Before submitting: everything that is missing, each with the way to where it is mended. */
export function CheckPage({ words, opened, lacks, signing, seal }: CheckProps) {
  const said = words.assessment.submission;
  const { org, year, edition } = opened;
  return (
    <>
      <span class="govuk-caption-l">{words.assessment.year.caption(year)}</span>
      <h1 class="govuk-heading-l">{said.checkHeading}</h1>
      {lacks.length === 0 ? <InsetText>{said.ready}</InsetText> : (
        <section aria-labelledby="lacks">
          <h2 class="govuk-heading-m" id="lacks">{said.lacksHeading(lacks.length)}</h2>
          <p class="govuk-body">{said.lacksIntro}</p>
          <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
            {lacks.map((lack, at) => <li id={lackId(at)}><a class="govuk-link" href={mendingPath(org, year, lack)}>{lackSentence(words, edition, lack)}</a></li>)}
          </ul>
        </section>
      )}
      <SigningPart words={words} opened={opened} {...signing} />
      <p class="govuk-body">{said.whoReads}</p>
      {seal && lacks.length === 0 && signing.signature?.stands && (
        <Form action={paths.submission(org, year)} seal={seal}>
          <WarningText>{said.freezes}</WarningText>
          <Button preventDoubleClick>{said.submit}</Button>
        </Form>
      )}
      {!seal && <p class="govuk-body">{said.onlyLead}</p>}
    </>
  );
}

function mendingPath(org: string, year: string, lack: Lack): string {
  switch (lack.is) {
    case 'not rated': return paths.rating(org, year, lack.benchmark.code);
    case 'nothing in place': return paths.benchmark(org, year, lack.benchmark.code);
    case 'no evidence':
    case 'evidence expired': return paths.indicator(org, year, lack.indicator.code);
  }
}
