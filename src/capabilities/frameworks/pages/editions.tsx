import { Table } from '../../../govuk/index.ts';
import { writtenYear, yearOf } from '../../../kernel/year.ts';
import type { Words } from '../../../words/index.ts';
import { paths } from '../paths.ts';
import type { EditionLine } from '../store.ts';

/** Every edition that has been published here. */
export function EditionsPage({ words, editions }: { readonly words: Words; readonly editions: readonly EditionLine[] }) {
  const said = words.frameworks.editions;
  return (
    <>
      <h1 class="govuk-heading-l">{said.title}</h1>
      <p class="govuk-body-l">{said.lead}</p>
      {editions.length === 0 ? <p class="govuk-body">{said.none}</p> : (
        <Table caption={said.caption} narrow="stack" rows={editions} columns={[
          { title: said.edition, rowHeader: true, cell: (edition: EditionLine) => <a class="govuk-link" href={paths.edition(edition.shortName)}>{edition.title.en}</a> },
          { title: said.sector, cell: ({ kind, sector }) => (kind === 'channel_statement' ? said.forStatements(sector) : said.sectorName(sector)) },
          { title: said.year, cell: ({ year }) => written(year) },
          { title: said.published, cell: ({ publishedAt }) => said.publishedOn(publishedAt) },
        ]} />
      )}
      <p class="govuk-body"><a class="govuk-link" href={paths.drafts}>{words.frameworks.drafts.title}</a></p>
    </>
  );
}

function written(name: string): string {
  const year = yearOf(name);
  return year ? writtenYear(year) : name;
}
