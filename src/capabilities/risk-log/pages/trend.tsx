import { Drawing } from '../../../documents/html.tsx';
import { Table } from '../../../govuk/index.ts';
import { writtenQuarter } from '../../../kernel/year.ts';
import type { Words } from '../../../words/index.ts';
import { levels } from '../rules.ts';
import type { ScoreLine } from '../rules-trend.ts';
import { trendPicture } from '../trend-picture.ts';

/** How the scores moved from quarter to quarter: a table, then the same as a picture; nothing before anything was sent. */
export function ScoreTrend({ words, trend }: { readonly words: Words; readonly trend: readonly ScoreLine[] }) {
  const { trend: said, levels: named } = words.riskLog;
  if (trend.length === 0) return null;
  return (
    <>
      <Table caption={said.caption} captionSize="m" narrow="stack" rows={trend} columns={[
        { title: said.quarter, rowHeader: true, cell: ({ quarter }: ScoreLine) => writtenQuarter(quarter) },
        { title: said.open, numeric: true, cell: ({ risks }: ScoreLine) => String(risks) },
        ...levels.map((level) => ({ title: named[level], numeric: true, cell: ({ byLevel }: ScoreLine) => String(byLevel[level]) })),
        { title: said.mean, numeric: true, cell: ({ mean }: ScoreLine) => mean.toFixed(1) },
      ]} />
      <Drawing picture={trendPicture(words, trend)} />
    </>
  );
}
