import type { DocumentWords } from '../words/documents.ts';
import { documentWords } from '../words/documents.ts';
import type { Block, Column, Document, Item, Section } from './model.ts';
import { textOf } from './model.ts';
import { readied } from './tidy.ts';
import { yearAndDate } from './dates.ts';

/** One sheet of a workbook: rows above its header say what it is and how it is marked. Every cell is text. */
export type Sheet = { readonly name: string; readonly above: readonly string[]; readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] };

const longestName = 31;

/** A document as sheets: what it is, its statements, and each of its tables. */
export function sheetsOf(document: Document): readonly Sheet[] {
  const ready = readied(document);
  const words = documentWords(ready.language);
  const above = [ready.marking, ...(ready.notice ? [ready.notice] : [])];
  const named = new Names();
  const sheet = (title: string, columns: readonly Column[], rows: Sheet['rows'], caption = title): Sheet => ({ name: named.next(title), above: [...above, ...new Set([title, caption])], columns, rows });
  const statements = ready.sections.flatMap((section) => section.blocks.flatMap((block) => statementsOf(section, block, words)));
  const tables = ready.sections.flatMap(({ title, blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [{ title, table: block }] : [])));
  return [
    sheet(words.sheets.about, [{ title: words.sheets.field, rowHeader: true }, { title: words.sheets.value }], aboutOf(ready, words)),
    ...(statements.length === 0 ? [] : [sheet(words.sheets.text, [{ title: words.sheets.part, rowHeader: true }, { title: words.sheets.heading }, { title: words.sheets.value }], statements)]),
    ...tables.map(({ title, table }) => sheet(title, table.columns, table.rows.map((row) => row.map(textOf)), table.caption)),
  ];
}

function aboutOf(document: Document, { sheets }: DocumentWords): Sheet['rows'] {
  return [
    [sheets.title, document.title], [sheets.subtitle, document.subtitle], [sheets.organisation, document.organisation], [sheets.yearAndDate, yearAndDate(document)],
    [sheets.marking, document.marking], [sheets.audience, sheets.audiences[document.audience]],
  ].filter(([, value]) => value !== '');
}

/** What is no table, a row each: its part, its heading or label, and what it says; a picture by its words. */
function statementsOf({ title }: Section, block: Block, words: DocumentWords): Sheet['rows'] {
  const item = (heading: string) => ({ label, text }: Item) => [title, [heading, label ?? ''].filter((word) => word !== '').join(' '), text];
  switch (block.kind) {
    case 'paragraph':
    case 'note': return [[title, '', block.text]];
    case 'list': return block.items.map(item(''));
    case 'quotation': return [...block.items.map(item(block.heading)), [title, block.heading, words.source(block.source)]];
    case 'picture': return [[title, '', block.alternative], ...(block.caption ? [[title, '', block.caption]] : [])];
    case 'table': return [];
  }
}

/** Names of sheets as every program takes them: short, each once, without signs that stand in references. */
class Names {
  readonly #used = new Set<string>();

  next(title: string): string {
    const plain = title.replace(/[[\]:*?/\\']/g, ' ').replace(/\s+/g, ' ').trim() || '–';
    // A number may repeat how the title ends, so two of the names tried may be alike; no more than that.
    for (let count = 1; count <= this.#used.size + 2; count += 1) {
      const name = fitted(plain, count === 1 ? '' : ` ${count}`);
      if (this.#used.has(name.toLowerCase())) continue;
      this.#used.add(name.toLowerCase());
      return name;
    }
    throw new Error(`no name is left for the sheet "${plain}"`);
  }
}

/** As much of a name as leaves room for its ending; lengths are in UTF-16 units, as the programs count, and no sign is cut in two. */
function fitted(plain: string, ending: string): string {
  let name = '';
  for (const sign of plain) {
    if (name.length + sign.length + ending.length > longestName) break;
    name += sign;
  }
  return name.trim() + ending;
}

const width = { least: 8, most: 60 };

/** How wide a column stands, in characters: its widest cell, within reason. */
export function columnCharacters({ columns, rows }: Pick<Sheet, 'columns' | 'rows'>, at: number): number {
  const longest = rows.reduce((most, row) => Math.max(most, row[at]?.length ?? 0), columns[at]?.title.length ?? 0);
  return Math.min(width.most, Math.max(width.least, longest + 4));
}
