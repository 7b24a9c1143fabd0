import type { ColumnType, Generated } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Day, Quarter } from '../../kernel/year.ts';
import type { OwnedColumns } from '../../platform/owned.ts';
import type { Level, Theme } from './rules.ts';
import type { Standing } from './rules-returns.ts';

/** Written once, with its row. */
type Once<T> = ColumnType<T, T, never>;

type RiskColumns = { theme: Theme; cause: string; event: string; effect: string; controls: string; ownerRole: string | null; benchmarkCodes: string[]; publicSummary: string; nextReviewOn: Day };

type ScoreColumns = {
  inherentLikelihood: number; inherentImpact: number; inherentLevel: Level;
  residualLikelihood: number; residualImpact: number; residualLevel: Level;
  targetLikelihood: number; targetImpact: number; targetLevel: Level;
};

export type RiskTables = {
  riskMatrix: OwnedColumns & { number: number; agreedOn: Day; likelihoods: string[]; impacts: string[]; mediumFrom: number; highFrom: number; veryHighFrom: number };
  riskQuarter: OwnedColumns & { quarter: Once<Quarter>; opensOn: Day; dueOn: Day; reminderDays: number[]; asksSetter: Generated<boolean> };
  risk: OwnedColumns & RiskColumns & { number: Once<number>; reviewedOn: Day; closedOn: Day | null; closedReason: string | null };
  riskScoring: OwnedColumns & ScoreColumns & { riskId: Id; number: number; matrixOrgId: Id; matrixNumber: number; scoredOn: Day; reason: string | null };
  riskReturn: OwnedColumns & {
    quarter: Once<Quarter>; begunOn: Once<Day>; dueOn: Day | null; sentOn: Day | null; sentAt: ColumnType<Date | null, never, Date>; kind: 'log' | 'nil' | null;
    nilReason: string | null; signedRole: string | null; risks: number | null; frozen: string | null; frozenSha256: Buffer | null;
  };
  riskConfirmation: OwnedColumns & { returnId: Id; riskId: Id };
  returnedRisk: OwnedColumns & RiskColumns & ScoreColumns & {
    returnId: Id; quarter: Quarter; riskId: Id; number: number; standing: Standing; reason: string | null; scoringNumber: number; beforeLikelihood: number | null; beforeImpact: number | null;
  };
  returnNote: OwnedColumns & { returnId: Id; writtenOn: Day; text: string };
  riskEvent: OwnedColumns & { title: string; reach: 'national' | 'local'; happenedOn: Day; dueOn: Day };
  riskEventBody: OwnedColumns & { eventId: Id; bodyId: Id };
  riskEventAnswer: OwnedColumns & { eventOrgId: Id; eventId: Id; answeredOn: Day; changedRisks: Generated<number[]>; said: string };
  policeProfile: OwnedColumns & { editionLabel: string; datedOn: Day; briefedOn: Day; briefedRoles: string };
  organisation: { id: Id; name: string; shortName: string };
  organisationClosure: { ancestorId: Id; descendantId: Id; fromDay: Day; toDay: Day; depth: number };
};
