import type { ColumnType, Generated } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { OwnedColumns } from '../../platform/owned.ts';
import type { AnswerStatus } from './rules.ts';

/** Put in by the database (migrations/0007-second-reader.sql). */
type ByDatabase<T> = ColumnType<T, never, never>;

export type AssessmentTables = {
  assessment: OwnedColumns & { editionId: Id; year: string; openedOn: string | null };
  answer: OwnedColumns & { assessmentId: Id; editionId: Id; indicatorCode: string; status: AnswerStatus; note: Generated<string> };
  rating: OwnedColumns & {
    assessmentId: Id; editionId: Id; benchmarkCode: string; levelCode: string | null; narrative: Generated<string>;
    notApplicable: Generated<boolean>; notApplicableReason: string | null; leadBody: string | null;
  };
  draft: { orgId: Id; personId: Id; assessmentId: Id; code: string; baseVersion: number; fields: Readonly<Record<string, string>>; savedAt: Generated<Date> };
  submission: OwnedColumns & { assessmentId: Id; year: string; frozen: string; frozenSha256: Buffer; number: ByDatabase<number>; signOffId: ByDatabase<Id> };
  assessmentWriter: { orgId: Id; assessmentId: Id; benchmarkCode: string; personId: Id };
  challenge: OwnedColumns & { assessmentId: Id; editionId: Id; benchmarkCode: string; levelCode: string | null; selfLevelCode: ByDatabase<string | null>; reason: string };
  challengeReply: OwnedColumns & { challengeId: Id; assessmentId: Id; kept: boolean; reason: string };
  signOff: OwnedColumns & { assessmentId: Id; stateSha256: Buffer };
  reopening: OwnedColumns & { assessmentId: Id; submissionId: Id; reason: string; confirmedBy: ByDatabase<Id | null>; confirmedAt: ColumnType<Date | null, never, Date> };
  amendment: OwnedColumns & {
    assessmentId: Id; submissionId: Id; year: string; editionId: Id; benchmarkCode: string | null; frozen: string; frozenSha256: Buffer;
    confirmedBy: ByDatabase<Id | null>; confirmedAt: ColumnType<Date | null, never, Date>;
  };
};
