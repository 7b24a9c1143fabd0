/** One entry of an archive as its directory lists it; nothing is unpacked to know this. */
export type ZipEntry = { readonly name: string; readonly locked: boolean; readonly declaredBytes: number };

export type ZipDirectory = { readonly is: 'directory'; readonly entries: readonly ZipEntry[] } | { readonly is: 'too large' } | { readonly is: 'damaged' };

/** An office document has tens of parts, a large one hundreds. */
export const mostEntries = 5000;
export const mostDeclaredBytes = 500_000_000;

/** How much of a file's end holds its whole directory, for every archive that we take. */
export const tailBytes = 1_000_000 + 65_557;

const end = { signature: 0x06054b50, bytes: 22, longestComment: 65_535 };
const entryHead = { signature: 0x02014b50, bytes: 46 };

/**
 * Reads the directory at the end of an archive (APPNOTE 4.3.12 and 4.3.16). `tail` is the last tailBytes of a file of
 * `bytes`, or the whole of a shorter one. Archives in the 64-bit form or with a longer directory are too large for us.
 */
export function readZipDirectory(tail: Buffer, bytes: number): ZipDirectory {
  const at = findEnd(tail);
  if (at === undefined) return { is: 'damaged' };
  const count = tail.readUInt16LE(at + 10);
  const size = tail.readUInt32LE(at + 12);
  const offset = tail.readUInt32LE(at + 16);
  if (count > mostEntries || size === 0xffffffff || offset === 0xffffffff) return { is: 'too large' };
  const start = offset - (bytes - tail.length);
  if (offset + size > bytes) return { is: 'damaged' };
  if (start < 0) return { is: 'too large' };
  return start + size > at ? { is: 'damaged' } : readEntries(tail.subarray(start, start + size), count);
}

/** From the back: what follows the end record must be its comment, so that one inside other data is not taken for it. */
function findEnd(tail: Buffer): number | undefined {
  const last = tail.length - end.bytes;
  for (let at = last; at >= 0 && at >= last - end.longestComment; at -= 1) {
    if (tail.readUInt32LE(at) === end.signature && at + end.bytes + tail.readUInt16LE(at + 20) === tail.length) return at;
  }
  return undefined;
}

function readEntries(directory: Buffer, count: number): ZipDirectory {
  const entries: ZipEntry[] = [];
  let declared = 0;
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + entryHead.bytes > directory.length || directory.readUInt32LE(at) !== entryHead.signature) return { is: 'damaged' };
    const nameEnd = at + entryHead.bytes + directory.readUInt16LE(at + 28);
    const next = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    if (next > directory.length) return { is: 'damaged' };
    const declaredBytes = directory.readUInt32LE(at + 24);
    declared += declaredBytes;
    if (declared > mostDeclaredBytes) return { is: 'too large' };
    entries.push({ name: directory.toString('utf8', at + entryHead.bytes, nameEnd), locked: (directory.readUInt16LE(at + 8) & 1) === 1, declaredBytes });
    at = next;
  }
  return { is: 'directory', entries };
}
