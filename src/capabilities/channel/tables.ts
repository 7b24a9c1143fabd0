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
  channelStatement: OwnedColumns & { editionLabel: string; year: Year; signedOn: Day };
  channelReviews: OwnedColumns & { quarter: ColumnType<Quarter, Quarter, never>; due: number; onTime: number };
};
