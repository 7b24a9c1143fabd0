import { constants, deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';

const xml = '<?xml version="1.0" encoding="UTF-8"?>';
const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** An Excel file by hand around the XML of one sheet's rows and what follows them. */
export function excelParts({ rows, after = '', strings = [], book = '', styles = '' }: { rows: string; after?: string; strings?: readonly string[]; book?: string; styles?: string }): Record<string, Uint8Array> {
  const relation = (id: string, kind: string, target: string) => `<Relationship Id="${id}" Type="${relationship}/${kind}" Target="${target}"/>`;
  const relations = (...all: string[]) => strToU8(`${xml}<Relationships>${all.join('')}</Relationships>`);
  return {
    '[Content_Types].xml': strToU8(`${xml}<Types/>`),
    '_rels/.rels': relations(relation('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': strToU8(`${xml}<workbook>${book}<sheets><sheet name="Risks" sheetId="1" r:id="r1"/></sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': relations(relation('r1', 'worksheet', 'worksheets/sheet1.xml'), relation('r2', 'sharedStrings', '/xl/sharedStrings.xml'), relation('r3', 'styles', 'styles.xml')),
    'xl/sharedStrings.xml': strToU8(`${xml}<sst>${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`),
    'xl/styles.xml': strToU8(`${xml}<styleSheet>${styles}</styleSheet>`),
    'xl/worksheets/sheet1.xml': strToU8(`${xml}<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`),
  };
}

/** An OpenDocument spreadsheet by hand around the XML of its tables. */
export function openDocumentParts(tables: string, more: Record<string, Uint8Array> = {}): Record<string, Uint8Array> {
  return {
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'META-INF/manifest.xml': strToU8(`${xml}<manifest:manifest/>`),
    'content.xml': strToU8(`${xml}<office:document-content><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`),
    ...more,
  };
}

/** A zip file with one part in place of which stands a stream that unpacks to so many bytes; its directory tells `declared`. */
export function bomb(parts: Record<string, Uint8Array>, path: string, unpacked: number, declared: number): Uint8Array {
  const block = Buffer.alloc(1_000_000, ' ');
  // After a full flush a stream may begin again, so that one short piece stands for every megabyte.
  const piece = deflateRawSync(block, { finishFlush: constants.Z_FULL_FLUSH });
  const stream = Buffer.concat([...Array.from({ length: Math.ceil(unpacked / block.length) }, () => piece), deflateRawSync(Buffer.alloc(0))]);
  const file = Buffer.from(zipSync({ ...parts, [path]: [stream, { level: 0 }] }));
  const entry = directoryEntry(file, path);
  file.writeUInt16LE(8, entry + 10);
  file.writeUInt32LE(declared, entry + 24);
  return file;
}

/** A zip file whose one part says that it is encrypted. */
export function encrypted(parts: Record<string, Uint8Array>, path: string): Uint8Array {
  const file = Buffer.from(zipSync(parts));
  const entry = directoryEntry(file, path);
  file.writeUInt16LE(file.readUInt16LE(entry + 8) | 1, entry + 8);
  return file;
}

function directoryEntry(file: Buffer, path: string): number {
  const name = file.lastIndexOf(path);
  return name - 46;
}
