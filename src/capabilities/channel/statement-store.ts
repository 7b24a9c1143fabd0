import { sql } from 'kysely';
import type { Id, MakeId } from '../../kernel/id.ts';
import type { Day, Year } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Control, Signature } from './rules-statements.ts';
import type { ChannelTables } from './tables.ts';

const tables = (tx: Transaction) => tx.withTables<ChannelTables>();

type Key = { readonly orgId: Id; readonly id: Id };
type Seen = Key & { readonly version: number };

export type StatementSeen = {
  readonly id: Id; readonly version: number; readonly editionId: Id; readonly year: Year; readonly number: number; readonly dueOn: Day | null;
  readonly signedOn: Day | null; readonly signedRole: string | null; readonly signedBy: Id | null; readonly signedOffAt: Date | null;
};

/** Who wrote it is known in the body's own scope alone; elsewhere nobody, and version 0. */
export type ControlSeen = Control & { readonly areaCode: string; readonly version: number; readonly writers: readonly Id[] };

const columns = ['id', 'version', 'editionId', 'year', 'number', 'dueOn', 'signedOn', 'signedRole', 'signedBy', 'signedOffAt'] as const;

/** The newest first; to a body that shares the panel only those that were signed off. */
export function statementsOf(tx: Transaction, orgId: Id): Promise<StatementSeen[]> {
  return tables(tx).selectFrom('channelStatement').select(columns).where('orgId', '=', orgId).orderBy('year', 'desc').orderBy('number', 'desc').execute();
}

export function statementOf(tx: Transaction, { orgId, id }: Key): Promise<StatementSeen | undefined> {
  return tables(tx).selectFrom('channelStatement').select(columns).where('orgId', '=', orgId).where('id', '=', id).executeTakeFirst();
}

export async function controlsOf(tx: Transaction, { orgId, id }: Key, scope: 'own' | 'grant', today: Day): Promise<ControlSeen[]> {
  if (scope === 'grant') {
    const { rows } = await sql<Omit<ControlSeen, 'version' | 'writers'>>`select area_code, extent_code, reason, options from channel_statement_shared(${id}, ${today}::date)`.execute(tx);
    return rows.map((row) => ({ ...row, version: 0, writers: [] }));
  }
  return tables(tx).selectFrom('channelControl').select(['areaCode', 'extentCode', 'reason', 'options', 'version', 'writers']).where('orgId', '=', orgId).where('statementId', '=', id).execute();
}

/** @returns false when a statement of that year is there: what is wrong in it is put right by a correction */
export async function openStatement(tx: Transaction, key: Key, opening: { readonly editionId: Id; readonly year: Year; readonly dueOn: Day | null }): Promise<boolean> {
  const row = await tables(tx).insertInto('channelStatement').values({ ...key, ...opening, number: 1 }).onConflict((clash) => clash.columns(['orgId', 'year', 'number']).doNothing()).returning('id').executeTakeFirst();
  return row !== undefined;
}

/** The next statement of the year, which begins with what the one before says. @returns false when it was corrected already */
export async function correctStatement(tx: Transaction, key: Key, { id: before, editionId, year, number }: StatementSeen, newId: MakeId): Promise<boolean> {
  const row = await tables(tx).insertInto('channelStatement').values({ ...key, editionId, year, number: number + 1 }).onConflict((clash) => clash.columns(['orgId', 'year', 'number']).doNothing()).returning('id').executeTakeFirst();
  if (!row) return false;
  const controls = await tables(tx).selectFrom('channelControl').select(['areaCode', 'extentCode', 'reason', 'options']).where('orgId', '=', key.orgId).where('statementId', '=', before).execute();
  await tables(tx).insertInto('channelControl').values(controls.map((control) => ({ ...control, orgId: key.orgId, id: newId(), statementId: key.id, editionId }))).execute();
  return true;
}

/** @returns false when the statement was signed, or somebody else saved first: the version is the one that the writer read, 0 where there was none. So do the functions below. */
export async function saveControl(tx: Transaction, { orgId, id, version }: Seen, at: { readonly statementId: Id; readonly editionId: Id; readonly areaCode: string }, control: Control): Promise<boolean> {
  const open = await tables(tx).selectFrom('channelStatement').select('id').where('orgId', '=', orgId).where('id', '=', at.statementId).where('signedOn', 'is', null).forNoKeyUpdate().executeTakeFirst();
  if (!open) return false;
  const saved = version === 0
    ? await tables(tx).insertInto('channelControl').values({ orgId, id, ...at, ...control }).onConflict((clash) => clash.columns(['orgId', 'statementId', 'areaCode']).doNothing()).returning('id').executeTakeFirst()
    : await tables(tx).updateTable('channelControl').set(control).where('orgId', '=', orgId).where('statementId', '=', at.statementId).where('areaCode', '=', at.areaCode).where('version', '=', version).returning('id').executeTakeFirst();
  return saved !== undefined;
}

/** The database writes who recorded it, and holds the statement from then on. */
export async function signStatement(tx: Transaction, { orgId, id, version }: Seen, signature: Signature): Promise<boolean> {
  const row = await tables(tx).updateTable('channelStatement').set(signature).where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).where('signedOn', 'is', null).returning('id').executeTakeFirst();
  return row !== undefined;
}

export async function signOffStatement(tx: Transaction, { orgId, id, version }: Seen): Promise<boolean> {
  const row = await tables(tx).updateTable('channelStatement').set({ signedOffAt: sql<Date>`now()` }).where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).where('signedOn', 'is not', null).where('signedOffAt', 'is', null).returning('id').executeTakeFirst();
  return row !== undefined;
}

/** One that was opened by mistake, with what it says: what was signed stays. */
export async function removeStatement(tx: Transaction, { orgId, id, version }: Seen): Promise<boolean> {
  const locked = await tables(tx).selectFrom('channelStatement').select('id').where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).where('signedOn', 'is', null).forUpdate().executeTakeFirst();
  if (!locked) return false;
  await tables(tx).deleteFrom('channelControl').where('orgId', '=', orgId).where('statementId', '=', id).execute();
  await tables(tx).deleteFrom('channelStatement').where('orgId', '=', orgId).where('id', '=', id).execute();
  return true;
}
