import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Audience, Marking } from '../../kernel/marking.ts';
import type { Year } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';

/** Writes into the audit trail of the scope's organisation that a report was made: of which body, for whom, in what form. */
export async function noteReport(tx: Transaction, organisationId: Id, made: { readonly year: Year; readonly format: string; readonly audience: Audience; readonly marking: Marking }): Promise<void> {
  await sql`select audit_note('report', ${organisationId}, ${JSON.stringify(made)}::jsonb)`.execute(tx);
}
