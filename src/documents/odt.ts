import type { DocumentWords } from '../words/documents.ts';
import { documentWords } from '../words/documents.ts';
import { black, grey, inkOn, readable, toneColours } from './colours.ts';
import { yearAndDate } from './dates.ts';
import { fitted } from './logo.ts';
import type { Block, Cell, Column, Document, Item, List, Picture, Quotation, Table, Tone } from './model.ts';
import { textOf, toneOf } from './model.ts';
import { imageOf, languageOf, odfFile, odfText, paragraph, paragraphStyle, Pictures, textStyle } from './odf.ts';
import { escaped } from './office-zip.ts';
import { bitmapOf, sizeOf } from './picture.ts';
import { columnWidths, isBold, narrowed, togetherRows } from './slide-table.ts';
import { readied } from './tidy.ts';

/** Points of A4 between its margins, and of type. */
const paper = { width: 595.3, height: 841.9, margin: 56.7, text: 11, small: 9, table: 9.5, padding: 5, logo: { width: 180, height: 58 } };
const contentWidth = paper.width - 2 * paper.margin;
const fontFace = 'Arial';
const bitmapWidth = 1600;
const tones: readonly Tone[] = ['best', 'good', 'warning', 'bad', 'neutral'];

type Writing = { readonly document: Document; readonly words: DocumentWords; readonly pictures: Pictures; readonly tableStyles: string[] };

/** A text in OpenDocument 1.2 with real headings, header rows, and marking and page number on every page; the same document gives the same bytes. */
export async function odt(document: Document): Promise<Uint8Array> {
  const ready = readied(document);
  const writing: Writing = { document: ready, words: documentWords(ready.language), pictures: new Pictures(), tableStyles: [] };
  let body = titleOf(writing) + contentsOf(writing);
  for (const [at, section] of ready.sections.entries()) {
    const mark = ready.contents ? `<text:bookmark text:name="${markOf(at)}"/>` : '';
    body += `<text:h text:style-name="Heading_20_1" text:outline-level="1">${mark}${odfText(section.title)}</text:h>`;
    for (const block of section.blocks) body += await blockOf(block, writing);
  }
  return odfFile(ready, {
    mediaType: 'application/vnd.oasis.opendocument.text',
    body: `<office:text>${body}</office:text>`,
    contentStyles: writing.tableStyles.join(''),
    styles: stylesOf(ready),
    masters: mastersOf(writing),
    pictures: writing.pictures,
  });
}

function stylesOf(document: Document): string {
  const colour = readable(document.brandColour);
  const space = (before: number, after: number, more = '') => `fo:margin-top="${before}pt" fo:margin-bottom="${after}pt" ${more}`;
  const side = `fo:margin-left="14pt" fo:padding-left="8pt" fo:border-left="2.25pt solid ${document.brandColour}"`;
  const listLevel = (kind: string) => `${kind}<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">`
    + '<style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-20pt" fo:margin-left="20pt"/></style:list-level-properties>';
  return `<style:default-style style:family="paragraph"><style:paragraph-properties fo:line-height="125%"/><style:text-properties style:font-name="${fontFace}" fo:font-family="${fontFace}" fo:font-size="${paper.text}pt" fo:color="${black}" ${languageOf(document)}/></style:default-style>`
    + '<style:default-style style:family="table"><style:table-properties table:border-model="collapsing"/></style:default-style>'
    + paragraphStyle('Standard', '', space(0, 7))
    + paragraphStyle('Title', 'Standard', space(0, 8, `fo:border-top="4pt solid ${document.brandColour}" fo:padding-top="10pt"`), `fo:font-size="24pt" fo:font-weight="bold" fo:color="${colour}"`)
    + paragraphStyle('Subtitle', 'Standard', space(0, 8), 'fo:font-size="14pt"')
    + paragraphStyle('Heading_20_1', 'Standard', space(18, 7, 'fo:keep-with-next="always"'), `fo:font-size="15pt" fo:font-weight="bold" fo:color="${colour}"`).replace('style:name="Heading_20_1"', 'style:name="Heading_20_1" style:display-name="Heading 1" style:default-outline-level="1"')
    + paragraphStyle('Contents_20_Heading', 'Standard', space(8, 4, 'fo:keep-with-next="always"'), `fo:font-size="12pt" fo:font-weight="bold" fo:color="${colour}"`) + paragraphStyle('Contents_20_1', 'Standard', space(0, 3))
    + paragraphStyle('Strong', 'Standard', space(0, 7), 'fo:font-weight="bold"')
    + paragraphStyle('Small', 'Standard', space(0, 7), `fo:font-size="${paper.small}pt" fo:color="${grey}"`)
    + paragraphStyle('Quoted', 'Standard', space(0, 4, side)) + paragraphStyle('QuotedHeading', 'Quoted', 'fo:keep-with-next="always"', 'fo:font-weight="bold"')
    + paragraphStyle('QuotedSource', 'Quoted', space(0, 8), `fo:font-size="${paper.small}pt" fo:color="${grey}"`)
    + paragraphStyle('Caption', 'Standard', space(8, 4, 'fo:keep-with-next="always"'), `fo:font-size="${paper.table}pt" fo:font-weight="bold"`)
    + paragraphStyle('Cell', 'Standard', space(0, 0), `fo:font-size="${paper.table}pt"`) + paragraphStyle('CellEnd', 'Cell', 'fo:text-align="end"')
    + paragraphStyle('Foot', 'Standard', space(0, 2), `fo:font-size="${paper.small}pt" fo:color="${grey}"`)
    + paragraphStyle('Marking', 'Standard', space(0, 2, 'fo:text-align="center"'), `fo:font-size="${paper.small}pt" fo:font-weight="bold"`)
    + textStyle('ContentsLink', `fo:color="${black}" style:text-underline-style="none"`) + textStyle('Bold', 'fo:font-weight="bold"') + textStyle('HeaderInk', `fo:font-weight="bold" fo:color="${inkOn(document.brandColour)}"`)
    + tones.map((tone) => textStyle(`Ink-${tone}`, `fo:font-weight="bold" fo:color="${toneColours[tone].ink}"`)).join('')
    + `<text:list-style style:name="Bullets">${listLevel('<text:list-level-style-bullet text:level="1" text:bullet-char="•">')}</text:list-level-style-bullet></text:list-style>`
    + `<text:list-style style:name="Numbers">${listLevel('<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".">')}</text:list-level-style-number></text:list-style>`;
}

