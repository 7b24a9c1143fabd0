import type { Way } from '../../kernel/access.ts';
import type { Id } from '../../kernel/id.ts';
import type { Marking } from '../../kernel/marking.ts';

/** Who writes what the Home Office found: its adviser, or the authority from the adviser's letter. */
export type Origin = 'recorded' | 'transcribed';

/** The outcome of one benchmark: a level of the edition's scale, or not applicable with the reason and who leads. */
export type Result =
  | { readonly is: 'level'; readonly levelCode: string }
  | { readonly is: 'not applicable'; readonly reason: string; readonly leadBody: string }
  /** Only of findings that were transcribed: the letter says N/A and no more. */
  | { readonly is: 'not applicable, reason not stated' };

export type BenchmarkOutcome = { readonly benchmarkCode: string; readonly result: Result; readonly version: number };

/** Strengths and recommendations are records of their own: never derived from an outcome, nor an outcome from them. */
export type StatementKind = 'strength' | 'recommendation';

export type StatementText = { readonly benchmarkCode: string | null; readonly text: string; readonly marking: Marking };

export type Statement = StatementText & { readonly id: Id; readonly position: number; readonly version: number };

/** The title is known to those who may read the body's evidence. */
export type Letter = { readonly id: Id; readonly title: string | null; readonly datedOn: string | null };

/** What the Home Office found of one assessment, published or not. */
export type Findings = {
  readonly id: Id;
  readonly assessmentId: Id;
  readonly editionId: Id;
  /** Grows with every change of any part. */
  readonly version: number;
  readonly origin: Origin;
  readonly letter: Letter | undefined;
  /** Everybody who wrote any part. */
  readonly writers: readonly Id[];
  readonly checkedBy: Id | null;
  readonly checkedAt: Date | null;
  readonly publishedAt: Date | null;
  readonly outcomes: ReadonlyMap<string, BenchmarkOutcome>;
  readonly strengths: readonly Statement[];
  readonly recommendations: readonly Statement[];
};

/** The way on which somebody comes to the findings. */
export type Hand = Way['scope'];
