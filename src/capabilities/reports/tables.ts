import type { Id } from '../../kernel/id.ts';
import type { Audience } from '../../kernel/marking.ts';
import type { Day } from '../../kernel/year.ts';
import type { OwnedColumns } from '../../platform/owned.ts';
import type { Area } from './paper-text.ts';

export type OutputTables = {
  paperText: OwnedColumns & { assessmentId: Id; area: Area; text: string };
  exemption: OwnedColumns & { assessmentId: Id; part: string; paragraph: number; reason: string; openToMembers: boolean; until: Day | null };
  issuedPack: OwnedColumns & {
    assessmentId: Id; editionId: Id; audience: Audience; productVersion: string; frozen: string; frozenSha256: Buffer; sha256: Buffer; bytes: number;
  };
};
