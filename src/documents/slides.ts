import type { DocumentWords } from '../words/documents.ts';
import { documentWords } from '../words/documents.ts';
import { linesOf } from './measure.ts';
import type { Block, Document, Item, Picture, Section } from './model.ts';
import { sizeOf } from './picture.ts';
import type { SlideRow, SlideTable } from './slide-table.ts';
import { measuredTable, narrowed } from './slide-table.ts';

/** Points on a slide of 13.333 by 7.5 inches. */
export const page = { width: 960, height: 540, margin: 44, contentWidth: 872, titleTop: 30, footTop: 506, footSize: 12 };
/** Points, from the top left corner of the slide. */
export type Area = { readonly top: number; readonly left: number; readonly width: number; readonly height: number };

/** What stands at the foot of every slide. */
export const footArea: Readonly<Record<'marking' | 'owner' | 'number', Area>> = {
  marking: { top: page.footTop, left: page.margin, width: 220, height: 18 },
  owner: { top: page.footTop, left: page.margin + 230, width: page.contentWidth - 290, height: 18 },
  number: { top: page.footTop, left: page.margin + page.contentWidth - 50, width: 50, height: 18 },
};
/** The distance of two lines, as a share of the size of the type. */
export const lineHeight = 1.2;
/** The largest at which a section needs one slide only; where none does, the usual one. */
const bodySizes = { usual: 20, toFitOne: [24, 22, 20, 18] };
/** The largest that takes one line; where none does, the largest that takes two. */
const titleSizes = { oneLine: [30, 26, 24], twoLines: [30, 24], least: 20 };
const smallSize = 16;
export const indent = 26;
const gapAfterTitle = 20;
const gapBetweenBoxes = 14;
/** By how much the room is narrowed at a time, to spread what needs several slides. */
const evenStep = 0.94;

/** One slide after the cover: what stands where, from the top, in points; nothing in it is higher than its box. */
export type Slide = { readonly title: string; readonly titleSize: number; readonly titleHeight: number; readonly boxes: readonly Box[] };

export type Box = { readonly top: number; readonly height: number } & (
  | { readonly kind: 'text'; readonly paragraphs: readonly SlideParagraph[] }
  | { readonly kind: 'table'; readonly caption: string; readonly captionHeight: number; readonly table: SlideTable; readonly rows: readonly SlideRow[] }
  | { readonly kind: 'picture'; readonly picture: Picture; readonly width: number }
);

export type SlideParagraph = {
  readonly text: string;
  readonly lead: string;
  readonly size: number;
  readonly style: 'plain' | 'heading' | 'small';
  /** A number of an ordered list, a bullet, the following lines of either, or an ordinary paragraph. */
  readonly mark: number | 'bullet' | 'indented' | 'none';
  readonly after: number;
};

/** What stays together on one slide. */
type Piece = { readonly height: number; readonly withNext?: boolean } & (
  | { readonly kind: 'text'; readonly paragraph: SlideParagraph }
  | { readonly kind: 'row'; readonly table: SlideTable; readonly row: SlideRow; readonly captionHeight: number }
  | { readonly kind: 'picture'; readonly picture: Picture; readonly width: number }
);

/** The slides of a document after its cover. A section that overflows one slide becomes "Title (1 of 2)", "Title (2 of 2)". */
export function slidesOf(document: Document): readonly Slide[] {
  const words = documentWords(document.language);
  return document.sections.flatMap((section) => slidesOfSection(section, bottomOf(document), words));
}

/** Where the content of each slide must end: above the notice, which stands above the marking. */
export function bottomOf(document: Document): number {
  return noticeTop(document) - 10;
}

export function noticeTop(document: Document): number {
  return page.footTop - 8 - (document.notice ? heightOf(document.notice, page.footSize, page.contentWidth, true) : 0);
}

export function heightOf(text: string, size: number, width: number, bold: boolean): number {
  return linesOf(text, { size, bold }, width).length * size * lineHeight;
}

