import * as z from 'zod';
import { keptYears, retentionClasses } from '../../kernel/retention.ts';
import { queryOf, said, text } from '../../platform/shape.ts';
import type { Disposal, HistoryEvent } from './store.ts';

export const historyQuery = queryOf({ before: text('before', 16).optional() });

/** A change names the field; open fields hold what stood before and after, texts are told whole until they are erased. */
const change = z.strictObject({ field: z.string(), is: z.enum(['open', 'text', 'emptied', 'erased']), from: z.unknown(), to: z.unknown() });

export const historyShape = z.strictObject({
  events: z.array(z.strictObject({
    seq: said.count, at: said.moment, action: z.enum(['added', 'changed', 'removed', 'noted']), record_kind: z.string(), record_id: said.id,
    person: z.strictObject({ name: said.text, organisation: said.name }).nullable(), changes: z.array(change),
  })),
  /** Where the next, older page begins; null on the last. */
  before: said.count.nullable(),
});

/** How long each kind of record is kept; null for what serves one request and goes after a day. And what went, the latest first. */
export const keptShape = z.strictObject({
  kept: z.array(z.strictObject({ kind: z.enum(retentionClasses), years: said.count.nullable() })),
  disposed: z.array(z.strictObject({ on: said.day, record_kind: said.code, records: said.count, kind: z.enum(retentionClasses) })),
});

export function saidKept(disposals: readonly Disposal[]): z.input<typeof keptShape> {
  return {
    kept: retentionClasses.map((kind) => ({ kind, years: kind === 'request' ? null : keptYears[kind] })),
    disposed: disposals.map(({ disposedOn, recordKind, records, period }) => ({ on: disposedOn, record_kind: recordKind, records, kind: period })),
  };
}

export function saidEvent({ seq, at, action, recordKind, recordId, person, changes }: HistoryEvent): z.input<typeof historyShape>['events'][number] {
  return {
    seq, at: at.toISOString(), action, record_kind: recordKind, record_id: recordId, person: person ?? null,
    changes: changes.map((one) => ({ field: one.field, is: one.is, from: one.is === 'open' ? one.from ?? null : null, to: one.is === 'open' ? one.to ?? null : one.is === 'text' ? one.text : null })),
  };
}
