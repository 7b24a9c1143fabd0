import { Button, CharacterCount, Input, InsetText } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { paths } from '../paths.ts';
import { limits } from '../rules.ts';

type Props = { readonly words: Words; readonly org: string; readonly seal: FormSeal; readonly version: number; readonly refusals: readonly Refusal[]; readonly filled: { readonly every: string; readonly purpose: string }; readonly moved: boolean };

export function ProgrammePage({ words, org, seal, version, refusals, filled, moved }: Props) {
  const said = words.dipSampling.programme;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      {moved && <InsetText>{said.moved}</InsetText>}
      <Form action={paths.programme(org)} seal={seal} version={version}>
        <Input name="every" label={said.every} hint={said.everyHint} width={3} value={filled.every} error={errorAt(words, refusals, 'every')} />
        <CharacterCount name="purpose" label={said.purpose} hint={words.dipSampling.never} maxlength={limits.purpose} countType="characters" threshold={75} value={filled.purpose} error={errorAt(words, refusals, 'purpose')} />
        <Button preventDoubleClick>{said.save}</Button>
      </Form>
    </>
  );
}
