import type { ColumnType, Generated } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Day, Quarter } from '../../kernel/year.ts';
import type { OwnedColumns } from '../../platform/owned.ts';
import type { Way } from './rules.ts';
import type { RequestWay, Reply } from './rules-requests.ts';

/** Filled in by the database from what the row names. */
type Copied<T> = ColumnType<T, never, never>;

export type OversightTables = {
  chase: OwnedColumns & { aboutId: Id; quarter: Quarter; chasedOn: Day; toRole: string; way: Way; note: string };
  riskCitation: OwnedColumns & { riskId: Id; citedOn: Day; bodyId: Id; returnedId: Id; quarter: Copied<Quarter>; number: Copied<number> };
  riskRequest: Omit<OwnedColumns, 'marking'> & { marking: Generated<string>; toId: Id; way: RequestWay; askedOn: Day; reason: string; riskId: Id; number: Copied<number> };
  riskReply: OwnedColumns & { requestOrgId: Id; requestId: Id; answer: Reply['answer']; repliedOn: Day; reason: string; riskId: Id | null };
  riskWithdrawal: OwnedColumns & { requestId: Id; toId: Copied<Id>; withdrawnOn: Day; reason: string };
  organisation: { id: Id; name: string; shortName: string };
};
