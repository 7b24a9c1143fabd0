import type { ReadCell, ReadRow, ReadSheet } from '../../documents/reading/workbook.ts';

/** What may come in from a spreadsheet; the last part of its address and of the command. */
export const kindNames = ['risk-log', 'plan'] as const;

export type KindName = (typeof kindNames)[number];

/** A field that a column may hold: the headings by which it is found, plain as `plainHeading` makes them. */
export type Field = { readonly name: string; readonly needed: boolean; readonly headings: readonly string[] };

/** A sheet from its headings on. `headings` has one for each column; "" where a column has none. */
export type Table = { readonly sheet: string; readonly headings: readonly string[]; readonly rows: readonly ReadRow[]; readonly beyond?: string };

/** Where each field stands, by its column from 0. */
export type Matching = Readonly<Record<string, number>>;

/** What somebody said of a field before: its heading, or "" for none in the file. */
export type Remembered = Readonly<Record<string, string>>;

/** A row of the file by the fields that were found; a field without a column is not in it. */
export type FieldRow = { readonly number: number; readonly cells: ReadonlyMap<string, ReadCell> };

/**
 * What becomes of a row: added, changed or closed; confirmed as it is; the same as what stands, so that nothing is done;
 * moved, where what stands was changed after the row went out; or refused.
 */
export const lineKinds = ['refused', 'moved', 'closed', 'changed', 'added', 'confirmed', 'same'] as const;

export type LineKind = (typeof lineKinds)[number];

/** One field of a row, with what stands now where that is something else. */
export type Detail = { readonly field: string; readonly before?: string; readonly now: string };

export type Line = { readonly row: number; readonly is: LineKind; readonly label: string; readonly details: readonly Detail[]; readonly reasons: readonly string[] };

/** Headings stand within so many rows from the top. */
const headingRows = 30;

/** Small letters and figures alone: "Risk Owner (role) *" and "risk-owner" are one. */
export function plainHeading(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\([^)]*\)/g, ' ').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** The table in a file: the sheet and the row whose headings name the most fields, all that are needed before all others; the first of equals. */
export function tableIn(sheets: readonly ReadSheet[], fields: readonly Field[], remembered: Remembered): Table | undefined {
  const known = new Set([...fields.flatMap(({ headings }) => headings), ...Object.values(remembered).map(plainHeading)]);
  let best: { readonly table: Table; readonly score: number } | undefined;
  for (const { name, rows, beyond } of sheets) {
    for (const [at, row] of rows.slice(0, headingRows).entries()) {
      const headings = headingsOf(row, rows[at - 1], known);
      const matching = matchColumns(headings, fields, remembered);
      const score = fields.reduce((sum, field) => sum + (matching[field.name] === undefined ? 0 : field.needed ? 100 : 1), 0);
      const table = { sheet: name, headings, rows: rows.slice(at + 1), ...(beyond === undefined ? {} : { beyond }) };
      if (best === undefined || score > best.score) best = { table, score };
    }
  }
  return best?.table;
}

/** Which column holds which field: as was said before, else by a common heading. Each column is found for one field only. */
export function matchColumns(headings: readonly string[], fields: readonly Field[], remembered: Remembered): Matching {
  const plain = headings.map(plainHeading);
  const matching: Record<string, number> = {};
  const columnOf = (heading: string) => (heading === '' ? -1 : plain.indexOf(heading));
  for (const { name } of fields) {
    const column = columnOf(plainHeading(remembered[name] ?? ''));
    if (column !== -1) matching[name] = column;
  }
  const taken = new Set(Object.values(matching));
  for (const { name, headings: common } of fields) {
    if (matching[name] !== undefined || remembered[name] === '') continue;
    const column = common.map(columnOf).find((one) => one !== -1 && !taken.has(one));
    if (column === undefined) continue;
    matching[name] = column;
    taken.add(column);
  }
  return matching;
}

/** The fields without which no row can be read. */
export function missingFields(fields: readonly Field[], matching: Matching): readonly string[] {
  return fields.filter(({ name, needed }) => needed && matching[name] === undefined).map(({ name }) => name);
}

/** The rows by their fields; rows of which no field says anything are left out. */
export function fieldRows({ rows }: Pick<Table, 'rows'>, matching: Matching): readonly FieldRow[] {
  const columns = Object.entries(matching);
  return rows.flatMap(({ number, cells }) => {
    const found = new Map(columns.map(([name, column]) => [name, trimmed(cells[column] ?? '')]));
    return [...found.values()].every((cell) => cell === '') ? [] : [{ number, cells: found }];
  });
}

/** The text of a field; "" where it has no column, is empty or has a fault. */
export function textIn({ cells }: FieldRow, field: string): string {
  const cell = cells.get(field);
  return typeof cell === 'string' ? cell : '';
}

/** A day as it may be written: "2026-03-31", "31/03/2026", "31.3.26", "31 March 2026"; undefined when it is none of these. */
export function dayParts(text: string): { readonly day: string; readonly month: string; readonly year: string } | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return { year: iso[1] ?? '', month: iso[2] ?? '', day: iso[3] ?? '' };
  const written = /^(\d{1,2})(?:st|nd|rd|th)?[ ./-](\d{1,2}|\p{L}{3,9})\.?[ ./,-]+(\d{4}|\d{2})$/u.exec(text);
  if (!written) return undefined;
  const [, day = '', month = '', year = ''] = written;
  const named = months.findIndex((name) => month.length >= 3 && name.startsWith(month.toLowerCase())) + 1;
  return { day, month: /^\d/.test(month) ? month : String(named), year: year.length === 2 ? `20${year}` : year };
}

/** How many rows become what. */
export function countLines(lines: readonly Line[]): Readonly<Record<LineKind, number>> {
  const counts = { refused: 0, moved: 0, closed: 0, changed: 0, added: 0, confirmed: 0, same: 0 };
  for (const { is } of lines) counts[is] += 1;
  return counts;
}

/** The fields that differ, in their order: what stands, and what the row says. */
export function detailsOf(before: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): readonly Detail[] {
  return Object.entries(now).flatMap(([field, text]) => (before[field] === text ? [] : [{ field, before: before[field] ?? '', now: text }]));
}

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** A heading with the one that is merged over it where together they name a field: "Inherent" over "Likelihood". */
function headingsOf({ cells }: ReadRow, above: ReadRow | undefined, known: ReadonlySet<string>): readonly string[] {
  const texts = cells.map((cell) => (typeof cell === 'string' ? cell.replace(/\s+/g, ' ').trim() : ''));
  return texts.map((text, column) => {
    const over = above?.cells[column];
    if (typeof over !== 'string' || over === '' || text === '') return text;
    const both = `${over.replace(/\s+/g, ' ').trim()}: ${text}`;
    return known.has(plainHeading(both)) ? both : text;
  });
}

function trimmed(cell: ReadCell): ReadCell {
  return typeof cell === 'string' ? cell.trim() : cell;
}
