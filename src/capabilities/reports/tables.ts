import type { Id } from '../../kernel/id.ts';
import type { Day } from '../../kernel/year.ts';
import type { OwnedColumns } from '../../platform/owned.ts';
import type { Area } from './paper-text.ts';

export type OutputTables = {
  paperText: OwnedColumns & { assessmentId: Id; area: Area; text: string };
  exemption: OwnedColumns & { assessmentId: Id; part: string; paragraph: number; reason: string; openToMembers: boolean; until: Day | null };
};
