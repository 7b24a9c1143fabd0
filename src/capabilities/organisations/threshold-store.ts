import type { Id } from '../../kernel/id.ts';
import { usualThreshold } from '../../kernel/small-numbers.ts';
import type { Transaction } from '../../platform/database.ts';
import type { OrganisationTables } from './tables.ts';

/** Without a row of the body's own: the usual one, at version 0. */
export type Threshold = { readonly id: Id | undefined; readonly version: number; readonly below: number };

const tables = (tx: Transaction) => tx.withTables<OrganisationTables>();

export async function thresholdRow(tx: Transaction, orgId: Id): Promise<Threshold> {
  const row = await tables(tx).selectFrom('threshold').select(['id', 'version', 'below']).where('orgId', '=', orgId).executeTakeFirst();
  return row ?? { id: undefined, version: 0, below: usualThreshold };
}

/** Counts of people below this are left out of what the body publishes (src/documents/small-numbers.ts). */
export async function thresholdOf(tx: Transaction, orgId: Id): Promise<number> {
  return (await thresholdRow(tx, orgId)).below;
}

/** @returns false when somebody else saved first: the version is the one that the writer read, 0 where there was none. */
export async function saveThreshold(tx: Transaction, { orgId, id, version }: { orgId: Id; id: Id; version: number }, below: number): Promise<boolean> {
  const saved = version === 0
    ? await tables(tx).insertInto('threshold').values({ orgId, id, below }).onConflict((conflict) => conflict.column('orgId').doNothing()).returning('id').executeTakeFirst()
    : await tables(tx).updateTable('threshold').set({ below }).where('orgId', '=', orgId).where('version', '=', version).returning('id').executeTakeFirst();
  return saved !== undefined;
}
