import type { Id } from '../../kernel/id.ts';
import type { Day, Year } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import { venuesIn } from './figures-store.ts';
import { yearVenues, type YearVenues } from './rules-year.ts';

/** The venues of a body, for what is written of a year; `standing`: whether the sites, which go on from year to year, stand in it. */
export async function venuesOfYear(tx: Transaction, orgId: Id, year: Year, { asAt, standing }: { readonly asAt: Day; readonly standing: boolean }): Promise<YearVenues | null> {
  const { sites, bookings } = await venuesIn(tx, orgId, year);
  return yearVenues(standing ? sites : [], bookings, asAt);
}
