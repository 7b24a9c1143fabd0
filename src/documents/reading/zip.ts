import { inflateRawSync } from 'node:zlib';
import { FileRefused, limits } from './workbook.ts';

type Entry = { readonly method: number; readonly flags: number; readonly packed: number; readonly size: number; readonly at: number };

const signature = { end: 0x06054b50, entry: 0x02014b50, local: 0x04034b50 };
const mostEntries = 2000;

/** The parts of a zip file (PKWARE APPNOTE 6.3), each unpacked only when it is asked for, and never past the limit. */
export class ZipParts {
  readonly #file: Buffer;
  readonly #entries: ReadonlyMap<string, Entry>;

  /** @throws FileRefused */
  constructor(file: Buffer) {
    this.#file = file;
    this.#entries = entriesOf(file);
  }

  get paths(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** The bytes of a part, or undefined when there is none. @throws FileRefused */
  bytes(path: string): Buffer | undefined {
    const entry = this.#entries.get(path);
    if (!entry) return undefined;
    const { method, flags, packed, size, at } = entry;
    if ((flags & 1) !== 0) throw new FileRefused('protected');
    if (size > limits.partBytes) throw new FileRefused('expands');
    if (at + 30 > this.#file.length || this.#file.readUInt32LE(at) !== signature.local) throw new FileRefused('damaged');
    const from = at + 30 + this.#file.readUInt16LE(at + 26) + this.#file.readUInt16LE(at + 28);
    const data = this.#file.subarray(from, from + packed);
    const unpacked = method === 0 ? data : method === 8 ? inflated(data) : undefined;
    if (unpacked?.length !== size) throw new FileRefused('damaged');
    return unpacked;
  }

  /** A part of XML as text. @throws FileRefused */
  text(path: string): string | undefined {
    const bytes = this.bytes(path);
    return bytes && new TextDecoder(encodingOf(bytes)).decode(bytes);
  }
}

function entriesOf(file: Buffer): ReadonlyMap<string, Entry> {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end === -1 || end + 22 > file.length) throw new FileRefused('damaged');
  const count = file.readUInt16LE(end + 10);
  if (count > mostEntries) throw new FileRefused('expands');
  const entries = new Map<string, Entry>();
  let at = file.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== signature.entry) throw new FileRefused('damaged');
    const [name, extra, comment] = [file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32)];
    const path = file.toString('utf8', at + 46, at + 46 + name).replaceAll('\\', '/');
    entries.set(path, { flags: file.readUInt16LE(at + 8), method: file.readUInt16LE(at + 10), packed: file.readUInt32LE(at + 20), size: file.readUInt32LE(at + 24), at: file.readUInt32LE(at + 42) });
    at += 46 + name + extra + comment;
  }
  return entries;
}

/** What the directory says of a size may be a lie: no more than the limit is ever unpacked. */
function inflated(data: Buffer): Buffer {
  try {
    return inflateRawSync(data, { maxOutputLength: limits.partBytes });
  } catch (error) {
    throw new FileRefused(error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? 'expands' : 'damaged');
  }
}

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}
