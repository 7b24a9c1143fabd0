import { Input, WarningText } from '../../../govuk/index.ts';
import type { Words } from '../../../words/index.ts';
import { paths } from '../paths.ts';

/** The one time that a calendar's secret address is shown. */
export function CalendarPage({ words, org, title, address }: { readonly words: Words; readonly org: string; readonly title: string; readonly address: string }) {
  const said = words.reminders.calendar;
  return (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <WarningText>{said.once}</WarningText>
      <Input name="address" label={said.label} value={address} />
      <p class="govuk-body">{said.how}</p>
      <p class="govuk-body"><a class="govuk-link" href={paths.dates(org)}>{said.back}</a></p>
    </>
  );
}
