import { Button, Checkboxes, Input, InsetText, Select, Table } from '../../../govuk/index.ts';
import type { Id } from '../../../kernel/id.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { writtenQuarter, type Quarter } from '../../../kernel/year.ts';
import { Form } from '../../../platform/form.tsx';
import { valueOf, type Form as Fields, type FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { DayFields } from '../../organisations/index.ts';
import { paths } from '../paths.ts';
import type { CalendarQuarter } from '../returns-store.ts';
import { remindersOf } from '../rules-returns.ts';

type CalendarProps = {
  readonly words: Words; readonly org: string; readonly ownId: Id; readonly seal: FormSeal; readonly form: Fields; readonly refusals: readonly Refusal[]; readonly notice: string | undefined;
  readonly quarters: readonly CalendarQuarter[]; readonly choices: readonly Quarter[]; readonly changing: CalendarQuarter | undefined; readonly maySet: boolean;
};

export function CalendarPage(props: CalendarProps) {
  const { words, quarters, notice, changing, maySet } = props;
  const said = words.riskLog.calendar;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      {notice !== undefined && <InsetText>{notice}</InsetText>}
      <p class="govuk-body">{said.intro}</p>
      {quarters.length === 0 ? <p class="govuk-body">{said.none}</p> : <Quarters {...props} />}
      {maySet && (changing ? <Change {...props} changing={changing} /> : <SetNew {...props} />)}
    </>
  );
}

function Quarters({ words, org, ownId, quarters, maySet }: CalendarProps) {
  const said = words.riskLog.calendar;
  return (
    <Table caption={said.caption} captionHidden narrow="stack" rows={quarters} columns={[
      { title: said.quarter, rowHeader: true, cell: ({ quarter }: CalendarQuarter) => writtenQuarter(quarter) },
      { title: said.opens, cell: ({ opensOn }) => words.riskLog.day(opensOn) },
      { title: said.due, cell: ({ dueOn }) => words.riskLog.day(dueOn) },
      { title: said.reminders, cell: (set) => (set.reminderDays.length === 0 ? said.noReminders : said.remind(remindersOf(set))) },
      { title: said.setBy, cell: ({ setBy, orgId, quarter, isAsked }) => (
        <>{setBy}{!isAsked && <><br />{said.notAsked}</>}{maySet && orgId === ownId && <><br /><a class="govuk-link" href={`${paths.calendar(org)}?change=${quarter}`}>{said.changeLink}<span class="govuk-visually-hidden"> {writtenQuarter(quarter)}</span></a></>}</>
      ) },
    ]} />
  );
}

function SetNew(props: CalendarProps) {
  const { words, org, seal, form, refusals, choices } = props;
  const said = words.riskLog.calendar;
  return (
    <Form action={paths.calendar(org)} seal={seal}>
      <h2 class="govuk-heading-m">{said.set}</h2>
      <Select name="quarter" label={said.quarterLabel} value={valueOf(form, 'quarter')} error={errorAt(words, refusals, 'quarter')}
        items={[{ value: '', text: said.choose }, ...choices.map((quarter) => ({ value: quarter, text: writtenQuarter(quarter) }))]} />
      <Days {...props} />
    </Form>
  );
}

function Change(props: CalendarProps & { readonly changing: CalendarQuarter }) {
  const { words, org, seal, changing } = props;
  return (
    <Form action={paths.calendarQuarter(org, changing.quarter)} seal={seal} version={changing.version}>
      <h2 class="govuk-heading-m">{words.riskLog.calendar.change(changing.quarter)}</h2>
      <Days {...props} />
    </Form>
  );
}

function Days({ words, form, refusals, changing }: CalendarProps) {
  const said = words.riskLog.calendar;
  const isSent = 'before' in form;
  const days = (kept: (days: number) => boolean) => changing?.reminderDays.filter(kept).map(Math.abs).join(', ') ?? '';
  return (
    <>
      <DayFields words={words} name="opens" legend={said.opensLabel} form={form} default={changing?.opensOn} errors={refusals} />
      <DayFields words={words} name="due" legend={said.dueLabel} form={form} default={changing?.dueOn} errors={refusals} />
      <Input name="before" label={said.beforeLabel} labelSize="s" hint={said.daysHint} width={10} value={isSent ? valueOf(form, 'before') : changing ? days((day) => day <= 0) : '14, 3'} error={errorAt(words, refusals, 'before')} />
      <Input name="after" label={said.afterLabel} labelSize="s" hint={said.daysHint} width={10} value={isSent ? valueOf(form, 'after') : changing ? days((day) => day > 0) : '1, 7'} error={errorAt(words, refusals, 'after')} />
      <Checkboxes name="own" legend={said.ownLegend} legendSize="s" small hint={said.ownHint} values={isSent ? [valueOf(form, 'own')] : changing?.asksSetter ? ['yes'] : []} items={[{ value: 'yes', text: said.own }]} />
      <Button preventDoubleClick>{said.save}</Button>
    </>
  );
}
