import { InsetText, Table, Tag } from '../../../govuk/index.ts';
import type { Day } from '../../../kernel/year.ts';
import type { Words } from '../../../words/index.ts';
import type { EditionLine } from '../../frameworks/index.ts';
import type { ChannelGrant } from '../../organisations/index.ts';
import { paths } from '../paths.ts';
import { isOver, type OfficeEntry } from '../rules.ts';
import { stateOf } from '../rules-statements.ts';
import type { StatementSeen } from '../statement-store.ts';
import type { Figures, Meeting, PanelRecord, PanelSeen, SeatSeen, SharedPanel } from '../store.ts';
import {
  AgreementForm, EndSeat, EndShare, MeetingForm, OfficeForm, PanelForm, RemoveMeeting, ReviewsForm, SeatForm, ShareForm, StatementForm, type FormProps,
} from './forms.tsx';
import { StateTag } from './statement.tsx';

export type PanelProps = FormProps & {
  /** Whose panel it is, where the reader's body shares it. */
  readonly lead: string | undefined;
  readonly panel: PanelSeen | undefined; readonly record: PanelRecord; readonly figures: Figures | null; readonly shared: readonly SharedPanel[]; readonly grants: readonly ChannelGrant[];
  readonly editions: readonly EditionLine[];
  readonly may: { readonly write: boolean; readonly share: boolean; readonly count: boolean };
};

export function PanelPage(props: PanelProps) {
  const { words, panel, lead, may } = props;
  const said = words.channel.panel;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      <p class="govuk-body">{said.intro}</p>
      {lead !== undefined && <InsetText>{said.shared(lead)}</InsetText>}
      {!panel ? <p class="govuk-body">{said.unset}</p> : panel.runHere ? lead === undefined && <p class="govuk-body">{said.here}</p> : (
        <><p class="govuk-body">{said.elsewhere(panel.leadBody)}</p><p class="govuk-body govuk-!-text-break-word">{said.reason(panel.reason)}</p></>
      )}
      {lead === undefined && <Shared {...props} />}
      {may.write && <PanelForm {...props} panel={panel} />}
      {panel?.runHere && <Record {...props} />}
    </>
  );
}

function Shared({ words, panel, shared }: PanelProps) {
  const said = words.channel.panel;
  if (shared.length === 0) return panel && !panel.runHere ? <p class="govuk-body">{said.noShare}</p> : null;
  return (
    <>
      <h2 class="govuk-heading-m">{said.ours}</h2>
      <ul class="govuk-list">{shared.map(({ name, shortName }) => <li><a class="govuk-link" href={paths.panel(shortName)}>{said.ourShare(name)}</a></li>)}</ul>
    </>
  );
}

function Record(props: PanelProps) {
  return <><Offices {...props} /><Seats {...props} /><Meetings {...props} /><Agreements {...props} /><Statements {...props} /><Reviews {...props} />{props.may.share && <Shares {...props} />}</>;
}

function Offices(props: PanelProps) {
  const { words, record, today, may } = props;
  const { channel: { chairs: said, offices, day } } = words;
  const isNow = (entry: OfficeEntry) => record.offices.find(({ office }) => office === entry.office) === entry;
  return (
    <>
      <h2 class="govuk-heading-m">{said.heading}</h2>
      {record.offices.length === 0 ? <p class="govuk-body">{said.none}</p> : (
        <Table caption={said.caption} captionHidden narrow="stack" rows={record.offices} columns={[
          { title: said.office, rowHeader: true, cell: (entry: OfficeEntry) => <>{offices[entry.office]}{isNow(entry) && <>{' '}<Tag colour="green">{said.now}</Tag></>}</> },
          { title: said.role, cell: ({ role }) => <span class="govuk-!-text-break-word">{role}</span> },
          { title: said.appointed, cell: ({ appointedOn }) => day(appointedOn) },
          { title: said.trained, cell: ({ trainedOn }) => (trainedOn === null ? said.notRecorded : day(trainedOn)) },
          { title: said.due, cell: (entry) => entry.trainingDueOn !== null && <>{day(entry.trainingDueOn)}{isNow(entry) && isOver(entry.trainingDueOn, today) && <>{' '}<Tag colour="red">{said.overdue}</Tag></>}</> },
        ]} />
      )}
      {may.write && <OfficeForm {...props} />}
    </>
  );
}

function Seats(props: PanelProps) {
  const { words, record: { seats }, figures, may } = props;
  const { channel: { seats: said, presences } } = words;
  const countOf = ({ agency, role }: SeatSeen, presence: keyof typeof presences) => figures?.seats.find((one) => one.agency === agency && one.role === role)?.[presence] ?? 0;
  return (
    <>
      <h2 class="govuk-heading-m">{said.heading}</h2>
      {seats.length === 0 ? <p class="govuk-body">{said.none}</p> : (
        <Table caption={said.caption} captionHidden narrow="stack" rows={seats} columns={[
          { title: said.agency, rowHeader: true, cell: ({ agency }: SeatSeen) => <span class="govuk-!-text-break-word">{agency}</span> },
          { title: said.role, cell: ({ role }) => <span class="govuk-!-text-break-word">{role}</span> },
          ...(['present', 'substitute', 'absent'] as const).map((presence) => ({ title: presences[presence], cell: (seat: SeatSeen) => countOf(seat, presence) })),
          ...(may.write ? [{ title: said.end, cell: (seat: SeatSeen) => <EndSeat {...props} seat={seat} /> }] : []),
        ]} />
      )}
      {may.write && <SeatForm {...props} />}
    </>
  );
}

