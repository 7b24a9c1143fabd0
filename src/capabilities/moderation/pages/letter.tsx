import { Button, FileUpload, Select } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { DetailFields, type Draft } from '../../evidence/index.ts';

type LetterPageProps = {
  readonly words: Words; readonly seal: FormSeal; readonly version: number | undefined; readonly refusals: readonly Refusal[];
  readonly chosen: string; readonly choices: readonly { readonly id: string; readonly title: string; readonly datedOn: string | null }[]; readonly most: number;
  readonly draft: Draft; readonly fileLimitMegabytes: number;
  readonly chooseAction: string; readonly attachAction: string;
};

/** The letter: one of the body's evidence, or a file that becomes evidence. */
export function LetterPage(props: LetterPageProps) {
  const { words, choices } = props;
  const said = words.moderation.letter;
  return (
    <>
      <h1 class="govuk-heading-l">{said.title}</h1>
      <p class="govuk-body">{said.intro}</p>
      {choices.length > 0 && <ChooseForm {...props} />}
      <AttachForm {...props} />
    </>
  );
}

function ChooseForm({ words, seal, version, refusals, chosen, choices, most, chooseAction }: LetterPageProps) {
  const said = words.moderation.letter;
  return (
    <Form action={chooseAction} seal={seal} version={version}>
      <h2 class="govuk-heading-m">{said.chooseHeading}</h2>
      <Select name="letter" label={said.choose} hint={said.chooseHint(most)} value={chosen} error={errorAt(words, refusals, 'letter')}
        items={[{ value: '', text: said.pick }, ...choices.map(({ id, title, datedOn }) => ({ value: id, text: said.item(title, datedOn) }))]} />
      <Button preventDoubleClick>{said.save}</Button>
    </Form>
  );
}

function AttachForm({ words, seal, version, refusals, draft, fileLimitMegabytes, attachAction }: LetterPageProps) {
  const said = words.moderation.letter;
  return (
    <Form action={attachAction} seal={seal} version={version} upload>
      <h2 class="govuk-heading-m">{said.attachHeading}</h2>
      <FileUpload name="file" label={said.file} hint={said.fileHint(fileLimitMegabytes)} error={errorAt(words, refusals, 'file')} />
      <DetailFields words={words} prefix="file-" draft={draft} errors={refusals} />
      <Button preventDoubleClick>{said.attach}</Button>
    </Form>
  );
}
