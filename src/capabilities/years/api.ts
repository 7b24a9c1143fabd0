import * as z from 'zod';
import { formOf, noFields, said, text, uploadOf, choice } from '../../platform/shape.ts';
import { evidenceFields } from '../evidence/index.ts';
import { notApplicable } from '../frameworks/index.ts';
import { documentKinds, longestSource, type YearColumn } from './rules.ts';
import type { YearDocument } from './store.ts';

const counts = formOf({ edition: text('openEdition', 60), year: text('countedYear', 20), source: text('countSource', longestSource) });

/** What the forms of the years hold. Counts have a field for each level of the edition's scale: `count-` and its code. */
export const forms = {
  counts: { ...counts, fields: counts.fields.catchall(z.string().max(20)), others: /^count-./ },
  removal: noFields,
  document: uploadOf({ kind: choice('documentKind', documentKinds), source: text('documentSource', longestSource), ...evidenceFields('file-') }),
};

const document = z.strictObject({ id: said.id, year: said.year, kind: z.enum(documentKinds), source: said.text, evidence: said.id, title: said.text });
const yearHead = { year: said.year, edition: said.code };

export const shapes = {
  /** Each year on the scale of its own edition: by benchmark, or where only counts are known, with their source. */
  outcomes: z.strictObject({
    years: z.array(z.discriminatedUnion('is', [
      z.strictObject({ ...yearHead, is: z.literal('by benchmark'), outcomes: z.array(z.strictObject({ benchmark: said.code, rating: said.code })) }),
      z.strictObject({ ...yearHead, is: z.literal('counted'), id: said.id, source: said.text, counts: z.array(z.strictObject({ level: said.code, benchmarks: said.count })) }),
    ])),
    documents: z.array(document),
  }),
  documents: z.strictObject({ documents: z.array(document) }),
};

export function saidYear(column: YearColumn): z.input<typeof shapes.outcomes>['years'][number] {
  const head = { year: column.year, edition: column.edition.short_name };
  if (column.is === 'counted') return { ...head, is: column.is, id: column.id, source: column.source, counts: column.counts.map(({ levelCode, benchmarks }) => ({ level: levelCode, benchmarks })) };
  return { ...head, is: column.is, outcomes: [...column.outcomes].map(([benchmark, { levelCode }]) => ({ benchmark, rating: levelCode ?? notApplicable })) };
}

export function saidDocument({ id, year, kind, source, evidenceId, title }: YearDocument & { readonly title: string }): z.input<typeof document> {
  return { id, year, kind, source, evidence: evidenceId, title };
}
