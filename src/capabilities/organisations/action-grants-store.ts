import type { Id } from '../../kernel/id.ts';
import type { Day } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import type { OrganisationTables } from './tables.ts';

const tables = (tx: Transaction) => tx.withTables<OrganisationTables>();

export type ActionGrant = { readonly orgId: Id; readonly id: Id; readonly granteeId: Id; readonly recordId: Id; readonly reason: string; readonly fromDay: Day };

/** Opens actions to the bodies that own them, until they are closed to them. */
export async function addActionGrants(tx: Transaction, grants: readonly ActionGrant[]): Promise<void> {
  if (grants.length > 0) await tables(tx).insertInto('accessGrant').values(grants.map((grant) => ({ ...grant, kind: 'action' as const }))).execute();
}

/** Closes an action to whoever it is open to, from the day on; what began that day is taken out. */
export async function endActionGrants(tx: Transaction, orgId: Id, recordId: Id, day: Day): Promise<void> {
  await tables(tx).deleteFrom('accessGrant').where('orgId', '=', orgId).where('kind', '=', 'action').where('recordId', '=', recordId).where('fromDay', '>=', day).execute();
  await tables(tx).updateTable('accessGrant').set({ toDay: day }).where('orgId', '=', orgId).where('kind', '=', 'action').where('recordId', '=', recordId).where('toDay', '>', day).execute();
}
