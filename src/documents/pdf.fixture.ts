import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';

/** The text that each page of a PDF of Typst draws, footers and headers included, without the text within drawings. */
export function pagesOf(file: Uint8Array): readonly string[] {
  const objects = objectsOf(file);
  const pages = [...objects.values()].filter((object) => /\/Type \/Page\b/.test(object));
  return pages.map((page) => {
    const fonts = new Map([...page.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, charactersOf(objects, id)]));
    return drawnText(streamOf(objects, /\/Contents (\d+) 0 R/.exec(page)?.[1] ?? ''), fonts);
  });
}

function objectsOf(file: Uint8Array): ReadonlyMap<string, string> {
  const text = Buffer.from(file).toString('latin1');
  return new Map([...text.matchAll(/(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj/gs)].map(([, id = '', object = '']) => [id, object]));
}

function streamOf(objects: ReadonlyMap<string, string>, id: string): string {
  const object = objects.get(id) ?? '';
  const bytes = /stream\r?\n(.*)\r?\nendstream/s.exec(object)?.[1];
  assert.ok(bytes !== undefined, `no stream ${id}`);
  return object.includes('/FlateDecode') ? inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1') : bytes;
}

/** What the glyphs of a font stand for: its ToUnicode map (ISO 32000-1, 9.10.3). */
function charactersOf(objects: ReadonlyMap<string, string>, id: string): ReadonlyMap<number, string> {
  const map = streamOf(objects, /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1] ?? '');
  const written = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  return new Map([...map.matchAll(/<([0-9a-fA-F]{4})> <((?:[0-9a-fA-F]{4})+)>\n/g)].map(([, glyph = '', hex = '']) => [Number.parseInt(glyph, 16), written(hex)]));
}

function drawnText(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let text = '';
  for (const [, drawn = ''] of content.matchAll(/\nBT\n(.*?)\nET(?=\n)/gs)) {
    const font = fonts.get(/\/(f\d+) /.exec(drawn)?.[1] ?? '');
    for (const literal of literalsOf(drawn)) {
      const bytes = Buffer.from(unescaped(literal), 'latin1');
      for (let at = 0; at + 1 < bytes.length; at += 2) text += font?.get(bytes.readUInt16BE(at)) ?? '';
    }
    text += ' ';
  }
  return text;
}

/** The strings between parentheses, which may hold parentheses in pairs (ISO 32000-1, 7.3.4.2). */
function literalsOf(drawn: string): readonly string[] {
  const literals: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < drawn.length; at += drawn[at] === '\\' ? 2 : 1) {
    if (drawn[at] === '(' && ++depth === 1) start = at + 1;
    if (drawn[at] === ')' && --depth === 0) literals.push(drawn.slice(start, at));
  }
  return literals;
}

function unescaped(literal: string): string {
  const named: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  return literal.replace(/\\([0-7]{1,3}|.)/gs, (_, code: string) => (/^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : named[code] ?? code));
}
