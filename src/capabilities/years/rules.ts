import type { Id } from '../../kernel/id.ts';
import { acceptUnless, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import { yearContaining, yearOf, type Day, type Year } from '../../kernel/year.ts';
import type { Words } from '../../words/index.ts';
import type { Edition } from '../frameworks/index.ts';

export const documentKinds = ['paper', 'plan', 'letter', 'other'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const longestSource = 500;

/** How many benchmarks a source says stood on a level, where it names none of them. */
export type Count = { readonly levelCode: string; readonly benchmarks: number };

/** One year of a body in its history: outcome by benchmark, or counts alone. Each keeps its own edition and scale. */
export type YearColumn = { readonly year: string; readonly edition: Edition } & (
  | { readonly is: 'by benchmark'; readonly outcomes: ReadonlyMap<string, { readonly levelCode: string | null }>; readonly published: boolean }
  | { readonly is: 'counted'; readonly id: Id; readonly counts: readonly Count[]; readonly source: string }
);

/** A benchmark through the years, by its code in the editions of one sector, with the title of the latest. */
export type BenchmarkRow = { readonly sector: string; readonly code: string; readonly title: string };

export type NewCounts = { readonly year: Year; readonly source: string; readonly counts: readonly Count[] };

/** The rows of a history: the benchmarks of the latest year in their order, then those that only earlier years had. */
export function benchmarkRows(columns: readonly YearColumn[]): BenchmarkRow[] {
  const rows = new Map<string, BenchmarkRow>();
  for (const { edition } of columns.toSorted((a, b) => (a.year < b.year ? 1 : -1))) {
    for (const { code, title } of edition.benchmarks) {
      const key = `${edition.sector} ${code}`;
      if (!rows.has(key)) rows.set(key, { sector: edition.sector, code, title: title.en });
    }
  }
  return [...rows.values()];
}

/** The counts of a past year from their form: one field for each level, and the source that says so. */
export function readCounts(edition: Edition, written: { readonly year: string; readonly source: string; readonly counts: Readonly<Record<string, string>> }, today: Day): Outcome<NewCounts> {
  const year = yearOf(written.year.trim());
  const source = written.source.trim();
  const refusals: Refusal[] = sourceTrouble(source);
  const counts: Count[] = [];
  for (const { code } of edition.scale.levels) {
    const text = (written.counts[code] ?? '').trim();
    if (/^\d{1,2}$/.test(text)) counts.push({ levelCode: code, benchmarks: Number(text) });
    else if (text !== '') refusals.push({ field: `count-${code}`, say: ({ years }) => years.refused.count });
  }
  if (!year) return refuse({ field: 'year', say: ({ years }) => years.refused.year }, ...refusals);
  if (year > yearContaining(today)) refusals.unshift({ field: 'year', say: ({ years }) => years.refused.future });
  const [first] = edition.scale.levels;
  if (first && !counts.some(({ benchmarks }) => benchmarks > 0)) refusals.push({ field: `count-${first.code}`, say: ({ years }) => years.refused.noCount });
  return acceptUnless(refusals, { year, source, counts });
}

/** What a document of a year is, and where it was found. */
export function readDocument(written: { readonly kind: string; readonly source: string }): Outcome<{ readonly kind: DocumentKind; readonly source: string }> {
  const kind = documentKinds.find((known) => known === written.kind);
  const source = written.source.trim();
  const refusals = sourceTrouble(source);
  return kind ? acceptUnless(refusals, { kind, source }) : refuse({ field: 'kind', say: ({ years }: Words) => years.refused.kind }, ...refusals);
}

function sourceTrouble(source: string): Refusal[] {
  if (source === '') return [{ field: 'source', say: ({ years }) => years.refused.noSource }];
  if ([...source].length > longestSource) return [{ field: 'source', say: ({ years }) => years.refused.sourceTooLong(longestSource) }];
  return /[\p{Cc}\p{Cs}]/u.test(source) ? [{ field: 'source', say: ({ years }) => years.refused.sourceNotOneLine }] : [];
}
