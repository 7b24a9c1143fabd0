import imported from 'pptxgenjs';
import { documentWords } from '../words/documents.ts';
import { bare, black, grey, inkOn, readable, toneColours, white } from './colours.ts';
import { linesOf } from './measure.ts';
import type { Cell, Document } from './model.ts';
import { textOf, toneOf } from './model.ts';
import { bitmapOf } from './picture.ts';
import { inSingleUnits, mended, namedRows, unnamedRows } from './pptx-mend.ts';
import { cover, coverLines, coverLogo } from './slide-cover.ts';
import { isBold, tableType } from './slide-table.ts';
import type { Area, Box, Slide, SlideParagraph } from './slides.ts';
import { footArea, indent, lineHeight, noticeTop, page, slidesOf } from './slides.ts';
import { readied } from './tidy.ts';

/** Its types describe the CommonJS build, whose class stands under `default`; Node loads the other build. */
const Deck = 'default' in imported ? imported.default : imported;

const fontFace = 'Arial';
const layouts = { cover: 'Cover', section: 'Section' };
/** Pixels of a bitmap that fills the width of a slide on a large screen. */
const bitmapWidth = 2000;

/** A PowerPoint file (ECMA-376) of a cover and the sections; the same document gives the same bytes. */
export async function pptx(document: Document): Promise<Uint8Array> {
  const ready = readied(document);
  const deck = new Deck();
  deck.layout = 'LAYOUT_WIDE';
  deck.title = ready.title;
  deck.author = ready.product;
  deck.company = ready.organisation;
  deck.theme = { headFontFace: fontFace, bodyFontFace: fontFace };
  defineLayouts(deck, ready);
  addCover(deck, ready);
  for (const slide of slidesOf(ready)) await addSlide(deck, ready, slide);
  const file = await deck.write({ outputType: 'uint8array' });
  if (!(file instanceof Uint8Array)) throw new Error('pptxgenjs did not answer with bytes');
  return mended(file, ready);
}

/** The names of these shapes are what pptx-mend.ts makes placeholders of. */
function defineLayouts(deck: imported.default, document: Document): void {
  const ink = bare(inkOn(document.brandColour));
  const empty = (objectName: string, box: Area, color: string) => ({ text: { text: '', options: { objectName, ...placed(box), color } } });
  const bodyTop = 130;
  deck.defineSlideMaster({
    title: layouts.cover,
    background: { color: bare(document.brandColour) },
    objects: [
      { rect: { ...placed({ top: 56, left: page.margin, width: 96, height: 8 }), fill: { color: ink }, objectName: 'Bar' } },
      empty('Title', { top: cover.top, left: page.margin, width: cover.width, height: 120 }, ink),
      empty('Subtitle', { top: 300, left: page.margin, width: cover.width, height: 60 }, ink),
      empty('Marking', footArea.marking, ink),
    ],
    slideNumber: numberIn(ink),
  });
  deck.defineSlideMaster({
    title: layouts.section,
    background: { color: bare(white) },
    objects: [
      { rect: { ...placed({ top: 0, left: 0, width: page.width, height: 10 }), fill: { color: bare(document.brandColour) }, objectName: 'Band' } },
      empty('Title', { top: page.titleTop, left: page.margin, width: page.contentWidth, height: 72 }, bare(readable(document.brandColour))),
      empty('Text', { top: bodyTop, left: page.margin, width: page.contentWidth, height: page.footTop - bodyTop - 10 }, bare(black)),
      empty('Marking', footArea.marking, bare(black)),
    ],
    slideNumber: numberIn(bare(black)),
  });
}

function addCover(deck: imported.default, document: Document): void {
  const slide = deck.addSlide({ masterName: layouts.cover });
  const color = bare(inkOn(document.brandColour));
  const sign = coverLogo(document);
  if (document.logo && sign) {
    slide.addShape('rect', { ...placedBox(sign.panel), fill: { color: bare(white) }, objectName: 'Panel' });
    slide.addImage({ ...placedBox(sign.logo), data: `image/png;base64,${document.logo.png}`, altText: inSingleUnits(document.logo.alternative), objectName: 'Logo' });
  }
  for (const line of coverLines(document)) {
    const area = { top: line.top, left: page.margin, width: cover.width, height: line.height };
    // An estimate of the title's height that is too large then leaves its gap above the title.
    slide.addText(inSingleUnits(line.text), { ...placed(area), ...type(line.size, line.bold), ...(line.name === 'Title' ? { valign: 'bottom' as const } : {}), objectName: line.name, color });
  }
  addFoot(slide, document, color);
}

async function addSlide(deck: imported.default, document: Document, content: Slide): Promise<void> {
  const slide = deck.addSlide({ masterName: layouts.section });
  const brand = bare(readable(document.brandColour));
  const area = { top: page.titleTop, left: page.margin, width: page.contentWidth, height: content.titleHeight };
  slide.addText(inSingleUnits(content.title), { ...placed(area), ...type(content.titleSize, true), objectName: 'Title', color: brand });
  const names = new Names();
  for (const box of content.boxes) await addBox(slide, box, document, names);
  addFoot(slide, document, bare(black));
}

/** Names of shapes, each once on a slide: "Text", "Text 2". */
class Names {
  readonly #used = new Map<string, number>();

