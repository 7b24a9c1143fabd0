import { strFromU8, strToU8, unzipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { documentWords } from '../words/documents.ts';
import { bare, inkOn } from './colours.ts';
import { linesOf } from './measure.ts';
import type { Document } from './model.ts';
import { columnName } from './reading/workbook.ts';
import { rowsOf, type SheetTemplate } from './sheet-template.ts';
import { coreProperties, escaped, zipped } from './office-zip.ts';
import { columnCharacters, sheetsOf, type Sheet } from './sheets.ts';
import { readied } from './tidy.ts';

type WriteSheet = Parameters<typeof writeXlsx>[0]['sheets'][number];
type Cell = NonNullable<WriteSheet['cells']> extends Map<string, Partial<infer One>> ? One : never;

const listsName = 'Lists';

/** Points: the height of a line, and the width of a character of the usual size. */
const rowPoints = 14;
const characterPoints = 5.8;
/** Inches, with room for the marking and two lines of the notice; points that such a line may take. */
const printMargins = { top: 1, bottom: 0.8, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 };
const noticePoints = 680;

/** An Excel file (ECMA-376) of text cells alone, the marking and page number on every printed page; the same document gives the same bytes. */
export async function xlsx(document: Document): Promise<Uint8Array> {
  const ready = readied(document);
  return fileOf(sheetsOf(ready).map((sheet) => sheetOf(sheet, ready)), ready);
}

/** A template (sheet-template.ts): its sheet first, then what it says of itself, then the choices out of sight. */
export async function xlsxTemplate(template: SheetTemplate): Promise<Uint8Array> {
  const ready = readied(template.about);
  const choices = template.columns.map(({ choices: list = [] }) => list);
  const longest = Math.max(1, ...choices.map(({ length }) => length));
  const lists: WriteSheet = { name: listsName, hidden: true, rows: Array.from({ length: longest }, (_, row) => choices.map((list) => list[row] ?? '')) };
  return fileOf([templateSheet(template, ready), ...sheetsOf(ready).map((sheet) => sheetOf(sheet, ready)), lists], ready);
}

async function fileOf(sheets: WriteSheet[], ready: Document): Promise<Uint8Array> {
  const file = await writeXlsx({ sheets, stringMode: 'inline', defaultFont: { name: 'Arial', size: 10 } });
  return zipped(Object.entries(unzipSync(file)).filter(([path]) => !path.endsWith('/')).map(([path, bytes]) => {
    if (path === 'docProps/core.xml') return [path, strToU8(coreProperties(ready))];
    return [path, /^docProps\/app\.xml$/.test(path) ? strToU8(strFromU8(bytes).replace(/<Application>[^<]*</, () => `<Application>${escaped(ready.product)}<`)) : bytes];
  }));
}

/** Without a password: it keeps headings from being changed by mistake, and nothing secret. */
function templateSheet(template: SheetTemplate, document: Document): WriteSheet {
  const { name, columns } = template;
  const body = rowsOf(template);
  const sheet = sheetOf({ name, above: [document.marking, document.title], columns, rows: body }, document);
  const first = 3;
  const cells = new Map([...sheet.cells ?? []].map(([at, cell]): [string, Partial<Cell>] => {
    const [row = 0, column = 0] = at.split(',').map(Number);
    return [at, row >= first && columns[column]?.is === 'free' ? { ...cell, style: { ...cell.style, numFmt: '@', protection: { locked: false } } } : cell];
  }));
  return {
    ...sheet, cells,
    columns: columns.map(({ width, is }) => ({ width, ...(is === 'hidden' ? { hidden: true } : {}) })),
    dataValidations: columns.flatMap(({ choices }, column) => (choices === undefined ? [] : [{
      type: 'list' as const, allowBlank: true, showErrorMessage: true, range: `${columnName(column + 1)}${first + 1}:${columnName(column + 1)}${first + body.length}`,
      formula1: `${listsName}!$${columnName(column + 1)}$1:$${columnName(column + 1)}$${choices.length}`,
    }])),
    // Each is what stays forbidden (ECMA-376, 18.3.1.85).
    protection: { sheet: true, formatColumns: false, formatRows: false, sort: false, autoFilter: false },
  };
}

function sheetOf({ name, above, columns, rows }: Sheet, document: Document): WriteSheet {
  const header = above.length;
  const head = { font: { name: 'Arial', size: 10, bold: true, color: { rgb: bare(inkOn(document.brandColour)) } }, fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: bare(document.brandColour) } }, alignment: { wrapText: true, vertical: 'top' as const } };
  const body = { alignment: { wrapText: true, vertical: 'top' as const } };
  const widths = columns.map((_, at) => columnCharacters({ columns, rows }, at));
  const lines = [...above.map((line) => [line]), columns.map(({ title }) => title), ...rows.map((row) => [...row])];
  const cells = new Map(lines.flatMap((line, row) => line.map((value, column) => [`${row},${column}`, {
    value, type: 'string' as const, style: row < header ? { font: { name: 'Arial', size: 10, bold: true } } : row === header ? head : body,
  }] as const)));
  return {
    name, rows: lines, cells,
    rowDefs: new Map(lines.map((line, row) => [row, { height: rowPoints * (row < header ? 1 : linesIn(line, widths)) }])),
    columns: widths.map((width) => ({ width })),
    freezePane: { rows: header + 1 },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, margins: printMargins, printTitlesRow: `$${header + 1}:$${header + 1}` },
    headerFooter: furnitureOf(document),
  };
}

/** The most lines that a cell of a row takes when it is wrapped: programs do not agree on finding that out themselves. */
function linesIn(cells: readonly string[], widths: readonly number[]): number {
  return Math.max(1, ...cells.map((text, at) => linesOf(text, { size: 10, bold: true }, (widths[at] ?? 0) * characterPoints).length));
}

/** "&" begins a command in a header: two of them are one. A header holds 255 characters and breaks no line itself. */
function furnitureOf(document: Document) {
  const words = documentWords(document.language);
  const plain = (text: string) => text.replaceAll('&', '&&').slice(0, 120);
  const marking = `&C&"Arial,Bold"${document.marking}`;
  const notice = document.notice === undefined ? '' : `\n&8 ${linesOf(document.notice, { size: 8, bold: true }, noticePoints).map((line) => line.trimEnd()).join('\n').replaceAll('&', '&&')}`;
  return { oddHeader: `${marking}${notice}`.slice(0, 255), oddFooter: `&L${plain(words.owner(document.organisation, document.year))}${marking}&R${words.page('&P', '&N')}` };
}
