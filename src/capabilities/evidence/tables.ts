import type { Generated } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { OwnedColumns } from '../../platform/owned.ts';

export type EvidenceTables = {
  evidence: OwnedColumns & {
    kind: 'file' | 'link'; title: string; url: string | null; sha256: Buffer | null; bytes: number | null; mediaType: string | null;
    fileName: string | null; scanned: Generated<'not_scanned' | 'clean' | 'infected'>; ownerRole: string; datedOn: string | null; expiresOn: string | null; releasedAt: Date | null;
  };
  evidenceUse: OwnedColumns & { evidenceId: Id; assessmentId: Id; editionId: Id; indicatorCode: string };
};
