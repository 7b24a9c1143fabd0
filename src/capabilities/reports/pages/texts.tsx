import { Button, CharacterCount, InsetText, Radios, Table } from '../../../govuk/index.ts';
import { markings } from '../../../kernel/marking.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import type { Year } from '../../../kernel/year.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { HistoryLink } from '../../history/index.ts';
import { areas, type Area, type PaperText } from '../paper-text.ts';
import { paths } from '../paths.ts';
import { limits, type PaperTextForm } from '../rules-paper.ts';

/** Every part of the paper that the body writes, with what stands there now. */
export function TextsPage({ words, org, year, texts }: { readonly words: Words; readonly org: string; readonly year: Year; readonly texts: readonly PaperText[] }) {
  const said = words.paper.texts;
  const rows = areas.map((area) => ({ area, written: texts.find((text) => text.area === area && text.text !== '') }));
  return (
    <>
      <h1 class="govuk-heading-l">{said.title(year)}</h1>
      <p class="govuk-body">{said.intro}</p>
      <Table caption={said.caption} captionHidden narrow="stack" rows={rows} columns={[
        { title: said.part, rowHeader: true, cell: ({ area }: typeof rows[number]) => <a class="govuk-link" href={paths.text(org, year, area)}>{words.paper.areas[area]}</a> },
        { title: said.text, cell: ({ written }) => <span class="govuk-!-text-break-word">{written?.text ?? said.empty}</span> },
        { title: said.marking, cell: ({ written }) => written?.marking ?? '' },
      ]} />
    </>
  );
}

type TextPageProps = {
  readonly words: Words; readonly seal: FormSeal; readonly action: string; readonly area: Area; readonly version: number; readonly fields: PaperTextForm;
  readonly refusals: readonly Refusal[]; readonly history: string | undefined;
  /** What somebody else saved meanwhile. */
  readonly theirs: string | undefined;
};

export function TextPage({ words, seal, action, area, version, fields, refusals, history, theirs }: TextPageProps) {
  const said = words.paper.texts;
  return (
    <>
      <h1 class="govuk-heading-l">{words.paper.areas[area]}</h1>
      {theirs !== undefined && (
        <>
          <p class="govuk-body">{said.conflict}</p>
          <h2 class="govuk-heading-m">{said.theirs}</h2>
          <InsetText>{theirs === '' ? said.empty : theirs}</InsetText>
          <h2 class="govuk-heading-m">{said.yours}</h2>
        </>
      )}
      <Form action={action} seal={seal} version={version}>
        <CharacterCount name="text" label={said.text} labelSize="s" hint={said.hint} maxlength={limits.text} countType="characters" threshold={75} value={fields.text} error={errorAt(words, refusals, 'text')} />
        <Radios name="marking" legend={said.marking} legendSize="s" inline small value={fields.marking} error={errorAt(words, refusals, 'marking')} items={markings.map((marking) => ({ value: marking, text: marking }))} />
        <Button preventDoubleClick>{said.save}</Button>
      </Form>
      <HistoryLink words={words} href={history} />
    </>
  );
}
