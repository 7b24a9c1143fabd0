import {
  AlignmentType, BorderStyle, Document as WordFile, Footer, Header, HeadingLevel, ImageRun, LevelFormat, LineRuleType, NumberFormat, Packer, PageNumber, PageOrientation, Paragraph as WordParagraph,
  ShadingType, Table as WordTable, TableCell, TableOfContents, TableRow, TextRun, VerticalAlign, WidthType, type IParagraphOptions, type ISectionOptions, type ParagraphChild,
} from 'docx';
import { unzipSync } from 'fflate';
import type { DocumentWords } from '../words/documents.ts';
import { documentWords } from '../words/documents.ts';
import { bare, black, grey, inkOn, readable, toneColours } from './colours.ts';
import { yearAndDate } from './dates.ts';
import { rezipped } from './docx-mend.ts';
import { dressed } from './docx-template.ts';
import { fitted } from './logo.ts';
import type { Block, Cell, Column, Document, Item, List, Picture, Quotation, Table } from './model.ts';
import { textOf, toneOf } from './model.ts';
import { bitmapOf, sizeOf } from './picture.ts';
import { columnWidths, isBold, narrowed, togetherRows } from './slide-table.ts';
import { readied } from './tidy.ts';
import { readTemplate, type TemplatePage } from './word-template.ts';

/** Points of A4 between its margins; sizes of type in points. */
const paper = { width: 595.3, height: 841.9, marginX: 56.7, marginTop: 68, marginBottom: 80, text: 11, small: 9, table: 9.5, padding: 5, logo: { width: 180, height: 58 } };
const contentWidth = paper.width - 2 * paper.marginX;
const fontFace = 'Arial';
const bitmapWidth = 1600;
const bullets = 'bullets';

/** What is written, the width between the margins in points, and the numberings so far. */
type Writing = { readonly document: Document; readonly words: DocumentWords; readonly numbering: Numbering; readonly width: number; readonly dressed: boolean };

/** A Word file (ECMA-376), in the clothes of a template where there is one, with real headings, repeated header rows, and marking and page number on every page; the same document gives the same bytes. */
export async function docx(document: Document, kept?: Uint8Array): Promise<Uint8Array> {
  const ready = readied(document);
  const template = kept && readTemplate(kept);
  const words = documentWords(ready.language);
  const numbering = new Numbering();
  const writing: Writing = { document: ready, words, numbering, dressed: template !== undefined, width: template?.page ? (template.page.width - template.page.left - template.page.right) / 20 : contentWidth };
  const children: ISectionOptions['children'][number][] = [...titleOf(writing), ...contentsOf(ready, words)];
  for (const section of ready.sections) {
    children.push(new WordParagraph({ heading: HeadingLevel.HEADING_1, children: [run(section.title)] }));
    for (const block of section.blocks) children.push(...await blockOf(block, writing));
  }
  const file = new WordFile({
    title: ready.title, subject: ready.subtitle, creator: ready.organisation, lastModifiedBy: ready.product, keywords: ready.marking,
    styles: stylesOf(ready),
    numbering: { config: numbering.config() },
    sections: [{ properties: pageForm(template?.page), headers: { default: headerOf(ready) }, footers: { default: footerOf(ready, words) }, children }],
  });
  const bytes = await Packer.toBuffer(file);
  return rezipped(template ? dressed(bytes, template) : new Map(Object.entries(unzipSync(bytes))), ready);
}

function pageForm(page: TemplatePage | undefined): NonNullable<ISectionOptions['properties']> {
  const { width, height, ...margin } = page ?? {
    width: twips(paper.width), height: twips(paper.height), left: twips(paper.marginX), right: twips(paper.marginX), top: twips(paper.marginTop), bottom: twips(paper.marginBottom), header: twips(28), footer: twips(28),
  };
  // The library turns a page that lies on its side itself.
  const lies = width > height;
  return { page: {
    size: lies ? { width: height, height: width, orientation: PageOrientation.LANDSCAPE } : { width, height },
    margin, pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL },
  } };
}

/** Each ordered list counts from one: it has a numbering of its own. */
class Numbering {
  #lists = 0;

  next(): string {
    this.#lists += 1;
    return `list-${this.#lists}`;
  }

  config() {
    const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => [{ level: 0, format, text, alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: twips(20), hanging: twips(20) } } } }];
    return [
      { reference: bullets, levels: level(LevelFormat.BULLET, '•') },
      ...Array.from({ length: this.#lists }, (_, at) => ({ reference: `list-${at + 1}`, levels: level(LevelFormat.DECIMAL, '%1.') })),
    ];
  }
}

