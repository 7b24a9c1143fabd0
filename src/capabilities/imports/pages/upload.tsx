import { Button, FileUpload, Input } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';

type Props = {
  readonly words: Words; readonly seal: FormSeal; readonly action: string; readonly title: string; readonly intro: string;
  /** Undefined where a file is for no quarter. */
  readonly quarter: string | undefined;
  readonly templates: readonly { readonly text: string; readonly href: string }[]; readonly refusals: readonly Refusal[];
};

export function UploadPage({ words, seal, action, title, intro, quarter, templates, refusals }: Props) {
  const said = words.imports.upload;
  return (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{intro}</p>
      {templates.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{said.template}</h2>
          <ul class="govuk-list">{templates.map(({ text, href }) => <li><a class="govuk-link" href={href}>{text}</a></li>)}</ul>
        </>
      )}
      <Form action={action} seal={seal} upload>
        {quarter !== undefined && <Input name="quarter" label={said.quarter} hint={said.quarterHint} width={10} value={quarter} error={errorAt(words, refusals, 'quarter')} />}
        <FileUpload name="file" label={said.file} hint={said.hint} accept=".xlsx,.ods,.csv" error={errorAt(words, refusals, 'file')} />
        <Button preventDoubleClick>{said.read}</Button>
      </Form>
    </>
  );
}
