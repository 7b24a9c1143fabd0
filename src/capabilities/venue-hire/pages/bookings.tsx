import { Button, ButtonGroup, ButtonLink, Input, Radios, Select, Table, Tag } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { daysBetween, type Day } from '../../../kernel/year.ts';
import { Form } from '../../../platform/form.tsx';
import { valueOf, type Form as Fields, type FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { DayFields } from '../../organisations/index.ts';
import { paths } from '../paths.ts';
import { admissions, bookers, eventKinds, grounds, limits, urgencyOf } from '../rules.ts';
import { sides, type Held } from '../rules-keys.ts';
import type { Site } from '../sites-store.ts';
import type { BookingLine } from '../store.ts';
import { OutcomeTag, UrgencyTag } from './parts.tsx';

export type BookingsProps = { readonly words: Words; readonly org: string; readonly today: Day; readonly decided: boolean; readonly bookings: readonly BookingLine[]; readonly held: readonly Held[]; readonly mayWrite: boolean };

export function BookingsPage(props: BookingsProps) {
  const { words, org, decided, bookings, mayWrite } = props;
  const said = words.venueHire.list;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      <p class="govuk-body">{said.intro}</p>
      <ButtonGroup>
        {mayWrite && <ButtonLink href={paths.form(org)}>{said.add}</ButtonLink>}
        {decided ? <a class="govuk-link" href={paths.bookings(org)}>{said.open}</a> : <a class="govuk-link" href={paths.decided(org)}>{said.decided}</a>}
      </ButtonGroup>
      {bookings.length === 0 ? <p class="govuk-body">{decided ? said.noneDecided : said.none}</p> : decided ? <Decided {...props} /> : <Open {...props} />}
      <ul class="govuk-list">
        {([[paths.sites(org), said.sites], [paths.incidents(org), said.incidents], [paths.numbers(org), said.numbers]] as const).map(([href, text]) => <li><a class="govuk-link" href={href}>{text}</a></li>)}
      </ul>
    </>
  );
}

function Open({ words, org, today, bookings, held }: BookingsProps) {
  const said = words.venueHire.list;
  return (
    <Table caption={said.open} captionSize="m" narrow="stack" rows={bookings} columns={[
      { title: said.reference, rowHeader: true, noWrap: true, cell: ({ id, reference }: BookingLine) => <a class="govuk-link" href={paths.booking(org, id)}>{reference}</a> },
      { title: said.site, cell: ({ site }) => site },
      { title: said.event, cell: ({ eventOn }) => said.eventDay(eventOn, daysBetween(today, eventOn)) },
      { title: said.due, cell: (booking) => words.venueHire.day(booking.decideBy) },
      { title: said.clock, cell: (booking) => <UrgencyTag words={words} urgency={urgencyOf(booking, today)} /> },
      { title: said.waitsFor, cell: ({ turned }) => waitsFor(words, turned, held) },
    ]} />
  );
}

/** Which sides have not decided; the third where both have, and differ. */
function waitsFor(words: Words, turned: BookingLine['turned'], held: readonly Held[]): string {
  const both = turned.includes('property') && turned.includes('safety');
  const wanted = sides.filter((side) => !turned.includes(side) && (side === 'third') === both);
  const yours = wanted.some((side) => held.some((key) => key.side === side));
  return [...wanted.map((side) => words.venueHire.sides[side]), ...(yours ? [words.venueHire.list.forYou] : [])].join(', ');
}

function Decided({ words, org, bookings }: BookingsProps) {
  const said = words.venueHire.list;
  return (
    <Table caption={said.decided} captionSize="m" narrow="stack" rows={bookings} columns={[
      { title: said.reference, rowHeader: true, cell: ({ id, reference }: BookingLine) => <a class="govuk-link" href={paths.booking(org, id)}>{reference}</a> },
      { title: said.site, cell: ({ site }) => site },
      { title: said.event, cell: ({ eventOn }) => words.venueHire.day(eventOn) },
      { title: said.outcome, cell: ({ outcome, byRule, overturned }) => <>{outcome ? <OutcomeTag words={words} outcome={outcome} /> : <UrgencyTag words={words} urgency="past" />}{byRule && <><br />{said.byRule}</>}{overturned && <><br /><Tag colour="orange">{said.overturned}</Tag></>}</> },
    ]} />
  );
}

export type BookingFormProps = { readonly words: Words; readonly org: string; readonly seal: FormSeal; readonly form: Fields; readonly refusals: readonly Refusal[]; readonly sites: readonly Site[] };

export function BookingFormPage(props: BookingFormProps) {
  const { words: { venueHire: { form: said, never } }, org, seal } = props;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      <p class="govuk-body">{never}</p>
      <Form action={paths.form(org)} seal={seal}>
        <BookingFields {...props} />
        <Button preventDoubleClick>{said.send}</Button>
      </Form>
    </>
  );
}

/** What is asked of a booking: nothing in it says who hires, who speaks or who comes. */
export function BookingFields({ words, form, refusals, sites }: Omit<BookingFormProps, 'org' | 'seal'>) {
  const { form: said, bookers: kinds, eventKinds: events, admissions: ways, grounds: lawful } = words.venueHire;
  const at = (name: string) => ({ name, value: valueOf(form, name), error: errorAt(words, refusals, name) });
  const yesNo = [{ value: 'yes', text: said.yes }, { value: 'no', text: said.no }];
  return (
    <>
      <Input {...at('reference')} label={said.reference} labelSize="s" hint={said.referenceHint} width={20} maxlength={limits.reference} />
      <Select {...at('site')} label={said.site} labelSize="s" items={[{ value: '', text: said.choose }, ...sites.map(({ id, title }) => ({ value: id, text: title }))]} />
      <DayFields words={words} name="event" legend={said.event} form={form} errors={refusals} />
      <Input {...at('size')} label={said.size} labelSize="s" inputmode="numeric" width={5} />
      <Radios {...at('admission')} legend={said.admission} legendSize="s" small items={admissions.map((value) => ({ value, text: ways[value] }))} />
      <Radios {...at('hired_before')} legend={said.hiredBefore} legendSize="s" small inline items={yesNo} />
      <Radios {...at('details_held')} legend={said.detailsHeld} legendSize="s" small inline items={yesNo} />
      <Radios {...at('terms_accepted')} legend={said.termsAccepted} legendSize="s" small inline items={yesNo} />
      <Radios {...at('concern')} legend={said.concern} legendSize="s" hint={said.concernHint} small items={[{ value: 'none', text: said.none }, ...grounds.map((value) => ({ value, text: lawful[value] }))]} />
      <Radios {...at('booked_by')} legend={said.bookedBy} legendSize="s" hint={said.kindHint} small items={bookers.map((value) => ({ value, text: kinds[value] }))} />
      <Radios {...at('event_kind')} legend={said.eventKind} legendSize="s" hint={said.kindHint} small items={eventKinds.map((value) => ({ value, text: events[value] }))} />
    </>
  );
}
