/** Why a file is not read; each has its sentence in the words. */
export const refusedReasons = ['kind', 'other kind', 'too large', 'protected', 'old', 'macros', 'expands', 'doctype', 'damaged', 'too many rows', 'too much', 'too long', 'empty'] as const;

export type RefusedReason = (typeof refusedReasons)[number];

export class FileRefused extends Error {
  readonly reason: RefusedReason;
  constructor(reason: RefusedReason) { super(reason); this.reason = reason; }
}

export const sheetKinds = ['xlsx', 'ods', 'csv'] as const;

export type SheetKind = (typeof sheetKinds)[number];

export const cellFaults = ['formula', 'error', 'personal'] as const;

/**
 * A cell as text: a number as JavaScript writes it, a day as "2026-03-31". A formula is what it last showed; without that,
 * or with an error, it is a fault. So is what looks like it tells of one person: its text is not handed on.
 */
export type ReadCell = string | { readonly fault: (typeof cellFaults)[number] };

/** A row by its number in the sheet, its cells from the first column on. */
export type ReadRow = { readonly number: number; readonly cells: readonly ReadCell[] };

/** A sheet's rows that hold something. `beyond`: the first cell that stands too far to the right to be read. */
export type ReadSheet = { readonly name: string; readonly rows: readonly ReadRow[]; readonly beyond?: string };

/** What a file may hold. A log of a council has some dozens of rows; a county's plan some hundreds. */
export const limits = { fileBytes: 10_000_000, partBytes: 24_000_000, sheets: 50, rows: 10_000, columns: 256, cellCharacters: 32_767, characters: 6_000_000 };

/** Merged cells, from the first row and column on (both from 1). */
type Merge = { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number };

/** Headings stand within the first rows; there, a merged cell also stands for the columns beside it. */
const headingRows = 30;

/** The characters and rows of a whole file, counted against the limits while it is read. */
export class Budget {
  #characters = 0;

  /** The text without characters that no text has. @throws FileRefused */
  spend(text: string): string {
    this.#characters += text.length + 1;
    if (this.#characters > limits.characters || text.length > limits.cellCharacters) throw new FileRefused('too much');
    return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '').replace(/\r\n?/g, '\n').toWellFormed();
  }
}

/** Takes the cells of one sheet in any order and gives its rows. */
export class SheetCollector {
  readonly #name: string;
  readonly #budget: Budget;
  readonly #rows = new Map<number, ReadCell[]>();
  readonly #merges: Merge[] = [];
  #beyond: string | undefined;

  constructor(name: string, budget: Budget) {
    this.#name = name;
    this.#budget = budget;
  }

  /** Row and column count from 1. */
  put(row: number, column: number, cell: ReadCell): void {
    if (cell === '') return;
    if (column > limits.columns) {
      this.#beyond ??= `${columnName(column)}${row}`;
      return;
    }
    let cells = this.#rows.get(row);
    if (!cells) {
      if (this.#rows.size === limits.rows) throw new FileRefused('too many rows');
      this.#rows.set(row, cells = []);
    }
    while (cells.length < column) cells.push('');
    cells[column - 1] = typeof cell === 'string' ? this.#budget.spend(cell) : cell;
  }

  merge(merge: Merge): void {
    if (this.#merges.length < limits.rows) this.#merges.push(merge);
  }

  finish(): ReadSheet {
    for (const merge of this.#merges) this.#fill(merge);
    const rows = [...this.#rows].sort(([one], [other]) => one - other).map(([number, cells]) => ({ number, cells }));
    return { name: this.#name, rows, ...(this.#beyond === undefined ? {} : { beyond: this.#beyond }) };
  }

  /** What a merged cell says holds for each row that it spans; above the table, for each column too. */
  #fill({ row, column, rows, columns }: Merge): void {
    const cell = this.#rows.get(row)?.[column - 1];
    if (cell === undefined || cell === '') return;
    const lastColumn = row <= headingRows ? Math.min(column + columns - 1, limits.columns) : column;
    const lastRow = Math.min(row + rows - 1, row + limits.rows);
    for (let at = row; at <= lastRow; at += 1) {
      const cells = this.#rows.get(at);
      if (!cells) continue;
      for (let beside = column; beside <= lastColumn; beside += 1) if ((cells[beside - 1] ?? '') === '') this.put(at, beside, cell);
    }
  }
}

/** 1 is "A", 27 is "AA". */
export function columnName(column: number): string {
  const before = Math.floor((column - 1) / 26);
  return (before > 0 ? columnName(before) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}
