import { Button, InsetText, Radios, Table } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import type { Day } from '../../../kernel/year.ts';
import { Form } from '../../../platform/form.tsx';
import { valueOf, type Form as Fields, type FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { paths } from '../paths.ts';
import { presences, type Presence, type Seat } from '../rules.ts';
import type { Meeting } from '../store.ts';

export type SeatThere = Seat & { readonly id: string; readonly presence: Presence | null };

type MeetingProps = {
  readonly words: Words; readonly org: string; readonly seal: FormSeal; readonly today: Day; readonly form: Fields; readonly refusals: readonly Refusal[];
  readonly meeting: Meeting; readonly seats: readonly SeatThere[]; readonly mayWrite: boolean;
};

export function MeetingPage(props: MeetingProps) {
  const { words: { channel: { meeting: said, meetings, presences: names } }, meeting: { meetsOn, held }, seats, today, mayWrite } = props;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading(meetsOn)}</h1>
      {meetsOn > today ? <InsetText>{said.notYet(meetsOn)}</InsetText> : mayWrite ? <AttendanceForm {...props} /> : (
        <>
          <p class="govuk-body">{held === null ? meetings.unsaid : held ? meetings.held : meetings.notHeld}</p>
          {held && seats.length > 0 && <Table caption={said.attendance} captionSize="m" rows={seats} columns={[
            { title: said.seatTitle, rowHeader: true, cell: ({ agency, role }: SeatThere) => <span class="govuk-!-text-break-word">{said.seat(agency, role)}</span> },
            { title: said.presence, cell: ({ presence }) => (presence === null ? said.unrecorded : names[presence]) },
          ]} />}
        </>
      )}
    </>
  );
}

function AttendanceForm({ words, org, seal, form, refusals, meeting: { id, version, held }, seats }: MeetingProps) {
  const { channel: { meeting: said, presences: names } } = words;
  const sent = Object.keys(form).some((name) => name === 'held' || name.startsWith('seat-'));
  return (
    <Form action={paths.meeting(org, id)} seal={seal} version={version}>
      <p class="govuk-body">{seats.length === 0 ? said.noSeats : said.intro}</p>
      <Radios name="held" legend={said.heldLabel} legendSize="s" inline small value={sent ? valueOf(form, 'held') : held === null ? '' : held ? 'yes' : 'no'} error={errorAt(words, refusals, 'held')} items={[{ value: 'yes', text: said.yes }, { value: 'no', text: said.no }]} />
      {seats.map((seat) => (
        <Radios name={`seat-${seat.id}`} legend={said.seat(seat.agency, seat.role)} legendSize="s" small value={sent ? valueOf(form, `seat-${seat.id}`) : seat.presence ?? ''} error={errorAt(words, refusals, `seat-${seat.id}`)}
          items={presences.map((presence) => ({ value: presence, text: names[presence] }))} />
      ))}
      <Button preventDoubleClick>{said.save}</Button>
    </Form>
  );
}
