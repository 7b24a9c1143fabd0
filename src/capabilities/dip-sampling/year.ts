import type { Id } from '../../kernel/id.ts';
import type { Day, Year } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import { questionsOf } from './bank.ts';
import { samplesIn, type ReadSample } from './figures-store.ts';
import { paragraphsIn, yearAgreement, type YearSample, type YearSamples } from './rules-year.ts';

/** The dip samples of a year, as at a day; null where it had none. */
export async function yearSamples(tx: Transaction, orgId: Id, year: Year, asAt: Day): Promise<YearSamples | null> {
  const { everyMonths, exercises } = await samplesIn(tx, orgId, year);
  return exercises.length === 0 ? null : { asAt, everyMonths, exercises: exercises.map(sampleOf) };
}

function sampleOf({ population, sample, pairs, bank, themes, learning, tallies, repeatReason, ...rest }: ReadSample): YearSample {
  const isClosed = rest.state === 'closed';
  return {
    ...rest, repeats: repeatReason !== null, repeatReason, sizes: { sample, population }, agreement: isClosed ? yearAgreement(pairs) : null, themes: paragraphsIn(themes), learning: paragraphsIn(learning),
    tallies: isClosed ? questionsOf(bank).flatMap(({ code, text }) => tallies.filter(({ question }) => question === code).map((tally) => ({ ...tally, question: text }))) : [],
  };
}
