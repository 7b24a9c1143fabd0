import { strFromU8, strToU8, unzipSync } from 'fflate';
import { bare } from './colours.ts';
import type { Document } from './model.ts';
import { coreProperties, escaped, xmlDeclaration, zipped } from './office-zip.ts';
import { indent } from './slides.ts';

/** Shapes of these names are placeholders, so that a screen reader finds the title and a layout can be changed. */
const placeholders: Readonly<Record<string, string>> = {
  'Title': '<p:ph type="title"/>',
  'Subtitle': '<p:ph type="subTitle" idx="1"/>',
  'Text': '<p:ph type="body" idx="1"/>',
  'Marking': '<p:ph type="ftr" sz="quarter" idx="11"/>',
};
/** A table of this name has a first column that names its rows. */
export const namedRows = 'Table with named rows: ';
export const unnamedRows = 'Table: ';

/**
 * A text as it must be handed to pptxgenjs, whose zip library cuts strings every 16,384 units and loses a character of
 * two units (an emoji) where it cuts; `mended` puts such characters back.
 */
export function inSingleUnits(text: string): string {
  return text.replace(/[\u{10000}-\u{10ffff}]/gu, (character) => `\ufdd0${(character.codePointAt(0) ?? 0).toString(16)}\ufdd1`);
}

/**
 * A file of pptxgenjs 4.0.1 without its faults: American English throughout, no placeholders but its own, tables
 * without header row or description, empty notes on every slide, paragraph properties repeated within a paragraph,
 * no indent without a bullet, shapes that share an identifier, parts declared that are not there, and the clock in its bytes.
 */
export function mended(file: Uint8Array, document: Document): Uint8Array {
  const parts = Object.entries(unzipSync(file)).filter(([path]) => !path.endsWith('/') && !path.includes('notes'));
  const paths = new Set(parts.map(([path]) => path));
  const slides = parts.filter(([path]) => path.startsWith('ppt/slides/slide')).length;
  const done = parts.map(([path, bytes]): readonly [string, Uint8Array] => {
    if (path === 'docProps/core.xml') return [path, strToU8(coreProperties(document))];
    if (path === 'docProps/app.xml') return [path, strToU8(appProperties(document, slides))];
    if (!/\.(xml|rels)$/.test(path)) return [path, bytes];
    return [path, strToU8(mendedPart(path, strFromU8(bytes), paths, document))];
  });
  return zipped(done);
}

function mendedPart(path: string, xml: string, paths: ReadonlySet<string>, document: Document): string {
  const spoken = xml.replaceAll(' altLang="en-US"', '').replaceAll('lang="en-US"', `lang="${document.language}"`)
    .replace(/\ufdd0([0-9a-f]+)\ufdd1/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
  if (path === '[Content_Types].xml') return declaredParts(spoken, paths);
  if (path.endsWith('.rels')) return spoken.replace(/<Relationship [^>]*\/notes(Slide|Master)"[^>]*>/g, '');
  if (path === 'ppt/presentation.xml') return spoken.replace(/<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>/s, '');
  if (path === 'ppt/theme/theme1.xml') return spoken.replace('4472C4', bare(document.brandColour));
  if (/^ppt\/slide(s|Layouts)\/slide/.test(path)) return mendedSlide(spoken);
  return spoken;
}

function declaredParts(xml: string, paths: ReadonlySet<string>): string {
  return xml.replace(/<Override PartName="\/([^"]*)"[^>]*>/g, (declaration: string, path: string) => (paths.has(path) ? declaration : ''));
}

function mendedSlide(xml: string): string {
  let id = 0;
  return xml
    .replace(/(<\/a:r>)\s*<a:pPr\b.*?<\/a:pPr>/gs, '$1')
    .replaceAll('lvl="1" indent="0" marL="0"', `marL="${indent * 12_700}" indent="0"`)
    .replace('name="Slide Number Placeholder 0"', 'name="Slide number"')
    .replace('<p:ph type="sldNum" sz="quarter" idx="4294967295"/>', '<p:ph type="sldNum" sz="quarter" idx="12"/>')
    .replace(/(name="([^"]*)">\s*<\/p:cNvPr><p:cNvSpPr[^>]*)\/><p:nvPr>\s*<\/p:nvPr>/g, (shape: string, start: string, name: string) => {
      const placeholder = placeholders[name];
      return placeholder ? `${start}><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${placeholder}</p:nvPr>` : shape;
    })
    .replace(/<p:graphicFrame>.*?<\/p:graphicFrame>/gs, mendedTable)
    .replace(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${++id}"`);
}

function mendedTable(xml: string): string {
  const name = /name="([^"]*)"/.exec(xml)?.[1] ?? '';
  const prefix = name.startsWith(namedRows) ? namedRows : unnamedRows;
  return xml
    .replace(/name="[^"]*"/, (attribute) => `${attribute} descr="${name.slice(prefix.length)}"`)
    .replace('<a:tblPr/>', `<a:tblPr firstRow="1"${prefix === namedRows ? ' firstCol="1"' : ''}/>`);
}

function appProperties(document: Document, slides: number): string {
  return `${xmlDeclaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">`
    + `<Application>${escaped(document.product)}</Application><Slides>${slides}</Slides><Notes>0</Notes>`
    + `<Company>${escaped(document.organisation)}</Company></Properties>`;
}
