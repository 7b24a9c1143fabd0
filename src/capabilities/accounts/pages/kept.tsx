import { Button, InsetText, SummaryList } from '../../../govuk/index.ts';
import { Form } from '../../../platform/form.tsx';
import type { KeptForm } from '../../../platform/kept-form.ts';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { paths } from '../paths.ts';

type KeptProps = { readonly words: Words; readonly seal: FormSeal; readonly sendSeal: FormSeal; readonly kept: KeptForm; readonly until: Date };

const ofTheForm = ['request_key', 'version'];

/** What was sent too late, to read and to send again with one press. */
export function KeptPage({ words, seal, sendSeal, kept: { path, upload, fields }, until }: KeptProps) {
  const said = words.accounts.kept;
  const written = fields.filter(([name, value]) => !ofTheForm.includes(name) && value !== '');
  return (
    <>
      <h1 class="govuk-heading-l">{said.title}</h1>
      <p class="govuk-body">{said.sentence(until)}</p>
      {upload && <InsetText>{said.noFile}</InsetText>}
      <SummaryList rows={written.map(([name, value]) => ({ key: said.field(name), value: value.split(/\r?\n/).map((line) => <>{line}<br /></>), valueClasses: 'govuk-!-text-break-word' }))} />
      <Form action={path} seal={sendSeal} upload={upload}>
        {fields.filter(([name]) => name !== 'request_key').map(([name, value]) => <input type="hidden" name={name} value={value} />)}
        <Button preventDoubleClick>{said.send}</Button>
      </Form>
      <Form action={paths.kept} seal={seal}>
        <Button variant="secondary">{said.forget}</Button>
      </Form>
    </>
  );
}

export function NothingKept({ words }: { readonly words: Words }) {
  const said = words.accounts.kept;
  return (
    <>
      <h1 class="govuk-heading-l">{said.nothingTitle}</h1>
      <p class="govuk-body">{said.nothing}</p>
      <p class="govuk-body"><a class="govuk-link" href="/">{words.site.toFirst}</a></p>
    </>
  );
}
