import type { Organisation } from '../../../kernel/access.ts';
import { Button, Select, SummaryList, Tag } from '../../../govuk/index.ts';
import { writtenYear, type Year } from '../../../kernel/year.ts';
import type { Words } from '../../../words/index.ts';
import { paths } from '../paths.ts';
import type { Succeeded } from '../store.ts';

/** A body, with its address for those who may open it. */
export type Neighbour = { readonly name: string; readonly href: string | undefined };

export type OrganisationProps = {
  readonly words: Words;
  readonly organisation: Organisation;
  readonly dates: { readonly openedOn: string | null; readonly closedOn: string | null; readonly predecessors: readonly Succeeded[]; readonly successors: readonly Succeeded[] };
  readonly year: Year | undefined;
  readonly years: readonly Year[];
  readonly above: readonly Neighbour[];
  readonly below: readonly Neighbour[];
  readonly sections: readonly { readonly text: string; readonly href: string }[];
};

export function OrganisationPage(props: OrganisationProps) {
  const { words, organisation, year, above, below, sections } = props;
  const said = words.organisations.page;
  return (
    <>
      <h1 class="govuk-heading-l">{organisation.name}</h1>
      <SummaryList rows={factsOf(props)} />
      {sections.length > 0 && <h2 class="govuk-heading-m">{said.records}</h2>}
      {sections.length > 0 && <ul class="govuk-list">{sections.map(({ text, href }) => <li><a class="govuk-link" href={href}>{text}</a></li>)}</ul>}
      <h2 class="govuk-heading-m">{year ? said.inYear(year) : said.today}</h2>
      <SummaryList rows={[
        { key: said.above, value: <Neighbours none={said.nobody} list={above} /> },
        { key: said.below, value: <Neighbours none={said.nobody} list={below} /> },
      ]} />
      <ChooseYear {...props} />
    </>
  );
}

function factsOf({ words, organisation, dates }: OrganisationProps) {
  const said = words.organisations.page;
  const succession = (list: readonly Succeeded[]) => <Neighbours none="" list={list.map(({ name, onDay }) => ({ name: said.on(name, onDay), href: undefined }))} />;
  return [
    { key: said.kind, value: <>{words.site.kinds[organisation.kind]}{organisation.invented && <> <Tag colour="yellow">{words.site.inventedTag}</Tag></>}</> },
    dates.openedOn !== null && { key: said.opened, value: said.date(dates.openedOn) },
    dates.closedOn !== null && { key: said.closed, value: said.date(dates.closedOn) },
    dates.predecessors.length > 0 && { key: said.from, value: succession(dates.predecessors) },
    dates.successors.length > 0 && { key: said.became, value: succession(dates.successors) },
  ];
}

function Neighbours({ none, list }: { readonly none: string; readonly list: readonly Neighbour[] }) {
  if (list.length === 0) return <>{none}</>;
  return <ul class="govuk-list">{list.map(({ name, href }) => <li>{href === undefined ? name : <a class="govuk-link" href={href}>{name}</a>}</li>)}</ul>;
}

function ChooseYear({ words, organisation, year, years }: OrganisationProps) {
  const said = words.organisations.page;
  const items = [{ value: '', text: said.now }, ...years.map((one) => ({ value: one, text: writtenYear(one) }))];
  return (
    <form method="get" action={paths.organisation(organisation.shortName)}>
      <Select name="year" label={said.otherYear} items={items} value={year ?? ''} />
      <Button variant="secondary">{said.show}</Button>
    </form>
  );
}
