import type { Document } from './model.ts';
import { readied } from './tidy.ts';

/** What a reader of the file can rely on; a change that breaks a reader raises the version. */
const format = { name: 'dueregard-document', version: 1 };

/** The document as data, with keys in alphabetical order: the same document gives the same text. */
export function json(document: Document): string {
  return `${JSON.stringify({ format, document: readied(document) }, withSortedKeys, 2)}\n`;
}

function withSortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
