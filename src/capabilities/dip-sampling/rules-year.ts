import type { Marking } from '../../kernel/marking.ts';
import type { Day } from '../../kernel/year.ts';
import type { State } from './rules.ts';
import { agreementOf } from './rules-agreement.ts';

/** What an output may tell of the dip samples of a year, as at a day: those that ended in it, and those still open that look at its referrals. */
export type YearSamples = { readonly asAt: Day; readonly everyMonths: number | null; readonly exercises: readonly YearSample[] };

export type YearSample = {
  readonly panel: string; readonly fromDay: Day; readonly toDay: Day; readonly state: State; readonly endedOn: Day | null; readonly repeats: boolean; readonly repeatReason: string | null; readonly marking: Marking;
  /** Null where they are kept back; so is what follows from them. */
  readonly sizes: { readonly sample: number; readonly population: number } | null;
  readonly agreement: SampleAgreement | null;
  /** Of a closed exercise alone. */
  readonly tallies: readonly SampleTally[];
  /** How many paragraphs of either were written; the words stay in the report of the exercise. */
  readonly themes: number; readonly learning: number;
  readonly actions: { readonly open: number; readonly proposed: number; readonly closed: number };
};

/** In whole percent; beyond chance, and out of how many, only where the counts may be told. */
export type SampleAgreement = { readonly percent: number; readonly counted: { readonly same: number; readonly answers: number; readonly kappa: number | null; readonly interval: readonly [number, number] | null } | null };

export type SampleTally = { readonly question: string; readonly yes: number; readonly partly: number; readonly no: number; readonly na: number; readonly unsettled: number };

export function yearAgreement(pairs: readonly number[] | null): SampleAgreement | null {
  const agreement = pairs && agreementOf(pairs);
  if (!agreement) return null;
  const { percent, same, answers, kappa, interval } = agreement;
  return { percent, counted: { same, answers, kappa: kappa ?? null, interval: interval ?? null } };
}

export function paragraphsIn(text: string | null): number {
  return (text ?? '').split(/\n+/).filter((part) => part.trim() !== '').length;
}

/**
 * What members read: numbers of referrals only where none of them is small, nought among them, and of a question all of its tally
 * or none. Where no such number and no reason is left, no more is told than that an exercise was held, and it is marked so.
 */
export function withoutSmallSamples({ exercises, ...rest }: YearSamples, threshold: number): YearSamples {
  const isSmall = (count: number) => count < threshold;
  return {
    ...rest,
    exercises: exercises.map((one) => {
      const tallies = one.tallies.filter(({ yes, partly, no, na, unsettled }) => ![yes, partly, no, na, unsettled].some(isSmall));
      if (!one.sizes || !isSmall(Math.min(one.sizes.sample, one.sizes.population))) return { ...one, tallies };
      const marking = one.repeatReason === null ? 'OFFICIAL' : one.marking;
      return { ...one, marking, sizes: null, tallies: [], agreement: one.agreement && { percent: one.agreement.percent, counted: null } };
    }),
  };
}

/** What the public reads: that an exercise was held, when and of which panel, how far its actions are, and the share on which its reviewers agreed where the sample is not small. */
export function publicSamples(samples: YearSamples, threshold: number): YearSamples {
  const { asAt, everyMonths, exercises } = withoutSmallSamples(samples, threshold);
  return {
    asAt, everyMonths,
    exercises: exercises.map(({ panel, fromDay, toDay, state, endedOn, repeats, sizes, agreement, actions: { open, proposed, closed } }) => ({
      panel, fromDay, toDay, state, endedOn, repeats, repeatReason: null, marking: 'OFFICIAL', sizes: null, agreement: sizes && agreement && { percent: agreement.percent, counted: null }, tallies: [], themes: 0, learning: 0, actions: { open, proposed, closed },
    })),
  };
}
