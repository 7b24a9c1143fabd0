import { Table, Tag, type TagColour } from '../../../govuk/index.ts';
import type { Words } from '../../../words/index.ts';
import { levelOf, steps, type Direction, type Level, type Matrix, type Score } from '../rules.ts';
import type { Timeliness } from '../rules-returns.ts';

const colours: Readonly<Record<Level, TagColour>> = { low: 'green', medium: 'yellow', high: 'orange', very_high: 'red' };

export function LevelTag({ words, level }: { readonly words: Words; readonly level: Level }) {
  return <Tag colour={colours[level]}>{words.riskLog.levels[level]}</Tag>;
}

export function ScoreSaid({ words, score }: { readonly words: Words; readonly score: Score & { readonly level: Level } }) {
  return <><LevelTag words={words} level={score.level} />{' '}<span class="dr-nowrap">{words.riskLog.score(score.likelihood, score.impact)}</span></>;
}

export function directionSaid({ riskLog }: Words, direction: Direction): string {
  return riskLog.directions[direction];
}

/** A state in words, which say it alone; the symbol and the colour only help. */
export function timelinessSaid({ riskLog: { timeliness: said } }: Words, state: Timeliness): string {
  switch (state.is) {
    case 'on time': return state.nil ? said.nil : said.onTime;
    case 'late': return state.nil ? said.nilLate(state.days) : said.late(state.days);
    case 'missing': return said.missing(state.days);
    case 'not yet due': return said.notYetDue(state.dueOn);
    case 'not asked': return said.notAsked;
  }
}

export function TimelinessTag({ words, state }: { readonly words: Words; readonly state: Timeliness }) {
  const { symbols } = words.riskLog.timeliness;
  const [colour, symbol] = ({
    'on time': ['green', state.is === 'on time' && state.nil ? symbols.nil : symbols.onTime], late: ['yellow', symbols.late], missing: ['red', symbols.missing],
    'not yet due': ['blue', symbols.notYetDue], 'not asked': ['grey', symbols.notAsked],
  } as const)[state.is];
  return <Tag colour={colour}><span aria-hidden="true">{symbol} </span>{timelinessSaid(words, state)}</Tag>;
}

type MatrixTableProps = {
  readonly words: Words; readonly matrix: Matrix; readonly caption: string;
  /** By "likelihood x impact", as countsOf has them. */
  readonly counts: ReadonlyMap<string, number>;
  /** Where the risks of a field are listed. */
  readonly hrefOf: (at: string) => string;
};

/** The matrix as a table: a row for each likelihood, the highest first; each field says its level and leads to its risks. */
export function MatrixTable({ words, matrix, caption, counts, hrefOf }: MatrixTableProps) {
  const said = words.riskLog.matrixTable;
  const wordOf = (list: readonly string[], step: number) => list[step - 1] ?? '';
  return (
    <Table caption={caption} captionSize="m" rows={[...steps].reverse()} columns={[
      { title: said.likelihood, rowHeader: true, cell: (likelihood: number) => said.step(likelihood, wordOf(matrix.likelihoods, likelihood)) },
      ...steps.map((impact) => ({
        title: said.step(impact, wordOf(matrix.impacts, impact)),
        cell: (likelihood: number) => {
          const at = `${likelihood}x${impact}`;
          const count = counts.get(at) ?? 0;
          const hidden = said.hidden(wordOf(matrix.likelihoods, likelihood), wordOf(matrix.impacts, impact));
          return (
            <>
              <LevelTag words={words} level={levelOf(matrix, { likelihood, impact })} /><br />
              {count === 0 ? said.none : <a class="govuk-link" href={hrefOf(at)}>{words.riskLog.risks(count)}<span class="govuk-visually-hidden">{hidden}</span></a>}
            </>
          );
        },
      })),
    ]} />
  );
}

/** The step of each way that an address names: "4x3". */
export function fieldOf(at: string): Score | undefined {
  const parts = /^([1-5])x([1-5])$/.exec(at);
  return parts ? { likelihood: Number(parts[1]), impact: Number(parts[2]) } : undefined;
}
