import { Button, InsetText, Radios, Select } from '../../../govuk/index.ts';
import type { Audience, Marking } from '../../../kernel/marking.ts';
import type { Year } from '../../../kernel/year.ts';
import type { Words } from '../../../words/index.ts';
import { paths } from '../paths.ts';
import type { Lack } from '../rules.ts';
import { reportFormats, type ReportFormat } from '../writing.ts';

/** An audience that the reader may write for: with the marking that its outputs will carry, or why it cannot be served yet. */
export type AudienceOffer = { readonly audience: Audience } & ({ readonly marking: Marking } | { readonly refused: string });

type ReportsPageProps = {
  readonly words: Words; readonly org: string; readonly organisation: string; readonly year: Year;
  readonly offers: readonly AudienceOffer[]; readonly lacks: readonly Lack[];
  /** Where what the outputs say is written. */
  readonly further: readonly { readonly text: string; readonly href: string }[];
};

/** What committees ask for; the form has the rest. */
const usual: readonly ReportFormat[] = ['pptx', 'docx', 'pdf'];

/** Every output of a year: those that are used most by audience, and any by a form. */
export function ReportsPage({ words, org, organisation, year, offers, lacks, further }: ReportsPageProps) {
  const said = words.reports.page;
  return (
    <>
      <span class="govuk-caption-l">{words.assessment.year.caption(year)} · {organisation}</span>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      <p class="govuk-body">{said.intro}</p>
      {lacks.length > 0 && (
        <InsetText>
          <h2 class="govuk-heading-s">{said.notYet}</h2>
          <ul class="govuk-list govuk-list--bullet">{lacks.map((lack) => <li>{sentenceOf(words, lack)}</li>)}</ul>
        </InsetText>
      )}
      {further.length > 0 && <ul class="govuk-list">{further.map(({ text, href }) => <li><a class="govuk-link" href={href}>{text}</a></li>)}</ul>}
      {offers.map((offer) => <Offer words={words} org={org} year={year} offer={offer} />)}
      <ByForm words={words} org={org} year={year} offers={offers} />
    </>
  );
}

function Offer({ words, org, year, offer }: Pick<ReportsPageProps, 'words' | 'org' | 'year'> & { readonly offer: AudienceOffer }) {
  const said = words.reports.page;
  const { audience } = offer;
  const name = said.audiences[audience];
  const hidden = <span class="govuk-visually-hidden">{said.ofAudience(name)}</span>;
  return (
    <section aria-labelledby={audience}>
      <h2 class="govuk-heading-m" id={audience}>{name}</h2>
      <p class="govuk-body">{said.holds[audience]}</p>
      {'refused' in offer ? <p class="govuk-body">{offer.refused}</p> : (
        <>
          <p class="govuk-body"><strong>{said.marked(offer.marking)}</strong></p>
          <ul class="govuk-list">
            <li><a class="govuk-link" href={paths.read(org, year, audience)}>{said.read}{hidden}</a></li>
            {usual.map((format) => <li><a class="govuk-link" href={paths.file(org, year, audience, format)} download>{said.formats[format]}{hidden}</a></li>)}
          </ul>
        </>
      )}
    </section>
  );
}

/** Asks by the address of this page, which leads on to the file. */
function ByForm({ words, org, year, offers }: Pick<ReportsPageProps, 'words' | 'org' | 'year' | 'offers'>) {
  const said = words.reports.page;
  const open = offers.filter((offer) => 'marking' in offer).map(({ audience }) => ({ value: audience, text: said.audiences[audience] }));
  if (open.length === 0) return undefined;
  return (
    <section aria-labelledby="by-form">
      <h2 class="govuk-heading-m" id="by-form">{said.byForm.heading}</h2>
      <form method="get" action={paths.list(org, year)} novalidate>
        <Radios name="audience" legend={said.byForm.audience} value="members" items={open} small />
        <Select name="format" label={said.byForm.format} value="docx" items={reportFormats.map((format) => ({ value: format, text: said.formats[format] }))} />
        <Button variant="secondary">{said.byForm.take}</Button>
      </form>
    </section>
  );
}

function sentenceOf({ reports: { page: { lacks } } }: Words, lack: Lack): string {
  return lack.is === 'outcomes' ? lacks.outcomes(lack.missing) : lacks[lack.is];
}
