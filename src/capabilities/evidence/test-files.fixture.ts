// Small real files of each kind that may be kept, for tests.
import { deflateSync } from 'node:zlib';
import { crc32 } from 'node:zlib';
import { strToU8, zipSync, type Zippable } from 'fflate';

export function pdf(trailer = 'trailer << /Size 4 /Root 1 0 R >>'): Buffer {
  return Buffer.from(`%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [] /Count 0 >> endobj\n${trailer}\n%%EOF\n`);
}

/** One grey pixel. */
export function png(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.from('00000001000000010800000000', 'hex');
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.from([0, 128]))), chunk('IEND', Buffer.alloc(0))]);
}

export function jpeg(): Buffer {
  return Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
}

/** An Office Open XML document by its main part. */
export function office(mainPart: string, more: Zippable = {}): Uint8Array {
  return zipSync({ '[Content_Types].xml': strToU8('<Types/>'), '_rels/.rels': strToU8('<Relationships/>'), [mainPart]: strToU8('<document/>'), ...more });
}

export function docx(): Uint8Array {
  return office('word/document.xml');
}

export function odt(kind: 'text' | 'spreadsheet' | 'presentation', more: Zippable = {}): Uint8Array {
  return zipSync({ mimetype: [strToU8(`application/vnd.oasis.opendocument.${kind}`), { level: 0 }], 'content.xml': strToU8('<office:document-content/>'), ...more });
}
