import type { Generated } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { OwnedColumns } from '../../platform/owned.ts';
import type { AnswerStatus } from './rules.ts';

export type AssessmentTables = {
  assessment: OwnedColumns & { editionId: Id; year: string; openedOn: string | null };
  answer: OwnedColumns & { assessmentId: Id; editionId: Id; indicatorCode: string; status: AnswerStatus; note: Generated<string> };
  rating: OwnedColumns & {
    assessmentId: Id; editionId: Id; benchmarkCode: string; levelCode: string | null; narrative: Generated<string>;
    notApplicable: Generated<boolean>; notApplicableReason: string | null; leadBody: string | null;
  };
  draft: { orgId: Id; personId: Id; assessmentId: Id; code: string; baseVersion: number; fields: Readonly<Record<string, string>>; savedAt: Generated<Date> };
  submission: OwnedColumns & { assessmentId: Id; year: string; frozen: string; frozenSha256: Buffer };
};
