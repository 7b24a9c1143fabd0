import { Button, Input, InsetText, Select, Table, Tag } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import type { Day, Year } from '../../../kernel/year.ts';
import { Form } from '../../../platform/form.tsx';
import { valueOf, type Form as Fields, type FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { DayFields } from '../../organisations/index.ts';
import { paths } from '../paths.ts';
import { standingOf } from '../rules.ts';
import type { MeetingSeen } from '../store.ts';
import { standingSaid } from './standing.ts';

type MeetingsProps = {
  readonly words: Words; readonly seal: FormSeal; readonly org: string; readonly today: Day; readonly meetings: readonly MeetingSeen[]; readonly years: readonly Year[];
  readonly form: Fields; readonly refusals: readonly Refusal[]; readonly notice: string | undefined; readonly mayWrite: boolean;
};

export function MeetingsPage(props: MeetingsProps) {
  const { words, meetings, notice, mayWrite } = props;
  const said = words.meetings;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      {notice !== undefined && <InsetText>{notice}</InsetText>}
      <p class="govuk-body">{said.intro}</p>
      {meetings.length === 0 ? <p class="govuk-body">{said.none}</p> : <Meetings {...props} />}
      {mayWrite && <NewMeeting {...props} />}
    </>
  );
}

function Meetings({ words, seal, org, today, meetings, mayWrite }: MeetingsProps) {
  const said = words.meetings;
  const press = (action: string, { version, committee, meetsOn }: MeetingSeen, text: string) => (
    <Form action={action} seal={seal} version={version}>
      <Button classes="govuk-button--secondary govuk-!-margin-bottom-2" preventDoubleClick>{text}<span class="govuk-visually-hidden">{said.ofMeeting(committee, meetsOn)}</span></Button>
    </Form>
  );
  return (
    <Table caption={said.caption} captionHidden narrow="stack" rows={meetings} columns={[
      { title: said.committee, rowHeader: true, cell: ({ committee }: MeetingSeen) => <span class="govuk-!-text-break-word">{committee}</span> },
      { title: said.year, cell: ({ year }) => said.yearOf(year) },
      { title: said.due, cell: ({ papersDueOn }) => said.day(papersDueOn) },
      { title: said.meets, cell: ({ meetsOn }) => said.day(meetsOn) },
      { title: said.state, cell: (meeting) => {
        const standing = standingOf(meeting, today);
        return <Tag colour={standing.is === 'overdue' ? 'red' : standing.is === 'sent' ? 'green' : 'blue'}>{standingSaid(words, standing)}</Tag>;
      } },
      ...(mayWrite ? [{ title: said.remove, cell: (meeting: MeetingSeen) => (
        <>{meeting.sentOn === null && press(paths.sent(org, meeting.id), meeting, said.sent)}{press(paths.remove(org, meeting.id), meeting, said.remove)}</>
      ) }] : []),
    ]} />
  );
}

function NewMeeting({ words, seal, org, years, form, refusals }: MeetingsProps) {
  const said = words.meetings;
  return (
    <>
      <h2 class="govuk-heading-m">{said.add}</h2>
      <Form action={paths.list(org)} seal={seal}>
        <Input name="committee" label={said.committee} value={valueOf(form, 'committee')} error={errorAt(words, refusals, 'committee')} />
        <Select name="year" label={said.yearLabel} value={valueOf(form, 'year')} error={errorAt(words, refusals, 'year')} items={years.map((year) => ({ value: year, text: said.yearOf(year) }))} />
        <DayFields words={words} name="due" legend={said.dueLegend} form={form} errors={refusals} />
        <DayFields words={words} name="meets" legend={said.meetsLegend} form={form} errors={refusals} />
        <Button preventDoubleClick>{said.add}</Button>
      </Form>
    </>
  );
}
