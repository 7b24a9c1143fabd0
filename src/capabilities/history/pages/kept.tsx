import { Table } from '../../../govuk/index.ts';
import { retentionClasses, type RetentionClass } from '../../../kernel/retention.ts';
import type { Words } from '../../../words/index.ts';
import type { Disposal } from '../store.ts';

/** How long each kind of record is kept, and what went. */
export function KeptPage({ words, disposals }: { readonly words: Words; readonly disposals: readonly Disposal[] }) {
  const said = words.history.kept;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      <p class="govuk-body">{said.intro}</p>
      <Table caption={said.caption} captionHidden narrow="stack" rows={retentionClasses} columns={[
        { title: said.kind, rowHeader: true, cell: (kind: RetentionClass) => said.classes[kind] },
        { title: said.period, cell: (kind) => said.periods[kind] },
      ]} />
      <h2 class="govuk-heading-m">{said.goneHeading}</h2>
      {disposals.length === 0 ? <p class="govuk-body">{said.none}</p> : (
        <Table caption={said.goneHeading} captionHidden narrow="stack" rows={disposals} columns={[
          { title: said.day, rowHeader: true, cell: ({ disposedOn }: Disposal) => words.assessment.day(disposedOn) },
          { title: said.what, cell: ({ recordKind }) => words.history.kind(recordKind) },
          { title: said.count, numeric: true, cell: ({ records }) => String(records) },
          { title: said.because, cell: ({ period }) => said.periods[period] },
        ]} />
      )}
      <p class="govuk-body">{said.proof}</p>
    </>
  );
}
