import type { Id } from '../../kernel/id.ts';
import type { Quarter } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import { chaseKey, type Chase } from './rules.ts';
import type { OversightTables } from './tables.ts';

const tables = (tx: Transaction) => tx.withTables<OversightTables>();

/** How often each body was asked for each of these quarters. */
export async function chaseCounts(tx: Transaction, orgId: Id, quarters: readonly Quarter[]): Promise<ReadonlyMap<string, number>> {
  if (quarters.length === 0) return new Map();
  const rows = await tables(tx).selectFrom('chase').select(['aboutId', 'quarter']).select(({ fn }) => fn.countAll<number>().as('count'))
    .where('orgId', '=', orgId).where('quarter', 'in', [...quarters]).groupBy(['aboutId', 'quarter']).execute();
  return new Map(rows.map(({ aboutId, quarter, count }) => [chaseKey(aboutId, quarter), count]));
}

/** What one body was asked for, the newest first. */
export async function chasesOf(tx: Transaction, orgId: Id, aboutId: Id): Promise<Chase[]> {
  return tables(tx).selectFrom('chase').select(['quarter', 'chasedOn', 'toRole', 'way', 'note'])
    .where('orgId', '=', orgId).where('aboutId', '=', aboutId).orderBy('chasedOn', 'desc').orderBy('id', 'desc').execute();
}

export async function addChase(tx: Transaction, key: { readonly orgId: Id; readonly id: Id; readonly aboutId: Id }, chase: Chase): Promise<void> {
  await tables(tx).insertInto('chase').values({ ...key, ...chase }).execute();
}

/** What others asked this body for, as it may read them: the newest first. */
export async function chasesAbout(tx: Transaction, bodyId: Id): Promise<(Omit<Chase, 'note'> & { readonly by: string })[]> {
  return tables(tx).selectFrom('chase as c').innerJoin('organisation as o', 'o.id', 'c.orgId').select(['c.quarter', 'c.chasedOn', 'c.toRole', 'c.way', 'o.name as by'])
    .where('c.aboutId', '=', bodyId).orderBy('c.chasedOn', 'desc').orderBy('c.id', 'desc').execute();
}
