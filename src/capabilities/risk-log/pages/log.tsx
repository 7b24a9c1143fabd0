import { ButtonLink, InsetText, Table, Tag } from '../../../govuk/index.ts';
import type { Day } from '../../../kernel/year.ts';
import type { Words } from '../../../words/index.ts';
import { importPaths } from '../../imports/index.ts';
import { paths } from '../paths.ts';
import { countsOf, directionOf, isReviewOverdue, type Score } from '../rules.ts';
import type { ScoreLine } from '../rules-trend.ts';
import type { MatrixVersion, Risk } from '../store.ts';
import { directionSaid, MatrixTable, ScoreSaid } from './parts.tsx';
import { ScoreTrend } from './trend.tsx';

export type LogProps = {
  readonly words: Words; readonly org: string; readonly today: Day; readonly matrix: MatrixVersion | undefined; readonly open: readonly Risk[]; readonly closed: readonly Risk[];
  /** The field of the matrix that the list is narrowed to. */
  readonly at: Score | undefined;
  readonly mayWrite: boolean; readonly mayAgree: boolean;
  readonly trend: readonly ScoreLine[];
  readonly links: readonly { readonly text: string; readonly href: string }[];
};

export function LogPage(props: LogProps) {
  const { words, org, matrix, open, closed, mayWrite, links, trend } = props;
  const said = words.riskLog.log;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      <p class="govuk-body">{said.intro}</p>
      <ul class="govuk-list">{links.map(({ text, href }) => <li><a class="govuk-link" href={href}>{text}</a></li>)}</ul>
      {!matrix && <NoMatrix {...props} />}
      {mayWrite && matrix && <ButtonLink href={paths.form(org)}>{said.add}</ButtonLink>}
      {open.length === 0 ? <p class="govuk-body">{said.none}</p> : <OpenRisks {...props} />}
      {matrix && <MatrixTable words={words} matrix={matrix} caption={words.riskLog.matrixTable.caption} counts={countsOf(open.map(({ scores }) => scores.residual))} hrefOf={(at) => `${paths.log(org)}?at=${at}`} />}
      <ScoreTrend words={words} trend={trend} />
      {closed.length > 0 && <Closed {...props} />}
      <Files {...props} />
    </>
  );
}

/** The log as a file, and for who writes it a template to fill in and the way back in. */
function Files({ words, org, matrix, mayWrite }: LogProps) {
  const { log: said, formats, kinds } = words.imports;
  const link = (href: string, text: string) => <>{' '}<a class="govuk-link" href={href}>{text}</a></>;
  return (
    <>
      <p class="govuk-body">{said.list}{(['xlsx', 'ods', 'csv'] as const).map((format) => link(paths.list(org, format), formats[format]))}</p>
      {mayWrite && matrix && <p class="govuk-body">{said.template}{(['xlsx', 'ods'] as const).map((format) => link(paths.template(org, format), formats[format]))}</p>}
      {mayWrite && <p class="govuk-body"><a class="govuk-link" href={importPaths.upload(org, 'risk-log')}>{kinds['risk-log'].link}</a></p>}
    </>
  );
}

function NoMatrix({ words, org, mayAgree }: LogProps) {
  const said = words.riskLog.log;
  return <InsetText>{said.noMatrix}{' '}{mayAgree ? <a class="govuk-link" href={paths.matrix(org)}>{said.agree}</a> : said.waitMatrix}</InsetText>;
}

function OpenRisks({ words, org, today, matrix, open, at }: LogProps) {
  const said = words.riskLog.log;
  const shown = at ? open.filter(({ scores: { residual } }) => residual.likelihood === at.likelihood && residual.impact === at.impact) : open;
  const caption = at && matrix ? said.at(matrix.likelihoods[at.likelihood - 1] ?? '', matrix.impacts[at.impact - 1] ?? '') : said.caption;
  return (
    <>
      <Table caption={caption} captionSize="m" narrow="stack" rows={shown} columns={[
        { title: said.risk, rowHeader: true, cell: ({ number, event, marking }: Risk) => (
          <>
            <a class="govuk-link govuk-!-text-break-word" href={paths.risk(org, number)}>{said.numbered(number, event)}</a>
            {marking === 'OFFICIAL-SENSITIVE' && <><br /><Tag colour="orange">{marking}</Tag></>}
          </>
        ) },
        { title: said.theme, cell: ({ theme }) => words.riskLog.themes[theme] },
        { title: said.residual, cell: ({ scores }) => <ScoreSaid words={words} score={scores.residual} /> },
        { title: said.direction, cell: ({ before, scores }) => directionSaid(words, directionOf(before?.residual ?? null, scores.residual)) },
        { title: said.owner, cell: ({ ownerRole }) => ownerRole ?? said.noOwner },
        { title: said.review, cell: (risk) => <>{words.riskLog.day(risk.nextReviewOn)}{isReviewOverdue(risk, today) && <>{' '}<Tag colour="red">{said.overdue}</Tag></>}</> },
      ]} />
      {at && <p class="govuk-body"><a class="govuk-link" href={paths.log(org)}>{said.all}</a></p>}
    </>
  );
}

function Closed({ words, org, closed }: LogProps) {
  const said = words.riskLog.log;
  return (
    <Table caption={said.closedCaption} captionSize="m" narrow="stack" rows={closed} columns={[
      { title: said.risk, rowHeader: true, cell: ({ number, event }: Risk) => <a class="govuk-link govuk-!-text-break-word" href={paths.risk(org, number)}>{said.numbered(number, event)}</a> },
      { title: said.closed, cell: ({ closedOn }) => (closedOn === null ? '' : words.riskLog.day(closedOn)) },
      { title: said.why, cell: ({ closedReason }) => <span class="govuk-!-text-break-word">{closedReason}</span> },
    ]} />
  );
}