function slidesOfSection(section: Section, bottom: number, words: DocumentWords): readonly Slide[] {
  const { toFitOne, usual } = bodySizes;
  const single = headed(section.title);
  const pagesIn = (size: number, { top }: Head) => filled(section.blocks.flatMap((block) => piecesOf(block, size, bottom - top, words)), bottom - top);
  for (const size of toFitOne) {
    const [only = [], ...more] = pagesIn(size, single);
    if (more.length === 0) return [slideOf(section.title, single, only, words)];
  }
  const parted = headed(words.part(section.title, 99, 99));
  const pages = pagesIn(usual, parted);
  return pages.map((pieces, index) => slideOf(words.part(section.title, index + 1, pages.length), parted, pieces, words));
}

/** How a title stands, and where the content below it begins. */
type Head = { readonly titleSize: number; readonly titleHeight: number; readonly top: number };

function headed(title: string): Head {
  const { oneLine, twoLines, least } = titleSizes;
  const takes = (lines: number) => (size: number) => heightOf(title, size, page.contentWidth, true) <= lines * size * lineHeight;
  const titleSize = oneLine.find(takes(1)) ?? twoLines.find(takes(2)) ?? least;
  const titleHeight = heightOf(title, titleSize, page.contentWidth, true);
  return { titleSize, titleHeight, top: page.titleTop + titleHeight + gapAfterTitle };
}

function slideOf(title: string, { titleSize, titleHeight, top }: Head, pieces: readonly Piece[], words: DocumentWords): Slide {
  return { title, titleSize, titleHeight, boxes: boxesOf(pieces, top, words) };
}

function piecesOf(block: Block, size: number, room: number, words: DocumentWords): readonly Piece[] {
  const plain: ParagraphForm = { lead: '', size, style: 'plain', mark: 'none', after: size / 2 };
  switch (block.kind) {
    case 'paragraph':
      return textPieces(block.text, plain, room);
    case 'note':
      return textPieces(block.text, small, room);
    case 'list':
      return block.items.flatMap((item, index) => textPieces(item.text, {
        ...plain, lead: leadOf(item, words), mark: block.ordered ? index + 1 : 'bullet',
      }, room));
    case 'quotation':
      return [
        ...textPieces(block.heading, { ...plain, style: 'heading' }, room).map((piece) => ({ ...piece, withNext: true })),
        ...block.items.flatMap((item) => textPieces(item.text, { ...plain, lead: item.label ? `${item.label} ` : '' }, room)),
        ...textPieces(words.source(block.source), small, room),
      ];
    case 'table':
      return narrowed(block, (part, of) => words.part(block.caption, part, of)).flatMap((table) => {
        const captionHeight = heightOf(words.continued(table.caption), smallSize, page.contentWidth, true) + 6;
        const measured = measuredTable(table, page.contentWidth, room - captionHeight);
        return measured.rows.map((row): Piece => ({ kind: 'row', table: measured, row, captionHeight, height: row.height }));
      });
    case 'picture':
      return picturePieces(block, room);
  }
}

type ParagraphForm = Omit<SlideParagraph, 'text'>;

const small: ParagraphForm = { lead: '', size: smallSize, style: 'small', mark: 'none', after: 16 };

function leadOf(item: Item, words: DocumentWords): string {
  return item.label ? words.lead(item.label) : '';
}

/** One paragraph, or several where it is higher than a slide; what follows the first has neither bullet nor number. */
function textPieces(text: string, form: ParagraphForm, room: number): readonly Piece[] {
  const width = page.contentWidth - (form.mark === 'none' ? 0 : indent);
  const bold = form.style === 'heading' || form.lead !== '';
  const lines = linesOf(form.lead + text, { size: form.size, bold }, width);
  const perSlide = Math.floor((room - form.after) / (form.size * lineHeight));
  return Array.from({ length: Math.ceil(lines.length / perSlide) }, (_, part): Piece => {
    const own = lines.slice(part * perSlide, (part + 1) * perSlide);
    const first = part === 0;
    const paragraph: SlideParagraph = {
      ...form,
      lead: first ? form.lead : '',
      text: own.join('').slice(first ? form.lead.length : 0),
      mark: first || form.mark === 'none' ? form.mark : 'indented',
    };
    return { kind: 'text', paragraph, height: own.length * form.size * lineHeight + form.after };
  });
}

