import type { Id } from '../../kernel/id.ts';
import type { Day, Quarter } from '../../kernel/year.ts';
import type { OwnedColumns } from '../../platform/owned.ts';
import type { Way } from './rules.ts';

export type OversightTables = {
  chase: OwnedColumns & { aboutId: Id; quarter: Quarter; chasedOn: Day; toRole: string; way: Way; note: string };
  organisation: { id: Id; name: string; shortName: string };
};
