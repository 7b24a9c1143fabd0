import type { Year } from '../../../kernel/year.ts';
import { Table } from '../../../govuk/index.ts';
import type { Words } from '../../../words/index.ts';

export type BenchmarkLine = { readonly code: string; readonly number: number; readonly title: string; readonly outcome: string | undefined };

export function YearPage({ words, organisation, year, rows }: { readonly words: Words; readonly organisation: string; readonly year: Year; readonly rows: readonly BenchmarkLine[] }) {
  const said = words.assessment.year;
  return (
    <>
      <h1 class="govuk-heading-l">{said.title(organisation, year)}</h1>
      <Table caption={said.caption} rows={rows} columns={[
        { title: said.number, cell: (row: BenchmarkLine) => row.number },
        { title: said.benchmark, cell: (row) => row.title, rowHeader: true },
        { title: said.outcome, cell: (row) => row.outcome ?? said.none },
      ]} />
    </>
  );
}
