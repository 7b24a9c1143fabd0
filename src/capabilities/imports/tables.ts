import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { OwnedColumns } from '../../platform/owned.ts';
import type { KindName, Remembered, Table } from './rules.ts';

export type ImportTables = {
  sheetImport: {
    orgId: Id; id: Id; personId: Id; kind: KindName; quarter: string | null; fileName: string;
    sheet: JSONColumnType<Table>; chosen: ColumnType<Remembered, string | undefined, string>; readAt: Generated<Date>;
  };
  columnMatch: OwnedColumns & { kind: KindName; field: string; heading: string };
};
