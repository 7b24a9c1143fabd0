import type { Block, Document, Item, Logo, Picture, Section, Table } from './model.ts';
import { textOf } from './model.ts';

/** What fits on a cover, in a heading and in the foot of every page. */
export const longestTitle = 200;
export const longestColumnTitle = 60;

/** What would make a document unreadable for somebody, and where: "section 2, block 1". */
export type Fault = { readonly place: string; readonly problem: Problem };

export type Problem =
  | 'has no title'
  | 'is longer than 200 characters in title, subtitle, organisation, year or notice'
  | 'has no organisation'
  | 'has no product'
  | 'has a brand colour that is not #rrggbb'
  | 'has a logo that is no PNG of a size'
  | 'has a logo without alternative text'
  | 'has no sections'
  | 'has the title of another part'
  | 'has no blocks'
  | 'has no text'
  | 'has a heading, label or caption of more than 200 characters'
  | 'has no items'
  | 'has an item without text'
  | 'has no heading'
  | 'has no source'
  | 'has no caption'
  | 'has no columns'
  | 'has a column without title'
  | 'has a column title of more than 60 characters'
  | 'has no rows'
  | 'has a row of another length than its header'
  | 'has a tag without text'
  | 'has no alternative text'
  | 'is not a drawing with a viewBox'
  | 'has active or outside content';

/** Every fault of a document, in reading order; none means that every writer can write it. */
export function faultsOf(document: Document): readonly Fault[] {
  return [
    ...found('document', [
      [blank(document.title), 'has no title'],
      [blank(document.organisation), 'has no organisation'],
      [blank(document.product), 'has no product'],
      [!/^#[0-9a-f]{6}$/i.test(document.brandColour), 'has a brand colour that is not #rrggbb'],
      [
        [document.title, document.subtitle, document.organisation, document.year, document.notice ?? ''].some(tooLong),
        'is longer than 200 characters in title, subtitle, organisation, year or notice',
      ],
      [document.logo !== undefined && !isBitmap(document.logo), 'has a logo that is no PNG of a size'],
      [document.logo !== undefined && (blank(document.logo.alternative) || tooLong(document.logo.alternative)), 'has a logo without alternative text'],
      [document.sections.length === 0, 'has no sections'],
    ]),
    ...document.sections.flatMap((section, index) => faultsOfSection(section, `section ${index + 1}`, [
      document.title, ...document.sections.slice(0, index).map((earlier) => earlier.title),
    ])),
  ];
}

/** Every PNG begins with the same eight bytes (ISO/IEC 15948, 5.2); nothing but base64 may follow, since it stands in markup. */
function isBitmap({ png, width, height }: Logo): boolean {
  return /^iVBORw0KGgo[A-Za-z0-9+/]+=*$/.test(png) && [width, height].every((size) => Number.isInteger(size) && size > 0);
}

/** Throws an Error that names every fault: a faulty document is a mistake of the program, never of its user. */
export function refuseFaults(document: Document): void {
  const faults = faultsOf(document);
  if (faults.length === 0) return;
  throw new Error(`The document cannot be written: ${faults.map(({ place, problem }) => `${place} ${problem}`).join('; ')}`);
}

function faultsOfSection(section: Section, place: string, titlesBefore: readonly string[]): readonly Fault[] {
  const same = (title: string) => title.trim().toLowerCase() === section.title.trim().toLowerCase();
  return [
    ...found(place, [
      [blank(section.title), 'has no title'],
      [!blank(section.title) && titlesBefore.some(same), 'has the title of another part'],
      [tooLong(section.title), 'is longer than 200 characters in title, subtitle, organisation, year or notice'],
      [section.blocks.length === 0, 'has no blocks'],
    ]),
    ...section.blocks.flatMap((block, index) => found(`${place}, block ${index + 1} (${block.kind})`, checksOfBlock(block))),
  ];
}

type Check = readonly [wrong: boolean, problem: Problem];

function checksOfBlock(block: Block): readonly Check[] {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return [[blank(block.text), 'has no text']];
    case 'list':
      return checksOfItems(block.items);
    case 'quotation':
      return [
        [blank(block.heading), 'has no heading'],
        [blank(block.source), 'has no source'],
        checkOfLead(block.heading),
        ...checksOfItems(block.items),
      ];
    case 'table':
      return checksOfTable(block);
    case 'picture':
      return checksOfPicture(block);
  }
}

function checksOfItems(items: readonly Item[]): readonly Check[] {
  return [
    [items.length === 0, 'has no items'],
    [items.some((item) => blank(item.text)), 'has an item without text'],
    checkOfLead(...items.map((item) => item.label ?? '')),
  ];
}

function checkOfLead(...leads: readonly string[]): Check {
  return [leads.some(tooLong), 'has a heading, label or caption of more than 200 characters'];
}

function checksOfTable(table: Table): readonly Check[] {
  return [
    [blank(table.caption), 'has no caption'],
    checkOfLead(table.caption),
    [table.columns.length === 0, 'has no columns'],
    [table.columns.some((column) => blank(column.title)), 'has a column without title'],
    [table.columns.some((column) => column.title.length > longestColumnTitle), 'has a column title of more than 60 characters'],
    [table.rows.length === 0, 'has no rows'],
    [table.rows.some((row) => row.length !== table.columns.length), 'has a row of another length than its header'],
    [table.rows.flat().some((cell) => typeof cell !== 'string' && blank(textOf(cell))), 'has a tag without text'],
  ];
}

function checksOfPicture(picture: Picture): readonly Check[] {
  const active = /<script|<foreignObject|<style|<!|<\?|\son\w+\s*=|\bhref\s*=|url\(|javascript:/i;
  return [
    [blank(picture.alternative), 'has no alternative text'],
    checkOfLead(picture.caption ?? ''),
    [!/^<svg\s[^>]*viewBox="0 0 [1-9]\d* [1-9]\d*"[^>]*>[\s\S]*<\/svg>$/.test(picture.svg), 'is not a drawing with a viewBox'],
    [active.test(picture.svg), 'has active or outside content'],
  ];
}

function found(place: string, checks: readonly Check[]): readonly Fault[] {
  return checks.flatMap(([wrong, problem]) => (wrong ? [{ place, problem }] : []));
}

function blank(text: string): boolean {
  return !/[^\s\p{Cc}\p{Cf}\p{Cs}]/u.test(text);
}

function tooLong(text: string): boolean {
  return text.length > longestTitle;
}
