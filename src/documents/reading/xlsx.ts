import { Budget, FileRefused, limits, SheetCollector, type ReadCell, type ReadSheet } from './workbook.ts';
import { Attributes, readXml } from './xml.ts';
import type { ZipParts } from './zip.ts';

type Book = { readonly sheets: readonly { readonly name: string; readonly path: string }[]; readonly from1904: boolean; readonly strings: readonly string[]; readonly dayStyles: ReadonlySet<number> };

/** An Excel workbook (ECMA-376): the sheets that a person sees. No formula is evaluated. @throws FileRefused */
export function readXlsx(parts: ZipParts): readonly ReadSheet[] {
  if (parts.paths.some((path) => /vbaProject\.bin$|^xl\/macrosheets\//i.test(path)) || /macroEnabled/i.test(parts.text('[Content_Types].xml') ?? '')) throw new FileRefused('macros');
  const book = bookOf(parts);
  const budget = new Budget();
  return book.sheets.map(({ name, path }) => readSheet(name, parts.text(path) ?? '', book, budget));
}

function bookOf(parts: ZipParts): Book {
  const path = [...relationsOf(parts, '').values()].find(({ type }) => type.endsWith('/officeDocument'))?.path ?? 'xl/workbook.xml';
  const xml = parts.text(path);
  if (xml === undefined) throw new FileRefused('other kind');
  const relations = relationsOf(parts, path);
  const partOf = (kind: string) => parts.text([...relations.values()].find(({ type }) => type.endsWith(`/${kind}`))?.path ?? '') ?? '';
  const sheets: { name: string; path: string }[] = [];
  let from1904 = false;
  each(xml, (name, attributes) => {
    if (name === 'workbookPr') from1904 = isTrue(attributes.get('date1904'));
    const relation = name === 'sheet' ? relations.get(attributes.get('id') ?? '') : undefined;
    if (relation?.type.endsWith('/worksheet') && !/hidden/i.test(attributes.get('state') ?? '')) sheets.push({ name: attributes.get('name') ?? '', path: relation.path });
  });
  if (sheets.length > limits.sheets) throw new FileRefused('too much');
  return { sheets, from1904, strings: stringsOf(partOf('sharedStrings')), dayStyles: dayStylesOf(partOf('styles')) };
}

/** The parts that a part names, by their identifier; "" stands for the file itself. */
function relationsOf(parts: ZipParts, path: string): ReadonlyMap<string, { readonly type: string; readonly path: string }> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const relations = new Map<string, { type: string; path: string }>();
  each(parts.text(`${folder}_rels/${path.slice(folder.length)}.rels`) ?? '', (name, attributes) => {
    if (name !== 'Relationship') return;
    const target = new URL(attributes.get('Target') ?? '', `file:///${folder}`).pathname;
    relations.set(attributes.get('Id') ?? '', { type: attributes.get('Type') ?? '', path: decodeURIComponent(target.slice(1)) });
  });
  return relations;
}

function stringsOf(xml: string): readonly string[] {
  const strings: string[] = [];
  const text = new TextOf();
  readXml(xml, {
    open: (name) => { if (name === 'si') text.begin(); else text.open(name); },
    close: (name) => { if (name === 'si') strings.push(text.end()); else text.close(name); },
    text: (part) => text.add(part),
  });
  return strings;
}

/** The text of a string or of a cell's own text: its runs, without the reading aids of East Asian scripts. */
class TextOf {
  #parts: string[] = [];
  #inText = false;
  #inAid = false;

  begin(): void { this.#parts = []; }
  open(name: string): void {
    if (name === 't') this.#inText = true;
    if (name === 'rPh') this.#inAid = true;
  }
  close(name: string): void {
    if (name === 't') this.#inText = false;
    if (name === 'rPh') this.#inAid = false;
  }
  add(text: string): void { if (this.#inText && !this.#inAid) this.#parts.push(text); }
  end(): string { return unescaped(this.#parts.join('')); }
}

/** Which cell styles show a number as a day: formats 14 to 22 and 27 to 58 (ECMA-376, 18.8.30) and those that name a day or a year. */
function dayStylesOf(xml: string): ReadonlySet<number> {
  const own = new Map<number, boolean>();
  const days = new Set<number>();
  let inCells = false;
  let style = 0;
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'cellXfs') inCells = true;
      if (name === 'numFmt') own.set(Number(attributes.get('numFmtId')), showsDay(attributes.get('formatCode') ?? ''));
      if (name !== 'xf' || !inCells) return;
      const format = Number(attributes.get('numFmtId') ?? 0);
      if (own.get(format) ?? ((format >= 14 && format <= 17) || format === 22 || (format >= 27 && format <= 31) || (format >= 34 && format <= 36) || (format >= 50 && format <= 58))) days.add(style);
      style += 1;
    },
    close: (name) => { if (name === 'cellXfs') inCells = false; },
    text: () => undefined,
  });
  return days;
}

const showsDay = (format: string) => /[dy]/i.test((format.split(';')[0] ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, ''));

function readSheet(title: string, xml: string, book: Book, budget: Budget): ReadSheet {
  const sheet = new SheetCollector(title, budget);
  const text = new TextOf();
  let [row, column] = [0, 0];
  let cell: { type: string; style: number; value: string; formula: boolean } | undefined;
  let inValue = false;
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'row') [row, column] = [Number(attributes.get('r') ?? row + 1), 0];
      else if (name === 'c') {
        column = columnOf(attributes.get('r')) ?? column + 1;
        cell = { type: attributes.get('t') ?? 'n', style: Number(attributes.get('s') ?? 0), value: '', formula: false };
        text.begin();
      } else if (name === 'mergeCell') mergeIn(sheet, attributes);
      else if (cell && name === 'f') cell.formula = true;
      else if (cell && name === 'v') inValue = true;
      else text.open(name);
    },
    close: (name) => {
      if (name === 'c' && cell) {
        if (!Number.isInteger(row) || row < 1) throw new FileRefused('damaged');
        sheet.put(row, column, cellOf(cell.type === 'inlineStr' ? { ...cell, value: text.end() } : cell, book));
        cell = undefined;
      } else if (name === 'v') inValue = false;
      else text.close(name);
    },
    text: (part) => { if (cell && inValue) cell.value += part; else if (cell) text.add(part); },
  });
  return sheet.finish();
}

