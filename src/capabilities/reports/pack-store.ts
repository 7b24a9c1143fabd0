import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Id } from '../../kernel/id.ts';
import type { Audience, Marking } from '../../kernel/marking.ts';
import { changedSinceFrozen } from '../../platform/audit.ts';
import type { Transaction } from '../../platform/database.ts';
import type { FileStore } from '../../platform/files.ts';
import { holdFile } from '../../platform/retention.ts';
import type { Pack } from './pack.ts';
import type { OutputTables } from './tables.ts';

const tables = (tx: Transaction) => tx.withTables<OutputTables>();

export type IssuedPack = {
  readonly id: Id; readonly createdAt: Date; readonly audience: Audience; readonly marking: Marking; readonly productVersion: string; readonly sha256: Buffer;
};

export type NewPack = { readonly orgId: Id; readonly id: Id; readonly assessmentId: Id; readonly editionId: Id; readonly audience: Audience; readonly productVersion: string; readonly frozen: string };

const columns = ['id', 'createdAt', 'audience', 'marking', 'productVersion', 'sha256'] as const;

/** The packs of a year, the newest first. */
export async function packsOf(tx: Transaction, orgId: Id, assessmentId: Id): Promise<IssuedPack[]> {
  return tables(tx).selectFrom('issuedPack').select(columns).where('orgId', '=', orgId).where('assessmentId', '=', assessmentId).orderBy('id', 'desc').execute();
}

export async function packById(tx: Transaction, orgId: Id, assessmentId: Id, id: Id): Promise<IssuedPack & { readonly frozen: string } | undefined> {
  return tables(tx).selectFrom('issuedPack').select([...columns, 'frozen']).where('orgId', '=', orgId).where('assessmentId', '=', assessmentId).where('id', '=', id).executeTakeFirst();
}

/** Keeps a pack for ever: its bytes in the file store under their hash, its record in the row. */
export async function keepPack(tx: Transaction, files: FileStore, pack: NewPack, { bytes, marking }: Pack): Promise<void> {
  const received = await files.receive(Readable.from([bytes]), `${pack.id}.zip`);
  await holdFile(tx, pack.orgId, received.sha256);
  const frozenSha256 = createHash('sha256').update(pack.frozen).digest();
  await tables(tx).insertInto('issuedPack').values({ ...pack, marking, frozenSha256, sha256: received.sha256, bytes: received.bytes }).execute();
  await files.keep(pack.orgId, received);
}

/** Packs whose file or record is not what was issued: for verification. */
export async function damagedPacks(tx: Transaction, files: FileStore, orgId: Id): Promise<Id[]> {
  const rows = await tables(tx).selectFrom('issuedPack').select(['id', 'sha256']).where('orgId', '=', orgId).orderBy('id').execute();
  const damaged = new Set(await changedSinceFrozen(tx, orgId, 'issued_pack'));
  for (const { id, sha256 } of rows) {
    const found = await files.hashOf(orgId, sha256);
    if (!found || !sha256.equals(found)) damaged.add(id);
  }
  return [...damaged];
}
