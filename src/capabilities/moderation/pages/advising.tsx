import { Button, Pagination, Select, Table, Tag, type TagColour } from '../../../govuk/index.ts';
import type { Words } from '../../../words/index.ts';
import { assessmentPaths } from '../../assessment/index.ts';
import { paths } from '../paths.ts';
import { queuePageSize, queueStates, type Queue, type QueueFilter, type QueueLine, type QueueState } from '../queue.ts';

type CellProps = { readonly words: Words; readonly line: QueueLine; readonly written: (moment: Date) => string };

type AdvisingProps = { readonly words: Words; readonly org: string; readonly queue: Queue; readonly filter: QueueFilter; readonly written: (moment: Date) => string };

const colours: Readonly<Record<QueueState, TagColour>> = { not_submitted: 'grey', submitted: 'orange', begun: 'yellow', shared: 'blue', replied: 'orange', published: 'green' };

/** Every body that opened its assessments to the adviser's own, with how far each year is: what waits longest first. */
export function AdvisingPage(props: AdvisingProps) {
  const { words, org, queue, filter, written } = props;
  const said = words.moderation.advising;
  const isFiltered = filter.state !== undefined || filter.year !== undefined;
  const pages = Math.ceil(queue.total / queuePageSize);
  return (
    <>
      <h1 class="govuk-heading-l">{said.title}</h1>
      {queue.total === 0 && !isFiltered ? <p class="govuk-body">{said.none}</p> : (
        <>
          <p class="govuk-body">{said.intro}</p>
          <Filter {...props} />
          {queue.lines.length === 0 ? <p class="govuk-body">{said.noneFound}</p> : (
            <Table caption={said.caption(queue.bodies)} captionSize="m" narrow="stack" rows={queue.lines} columns={[
              { title: said.organisation, cell: ({ name }) => name, rowHeader: true },
              { title: said.year, cell: ({ year }) => year?.replace('-', '/') ?? said.noAssessment },
              { title: said.state, cell: (line) => <StateCell words={words} line={line} written={written} /> },
              { title: said.submission, cell: (line) => <SubmissionCell words={words} line={line} written={written} /> },
              { title: said.findings, cell: (line) => <FindingsCell words={words} line={line} written={written} /> },
            ]} />
          )}
          {pages > 1 && (
            <Pagination landmarkLabel={said.pages}
              previous={filter.page > 1 ? { href: addressOf(org, { ...filter, page: filter.page - 1 }), text: said.previous } : undefined}
              next={filter.page < pages ? { href: addressOf(org, { ...filter, page: filter.page + 1 }), text: said.next } : undefined} />
          )}
        </>
      )}
    </>
  );
}

function Filter({ words, org, queue, filter }: AdvisingProps) {
  const said = words.moderation.advising;
  return (
    <form method="get" action={paths.advising(org)} novalidate>
      <Select name="state" label={said.state} value={filter.state ?? ''} items={[{ value: '', text: said.anyState }, ...queueStates.map((state) => ({ value: state, text: said.states[state] }))]} />
      <Select name="year" label={said.year} value={filter.year ?? ''} items={[{ value: '', text: said.anyYear }, ...queue.years.map((year) => ({ value: year, text: year.replace('-', '/') }))]} />
      <Button variant="secondary">{said.show}</Button>
    </form>
  );
}

function StateCell({ words, line: { state, since }, written }: CellProps) {
  const said = words.moderation.advising;
  return <><Tag colour={colours[state]}>{said.states[state]}</Tag>{since && <><br /><span class="govuk-body-s">{said.since(written(since))}</span></>}</>;
}

function SubmissionCell({ words, line: { shortName, name, year, submittedAt }, written }: CellProps) {
  const said = words.moderation.advising;
  if (year === null) return <>{said.noAssessment}</>;
  if (!submittedAt) return <>{said.notSubmitted}</>;
  return <a class="govuk-link" href={assessmentPaths.submission(shortName, year)}>{said.submitted(written(submittedAt))}<span class="govuk-visually-hidden"> {said.open(name)}</span></a>;
}

function FindingsCell({ words, line: { shortName, name, year, begun, publishedAt }, written }: CellProps) {
  const said = words.moderation.advising;
  if (year === null) return <>{said.notBegun}</>;
  const state = publishedAt ? said.published(written(publishedAt)) : begun ? said.begun : said.notBegun;
  return <a class="govuk-link" href={paths.findings(shortName, year)}>{state}<span class="govuk-visually-hidden"> {said.open(name)}</span></a>;
}

function addressOf(org: string, { state, year, page }: QueueFilter): string {
  const query = new URLSearchParams({ ...(state ? { state } : {}), ...(year ? { year } : {}), ...(page > 1 ? { page: String(page) } : {}) }).toString();
  return query === '' ? paths.advising(org) : `${paths.advising(org)}?${query}`;
}
