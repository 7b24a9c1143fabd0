import type { Id } from '../../kernel/id.ts';
import type { Day } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import type { OrganisationTables } from './tables.ts';

const tables = (tx: Transaction) => tx.withTables<OrganisationTables>();

/** What opens one record: an action to the body that owns it, a dip sample to the bodies of its reviewers. */
type Kind = 'action' | 'sample';

export type RecordGrant = { readonly orgId: Id; readonly id: Id; readonly granteeId: Id; readonly recordId: Id; readonly reason: string; readonly fromDay: Day };

export const addActionGrants = adding('action');
export const endActionGrants = ending('action');
export const addSampleGrants = adding('sample');
export const endSampleGrants = ending('sample');

/** Opens records to bodies, until they are closed to them. */
function adding(kind: Kind) {
  return async (tx: Transaction, grants: readonly RecordGrant[]): Promise<void> => {
    if (grants.length > 0) await tables(tx).insertInto('accessGrant').values(grants.map((grant) => ({ ...grant, kind }))).execute();
  };
}

/** Closes a record to whoever it is open to, from the day on; what began that day is taken out. */
function ending(kind: Kind) {
  return async (tx: Transaction, orgId: Id, recordId: Id, day: Day): Promise<void> => {
    await tables(tx).deleteFrom('accessGrant').where('orgId', '=', orgId).where('kind', '=', kind).where('recordId', '=', recordId).where('fromDay', '>=', day).execute();
    await tables(tx).updateTable('accessGrant').set({ toDay: day }).where('orgId', '=', orgId).where('kind', '=', kind).where('recordId', '=', recordId).where('toDay', '>', day).execute();
  };
}
