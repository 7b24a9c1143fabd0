import type { Id } from '../../kernel/id.ts';
import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import { keptForYears, keptYears, type KeptForYears } from '../../kernel/retention.ts';
import type { Day } from '../../kernel/year.ts';

/** A period that a body has set for itself: until it holds, the years that held before. */
export type PeriodRow = { readonly id: Id; readonly version: number; readonly years: number; readonly yearsUntilThen: number; readonly holdsFrom: Day };

/** How long a kind of record is kept on a day, and what comes instead. Version 0 and no identifier: the product's own. */
export type Period = { readonly period: KeptForYears; readonly id: Id | undefined; readonly version: number; readonly years: number; readonly coming: { readonly years: number; readonly from: Day } | undefined };

export function periodOf(period: KeptForYears, own: PeriodRow | undefined, today: Day): Period {
  if (!own) return { period, id: undefined, version: 0, years: keptYears[period].usual, coming: undefined };
  const { id, version, years, yearsUntilThen, holdsFrom } = own;
  return today < holdsFrom ? { period, id, version, years: yearsUntilThen, coming: { years, from: holdsFrom } } : { period, id, version, years, coming: undefined };
}

export function periodNamed(name: string | undefined): KeptForYears | undefined {
  return keptForYears.find((period) => period === name);
}

/** The years that somebody typed, within the bounds of the kind. */
export function chosenYears(period: KeptForYears, text: string): Outcome<number> {
  const { least, most } = keptYears[period];
  const years = /^\d{1,2}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return years >= least && years <= most ? accept(years) : refuse({ field: 'years', say: ({ history }) => history.kept.badYears(least, most) });
}
