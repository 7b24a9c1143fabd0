import type { Id } from '../../kernel/id.ts';
import type { Bilingual } from '../../kernel/text.ts';

export type EditionTables = {
  edition: { id: Id; shortName: string; sector: string; year: string; title: Bilingual; content: unknown; contentSha256: Buffer; publishedAt: Date };
};
