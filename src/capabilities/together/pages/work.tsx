import { Table, Tag } from '../../../govuk/index.ts';
import type { Day, Year } from '../../../kernel/year.ts';
import type { Words } from '../../../words/index.ts';
import { paths } from '../paths.ts';
import { filters, isOverdue, type Filter } from '../rules.ts';
import type { Assignment, Rework } from '../store.ts';
import { Returned } from './beside.tsx';

export type WorkProps = {
  readonly words: Words;
  readonly org: string;
  readonly year: Year;
  readonly today: Day;
  readonly filter: Filter;
  readonly assignments: readonly Assignment[];
  readonly reworks: readonly Rework[];
  readonly titleOf: (code: string) => string;
  readonly mayArrangeCover: boolean;
};

/** Who does what in a year, and what is returned. */
export function WorkPage({ words, org, year, today, filter, assignments, reworks, titleOf, mayArrangeCover }: WorkProps) {
  const said = words.together.work;
  return (
    <>
      <h1 class="govuk-heading-l">{said.title(year)}</h1>
      <nav aria-label={said.show}>
        <ul class="govuk-list">
          {filters.map((one) => <li><a class="govuk-link" href={paths.filtered(org, year, one)} aria-current={one === filter ? 'true' : undefined}>{one === filter ? <strong>{said.filters[one]}</strong> : said.filters[one]}</a></li>)}
        </ul>
      </nav>
      {assignments.length === 0 ? <p class="govuk-body">{said.none}</p> : (
        <Table caption={said.caption} narrow="stack" rows={assignments} columns={[
          { title: said.part, rowHeader: true, cell: ({ code }) => <a class="govuk-link" href={paths.part(org, year, code)}>{code}: {titleOf(code)}</a> },
          { title: said.person, cell: ({ person }) => person },
          { title: said.due, cell: (line) => <>{words.together.cover.day(line.dueOn)}{isOverdue(line, today) && <> <Tag colour="red">{words.together.overdue}</Tag></>}</> },
        ]} />
      )}
      {reworks.length > 0 && <h2 class="govuk-heading-m">{said.returnedHeading}</h2>}
      {reworks.map((rework) => (
        <>
          <h3 class="govuk-heading-s"><a class="govuk-link" href={paths.part(org, year, rework.code)}>{rework.code}: {titleOf(rework.code)}</a></h3>
          <Returned words={words} rework={rework} />
        </>
      ))}
      {mayArrangeCover && <p class="govuk-body"><a class="govuk-link" href={paths.cover(org)}>{said.cover}</a></p>}
    </>
  );
}
