import type { Id } from '../../kernel/id.ts';

export type EditionTables = {
  edition: { id: Id; shortName: string; sector: string; year: string; title: unknown; content: unknown; contentSha256: Buffer; publishedAt: Date };
};
