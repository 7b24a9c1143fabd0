import type { ColumnType, Generated } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Day, Quarter, Year } from '../../kernel/year.ts';
import type { OwnedColumns } from '../../platform/owned.ts';
import type { Office, Presence } from './rules.ts';

export type ChannelTables = {
  channelPanel: OwnedColumns & { runHere: boolean; reason: string | null; leadBody: string | null };
  channelOffice: OwnedColumns & { office: Office; role: string; appointedOn: Day; trainedOn: Day | null; trainingDueOn: Day | null };
  channelSeat: OwnedColumns & { agency: string; role: string; endedOn: Day | null };
  channelMeeting: OwnedColumns & { meetsOn: Day; held: boolean | null };
  channelPresence: OwnedColumns & { meetingId: Id; held: Generated<boolean>; seatId: Id; presence: Presence };
  channelAgreement: OwnedColumns & { agreedOn: Day; expiresOn: Day };
  channelStatement: OwnedColumns & {
    editionId: Id; year: Year; number: number; dueOn: Day | null; signedOn: Day | null; signedRole: string | null; signedBy: Id | null; signedOffAt: Date | null; signedOffBy: Id | null;
  };
  channelControl: OwnedColumns & { statementId: Id; editionId: Id; areaCode: string; extentCode: string; reason: string; options: readonly string[]; writers: Generated<readonly Id[]> };
  channelReviews: OwnedColumns & { quarter: ColumnType<Quarter, Quarter, never>; due: number; onTime: number };
};
