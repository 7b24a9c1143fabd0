import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { ReceivedFile } from '../../platform/files.ts';
import type { Sample } from './content.ts';
import { tailBytes } from './zip.ts';

/** Reads of a received file what tells what it is. */
export async function sampleOf({ path, bytes, head }: ReceivedFile): Promise<Sample> {
  return { head, bytes, tail: await lastBytesOf(path, bytes), isText: await readsAsText(path) };
}

async function lastBytesOf(path: string, bytes: number): Promise<Buffer> {
  const wanted = Math.min(bytes, tailBytes);
  const tail = Buffer.alloc(wanted);
  const file = await open(path, 'r');
  try {
    let filled = 0;
    while (filled < wanted) {
      const { bytesRead } = await file.read(tail, filled, wanted - filled, bytes - wanted + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return tail.subarray(0, filled);
  } finally {
    await file.close();
  }
}

/** Control characters that no text needs. NUL, the sign of a program's file, is one. */
const strange = new Set([...Array(32).keys(), 0x7f].filter((byte) => ![0x09, 0x0a, 0x0c, 0x0d].includes(byte)));

/** The five bytes that Windows-1252 does not use. */
const unused = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** Whether all of a file is text in UTF-8 or in Windows-1252, as older spreadsheets write it. Stops at the first byte that is neither. */
async function readsAsText(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [mayBeUtf8, mayBeWindows] = [true, true];
  for await (const chunk of createReadStream(path)) {
    if (!Buffer.isBuffer(chunk) || chunk.some((byte) => strange.has(byte))) return false;
    mayBeWindows &&= !chunk.some((byte) => unused.has(byte));
    mayBeUtf8 &&= decodes(() => decoder.decode(chunk, { stream: true }));
    if (!mayBeUtf8 && !mayBeWindows) return false;
  }
  return mayBeWindows || (mayBeUtf8 && decodes(() => decoder.decode()));
}

function decodes(decode: () => string): boolean {
  try {
    decode();
    return true;
  } catch {
    return false;
  }
}
