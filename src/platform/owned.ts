import type { ColumnType, Generated } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Marking } from '../kernel/marking.ts';

/** Written by the database alone. */
type Stamp<T> = ColumnType<T, never, never>;

/** What every record of an organisation carries; the stamps are the database's (migrations/0001-scopes.sql). */
export type OwnedColumns = {
  orgId: ColumnType<Id, Id, never>;
  id: ColumnType<Id, Id, never>;
  /** Counts the saves of this row; a save names the version it read and is refused when another came first. */
  version: Stamp<number>;
  marking: Generated<Marking>;
  retention: Generated<string>;
  createdAt: Stamp<Date>;
  createdBy: Stamp<Id | null>;
  changedAt: Stamp<Date>;
  changedBy: Stamp<Id | null>;
};
