import type { ColumnType, Generated } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { OwnedColumns } from '../../platform/owned.ts';

export type ModerationTables = {
  moderation: OwnedColumns & {
    assessmentId: Id; editionId: Id; origin: 'recorded' | 'transcribed'; letterId: Id | null; letterDatedOn: string | null;
    checkedBy: Id | null; checkedAt: Date | null; publishedAt: Date | null;
    /** Everybody who wrote any part; the database keeps it. */
    writers: ColumnType<readonly Id[], never, never>;
  };
  outcome: OwnedColumns & {
    moderationId: Id; editionId: Id; benchmarkCode: string; levelCode: string | null; notApplicable: Generated<boolean>;
    notApplicableReason: string | null; leadBody: string | null; reasonNotStated: Generated<boolean>;
  };
  strength: OwnedColumns & { moderationId: Id; editionId: Id; benchmarkCode: string | null; position: number; text: string };
  recommendation: OwnedColumns & { moderationId: Id; editionId: Id; benchmarkCode: string | null; position: number; text: string };
  sharedFindings: OwnedColumns & { moderationId: Id; frozen: string; frozenSha256: Buffer };
  findingsReply: OwnedColumns & { moderationId: Id; sharedId: Id; recommendationId: string | null; stance: 'accepted' | 'comment'; text: string };
  visitNote: OwnedColumns & {
    aboutOrgId: Id; year: string; contact: 'visit' | 'call' | 'meeting' | 'letter' | 'other'; datedOn: string; byRole: string; text: string; sharedAt: Date | null;
  };
  publication: OwnedColumns & { moderationId: Id; year: string; frozen: string; frozenSha256: Buffer };
};
