import { Table, Tag } from '../../../govuk/index.ts';
import type { Words } from '../../../words/index.ts';
import { riskLogPaths, ScoreSaid } from '../../risk-log/index.ts';
import { moves, type MovedRisk, type Move, type Unchanged } from '../rules-changes.ts';

export type Moved = MovedRisk & { readonly move: Move };

/** What the last return of each body says anew, by what happened. */
export function MovedPage({ words, risks }: { readonly words: Words; readonly risks: readonly Moved[] }) {
  const said = words.oversight.moved;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      <p class="govuk-body">{said.intro}</p>
      {risks.length === 0 && <p class="govuk-body">{said.none}</p>}
      {moves.map((move) => {
        const rows = risks.filter((risk) => risk.move === move);
        return rows.length > 0 && (
          <Table caption={said.kinds[move]} captionSize="m" narrow="stack" rows={rows} columns={[
            { title: said.risk, rowHeader: true, cell: ({ number, event, marking }: Moved) => (
              <><span class="govuk-!-text-break-word">{words.riskLog.log.numbered(number, event)}</span>{marking === 'OFFICIAL-SENSITIVE' && <><br /><Tag colour="orange">{marking}</Tag></>}</>
            ) },
            { title: said.body, cell: ({ name, shortName, quarter, previous }) => <><a class="govuk-link" href={riskLogPaths.return(shortName, quarter)}>{name}</a><br />{said.between(quarter, previous)}</> },
            { title: said.before, cell: ({ before }) => (before ? words.riskLog.score(before.likelihood, before.impact) : said.noBefore) },
            { title: said.now, cell: ({ residual }) => <ScoreSaid words={words} score={residual} /> },
            { title: said.reason, cell: ({ reason }) => <span class="govuk-!-text-break-word">{reason}</span> },
          ]} />
        );
      })}
    </>
  );
}

/** Bodies whose log was sent as it was, quarter after quarter. */
export function UnchangedPage({ words, logs }: { readonly words: Words; readonly logs: readonly Unchanged[] }) {
  const said = words.oversight.unchanged;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      <p class="govuk-body">{said.intro}</p>
      {logs.length === 0 ? <p class="govuk-body">{said.none}</p> : (
        <Table caption={said.caption} captionSize="m" narrow="stack" rows={logs} columns={[
          { title: said.body, rowHeader: true, cell: ({ name }: Unchanged) => name },
          { title: said.how, cell: ({ quarters, since }) => said.quarters(quarters, since) },
          { title: said.holds, cell: ({ risks, isNil }) => (isNil ? said.nil : said.risks(risks)) },
          { title: words.oversight.quarterTitle, cell: ({ shortName, last }) => <a class="govuk-link" href={riskLogPaths.return(shortName, last)}>{said.read(last)}</a> },
        ]} />
      )}
    </>
  );
}
