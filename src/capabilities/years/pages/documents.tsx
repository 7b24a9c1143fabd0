import { Button, FileUpload, Input, Radios } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import type { Year } from '../../../kernel/year.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { DetailFields, evidencePaths, type Draft } from '../../evidence/index.ts';
import { paths } from '../paths.ts';
import { documentKinds } from '../rules.ts';
import type { TitledDocument } from './outcomes.tsx';

type DocumentForm = {
  readonly seal: FormSeal; readonly kind: string; readonly source: string; readonly draft: Draft; readonly errors: readonly Refusal[]; readonly fileLimitMegabytes: number;
};

type DocumentsProps = {
  readonly words: Words; readonly org: string; readonly year: Year; readonly documents: readonly TitledDocument[];
  /** For who may write. */
  readonly form: DocumentForm | undefined;
};

/** The papers, plans and letters of one year. */
export function DocumentsPage({ words, org, year, documents, form }: DocumentsProps) {
  const said = words.years.documents;
  return (
    <>
      <h1 class="govuk-heading-l">{said.title(year)}</h1>
      <DocumentList words={words} org={org} documents={documents} />
      {form && <AddForm words={words} org={org} year={year} {...form} />}
    </>
  );
}

export function DocumentList({ words, org, documents }: { readonly words: Words; readonly org: string; readonly documents: readonly TitledDocument[] }) {
  const said = words.years.documents;
  if (documents.length === 0) return <p class="govuk-body">{said.none}</p>;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {documents.map(({ kind, title, source, evidenceId }) => (
        <li class="govuk-!-text-break-word">{said.kinds[kind]}: <a class="govuk-link" href={evidencePaths.item(org, evidenceId)}>{title}</a>. {words.years.sourceSaid(source)}</li>
      ))}
    </ul>
  );
}

function AddForm({ words, org, year, seal, kind, source, draft, errors, fileLimitMegabytes }: DocumentForm & Pick<DocumentsProps, 'words' | 'org' | 'year'>) {
  const said = words.years.documents;
  return (
    <Form action={paths.documents(org, year)} seal={seal} upload>
      <h2 class="govuk-heading-m">{said.addHeading}</h2>
      <Radios name="kind" legend={said.kind} legendSize="s" value={kind} error={errorAt(words, errors, 'kind')} items={documentKinds.map((one) => ({ value: one, text: said.kinds[one] }))} />
      <Input name="source" label={said.source} hint={said.sourceHint} value={source} error={errorAt(words, errors, 'source')} />
      <FileUpload name="file" label={said.file} hint={said.fileHint(fileLimitMegabytes)} error={errorAt(words, errors, 'file')} />
      <DetailFields words={words} prefix="file-" draft={draft} errors={errors} />
      <Button preventDoubleClick>{said.add}</Button>
    </Form>
  );
}
