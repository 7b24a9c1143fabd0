import type { Id } from '../kernel/id.ts';
import type { Day, Year } from '../kernel/year.ts';
import type { Words } from '../words/index.ts';
import type { Transaction } from './database.ts';

/** A figure that the product itself computes from its records, with the rule and the way to the rows behind it. */
export type Fact = {
  /** The indicator or the whole benchmark that it stands beside. */
  readonly concerns: { readonly indicator: string } | { readonly benchmark: string };
  readonly say: (words: Words) => string;
  /** How it was computed, in a sentence. */
  readonly rule: (words: Words) => string;
  readonly rowsHref: string;
  /** How many pieces of evidence stand behind the indicator, where the fact tells of them. */
  readonly pieces?: number;
  readonly asAt: Day;
};

/** What a fact source is asked: one benchmark of one body's assessment. */
export type FactQuestion = {
  readonly tx: Transaction;
  readonly orgId: Id;
  readonly orgShortName: string;
  readonly assessmentId: Id;
  readonly year: Year;
  readonly benchmark: { readonly code: string; readonly indicatorCodes: readonly string[] };
  readonly today: Day;
};

/** One capability's facts. However many indicators there are, a source reads with as many statements. */
export type FactSource = { readonly name: string; readonly facts: (question: FactQuestion) => Promise<readonly Fact[]> };
