import { createHash } from 'node:crypto';
import { readSheets } from '../../documents/reading/reader.ts';
import { FileRefused } from '../../documents/reading/workbook.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { ImportVisit, Planned, SheetKind } from './kind.ts';
import { fieldRows, matchColumns, missingFields, tableIn, type Line, type Matching, type Remembered, type Table } from './rules.ts';

/** The file's table, or the sentence that says what to do. */
export async function readTable(path: string, fileName: string, kind: SheetKind, remembered: Remembered): Promise<Outcome<Table>> {
  try {
    const table = tableIn(await readSheets(path, fileName), kind.fields, remembered);
    return table ? accept(table) : refuse({ field: 'file', say: ({ imports }) => imports.refused.noTable });
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return refuse({ field: 'file', say: ({ imports }) => imports.refused[error.reason] });
  }
}

/** What would become of a file: nothing yet, where a column is missing or the kind refuses it as a whole. */
export type Prospect = { readonly matching: Matching; readonly missing: readonly string[]; readonly planned: Outcome<Planned> | undefined };

export async function prospectOf(visit: ImportVisit, kind: SheetKind, table: Table, remembered: Remembered, quarter: string | null): Promise<Prospect> {
  const matching = matchColumns(table.headings, kind.fields, remembered);
  const missing = missingFields(kind.fields, matching);
  return { matching, missing, planned: missing.length > 0 ? undefined : await kind.plan(visit, fieldRows(table, matching), quarter) };
}

/** Stands for exactly these lines: what somebody saw is what is done, or nothing is. */
export function fingerprintOf(lines: readonly Line[]): string {
  return createHash('sha256').update(canonicalJson(lines)).digest('hex');
}
