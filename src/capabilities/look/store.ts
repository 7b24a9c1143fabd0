import { createHash } from 'node:crypto';
import type { Id } from '../../kernel/id.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Plain } from './rules.ts';
import type { LookTables } from './tables.ts';

const tables = (tx: Transaction) => tx.withTables<LookTables>();

export type LookRecord = Plain & {
  readonly id: Id; readonly version: number;
  readonly logoSha256: Buffer | null; readonly logoAlternative: string | null;
  readonly templateSha256: Buffer | null; readonly templateFile: string | null;
};

/** What of a look is saved together: each has a form of its own. */
export type LookChange =
  | Plain
  | { readonly logoSha256: Buffer | null; readonly logoAlternative: string | null }
  | { readonly templateSha256: Buffer | null; readonly templateFile: string | null };

export async function lookRecord(tx: Transaction, orgId: Id): Promise<LookRecord | undefined> {
  return tables(tx).selectFrom('look').select(['id', 'version', 'shownAs', 'colour', 'logoSha256', 'logoAlternative', 'templateSha256', 'templateFile'])
    .where('orgId', '=', orgId).executeTakeFirst();
}

/** @returns false when somebody else saved first: the version is the one that the writer read, 0 where there was none. */
export async function saveLook(tx: Transaction, { orgId, id, version }: { orgId: Id; id: Id; version: number }, change: LookChange): Promise<boolean> {
  const nothing = { shownAs: null, colour: null, logoSha256: null, logoAlternative: null, templateSha256: null, templateFile: null };
  const saved = version === 0
    ? await tables(tx).insertInto('look').values({ ...nothing, ...change, orgId, id }).onConflict((conflict) => conflict.column('orgId').doNothing()).returning('id').executeTakeFirst()
    : await tables(tx).updateTable('look').set(change).where('orgId', '=', orgId).where('version', '=', version).returning('id').executeTakeFirst();
  return saved !== undefined;
}

/** Keeps what a look is made from. @returns the hash by which it is named */
export async function keepLookFile(tx: Transaction, orgId: Id, content: Buffer): Promise<Buffer> {
  const sha256 = createHash('sha256').update(content).digest();
  await tables(tx).insertInto('lookFile').values({ orgId, sha256, content }).onConflict((conflict) => conflict.columns(['orgId', 'sha256']).doNothing()).execute();
  return sha256;
}

export async function lookFile(tx: Transaction, orgId: Id, sha256: Buffer): Promise<Buffer> {
  const { content } = await tables(tx).selectFrom('lookFile').select('content').where('orgId', '=', orgId).where('sha256', '=', sha256).executeTakeFirstOrThrow();
  return content;
}