  next(name: string): string {
    const count = (this.#used.get(name) ?? 0) + 1;
    this.#used.set(name, count);
    return count === 1 ? name : `${name} ${count}`;
  }
}

async function addBox(slide: imported.default.Slide, box: Box, document: Document, names: Names): Promise<void> {
  const area = { top: box.top, left: page.margin, width: page.contentWidth, height: box.height };
  switch (box.kind) {
    case 'text':
      slide.addText(box.paragraphs.flatMap((paragraph) => runsOf(paragraph, document)), { ...placed(area), ...type(20, false), objectName: names.next('Text') });
      return;
    case 'picture': {
      const bitmap = await bitmapOf(box.picture.svg, bitmapWidth);
      slide.addImage({
        ...placedBox({ ...area, width: box.width }), data: `image/png;base64,${bitmap.toString('base64')}`,
        altText: inSingleUnits(box.picture.alternative), objectName: names.next('Picture'),
      });
      return;
    }
    case 'table': {
      slide.addText(inSingleUnits(box.caption), { ...placed({ ...area, height: box.captionHeight }), ...type(tableType.size, true), objectName: names.next('Caption'), color: bare(black) });
      const named = box.table.table.columns[0]?.rowHeader === true;
      addTable(slide, box, area, document, names.next((named ? namedRows : unnamedRows) + inSingleUnits(box.caption)));
    }
  }
}

function runsOf(paragraph: SlideParagraph, document: Document): imported.default.TextProps[] {
  const colours = { plain: black, heading: readable(document.brandColour), small: grey };
  const bullet = typeof paragraph.mark === 'number'
    ? { bullet: { type: 'number' as const, numberStartAt: paragraph.mark, indent } }
    : paragraph.mark === 'bullet' ? { bullet: { indent } } : paragraph.mark === 'indented' ? { indentLevel: 1 } : {};
  const form = { fontSize: paragraph.size, color: bare(colours[paragraph.style]), paraSpaceAfter: paragraph.after, fontFace, lineSpacing: paragraph.size * lineHeight, align: 'left' as const };
  const text = { text: inSingleUnits(paragraph.text), options: { ...form, bold: paragraph.style === 'heading', breakLine: true } };
  if (paragraph.lead === '') return [{ ...text, options: { ...text.options, ...bullet } }];
  return [{ text: inSingleUnits(paragraph.lead), options: { ...form, ...bullet, bold: true } }, text];
}

function addTable(slide: imported.default.Slide, box: Extract<Box, { kind: 'table' }>, area: Area, document: Document, objectName: string): void {
  const { columns } = box.table.table;
  const header = columns.map((column) => ({
    text: inSingleUnits(column.title),
    options: { bold: true, color: bare(inkOn(document.brandColour)), fill: { color: bare(document.brandColour) }, align: alignOf(column.align), lineSpacing: tableType.lineHeight },
  }));
  const rows = box.rows.map((row) => row.cells.map((cell, index) => ({
    text: inSingleUnits(textOf(cell)),
    options: { ...toneForm(cell), bold: isBold(cell, columns[index]), align: alignOf(columns[index]?.align), lineSpacing: tableType.lineHeight },
  })));
  slide.addTable([header, ...rows], {
    ...placedBox({ ...area, top: area.top + box.captionHeight }),
    colW: box.table.widths.map(inches),
    rowH: [box.table.headerHeight, ...box.rows.map((row) => row.height)].map(inches),
    margin: [tableType.paddingY, tableType.paddingX, tableType.paddingY, tableType.paddingX],
    fontFace, fontSize: tableType.size, color: bare(black), valign: 'top', objectName,
    border: { type: 'solid', pt: 0.75, color: 'B1B4B6' },
  });
}

function toneForm(cell: Cell): imported.default.TableCellProps {
  const tone = toneOf(cell);
  return tone ? { color: bare(toneColours[tone].ink), fill: { color: bare(toneColours[tone].paper) } } : {};
}

/** What every slide says last: the notice, the marking, whose it is, and its number. */
function addFoot(slide: imported.default.Slide, document: Document, color: string): void {
  const line = (text: string, area: Area, objectName: string, bold: boolean, align: 'left' | 'right') =>
    slide.addText(inSingleUnits(text), { ...placed(area), ...type(page.footSize, bold), objectName, color, align });
  if (document.notice) {
    const top = noticeTop(document);
    line(document.notice, { top, left: page.margin, width: page.contentWidth, height: page.footTop - 8 - top }, 'Notice', true, 'left');
  }
  line(document.marking, footArea.marking, 'Marking', true, 'left');
  const owner = documentWords(document.language).owner(document.organisation, document.year);
  const [ownerLine = owner, ...rest] = linesOf(owner, { size: page.footSize }, footArea.owner.width - 12);
  line(rest.length === 0 ? ownerLine : `${ownerLine.trimEnd()}…`, footArea.owner, 'Organisation and year', false, 'right');
  slide.slideNumber = numberIn(color);
}

function numberIn(color: string): imported.default.SlideNumberProps {
  return { ...placedBox(footArea.number), fontFace, fontSize: page.footSize, color, align: 'right', margin: 0 };
}

function type(fontSize: number, bold: boolean): imported.default.TextPropsOptions {
  return { fontFace, fontSize, bold, align: 'left', lineSpacing: fontSize * lineHeight };
}

function placed(area: Area): imported.default.TextPropsOptions {
  return { ...placedBox(area), margin: 0, valign: 'top' };
}

function placedBox(area: Area): { x: number; y: number; w: number; h: number } {
  return { x: inches(area.left), y: inches(area.top), w: inches(area.width), h: inches(area.height) };
}

function alignOf(align: 'start' | 'end' | undefined): 'left' | 'right' {
  return align === 'end' ? 'right' : 'left';
}

function inches(points: number): number {
  return Math.round((points / 72) * 10_000) / 10_000;
}
