import { strToU8, zipSync } from 'fflate';
import { bitmapOf } from './picture.ts';

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const rels = (...lines: readonly string[]) => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`;
const rel = (id: string, kind: string, target: string, more = '') => `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"${more}/>`;
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const style = (id: string, name: string, more = '') => `<w:style w:type="paragraph" w:styleId="${id}"${more}><w:name w:val="${name}"/><w:rPr><w:sz w:val="30"/></w:rPr></w:style>`;

/** The parts of a Word template of an invented council: German identifiers of styles, numbered headings, a first page of its own, a picture in its header. */
export async function templateParts(): Promise<Record<string, string | Uint8Array>> {
  return {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"/></Types>',
    'word/document.xml': `<w:document ${word}><w:body>${paragraph('Text of the template')}<w:sectPr><w:headerReference w:type="default" r:id="h1"/><w:headerReference w:type="first" r:id="h2"/><w:footerReference w:type="default" r:id="f1"/><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1200" w:bottom="1440" w:left="2000" w:header="700" w:footer="700"/><w:titlePg/></w:sectPr></w:body></w:document>`,
    'word/_rels/document.xml.rels': rels(rel('h1', 'header', 'header7.xml'), rel('h2', 'header', '/word/header8.xml'), rel('f1', 'footer', 'footer7.xml'), rel('t', 'theme', 'theme/theme1.xml')),
    'word/theme/theme1.xml': '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Blankshire"/>',
    'word/styles.xml': `<w:styles ${word}>${style('Standard', 'Normal', ' w:default="1"')}<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style></w:styles>`,
    'word/numbering.xml': `<w:numbering ${word}><w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="4"><w:abstractNumId w:val="3"/></w:num></w:numbering>`,
    'word/header7.xml': `<w:hdr ${word}>${paragraph('Blankshire letterhead')}<w:p><w:hyperlink r:id="link">${'<w:r><w:t>blankshire.example</w:t></w:r>'}</w:hyperlink><w:r><w:drawing><a:blip r:embed="picture"/></w:drawing></w:r></w:p></w:hdr>`,
    'word/_rels/header7.xml.rels': rels(rel('picture', 'image', 'media/image3.png'), rel('link', 'hyperlink', 'https://blankshire.example', ' TargetMode="External"')),
    'word/header8.xml': `<w:hdr ${word}>${paragraph('First page of Blankshire')}</w:hdr>`,
    'word/footer7.xml': `<w:ftr ${word}>${paragraph('Town Hall, Blankton')}</w:ftr>`,
    'word/media/image3.png': await bitmapOf('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10"/></svg>', 40),
  };
}

export async function templateFile(changes: Readonly<Record<string, string | Uint8Array>> = {}): Promise<Buffer> {
  const parts = { ...await templateParts(), ...changes };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([path, part]) => [path, typeof part === 'string' ? strToU8(part) : part]))));
}
