// The program that reads a spreadsheet: the file comes on standard input, its rows go out a line each.
import { identifiersIn } from '../../kernel/identifiers.ts';
import { readCsv } from './csv.ts';
import { readOds } from './ods.ts';
import { readXlsx } from './xlsx.ts';
import { FileRefused, sheetKinds, type ReadCell, type ReadSheet, type SheetKind } from './workbook.ts';
import { ZipParts } from './zip.ts';

const readers: Readonly<Record<SheetKind, (file: Buffer) => readonly ReadSheet[]>> = {
  csv: readCsv, ods: (file) => readOds(new ZipParts(file)), xlsx: (file) => readXlsx(new ZipParts(file)),
};
/** [MS-CFB] 2.2: the container of old Excel files, and of new ones that are encrypted. */
const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const zip = Buffer.from('PK\u0003\u0004');

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk);
process.stdout.write(answerTo(Buffer.concat(chunks), sheetKinds.find((kind) => kind === process.argv[2])));

function answerTo(file: Buffer, kind: SheetKind | undefined): string {
  try {
    const sheets = readAs(file, kind).filter(({ rows }) => rows.length > 0);
    if (sheets.length === 0) throw new FileRefused('empty');
    const lines = sheets.flatMap(({ rows, ...sheet }) => [sheet, ...rows.map(({ number, cells }) => ({ number, cells: cells.map(withoutPersons) }))]);
    return `${[...lines, { end: true }].map((line) => JSON.stringify(line)).join('\n')}\n`;
  } catch (error) {
    return `${JSON.stringify({ refused: error instanceof FileRefused ? error.reason : 'damaged' })}\n`;
  }
}

function withoutPersons(cell: ReadCell): ReadCell {
  return typeof cell === 'string' && identifiersIn(cell).length > 0 ? { fault: 'personal' } : cell;
}

function readAs(file: Buffer, kind: SheetKind | undefined): readonly ReadSheet[] {
  if (file.subarray(0, 8).equals(compound)) throw new FileRefused(file.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'protected' : 'old');
  if (kind === undefined || (kind === 'csv') === file.subarray(0, 4).equals(zip)) throw new FileRefused('other kind');
  return readers[kind](file);
}
