import { sql } from 'kysely';
import type { Id, MakeId } from '../../kernel/id.ts';
import type { Transaction } from '../../platform/database.ts';
import type { KindName, Remembered, Table } from './rules.ts';
import type { ImportTables } from './tables.ts';

/** What was read of a file. `chosen`: what somebody said of its columns by hand. */
export type SheetImport = { readonly id: Id; readonly kind: KindName; readonly quarter: string | null; readonly fileName: string; readonly sheet: Table; readonly chosen: Remembered };

type Key = { readonly orgId: Id; readonly id: Id };

const tables = (tx: Transaction) => tx.withTables<ImportTables>();

/** Keeps what was read, in place of what the same person has waiting of the kind. */
export async function keepImport(tx: Transaction, { orgId, id, personId, kind, quarter, fileName, sheet }: Key & Omit<SheetImport, 'chosen'> & { readonly personId: Id }): Promise<void> {
  await tables(tx).deleteFrom('sheetImport').where('orgId', '=', orgId).where('personId', '=', personId).where('kind', '=', kind).execute();
  await tables(tx).insertInto('sheetImport').values({ orgId, id, personId, kind, quarter, fileName, sheet: JSON.stringify(sheet) }).execute();
}

/** The file of the kind that the scope's person has waiting, if there is one. */
export function waitingOf(tx: Transaction, orgId: Id, kind: KindName): Promise<Pick<SheetImport, 'id' | 'fileName'> | undefined> {
  return tables(tx).selectFrom('sheetImport').select(['id', 'fileName']).where('orgId', '=', orgId).where('kind', '=', kind).executeTakeFirst();
}

/** What the scope's person has waiting under this identifier. */
export function importOf(tx: Transaction, { orgId, id }: Key): Promise<SheetImport | undefined> {
  return tables(tx).selectFrom('sheetImport').select(['id', 'kind', 'quarter', 'fileName', 'sheet', 'chosen']).where('orgId', '=', orgId).where('id', '=', id).executeTakeFirst();
}

export async function chooseColumns(tx: Transaction, { orgId, id }: Key, chosen: Remembered): Promise<void> {
  await tables(tx).updateTable('sheetImport').set({ chosen: JSON.stringify(chosen) }).where('orgId', '=', orgId).where('id', '=', id).execute();
}

export async function forgetImport(tx: Transaction, { orgId, id }: Key): Promise<void> {
  await tables(tx).deleteFrom('sheetImport').where('orgId', '=', orgId).where('id', '=', id).execute();
}

/** The headings under which the body's own files have the fields of a kind. */
export async function rememberedOf(tx: Transaction, orgId: Id, kind: KindName): Promise<Remembered> {
  const rows = await tables(tx).selectFrom('columnMatch').select(['field', 'heading']).where('orgId', '=', orgId).where('kind', '=', kind).execute();
  return Object.fromEntries(rows.map(({ field, heading }) => [field, heading]));
}

export async function remember(tx: Transaction, orgId: Id, kind: KindName, chosen: Remembered, newId: MakeId): Promise<void> {
  const rows = Object.entries(chosen).map(([field, heading]) => ({ orgId, id: newId(), kind, field, heading: heading.slice(0, 200) }));
  if (rows.length === 0) return;
  await tables(tx).insertInto('columnMatch').values(rows)
    .onConflict((clash) => clash.columns(['orgId', 'kind', 'field']).doUpdateSet({ heading: sql`excluded.heading` })).execute();
}

/** Writes into the body's trail that a file was brought in, and what came of it. */
export async function noteImport(tx: Transaction, id: Id, made: Readonly<Record<string, string | number>>): Promise<void> {
  await sql`select audit_note('import', ${id}, ${JSON.stringify(made)}::jsonb)`.execute(tx);
}