function Meetings(props: PanelProps) {
  const { words, org, record: { meetings }, figures, today, may } = props;
  const { channel: { meetings: said, day } } = words;
  const action = (meeting: Meeting) => (
    <>
      <a class="govuk-link" href={paths.meeting(org, meeting.id)}>{may.write && meeting.held === null && meeting.meetsOn <= today ? said.open : said.see}<span class="govuk-visually-hidden">{said.of(meeting.meetsOn)}</span></a>
      {may.write && meeting.held === null && <RemoveMeeting {...props} meeting={meeting} />}
    </>
  );
  return (
    <>
      <h2 class="govuk-heading-m">{said.heading}</h2>
      {figures && figures.planned > 0 && <p class="govuk-body">{said.count(figures.held, figures.planned)}</p>}
      {meetings.length === 0 ? <p class="govuk-body">{said.none}</p> : (
        <Table caption={said.caption} captionHidden narrow="stack" rows={meetings} columns={[
          { title: said.day, rowHeader: true, cell: ({ meetsOn }: Meeting) => day(meetsOn) },
          { title: said.state, cell: (meeting) => <State words={words} meeting={meeting} today={today} /> },
          { title: said.see, cell: action },
        ]} />
      )}
      {may.write && <MeetingForm {...props} />}
    </>
  );
}

function State({ words, meeting: { held, meetsOn }, today }: { readonly words: Words; readonly meeting: Meeting; readonly today: Day }) {
  const said = words.channel.meetings;
  if (held !== null) return <Tag colour={held ? 'green' : 'red'}>{held ? said.held : said.notHeld}</Tag>;
  return <Tag colour={meetsOn > today ? 'blue' : 'yellow'}>{meetsOn > today ? said.planned : said.unsaid}</Tag>;
}

function Agreements(props: PanelProps) {
  const { words, record: { agreements }, today, may } = props;
  const { channel: { agreements: said, day } } = words;
  return (
    <>
      <h2 class="govuk-heading-m">{said.heading}</h2>
      {agreements.length === 0 ? <p class="govuk-body">{said.none}</p> : (
        <Table caption={said.caption} captionHidden narrow="stack" rows={agreements} columns={[
          { title: said.agreed, rowHeader: true, cell: ({ agreedOn }: PanelRecord['agreements'][number]) => day(agreedOn) },
          { title: said.expires, cell: ({ expiresOn }) => <>{day(expiresOn)}{isOver(expiresOn, today) && <>{' '}<Tag colour="red">{said.expired}</Tag></>}</> },
        ]} />
      )}
      {may.write && <AgreementForm {...props} />}
    </>
  );
}

function Statements(props: PanelProps) {
  const { words, org, record: { statements }, today, may } = props;
  const { channel: { statements: said, statement, day } } = words;
  return (
    <>
      <h2 class="govuk-heading-m">{said.heading}</h2>
      {statements.length === 0 ? <p class="govuk-body">{said.none}</p> : (
        <Table caption={said.caption} captionHidden narrow="stack" rows={statements} columns={[
          { title: said.year, rowHeader: true, cell: ({ id, year, number }: StatementSeen) => <><a class="govuk-link" href={paths.statement(org, id)}>{statement.heading(year)}</a>{number > 1 && <><br />{statement.correction(number - 1)}</>}</> },
          { title: said.state, cell: (one) => <StateTag words={words} state={stateOf(one)} /> },
          { title: statement.due, cell: ({ dueOn, signedOn }) => dueOn !== null && <>{day(dueOn)}{signedOn === null && isOver(dueOn, today) && <>{' '}<Tag colour="red">{words.channel.chairs.overdue}</Tag></>}</> },
          { title: said.signed, cell: ({ signedOn }) => signedOn !== null && day(signedOn) },
        ]} />
      )}
      {may.write && <StatementForm {...props} />}
    </>
  );
}

/** The share for everybody, the numbers for those who read the body’s history. */
function Reviews(props: PanelProps) {
  const { words, record: { reviews }, figures, may } = props;
  const { channel: { reviews: said, quarter: quarterSaid } } = words;
  const share = figures?.reviews ?? { are: 'none' as const };
  return (
    <>
      <h2 class="govuk-heading-m">{said.heading}</h2>
      <p class="govuk-body">{said.intro} {share.are === 'shown' ? said.shown(share.percent) : share.are === 'few' ? said.few : said.none}</p>
      {may.count && reviews.length > 0 && (
        <>
          <p class="govuk-body">{said.restricted}</p>
          <Table caption={said.caption} captionHidden rows={reviews} columns={[
            { title: said.quarter, rowHeader: true, cell: ({ quarter }: PanelRecord['reviews'][number]) => quarterSaid(quarter) }, { title: said.due, cell: ({ due }) => due }, { title: said.onTime, cell: ({ onTime }) => onTime },
          ]} />
        </>
      )}
      {may.write && <ReviewsForm {...props} />}
    </>
  );
}

function Shares(props: PanelProps) {
  const { words, grants, today } = props;
  const said = words.channel.shares;
  return (
    <>
      <h2 class="govuk-heading-m">{said.heading}</h2>
      <p class="govuk-body">{said.intro}</p>
      {grants.length === 0 ? <p class="govuk-body">{said.none}</p> : (
        <Table caption={said.caption} captionHidden narrow="stack" rows={grants} columns={[
          { title: said.body, rowHeader: true, cell: ({ grantee }: ChannelGrant) => grantee },
          { title: said.when, cell: ({ fromDay, toDay }) => words.organisations.stretch(fromDay, toDay) },
          { title: said.end, cell: (grant) => grant.toDay > today && <EndShare {...props} grant={grant} /> },
        ]} />
      )}
      <ShareForm {...props} />
    </>
  );
}
