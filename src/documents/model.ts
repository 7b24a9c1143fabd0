import type { Audience, Marking } from '../kernel/marking.ts';
import type { Day } from '../kernel/year.ts';

/** What every output is written from: pure data, without a word about slides, pages or sheets. */
export type Document = {
  readonly title: string;
  readonly subtitle: string;
  readonly organisation: string;
  /** The year as readers write it: "2025/26". */
  readonly year: string;
  readonly language: DocumentLanguage;
  readonly marking: Marking;
  readonly audience: Audience;
  readonly dated: Day;
  /** What every page and slide must say, such as that the county is invented. */
  readonly notice?: string;
  /** The program that wrote the file. */
  readonly product: string;
  /** "#rrggbb" */
  readonly brandColour: string;
  /** The sign of the owner, shown once: on the cover, or above the title. */
  readonly logo?: Logo;
  /** Whether a table of contents stands before the sections, where there are pages to turn. */
  readonly contents?: boolean;
  /** What is to fit on one page, where there are pages: set smaller and closer. */
  readonly compact?: boolean;
  readonly sections: readonly Section[];
};

export type DocumentLanguage = 'en-GB' | 'cy-GB';

/** A bitmap (PNG, in base64) of so many pixels, and the words that say the same. */
export type Logo = { readonly png: string; readonly width: number; readonly height: number; readonly alternative: string };

/** A part with a title that no other part has: a heading on paper, a slide (or several) on screen. */
export type Section = { readonly title: string; readonly blocks: readonly Block[] };

export type Block = Paragraph | List | Quotation | Table | Picture | Note;

export type Paragraph = { readonly kind: 'paragraph'; readonly text: string };

export type List = { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Item[] };

/** A statute or guidance in its own words; the label of an item is its number, "(1)". */
export type Quotation = {
  readonly kind: 'quotation';
  readonly heading: string;
  readonly items: readonly Item[];
  readonly source: string;
};

export type Table = {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Where the table counts people, referrals, Channel or refusals: its small numbers do not leave (small-numbers.ts). */
  readonly people?: PeopleCounts;
};

/** Columns are meant by their place, from 0. */
export type PeopleCounts = {
  readonly columns: readonly number[];
  /** The last row adds up those above it. */
  readonly totalRow: boolean;
  /** This column adds up the others. */
  readonly totalColumn?: number;
  /** Columns of percentages, each with the column of the count that it is of. */
  readonly shares?: Readonly<Record<number, number>>;
};

/** A drawing (SVG with a viewBox) and the words that say the same. */
export type Picture = {
  readonly kind: 'picture';
  readonly svg: string;
  readonly alternative: string;
  readonly caption?: string;
};

/** Small print: a source, a footnote. */
export type Note = { readonly kind: 'note'; readonly text: string };

/** A text with, where there is one, what it is about: the title of a benchmark, the number of a subsection. */
export type Item = { readonly text: string; readonly label?: string };

export type Column = {
  readonly title: string;
  /** Figures stand at the end. */
  readonly align?: 'start' | 'end';
  /** The cells of this column name their row. */
  readonly rowHeader?: boolean;
};

/** A cell with a tone is shown as a coloured tag; the colour only repeats what the text says. */
export type Cell = string | { readonly text: string; readonly tone: Tone };

export type Tone = 'best' | 'good' | 'warning' | 'bad' | 'neutral';

export function textOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text;
}

export function toneOf(cell: Cell): Tone | undefined {
  return typeof cell === 'string' ? undefined : cell.tone;
}
