import { Button, Checkboxes, FileUpload, Input, InsetText, Table, WarningText } from '../../../govuk/index.ts';
import type { Organisation } from '../../../kernel/access.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import type { Day, Year } from '../../../kernel/year.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { paths } from '../paths.ts';
import type { Draft } from '../rules.ts';
import type { EvidenceRecord } from '../store.ts';
import { DetailFields, Expiry } from './fields.tsx';

/** What the three forms hold: empty at first, as they were sent when something is to be mended. */
export type Drafts = { readonly file: Draft; readonly link: Draft & { readonly url: string }; readonly chosen: readonly string[] };

export type BehindProps = {
  readonly words: Words; readonly organisation: Organisation; readonly today: Day; readonly year: Year;
  readonly code: string; readonly indicator: string;
  readonly evidence: readonly EvidenceRecord[];
  /** For who may add: undefined for everyone else, and once the assessment is submitted. */
  readonly add: AddProps | undefined;
};

export type AddProps = {
  readonly seal: FormSeal; readonly drafts: Drafts; readonly errors: readonly Refusal[]; readonly fileLimitMegabytes: number;
  readonly search: string; readonly others: readonly EvidenceRecord[]; readonly othersTotal: number;
};

/** The evidence behind one indicator, and the three ways to add to it. */
export function BehindPage(props: BehindProps) {
  const { words, code, indicator, evidence, add } = props;
  const said = words.evidence.behind;
  return (
    <>
      <h1 class="govuk-heading-l">{said.title(code)}</h1>
      <InsetText>{indicator}</InsetText>
      {evidence.length === 0 ? <p class="govuk-body">{said.none}</p> : <Lines {...props} />}
      {add && <Add {...props} add={add} />}
    </>
  );
}

function Lines({ words, organisation, today, year, code, evidence, add }: BehindProps) {
  const { behind: said, list: { columns }, kind, day } = words.evidence;
  const shown = [
    { title: columns.title, rowHeader: true, cell: (line: EvidenceRecord) => <a class="govuk-link" href={paths.item(organisation.shortName, line.id)}>{line.title}</a> },
    { title: columns.kind, cell: (line: EvidenceRecord) => kind[line.kind] },
    { title: columns.dated, cell: (line: EvidenceRecord) => day(line.datedOn) },
    { title: columns.expires, cell: (line: EvidenceRecord) => <Expiry words={words} today={today} expiresOn={line.expiresOn} /> },
    { title: columns.marking, cell: (line: EvidenceRecord) => line.marking },
  ];
  const remove = add && {
    title: said.action,
    cell: (line: EvidenceRecord) => (
      <Form action={paths.removal(organisation.shortName, year, code, line.id)} seal={add.seal}>
        <Button variant="secondary" classes="govuk-!-margin-bottom-0">{said.remove}<span class="govuk-visually-hidden">{said.removeHidden(line.title)}</span></Button>
      </Form>
    ),
  };
  return <Table caption={said.caption} narrow="stack" rows={evidence} columns={remove ? [...shown, remove] : shown} />;
}

function Add(props: BehindProps & { readonly add: AddProps }) {
  const said = props.words.evidence.behind;
  return (
    <>
      <h2 class="govuk-heading-l">{said.add}</h2>
      <ul class="govuk-list">
        {(['uses', 'file', 'link'] as const).map((way) => <li><a class="govuk-link" href={`#way-${way}`}>{said.ways[way]}</a></li>)}
      </ul>
      <WarningText>{said.neverUpload}</WarningText>
      <UseOther {...props} />
      <AddFile {...props} />
      <AddLink {...props} />
    </>
  );
}

function UseOther({ words, organisation, year, code, add }: BehindProps & { readonly add: AddProps }) {
  const { behind: said, kind } = words.evidence;
  const { others, othersTotal, search, seal, drafts, errors } = add;
  return (
    <section aria-labelledby="way-uses">
      <h3 class="govuk-heading-m" id="way-uses">{said.ways.uses}</h3>
      <form method="get" action={paths.ofIndicator(organisation.shortName, year, code)} novalidate>
        <Input name="text" type="search" label={said.search} value={search} classes="govuk-!-width-one-half" />
        <Button variant="secondary">{said.searchButton}</Button>
      </form>
      {others.length === 0 ? <p class="govuk-body">{said.chooseNone}</p> : (
        <Form action={paths.uses(organisation.shortName, year, code)} seal={seal}>
          <Checkboxes name="evidence" legend={said.choose} values={drafts.chosen} error={errorAt(words, errors, 'evidence')} small
            hint={othersTotal > others.length ? said.chooseMore(others.length, othersTotal) : undefined}
            items={others.map((one) => ({ value: one.id, text: one.title, hint: said.chosenHint(kind[one.kind], one.datedOn) }))} />
          <Button preventDoubleClick>{said.useButton}</Button>
        </Form>
      )}
    </section>
  );
}

function AddFile({ words, organisation, year, code, add: { seal, drafts, errors, fileLimitMegabytes } }: BehindProps & { readonly add: AddProps }) {
  const { behind: said, fields } = words.evidence;
  const isAgain = errors.some(({ field }) => field.startsWith('file'));
  return (
    <section aria-labelledby="way-file">
      <h3 class="govuk-heading-m" id="way-file">{said.ways.file}</h3>
      <Form action={paths.files(organisation.shortName, year, code)} seal={seal} upload>
        <FileUpload name="file" label={fields.file} hint={isAgain ? `${fields.fileHint(fileLimitMegabytes)} ${fields.fileAgain}` : fields.fileHint(fileLimitMegabytes)} error={errorAt(words, errors, 'file')} />
        <DetailFields words={words} prefix="file-" draft={drafts.file} errors={errors} />
        <Button preventDoubleClick>{said.fileButton}</Button>
      </Form>
    </section>
  );
}

function AddLink({ words, organisation, year, code, add: { seal, drafts, errors } }: BehindProps & { readonly add: AddProps }) {
  const { behind: said, fields } = words.evidence;
  return (
    <section aria-labelledby="way-link">
      <h3 class="govuk-heading-m" id="way-link">{said.ways.link}</h3>
      <Form action={paths.links(organisation.shortName, year, code)} seal={seal}>
        <Input name="link-url" label={fields.link} hint={fields.linkHint} value={drafts.link.url} error={errorAt(words, errors, 'link-url')} spellcheck={false} />
        <DetailFields words={words} prefix="link-" draft={drafts.link} errors={errors} />
        <Button preventDoubleClick>{said.linkButton}</Button>
      </Form>
    </section>
  );
}
