import { Button, Input, Radios, Select, Table, Textarea } from '../../../govuk/index.ts';
import type { Organisation } from '../../../kernel/access.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { writtenQuarter, type Day, type Quarter } from '../../../kernel/year.ts';
import { Form } from '../../../platform/form.tsx';
import { valueOf, type Form as Fields, type FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { DayFields } from '../../organisations/index.ts';
import { paths } from '../paths.ts';
import { ways, type Chase } from '../rules.ts';

type ChasesProps = {
  readonly words: Words; readonly org: string; readonly body: Organisation; readonly seal: FormSeal; readonly today: Day; readonly form: Fields; readonly refusals: readonly Refusal[];
  /** The quarter whose field of the grid led here. */
  readonly chosen: string;
  readonly quarters: readonly Quarter[]; readonly chases: readonly Chase[]; readonly reminded: readonly Reminded[]; readonly mayChase: boolean;
};

/** On which days letters reminded the body of one quarter's return. */
export type Reminded = { readonly quarter: Quarter; readonly days: readonly Day[] };

/** What one body was asked for, and the form that records it. */
export function ChasesPage(props: ChasesProps) {
  const { words, body, chases, reminded, mayChase } = props;
  const said = words.oversight.chases;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading(body.name)}</h1>
      {chases.length === 0 ? <p class="govuk-body">{said.none}</p> : (
        <Table caption={said.caption} captionHidden narrow="stack" rows={chases} columns={[
          { title: said.on, rowHeader: true, cell: ({ chasedOn }: Chase) => words.riskLog.day(chasedOn) },
          { title: said.quarter, cell: ({ quarter }) => writtenQuarter(quarter) },
          { title: said.role, cell: ({ toRole }) => <span class="govuk-!-text-break-word">{toRole}</span> },
          { title: said.way, cell: ({ way }) => said.ways[way] },
          { title: said.note, cell: ({ note }) => <span class="govuk-!-text-break-word">{note}</span> },
        ]} />
      )}
      {reminded.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{said.remindedHeading}</h2>
          <ul class="govuk-list govuk-list--bullet">{reminded.map(({ quarter, days }) => <li>{said.remindedLine(quarter, days)}</li>)}</ul>
        </>
      )}
      {mayChase && <NewChase {...props} />}
    </>
  );
}

function NewChase({ words, org, body, seal, today, form, refusals, chosen, quarters }: ChasesProps) {
  const said = words.oversight.chases;
  const error = (field: string) => errorAt(words, refusals, field);
  return (
    <Form action={paths.chases(org, body.shortName)} seal={seal}>
      <h2 class="govuk-heading-m">{said.add}</h2>
      <Select name="quarter" label={said.quarterLabel} labelSize="s" value={'quarter' in form ? valueOf(form, 'quarter') : chosen} error={error('quarter')}
        items={[{ value: '', text: said.choose }, ...quarters.map((quarter) => ({ value: quarter, text: writtenQuarter(quarter) }))]} />
      <DayFields words={words} name="on" legend={said.onLabel} form={form} default={today} errors={refusals} />
      <Input name="role" label={said.roleLabel} labelSize="s" hint={said.roleHint} width={30} value={valueOf(form, 'role')} error={error('role')} />
      <Radios name="way" legend={said.wayLabel} legendSize="s" small value={valueOf(form, 'way')} error={error('way')} items={ways.map((way) => ({ value: way, text: said.wayNames[way] }))} />
      <Textarea name="note" label={said.noteLabel} labelSize="s" rows={3} value={valueOf(form, 'note')} error={error('note')} />
      <Button preventDoubleClick>{said.save}</Button>
    </Form>
  );
}
