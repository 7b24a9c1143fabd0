import { longestColumnTitle } from '../../documents/faults.ts';
import type { Block, Cell, Section, Table } from '../../documents/model.ts';
import { writtenYear, yearOf } from '../../kernel/year.ts';
import type { EarlierOutcome } from './earlier.ts';
import { english, labelOf, notesOf, toneOf, type Making } from './parts.ts';

type Named = { readonly code: string; readonly title: string };

/** Outcomes by year, where there is a year before: each with its own scale, and in one colour where the scales differ. */
export function yearsPart(making: Making): Section {
  const { told: { earlier, edition }, said, fill, words: { years } } = making;
  const title = said.part(fill(edition.report.benchmarks_heading), said.byYear);
  if (earlier.length === 0) return { title, blocks: [] };
  return { title, blocks: [...outcomesTable(making), ...notesOf([years.lead]), scalesTable(making)] };
}

function outcomesTable({ told, said, words: { years: words } }: Making): Block[] {
  const { earlier, edition, findings, year } = told;
  const known = earlier.filter(({ outcomes }) => outcomes.length > 0);
  if (known.length === 0) return [];
  const scale = scaleOf(told).join('\n');
  const isOneScale = known.every((one) => one.scale.join('\n') === scale);
  const now = edition.benchmarks.map(({ code, title }): Named => ({ code, title: english(title) }));
  const before = known.toReversed().flatMap(({ outcomes }) => outcomes).filter(({ code }, at, all) => !now.some((one) => one.code === code) && all.findIndex((one) => one.code === code) === at);
  const cellOf = (label: string, levelCode: string | null): Cell => ({ text: label, tone: isOneScale && levelCode !== null ? toneOf(edition, { is: 'level', levelCode }) : 'neutral' });
  const cellIn = (outcomes: readonly EarlierOutcome[], code: string, title: string): Cell => {
    const outcome = outcomes.find((one) => one.code === code);
    return outcome ? cellOf(outcome.title === title ? outcome.label : `${outcome.label} (${words.as(outcome.title)})`, outcome.levelCode) : words.noOutcome;
  };
  const cellNow = (code: string): Cell => {
    const result = findings.outcomes.get(code);
    return result ? cellOf(labelOf(edition, result) ?? '', result.is === 'level' ? result.levelCode : null) : words.notRecorded;
  };
  const table: Table = {
    kind: 'table', caption: said.outcomesByYear,
    columns: [{ title: words.benchmark, rowHeader: true }, ...known.map((one) => ({ title: headed(written(one.year), one.scale) })), { title: headed(writtenYear(year), scaleOf(told)) }],
    rows: [...now, ...before].map(({ code, title }) => [title, ...known.map(({ outcomes }) => cellIn(outcomes, code, title)), now.some((one) => one.code === code) ? cellNow(code) : words.notInEdition]),
  };
  return [table];
}

function scalesTable({ told, said, words: { years: words } }: Making): Table {
  const { earlier, edition, year } = told;
  return {
    kind: 'table', caption: words.scalesCaption, columns: [{ title: words.year, rowHeader: true }, { title: words.edition }, { title: words.scale }, { title: words.known }],
    rows: [
      ...earlier.map(({ year: before, edition: title, scale, counted }) => [
        written(before), title, scale.join(', '),
        counted ? `${words.counted(counted.counts)}. ${words.sourceSaid(counted.source)}` : said.outcomeOfEach,
      ]),
      [writtenYear(year), english(edition.title), scaleOf(told).join(', '), said.outcomeOfEach],
    ],
  };
}

/** A year with its scale, where a heading has room for it; the table of scales has it in any case. */
function headed(year: string, scale: readonly string[]): string {
  const whole = `${year}: ${scale.join(', ')}`;
  return whole.length > longestColumnTitle ? year : whole;
}

function scaleOf({ edition }: Making['told']): string[] {
  return edition.scale.levels.map(({ label }) => english(label));
}

function written(name: string): string {
  const year = yearOf(name);
  return year ? writtenYear(year) : name;
}
