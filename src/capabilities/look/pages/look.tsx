import { Button, FileUpload, Input, InsetText } from '../../../govuk/index.ts';
import type { Organisation } from '../../../kernel/access.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { paths } from '../paths.ts';
import type { PlainForm } from '../rules.ts';
import type { LookRecord } from '../store.ts';

type LookProps = {
  readonly words: Words; readonly seal: FormSeal; readonly organisation: Organisation; readonly record: LookRecord | undefined;
  readonly plain: PlainForm; readonly alternative: string; readonly refusals: readonly Refusal[]; readonly conflict: boolean;
};

/** Name and colour, logo, template: each with a form of its own. */
export function LookPage(props: LookProps) {
  const { words: { look: said }, organisation, conflict } = props;
  return (
    <>
      <h1 class="govuk-heading-l">{said.title(organisation.name)}</h1>
      {conflict && <InsetText>{said.conflict}</InsetText>}
      <p class="govuk-body">{said.lead}</p>
      <PlainForms {...props} />
      <LogoForms {...props} />
      <TemplateForms {...props} />
    </>
  );
}

function PlainForms({ words, seal, organisation: { name, shortName }, record, plain, refusals }: LookProps) {
  const said = words.look;
  const error = (field: string) => errorAt(words, refusals, field);
  return (
    <section aria-labelledby="plain">
      <h2 class="govuk-heading-m" id="plain">{said.plainHeading}</h2>
      {record?.colour != null && (
        <>
          <link rel="stylesheet" href={`${paths.stylesheet(shortName)}?version=${record.version}`} />
          <p class="govuk-body"><span class="document-sample">{said.sample(record.colour)}</span></p>
        </>
      )}
      <Form action={paths.look(shortName)} seal={seal} version={record?.version ?? 0}>
        <Input name="shown_as" label={said.shownAs} labelSize="s" hint={said.shownAsHint(name)} value={plain.shown_as} error={error('shown_as')} />
        <Input name="colour" label={said.colour} labelSize="s" hint={said.colourHint} width={10} value={plain.colour} error={error('colour')} />
        <Button preventDoubleClick>{said.save}</Button>
      </Form>
    </section>
  );
}

function LogoForms({ words, seal, organisation: { shortName }, record, alternative, refusals }: LookProps) {
  const said = words.look;
  const error = (field: string) => errorAt(words, refusals, field);
  const kept = record?.logoAlternative ?? undefined;
  return (
    <section aria-labelledby="logo-heading">
      <h2 class="govuk-heading-m" id="logo-heading">{said.logoHeading}</h2>
      {kept === undefined ? <p class="govuk-body">{said.noLogo}</p> : (
        <>
          <p class="govuk-body">{said.logoNow}</p>
          <p class="govuk-body"><img class="document-logo" src={paths.logoFile(shortName, record?.logoSha256?.toString('hex') ?? '')} alt={kept} /></p>
          <Form action={paths.logoRemoval(shortName)} seal={seal} version={record?.version ?? 0}>
            <Button variant="secondary" preventDoubleClick>{said.removeLogo}</Button>
          </Form>
        </>
      )}
      <Form action={paths.logo(shortName)} seal={seal} version={record?.version ?? 0} upload>
        <FileUpload name="file" label={said.logoFile} labelSize="s" hint={said.logoHint} accept=".png,.svg" error={error('file')} />
        <Input name="alternative" label={said.alternative} labelSize="s" hint={said.alternativeHint} value={alternative} error={error('alternative')} />
        <Button preventDoubleClick>{said.addLogo}</Button>
      </Form>
    </section>
  );
}

function TemplateForms({ words, seal, organisation: { shortName }, record, refusals }: LookProps) {
  const said = words.look;
  const kept = record?.templateFile ?? undefined;
  return (
    <section aria-labelledby="template-heading">
      <h2 class="govuk-heading-m" id="template-heading">{said.templateHeading}</h2>
      <p class="govuk-body">{said.templateLead}</p>
      <p class="govuk-body govuk-!-text-break-word">{kept === undefined ? said.noTemplate : said.templateNow(kept)}</p>
      {kept !== undefined && (
        <Form action={paths.templateRemoval(shortName)} seal={seal} version={record?.version ?? 0}>
          <Button variant="secondary" preventDoubleClick>{said.removeTemplate}</Button>
        </Form>
      )}
      <Form action={paths.template(shortName)} seal={seal} version={record?.version ?? 0} upload>
        <FileUpload name="file" id="template" label={said.templateFile} labelSize="s" hint={said.templateHint} accept=".dotx,.docx" error={errorAt(words, refusals, 'template')} />
        <Button preventDoubleClick>{said.addTemplate}</Button>
      </Form>
    </section>
  );
}
