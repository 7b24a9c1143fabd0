// A picture of a page has few colours. With a palette of its own the file is a third of what a browser writes.
import assert from 'node:assert/strict';
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOURS = 64;

/** The same picture in its most frequent colours, each other colour in the nearest of them. Takes 8-bit RGB or RGBA without interlacing, as browsers write. */
export function withPalette(png: Buffer): Buffer {
  const { width, height, pixels } = decoded(png);
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = [...counts].sort(([, one], [, other]) => other - one).slice(0, COLOURS).map(([colour]) => colour);
  const places = new Map([...counts.keys()].map((colour) => [colour, nearest(palette, colour)]));
  const rows = Buffer.alloc(height * (width + 1));
  pixels.forEach((colour, at) => { rows[at + Math.floor(at / width) + 1] = places.get(colour) ?? 0; });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3], 8);
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), chunk('PLTE', Buffer.from(palette.flatMap(parts))), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

function decoded(png: Buffer): { width: number; height: number; pixels: Uint32Array } {
  assert.ok(png.subarray(0, 8).equals(SIGNATURE));
  const [width, height, kind] = [png.readUInt32BE(16), png.readUInt32BE(20), png[25]];
  assert.deepEqual([png[24], kind === 2 || kind === 6, png[28]], [8, true, 0], 'an 8-bit picture in colours, not interlaced');
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  return { width, height, pixels: unfiltered(inflateSync(Buffer.concat(data)), width, height, kind === 6 ? 4 : 3) };
}

/** PNG, 9.2: each byte is written as its difference from what is left of it, above it, or both. */
function unfiltered(bytes: Buffer, width: number, height: number, size: number): Uint32Array {
  const line = width * size;
  const pixels = new Uint32Array(width * height);
  let above = new Uint8Array(line);
  for (let y = 0; y < height; y += 1) {
    const filter = bytes[y * (line + 1)];
    const row = new Uint8Array(bytes.subarray(y * (line + 1) + 1, (y + 1) * (line + 1)));
    for (let x = 0; x < line; x += 1) {
      const left = row[x - size] ?? 0;
      const up = above[x] ?? 0;
      const difference = filter === 0 ? 0 : filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : paeth(left, up, above[x - size] ?? 0);
      row[x] = (row[x] ?? 0) + difference;
    }
    for (let x = 0; x < width; x += 1) pixels[y * width + x] = ((row[x * size] ?? 0) << 16) | ((row[x * size + 1] ?? 0) << 8) | (row[x * size + 2] ?? 0);
    above = row;
  }
  return pixels;
}

function paeth(left: number, up: number, corner: number): number {
  const a = Math.abs(up - corner);
  const b = Math.abs(left - corner);
  const c = Math.abs(left + up - 2 * corner);
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function nearest(palette: readonly number[], colour: number): number {
  const distances = palette.map((one) => parts(one).reduce((sum, part, at) => sum + (part - (parts(colour)[at] ?? 0)) ** 2, 0));
  return distances.indexOf(Math.min(...distances));
}

function parts(colour: number): number[] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

function chunk(kind: string, data: Buffer): Buffer {
  const [named, length, sum] = [Buffer.concat([Buffer.from(kind, 'latin1'), data]), Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
