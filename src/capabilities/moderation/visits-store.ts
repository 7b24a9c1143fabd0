import type { Id } from '../../kernel/id.ts';
import type { Year } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import type { NewVisit, VisitNote } from './rules-visit.ts';
import type { ModerationTables } from './tables.ts';

const tables = (tx: Transaction) => tx.withTables<ModerationTables>();

/** The notes of a body's year, newest first: all of the adviser's own team, for the body those that were shared. Row-level security tells the two apart. */
export async function visitsTo(tx: Transaction, aboutOrgId: Id, year: Year): Promise<VisitNote[]> {
  return tables(tx).selectFrom('visitNote').select(['id', 'contact', 'datedOn', 'byRole', 'text', 'marking', 'sharedAt']).where('aboutOrgId', '=', aboutOrgId).where('year', '=', year)
    .orderBy('datedOn', 'desc').orderBy('id').execute();
}

/** The note belongs to the adviser's own organisation. */
export async function addVisit(tx: Transaction, note: NewVisit & { readonly orgId: Id; readonly id: Id; readonly aboutOrgId: Id; readonly year: Year }): Promise<void> {
  await tables(tx).insertInto('visitNote').values({ ...note, sharedAt: null }).execute();
}

/** @returns false when there is no such note, or it has been shared */
export async function shareVisit(tx: Transaction, { orgId, id, aboutOrgId, now }: { readonly orgId: Id; readonly id: Id; readonly aboutOrgId: Id; readonly now: Date }): Promise<boolean> {
  const row = await tables(tx).updateTable('visitNote').set({ sharedAt: now })
    .where('orgId', '=', orgId).where('id', '=', id).where('aboutOrgId', '=', aboutOrgId).where('sharedAt', 'is', null).returning('id').executeTakeFirst();
  return row !== undefined;
}
