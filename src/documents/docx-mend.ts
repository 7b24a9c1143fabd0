import { strFromU8, strToU8 } from 'fflate';
import type { Document } from './model.ts';
import { coreProperties, zipped } from './office-zip.ts';

/**
 * A file of docx 9.15.2 without what differs from one writing to the next: the clock in its bytes and properties, and
 * names made at random or counted on from the file before. Pictures and bookmarks are named and numbered in the order in which they stand.
 */
export function rezipped(file: ReadonlyMap<string, Uint8Array>, document: Document): Uint8Array {
  const parts = [...file].filter(([path]) => !path.endsWith('/'));
  const media = new Map(parts.filter(([path]) => path.startsWith('word/media/') && !path.startsWith('word/media/own-')).map(([path], at) => [path.slice('word/media/'.length), `picture-${at + 1}.png`]));
  return zipped(parts.map(([path, bytes]): readonly [string, Uint8Array] => {
    if (path === 'docProps/core.xml') return [path, strToU8(coreProperties(document))];
    const name = media.get(path.slice('word/media/'.length));
    if (name !== undefined) return [`word/media/${name}`, bytes];
    return /\.(xml|rels)$/.test(path) ? [path, strToU8(mendedPart(strFromU8(bytes), media))] : [path, bytes];
  }));
}

function mendedPart(xml: string, media: ReadonlyMap<string, string>): string {
  let [text, id] = [xml, 0];
  for (const [random, name] of media) text = text.replaceAll(random, name);
  const marks = new Map([...text.matchAll(/<w:bookmarkStart w:name="(_Toc\d+)" w:id="(\d+)"/g)].flatMap(([, name = '', mark = ''], at) => [[name, `_Toc${at + 1}`], [mark, String(at + 1)]]));
  text = text.replace(/(<w:bookmark(?:Start|End)\b[^>]*? w:id=")(\d+)/g, (_, start: string, mark: string) => `${start}${marks.get(mark) ?? mark}`)
    .replace(/((?:w:anchor|w:name)=")(_Toc\d+)/g, (_, start: string, name: string) => `${start}${marks.get(name) ?? name}`);
  return text.replace(/(<(?:wp:docPr|pic:cNvPr)\b[^>]*? id=")[^"]*"/g, (_, start: string) => `${start}${++id}"`);
}
