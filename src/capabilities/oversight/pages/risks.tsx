import { Button, InsetText, Select, Table, Tag } from '../../../govuk/index.ts';
import { writtenQuarter, type Quarter } from '../../../kernel/year.ts';
import type { Words } from '../../../words/index.ts';
import { countsOf, directionOf, directionSaid, MatrixTable, riskLogPaths, ScoreSaid, ScoreTrend, type MatrixVersion, type RiskBelow, type Score, type ScoreLine } from '../../risk-log/index.ts';
import { paths } from '../paths.ts';

type RisksBelowProps = {
  readonly words: Words; readonly org: string; readonly matrix: MatrixVersion | undefined; readonly quarters: readonly Quarter[]; readonly quarter: Quarter | undefined;
  readonly all: readonly RiskBelow[]; readonly trend: readonly ScoreLine[]; readonly shown: readonly RiskBelow[]; readonly at: Score | undefined;
};

/** The risks of all bodies below on one matrix, as they were sent. */
export function RisksBelowPage(props: RisksBelowProps) {
  const { words, org, matrix, quarters, quarter, all, trend } = props;
  const said = words.oversight.matrix;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      {quarters.length > 0 && (
        <form method="get" action={paths.matrix(org)}>
          <Select name="quarter" label={said.quarterLabel} value={quarter ?? ''} items={quarters.map((one) => ({ value: one, text: writtenQuarter(one) }))} />
          <Button variant="secondary">{said.show}</Button>
        </form>
      )}
      {quarter === undefined || all.length === 0 ? <p class="govuk-body">{said.none}</p> : (
        <>
          <p class="govuk-body">{said.intro(quarter)}</p>
          {matrix ? <MatrixTable words={words} matrix={matrix} caption={said.caption} counts={countsOf(all.map(({ residual }) => residual))} hrefOf={(at) => `${paths.matrix(org)}?quarter=${quarter}&at=${at}`} /> : <InsetText>{said.noMatrix}</InsetText>}
          <Risks {...props} quarter={quarter} />
          <ScoreTrend words={words} trend={trend} />
        </>
      )}
    </>
  );
}

function Risks({ words, org, matrix, quarter, shown, at }: RisksBelowProps & { readonly quarter: Quarter }) {
  const said = words.oversight.matrix;
  const caption = at && matrix ? said.at(matrix.likelihoods[at.likelihood - 1] ?? '', matrix.impacts[at.impact - 1] ?? '') : said.listCaption;
  return (
    <>
      <Table caption={caption} captionSize="m" narrow="stack" rows={shown} columns={[
        { title: said.risk, rowHeader: true, cell: ({ number, event, marking }: RiskBelow) => (
          <><span class="govuk-!-text-break-word">{words.riskLog.log.numbered(number, event)}</span>{marking === 'OFFICIAL-SENSITIVE' && <><br /><Tag colour="orange">{marking}</Tag></>}</>
        ) },
        { title: said.body, cell: ({ name, shortName }) => <a class="govuk-link" href={riskLogPaths.return(shortName, quarter)}>{name}</a> },
        { title: words.riskLog.log.theme, cell: ({ theme }) => words.riskLog.themes[theme] },
        { title: words.riskLog.log.residual, cell: ({ residual }) => <ScoreSaid words={words} score={residual} /> },
        { title: words.riskLog.log.direction, cell: ({ before, residual }) => directionSaid(words, directionOf(before, residual)) },
      ]} />
      {at && <p class="govuk-body"><a class="govuk-link" href={`${paths.matrix(org)}?quarter=${quarter}`}>{said.all}</a></p>}
    </>
  );
}
