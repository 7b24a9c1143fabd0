import * as z from 'zod';
import { keptForYears } from '../../kernel/retention.ts';
import { formOf, queryOf, said, text, version } from '../../platform/shape.ts';
import type { Period } from './rules-period.ts';
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

export const periodForm = formOf({ years: text('years', 2), version: version() });

export const periodShape = z.strictObject({ period: z.enum(keptForYears), years: said.count, version: said.version, coming: z.strictObject({ years: said.count, from: said.day }).nullable() });

export const keptShape = z.strictObject({
  periods: z.array(periodShape),
  gone: z.array(z.strictObject({ on: said.day, record_kind: z.string(), records: said.count, period: z.enum(keptForYears), years: said.count })),
});

export function saidPeriod({ period, years, version: its, coming }: Period): z.input<typeof periodShape> {
  return { period, years, version: its, coming: coming ?? null };
}

export function saidDisposal({ disposedOn, recordKind, records, period, years }: Disposal): z.input<typeof keptShape>['gone'][number] {
  return { on: disposedOn, record_kind: recordKind, records, period, years };
}

export function saidEvent({ seq, at, action, recordKind, recordId, person, changes }: HistoryEvent): z.input<typeof historyShape>['events'][number] {
  return {
    seq, at: at.toISOString(), action, record_kind: recordKind, record_id: recordId, person: person ?? null,
    changes: changes.map((one) => ({ field: one.field, is: one.is, from: one.is === 'open' ? one.from ?? null : null, to: one.is === 'open' ? one.to ?? null : one.is === 'text' ? one.text : null })),
  };
}
