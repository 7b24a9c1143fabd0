import type { Id } from '../../kernel/id.ts';
import type { Day } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Meeting } from './rules.ts';
import type { CommitteeTables } from './tables.ts';

const tables = (tx: Transaction) => tx.withTables<CommitteeTables>();

export type MeetingSeen = Meeting & { readonly id: Id; readonly version: number; readonly sentOn: Day | null };

/** A body's meetings, the next deadline first. */
export async function meetingsOf(tx: Transaction, orgId: Id): Promise<MeetingSeen[]> {
  return tables(tx).selectFrom('committeeMeeting').select(['id', 'version', 'committee', 'meetsOn', 'papersDueOn', 'year', 'sentOn'])
    .where('orgId', '=', orgId).orderBy('papersDueOn').orderBy('id').execute();
}

/** @returns false when the meeting is there already. */
export async function addMeeting(tx: Transaction, to: { orgId: Id; id: Id }, meeting: Meeting): Promise<boolean> {
  const added = await tables(tx).insertInto('committeeMeeting').values({ ...to, ...meeting, sentOn: null })
    .onConflict((conflict) => conflict.columns(['orgId', 'committee', 'meetsOn', 'year']).doNothing()).returning('id').executeTakeFirst();
  return added !== undefined;
}

type Seen = { readonly orgId: Id; readonly id: Id; readonly version: number };

/** @returns false when somebody else changed or removed it first; so does `removeMeeting`. */
export async function markSent(tx: Transaction, { orgId, id, version }: Seen, on: Day): Promise<boolean> {
  const sent = await tables(tx).updateTable('committeeMeeting').set({ sentOn: on })
    .where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).returning('id').executeTakeFirst();
  return sent !== undefined;
}

export async function removeMeeting(tx: Transaction, { orgId, id, version }: Seen): Promise<boolean> {
  const removed = await tables(tx).deleteFrom('committeeMeeting').where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).returning('id').executeTakeFirst();
  return removed !== undefined;
}
