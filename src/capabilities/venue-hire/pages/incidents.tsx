import { Button, Radios, Select, SummaryList, Textarea } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import { valueOf, type Form as Fields, type FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { actionPlanPaths } from '../../action-plan/index.ts';
import { DayFields } from '../../organisations/index.ts';
import { paths } from '../paths.ts';
import { incidentKinds } from '../rules-sites.ts';
import type { IncidentLine, Site } from '../sites-store.ts';
import type { BookingLine } from '../store.ts';

export type IncidentsProps = {
  readonly words: Words; readonly org: string; readonly seal: FormSeal; readonly form: Fields; readonly refusals: readonly Refusal[];
  readonly incidents: readonly IncidentLine[]; readonly mayWrite: boolean; readonly mayPlan: boolean; readonly sites: readonly Site[]; readonly bookings: readonly BookingLine[];
};

export function IncidentsPage(props: IncidentsProps) {
  const { words, incidents, mayWrite } = props;
  const said = words.venueHire.incidents;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      <p class="govuk-body">{said.intro}</p>
      {incidents.length === 0 && <p class="govuk-body">{said.none}</p>}
      {incidents.map((incident) => <Incident {...props} incident={incident} />)}
      {mayWrite && <NewIncident {...props} />}
    </>
  );
}

function Incident({ words, org, mayPlan, incident: { id, kind, site, happenedOn, what, learned, bookingId, reference, wronglyAllowed } }: IncidentsProps & { readonly incident: IncidentLine }) {
  const said = words.venueHire.incidents;
  return (
    <>
      <h2 class="govuk-heading-m" id={id}>{said.origin(said.kinds[kind], site, happenedOn)}</h2>
      <SummaryList rows={[
        { key: said.what, value: what }, { key: said.learned, value: learned },
        bookingId !== null && { key: said.booking, value: <>{reference === null ? said.gone : <a class="govuk-link" href={paths.booking(org, bookingId)}>{reference}</a>}{wronglyAllowed && <><br />{said.wrong}</>}</> },
      ]} />
      {mayPlan && <p class="govuk-body"><a class="govuk-link" href={`${actionPlanPaths.added(org)}?origin=incident&record=${id}`}>{said.toPlan}<span class="govuk-visually-hidden">{`: ${said.at(site, happenedOn)}`}</span></a></p>}
    </>
  );
}

function NewIncident({ words, org, seal, form, refusals, sites, bookings }: IncidentsProps) {
  const { incidents: said, form: { yes, no, choose } } = words.venueHire;
  const at = (name: string) => ({ name, value: valueOf(form, name), error: errorAt(words, refusals, name) });
  return (
    <Form action={paths.incidents(org)} seal={seal}>
      <h2 class="govuk-heading-m">{said.add}</h2>
      <Radios {...at('kind')} legend={said.kind} legendSize="s" small inline items={incidentKinds.map((value) => ({ value, text: said.kinds[value] }))} />
      <Select {...at('site')} label={said.site} labelSize="s" items={[{ value: '', text: choose }, ...sites.map(({ id, title }) => ({ value: id, text: title }))]} />
      <Select {...at('booking')} label={said.bookingLabel} labelSize="s" items={[{ value: '', text: said.noBooking }, ...bookings.map(({ id, reference, site }) => ({ value: id, text: `${reference}, ${site}` }))]} />
      <DayFields words={words} name="happened" legend={said.happened} form={form} errors={refusals} />
      <Radios {...at('wrongly_allowed')} legend={said.wrongly} legendSize="s" small inline items={[{ value: 'yes', text: yes }, { value: 'no', text: no }]} />
      <Textarea {...at('what')} label={said.what} labelSize="s" hint={words.venueHire.never} rows={4} />
      <Textarea {...at('learned')} label={said.learned} labelSize="s" rows={4} />
      <Button preventDoubleClick>{said.save}</Button>
    </Form>
  );
}
