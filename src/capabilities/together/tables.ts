import type { Generated } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { OwnedColumns } from '../../platform/owned.ts';

/** A benchmark or an indicator of an assessment: one of the two codes is null. */
type PartColumns = { assessmentId: Id; editionId: Id; benchmarkCode: string | null; indicatorCode: string | null };

export type TogetherTables = {
  assignment: OwnedColumns & PartColumns & { personId: Id; dueOn: string };
  /** Half-open: toDay is the first day without cover. */
  cover: OwnedColumns & { personId: Id; coveringId: Id; fromDay: string; toDay: string };
  comment: OwnedColumns & PartColumns & { said: string; withdrawnAt: Generated<Date | null> };
  rework: OwnedColumns & PartColumns & { personId: Id | null; reason: string; handedInAt: Generated<Date | null> };
};
