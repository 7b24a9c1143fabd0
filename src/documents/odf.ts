import { strToU8 } from 'fflate';
import type { Document } from './model.ts';
import { escaped, xmlDeclaration, zippedInOrder } from './office-zip.ts';

/** The namespaces of OpenDocument 1.2 (ISO/IEC 26300) that the writers use. */
export const namespaces = [
  'office', 'style', 'text', 'table', 'drawing:draw', 'presentation', 'xsl-fo-compatible:fo', 'svg-compatible:svg', 'meta', 'datastyle:number',
].map((name) => name.split(':')).map(([name = '', prefix = name]) => ` xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join('')
  + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"';

/** Pictures of one file, each named by the order in which it stands. */
export class Pictures {
  readonly #files = new Map<string, Uint8Array>();

  /** @returns the path of the picture inside the file */
  add(png: Uint8Array): string {
    const path = `Pictures/picture-${this.#files.size + 1}.png`;
    this.#files.set(path, png);
    return path;
  }

  get files(): ReadonlyMap<string, Uint8Array> {
    return this.#files;
  }
}

/** A picture of the file, inside its frame. */
export function imageOf(path: string): string {
  return `<draw:image xlink:href="${path}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>`;
}

export type OdfParts = { readonly mediaType: string; readonly body: string; readonly contentStyles: string; readonly styles: string; readonly masters: string; readonly pictures: Pictures };

/** An OpenDocument file whose bytes depend on nothing but its parts; its kind stands first, uncompressed (part 3, 3.3). */
export function odfFile(document: Document, { mediaType, body, contentStyles, styles, masters, pictures }: OdfParts): Uint8Array {
  const root = (name: string, inner: string) => strToU8(`${xmlDeclaration}<office:${name}${namespaces} office:version="1.2">${inner}</office:${name}>`);
  const parts = {
    'content.xml': root('document-content', `<office:automatic-styles>${contentStyles}</office:automatic-styles><office:body>${body}</office:body>`),
    'styles.xml': root('document-styles', `<office:styles>${styles}</office:styles>${masters}`),
    'meta.xml': root('document-meta', `<office:meta>${metaOf(document)}</office:meta>`),
  };
  const listed = [...Object.keys(parts).map((path) => [path, 'text/xml']), ...[...pictures.files.keys()].map((path) => [path, 'image/png'])];
  const manifest = `${xmlDeclaration}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">`
    + `<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="${mediaType}"/>`
    + `${listed.map(([path, type]) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`).join('')}</manifest:manifest>`;
  return zippedInOrder({ mimetype: [strToU8(mediaType), { level: 0 }], ...parts, ...Object.fromEntries(pictures.files), 'META-INF/manifest.xml': strToU8(manifest) });
}

function metaOf(document: Document): string {
  return `<meta:generator>${escaped(document.product)}</meta:generator><dc:title>${escaped(document.title)}</dc:title><dc:subject>${escaped(document.subtitle)}</dc:subject>`
    + `<dc:creator>${escaped(document.organisation)}</dc:creator><meta:initial-creator>${escaped(document.organisation)}</meta:initial-creator>`
    + `<meta:keyword>${document.marking}</meta:keyword><dc:language>${document.language}</dc:language>`
    + `<meta:creation-date>${document.dated}T00:00:00</meta:creation-date><dc:date>${document.dated}T00:00:00</dc:date>`;
}

/** Text as OpenDocument keeps it: two spaces or more would be read as one. */
export function odfText(text: string): string {
  return escaped(text).replace(/ {2,}/g, (spaces) => ` <text:s text:c="${spaces.length - 1}"/>`);
}

/** The language of every paragraph, as fo:language and fo:country. */
export function languageOf(document: Document): string {
  const [language, country] = document.language.split('-');
  return `fo:language="${language}" fo:country="${country}"`;
}

/** A paragraph of a style; what it holds is written already. */
export function paragraph(style: string, content: string): string {
  return `<text:p text:style-name="${style}">${content}</text:p>`;
}

export function textStyle(name: string, properties: string): string {
  return `<style:style style:name="${name}" style:family="text"><style:text-properties ${properties}/></style:style>`;
}

export function paragraphStyle(name: string, parent: string, paragraph: string, text = ''): string {
  return `<style:style style:name="${name}" style:family="paragraph"${parent === '' ? '' : ` style:parent-style-name="${parent}"`}>`
    + `<style:paragraph-properties ${paragraph}/>${text === '' ? '' : `<style:text-properties ${text}/>`}</style:style>`;
}
