import type { Id } from '../../kernel/id.ts';
import type { Transaction } from '../../platform/database.ts';
import { yearsAssessed } from '../assessment/index.ts';
import { editionById } from '../frameworks/index.ts';
import { outcomesOfYears } from '../moderation/index.ts';
import type { YearColumn } from './rules.ts';
import { countsOf, pastYearsOf } from './store.ts';

/**
 * The years of a body, the earliest first. Years of which only counts are known are the body's own affair: another scope
 * does not read them. Editions are kept in memory once read, so the loops ask the database for new ones only.
 */
export async function yearColumns(tx: Transaction, orgId: Id, withCounts: boolean): Promise<YearColumn[]> {
  const columns: YearColumn[] = [];
  const known = (await outcomesOfYears(tx, orgId)).filter(({ origin, published }) => origin === 'transcribed' || published);
  for (const { id, year, editionId } of await yearsAssessed(tx, orgId)) {
    const own = known.filter(({ assessmentId }) => assessmentId === id);
    const outcomes = new Map(own.map((outcome) => [outcome.benchmarkCode, outcome]));
    columns.push({ year, edition: await editionById(tx, editionId), is: 'by benchmark', outcomes, published: own.some(({ published }) => published) });
  }
  if (!withCounts) return columns.sort(byYear);
  const counts = Map.groupBy(await countsOf(tx, orgId), ({ pastYearId }): Id => pastYearId);
  for (const { id, year, editionId, source } of await pastYearsOf(tx, orgId)) {
    columns.push({ year, edition: await editionById(tx, editionId), is: 'counted', id, source, counts: counts.get(id) ?? [] });
  }
  return columns.sort(byYear);
}

function byYear(a: YearColumn, b: YearColumn): number {
  return a.year < b.year ? -1 : 1;
}
