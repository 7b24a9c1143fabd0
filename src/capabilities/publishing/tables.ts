import type { Id } from '../../kernel/id.ts';
import type { OwnedColumns } from '../../platform/owned.ts';

export type PublishingTables = {
  publicRelease: OwnedColumns & { assessmentId: Id; year: string; frozen: string; frozenSha256: Buffer; withdrawnAt: Date | null; withdrawnReason: string | null };
};
