import { Button, CharacterCount, Radios } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { paths } from '../paths.ts';
import { limits, workedCodes } from '../rules.ts';

type ClosingProps = {
  readonly words: Words; readonly org: string; readonly id: string; readonly seal: FormSeal; readonly version: number; readonly refusals: readonly Refusal[];
  readonly earlier: readonly { readonly id: string; readonly text: string }[]; readonly filled: (name: string) => string;
};

/** Ends an exercise: what remains is written down, and the answers go. */
export function ClosingPage({ words, org, id, seal, version, refusals, earlier, filled }: ClosingProps) {
  const said = words.dipSampling.closing;
  const field = (name: string) => ({ name, value: filled(name), error: errorAt(words, refusals, name) });
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      <p class="govuk-body">{said.hint}</p>
      <Form action={paths.closing(org, id)} seal={seal} version={version}>
        <CharacterCount {...field('themes')} label={said.themes} hint={said.themesHint} maxlength={limits.long} countType="characters" threshold={75} />
        <CharacterCount {...field('learning')} label={said.learning} hint={said.learningHint} maxlength={limits.long} countType="characters" threshold={75} />
        {earlier.map((action) => (
          <Radios {...field(`worked-${action.id}`)} legend={said.worked(action.text)} legendSize="s" hint={said.workedHint} inline small items={workedCodes.map((value) => ({ value, text: words.dipSampling.worked[value] }))} />
        ))}
        <Button variant="warning" preventDoubleClick>{said.close}</Button>
      </Form>
    </>
  );
}
