import { Button, ButtonGroup, FileUpload, InsetText, Textarea } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import type { EditionDraft } from '../draft-store.ts';
import type { AnyEdition } from '../edition.ts';
import { paths } from '../paths.ts';
import { isForStatements } from '../rules.ts';
import { EditionPage } from './edition.tsx';
import { StatementEditionPage } from './statement-edition.tsx';

type DraftsProps = { readonly words: Words; readonly seal: FormSeal; readonly drafts: readonly EditionDraft[]; readonly text: string; readonly errors: readonly Refusal[] };

/** Editions that wait for a second person, and the form that loads another. */
export function DraftsPage({ words, seal, drafts, text, errors }: DraftsProps) {
  const said = words.frameworks.drafts;
  return (
    <>
      <h1 class="govuk-heading-l">{said.title}</h1>
      <p class="govuk-body">{said.lead}</p>
      {drafts.length === 0 ? <p class="govuk-body">{said.noDrafts}</p> : (
        <ul class="govuk-list">{drafts.map(({ id, title, loadedByEmail, loadedAt }) => <li><a class="govuk-link" href={paths.draft(id)}>{title}</a>, {said.loaded(loadedByEmail, loadedAt)}</li>)}</ul>
      )}
      <Form action={paths.drafts} seal={seal} upload>
        <h2 class="govuk-heading-m">{said.addHeading}</h2>
        <FileUpload name="file" label={said.file} hint={said.fileHint} />
        <Textarea name="text" label={said.text} hint={said.textHint} rows={text === '' ? 5 : 25} value={text} error={errors.length > 1 ? said.faults(errors.length) : errorAt(words, errors, 'text')} />
        <Button preventDoubleClick>{said.add}</Button>
      </Form>
    </>
  );
}

type DraftProps = {
  readonly words: Words; readonly seal: FormSeal; readonly draft: EditionDraft; readonly edition: AnyEdition | undefined; readonly isOwn: boolean; readonly errors: readonly Refusal[];
};

/** The whole edition as it would be published, and the two things that can be done with it. */
export function DraftPage({ words, seal, draft, edition, isOwn, errors }: DraftProps) {
  const said = words.frameworks.drafts;
  const error = errorAt(words, errors, 'publish');
  return (
    <>
      <InsetText>{said.preview} {said.loaded(draft.loadedByEmail, draft.loadedAt)}.</InsetText>
      <div id="publish">
        {error !== undefined && <p class="govuk-error-message">{error}</p>}
        <p class="govuk-body">{isOwn ? said.ownWork : said.check}</p>
        <ButtonGroup>
          {!isOwn && <Form action={paths.publication(draft.id)} seal={seal}><Button preventDoubleClick>{said.publish}</Button></Form>}
          <Form action={paths.removal(draft.id)} seal={seal}><Button variant="warning" preventDoubleClick>{said.remove}</Button></Form>
        </ButtonGroup>
      </div>
      {edition && (isForStatements(edition) ? <StatementEditionPage words={words} edition={edition} /> : <EditionPage words={words} edition={edition} earlier={[]} />)}
    </>
  );
}
