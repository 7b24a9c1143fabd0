import { zipSync, type Zippable } from 'fflate';
import type { Document } from './model.ts';

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Parts as a zip file whose bytes depend on nothing but them: sorted, and dated as zip files begin. */
export function zipped(parts: readonly (readonly [path: string, bytes: Uint8Array])[]): Uint8Array {
  return zippedInOrder(Object.fromEntries(parts.toSorted(([one], [other]) => (one < other ? -1 : 1))));
}

export function zippedInOrder(parts: Zippable): Uint8Array {
  return zipSync(parts, { mtime: new Date(1980, 0, 1) });
}

/** Properties of an Office file (ECMA-376, part 2): what it is, whose, how marked; no person's name. */
export function coreProperties(document: Document): string {
  const moment = `<dcterms:created xsi:type="dcterms:W3CDTF">${document.dated}T00:00:00Z</dcterms:created>`;
  return `${xmlDeclaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"`
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    + `<dc:title>${escaped(document.title)}</dc:title><dc:subject>${escaped(document.subtitle)}</dc:subject>`
    + `<dc:creator>${escaped(document.organisation)}</dc:creator><cp:keywords>${document.marking}</cp:keywords>`
    + `<dc:language>${document.language}</dc:language><cp:lastModifiedBy>${escaped(document.product)}</cp:lastModifiedBy>`
    + `${moment}${moment.replaceAll('created', 'modified')}</cp:coreProperties>`;
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
