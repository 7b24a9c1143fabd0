import type { Id } from '../../kernel/id.ts';
import type { OwnedColumns } from '../../platform/owned.ts';
import type { DocumentKind } from './rules.ts';

export type YearsTables = {
  pastYear: OwnedColumns & { year: string; editionId: Id; source: string };
  pastCount: OwnedColumns & { pastYearId: Id; editionId: Id; levelCode: string; benchmarks: number };
  yearDocument: OwnedColumns & { year: string; kind: DocumentKind; source: string; evidenceId: Id };
};
