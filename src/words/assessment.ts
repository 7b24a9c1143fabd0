import { writtenYear, type Year } from '../kernel/year.ts';

export const assessment = {
  noYear: { title: 'There is no such assessment', sentence: (year: string) => `There is no assessment for “${year}”. A year is written like 2025-26.` },
  year: {
    title: (organisation: string, year: Year) => `${organisation}: ${writtenYear(year)}`,
    caption: 'Benchmarks', number: 'No.', benchmark: 'Benchmark', outcome: 'Outcome', none: 'Not recorded',
  },
};
