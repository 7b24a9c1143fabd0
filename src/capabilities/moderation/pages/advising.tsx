import { Table } from '../../../govuk/index.ts';
import type { Words } from '../../../words/index.ts';
import { assessmentPaths } from '../../assessment/index.ts';
import { paths } from '../paths.ts';
import type { AdvisedBody } from '../store.ts';

type CellProps = { readonly words: Words; readonly body: AdvisedBody; readonly written: (moment: Date) => string };

/** Every body that opened its assessments to the adviser's own, with how far each year is. */
export function AdvisingPage({ words, bodies, written }: { readonly words: Words; readonly bodies: readonly AdvisedBody[]; readonly written: (moment: Date) => string }) {
  const said = words.moderation.advising;
  const count = new Set(bodies.map(({ shortName }) => shortName)).size;
  return (
    <>
      <h1 class="govuk-heading-l">{said.title}</h1>
      {bodies.length === 0 ? <p class="govuk-body">{said.none}</p> : (
        <>
          <p class="govuk-body">{said.intro}</p>
          <Table caption={said.caption(count)} captionSize="m" narrow="stack" rows={bodies} columns={[
            { title: said.organisation, cell: ({ name }) => name, rowHeader: true },
            { title: said.year, cell: ({ year }) => year ?? said.noAssessment },
            { title: said.submission, cell: (body) => <SubmissionCell words={words} body={body} written={written} /> },
            { title: said.findings, cell: (body) => <FindingsCell words={words} body={body} written={written} /> },
          ]} />
        </>
      )}
    </>
  );
}

function SubmissionCell({ words, body: { shortName, name, year, submittedAt }, written }: CellProps) {
  const said = words.moderation.advising;
  if (year === null) return <>{said.noAssessment}</>;
  if (!submittedAt) return <>{said.notSubmitted}</>;
  return <a class="govuk-link" href={assessmentPaths.submission(shortName, year)}>{said.submitted(written(submittedAt))}<span class="govuk-visually-hidden"> {said.open(name)}</span></a>;
}

function FindingsCell({ words, body: { shortName, name, year, begun, publishedAt }, written }: CellProps) {
  const said = words.moderation.advising;
  if (year === null) return <>{said.notBegun}</>;
  const state = publishedAt ? said.published(written(publishedAt)) : begun ? said.begun : said.notBegun;
  return <a class="govuk-link" href={paths.findings(shortName, year)}>{state}<span class="govuk-visually-hidden"> {said.open(name)}</span></a>;
}