/** The page, with the marking above, and below the notice, the owner, the number and the marking again. */
function mastersOf({ document, words }: Writing): string {
  const marking = `<text:p text:style-name="Marking">${document.marking}</text:p>`;
  const [before = '', between = '', after = ''] = words.page('{', '{').split('{');
  const number = `${odfText(before)}<text:page-number text:select-page="current">1</text:page-number>${odfText(between)}<text:page-count>1</text:page-count>${odfText(after)}`;
  return '<office:automatic-styles><style:page-layout style:name="A4">'
    + `<style:page-layout-properties fo:page-width="${paper.width}pt" fo:page-height="${paper.height}pt" fo:margin-left="${paper.margin}pt" fo:margin-right="${paper.margin}pt" fo:margin-top="28pt" fo:margin-bottom="28pt" style:print-orientation="portrait"/>`
    + '<style:header-style><style:header-footer-properties fo:margin-bottom="14pt" fo:min-height="16pt"/></style:header-style>'
    + '<style:footer-style><style:header-footer-properties fo:margin-top="14pt" fo:min-height="40pt"/></style:footer-style></style:page-layout></office:automatic-styles>'
    + `<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:header>${marking}</style:header><style:footer>`
    + (document.notice ? `<text:p text:style-name="Foot"><text:span text:style-name="Bold">${odfText(document.notice)}</text:span></text:p>` : '')
    + `<text:p text:style-name="Foot">${odfText(`${words.owner(document.organisation, document.year)} · `)}${number}</text:p>${marking}</style:footer></style:master-page></office:master-styles>`;
}

function titleOf({ document, pictures }: Writing): string {
  return logoOf(document, pictures) + paragraph('Title', odfText(document.title))
    + (document.subtitle === '' ? '' : paragraph('Subtitle', odfText(document.subtitle)))
    + paragraph('Strong', odfText(document.organisation)) + paragraph('Standard', odfText(yearAndDate(document)))
    + (document.notice ? paragraph('Strong', odfText(document.notice)) : '');
}

/** An index of the program's own with its entries written, so that it is right before anybody updates it: without numbers of pages, which only the program knows that lays them out. */
function contentsOf({ document: { contents, sections }, words }: Writing): string {
  if (!contents) return '';
  const title = odfText(words.contents);
  const levels = Array.from({ length: 10 }, (_, at) => `<text:table-of-content-entry-template text:outline-level="${at + 1}" text:style-name="Contents_20_1"><text:index-entry-link-start/><text:index-entry-text/><text:index-entry-link-end/></text:table-of-content-entry-template>`);
  return `<text:table-of-content text:name="Contents" text:protected="true"><text:table-of-content-source text:outline-level="1">`
    + `<text:index-title-template text:style-name="Contents_20_Heading">${title}</text:index-title-template>${levels.join('')}</text:table-of-content-source>`
    + `<text:index-body><text:index-title text:name="Contents_Head">${paragraph('Contents_20_Heading', title)}</text:index-title>`
    + `${sections.map((section, at) => paragraph('Contents_20_1', `<text:a xlink:type="simple" xlink:href="#${markOf(at)}" text:style-name="ContentsLink" text:visited-style-name="ContentsLink">${odfText(section.title)}</text:a>`)).join('')}</text:index-body></text:table-of-content>`;
}

function markOf(section: number): string {
  return `section-${section + 1}`;
}

