import { Button, Table } from '../../../govuk/index.ts';
import type { Organisation } from '../../../kernel/access.ts';
import { yearOf, writtenYear } from '../../../kernel/year.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { frameworkPaths, notApplicable, ratingLabel } from '../../frameworks/index.ts';
import { paths } from '../paths.ts';
import { benchmarkRows, type BenchmarkRow, type YearColumn } from '../rules.ts';
import type { YearDocument } from '../store.ts';
import { DocumentList } from './documents.tsx';

export type TitledDocument = YearDocument & { readonly title: string };

type OutcomesProps = {
  readonly words: Words;
  readonly organisation: Organisation;
  readonly columns: readonly YearColumn[];
  readonly documents: readonly TitledDocument[];
  /** For who may write. */
  readonly seal: FormSeal | undefined;
};

/** A body's outcomes, a column for each year. Nothing is counted or compared across columns: each has its own scale. */
export function OutcomesPage(props: OutcomesProps) {
  const { words, organisation: { shortName }, columns, seal } = props;
  const said = words.years;
  const rows = benchmarkRows(columns);
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      <p class="govuk-body">{said.lead}</p>
      {columns.length === 0 && <p class="govuk-body">{said.none}</p>}
      {columns.length > 0 && rows.length > 0 && (
        <Table caption={said.caption} narrow="stack" rows={rows} columns={[
          { title: said.benchmark, rowHeader: true, cell: ({ title }: BenchmarkRow) => title },
          ...columns.map((column) => ({ title: <Heading words={words} column={column} />, cell: (row: BenchmarkRow) => <Cell words={words} column={column} row={row} /> })),
        ]} />
      )}
      {columns.length > 0 && <Scales {...props} />}
      {seal && <p class="govuk-body"><a class="govuk-link" href={paths.counts(shortName)}>{said.addCounts}</a></p>}
      <Documents {...props} />
    </>
  );
}

/** A year is read with what it was assessed against: two scales are never one. */
function Heading({ words, column: { year, edition } }: { readonly words: Words; readonly column: YearColumn }) {
  return <>{written(year)}<span class="dr-table__detail">{edition.title.en}<br />{words.years.scaleOf(edition.scale.levels.map(({ label }) => label.en))}</span></>;
}

function Cell({ words, column, row }: { readonly words: Words; readonly column: YearColumn; readonly row: BenchmarkRow }) {
  const said = words.years;
  const { edition } = column;
  const benchmark = edition.sector === row.sector ? edition.benchmarks.find(({ code }) => code === row.code) : undefined;
  if (column.is === 'counted') return <>{said.notByBenchmark}</>;
  if (!benchmark) return <>{said.notInEdition}</>;
  const outcome = column.outcomes.get(row.code);
  return (
    <>
      {outcome ? <strong>{ratingLabel(edition, outcome.levelCode ?? notApplicable, 'en')}</strong> : said.notRecorded}
      {benchmark.title.en !== row.title && <><br />{said.as(benchmark.title.en)}</>}
    </>
  );
}

/** What each year was assessed against, and what is known of a year without its benchmarks. */
function Scales({ words, organisation: { shortName }, columns, seal }: OutcomesProps) {
  const said = words.years;
  return (
    <Table caption={said.scalesCaption} narrow="stack" rows={columns} columns={[
      { title: said.year, rowHeader: true, cell: ({ year }: YearColumn) => written(year) },
      { title: said.edition, cell: ({ edition }) => <a class="govuk-link" href={frameworkPaths.edition(edition.short_name)}>{edition.title.en}</a> },
      { title: said.scale, cell: ({ edition }) => edition.scale.levels.map(({ label }) => label.en).join(', ') },
      { title: said.known, cell: (column) => (column.is === 'by benchmark' ? said.byBenchmark : (
        <>
          {said.counted(column.counts.map(({ levelCode, benchmarks }) => ({ count: benchmarks, level: ratingLabel(column.edition, levelCode, 'en') ?? levelCode })))}
          <br />{said.sourceSaid(column.source)}
          {seal && <Form action={paths.removal(shortName, column.id)} seal={seal}><Button variant="secondary" preventDoubleClick>{said.removeCounts(column.year)}</Button></Form>}
        </>
      )) },
    ]} />
  );
}

function Documents({ words, organisation: { shortName }, columns, documents }: OutcomesProps) {
  const said = words.years.documents;
  const years = [...new Set([...columns, ...documents].map(({ year }) => year))].sort().reverse();
  if (years.length === 0) return null;
  return (
    <section aria-labelledby="documents">
      <h2 class="govuk-heading-m" id="documents">{said.heading}</h2>
      {years.map((year) => {
        const ofYear = documents.filter((document) => document.year === year);
        return (
          <>
            <h3 class="govuk-heading-s">{written(year)}</h3>
            <DocumentList words={words} org={shortName} documents={ofYear} />
            <p class="govuk-body"><a class="govuk-link" href={paths.documents(shortName, year)}>{said.open(year)}</a></p>
          </>
        );
      })}
    </section>
  );
}

function written(name: string): string {
  const year = yearOf(name);
  return year ? writtenYear(year) : name;
}
