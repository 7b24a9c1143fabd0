import type { ColumnType } from 'kysely';
import type { KeptForYears } from '../../kernel/retention.ts';
import type { Day } from '../../kernel/year.ts';
import type { OwnedColumns } from '../../platform/owned.ts';

export type HistoryTables = {
  /** The last two are the database's own. */
  retentionPeriod: OwnedColumns & { period: KeptForYears; years: number; yearsUntilThen: ColumnType<number, never, never>; holdsFrom: ColumnType<Day, never, never> };
};