function logoOf({ logo }: Document, pictures: Pictures): string {
  if (!logo) return '';
  const { width, height } = fitted(logo, paper.logo);
  return paragraph('Standard', `<draw:frame text:anchor-type="as-char" svg:width="${width.toFixed(1)}pt" svg:height="${height.toFixed(1)}pt">`
    + `${imageOf(pictures.add(Buffer.from(logo.png, 'base64')))}<svg:desc>${escaped(logo.alternative)}</svg:desc></draw:frame>`);
}

async function blockOf(block: Block, writing: Writing): Promise<string> {
  const { words } = writing;
  switch (block.kind) {
    case 'paragraph': return paragraph('Standard', odfText(block.text));
    case 'note': return paragraph('Small', odfText(block.text));
    case 'list': return listOf(block, words);
    case 'quotation': return quotationOf(block, words);
    case 'table': return narrowed(block, (part, of) => words.part(block.caption, part, of)).map((table) => tableOf(table, writing)).join('');
    case 'picture': return pictureOf(block, writing);
  }
}

function listOf({ ordered, items }: List, words: DocumentWords): string {
  const item = (each: Item) => `<text:list-item>${paragraph('Standard', leadIn(each, words.lead))}</text:list-item>`;
  return `<text:list text:style-name="${ordered ? 'Numbers' : 'Bullets'}">${items.map(item).join('')}</text:list>`;
}

function quotationOf({ heading, items, source }: Quotation, words: DocumentWords): string {
  return paragraph('QuotedHeading', odfText(heading)) + items.map((item) => paragraph('Quoted', leadIn(item, (label) => `${label} `))).join('')
    + paragraph('QuotedSource', odfText(words.source(source)));
}

function leadIn({ label, text }: Item, written: (label: string) => string): string {
  return (label ? `<text:span text:style-name="Bold">${odfText(written(label))}</text:span>` : '') + odfText(text);
}

function tableOf(table: Table, { document, tableStyles }: Writing): string {
  const name = `Table${tableStyles.length + 1}`;
  const widths = columnWidths(table, contentWidth, { size: paper.table, paddingX: paper.padding });
  const box = (style: string, background: string) => `<style:style style:name="${name}.${style}" style:family="table-cell"><style:table-cell-properties fo:padding-left="${paper.padding}pt" fo:padding-right="${paper.padding}pt" fo:padding-top="3pt" fo:padding-bottom="3pt" fo:border="0.5pt solid #b1b4b6"${background === '' ? '' : ` fo:background-color="${background}"`}/></style:style>`;
  tableStyles.push(
    `<style:style style:name="${name}" style:family="table"><style:table-properties style:width="${contentWidth}pt" table:align="left" fo:margin-bottom="10pt" style:may-break-between-rows="${table.rows.length > togetherRows}"/></style:style>`
    + widths.map((width, at) => `<style:style style:name="${name}.c${at}" style:family="table-column"><style:table-column-properties style:column-width="${width.toFixed(1)}pt"/></style:style>`).join('')
    + `<style:style style:name="${name}.row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>`
    + box('head', document.brandColour) + box('plain', '') + tones.map((tone) => box(tone, toneColours[tone].paper)).join(''),
  );
  const cell = (content: string, style: string, column: Column | undefined) => `<table:table-cell table:style-name="${name}.${style}" office:value-type="string">${paragraph(column?.align === 'end' ? 'CellEnd' : 'Cell', content)}</table:table-cell>`;
  const body = (each: Cell, column: Column | undefined) => cell(styled(each, column), toneOf(each) ?? 'plain', column);
  const row = (cells: string) => `<table:table-row table:style-name="${name}.row">${cells}</table:table-row>`;
  return paragraph('Caption', odfText(table.caption))
    + `<table:table table:name="${name}" table:style-name="${name}">${widths.map((_, at) => `<table:table-column table:style-name="${name}.c${at}"/>`).join('')}`
    + `<table:table-header-rows>${row(table.columns.map((column) => cell(`<text:span text:style-name="HeaderInk">${odfText(column.title)}</text:span>`, 'head', column)).join(''))}</table:table-header-rows>`
    + `${table.rows.map((cells) => row(cells.map((each, at) => body(each, table.columns[at])).join(''))).join('')}</table:table>`;
}

function styled(cell: Cell, column: Column | undefined): string {
  const tone = toneOf(cell);
  const text = odfText(textOf(cell));
  if (tone) return `<text:span text:style-name="Ink-${tone}">${text}</text:span>`;
  return isBold(cell, column) ? `<text:span text:style-name="Bold">${text}</text:span>` : text;
}

async function pictureOf({ svg, alternative, caption }: Picture, { pictures }: Writing): Promise<string> {
  const { width, height } = sizeOf(svg);
  const path = pictures.add(await bitmapOf(svg, bitmapWidth));
  const frame = `<draw:frame text:anchor-type="as-char" svg:width="${contentWidth}pt" svg:height="${(contentWidth * (height / width)).toFixed(1)}pt">`
    + `${imageOf(path)}<svg:desc>${escaped(alternative)}</svg:desc></draw:frame>`;
  return paragraph('Standard', frame) + (caption ? paragraph('Small', odfText(caption)) : '');
}
