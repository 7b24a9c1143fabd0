import type { Document } from './model.ts';

/** A column that people fill in, that stands as it is, or that only the program reads. */
export type SheetColumn = { readonly title: string; readonly is: 'free' | 'locked' | 'hidden'; readonly width: number; readonly choices?: readonly string[] };

/** A sheet to fill in away from the product, and sheets that say how: headings locked, choices as drop-downs, every cell text. */
export type SheetTemplate = {
  /** What the file is, and how to fill it in. */
  readonly about: Document;
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Rows below, for what is new. */
  readonly blankRows: number;
};

export const sheetTemplateFormats = ['xlsx', 'ods'] as const;

export type SheetTemplateFormat = (typeof sheetTemplateFormats)[number];

/** The rows with those that are blank, each as long as there are columns. */
export function rowsOf({ columns, rows, blankRows }: SheetTemplate): readonly (readonly string[])[] {
  const row = (cells: readonly string[]) => columns.map((_, at) => cells[at] ?? '');
  return [...rows.map(row), ...Array.from({ length: blankRows }, () => row([]))];
}
