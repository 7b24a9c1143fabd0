import { Button, InsetText, Radios, Select, Table, Textarea } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import type { Year } from '../../../kernel/year.ts';
import { Form } from '../../../platform/form.tsx';
import { valueOf, type Form as Fields, type FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { DayFields } from '../../organisations/index.ts';
import type { ExemptionSeen } from '../paper-text.ts';
import { paths } from '../paths.ts';

/** A part that can be exempt, by what the form sends and by what a person reads. */
export type PartChoice = { readonly part: string; readonly text: string };

type ExemptionsProps = {
  readonly words: Words; readonly seal: FormSeal; readonly org: string; readonly year: Year; readonly exemptions: readonly ExemptionSeen[];
  readonly choices: readonly PartChoice[]; readonly form: Fields; readonly refusals: readonly Refusal[]; readonly conflict: boolean;
};

const longest = 80;

export function ExemptionsPage(props: ExemptionsProps) {
  const { words, exemptions, conflict } = props;
  const said = words.paper.exemptions;
  return (
    <>
      <h1 class="govuk-heading-l">{said.title(props.year)}</h1>
      {conflict && <InsetText>{said.conflict}</InsetText>}
      <p class="govuk-body">{said.intro}</p>
      {exemptions.length === 0 ? <p class="govuk-body">{said.none}</p> : <Exemptions {...props} />}
      <h2 class="govuk-heading-m">{said.add}</h2>
      <NewExemption {...props} />
    </>
  );
}

function Exemptions({ words, seal, org, year, exemptions, choices }: ExemptionsProps) {
  const said = words.paper.exemptions;
  const nameOf = (part: string) => choices.find((choice) => choice.part === part)?.text ?? part;
  return (
    <Table caption={said.caption} captionHidden narrow="stack" rows={exemptions} columns={[
      { title: said.part, rowHeader: true, cell: ({ part }: ExemptionSeen) => <span class="govuk-!-text-break-word">{nameOf(part)}</span> },
      { title: said.paragraph, cell: ({ paragraph }) => String(paragraph) },
      { title: said.reason, cell: ({ reason }) => <span class="govuk-!-text-break-word">{reason}</span> },
      { title: said.open, cell: ({ openToMembers }) => (openToMembers ? said.openToMembers : said.openToRestricted) },
      { title: said.until, cell: ({ until }) => (until === null ? said.noEnd : words.moderation.day(until)) },
      { title: said.end, cell: ({ id, version, part }) => (
        <Form action={paths.exemptionEnd(org, year, id)} seal={seal} version={version}>
          <Button classes="govuk-button--secondary govuk-!-margin-bottom-0" preventDoubleClick>{said.end}<span class="govuk-visually-hidden">: {nameOf(part)}</span></Button>
        </Form>
      ) },
    ]} />
  );
}

function NewExemption({ words, seal, org, year, choices, form, refusals }: ExemptionsProps) {
  const said = words.paper.exemptions;
  const error = (field: string) => errorAt(words, refusals, field);
  return (
    <Form action={paths.exemptions(org, year)} seal={seal}>
      <Select name="part" label={said.part} labelSize="s" value={valueOf(form, 'part')} error={error('part')}
        items={[{ value: '', text: said.choose }, ...choices.map(({ part, text }) => ({ value: part, text: text.length > longest ? `${text.slice(0, longest)}…` : text }))]} />
      <Radios name="paragraph" legend={said.question} legendSize="s" small value={valueOf(form, 'paragraph')} error={error('paragraph')}
        hint={<a class="govuk-link" href={said.sourceUrl}>{said.source}</a>} items={words.paper.exemptParagraphs.map(({ number, text }) => ({ value: String(number), text: said.paragraphOf(number, text) }))} />
      <Textarea name="reason" rows={4} label={said.reason} labelSize="s" hint={said.reasonHint} value={valueOf(form, 'reason')} error={error('reason')} />
      <Radios name="open" legend={said.openQuestion} legendSize="s" small value={valueOf(form, 'open')} error={error('open')}
        items={[{ value: 'members', text: said.openToMembers }, { value: 'restricted', text: said.openToRestricted }]} />
      <DayFields words={words} name="until" legend={said.untilLegend} form={form} errors={refusals} />
      <Button preventDoubleClick>{said.add}</Button>
    </Form>
  );
}
