import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import type { Format } from './formats.ts';
import { pagesOf } from './pdf.fixture.ts';
import { contents, decoded } from './xml.fixture.ts';

/** What every page, slide, sheet or line of a written file says of itself: the text in which its marking must stand. */
export function furnitureOf(format: Format | 'json', bytes: Uint8Array): readonly string[] {
  switch (format) {
    case 'pptx': return partsLike(bytes, /^ppt\/slides\/slide\d+\.xml$/).map((slide) => contents(slide, 'p:sp').filter((shape) => /<p:cNvPr [^>]*name="Marking"/.test(shape)).map(wordsIn).join(' '));
    case 'odp': return partsLike(bytes, /^content\.xml$/).flatMap((content) => contents(content, 'draw:page')).map((slide) => contents(slide, 'draw:frame').slice(-3).map(wordsIn).join(' '));
    case 'pdf': return pagesOf(bytes).flatMap((page) => [page.trim().split(/\s+/).at(0) ?? '', page.trim().split(/\s+/).at(-1) ?? '']);
    case 'docx': return partsLike(bytes, /^word\/(header|footer)\d\.xml$/).map(wordsIn);
    case 'odt':
    case 'ods': return partsLike(bytes, /^styles\.xml$/).flatMap((styles) => ['style:header', 'style:footer'].flatMap((place) => contents(styles, place))).map(wordsIn);
    case 'xlsx': return partsLike(bytes, /^xl\/worksheets\/sheet\d+\.xml$/).flatMap((sheet) => ['oddHeader', 'oddFooter'].flatMap((place) => contents(sheet, place))).map(wordsIn);
    case 'html': return [...Buffer.from(bytes).toString().matchAll(/<p class="document-marking">([^<]*)<|@(?:top-center|bottom-left) \{ content: "([^"]*)"/g)].map(([, shown, printed]) => shown ?? printed ?? '');
    case 'csv': return Buffer.from(bytes).toString().split(/\r\n(?=OFFICIAL)/).slice(1).map((line) => line.split(',')[0] ?? '');
    case 'json': return [JSON.parse(Buffer.from(bytes).toString()).marking];
  }
}

/** Everything that a file holds, in whatever part of it: zips within zips, and of a PDF the raw bytes, each stream and what its pages draw. */
export function rawTextOf(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes).toString('latin1');
  if (raw.startsWith('PK\u0003\u0004')) return Object.entries(unzipSync(bytes)).map(([name, part]) => `${name} ${rawTextOf(part)}`).join('\n');
  return raw.startsWith('%PDF') ? `${raw.replaceAll('\u0000', '')}\n${pagesOf(bytes).join('\n')}` : raw;
}

function partsLike(bytes: Uint8Array, path: RegExp): readonly string[] {
  const parts = unzipSync(bytes, { filter: ({ name }) => path.test(name) });
  const found = Object.values(parts).map((part) => strFromU8(part));
  assert.ok(found.length > 0, `no part like ${path}`);
  return found;
}

function wordsIn(xml: string): string {
  return decoded(xml.replace(/<[^>]*>/g, ' '));
}
