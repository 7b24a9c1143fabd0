import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';

/** The parts of an Office file by their path; each part of XML has been found well-formed. */
export function partsOf(file: Uint8Array): ReadonlyMap<string, string> {
  const parts = Object.entries(unzipSync(file)).map(([path, bytes]): [string, string] => [path, /\.(xml|rels)$/.test(path) ? strFromU8(bytes) : '']);
  for (const [path, xml] of parts) if (xml !== '') assertWellFormed(path, xml);
  return new Map(parts);
}

/** The values of an attribute of every element of a name, in order; undefined where an element does not have it. */
export function attributes(xml: string, element: string, attribute: string): readonly (string | undefined)[] {
  const tags = xml.match(new RegExp(`<${element}(?=[\\s/>])[^>]*>`, 'g')) ?? [];
  return tags.map((tag) => new RegExp(`\\s${attribute}="([^"]*)"`).exec(tag)?.[1]).map((value) => (value === undefined ? undefined : decoded(value)));
}

/** The contents of every element of a name, in order. */
export function contents(xml: string, element: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<${element}(?:\\s[^>]*)?>(.*?)</${element}>`, 'gs'))].map((match) => match[1] ?? '');
}

export function decoded(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
}

/** Tags that match, attributes in quotes and each once, no bare ampersand, no character that XML 1.0 forbids. */
function assertWellFormed(path: string, xml: string): void {
  const open: string[] = [];
  const tag = /<(?:\?xml [^?]*\?|(\/)?([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/)?)>/y;
  for (let at = 0; at < xml.length;) {
    if (xml[at] !== '<') {
      const next = xml.indexOf('<', at);
      at = next === -1 ? xml.length : next;
      continue;
    }
    tag.lastIndex = at;
    const match = tag.exec(xml);
    assert.ok(match, `${path}: no tag at ${xml.slice(at, at + 120)}`);
    const [, closes, name, given = '', empty] = match;
    const names = [...given.matchAll(/\s([\w:.-]+)="[^"]*"/g)].map((each) => each[1]);
    assert.equal(new Set(names).size, names.length, `${path}: an attribute twice in ${match[0]}`);
    if (closes) assert.equal(open.pop(), name, `${path}: ${match[0]}`);
    else if (name && !empty) open.push(name);
    at = tag.lastIndex;
  }
  assert.deepEqual(open, [], path);
  assert.doesNotMatch(xml, /&(?!(?:amp|lt|gt|quot|apos|#x?[0-9a-fA-F]+);)/, path);
  assert.doesNotMatch(xml, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u, path);
}
