import { documentWords } from '../words/documents.ts';
import { black, grey, inkOn, readable, toneColours } from './colours.ts';
import { linesOf } from './measure.ts';
import type { Cell, Column, Document, Tone } from './model.ts';
import { textOf, toneOf } from './model.ts';
import { imageOf, languageOf, odfFile, odfText, paragraph, paragraphStyle, Pictures, textStyle } from './odf.ts';
import { escaped } from './office-zip.ts';
import { bitmapOf } from './picture.ts';
import { cover, coverLines, coverLogo } from './slide-cover.ts';
import { isBold, tableType } from './slide-table.ts';
import type { Area, Box, Slide, SlideParagraph } from './slides.ts';
import { footArea, indent, lineHeight, noticeTop, page, slidesOf } from './slides.ts';
import { readied } from './tidy.ts';

const fontFace = 'Arial';
const bitmapWidth = 2000;
const tones: readonly Tone[] = ['best', 'good', 'warning', 'bad', 'neutral'];

/** Points. */
type ParagraphForm = { readonly end?: boolean; readonly after?: number; readonly left?: number };

/** Automatic styles of one file, each once, by what they say. */
class Styles {
  readonly #names = new Map<string, string>();

  /** @returns the name of the style that is written with these words; "{name}" stands for it */
  of(family: string, written: string): string {
    const known = this.#names.get(written);
    if (known !== undefined) return known;
    const name = `${family}${this.#names.size + 1}`;
    this.#names.set(written, name);
    return name;
  }

  paragraph(size: number, bold: boolean, colour: string, { end = false, after = 0, left = 0 }: ParagraphForm = {}): string {
    const form = `fo:line-height="${(size * lineHeight).toFixed(1)}pt" fo:text-align="${end ? 'end' : 'start'}" fo:margin-top="0pt" fo:margin-bottom="${after}pt" fo:margin-left="${left}pt"`;
    return this.of('P', paragraphStyle('{name}', '', form, `fo:font-size="${size}pt" fo:font-weight="${bold ? 'bold' : 'normal'}" fo:color="${colour}"`));
  }

