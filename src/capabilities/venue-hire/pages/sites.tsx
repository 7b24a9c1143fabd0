import { Button, ButtonLink, Input, Radios, Select, Table } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import { valueOf, type Form as Fields, type FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { DayFields } from '../../organisations/index.ts';
import { paths } from '../paths.ts';
import { filterings, holdings, siteLimits } from '../rules-sites.ts';
import type { SiteSeen } from '../sites.tsx';
import type { PolicyLine, Site } from '../sites-store.ts';

export type SitesProps = { readonly words: Words; readonly org: string; readonly sites: readonly SiteSeen[]; readonly mayWrite: boolean };

export function SitesPage({ words, org, sites, mayWrite }: SitesProps) {
  const said = words.venueHire.sites;
  const whole = sites.filter(({ gaps }) => gaps.length === 0).length;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      <p class="govuk-body">{said.intro}</p>
      <ul class="govuk-list">
        {([[paths.bookings(org), said.bookingsLink], [paths.policies(org), said.policyLink], [paths.holders(org), said.keysLink], [paths.partners(org), said.partnersLink]] as const).map(([href, text]) => <li><a class="govuk-link" href={href}>{text}</a></li>)}
      </ul>
      {mayWrite && <ButtonLink href={paths.siteForm(org)}>{said.add}</ButtonLink>}
      {sites.length === 0 ? <p class="govuk-body">{said.none}</p> : (
        <>
          <p class="govuk-body">{said.summary(sites.length, whole)}</p>
          <Table caption={said.caption} captionHidden narrow="stack" rows={sites} columns={[
            { title: said.site, rowHeader: true, cell: ({ id, title }: SiteSeen) => (mayWrite ? <a class="govuk-link" href={paths.site(org, id)}>{title}</a> : title) },
            { title: said.held, cell: ({ held }) => said.holdings[held] },
            { title: said.department, cell: ({ department }) => department ?? said.noDepartment },
            { title: said.policy, cell: ({ policy }) => policy?.title ?? said.noPolicy },
            { title: said.gaps, cell: ({ gaps }) => (gaps.length === 0 ? said.noGap : <ul class="govuk-list govuk-!-margin-bottom-0">{gaps.map((gap) => <li>{said.gapNames[gap]}</li>)}</ul>) },
          ]} />
        </>
      )}
    </>
  );
}

export type SiteFormProps = {
  readonly words: Words; readonly org: string; readonly seal: FormSeal; readonly form: Fields; readonly refusals: readonly Refusal[]; readonly site: Site | undefined;
  readonly departments: readonly { readonly id: string; readonly name: string }[]; readonly policies: readonly PolicyLine[];
};

export function SiteFormPage({ words, org, seal, form, refusals, site, departments, policies }: SiteFormProps) {
  const said = words.venueHire.sites;
  const at = (name: string) => ({ name, value: valueOf(form, name), error: errorAt(words, refusals, name) });
  const there = filterings.map((value) => ({ value, text: said.filterings[value] }));
  return (
    <>
      <h1 class="govuk-heading-l">{site ? said.change : said.add}</h1>
      <Form action={site ? paths.site(org, site.id) : paths.siteForm(org)} seal={seal} version={site?.version}>
        <Input {...at('title')} label={said.titleLabel} labelSize="s" maxlength={siteLimits.title} />
        <Radios {...at('held')} legend={said.held} legendSize="s" small items={holdings.map((value) => ({ value, text: said.holdings[value] }))} />
        <Select {...at('department')} label={said.department} labelSize="s" items={[{ value: '', text: said.noDepartment }, ...departments.map(({ id, name }) => ({ value: id, text: name }))]} />
        <Select {...at('policy')} label={said.policy} labelSize="s" items={[{ value: '', text: said.noPolicy }, ...policies.map(({ id, title }) => ({ value: id, text: title }))]} />
        <Input {...at('capacity')} label={said.capacity} labelSize="s" inputmode="numeric" width={5} />
        <Input {...at('large_from')} label={said.largeFrom} labelSize="s" inputmode="numeric" width={5} />
        <Input {...at('staff')} label={said.staff} labelSize="s" inputmode="numeric" width={5} />
        <Input {...at('staff_trained')} label={said.staffTrained} labelSize="s" inputmode="numeric" width={5} />
        <Radios {...at('it_filtering')} legend={said.it} legendSize="s" small items={there} />
        <DayFields words={words} name="it_review" legend={said.itReview} form={form} errors={refusals} />
        <Radios {...at('wifi_filtering')} legend={said.wifi} legendSize="s" small items={there} />
        <DayFields words={words} name="wifi_review" legend={said.wifiReview} form={form} errors={refusals} />
        <Button preventDoubleClick>{said.save}</Button>
      </Form>
    </>
  );
}
