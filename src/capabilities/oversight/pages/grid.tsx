import { Table } from '../../../govuk/index.ts';
import { writtenQuarter, type Quarter } from '../../../kernel/year.ts';
import type { Words } from '../../../words/index.ts';
import { riskLogPaths, TimelinessTag, type CalendarQuarter } from '../../risk-log/index.ts';
import { paths } from '../paths.ts';
import type { Cell, Row, TrendLine } from '../rules.ts';

type GridProps = {
  readonly words: Words; readonly org: string; readonly calendar: readonly CalendarQuarter[]; readonly rows: readonly Row[]; readonly trend: readonly TrendLine[];
  /** Where the older quarters end that have no room here. */
  readonly earlier: Quarter | undefined;
  readonly mayRead: boolean; readonly mayChase: boolean; readonly mayRisks: boolean; readonly maySet: boolean;
};

/** Each body below by each quarter, and the share on time. */
export function GridPage(props: GridProps) {
  const { words, org, calendar, rows, earlier, mayRisks, maySet } = props;
  const said = words.oversight;
  const links = [
    { href: paths.register(org), text: said.register.link }, { href: paths.moved(org), text: said.moved.link }, { href: paths.unchanged(org), text: said.unchanged.link },
    { href: paths.matrix(org), text: said.matrixLink }, { href: paths.requests(org), text: said.requests.link },
  ];
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      <p class="govuk-body">{said.intro}</p>
      <ul class="govuk-list">
        {mayRisks && links.map(({ href, text }) => <li><a class="govuk-link" href={href}>{text}</a></li>)}
        {maySet && <li><a class="govuk-link" href={riskLogPaths.calendar(org)}>{said.setCalendar}</a></li>}
      </ul>
      {rows.length === 0 ? <p class="govuk-body">{said.noBodies}</p> : calendar.length === 0 ? <p class="govuk-body">{said.noQuarters}</p> : (
        <>
          <Grid {...props} />
          {earlier !== undefined && <p class="govuk-body"><a class="govuk-link" href={`${paths.grid(org)}?before=${earlier}`}>{said.earlier}</a></p>}
          <Trend {...props} />
        </>
      )}
    </>
  );
}

function Grid(props: GridProps) {
  const { words, org, calendar, rows } = props;
  const said = words.oversight;
  return (
    <Table caption={said.caption} captionSize="m" rows={rows} columns={[
      { title: said.body, rowHeader: true, cell: ({ name, shortName }: Row) => <a class="govuk-link" href={paths.chases(org, shortName)}>{name}</a> },
      ...calendar.map(({ quarter }, at) => ({
        title: <span class="dr-nowrap">{writtenQuarter(quarter)}</span>,
        cell: (row: Row) => { const cell = row.cells[at]; return cell && <Field {...props} row={row} cell={cell} />; },
      })),
    ]} />
  );
}

function Field({ words, org, row, cell: { quarter, timeliness, chases, reminded }, mayRead, mayChase }: GridProps & { readonly row: Row; readonly cell: Cell }) {
  const said = words.oversight;
  const hidden = <span class="govuk-visually-hidden">{said.hidden(row.name, quarter)}</span>;
  const isSent = timeliness.is === 'on time' || timeliness.is === 'late';
  return (
    <>
      <TimelinessTag words={words} state={timeliness} />
      {isSent && mayRead && <><br /><a class="govuk-link dr-nowrap" href={riskLogPaths.return(row.shortName, quarter)}>{said.open}{hidden}</a></>}
      {timeliness.is === 'missing' && mayChase && <><br /><a class="govuk-link dr-nowrap" href={`${paths.chases(org, row.shortName)}?quarter=${quarter}`}>{said.chase}{hidden}</a></>}
      {reminded > 0 && <><br /><span class="dr-nowrap">{said.reminded(reminded)}</span></>}
      {chases > 0 && <><br /><span class="dr-nowrap">{said.chased(chases)}</span></>}
    </>
  );
}

function Trend({ words, trend }: GridProps) {
  const said = words.oversight;
  return (
    <Table caption={said.trendCaption} captionSize="m" narrow="stack" rows={trend} columns={[
      { title: said.quarterTitle, rowHeader: true, cell: ({ quarter }: TrendLine) => writtenQuarter(quarter) },
      { title: said.due, numeric: true, cell: ({ due }) => String(due) },
      { title: said.onTime, numeric: true, cell: ({ onTime }) => String(onTime) },
      { title: said.share, numeric: true, cell: ({ onTime, due }) => (due === 0 ? said.none : said.percent(onTime, due)) },
      { title: said.trend, cell: ({ direction, due }) => (due === 0 ? '' : said.direction[direction]) },
    ]} />
  );
}
