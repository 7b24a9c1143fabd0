import { strFromU8, strToU8, unzipSync } from 'fflate';
import { xmlDeclaration } from './office-zip.ts';
import type { FurnitureName, WordTemplate } from './word-template.ts';

type Parts = Map<string, Uint8Array>;

/** Styles of docx.ts by the name that Word gives them in every language; their identifiers differ. */
const names: Readonly<Record<string, string>> = { Title: 'title', Heading1: 'heading 1', ListParagraph: 'list paragraph', TOC1: 'toc 1', ContentsHeading: 'toc heading' };
/** Numberings of ours are counted from here, beyond any that a template has. */
const ownNumbers = 9000;

/** The package of a Word file in the clothes of a template: its styles, theme, headers and footers, to which the marking and the page number are added. */
export function dressed(file: Uint8Array, template: WordTemplate): Parts {
  const parts: Parts = new Map(Object.entries(unzipSync(file)));
  const text = (path: string) => strFromU8(parts.get(path) ?? new Uint8Array());
  const put = (path: string, xml: string) => parts.set(path, strToU8(xml));
  let body = text('word/document.xml');
  const { styles, ids } = mergedStyles(text('word/styles.xml'), template.styles);
  put('word/styles.xml', styles);
  body = body.replace(/(<w:pStyle w:val=")([^"]*)"/g, (tag, start: string, id: string) => (ids.has(id) ? `${start}${ids.get(id)}"` : tag));
  if (template.theme !== undefined) put('word/theme/theme1.xml', template.theme);
  if (template.numbering !== undefined) {
    put('word/numbering.xml', mergedNumbering(text('word/numbering.xml'), template.numbering));
    body = body.replace(/(<w:numId w:val=")(\d+)"/g, (_, start: string, id: string) => `${start}${Number(id) + ownNumbers}"`);
  }
  const [header, footer] = [text('word/header1.xml'), text('word/footer1.xml')];
  const furnish = (name: FurnitureName, part: string, own: string) => {
    const theirs = template.furniture.get(name);
    put(`word/${part}.xml`, theirs ? joined(theirs.xml, innerOf(own), name.startsWith('header')) : own);
    if (theirs) put(`word/_rels/${part}.xml.rels`, theirs.rels);
  };
  furnish('header-default', 'header1', header);
  furnish('footer-default', 'footer1', footer);
  if (template.hasFirst) {
    furnish('header-first', 'header2', header);
    furnish('footer-first', 'footer2', footer);
    body = body.replace(/(<w:sectPr\b[^>]*>)/, '$1<w:headerReference w:type="first" r:id="rIdFirstHeader"/><w:footerReference w:type="first" r:id="rIdFirstFooter"/>')
      .replace(/(<w:docGrid\b)/, '<w:titlePg/>$1');
    const relation = (id: string, kind: string) => `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${kind}2.xml"/>`;
    put('word/_rels/document.xml.rels', text('word/_rels/document.xml.rels').replace('</Relationships>', `${relation('rIdFirstHeader', 'header')}${relation('rIdFirstFooter', 'footer')}</Relationships>`));
  }
  put('word/document.xml', body);
  put('[Content_Types].xml', withTypes(text('[Content_Types].xml'), template.hasFirst));
  for (const [path, bytes] of template.media) parts.set(`word/${path}`, bytes);
  return parts;
}

/** The template's styles, and those of ours that it does not have, under identifiers that it cannot have. */
function mergedStyles(own: string, theirs: string): { readonly styles: string; readonly ids: ReadonlyMap<string, string> } {
  const all = theirs.match(/<w:style\b[^>]*>[\s\S]*?<\/w:style>/g) ?? [];
  const idOf = (style: string | undefined) => style?.match(/\sw:styleId="([^"]*)"/)?.[1];
  const named = (name: string) => all.find((style) => style.match(/<w:name\s+w:val="([^"]*)"/)?.[1]?.toLowerCase() === name);
  const usual = all.find((style) => /^<w:style\b[^>]*w:type="paragraph"/.test(style) && /^<w:style\b[^>]*\sw:default="(?:1|true|on)"/.test(style));
  const normal = idOf(usual ?? named('normal'));
  const ids = new Map<string, string>();
  const added: string[] = [];
  for (const [id, name] of Object.entries(names)) {
    const found = idOf(named(name));
    const ours = own.match(new RegExp(`<w:style\\b[^>]*w:styleId="${id}"[^>]*>[\\s\\S]*?</w:style>`))?.[0];
    ids.set(id, found ?? `DueRegard${id}`);
    if (found !== undefined || ours === undefined) continue;
    added.push(ours.replace(`w:styleId="${id}"`, `w:styleId="DueRegard${id}"`).replace(/<w:(?:link|next)\b[^>]*\/>/g, '')
      .replace(/<w:basedOn\b[^>]*\/>/, normal === undefined ? '' : `<w:basedOn w:val="${normal}"/>`));
  }
  return { styles: theirs.replace('</w:styles>', `${added.join('')}</w:styles>`), ids };
}

/** Both numberings in one part; definitions stand before what uses them (ECMA-376, part 1, 17.9.16). */
function mergedNumbering(own: string, theirs: string): string {
  const definitions = (xml: string) => xml.match(/<w:abstractNum\s[\s\S]*?<\/w:abstractNum>/g) ?? [];
  const uses = (xml: string) => xml.match(/<w:num\s[\s\S]*?<\/w:num>/g) ?? [];
  const counted = (xml: string) => xml.replace(/\sw15:\w+="[^"]*"/g, '')
    .replace(/(<w:abstractNum\s[^>]*?w:abstractNumId="|<w:abstractNumId w:val="|<w:num\s[^>]*?w:numId=")(\d+)/g, (_, start: string, id: string) => `${start}${Number(id) + ownNumbers}`);
  const [root = ''] = /<w:numbering\b[^>]*[^/]>/.exec(theirs) ?? [];
  return `${xmlDeclaration}${root}${[...definitions(theirs), ...definitions(own).map(counted), ...uses(theirs), ...uses(own).map(counted)].join('')}</w:numbering>`;
}

/** Our lines above what a header of the template shows, and below what a footer does. */
function joined(theirs: string, own: string, above: boolean): string {
  return above ? theirs.replace(/(<w:hdr\b[^>]*>)/, (_, root: string) => `${root}${own}`) : theirs.replace(/<\/w:ftr>\s*$/, () => `${own}</w:ftr>`);
}

function innerOf(xml: string): string {
  return /<w:(?:hdr|ftr)\b[^>]*>([\s\S]*)<\/w:(?:hdr|ftr)>/.exec(xml)?.[1] ?? '';
}

function withTypes(xml: string, hasFirst: boolean): string {
  const kinds = { emf: 'image/x-emf', wmf: 'image/x-wmf', jpeg: 'image/jpeg', jpg: 'image/jpeg', gif: 'image/gif', png: 'image/png' };
  const defaults = Object.entries(kinds).filter(([ending]) => !xml.includes(`Extension="${ending}"`)).map(([ending, type]) => `<Default ContentType="${type}" Extension="${ending}"/>`).join('');
  const first = hasFirst ? ['header', 'footer'].map((kind) => `<Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml" PartName="/word/${kind}2.xml"/>`).join('') : '';
  return xml.replace(/(<Override\b)/, `${defaults}$1`).replace('</Types>', `${first}</Types>`);
}
