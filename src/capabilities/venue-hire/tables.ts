import type { ColumnType, Generated } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Day } from '../../kernel/year.ts';
import type { OwnedColumns } from '../../platform/owned.ts';
import type { Admission, Booker, CheckItem, EventKind, Finding, Ground, Trigger } from './rules.ts';
import type { Correctable } from './rules-corrections.ts';
import type { BookingOutcome, Election, Question, Side, Verdict, Withdrawal } from './rules-keys.ts';
import type { Diligence, Filtering, Holding, IncidentKind, Relation } from './rules-sites.ts';

/** Set by the database alone, from who asked. */
type Kept<T> = ColumnType<T, never, never>;

export type VenueTables = {
  venuePolicy: OwnedColumns & { title: string; fromDay: Day; toDay: Day | null; endorsedBy: string | null; endorsedOn: Day | null };
  venueSite: OwnedColumns & {
    title: string; held: Holding; departmentId: Id | null; policyId: Id | null; capacity: number; largeFrom: number; staff: number; staffTrained: number;
    itFiltering: Filtering; itReviewOn: Day | null; wifiFiltering: Filtering; wifiReviewOn: Day | null;
  };
  partnerCheck: OwnedColumns & { partner: string; relation: Relation; checkedOn: Day; found: Diligence; nextOn: Day | null; said: string };
  keyHolder: OwnedColumns & { personId: Id; departmentId: Id; side: Side; fromDay: Day; toDay: Generated<string> };
  booking: OwnedColumns & {
    reference: string; siteId: Id; policyId: Id; receivedOn: Day; eventOn: Day; bookedBy: Booker; eventKind: EventKind; size: number; admission: Admission;
    hiredBefore: boolean; detailsHeld: boolean; termsAccepted: boolean; concern: Ground | null; largeFrom: number; triggers: Trigger[]; decideBy: Day; afterKey: Kept<boolean>;
    asking: Question | null; round: Generated<number>; hireRound: Generated<number>; outcome: BookingOutcome | null; byRule: boolean; decidedOn: Day | null; withdrawnWhen: Withdrawal | null;
  };
  bookingCheck: OwnedColumns & { bookingId: Id; round: Kept<number>; item: CheckItem; found: Finding; said: string };
  bookingCorrection: OwnedColumns & { bookingId: Id; correctedVersion: number; correctedOn: Day; changed: Correctable[]; reason: string };
  bookingAdvice: OwnedColumns & { bookingId: Id; askedOn: Day; question: string; answeredOn: Day | null; answer: string | null };
  bookingKey: OwnedColumns & {
    bookingId: Id; round: number; side: Side; departmentId: Id; policyId: Id; personId: Kept<Id>; turnedOn: Day; verdict: Verdict; said: string; conditions: string | null; restrictive: boolean;
    ground: Ground | null; groundSaid: string | null; lessRestrictive: string | null; equality: string | null; expression: string | null; election: Election | null; reviewRoute: string | null;
  };
  bookingReview: OwnedColumns & { bookingId: Id; round: number; askedOn: Day; said: string; result: 'upheld' | 'overturned' | null; heardOn: Day | null; heardBy: Kept<Id | null>; reason: string | null };
  venueIncident: OwnedColumns & { siteId: Id; bookingId: Id | null; happenedOn: Day; kind: IncidentKind; wronglyAllowed: boolean; what: string; learned: string };
};
