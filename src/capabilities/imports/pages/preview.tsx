import { Button, ButtonGroup, Checkboxes, Details, InsetText, Select, Table, WarningText } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { countLines, lineKinds, type Line, type LineKind } from '../rules.ts';
import type { SheetImport } from '../store.ts';

/** As many rows of a kind as stand on the page before somebody asks for all. */
const most = 50;

type Props = {
  readonly words: Words; readonly seal: FormSeal; readonly waiting: SheetImport; readonly refusals: readonly Refusal[];
  /** Undefined while a column is missing or the file as a whole is refused. */
  readonly lines: readonly Line[] | undefined;
  readonly seen: string; readonly missing: readonly string[]; readonly show: LineKind | undefined;
  readonly fields: readonly { readonly name: string; readonly text: string; readonly heading: string; readonly isSaid: boolean }[];
  readonly actions: { readonly preview: string; readonly columns: string; readonly removal: string };
};

/** What would become of each row of a file, before anything is written. */
export function PreviewPage(props: Props) {
  const { words, seal, waiting, refusals, lines, missing, actions } = props;
  const said = words.imports.preview;
  const { fileName, quarter, sheet } = waiting;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      <p class="govuk-body">{said.read(fileName, sheet.sheet, sheet.rows.length)}{quarter !== null && ` ${said.quarter(quarter)}`} {said.nothingYet}</p>
      {sheet.beyond !== undefined && <InsetText>{said.beyond(sheet.beyond)}</InsetText>}
      {refusals.filter(({ field }) => !field.startsWith('column-')).map(({ say }) => <WarningText>{say(words)}</WarningText>)}
      {missing.length > 0 && <WarningText>{words.imports.columns.missing(missing)}</WarningText>}
      {lines && <Lines {...props} lines={lines} />}
      <Details summary={words.imports.columns.heading} open={lines === undefined}><Columns {...props} /></Details>
      <Form action={actions.removal} seal={seal}><Button variant="secondary" preventDoubleClick>{said.discard}</Button></Form>
    </>
  );
}

function Lines(props: Props & { readonly lines: readonly Line[] }) {
  const { words, seal, lines, seen, show, actions } = props;
  const said = words.imports.preview;
  const counts = countLines(lines);
  const shown = lineKinds.filter((is) => counts[is] > 0 && (show === undefined || show === is));
  const taken = counts.closed + counts.changed + counts.added + counts.confirmed;
  return (
    <>
      <ul class="govuk-list govuk-list--bullet">{lineKinds.filter((is) => counts[is] > 0).map((is) => <li>{said.counts[is](counts[is])}</li>)}</ul>
      <Form action={actions.preview} seal={seal}>
        <input type="hidden" name="seen" value={seen} />
        {shown.map((is) => <Group {...props} is={is} lines={lines.filter((line) => line.is === is)} />)}
        {show !== undefined && <p class="govuk-body"><a class="govuk-link" href={actions.preview}>{said.all}</a></p>}
        {taken + counts.moved === 0 ? <p class="govuk-body">{said.nothing}</p> : <ButtonGroup><Button preventDoubleClick>{said.apply(taken)}</Button></ButtonGroup>}
      </Form>
    </>
  );
}

function Group({ words, is, lines, show, actions }: Props & { readonly is: LineKind; readonly lines: readonly Line[] }) {
  const said = words.imports.preview;
  const shown = show === is ? lines : lines.slice(0, most);
  return (
    <section class="govuk-!-margin-bottom-6">
      <h2 class="govuk-heading-m">{said.headings[is]}</h2>
      <p class="govuk-body">{said.hints[is]}</p>
      {is === 'moved' ? shown.map((line) => <Moved words={words} line={line} />) : (
        <Table caption={said.headings[is]} captionHidden narrow="stack" rows={shown} columns={[
          { title: said.row, rowHeader: true, cell: ({ row }: Line) => String(row) },
          { title: said.label, cell: ({ label }) => <span class="govuk-!-text-break-word">{label}</span> },
          ...(is === 'refused' ? [{ title: said.reasons, cell: ({ reasons }: Line) => <ul class="govuk-list">{reasons.map((reason) => <li>{reason}</li>)}</ul> }] : []),
          ...(is === 'changed' || is === 'closed' ? [{ title: said.changes, cell: (line: Line) => <Changes words={words} line={line} /> }] : []),
        ]} />
      )}
      {shown.length < lines.length && <p class="govuk-body"><a class="govuk-link" href={`${actions.preview}?show=${is}`}>{said.more(lines.length)}</a></p>}
    </section>
  );
}

function Changes({ words, line: { details } }: { readonly words: Words; readonly line: Line }) {
  const said = words.imports.preview;
  return (
    <ul class="govuk-list govuk-!-text-break-word">
      {details.map(({ field, before, now }) => (
        <li><strong>{field}</strong><br />{before !== undefined && <>{said.from}: {before === '' ? said.none : before}<br />{said.to}: </>}{now === '' ? said.none : now}</li>
      ))}
    </ul>
  );
}

/** What stands here and what the file says, side by side, and the choice. */
function Moved({ words, line }: { readonly words: Words; readonly line: Line }) {
  const said = words.imports.preview;
  return (
    <>
      <Table caption={`${said.row} ${line.row}: ${line.label}`} narrow="stack" rows={line.details} columns={[
        { title: said.field, rowHeader: true, cell: ({ field }) => field },
        { title: said.before, cell: ({ before = '' }) => (before === '' ? said.none : before) },
        { title: said.after, cell: ({ now }) => (now === '' ? said.none : now) },
      ]} />
      <Checkboxes name="take" idPrefix={`take-${line.row}`} small items={[{ value: String(line.row), text: said.take(line.row) }]} />
    </>
  );
}

function Columns({ words, seal, waiting, refusals, fields, actions }: Props) {
  const said = words.imports.columns;
  const headings = [...new Set(waiting.sheet.headings)].filter((heading) => heading !== '');
  return (
    <Form action={actions.columns} seal={seal}>
      <p class="govuk-body">{said.intro}</p>
      {fields.map(({ name, text, heading }) => (
        <Select name={`column-${name}`} label={text} value={heading} error={errorAt(words, refusals, `column-${name}`)}
          items={[{ value: '', text: said.none }, ...headings.map((one) => ({ value: one, text: one.length > 80 ? `${one.slice(0, 79)}…` : one }))]} />
      ))}
      <Button variant="secondary" preventDoubleClick>{said.save}</Button>
    </Form>
  );
}
