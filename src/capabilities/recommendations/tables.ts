import type { ColumnType } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { OwnedColumns } from '../../platform/owned.ts';

/** Set by the database alone, from who asked and when. */
type Kept<T> = ColumnType<T, never, never>;

export type RecommendationTables = {
  followUp: OwnedColumns & {
    recommendationId: Id; state: ColumnType<'open' | 'proposed' | 'closed', never, 'open' | 'proposed' | 'closed'>;
    ownerRole: ColumnType<string | null, never, string | null>; department: ColumnType<string | null, never, string | null>;
    dueOn: ColumnType<string | null, never, string | null>; reply: ColumnType<string, never, string>;
    outcome: ColumnType<string | null, never, string | null>; reopenedReason: ColumnType<string | null, never, string>;
    proposedBy: Kept<Id | null>; proposedAt: Kept<Date | null>; confirmedBy: Kept<Id | null>; confirmedAt: Kept<Date | null>;
  };
  progressNote: OwnedColumns & { recommendationId: Id; datedOn: string; text: string };
  followUpEvidence: OwnedColumns & { recommendationId: Id; evidenceId: Id };
};
