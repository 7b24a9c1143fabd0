import { Button, Select, Table, WarningText } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import { valueOf, type Form as Sent, type FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { DayFields } from '../../organisations/index.ts';
import { paths } from '../paths.ts';
import type { Colleague } from '../rules.ts';
import type { CoverLine } from '../store.ts';

export type CoverProps = {
  readonly words: Words; readonly org: string; readonly covers: readonly CoverLine[]; readonly colleagues: readonly Colleague[];
  readonly seal: FormSeal; readonly sent: Sent; readonly errors: readonly Refusal[]; readonly changed: boolean;
};

/** Who is away, and who covers for them. */
export function CoverPage({ words, org, covers, colleagues, seal, sent, errors, changed }: CoverProps) {
  const said = words.together.cover;
  const people = [{ value: '', text: said.choose }, ...colleagues.map(({ id, name }) => ({ value: id, text: name }))];
  return (
    <>
      <h1 class="govuk-heading-l">{said.title}</h1>
      <p class="govuk-body">{said.sentence}</p>
      {changed && <WarningText>{said.changed}</WarningText>}
      {covers.length === 0 ? <p class="govuk-body">{said.none}</p> : (
        <Table caption={said.caption} narrow="stack" rows={covers} columns={[
          { title: said.away, rowHeader: true, cell: ({ person }) => person },
          { title: said.covering, cell: ({ covering }) => covering },
          { title: said.from, cell: ({ fromDay }) => said.day(fromDay) },
          { title: said.until, cell: ({ toDay }) => said.day(toDay) },
          { title: said.end, cell: ({ id, version, person }) => (
            <Form action={paths.coverEnd(org, id)} seal={seal} version={version}><Button variant="secondary" classes="govuk-!-margin-bottom-0">{said.end}<span class="govuk-visually-hidden">{said.endOf(person)}</span></Button></Form>
          ) },
        ]} />
      )}
      <h2 class="govuk-heading-m">{said.addHeading}</h2>
      <Form action={paths.cover(org)} seal={seal}>
        <Select name="person" label={said.away} items={people} value={valueOf(sent, 'person')} error={errorAt(words, errors, 'person')} />
        <Select name="covering" label={said.covering} items={people} value={valueOf(sent, 'covering')} error={errorAt(words, errors, 'covering')} />
        <DayFields words={words} name="from" legend={said.fromLegend} form={sent} errors={errors} />
        <DayFields words={words} name="until" legend={said.untilLegend} form={sent} errors={errors} />
        <Button preventDoubleClick>{said.add}</Button>
      </Form>
    </>
  );
}
