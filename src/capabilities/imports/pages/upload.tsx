import { Button, FileUpload, Input, InsetText } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';

type Props = {
  readonly words: Words; readonly seal: FormSeal; readonly action: string; readonly title: string; readonly intro: string;
  /** Undefined where a file is for no quarter. */
  readonly quarter: string | undefined;
  /** A file that was read and not yet brought in. */
  readonly waiting: { readonly fileName: string; readonly href: string } | undefined; readonly refusals: readonly Refusal[];
};

export function UploadPage({ words, seal, action, title, intro, quarter, waiting, refusals }: Props) {
  const said = words.imports.upload;
  return (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{intro}</p>
      {waiting && <InsetText>{said.waits} <a class="govuk-link govuk-!-text-break-word" href={waiting.href}>{waiting.fileName}</a></InsetText>}
      <Form action={action} seal={seal} upload>
        {quarter !== undefined && <Input name="quarter" label={said.quarter} hint={said.quarterHint} width={10} value={quarter} error={errorAt(words, refusals, 'quarter')} />}
        <FileUpload name="file" label={said.file} hint={said.hint} accept=".xlsx,.ods,.csv" error={errorAt(words, refusals, 'file')} />
        <Button preventDoubleClick>{said.read}</Button>
      </Form>
    </>
  );
}