function cellOf({ type, style, value, formula }: { type: string; style: number; value: string; formula: boolean }, book: Book): ReadCell {
  if (type === 'e') return { fault: 'error' };
  if (value === '' && formula && type !== 'str') return { fault: 'formula' };
  switch (type) {
    case 's': return book.strings[Number(value)] ?? '';
    case 'inlineStr': return value;
    case 'str': return unescaped(value);
    case 'b': return value === '1' ? 'TRUE' : 'FALSE';
    case 'd': return value.slice(0, 10);
    default: return value.trim() === '' ? '' : book.dayStyles.has(style) ? dayOf(Number(value), book.from1904) : numberText(value);
  }
}

/** A day by its number; the first calendar holds a 29 February 1900, which never was. */
function dayOf(number: number, from1904: boolean): string {
  const days = Math.floor(number) + (from1904 ? 1462 : 0);
  if (!(days >= 1 && days < 2_958_466) || days === 60) return String(number);
  return new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * 86_400_000).toISOString().slice(0, 10);
}

function numberText(value: string): string {
  const number = Number(value);
  return Number.isFinite(number) ? String(number) : value;
}

function mergeIn(sheet: SheetCollector, attributes: Attributes): void {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(attributes.get('ref') ?? '');
  const [column, last] = [columnOf(match?.[1]), columnOf(match?.[3])];
  if (match && column && last) sheet.merge({ row: Number(match[2]), column, rows: Number(match[4]) - Number(match[2]) + 1, columns: last - column + 1 });
}

/** The column of a reference such as "AB12", from 1. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  return letters === undefined ? undefined : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Characters that a file of Excel writes as "_x000A_" (ECMA-376, 22.9.2.19). */
const unescaped = (text: string) => text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const isTrue = (value: string | undefined) => value === '1' || value === 'true';

function each(xml: string, open: (name: string, attributes: Attributes) => void): void {
  readXml(xml, { open, close: () => undefined, text: () => undefined });
}
