import type { ColumnType, Generated } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { OwnedColumns } from '../../platform/owned.ts';
import type { Origin, Rag, State } from './rules.ts';

/** Set by the database alone, from who asked and when. */
type Kept<T> = ColumnType<T, never, never>;

export type ActionPlanTables = {
  planObjective: OwnedColumns & { editionId: Id; benchmarkCode: string; text: string };
  action: OwnedColumns & {
    editionId: Id | null; benchmarkCode: string | null; objectiveId: Id | null; text: string;
    ownerId: Id | null; ownerBody: string | null; ownerRole: string | null; partners: Generated<string>;
    startOn: string | null; dueOn: string | null; successMeasure: string | null;
    origin: Origin; originId: Id | null; originNote: string | null;
    state: ColumnType<State, never, State>; outcome: ColumnType<string | null, never, string>; reopenedReason: ColumnType<string | null, never, string>;
    proposedBy: Kept<Id | null>; proposedAt: Kept<Date | null>; confirmedBy: Kept<Id | null>; confirmedAt: Kept<Date | null>;
  };
  actionNote: OwnedColumns & { actionId: Id; datedOn: string; text: string; rag: Rag | null };
  actionEvidence: OwnedColumns & { actionId: Id; evidenceId: Id };
};
