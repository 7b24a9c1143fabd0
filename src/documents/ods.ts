import type { DocumentWords } from '../words/documents.ts';
import { documentWords } from '../words/documents.ts';
import { inkOn } from './colours.ts';
import type { Document } from './model.ts';
import { languageOf, odfFile, odfText, Pictures } from './odf.ts';
import { escaped } from './office-zip.ts';
import { columnCharacters, sheetsOf, type Sheet } from './sheets.ts';
import { rowsOf, type SheetTemplate, type SheetColumn } from './sheet-template.ts';
import { readied } from './tidy.ts';

/** Which sheet it is, and what of it people may change: all of it, or the columns of a template. */
type Kept = { readonly at: number; readonly columns?: readonly SheetColumn[] };

/** Points that a character of the usual size takes. */
const characterWidth = 5.6;

/** A spreadsheet in OpenDocument 1.2 of text cells alone, the marking and page number on every printed page; the same document gives the same bytes. */
export function ods(document: Document): Uint8Array {
  const ready = readied(document);
  const sheets = sheetsOf(ready);
  return fileOf(ready, sheets.map((sheet, at) => sheetOf(sheet, { at })).join(''), sheets.map(columnStyles).join(''));
}

/** A template (sheet-template.ts): its sheet first, then what it says of itself. */
export function odsTemplate(template: SheetTemplate): Uint8Array {
  const ready = readied(template.about);
  const { name, columns } = template;
  const sheets = [{ name, above: [ready.marking, ready.title], columns, rows: rowsOf(template) }, ...sheetsOf(ready)];
  const widths = columns.map(({ width }, at) => columnStyle(0, at, width)).join('') + sheets.slice(1).map((sheet, at) => columnStyles(sheet, at + 1)).join('');
  return fileOf(ready, validationsOf(template) + sheets.map((sheet, at) => sheetOf(sheet, at === 0 ? { at, columns } : { at })).join(''), widths);
}

function fileOf(ready: Document, body: string, widths: string): Uint8Array {
  return odfFile(ready, {
    mediaType: 'application/vnd.oasis.opendocument.spreadsheet',
    body: `<office:spreadsheet>${body}</office:spreadsheet>`,
    contentStyles: cellStyles(ready) + widths,
    styles: `<style:default-style style:family="table-cell"><style:text-properties fo:font-family="Arial" fo:font-size="10pt" ${languageOf(ready)}/></style:default-style>`,
    masters: mastersOf(ready, documentWords(ready.language)),
    pictures: new Pictures(),
  });
}

function cellStyles({ brandColour }: Document): string {
  const cell = (name: string, properties: string, text: string) => `<style:style style:name="${name}" style:family="table-cell"><style:table-cell-properties style:vertical-align="top" ${properties}/><style:text-properties ${text}/></style:style>`;
  return cell('Above', '', 'fo:font-weight="bold"') + cell('Head', `fo:wrap-option="wrap" fo:background-color="${brandColour}"`, `fo:font-weight="bold" fo:color="${inkOn(brandColour)}"`)
    + cell('Free', 'fo:wrap-option="wrap" style:cell-protect="none"', 'fo:font-weight="normal"')
    + cell('Plain', 'fo:wrap-option="wrap"', 'fo:font-weight="normal"')
    + '<style:style style:name="Row" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style>'
    + '<style:style style:name="Sheet" style:family="table" style:master-page-name="Sheet"><style:table-properties table:display="true"/></style:style>';
}

function columnStyles({ columns, rows }: Sheet, sheet: number): string {
  return columns.map((_, at) => columnStyle(sheet, at, columnCharacters({ columns, rows }, at))).join('');
}

function columnStyle(sheet: number, at: number, characters: number): string {
  return `<style:style style:name="s${sheet}c${at}" style:family="table-column"><style:table-column-properties style:column-width="${(characters * characterWidth).toFixed(0)}pt"/></style:style>`;
}

function validationsOf({ name, columns }: SheetTemplate): string {
  const list = (choices: readonly string[]) => escaped(choices.map((choice) => `"${choice.replaceAll('"', '""')}"`).join(';'));
  const all = columns.flatMap(({ choices }, at) => (choices === undefined ? [] : [
    `<table:content-validation table:name="v${at}" table:condition="of:cell-content-is-in-list(${list(choices)})" table:allow-empty-cell="true" table:display-list="unsorted" table:base-cell-address="${escaped(`'${name}'.A1`)}">`
      + '<table:error-message table:display="true" table:message-type="stop"/></table:content-validation>',
  ]));
  return all.length === 0 ? '' : `<table:content-validations>${all.join('')}</table:content-validations>`;
}

function mastersOf(document: Document, words: DocumentWords): string {
  const marking = `<text:p>${document.marking}</text:p>`;
  const [before = '', between = '', after = ''] = words.page('{', '{').split('{');
  const number = `<text:p>${odfText(before)}<text:page-number>1</text:page-number>${odfText(between)}<text:page-count>1</text:page-count>${odfText(after)}</text:p>`;
  return '<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="841.9pt" fo:page-height="595.3pt" style:print-orientation="landscape" style:scale-to-X="1" style:scale-to-Y="0"/>'
    + '<style:header-style><style:header-footer-properties fo:min-height="20pt"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="20pt"/></style:footer-style></style:page-layout></office:automatic-styles>'
    + `<office:master-styles><style:master-page style:name="Sheet" style:page-layout-name="A4"><style:header>${marking}${document.notice === undefined ? '' : `<text:p>${odfText(document.notice)}</text:p>`}</style:header>`
    + `<style:footer><style:region-left><text:p>${odfText(words.owner(document.organisation, document.year))}</text:p></style:region-left><style:region-center>${marking}</style:region-center><style:region-right>${number}</style:region-right></style:footer></style:master-page></office:master-styles>`;
}

function sheetOf({ name, above, columns, rows }: Sheet, { at, columns: kept }: Kept): string {
  const cell = (text: string, style: string, more = '') => `<table:table-cell table:style-name="${style}"${more} office:value-type="string"><text:p>${odfText(text)}</text:p></table:table-cell>`;
  const row = (cells: readonly string[], style: string) => `<table:table-row table:style-name="Row">${cells.map((text) => cell(text, style)).join('')}</table:table-row>`;
  const filled = (text: string, column: number) => cell(text, kept?.[column]?.is === 'free' ? 'Free' : 'Plain', kept?.[column]?.choices === undefined ? '' : ` table:content-validation-name="v${column}"`);
  const isHidden = (column: number) => (kept?.[column]?.is === 'hidden' ? ' table:visibility="collapse"' : '');
  return `<table:table table:name="${escaped(name)}" table:style-name="Sheet"${kept === undefined ? '' : ' table:protected="true"'}>`
    + columns.map((_, column) => `<table:table-column table:style-name="s${at}c${column}"${isHidden(column)}/>`).join('')
    + above.map((line) => row([line], 'Above')).join('')
    + `<table:table-header-rows>${row(columns.map(({ title }) => title), 'Head')}</table:table-header-rows>`
    + `${rows.map((each) => `<table:table-row table:style-name="Row">${each.map(filled).join('')}</table:table-row>`).join('')}</table:table>`;
}
