import { strFromU8, strToU8, unzipSync, type UnzipFileInfo } from 'fflate';
import { xmlDeclaration, zipped } from './office-zip.ts';

/** Why a Word file cannot be a template, by its name in the words. */
export type UnfitTemplate = 'tooLarge' | 'damaged' | 'strict' | 'outside' | 'marking';

/** Twentieths of a point. */
export type TemplatePage = { readonly width: number; readonly height: number; readonly left: number; readonly right: number; readonly top: number; readonly bottom: number; readonly header: number; readonly footer: number };

/** A header or footer (whole XML), with the relationships to the pictures that it shows. */
export type Furniture = { readonly xml: string; readonly rels: string };

/** What is taken of a council's template. `first` is how its first page differs, where it does. */
export type WordTemplate = {
  readonly page: TemplatePage | undefined;
  readonly styles: string;
  readonly numbering: string | undefined;
  readonly theme: string | undefined;
  readonly hasFirst: boolean;
  readonly furniture: ReadonlyMap<FurnitureName, Furniture>;
  /** By the path that relationships name: "media/own-1.png". */
  readonly media: ReadonlyMap<string, Uint8Array>;
};

export type FurnitureName = `${'header' | 'footer'}-${'default' | 'first'}`;

const furnitureNames: readonly FurnitureName[] = ['header-default', 'footer-default', 'header-first', 'footer-first'];
const largest = { part: 4_000_000, all: 12_000_000, kept: 1_000_000 };
const wordNamespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const relationshipNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const pictures = { png: /^89504e47/, jpeg: /^ffd8ff/, jpg: /^ffd8ff/, gif: /^474946/, emf: /^01000000/, wmf: /^(d7cdc69a|01000900|02000900)/ };
/** Fields that bring in what lies elsewhere, or start something. */
const fetching = /INCLUDETEXT|INCLUDEPICTURE|DDE|LINK|IMPORT|DATABASE|MACROBUTTON|\bRD\b/i;
const embedded = /<(?:w:object|o:OLEObject|w:control|w:altChunk|w:subDoc|w:movie)\b/;

class Unfit extends Error {
  readonly reason: UnfitTemplate;
  constructor(reason: UnfitTemplate) { super(reason); this.reason = reason; }
}

/** What is kept of a Word file as a template, or why nothing can be: no text of its body, nothing that runs, nothing that lies elsewhere. */
export function keptTemplate(file: Uint8Array): { readonly kept: Uint8Array } | { readonly unfit: UnfitTemplate } {
  try {
    const kept = zipped(partsToKeep(openedFile(file)));
    return kept.length > largest.kept ? { unfit: 'tooLarge' } : { kept };
  } catch (error) {
    return { unfit: error instanceof Unfit ? error.reason : 'damaged' };
  }
}

/** Reads what `keptTemplate` kept. */
export function readTemplate(kept: Uint8Array): WordTemplate {
  const parts = unzipSync(kept);
  const text = (path: string) => { const part = parts[path]; return part && strFromU8(part); };
  const furniture = furnitureNames.flatMap((name): [FurnitureName, Furniture][] => {
    const xml = text(`${name}.xml`);
    return xml === undefined ? [] : [[name, { xml, rels: text(`${name}.rels`) ?? '' }]];
  });
  return {
    page: pageIn(text('page.xml') ?? ''), styles: text('styles.xml') ?? '', numbering: text('numbering.xml'), theme: text('theme.xml'), hasFirst: (text('page.xml') ?? '').includes('<w:titlePg/>'),
    furniture: new Map(furniture), media: new Map(Object.entries(parts).filter(([path]) => path.startsWith('media/'))),
  };
}

type Opened = (path: string) => Uint8Array | undefined;

