import type { Generated } from 'kysely';
import type { MailFailure } from '../../kernel/mail.ts';
import type { Id } from '../../kernel/id.ts';
import type { Marking } from '../../kernel/marking.ts';
import type { Day } from '../../kernel/year.ts';
import type { OwnedColumns } from '../../platform/owned.ts';
import type { ItemKind } from './rules.ts';

export type ReminderTables = {
  /** A view of what other capabilities keep (migrations/0035-channel-statement.sql). */
  dueItem: { orgId: Id; kind: ItemKind; about: string; dueOn: Day; title: string; year: string; marking: Marking; changedAt: Date; reminderDays: readonly number[] | null };
  outgoingMail: {
    orgId: Id; id: Id; personId: Id; kind: 'reminder' | 'digest' | 'test'; facts: Generated<unknown>; queuedAt: Generated<Date>; attempts: Generated<number>;
    nextTryAt: Generated<Date>; sentAt: Date | null; givenUpAt: Date | null; failure: MailFailure | null;
  };
  remindersOff: OwnedColumns & { personId: Id };
  calendarFeed: OwnedColumns & { personId: Id | null; tokenSha256: Buffer };
};
