import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Transaction } from '../../platform/database.ts';
import type { AssessmentTables } from './tables.ts';

/** What somebody asked for and, once somebody else agreed, what was done. */
export type Reopening = {
  readonly id: Id;
  readonly version: number;
  /** Of the submission that was re-opened. */
  readonly number: number;
  readonly reason: string;
  readonly askedBy: Id | null;
  readonly asker: string | null;
  readonly askedAt: Date;
  readonly confirmer: string | null;
  readonly confirmedAt: Date | null;
};

const tables = (tx: Transaction) => tx.withTables<AssessmentTables>();

/** The re-openings of an assessment, the latest first. */
export async function reopeningsOf(tx: Transaction, orgId: Id, assessmentId: Id): Promise<Reopening[]> {
  const { rows } = await sql<Reopening>`
    select r.id, r.version, s.number, r.reason, r.created_by as asked_by, r.created_at as asked_at, r.confirmed_at,
      (select n.name from names_of_people(array[r.created_by]) n) as asker, (select n.name from names_of_people(array[r.confirmed_by]) n) as confirmer
    from reopening r join submission s on s.org_id = r.org_id and s.org_id = ${orgId} and s.id = r.submission_id
    where r.org_id = ${orgId} and r.assessment_id = ${assessmentId} order by s.number desc`.execute(tx);
  return rows;
}

/** @returns false when somebody has asked already. @throws DR001 unless the submission stands, DR002 once findings are published. */
export async function askToReopen(tx: Transaction, asked: { orgId: Id; id: Id; assessmentId: Id; submissionId: Id; reason: string }): Promise<boolean> {
  const added = await tables(tx).insertInto('reopening').values(asked).onConflict((conflict) => conflict.columns(['orgId', 'submissionId']).doNothing()).returning('id').executeTakeFirst();
  return added !== undefined;
}

/** Re-opens the assessment; the database puts in who and when. @throws DR004 for the person who asked. */
export async function confirmReopening(tx: Transaction, orgId: Id, id: Id, version: number, now: Date): Promise<boolean> {
  const done = await tables(tx).updateTable('reopening').set({ confirmedAt: now }).where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).returning('id').executeTakeFirst();
  return done !== undefined;
}

/** @returns false when it was confirmed or withdrawn meanwhile. */
export async function withdrawReopening(tx: Transaction, orgId: Id, id: Id, version: number): Promise<boolean> {
  const gone = await tables(tx).deleteFrom('reopening').where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).where('confirmedAt', 'is', null).returning('id').executeTakeFirst();
  return gone !== undefined;
}
