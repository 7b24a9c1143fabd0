import { Table } from '../../../govuk/index.ts';
import type { Words } from '../../../words/index.ts';
import { paths } from '../paths.ts';
import type { Period } from '../rules-period.ts';
import type { Disposal } from '../store.ts';

type KeptProps = { readonly words: Words; readonly org: string; readonly periods: readonly Period[]; readonly mayChange: boolean; readonly disposals: readonly Disposal[] };

/** How long each kind of record is kept, and what went. */
export function KeptPage({ words, org, periods, mayChange, disposals }: KeptProps) {
  const said = words.history.kept;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      <p class="govuk-body">{said.intro}</p>
      <Table caption={said.caption} captionHidden narrow="stack" rows={periods} columns={[
        { title: said.kind, rowHeader: true, cell: ({ period }: Period) => said.classes[period] },
        { title: said.period, cell: ({ period, years, coming }) => <>{said.now(period, years)}{coming && <><br />{said.coming(period, coming.years, words.assessment.day(coming.from))}</>}</> },
        ...(mayChange ? [{ title: said.changeColumn, cell: ({ period }: Period) => <a class="govuk-link" href={paths.period(org, period)}>{said.changeLink}<span class="govuk-visually-hidden">: {said.classes[period]}</span></a> }] : []),
      ]} />
      <p class="govuk-body">{said.passing}</p>
      <h2 class="govuk-heading-m">{said.goneHeading}</h2>
      {disposals.length === 0 ? <p class="govuk-body">{said.none}</p> : (
        <Table caption={said.goneHeading} captionHidden narrow="stack" rows={disposals} columns={[
          { title: said.day, rowHeader: true, cell: ({ disposedOn }: Disposal) => words.assessment.day(disposedOn) },
          { title: said.what, cell: ({ recordKind }) => words.history.kind(recordKind) },
          { title: said.count, numeric: true, cell: ({ records }) => String(records) },
          { title: said.because, cell: ({ period, years }) => said.now(period, years) },
        ]} />
      )}
      <p class="govuk-body">{said.proof}</p>
    </>
  );
}
