import type { Day, Year } from '../../kernel/year.ts';
import type { OwnedColumns } from '../../platform/owned.ts';

export type CommitteeTables = { committeeMeeting: OwnedColumns & { committee: string; meetsOn: Day; papersDueOn: Day; year: Year; sentOn: Day | null } };
