import { linesOf, widthOf } from './measure.ts';
import type { Cell, Column, Table } from './model.ts';
import { textOf } from './model.ts';

/** Points. */
export const tableType = { size: 16, lineHeight: 19.2, paddingX: 7, paddingY: 5 };
/** An empty cell takes the natural height of its face, whatever the distance of lines. */
const leastRowHeight = 32;
/** More columns than this are shown as several tables, each with the column that names the rows. */
const mostColumns = 7;
/** On paper, a table of no more rows is not broken over two pages. */
export const togetherRows = 12;
/** A longer word may be broken; in sizes of its type. */
const longestWord = 15;

/** What a width depends on, in points. */
type CellType = { readonly size: number; readonly paddingX: number };

export type SlideRow = { readonly cells: readonly Cell[]; readonly height: number };

/** A table as a slide shows it: columns of these widths, rows of these least heights, none higher than the slide allows. */
export type SlideTable = {
  readonly table: Table;
  readonly widths: readonly number[];
  readonly headerHeight: number;
  readonly rows: readonly SlideRow[];
};

/** Tables of at most so many columns, which together hold every cell of the table. */
export function narrowed(table: Table, captionOf: (part: number, of: number) => string): readonly Table[] {
  if (table.columns.length <= mostColumns) return [table];
  const lead = Math.max(0, table.columns.findIndex((column) => column.rowHeader));
  const others = [...table.columns.keys()].filter((index) => index !== lead);
  const groups = Array.from({ length: Math.ceil(others.length / (mostColumns - 1)) }, (_, part) =>
    [lead, ...others.slice(part * (mostColumns - 1), (part + 1) * (mostColumns - 1))]);
  const picked = <T>(all: readonly T[], group: readonly number[]) => all.filter((_, index) => group.includes(index));
  return groups.map((group, part) => ({
    ...table,
    caption: captionOf(part + 1, groups.length),
    columns: picked(table.columns, group),
    rows: table.rows.map((row) => picked(row, group)),
  }));
}

/** Measures a table for a width; `room` is what a slide leaves for its header and rows. */
export function measuredTable(table: Table, width: number, room: number): SlideTable {
  const widths = columnWidths(table, width, tableType);
  const headerHeight = rowHeight(table.columns.map((column, index) => titleLines(column, widths[index] ?? 0)));
  const mostLines = Math.max(1, Math.floor((room - headerHeight - 2 * tableType.paddingY) / tableType.lineHeight));
  const rows = table.rows
    .flatMap((cells) => splitRow(cells, table.columns, widths, mostLines))
    .map((cells) => ({ cells, height: rowHeight(linesOfCells(cells, table.columns, widths)) }));
  return { table, widths, headerHeight, rows };
}

/** Every column gets its longest word, then what it still wishes, the modest ones first; what is left widens all alike. */
export function columnWidths(table: Table, width: number, type: CellType): readonly number[] {
  const needs = table.columns.map((column, index) => columnNeed([column.title, ...table.rows.map((row) => textOf(row[index] ?? ''))], type));
  const longest = sum(needs.map((need) => need.least));
  if (longest >= width) return needs.map((need) => (need.least / longest) * width);
  const widths = needs.map((need) => need.least);
  const modestFirst = [...needs.entries()].sort(([, one], [, other]) => one.beyond - other.beyond);
  for (const [turn, [index, need]] of modestFirst.entries()) {
    const share = (width - sum(widths)) / (needs.length - turn);
    widths[index] = need.least + Math.min(need.beyond, share);
  }
  const given = sum(widths);
  return widths.map((each) => (each / given) * width);
}

/** The width of the longest word, within reason, and how much more the longest text would take. */
function columnNeed(texts: readonly string[], type: CellType): { readonly least: number; readonly beyond: number } {
  const widest = (parts: readonly string[]) => Math.max(...parts.map((part) => widthOf(part, { size: type.size, bold: true })));
  const least = Math.min(longestWord * type.size, widest(texts.flatMap((text) => text.split(' '))));
  return { least: least + 2 * type.paddingX + 2, beyond: Math.max(0, widest(texts) - least) };
}

function rowHeight(cells: readonly (readonly string[])[]): number {
  const lines = Math.max(...cells.map((cell) => cell.length));
  return Math.max(leastRowHeight, lines * tableType.lineHeight + 2 * tableType.paddingY);
}

/** A row that no slide could hold becomes several, each with the next lines of its cells; what names the row is repeated. */
function splitRow(cells: readonly Cell[], columns: readonly Column[], widths: readonly number[], mostLines: number): readonly (readonly Cell[])[] {
  const lines = linesOfCells(cells, columns, widths);
  const parts = Math.ceil(Math.max(...lines.map((each) => each.length)) / mostLines);
  if (parts <= 1) return [cells];
  return Array.from({ length: parts }, (_, part) => cells.map((cell, index) => {
    const own = lines[index] ?? [];
    if (columns[index]?.rowHeader && own.length <= mostLines) return cell;
    const text = own.slice(part * mostLines, (part + 1) * mostLines).join('');
    return typeof cell === 'string' || text === '' ? text : { ...cell, text };
  }));
}

function titleLines(column: Column, width: number): readonly string[] {
  return linesOf(column.title, { size: tableType.size, bold: true }, width - 2 * tableType.paddingX);
}

function linesOfCells(cells: readonly Cell[], columns: readonly Column[], widths: readonly number[]): readonly (readonly string[])[] {
  return cells.map((cell, index) => {
    const bold = isBold(cell, columns[index]);
    return linesOf(textOf(cell), { size: tableType.size, bold }, (widths[index] ?? 0) - 2 * tableType.paddingX);
  });
}

/** What names a row stands out, and so does a tag. */
export function isBold(cell: Cell, column: Column | undefined): boolean {
  return typeof cell !== 'string' || column?.rowHeader === true;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