/** The parts that may be needed, unpacked within bounds: their declared sizes bound the memory. */
function openedFile(file: Uint8Array): Opened {
  let all = 0;
  const filter = ({ name, originalSize }: UnzipFileInfo) => {
    if (!/^\[Content_Types\]\.xml$|^word\/[^/]+\.xml$|^word\/(_rels|theme|media)\//.test(name)) return false;
    all += originalSize;
    if (originalSize > largest.part || all > largest.all) throw new Unfit('tooLarge');
    return true;
  };
  const parts = unzipSync(file, { filter });
  return (path) => parts[path];
}

function partsToKeep(opened: Opened): [string, Uint8Array][] {
  if (!/PartName="\/word\/document\.xml"[^>]*wordprocessingml\.(?:document|template)\.main\+xml|wordprocessingml\.(?:document|template)\.main\+xml"[^>]*PartName="\/word\/document\.xml"/.test(xmlOf(opened, '[Content_Types].xml'))) throw new Unfit('damaged');
  const body = xmlOf(opened, 'word/document.xml');
  if (body.includes('http://purl.oclc.org/ooxml/')) throw new Unfit('strict');
  const sections = body.replace(/<w:sectPrChange\b[\s\S]*?<\/w:sectPrChange>/g, '').match(/<w:sectPr\b[^>]*>[\s\S]*?<\/w:sectPr>/g) ?? [];
  const last = sections.at(-1) ?? '';
  const hasFirst = /<w:titlePg(?:\s+w:val="(?:1|true|on)")?\s*\/>/.test(last);
  const rels = relationshipsOf(opened, 'document');
  const media = new Media(opened);
  const kept: [string, Uint8Array][] = [];
  const keep = (path: string, xml: string | undefined) => { if (xml !== undefined) kept.push([path, strToU8(xml)]); };
  const styles = xmlOf(opened, 'word/styles.xml');
  if (!styles.includes(wordNamespace)) throw new Unfit('damaged');
  keep('styles.xml', styles);
  keep('theme.xml', themeOf(opened, rels));
  if (styles.includes('<w:numPr>')) keep('numbering.xml', numberingOf(opened));
  keep('page.xml', `${last.match(/<w:pg(?:Sz|Mar)\b[^>]*\/>/g)?.join('') ?? ''}${hasFirst ? '<w:titlePg/>' : ''}`);
  for (const name of furnitureNames.filter((one) => hasFirst || one.endsWith('default'))) {
    // A section that names none has the one of the section before it (ECMA-376, part 1, 17.10.1).
    const [kind = '', type = ''] = name.split('-');
    const id = sections.flatMap((section) => [...section.matchAll(new RegExp(`<w:${kind}Reference\\b[^>]*/>`, 'g'))]).map(([tag]) => tag).findLast((tag) => tag.includes(`w:type="${type}"`))?.match(/r:id="([^"]*)"/)?.[1];
    const target = id === undefined ? undefined : rels.get(id)?.target;
    if (target === undefined) continue;
    const furniture = furnitureOf(opened, target, media);
    keep(`${name}.xml`, furniture.xml);
    keep(`${name}.rels`, furniture.rels);
  }
  return [...kept, ...media.files];
}

type Relationship = { readonly target: string; readonly kind: string; readonly outside: boolean };

function relationshipsOf(opened: Opened, part: string): ReadonlyMap<string, Relationship> {
  const part_ = opened(`word/_rels/${part}.xml.rels`);
  const tags = part_ ? checked(strFromU8(part_)).match(/<Relationship\b[^>]*>/g) ?? [] : [];
  const value = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return new Map(tags.map((tag) => [value(tag, 'Id'), { target: value(tag, 'Target').replace(/^\/word\//, ''), kind: value(tag, 'Type').replace(/^.*\//, ''), outside: value(tag, 'TargetMode') === 'External' }]));
}

function themeOf(opened: Opened, rels: ReadonlyMap<string, Relationship>): string | undefined {
  const target = [...rels.values()].find(({ kind }) => kind === 'theme')?.target;
  const xml = target === undefined || !opened(`word/${target}`) ? undefined : xmlOf(opened, `word/${target}`);
  // A theme may show pictures of its own; ours stays then.
  return xml === undefined || /\br:(?:embed|link|id)="/.test(xml) ? undefined : xml;
}

function numberingOf(opened: Opened): string | undefined {
  if (!opened('word/numbering.xml')) return undefined;
  const xml = xmlOf(opened, 'word/numbering.xml').replace(/<w:numPicBullet\b[\s\S]*?<\/w:numPicBullet>/g, '').replace(/<w:lvlPicBulletId\b[^>]*\/>/g, '');
  return xml.includes(wordNamespace) && !/\br:(?:embed|link|id)="/.test(xml) ? xml : undefined;
}

/** Pictures of all headers and footers, each kept once under a name of ours. */
class Media {
  readonly #opened: Opened;
  readonly #names = new Map<string, string>();
  readonly files: [string, Uint8Array][] = [];

  constructor(opened: Opened) { this.#opened = opened; }

  keep(target: string): string {
    const known = this.#names.get(target);
    if (known !== undefined) return known;
    const bytes = this.#opened(`word/${target}`);
    const ending = /\.([a-z]+)$/i.exec(target)?.[1]?.toLowerCase() ?? '';
    const magic = Object.entries(pictures).find(([name]) => name === ending)?.[1];
    if (!bytes || !magic?.test(Buffer.from(bytes.subarray(0, 8)).toString('hex'))) throw new Unfit('outside');
    const name = `media/own-${this.#names.size + 1}.${ending}`;
    this.#names.set(target, name);
    this.files.push([name, bytes]);
    return name;
  }
}

/** A header or footer: its links lose their address, its pictures come with it, and whatever else it would fetch is a reason to refuse it. */
function furnitureOf(opened: Opened, target: string, media: Media): Furniture {
  const rels = relationshipsOf(opened, target.replace(/\.xml$/, ''));
  const xml = xmlOf(opened, `word/${target}`)
    .replace(/(<w:hyperlink\b[^>]*?)\s+r:id="[^"]*"/g, '$1').replace(/<a:hlink(?:Click|Hover)\b[^>]*?(?:\/>|>[\s\S]*?<\/a:hlink(?:Click|Hover)>)/g, '')
    .replace(/<a:ext\b[^>]*>\s*<asvg:svgBlip\b[^>]*?(?:\/>|>[\s\S]*?<\/asvg:svgBlip>)\s*<\/a:ext>/g, '');
  if (!xml.includes(wordNamespace) || !/<w:(?:hdr|ftr)\b[^>]*[^/]>[\s\S]*<\/w:(?:hdr|ftr)>\s*$/.test(xml)) throw new Unfit('damaged');
  const fields = [...xml.matchAll(/<w:instrText\b[^>]*>([^<]*)<|\sw:instr="([^"]*)"/g)].map(([, run, simple]) => run ?? ` ${simple} `).join('');
  if (embedded.test(xml) || fetching.test(fields)) throw new Unfit('outside');
  // The marking is written by us, from what the paper holds.
  if (/\bOFFICIAL|\bSECRET/.test([...xml.matchAll(/<w:t\b[^>]*>([^<]*)</g)].map(([, text = '']) => text).join(''))) throw new Unfit('marking');
  const used = new Set([...xml.matchAll(/\br:(?:embed|id|pict|link)="([^"]*)"/g)].map(([, id = '']) => id));
  const lines = [...used].filter((id) => id !== '').map((id) => {
    const rel = rels.get(id);
    if (!rel || rel.outside || rel.kind !== 'image' || /["<&]/.test(id)) throw new Unfit('outside');
    return `<Relationship Id="${id}" Type="${relationshipNamespace}/image" Target="${media.keep(rel.target)}"/>`;
  });
  return { xml, rels: `${xmlDeclaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>` };
}

function xmlOf(opened: Opened, path: string): string {
  const part = opened(path);
  if (!part) throw new Unfit('damaged');
  return checked(strFromU8(part));
}

/** Entities could unfold without end; no Office program writes them. */
function checked(xml: string): string {
  if (xml.includes('<!') && /<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new Unfit('damaged');
  return xml;
}

/** The page that a template lays out, where a paper can be set on it: from A5 to A3, with at least 8 cm between the margins. */
function pageIn(xml: string): TemplatePage | undefined {
  const number = (element: string, name: string) => Math.abs(Number(new RegExp(`<w:${element}\\b[^>]*\\sw:${name}="(-?\\d{1,5})"`).exec(xml)?.[1]));
  const [width, height] = [number('pgSz', 'w'), number('pgSz', 'h')];
  const page = { width, height, left: number('pgMar', 'left'), right: number('pgMar', 'right'), top: number('pgMar', 'top'), bottom: number('pgMar', 'bottom'), header: number('pgMar', 'header') || 560, footer: number('pgMar', 'footer') || 560 };
  const fits = [width, height].every((side) => side >= 8000 && side <= 24_000) && width - page.left - page.right >= 4500 && height - page.top - page.bottom >= 5000;
  return fits ? page : undefined;
}
