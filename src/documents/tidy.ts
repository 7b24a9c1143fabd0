import { refuseFaults } from './faults.ts';
import type { Block, Cell, Document, Item, Section } from './model.ts';

/** What a writer starts from: no faults, and no characters that XML or paper cannot hold. Throws on a faulty document. */
export function readied(document: Document): Document {
  refuseFaults(document);
  return {
    ...document,
    title: tidy(document.title),
    subtitle: tidy(document.subtitle),
    organisation: tidy(document.organisation),
    year: tidy(document.year),
    product: tidy(document.product),
    ...(document.notice === undefined ? {} : { notice: tidy(document.notice) }),
    ...(document.logo === undefined ? {} : { logo: { ...document.logo, alternative: tidy(document.logo.alternative) } }),
    sections: document.sections.map(tidySection),
  };
}

/** One line of text: line breaks and tabs become spaces, control characters and what Unicode calls no character go. */
export function tidy(text: string): string {
  return text.replace(/[\p{Cs}\ufdd0-\ufdef\ufffe\uffff]/gu, '').replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

function tidySection(section: Section): Section {
  return { title: tidy(section.title), blocks: section.blocks.map(tidyBlock) };
}

function tidyBlock(block: Block): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return { ...block, text: tidy(block.text) };
    case 'list':
      return { ...block, items: block.items.map(tidyItem) };
    case 'quotation':
      return { ...block, heading: tidy(block.heading), items: block.items.map(tidyItem), source: tidy(block.source) };
    case 'table':
      return {
        ...block,
        caption: tidy(block.caption),
        columns: block.columns.map((column) => ({ ...column, title: tidy(column.title) })),
        rows: block.rows.map((row) => row.map(tidyCell)),
      };
    case 'picture':
      return {
        ...block,
        alternative: tidy(block.alternative),
        ...(block.caption === undefined ? {} : { caption: tidy(block.caption) }),
      };
  }
}

function tidyItem(item: Item): Item {
  return { text: tidy(item.text), ...(item.label === undefined ? {} : { label: tidy(item.label) }) };
}

function tidyCell(cell: Cell): Cell {
  return typeof cell === 'string' ? tidy(cell) : { ...cell, text: tidy(cell.text) };
}
