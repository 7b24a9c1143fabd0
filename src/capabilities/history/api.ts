import * as z from 'zod';
import { queryOf, said, text } from '../../platform/shape.ts';
import type { HistoryEvent } from './store.ts';

export const historyQuery = queryOf({ before: text('before', 16).optional() });

/** A change names the field; open fields hold what stood before and after, texts are told whole until they are erased. */
const change = z.strictObject({ field: z.string(), is: z.enum(['open', 'text', 'emptied', 'erased']), from: z.json(), to: z.json() });

export const historyShape = z.strictObject({
  events: z.array(z.strictObject({
    seq: said.count, at: said.moment, action: z.enum(['added', 'changed', 'removed', 'noted']), record_kind: z.string(), record_id: said.id,
    person: z.strictObject({ name: said.text, organisation: said.name }).nullable(), changes: z.array(change),
  })),
  /** Where the next, older page begins; null on the last. */
  before: said.count.nullable(),
});

export function saidEvent({ seq, at, action, recordKind, recordId, person, changes }: HistoryEvent): z.input<typeof historyShape>['events'][number] {
  return {
    seq, at: at.toISOString(), action, record_kind: recordKind, record_id: recordId, person: person ?? null,
    changes: changes.map((one) => ({ field: one.field, is: one.is, from: one.is === 'open' ? told(one.from) : null, to: one.is === 'open' ? told(one.to) : one.is === 'text' ? one.text : null })),
  };
}

function told(value: unknown) {
  return z.json().parse(value ?? null);
}
