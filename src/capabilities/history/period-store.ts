import type { Id } from '../../kernel/id.ts';
import type { KeptForYears } from '../../kernel/retention.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Period, PeriodRow } from './rules-period.ts';
import type { HistoryTables } from './tables.ts';

const tables = (tx: Transaction) => tx.withTables<HistoryTables>();

/** The periods that a body has set for itself. */
export async function ownPeriods(tx: Transaction, orgId: Id): Promise<ReadonlyMap<KeptForYears, PeriodRow>> {
  const rows = await tables(tx).selectFrom('retentionPeriod').select(['id', 'version', 'period', 'years', 'yearsUntilThen', 'holdsFrom']).where('orgId', '=', orgId).execute();
  return new Map(rows.map(({ period, ...row }) => [period, row]));
}

/** @returns false when somebody else saved first: the version is the one that the writer read, 0 where there was none. */
export async function savePeriod(tx: Transaction, { orgId, id, version }: { orgId: Id; id: Id; version: number }, { period, years }: Pick<Period, 'period' | 'years'>): Promise<boolean> {
  const saved = version === 0
    ? await tables(tx).insertInto('retentionPeriod').values({ orgId, id, period, years }).onConflict((conflict) => conflict.columns(['orgId', 'period']).doNothing()).returning('id').executeTakeFirst()
    : await tables(tx).updateTable('retentionPeriod').set({ years }).where('orgId', '=', orgId).where('period', '=', period).where('version', '=', version).returning('id').executeTakeFirst();
  return saved !== undefined;
}