function picturePieces(picture: Picture, room: number): readonly Piece[] {
  const caption = picture.caption ? textPieces(picture.caption, small, room) : [];
  const captionHeight = caption.reduce((total, piece) => total + piece.height, 0) + (caption.length > 0 ? gapBetweenBoxes : 0);
  const size = sizeOf(picture.svg);
  const scale = Math.min(page.contentWidth / size.width, Math.max(room - captionHeight, room / 2) / size.height);
  return [
    { kind: 'picture', picture, width: size.width * scale, height: size.height * scale, withNext: caption.length > 0 },
    ...caption,
  ];
}

/** Pieces in order on as few slides as hold them, about as much on each. */
function filled(pieces: readonly Piece[], room: number): readonly (readonly Piece[])[] {
  let pages = packed(pieces, room);
  for (let less = room * evenStep; pages.length > 1 && less > room / 2; less *= evenStep) {
    const evener = packed(pieces, less);
    if (evener.length > pages.length) break;
    pages = evener;
  }
  return pages;
}

/** As much on each slide as it holds. */
function packed(pieces: readonly Piece[], room: number): readonly (readonly Piece[])[] {
  const pages: Piece[][] = [[]];
  let used = 0;
  for (const [index, piece] of pieces.entries()) {
    const current = pages.at(-1) ?? [];
    const next = piece.withNext ? pieces[index + 1] : undefined;
    const needed = spaceFor(piece, current.at(-1)) + (next ? spaceFor(next, piece) : 0);
    if (current.length > 0 && used + needed > room) {
      pages.push([piece]);
      used = spaceFor(piece, undefined);
    } else {
      current.push(piece);
      used += spaceFor(piece, current.at(-2));
    }
  }
  return pages;
}

/** The height that a piece adds below another: its own, a gap where a box begins, the caption and header where a table does. */
function spaceFor(piece: Piece, above: Piece | undefined): number {
  if (above && sameBox(piece, above)) return piece.height;
  const gap = above ? gapBetweenBoxes : 0;
  return gap + piece.height + (piece.kind === 'row' ? piece.captionHeight + piece.table.headerHeight : 0);
}

function sameBox(one: Piece, other: Piece): boolean {
  return (one.kind === 'text' && other.kind === 'text') || (one.kind === 'row' && other.kind === 'row' && one.table === other.table);
}

function boxesOf(pieces: readonly Piece[], top: number, words: DocumentWords): readonly Box[] {
  const boxes: Box[] = [];
  let bottom = top;
  for (let start = 0; start < pieces.length;) {
    const first = pieces[start];
    if (!first) break;
    const after = pieces.slice(start).findIndex((piece) => piece !== first && !sameBox(piece, first));
    const own = pieces.slice(start, after === -1 ? pieces.length : start + after);
    const boxTop = bottom + (boxes.length > 0 ? gapBetweenBoxes : 0);
    const height = own.reduce((total, piece, index) => total + spaceFor(piece, own[index - 1]), 0);
    boxes.push({ top: boxTop, height, ...contentOf(first, own, words) });
    bottom = boxTop + height;
    start += own.length;
  }
  return boxes;
}

type Content = Box extends infer Each ? (Each extends Box ? Omit<Each, 'top' | 'height'> : never) : never;

function contentOf(first: Piece, own: readonly Piece[], words: DocumentWords): Content {
  switch (first.kind) {
    case 'text':
      return { kind: 'text', paragraphs: own.flatMap((piece) => (piece.kind === 'text' ? [piece.paragraph] : [])) };
    case 'row': {
      const { caption } = first.table.table;
      const begins = first.row === first.table.rows[0];
      const rows = own.flatMap((piece) => (piece.kind === 'row' ? [piece.row] : []));
      return { kind: 'table', caption: begins ? caption : words.continued(caption), captionHeight: first.captionHeight, table: first.table, rows };
    }
    case 'picture':
      return { kind: 'picture', picture: first.picture, width: first.width };
  }
}
