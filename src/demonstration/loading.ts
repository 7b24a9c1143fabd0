import type { Organisation } from '../kernel/access.ts';
import type { Id } from '../kernel/id.ts';
import type { Day } from '../kernel/year.ts';
import type { Database, Transaction } from '../platform/database.ts';
import type { FileStore } from '../platform/files.ts';

/** What an example is loaded with and into, and what of it has been loaded, by the names that its file uses. */
export type Loading = {
  readonly database: Database;
  readonly files: FileStore;
  readonly folder: URL;
  readonly now: Date;
  readonly today: Day;
  /** Since when everybody of the example has worked and every access was open. */
  readonly firstDay: Day;
  readonly organisations: Map<string, Organisation>;
  readonly people: Map<string, { readonly orgId: Id; readonly personId: Id }>;
  readonly evidence: Map<string, { readonly id: Id; readonly datedOn: Day | null }>;
};

/** Works in the own records of somebody's body, as that person. */
export async function asOwn<T>({ database, people, today }: Loading, email: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return database.within({ is: 'own', ...found(people.get(email), email), day: today }, work);
}

/** Works in what other bodies opened to somebody's, as that person. */
export async function asGranted<T>({ database, people, today }: Loading, email: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return database.within({ is: 'grant', ...found(people.get(email), email), day: today }, work);
}

/** @throws when an example names what it does not hold. */
export function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`the example names ${name}, which it does not hold`);
  return value;
}
