import type { Id } from '../../kernel/id.ts';
import type { Day } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import type { OrganisationTables } from './tables.ts';

const tables = (tx: Transaction) => tx.withTables<OrganisationTables>();

export type ChannelGrant = { readonly id: Id; readonly version: number; readonly granteeId: Id; readonly grantee: string; readonly fromDay: string; readonly toDay: string };

/** Opens the record of a body's Channel panel to one that shares it. */
export async function addChannelGrant(tx: Transaction, grant: { readonly orgId: Id; readonly id: Id; readonly granteeId: Id; readonly reason: string; readonly fromDay: Day }): Promise<void> {
  await tables(tx).insertInto('accessGrant').values({ ...grant, kind: 'channel', recordId: null }).execute();
}

/** To whom it is and was open, the latest first. */
export function channelGrantsOf(tx: Transaction, orgId: Id): Promise<ChannelGrant[]> {
  return tables(tx).selectFrom('accessGrant as g').innerJoin('organisation as o', 'o.id', 'g.granteeId').select(['g.id', 'g.version', 'g.granteeId', 'o.name as grantee', 'g.fromDay', 'g.toDay'])
    .where('g.orgId', '=', orgId).where('g.kind', '=', 'channel').orderBy('g.fromDay', 'desc').orderBy('o.name').execute();
}
