import { documentWords } from '../words/documents.ts';
import type { Document } from './model.ts';
import { sheetsOf } from './sheets.ts';

/**
 * Everything that a document says as one table (RFC 4180, UTF-8 with its mark): a line for each cell, with its sheet, its
 * row and its column, and the marking and the notice on every line.
 */
export function csv(document: Document): string {
  const { sheets } = documentWords(document.language);
  const lines = [[sheets.marking, sheets.notice, sheets.organisation, sheets.year, sheets.sheet, sheets.row, sheets.column, sheets.value]];
  for (const { name, columns, rows } of sheetsOf(document)) {
    for (const [at, row] of rows.entries()) {
      for (const [column, value] of row.entries()) lines.push([document.marking, document.notice ?? '', document.organisation, document.year, name, String(at + 1), columns[column]?.title ?? '', value]);
    }
  }
  return `\ufeff${lines.map((line) => line.map(csvField).join(',')).join('\r\n')}\r\n`;
}

/**
 * A field that a spreadsheet takes as text: an apostrophe before what would begin a formula (OWASP ASVS 5.0, 1.2.10),
 * unless it is no more than a number with its sign. One that stands there already gets another, so that reading takes one away.
 */
export function csvField(text: string): string {
  const plain = /^'*[=+\-@\t\r\0＝＋－＠]/.test(text) && !/^[+-]?\d+(?:[.,]\d+)*%?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
