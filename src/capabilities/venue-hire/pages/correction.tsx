import { Button, InsetText, Textarea, WarningText } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import { valueOf, type Form as Fields } from '../../../platform/route.ts';
import { paths } from '../paths.ts';
import { formFrom } from '../rules-corrections.ts';
import type { BookingLine } from '../store.ts';
import { BookingFields, type BookingFormProps } from './bookings.tsx';

export type CorrectionProps = BookingFormProps & {
  readonly booking: BookingLine;
  /** Why nothing can be corrected any more. */
  readonly stands: Refusal | undefined;
  /** How many departments have decided by what is corrected, and whether it was looked at. */
  readonly decided: number; readonly checked: boolean;
};

/** The form of the intake once more, as it was filled in, with what a correction makes void said before it is pressed. */
export function CorrectionPage(props: CorrectionProps) {
  const { words, org, seal, form, refusals, booking, stands, decided, checked } = props;
  const { correction: said, never } = words.venueHire;
  if (stands) return <><h1 class="govuk-heading-l">{said.title(booking.reference)}</h1><InsetText id={stands.field}>{stands.say(words)}</InsetText></>;
  return (
    <>
      <h1 class="govuk-heading-l">{said.title(booking.reference)}</h1>
      <p class="govuk-body">{said.intro} {said.sofar(decided, checked)}</p>
      <WarningText>{said.void}</WarningText>
      <p class="govuk-body">{never}</p>
      <Form action={paths.correction(org, booking.id)} seal={seal} version={booking.version}>
        <BookingFields {...props} form={'reference' in form ? form : fieldsOf(booking)} />
        <Textarea name="reason" label={said.reason} labelSize="s" rows={3} value={valueOf(form, 'reason')} error={errorAt(words, refusals, 'reason')} />
        <Button preventDoubleClick>{said.send}</Button>
      </Form>
    </>
  );
}

function fieldsOf(booking: BookingLine): Fields {
  const { bookedBy, eventKind, hiredBefore, detailsHeld, termsAccepted, event, ...same } = formFrom(booking);
  const [year, month, day] = (event ?? '').split('-').map((part) => part.replace(/^0+/, ''));
  return { ...same, booked_by: bookedBy, event_kind: eventKind, hired_before: hiredBefore, details_held: detailsHeld, terms_accepted: termsAccepted, 'event-day': day, 'event-month': month, 'event-year': year };
}
