import type { Id } from '../../kernel/id.ts';
import type { Day } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Exemption, ExemptionSeen, PaperText, PaperTextSeen } from './paper-text.ts';
import type { OutputTables } from './tables.ts';

const tables = (tx: Transaction) => tx.withTables<OutputTables>();

/** The texts that a body has written for a year's paper; those that were emptied are among them. */
export async function paperTexts(tx: Transaction, orgId: Id, assessmentId: Id): Promise<PaperTextSeen[]> {
  return tables(tx).selectFrom('paperText').select(['id', 'version', 'area', 'text', 'marking'])
    .where('orgId', '=', orgId).where('assessmentId', '=', assessmentId).orderBy('area').execute();
}

/** @returns false when somebody else saved first: the version is the one that the writer read, 0 where there was none. */
export async function savePaperText(tx: Transaction, to: { orgId: Id; id: Id; assessmentId: Id; version: number }, { area, text, marking }: PaperText): Promise<boolean> {
  const { orgId, id, assessmentId, version } = to;
  const saved = version === 0
    ? await tables(tx).insertInto('paperText').values({ orgId, id, assessmentId, area, text, marking })
      .onConflict((conflict) => conflict.columns(['orgId', 'assessmentId', 'area']).doNothing()).returning('id').executeTakeFirst()
    : await tables(tx).updateTable('paperText').set({ text, marking })
      .where('orgId', '=', orgId).where('assessmentId', '=', assessmentId).where('area', '=', area).where('version', '=', version).returning('id').executeTakeFirst();
  return saved !== undefined;
}

/** The exemptions of a year that hold on a day; without a day, all of them. */
export async function exemptionsOf(tx: Transaction, orgId: Id, assessmentId: Id, day?: Day): Promise<ExemptionSeen[]> {
  const rows = await tables(tx).selectFrom('exemption').select(['id', 'version', 'part', 'paragraph', 'reason', 'openToMembers', 'until'])
    .where('orgId', '=', orgId).where('assessmentId', '=', assessmentId).orderBy('id').execute();
  return rows.filter(({ until }) => day === undefined || until === null || until >= day);
}

/** @returns false when the part is exempt already. */
export async function addExemption(tx: Transaction, to: { orgId: Id; id: Id; assessmentId: Id }, exemption: Exemption): Promise<boolean> {
  const added = await tables(tx).insertInto('exemption').values({ ...to, ...exemption })
    .onConflict((conflict) => conflict.columns(['orgId', 'assessmentId', 'part']).doNothing()).returning('id').executeTakeFirst();
  return added !== undefined;
}

/** @returns false when it was changed or ended meanwhile. */
export async function endExemption(tx: Transaction, orgId: Id, id: Id, version: number): Promise<boolean> {
  const ended = await tables(tx).deleteFrom('exemption').where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).returning('id').executeTakeFirst();
  return ended !== undefined;
}
