import type { DocumentWords } from '../words/documents.ts';
import { documentWords } from '../words/documents.ts';
import { black, grey, inkOn, readable, toneColours } from './colours.ts';
import { covered, fontFamily } from './fonts.ts';
import { fitted } from './logo.ts';
import { linesOf } from './measure.ts';
import type { Block, Cell, Column, Document, Item, Logo, Table } from './model.ts';
import { textOf, toneOf } from './model.ts';
import type { PaperOrder } from './pdf-worker.ts';
import { columnWidths, isBold, narrowed } from './slide-table.ts';
import { writingThread } from './thread.ts';
import { readied } from './tidy.ts';
import { yearAndDate } from './dates.ts';

/** Points: the width between the margins of paper.typ, with its inner space. */
const paper = { width: 480, textSize: 11, tableSize: 9, tablePadding: 5, logo: { width: 180, height: 58 } };
const usualLimit = 20_000;

const write = writingThread<PaperOrder>(new URL('pdf-worker.ts', import.meta.url), 'The PDF');

/**
 * An A4 PDF that claims PDF/UA-1 (ISO 14289-1); Typst refuses to write one without title, alternative texts or heading order.
 * Characters that Noto Sans does not have (emoji, scripts other than Latin, Greek and Cyrillic) become a box.
 * Rejects when the writing takes longer than the limit (milliseconds).
 */
export async function pdf(document: Document, limit: number = usualLimit): Promise<Uint8Array> {
  const ready = readied(document);
  const data = covered(JSON.stringify(dataOf(ready, documentWords(ready.language))));
  const order: PaperOrder = { data, moment: Date.parse(`${ready.dated}T00:00:00Z`) / 1000 };
  return write(order, limit);
}

function dataOf(document: Document, words: DocumentWords): unknown {
  const [language, region] = document.language.split('-');
  const [year, month, day] = document.dated.split('-').map(Number);
  return {
    ...document,
    language, region, black, grey, font: fontFamily,
    dated: { year, month, day },
    brandInk: inkOn(document.brandColour),
    headingColour: readable(document.brandColour),
    compact: document.compact ?? false,
    contents: document.contents ? words.contents : null,
    logo: document.logo === undefined ? null : logoData(document.logo),
    notice: document.notice === undefined ? null : breakable(document.notice, paper.textSize, paper.width),
    shown: breakable(document.title, 24, paper.width),
    subtitle: breakable(document.subtitle, 14, paper.width),
    owner: breakable(words.owner(document.organisation, document.year), paper.textSize, paper.width - 100),
    yearAndDate: yearAndDate(document),
    pageOf: words.page('{page}', '{pages}'),
    tableSize: paper.tableSize,
    tablePadding: paper.tablePadding,
    sections: document.sections.map((section) => ({
      title: breakable(section.title, 15, paper.width),
      blocks: section.blocks.flatMap((block) => blockData(block, words)),
    })),
  };
}

function logoData(logo: Logo): unknown {
  const { width, height } = fitted(logo, paper.logo);
  return { bytes: [...Buffer.from(logo.png, 'base64')], width, height, alternative: logo.alternative };
}

function blockData(block: Block, words: DocumentWords): readonly unknown[] {
  const text = (each: string) => breakable(each, paper.textSize, paper.width - 40);
  const item = (each: Item, lead: string) => ({ text: text(each.text), lead: text(lead) });
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return [{ ...block, text: text(block.text) }];
    case 'list':
      return [{ ...block, items: block.items.map((each) => item(each, each.label ? words.lead(each.label) : '')) }];
    case 'quotation':
      return [{
        ...block, heading: text(block.heading), source: text(words.source(block.source)),
        items: block.items.map((each) => item(each, each.label ? `${each.label} ` : '')),
      }];
    case 'table':
      return narrowed(block, (part, of) => words.part(block.caption, part, of)).map(tableData);
    case 'picture':
      return [{ ...block, svg: singleGlyphs(block.svg), caption: block.caption === undefined ? null : text(block.caption) }];
  }
}

function tableData(table: Table): unknown {
  const widths = columnWidths(table, paper.width, { size: paper.tableSize, paddingX: paper.tablePadding });
  const roomIn = (index: number) => (widths[index] ?? 0) - 2 * paper.tablePadding;
  const cellData = (cell: Cell, index: number, column: Column | undefined) => {
    const tone = toneOf(cell);
    return {
      text: breakable(textOf(cell), paper.tableSize, roomIn(index)),
      strong: isBold(cell, column),
      tone: tone ? toneColours[tone] : null,
    };
  };
  return {
    kind: table.kind,
    caption: breakable(table.caption, paper.textSize, paper.width),
    widths,
    columns: table.columns.map((column, index) => ({ title: breakable(column.title, paper.tableSize, roomIn(index)), end: column.align === 'end' })),
    rows: table.rows.map((row) => row.map((cell, index) => cellData(cell, index, table.columns[index]))),
  };
}

/** A word that is wider than its column may break where a zero-width space stands. */
function breakable(text: string, size: number, width: number): string {
  return text.split(' ').map((word) => linesOf(word, { size, bold: true }, width).join('\u200b')).join(' ');
}

/** Typst cannot say in a PDF what a composed character of a drawing stands for, and then refuses: a letter loses its accents, a sign becomes a box. */
function singleGlyphs(svg: string): string {
  return svg.replace(/[^\x00-\xff\u0174-\u0177\u2010-\u2026]/gu, (character) => {
    const base = character.normalize('NFD').replace(/\p{M}/gu, '');
    return /^(\p{L}|)$/u.test(base) ? base : '\u25a1';
  });
}
