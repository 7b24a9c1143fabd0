import { FileRefused } from './workbook.ts';

/** What is told of a text of XML as it is read: elements by their names without the prefix. */
export type XmlEvents = {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
};

/** The attributes of one element; found by name without the prefix when asked for. */
export class Attributes {
  readonly #written: string;
  constructor(written: string) { this.#written = written; }

  get(name: string): string | undefined {
    const match = patternOf(name).exec(this.#written);
    return match ? decoded(match[1] ?? match[2] ?? '') : undefined;
  }

  /** A count, within bounds: what is no number is the least. */
  count(name: string, most: number): number {
    const value = Number(this.get(name) ?? 1);
    return Number.isInteger(value) && value >= 1 ? Math.min(value, most) : 1;
  }
}

const tag = /<(\/)?(?:[^\s/>:]*:)?([^\s/>:]+)([^<>"'/]*(?:(?:"[^"<]*"|'[^'<]*'|\/(?!>))[^<>"'/]*)*)(\/)?>/y;
const patterns = new Map<string, RegExp>();
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Reads XML 1.0 without a document type: with one it is refused, and no entity is ever expanded. @throws FileRefused */
export function readXml(xml: string, events: XmlEvents): void {
  const open: string[] = [];
  for (let at = 0; at < xml.length;) {
    const next = xml.indexOf('<', at);
    if (next !== at) {
      const text = xml.slice(at, next === -1 ? undefined : next);
      if (open.length > 0) events.text(decoded(text));
      else if (text.trim() !== '' && text !== '\ufeff') throw new FileRefused('damaged');
      if (next === -1) break;
    }
    at = xml[next + 1] === '!' || xml[next + 1] === '?' ? passed(xml, next, events) : element(xml, next, events, open);
  }
  if (open.length > 0) throw new FileRefused('damaged');
}

/** A comment, an instruction or plain characters. */
function passed(xml: string, at: number, events: XmlEvents): number {
  const ends = (begin: string, end: string) => {
    if (!xml.startsWith(begin, at)) return undefined;
    const found = xml.indexOf(end, at + begin.length);
    if (found === -1) throw new FileRefused('damaged');
    return found + end.length;
  };
  const end = ends('<!--', '-->') ?? ends('<?', '?>');
  if (end !== undefined) return end;
  const characters = ends('<![CDATA[', ']]>');
  if (characters === undefined) throw new FileRefused('doctype');
  events.text(xml.slice(at + 9, characters - 3));
  return characters;
}

function element(xml: string, at: number, events: XmlEvents, open: string[]): number {
  tag.lastIndex = at;
  const match = tag.exec(xml);
  if (!match) throw new FileRefused('damaged');
  const [, closes, name = '', attributes = '', empty] = match;
  if (closes) {
    if (open.pop() !== name) throw new FileRefused('damaged');
    events.close(name);
  } else {
    events.open(name, new Attributes(attributes));
    if (empty) events.close(name);
    else open.push(name);
  }
  return tag.lastIndex;
}

function patternOf(name: string): RegExp {
  const known = patterns.get(name) ?? new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  patterns.set(name, known);
  return known;
}

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;\s]{0,12};?)/g, (_, entity: string) => {
    const number = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}));$/i.exec(entity);
    const code = number ? Number.parseInt(number[1] ?? number[2] ?? '', number[1] ? 16 : 10) : undefined;
    const character = code === undefined ? named[entity.replace(';', '')] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
    if (character === undefined || !entity.endsWith(';')) throw new FileRefused('damaged');
    return character;
  });
}
