import type { ColumnType } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { OwnedColumns } from '../../platform/owned.ts';

export type LookTables = {
  look: OwnedColumns & {
    shownAs: string | null; colour: string | null;
    logoSha256: Buffer | null; logoAlternative: string | null;
    templateSha256: Buffer | null; templateFile: string | null;
  };
  lookFile: { orgId: ColumnType<Id, Id, never>; sha256: Buffer; content: Buffer };
};