function stylesOf(document: Document) {
  const colour = bare(readable(document.brandColour));
  const heading = (size: number, before: number, after: number) => ({ run: { font: fontFace, size: size * 2, bold: true, color: colour }, paragraph: { spacing: { before: twips(before), after: twips(after), line: 264, lineRule: LineRuleType.AUTO }, keepNext: true } });
  return {
    default: {
      document: { run: { font: fontFace, size: paper.text * 2, color: bare(black), language: { value: document.language } }, paragraph: { spacing: { after: twips(7), line: 300, lineRule: LineRuleType.AUTO } } },
      title: heading(24, 0, 8),
      heading1: heading(15, 18, 7),
      heading2: heading(12, 8, 4),
    },
    paragraphStyles: [{ id: 'ContentsHeading', name: 'Contents heading', basedOn: 'Normal', ...heading(12, 8, 4) }, { id: 'TOC1', name: 'toc 1', basedOn: 'Normal', paragraph: { spacing: { after: twips(3), line: 252, lineRule: LineRuleType.AUTO } } }],
  };
}

/** A template has the sign of its owner, and rules, where it wants them. */
function titleOf({ document, dressed: isDressed }: Writing): WordParagraph[] {
  const line = (text: string, size: number, bold: boolean) => new WordParagraph({ children: [run(text, { size: size * 2, bold })] });
  return [
    ...(isDressed ? [] : logoOf(document)),
    new WordParagraph({ heading: HeadingLevel.TITLE, ...(isDressed ? {} : { border: { top: { style: BorderStyle.SINGLE, size: 32, color: bare(document.brandColour), space: 10 } } }), children: [run(document.title)] }),
    ...(document.subtitle === '' ? [] : [line(document.subtitle, 14, false)]),
    line(document.organisation, paper.text, true),
    line(yearAndDate(document), paper.text, false),
    ...(document.notice ? [line(document.notice, paper.text, true)] : []),
  ];
}

/** A field of Word's own with its entries written, so that it is right before anybody updates it: without numbers of pages, which only the program knows that lays them out. */
function contentsOf({ contents }: Document, words: DocumentWords): (WordParagraph | TableOfContents)[] {
  if (!contents) return [];
  return [
    new WordParagraph({ style: 'ContentsHeading', children: [run(words.contents)] }),
    new TableOfContents(words.contents, { hyperlink: true, headingStyleRange: '1-1', pageNumbersEntryLevelsRange: '1-1', beginDirty: false }),
  ];
}

function logoOf({ logo }: Document): WordParagraph[] {
  if (!logo) return [];
  const { width, height } = fitted(logo, paper.logo);
  return [new WordParagraph({ children: [new ImageRun({
    type: 'png', data: Buffer.from(logo.png, 'base64'), altText: { name: 'Logo', title: '', description: logo.alternative }, transformation: { width: pixels(width), height: pixels(height) },
  })] })];
}

function headerOf(document: Document): Header {
  return new Header({ children: [new WordParagraph({ alignment: AlignmentType.CENTER, children: [run(document.marking, { bold: true, size: paper.small * 2 })] })] });
}

function footerOf(document: Document, words: DocumentWords): Footer {
  const form = { size: paper.small * 2, color: bare(grey) };
  const [before = '', between = '', after = ''] = words.page('{', '{').split('{');
  const number = [run(before, form), new TextRun({ ...form, children: [PageNumber.CURRENT] }), run(between, form), new TextRun({ ...form, children: [PageNumber.TOTAL_PAGES] }), run(after, form)];
  const line = (children: ParagraphChild[], rest: IParagraphOptions = {}) => new WordParagraph({ ...rest, spacing: { after: 40 }, children });
  return new Footer({
    children: [
      ...(document.notice ? [line([run(document.notice, { ...form, bold: true })])] : []),
      line([run(`${words.owner(document.organisation, document.year)} · `, form), ...number]),
      line([run(document.marking, { bold: true, size: paper.small * 2 })], { alignment: AlignmentType.CENTER }),
    ],
  });
}

async function blockOf(block: Block, writing: Writing): Promise<ISectionOptions['children'][number][]> {
  const { document, words, numbering } = writing;
  switch (block.kind) {
    case 'paragraph': return [new WordParagraph({ children: [run(block.text)] })];
    case 'note': return [new WordParagraph({ children: [run(block.text, { size: paper.small * 2, color: bare(grey) })] })];
    case 'list': return listOf(block, words, numbering);
    case 'quotation': return quotationOf(block, document, words);
    case 'table': return narrowed(block, (part, of) => words.part(block.caption, part, of)).flatMap((table) => tableOf(table, writing));
    case 'picture': return pictureOf(block, writing);
  }
}

function listOf(list: List, words: DocumentWords, numbering: Numbering): WordParagraph[] {
  const reference = list.ordered ? numbering.next() : bullets;
  return list.items.map((item) => new WordParagraph({ numbering: { reference, level: 0 }, children: itemOf(item, (label) => words.lead(label)) }));
}

