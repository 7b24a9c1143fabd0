import { valueOf, type Form } from '../../platform/route.ts';

/** How far a body's year is, as its adviser sees it. */
export const queueStates = ['not_submitted', 'submitted', 'begun', 'shared', 'replied', 'published'] as const;

export type QueueState = typeof queueStates[number];

export type QueueFilter = { readonly state: QueueState | undefined; readonly year: string | undefined; readonly page: number };

export type QueueLine = {
  readonly shortName: string; readonly name: string; readonly year: string | null; readonly state: QueueState;
  /** When it came into this state; null for a body that has no assessment. */
  readonly since: Date | null;
  readonly submittedAt: Date | null; readonly begun: boolean; readonly publishedAt: Date | null;
};

export type Queue = { readonly lines: readonly QueueLine[]; readonly total: number; readonly bodies: number; readonly years: readonly string[] };

export const queuePageSize = 50;

/** What the address asks for; what it does not name, or names wrongly, is not filtered. */
export function queueFilterFrom(query: Form): QueueFilter {
  const [year, page] = [valueOf(query, 'year'), valueOf(query, 'page')];
  return {
    state: queueStates.find((state) => state === valueOf(query, 'state')),
    year: /^\d{4}-\d{2}$/.test(year) ? year : undefined,
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
}
