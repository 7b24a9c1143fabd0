import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Marking } from '../../kernel/marking.ts';
import type { Transaction } from '../../platform/database.ts';

/** An indicator of another body that is opened to the scope's organisation. Only in the grant scope. */
export type SharedPart = {
  readonly orgId: Id; readonly shortName: string; readonly organisation: string; readonly year: string; readonly assessmentId: Id; readonly editionId: Id;
  readonly code: string; readonly mayWrite: boolean; readonly toDay: string;
};

export type EvidenceTitle = { readonly title: string; readonly datedOn: string; readonly marking: Marking };

export async function sharedParts(tx: Transaction, today: string): Promise<SharedPart[]> {
  const { rows } = await sql<SharedPart>`select * from parts_opened_to_us(${today}::date) order by organisation, year desc, code`.execute(tx);
  return rows;
}

export async function evidenceTitles(tx: Transaction, { orgId, assessmentId, code }: SharedPart): Promise<EvidenceTitle[]> {
  const { rows } = await sql<EvidenceTitle>`select * from evidence_titles(${orgId}::uuid, ${assessmentId}::uuid, ${code})`.execute(tx);
  return rows;
}
