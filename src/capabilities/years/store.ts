import { newId, type Id } from '../../kernel/id.ts';
import type { Transaction } from '../../platform/database.ts';
import type { DocumentKind, NewCounts } from './rules.ts';
import type { YearsTables } from './tables.ts';

export type PastYear = { readonly id: Id; readonly year: string; readonly editionId: Id; readonly source: string };
export type CountLine = { readonly pastYearId: Id; readonly levelCode: string; readonly benchmarks: number };
export type YearDocument = { readonly id: Id; readonly year: string; readonly kind: DocumentKind; readonly source: string; readonly evidenceId: Id };

const tables = (tx: Transaction) => tx.withTables<YearsTables>();

/** The years of which only counts are known, the latest first. */
export async function pastYearsOf(tx: Transaction, orgId: Id): Promise<PastYear[]> {
  return tables(tx).selectFrom('pastYear').select(['id', 'year', 'editionId', 'source']).where('orgId', '=', orgId).orderBy('year', 'desc').execute();
}

export async function countsOf(tx: Transaction, orgId: Id): Promise<CountLine[]> {
  return tables(tx).selectFrom('pastCount').select(['pastYearId', 'levelCode', 'benchmarks']).where('orgId', '=', orgId).execute();
}

/** Records how many benchmarks stood on each level. @returns false when the year is recorded already */
export async function addCounts(tx: Transaction, { orgId, id, editionId, year, source, counts }: NewCounts & { readonly orgId: Id; readonly id: Id; readonly editionId: Id }): Promise<boolean> {
  const added = await tables(tx).insertInto('pastYear').values({ orgId, id, editionId, year, source })
    .onConflict((conflict) => conflict.columns(['orgId', 'year']).doNothing()).returning('id').executeTakeFirst();
  if (!added) return false;
  await tables(tx).insertInto('pastCount').values(counts.map((count) => ({ orgId, id: newId(), pastYearId: id, editionId, ...count }))).execute();
  return true;
}

/** Takes the counts of a year away again, as when they were mistaken; the trail keeps what they were. */
export async function removeCounts(tx: Transaction, orgId: Id, id: Id): Promise<void> {
  await tables(tx).deleteFrom('pastCount').where('orgId', '=', orgId).where('pastYearId', '=', id).execute();
  await tables(tx).deleteFrom('pastYear').where('orgId', '=', orgId).where('id', '=', id).execute();
}

/** The papers, plans and letters of every year, by kind. */
export async function documentsOf(tx: Transaction, orgId: Id): Promise<YearDocument[]> {
  return tables(tx).selectFrom('yearDocument').select(['id', 'year', 'kind', 'source', 'evidenceId']).where('orgId', '=', orgId).orderBy('year', 'desc').orderBy('kind').orderBy('id').execute();
}

export async function addDocument(tx: Transaction, document: Omit<YearDocument, 'id'> & { readonly orgId: Id; readonly id: Id }): Promise<void> {
  await tables(tx).insertInto('yearDocument').values(document).execute();
}