function quotationOf(quotation: Quotation, document: Document, words: DocumentWords): WordParagraph[] {
  const side = { border: { left: { style: BorderStyle.SINGLE, size: 18, color: bare(document.brandColour), space: 10 } }, indent: { left: twips(14) } };
  return [
    new WordParagraph({ ...side, keepNext: true, children: [run(quotation.heading, { bold: true })] }),
    ...quotation.items.map((item) => new WordParagraph({ ...side, children: itemOf(item, (label) => `${label} `) })),
    new WordParagraph({ ...side, children: [run(words.source(quotation.source), { size: paper.small * 2, color: bare(grey) })] }),
  ];
}

function itemOf({ label, text }: Item, written: (label: string) => string): TextRun[] {
  return [...(label ? [run(written(label), { bold: true })] : []), run(text)];
}

function tableOf(table: Table, { document, width: whole }: Writing): (WordParagraph | WordTable)[] {
  const widths = columnWidths(table, whole, { size: paper.table, paddingX: paper.padding }).map(twips);
  const ink = bare(inkOn(document.brandColour));
  const isShort = table.rows.length <= togetherRows;
  const head = table.columns.map((column, at) => cellOf(column.title, column, widths[at], { bold: true, color: ink, fill: bare(document.brandColour), keepNext: true }));
  const rows = table.rows.map((row, index) => new TableRow({ cantSplit: true, children: row.map((cell, at) => bodyCell(cell, table.columns[at], widths[at], isShort && index < table.rows.length - 1)) }));
  return [
    new WordParagraph({ keepNext: true, spacing: { before: twips(8), after: twips(4) }, children: [run(table.caption, { bold: true, size: paper.table * 2 })] }),
    new WordTable({
      columnWidths: [...widths], width: { size: widths.reduce((total, width) => total + width, 0), type: WidthType.DXA },
      tableLook: { firstRow: true, firstColumn: table.columns[0]?.rowHeader === true, noHBand: true, noVBand: true },
      rows: [new TableRow({ tableHeader: true, cantSplit: true, children: head }), ...rows],
    }),
    new WordParagraph({ spacing: { after: twips(4) }, children: [] }),
  ];
}

function bodyCell(cell: Cell, column: Column | undefined, width: number | undefined, keepNext: boolean): TableCell {
  const tone = toneOf(cell);
  const colours = tone ? { color: bare(toneColours[tone].ink), fill: bare(toneColours[tone].paper) } : { color: bare(black), fill: undefined };
  return cellOf(textOf(cell), column, width, { ...colours, bold: isBold(cell, column), keepNext });
}

function cellOf(text: string, column: Column | undefined, width: number | undefined, form: { bold: boolean; color: string; fill: string | undefined; keepNext: boolean }): TableCell {
  const edge = { style: BorderStyle.SINGLE, size: 4, color: 'B1B4B6' };
  return new TableCell({
    ...(width === undefined ? {} : { width: { size: width, type: WidthType.DXA } }),
    ...(form.fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, fill: form.fill, color: 'auto' } }),
    margins: { left: twips(paper.padding), right: twips(paper.padding), top: twips(3), bottom: twips(3) },
    borders: { top: edge, bottom: edge, left: edge, right: edge },
    verticalAlign: VerticalAlign.TOP,
    children: [new WordParagraph({ keepNext: form.keepNext, spacing: { after: 0, line: 260, lineRule: LineRuleType.AUTO }, alignment: column?.align === 'end' ? AlignmentType.END : AlignmentType.START, children: [run(text, { bold: form.bold, color: form.color, size: paper.table * 2 })] })],
  });
}

async function pictureOf({ svg, alternative, caption }: Picture, { width: whole }: Writing): Promise<WordParagraph[]> {
  const { width, height } = sizeOf(svg);
  const image = new ImageRun({
    type: 'png', data: await bitmapOf(svg, bitmapWidth), altText: { name: 'Picture', title: '', description: alternative },
    transformation: { width: pixels(whole), height: pixels(whole * (height / width)) },
  });
  return [
    new WordParagraph({ ...(caption ? { keepNext: true } : {}), children: [image] }),
    ...(caption ? [new WordParagraph({ children: [run(caption, { size: paper.small * 2, color: bare(grey) })] })] : []),
  ];
}

function run(text: string, form: { bold?: boolean; size?: number; color?: string } = {}): TextRun {
  return new TextRun({ text, ...form });
}

/** The library counts in the pixels of a screen: 96 to the inch. */
function pixels(points: number): number {
  return Math.round(points * (96 / 72));
}

/** Word counts in twentieths of a point. */
function twips(points: number): number {
  return Math.round(points * 20);
}
