import type { ComponentChildren } from 'preact';
import { Button, Checkboxes, Details, Input, Radios, Select, Textarea } from '../../../govuk/index.ts';
import type { Organisation } from '../../../kernel/access.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import type { Bilingual } from '../../../kernel/text.ts';
import { daysAfter, quarterContaining, type Day, type Quarter } from '../../../kernel/year.ts';
import { Form } from '../../../platform/form.tsx';
import { valueOf, valuesOf, type Form as Fields, type FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { DayFields, type ChannelGrant } from '../../organisations/index.ts';
import { paths } from '../paths.ts';
import { offices } from '../rules.ts';
import type { Meeting, PanelSeen, SeatSeen } from '../store.ts';

export type FormProps = {
  readonly words: Words; readonly org: string; readonly seal: FormSeal; readonly today: Day; readonly form: Fields; readonly refusals: readonly Refusal[];
  /** The bodies near this one, which may share its panel. */
  readonly near: readonly Organisation[];
};

type OpenedProps = FormProps & { readonly title: string; readonly action: string; readonly save: string; readonly fields: readonly string[]; readonly version?: number; readonly children: ComponentChildren };

/** A form behind its title, open when something in it has to be mended. */
function Opened({ title, action, save, fields, version, seal, refusals, children }: OpenedProps) {
  return (
    <Details summary={title} open={refusals.some(({ field }) => fields.includes(field))}>
      <Form action={action} seal={seal} version={version}>{children}<Button preventDoubleClick>{save}</Button></Form>
    </Details>
  );
}

export function PanelForm(props: FormProps & { readonly panel: PanelSeen | undefined }) {
  const { words, org, form, refusals, panel } = props;
  const said = words.channel.set;
  const elsewhere = panel && !panel.runHere ? panel : undefined;
  const sent = valueOf(form, 'here') !== '' || refusals.some(({ field }) => field === 'here');
  const shown = (name: string, kept: string) => (sent ? valueOf(form, name) : kept);
  const notStated = sent ? [...valuesOf(form, 'not_stated')] : elsewhere?.reason === null ? ['yes'] : [];
  return (
    <Opened {...props} title={said.heading} action={paths.panel(org)} save={said.save} fields={['here', 'reason', 'lead_body']} version={panel?.version ?? 0}>
      <Radios name="here" legend={said.hereLabel} legendSize="s" small value={shown('here', panel ? (panel.runHere ? 'yes' : 'no') : '')} error={errorAt(words, refusals, 'here')} items={[{ value: 'yes', text: said.yes }, { value: 'no', text: said.no }]} />
      <Textarea name="reason" label={said.reasonLabel} labelSize="s" hint={words.channel.never} rows={3} value={shown('reason', elsewhere?.reason ?? '')} error={errorAt(words, refusals, 'reason')} />
      <Checkboxes name="not_stated" legend={said.notStatedLabel} legendSize="s" hint={said.notStatedHint} small values={notStated} items={[{ value: 'yes', text: said.unknown }]} />
      <Input name="lead_body" label={said.leadLabel} labelSize="s" hint={said.leadHint} value={shown('lead_body', elsewhere?.leadBody ?? '')} error={errorAt(words, refusals, 'lead_body')} />
    </Opened>
  );
}

export function OfficeForm(props: FormProps) {
  const { words, org, form, refusals } = props;
  const { chairs: said, offices: names } = words.channel;
  return (
    <Opened {...props} title={said.add} action={paths.offices(org)} save={said.save} fields={['office', 'office_role', 'appointed-day', 'trained-day', 'training_due-day']}>
      <p class="govuk-body">{said.correct}</p>
      <Radios name="office" legend={said.officeLabel} legendSize="s" inline small value={valueOf(form, 'office')} error={errorAt(words, refusals, 'office')} items={offices.map((office) => ({ value: office, text: names[office] }))} />
      <Input name="office_role" label={said.roleLabel} labelSize="s" hint={said.roleHint} value={valueOf(form, 'office_role')} error={errorAt(words, refusals, 'office_role')} />
      <DayFields words={words} name="appointed" legend={said.appointedLabel} form={form} errors={refusals} />
      <DayFields words={words} name="trained" legend={said.trainedLabel} form={form} errors={refusals} />
      <DayFields words={words} name="training_due" legend={said.dueLabel} form={form} errors={refusals} />
    </Opened>
  );
}

export function SeatForm(props: FormProps) {
  const { words, org, form, refusals } = props;
  const said = words.channel.seats;
  return (
    <Opened {...props} title={said.add} action={paths.seats(org)} save={said.save} fields={['agency', 'seat_role']}>
      <Input name="agency" label={said.agencyLabel} labelSize="s" value={valueOf(form, 'agency')} error={errorAt(words, refusals, 'agency')} />
      <Input name="seat_role" label={said.roleLabel} labelSize="s" hint={words.channel.chairs.roleHint} value={valueOf(form, 'seat_role')} error={errorAt(words, refusals, 'seat_role')} />
    </Opened>
  );
}

export function MeetingForm(props: FormProps) {
  const { words, org, form, refusals } = props;
  const said = words.channel.meetings;
  return (
    <Opened {...props} title={said.add} action={paths.meetings(org)} save={said.save} fields={['meets-day']}>
      <DayFields words={words} name="meets" legend={said.dayLabel} form={form} errors={refusals} />
    </Opened>
  );
}

export function AgreementForm(props: FormProps) {
  const { words, org, form, refusals } = props;
  const said = words.channel.agreements;
  return (
    <Opened {...props} title={said.add} action={paths.agreements(org)} save={said.save} fields={['agreed-day', 'expires-day']}>
      <DayFields words={words} name="agreed" legend={said.agreedLabel} form={form} errors={refusals} />
      <DayFields words={words} name="expires" legend={said.expiresLabel} form={form} errors={refusals} />
    </Opened>
  );
}

export function StatementForm(props: FormProps & { readonly editions: readonly { readonly shortName: string; readonly title: Bilingual }[] }) {
  const { words, org, form, refusals, editions } = props;
  const said = words.channel.statements;
  if (editions.length === 0) return <p class="govuk-body">{said.noEdition}</p>;
  return (
    <Opened {...props} title={said.add} action={paths.statements(org)} save={said.save} fields={['edition', 'year', 'statement_due-day']}>
      <Select name="edition" label={said.editionLabel} labelSize="s" value={valueOf(form, 'edition')} error={errorAt(words, refusals, 'edition')} items={[{ value: '', text: said.choose }, ...editions.map(({ shortName, title }) => ({ value: shortName, text: title.en }))]} />
      <Input name="year" label={said.yearLabel} labelSize="s" hint={said.yearHint} width={10} value={valueOf(form, 'year')} error={errorAt(words, refusals, 'year')} />
      <DayFields words={words} name="statement_due" legend={said.dueLabel} form={form} errors={refusals} />
    </Opened>
  );
}

export function ReviewsForm(props: FormProps) {
  const { words, org, form, refusals, today } = props;
  const said = words.channel.reviews;
  return (
    <Opened {...props} title={said.add} action={paths.reviews(org)} save={said.save} fields={['quarter', 'reviews_due', 'reviews_on_time']}>
      <p class="govuk-body">{said.again}</p>
      <Select name="quarter" label={said.quarterLabel} labelSize="s" value={valueOf(form, 'quarter')} error={errorAt(words, refusals, 'quarter')} items={[{ value: '', text: said.choose }, ...quartersUpTo(today).map((quarter) => ({ value: quarter, text: words.channel.quarter(quarter) }))]} />
      <Input name="reviews_due" label={said.dueLabel} labelSize="s" inputmode="numeric" width={4} value={valueOf(form, 'reviews_due')} error={errorAt(words, refusals, 'reviews_due')} />
      <Input name="reviews_on_time" label={said.onTimeLabel} labelSize="s" inputmode="numeric" width={4} value={valueOf(form, 'reviews_on_time')} error={errorAt(words, refusals, 'reviews_on_time')} />
    </Opened>
  );
}

export function ShareForm(props: FormProps) {
  const { words, org, form, refusals, near } = props;
  const said = words.channel.shares;
  if (near.length === 0) return <p class="govuk-body">{said.nobody}</p>;
  return (
    <Opened {...props} title={said.add} action={paths.shares(org)} save={said.save} fields={['body']}>
      <Select name="body" label={said.bodyLabel} labelSize="s" value={valueOf(form, 'body')} error={errorAt(words, refusals, 'body')} items={[{ value: '', text: said.choose }, ...near.map(({ id, name }) => ({ value: id, text: name }))]} />
    </Opened>
  );
}

export function EndSeat({ words, org, seal, seat: { id, version, agency, role } }: FormProps & { readonly seat: SeatSeen }) {
  return <Press action={paths.seatEnd(org, id)} seal={seal} version={version} text={words.channel.seats.end} hidden={words.channel.seats.ending(agency, role)} />;
}

export function RemoveMeeting({ words, org, seal, meeting: { id, version, meetsOn } }: FormProps & { readonly meeting: Meeting }) {
  return <Press action={paths.removal(org, id)} seal={seal} version={version} text={words.channel.meetings.remove} hidden={words.channel.meetings.of(meetsOn)} />;
}

export function EndShare({ words, org, seal, grant: { id, version, grantee } }: FormProps & { readonly grant: ChannelGrant }) {
  return <Press action={paths.shareEnd(org, id)} seal={seal} version={version} text={words.channel.shares.end} hidden={words.channel.shares.ending(grantee)} />;
}

export function Press({ action, seal, version, text, hidden }: { readonly action: string; readonly seal: FormSeal; readonly version: number; readonly text: string; readonly hidden: string }) {
  return <Form action={action} seal={seal} version={version}><Button classes="govuk-button--secondary govuk-!-margin-bottom-2" preventDoubleClick>{text}{hidden !== '' && <span class="govuk-visually-hidden">{hidden}</span>}</Button></Form>;
}

/** This quarter and the seven before it, the newest first: looked for every four weeks, since no quarter is shorter. */
function quartersUpTo(today: Day): Quarter[] {
  return [...new Set(Array.from({ length: 25 }, (_, month) => quarterContaining(daysAfter(today, -month * 28))))].slice(0, 8);
}
