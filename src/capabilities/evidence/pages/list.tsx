import { Button, ButtonGroup, Input, Pagination, Select, Table } from '../../../govuk/index.ts';
import type { Organisation } from '../../../kernel/access.ts';
import type { Day } from '../../../kernel/year.ts';
import type { Words } from '../../../words/index.ts';
import { paths } from '../paths.ts';
import { expiryFilters, type ExpiryFilter } from '../rules.ts';
import type { EvidenceLine } from '../store.ts';
import { Expiry } from './fields.tsx';

export type ListFilter = { readonly text: string; readonly expiry: ExpiryFilter; readonly page: number };

type ListProps = {
  readonly words: Words; readonly organisation: Organisation; readonly today: Day;
  readonly filter: ListFilter; readonly lines: readonly EvidenceLine[]; readonly total: number; readonly pages: number;
};

export function ListPage({ words, organisation, today, filter, lines, total, pages }: ListProps) {
  const said = words.evidence.list;
  const isFiltered = filter.text !== '' || filter.expiry !== 'all';
  return (
    <>
      <h1 class="govuk-heading-l">{said.title(organisation.name)}</h1>
      <p class="govuk-body">{said.lead}</p>
      {(total > 0 || isFiltered) && <Filter words={words} organisation={organisation} filter={filter} isFiltered={isFiltered} />}
      <p class="govuk-body">{total === 0 && !isFiltered ? said.nothing : said.count(total)}</p>
      {lines.length > 0 && <Lines words={words} organisation={organisation} today={today} lines={lines} />}
      {pages > 1 && (
        <Pagination landmarkLabel={said.pages}
          previous={filter.page > 1 ? { href: addressOf(organisation, { ...filter, page: filter.page - 1 }), text: said.previous } : undefined}
          next={filter.page < pages ? { href: addressOf(organisation, { ...filter, page: filter.page + 1 }), text: said.next } : undefined} />
      )}
    </>
  );
}

function Filter({ words, organisation, filter, isFiltered }: Pick<ListProps, 'words' | 'organisation' | 'filter'> & { readonly isFiltered: boolean }) {
  const said = words.evidence.list;
  return (
    <form method="get" action={paths.list(organisation.shortName)} novalidate>
      <Input name="text" type="search" label={said.text} value={filter.text} classes="govuk-!-width-one-half" />
      <Select name="expiry" label={said.expiry} value={filter.expiry} items={expiryFilters.map((value) => ({ value, text: said.expiryChoices[value] }))} />
      <ButtonGroup>
        <Button variant="secondary">{said.apply}</Button>
        {isFiltered && <a class="govuk-link" href={paths.list(organisation.shortName)}>{said.clear}</a>}
      </ButtonGroup>
    </form>
  );
}

function Lines({ words, organisation, today, lines }: Pick<ListProps, 'words' | 'organisation' | 'today' | 'lines'>) {
  const { list: { columns, caption, uses }, kind, day } = words.evidence;
  return (
    <Table caption={caption} captionHidden narrow="stack" rows={lines} columns={[
      { title: columns.title, rowHeader: true, cell: (line: EvidenceLine) => <a class="govuk-link" href={paths.item(organisation.shortName, line.id)}>{line.title}</a> },
      { title: columns.kind, cell: (line) => kind[line.kind] },
      { title: columns.dated, cell: (line) => day(line.datedOn) },
      { title: columns.expires, cell: (line) => <Expiry words={words} today={today} expiresOn={line.expiresOn} /> },
      { title: columns.owner, cell: (line) => line.ownerRole },
      { title: columns.marking, cell: (line) => line.marking },
      { title: columns.uses, cell: (line) => uses(line.uses) },
    ]} />
  );
}

function addressOf({ shortName }: Organisation, { text, expiry, page }: ListFilter): string {
  return `${paths.list(shortName)}?${new URLSearchParams({ text, expiry, page: String(page) }).toString()}`;
}
