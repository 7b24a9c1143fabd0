import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Day } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Trigger } from './rules.ts';
import type { Correctable, Correction } from './rules-corrections.ts';
import { tables, type Key, type Seen } from './sites-store.ts';

export type Corrected = { readonly correctedOn: Day; readonly changed: readonly Correctable[]; readonly reason: string; readonly by: Id | null };

/** The first one first. */
export async function correctionsOf(tx: Transaction, { orgId, id }: Key): Promise<Corrected[]> {
  return tables(tx).selectFrom('bookingCorrection').select(['correctedOn', 'changed', 'reason', 'createdBy as by']).where('orgId', '=', orgId).where('bookingId', '=', id).orderBy('correctedVersion').execute();
}

/** Whether another booking has this reference. */
export async function isOfAnother(tx: Transaction, { orgId, id }: Key, reference: string): Promise<boolean> {
  const { rows } = await sql`select from booking where org_id = ${orgId} and reference = ${reference} and id <> ${id}`.execute(tx);
  return rows.length > 0;
}

type Rerouted = { readonly policyId: Id; readonly largeFrom: number; readonly triggers: readonly Trigger[]; readonly decideBy: Day; readonly round: number };

/** Puts right what was taken in; where the rules ask nothing of it any more, it is approved with this. The database refuses it of another version and after a decision. */
export async function saveCorrection(tx: Transaction, { orgId, id, version }: Seen, correctionId: Id, { facts, siteId, changed, reason }: Correction, { triggers, round, ...route }: Rerouted, today: Day): Promise<void> {
  await tables(tx).insertInto('bookingCorrection').values({ orgId, id: correctionId, bookingId: id, correctedVersion: version, correctedOn: today, changed: [...changed], reason }).execute();
  const approved = triggers.length === 0 ? { byRule: true, asking: null, outcome: 'approved' as const, decidedOn: today } : {};
  await tables(tx).updateTable('booking').set({ ...facts, siteId, ...route, triggers: [...triggers], round, hireRound: round, ...approved }).where('orgId', '=', orgId).where('id', '=', id).execute();
}
