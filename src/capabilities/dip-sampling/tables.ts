import type { ColumnType, Generated } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Day } from '../../kernel/year.ts';
import type { OwnedColumns } from '../../platform/owned.ts';
import type { Code } from './rules-agreement.ts';
import type { Seat, State, Step, Worked } from './rules.ts';

/** Set by the database alone. */
type Kept<T> = ColumnType<T, never, never>;

export type SampleTables = {
  referralPathway: OwnedColumns & { number: number; inForceOn: Day; formEdition: string; steps: ColumnType<Step[], string, never>; safeguarding: string; complaints: string; changeNote: string };
  sampleProgramme: OwnedColumns & { everyMonths: number; purpose: string };
  sampleExercise: OwnedColumns & {
    programmeId: Id; panelId: Id; fromDay: Day; toDay: Day; population: number; sampleSize: number; listUsed: string; listOrder: string; custodianRole: string; exclusions: string; policeCount: number;
    bank: string; questionCodes: string[]; repeatsId: Id | null; repeatReason: string | null;
    state: ColumnType<State, never, State>; frame: ColumnType<string | null, never, string>; frameSha256: ColumnType<Buffer | null, never, Buffer>; frozenAt: Kept<Date | null>; frozenBy: Kept<Id | null>;
    drawnOn: Kept<Day | null>; pairs: Kept<number[] | null>; answersErasedOn: Kept<Day | null>;
    themes: ColumnType<string | null, never, string>; learning: ColumnType<string | null, never, string>; endedOn: ColumnType<Day | null, never, Day>; lapseReason: ColumnType<string | null, never, string>;
  };
  sampleSeat: OwnedColumns & {
    exerciseId: Id; seat: Seat; bodyId: Id; role: string; personId: ColumnType<Id | null, never, Id>; finishedAt: ColumnType<Date | null, never, Date>; settledAt: ColumnType<Date | null, never, Date>;
  };
  sampleThrow: { orgId: Id; exerciseId: Id; seat: Seat; thrownBy: Id; throws: string; retention: Generated<string> };
  sampleDraw: OwnedColumns & { exerciseId: Id; method: string; chairThrows: string; policeThrows: string; seed: Buffer; positions: number[]; drawnOn: Day };
  sampleAnswer: { orgId: Id; exerciseId: Id; position: number; seat: Seat | 'agreed'; question: string; code: Code; reviewerId: Id; opened: Generated<boolean>; retention: Generated<string> };
  sampleTally: OwnedColumns & { exerciseId: Id; question: string; yes: number; partly: number; no: number; na: number; unsettled: number };
  sampleCheck: OwnedColumns & { exerciseId: Id; actionId: Id; worked: Worked };
};