  get written(): string {
    return [...this.#names].map(([written, name]) => written.replaceAll('{name}', name)).join('');
  }
}

type Writing = { readonly document: Document; readonly styles: Styles; readonly pictures: Pictures };

/** Slides in OpenDocument 1.2, laid out as the PowerPoint ones are; the same document gives the same bytes. */
export async function odp(document: Document): Promise<Uint8Array> {
  const ready = readied(document);
  const writing = { document: ready, styles: new Styles(), pictures: new Pictures() };
  const pages = [coverOf(writing)];
  for (const [at, slide] of slidesOf(ready).entries()) pages.push(await pageOf(slide, at + 2, writing));
  return odfFile(ready, {
    mediaType: 'application/vnd.oasis.opendocument.presentation',
    body: `<office:presentation>${pages.join('')}</office:presentation>`,
    contentStyles: writing.styles.written + fixedStyles(ready),
    styles: `<style:default-style style:family="graphic"><style:graphic-properties draw:stroke="none" draw:fill="none"/><style:text-properties fo:font-family="${fontFace}" ${languageOf(ready)}/></style:default-style>`
      + `<style:default-style style:family="paragraph"><style:text-properties fo:font-family="${fontFace}" ${languageOf(ready)}/></style:default-style>`,
    masters: mastersOf(ready),
    pictures: writing.pictures,
  });
}

function fixedStyles(document: Document): string {
  const frame = (name: string, family: string) => `<style:style style:name="${name}" style:family="${family}"><style:graphic-properties draw:stroke="none" draw:fill="none" fo:padding-left="0pt" fo:padding-right="0pt" fo:padding-top="0pt" fo:padding-bottom="0pt" draw:textarea-vertical-align="top" draw:auto-grow-height="false" fo:wrap-option="wrap"/></style:style>`;
  const cell = (name: string, fill: string) => `<style:style style:name="${name}" style:family="table-cell"><style:graphic-properties draw:fill="solid" draw:fill-color="${fill}" fo:padding-left="${tableType.paddingX}pt" fo:padding-right="${tableType.paddingX}pt" fo:padding-top="${tableType.paddingY}pt" fo:padding-bottom="${tableType.paddingY}pt"/>`
    + '<style:paragraph-properties fo:border="0.75pt solid #b1b4b6"/></style:style>';
  return frame('Placed', 'graphic') + frame('Headed', 'presentation')
    + '<style:style style:name="Panel" style:family="graphic"><style:graphic-properties draw:stroke="none" draw:fill="solid" draw:fill-color="#ffffff"/></style:style>'
    + cell('CellHead', document.brandColour) + cell('CellPlain', '#ffffff') + tones.map((tone) => cell(`Cell-${tone}`, toneColours[tone].paper)).join('')
    + textStyle('Lead', 'fo:font-weight="bold"')
    + `<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•">${hanging}</text:list-level-style-bullet></text:list-style>`
    + `<text:list-style style:name="Numbers"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".">${hanging}</text:list-level-style-number></text:list-style>`;
}

const hanging = `<style:list-level-properties text:min-label-width="${indent}pt"/><style:text-properties fo:font-size="100%"/>`;

/** Two masters: the cover on the brand's colour, the sections with a band of it. */
function mastersOf({ brandColour }: Document): string {
  const background = (name: string, fill: string) => `<style:style style:name="${name}" style:family="drawing-page"><style:drawing-page-properties draw:fill="solid" draw:fill-color="${fill}" presentation:background-visible="true" presentation:background-objects-visible="true"/></style:style>`;
  const solid = (name: string, fill: string) => `<style:style style:name="${name}" style:family="graphic"><style:graphic-properties draw:stroke="none" draw:fill="solid" draw:fill-color="${fill}"/></style:style>`;
  const rect = (style: string, area: Area) => `<draw:rect draw:style-name="${style}" ${placed(area)}/>`;
  return `<office:automatic-styles><style:page-layout style:name="Wide"><style:page-layout-properties fo:margin="0pt" fo:page-width="${page.width}pt" fo:page-height="${page.height}pt" style:print-orientation="landscape"/></style:page-layout>`
    + `${background('OnBrand', brandColour)}${background('OnWhite', '#ffffff')}${solid('Bar', inkOn(brandColour))}${solid('Band', brandColour)}</office:automatic-styles>`
    + '<office:master-styles>'
    + `<style:master-page style:name="Cover" style:page-layout-name="Wide" draw:style-name="OnBrand">${rect('Bar', { top: 56, left: page.margin, width: 96, height: 8 })}</style:master-page>`
    + `<style:master-page style:name="Section" style:page-layout-name="Wide" draw:style-name="OnWhite">${rect('Band', { top: 0, left: 0, width: page.width, height: 10 })}</style:master-page>`
    + '</office:master-styles>';
}

function coverOf(writing: Writing): string {
  const { document, styles } = writing;
  const ink = inkOn(document.brandColour);
  const lines = coverLines(document).map((line) => {
    const area = { top: line.top, left: page.margin, width: cover.width, height: line.height };
    const kind = line.name === 'Title' ? 'title' : line.name === 'Subtitle' ? 'subtitle' : undefined;
    return textFrame(area, paragraph(styles.paragraph(line.size, line.bold, ink), odfText(line.text)), kind);
  });
  return drawPage(1, 'Cover', logoOf(writing) + lines.join('') + footOf(writing, ink, 1));
}

function logoOf({ document, pictures }: Writing): string {
  const sign = coverLogo(document);
  if (!document.logo || !sign) return '';
  const path = pictures.add(Buffer.from(document.logo.png, 'base64'));
  return `<draw:rect draw:style-name="Panel" ${placed(sign.panel)}/>`
    + `<draw:frame draw:style-name="Placed" ${placed(sign.logo)}>${imageOf(path)}<svg:desc>${escaped(document.logo.alternative)}</svg:desc></draw:frame>`;
}

async function pageOf(slide: Slide, number: number, writing: Writing): Promise<string> {
  const { document, styles } = writing;
  const area = { top: page.titleTop, left: page.margin, width: page.contentWidth, height: slide.titleHeight };
  let content = textFrame(area, paragraph(styles.paragraph(slide.titleSize, true, readable(document.brandColour)), odfText(slide.title)), 'title');
  for (const box of slide.boxes) content += await boxOf(box, writing);
  return drawPage(number, 'Section', content + footOf(writing, black, number));
}

function drawPage(number: number, master: string, content: string): string {
  return `<draw:page draw:name="page${number}" draw:master-page-name="${master}">${content}</draw:page>`;
}

async function boxOf(box: Box, writing: Writing): Promise<string> {
  const area = { top: box.top, left: page.margin, width: page.contentWidth, height: box.height };
  switch (box.kind) {
    case 'text': return textFrame(area, box.paragraphs.map((each) => paragraphOf(each, writing)).join(''), undefined);
    case 'picture': {
      const path = writing.pictures.add(await bitmapOf(box.picture.svg, bitmapWidth));
      return `<draw:frame draw:style-name="Placed" ${placed({ ...area, width: box.width })}>${imageOf(path)}<svg:desc>${escaped(box.picture.alternative)}</svg:desc></draw:frame>`;
    }
    case 'table': {
      const caption = paragraph(writing.styles.paragraph(tableType.size, true, black), odfText(box.caption));
      return textFrame({ ...area, height: box.captionHeight }, caption, undefined) + tableOf(box, { ...area, top: area.top + box.captionHeight, height: area.height - box.captionHeight }, writing);
    }
  }
}

/** An item of a list is a list of its own, which says its number: what follows it on the next slide then still counts on. */
function paragraphOf({ text, lead, size, style, mark, after }: SlideParagraph, { document, styles }: Writing): string {
  const colour = { plain: black, heading: readable(document.brandColour), small: grey }[style];
  const name = styles.paragraph(size, style === 'heading', colour, { after, left: mark === 'indented' ? indent : 0 });
  const content = paragraph(name, (lead === '' ? '' : `<text:span text:style-name="Lead">${odfText(lead)}</text:span>`) + odfText(text));
  if (mark === 'none' || mark === 'indented') return content;
  const [list, start] = mark === 'bullet' ? ['Bullets', ''] : ['Numbers', ` text:start-value="${mark}"`];
  return `<text:list text:style-name="${list}"><text:list-item${start}>${content}</text:list-item></text:list>`;
}

function tableOf(box: Extract<Box, { kind: 'table' }>, area: Area, { document, styles }: Writing): string {
  const { columns } = box.table.table;
  const column = (width: number) => styles.of('C', `<style:style style:name="{name}" style:family="table-column"><style:table-column-properties style:column-width="${width.toFixed(2)}pt"/></style:style>`);
  const rowStyle = (height: number) => styles.of('R', `<style:style style:name="{name}" style:family="table-row"><style:table-row-properties style:row-height="${height.toFixed(2)}pt"/></style:style>`);
  const cell = (content: string, style: string, at: Column | undefined, bold: boolean, colour: string) => `<table:table-cell table:style-name="${style}">${paragraph(styles.paragraph(tableType.size, bold, colour, { end: at?.align === 'end' }), content)}</table:table-cell>`;
  const body = (each: Cell, at: Column | undefined) => {
    const tone = toneOf(each);
    return cell(odfText(textOf(each)), tone ? `Cell-${tone}` : 'CellPlain', at, isBold(each, at), tone ? toneColours[tone].ink : black);
  };
  const row = (cells: string, height: number) => `<table:table-row table:style-name="${rowStyle(height)}">${cells}</table:table-row>`;
  const named = columns[0]?.rowHeader === true ? ' table:use-first-column-styles="true"' : '';
  return `<draw:frame draw:style-name="Placed" ${placed(area)}><table:table table:use-first-row-styles="true"${named}>`
    + box.table.widths.map((width) => `<table:table-column table:style-name="${column(width)}"/>`).join('')
    + row(columns.map((each) => cell(odfText(each.title), 'CellHead', each, true, inkOn(document.brandColour))).join(''), box.table.headerHeight)
    + `${box.rows.map((each) => row(each.cells.map((one, at) => body(one, columns[at])).join(''), each.height)).join('')}</table:table>`
    + `<svg:desc>${escaped(box.caption)}</svg:desc></draw:frame>`;
}

/** What every slide says last: the notice, the marking, whose it is, and its number. */
function footOf({ document, styles }: Writing, colour: string, number: number): string {
  const line = (content: string, area: Area, bold: boolean, end: boolean) => textFrame(area, paragraph(styles.paragraph(page.footSize, bold, colour, { end }), content), undefined);
  const top = noticeTop(document);
  const owner = documentWords(document.language).owner(document.organisation, document.year);
  const [ownerLine = owner, ...rest] = linesOf(owner, { size: page.footSize }, footArea.owner.width - 12);
  return (document.notice ? line(odfText(document.notice), { top, left: page.margin, width: page.contentWidth, height: page.footTop - 8 - top }, true, false) : '')
    + line(document.marking, footArea.marking, true, false)
    + line(odfText(rest.length === 0 ? ownerLine : `${ownerLine.trimEnd()}…`), footArea.owner, false, true)
    + line(`<text:page-number>${number}</text:page-number>`, footArea.number, false, true);
}

function textFrame(area: Area, content: string, placeholder: 'title' | 'subtitle' | undefined): string {
  const style = placeholder ? `presentation:style-name="Headed" presentation:class="${placeholder}"` : 'draw:style-name="Placed"';
  return `<draw:frame ${style} ${placed(area)}><draw:text-box>${content}</draw:text-box></draw:frame>`;
}

function placed({ top, left, width, height }: Area): string {
  return `svg:x="${left}pt" svg:y="${top.toFixed(2)}pt" svg:width="${width.toFixed(2)}pt" svg:height="${height.toFixed(2)}pt"`;
}
