import type { Year } from '../../kernel/year.ts';
import { notApplicable, ratingLabel, type Edition } from '../frameworks/index.ts';
import type { YearColumn } from '../years/index.ts';

/** A year before, with the edition and the scale that it was assessed against: its own words, which are no levels of this year's scale. */
export type EarlierYear = {
  readonly year: string;
  /** The year's findings have been published, so that the public may be told. */
  readonly published: boolean;
  readonly edition: string;
  readonly scale: readonly string[];
  /** Empty where a source gives numbers alone. */
  readonly outcomes: readonly EarlierOutcome[];
  readonly counted: { readonly counts: readonly { readonly level: string; readonly count: number }[]; readonly source: string } | null;
};

/** A level of null is "not applicable". */
export type EarlierOutcome = { readonly code: string; readonly title: string; readonly label: string; readonly levelCode: string | null };

/** What is known of the years before one, of the same sector; years of which nothing is known are none. */
export function earlierYears(columns: readonly YearColumn[], year: Year, sector: Edition['sector']): EarlierYear[] {
  return columns.filter((column) => column.year < year && column.edition.sector === sector).map(earlierYear)
    .filter(({ outcomes, counted }) => outcomes.length > 0 || counted !== null);
}

function earlierYear(column: YearColumn): EarlierYear {
  const { year, edition } = column;
  const labelOf = (levelCode: string | null) => ratingLabel(edition, levelCode ?? notApplicable, 'en') ?? '';
  const about = { year, edition: edition.title.en, scale: edition.scale.levels.map(({ label }) => label.en) };
  if (column.is === 'counted') {
    return { ...about, published: false, outcomes: [], counted: { source: column.source, counts: column.counts.map(({ levelCode, benchmarks }) => ({ level: labelOf(levelCode), count: benchmarks })) } };
  }
  const outcomes = edition.benchmarks.flatMap(({ code, title }): EarlierOutcome[] => {
    const outcome = column.outcomes.get(code);
    return outcome ? [{ code, title: title.en, label: labelOf(outcome.levelCode), levelCode: outcome.levelCode }] : [];
  });
  return { ...about, published: column.published, outcomes, counted: null };
}
