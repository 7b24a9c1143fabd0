import type { Generated } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Bilingual } from '../../kernel/text.ts';
import type { EditionKind } from './edition.ts';

export type EditionTables = {
  edition: { id: Id; kind: EditionKind; shortName: string; sector: string; year: string; title: Bilingual; content: unknown; contentSha256: Buffer; publishedAt: Date };
  editionKeeper: { accountId: Id };
  editionDraft: { id: Id; title: string; fileText: string; contentSha256: Buffer; loadedBy: Id; loadedAt: Generated<Date>; publishedAt: Generated<Date | null> };
  account: { id: Id; email: string };
};
