import type { Document } from './model.ts';

/** A column that people fill in, that stands as it is, or that only the program reads. */
export type TemplateColumn = { readonly title: string; readonly is: 'free' | 'locked' | 'hidden'; readonly width: number; readonly choices?: readonly string[] };

/** A sheet to fill in away from the product, and sheets that say how: headings locked, choices as drop-downs, every cell text. */
export type Template = {
  /** What the file is, and how to fill it in. */
  readonly about: Document;
  readonly name: string;
  readonly columns: readonly TemplateColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Rows below, for what is new. */
  readonly blankRows: number;
};

export const templateFormats = ['xlsx', 'ods'] as const;

export type TemplateFormat = (typeof templateFormats)[number];

/** The rows with those that are blank, each as long as there are columns. */
export function rowsOf({ columns, rows, blankRows }: Template): readonly (readonly string[])[] {
  const row = (cells: readonly string[]) => columns.map((_, at) => cells[at] ?? '');
  return [...rows.map(row), ...Array.from({ length: blankRows }, () => row([]))];
}
