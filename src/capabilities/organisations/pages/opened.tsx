import { Button, Select, Table, Textarea } from '../../../govuk/index.ts';
import type { Organisation } from '../../../kernel/access.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import type { Day } from '../../../kernel/year.ts';
import { Form } from '../../../platform/form.tsx';
import { valueOf, type Form as SentForm, type FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { paths } from '../paths.ts';
import type { GrantLine } from '../people-store.ts';
import { DayFields } from './day-fields.tsx';

export type OpenedProps = {
  readonly words: Words; readonly seal: FormSeal; readonly org: string; readonly today: Day;
  readonly grants: readonly GrantLine[]; readonly homeOffice: readonly Organisation[];
  readonly form: SentForm; readonly errors: readonly Refusal[]; readonly conflict?: boolean;
};

export function OpenedPage(props: OpenedProps) {
  const { words, seal, org, today, grants, homeOffice, conflict } = props;
  const said = words.organisations.opened;
  return (
    <>
      <h1 class="govuk-heading-l">{said.title}</h1>
      {conflict && <div class="govuk-inset-text">{said.conflict}</div>}
      <p class="govuk-body">{said.lead}</p>
      {grants.length === 0 ? <p class="govuk-body">{said.nothing}</p> : (
        <Table caption={said.list} captionSize="m" narrow="stack" rows={grants} columns={[
          { title: said.to, cell: ({ grantee }: GrantLine) => grantee, rowHeader: true },
          { title: said.why, cell: ({ reason }) => reason },
          { title: said.when, cell: ({ fromDay, toDay }) => words.organisations.stretch(fromDay, toDay) },
          { title: said.end, cell: ({ id, version, toDay, grantee }) => (toDay > today ? (
            <Form action={paths.openedEnd(org, id)} seal={seal} version={version}>
              <Button variant="warning" attributes={{ 'aria-label': said.ending(grantee) }}>{said.end}</Button>
            </Form>
          ) : '') },
        ]} />
      )}
      <h2 class="govuk-heading-m">{said.addTitle}</h2>
      {homeOffice.length === 0 ? <p class="govuk-body">{said.nobody}</p> : <OpenForm {...props} />}
    </>
  );
}

function OpenForm({ words, seal, org, today, homeOffice, form, errors }: OpenedProps) {
  const said = words.organisations.opened;
  const error = (name: string) => errorAt(words, errors, name);
  return (
    <Form action={paths.opened(org)} seal={seal}>
      <Select name="grantee" label={said.grantee} value={valueOf(form, 'grantee')} error={error('grantee')}
        items={[{ value: '', text: said.choose }, ...homeOffice.map(({ id, name }) => ({ value: id, text: name }))]} />
      <Textarea name="reason" label={said.reason} rows={3} value={valueOf(form, 'reason')} error={error('reason')} />
      <DayFields words={words} name="from" legend={said.from} form={form} default={today} errors={errors} />
      <DayFields words={words} name="until" legend={said.until} form={form} errors={errors} />
      <Button>{said.press}</Button>
    </Form>
  );
}
