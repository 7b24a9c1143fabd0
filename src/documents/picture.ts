import { renderAsync } from '@resvg/resvg-js';
import { documentWords } from '../words/documents.ts';
import { black, toneColours } from './colours.ts';
import { fontFamily, fontFiles } from './fonts.ts';
import { linesOf } from './measure.ts';
import type { DocumentLanguage, Picture, Tone } from './model.ts';
import { tidy } from './tidy.ts';

/** Units of the drawing; on a slide 1200 of them are 872 points, so that no letter is below 16. */
const strip = { width: 1200, perRow: 4, gap: 12, padding: 14, labelSize: 24, wordSize: 28, lineHeight: 1.3 };

/** One result of a strip. */
export type Tile = { readonly label: string; readonly outcome: string; readonly tone: Tone };

/** A picture of results side by side, each a coloured tile with its name and its word, and the same in words for who cannot see it. */
export function outcomeStrip(title: string, outcomes: readonly Tile[], language: DocumentLanguage): Picture {
  const words = documentWords(language);
  const tiles = outcomes.map((each) => ({ ...each, label: tidy(each.label), outcome: tidy(each.outcome) }));
  const alternative = words.strip(tidy(title), tiles.map((tile) => words.outcome(tile.label, tile.outcome)));
  const tileWidth = (strip.width - strip.gap * (strip.perRow - 1)) / strip.perRow;
  const rows = Array.from({ length: Math.ceil(tiles.length / strip.perRow) }, (_, row) =>
    tiles.slice(row * strip.perRow, (row + 1) * strip.perRow));
  const drawn: string[] = [];
  let y = 0;
  for (const row of rows) {
    const height = Math.max(...row.map((tile) => tileHeight(tile, tileWidth)));
    drawn.push(...row.map((tile, column) => drawnTile(tile, column * (tileWidth + strip.gap), y, tileWidth, height)));
    y += height + strip.gap;
  }
  return drawing(tidy(title), alternative, { width: strip.width, height: Math.max(1, Math.ceil(y - strip.gap)) }, drawn);
}

/** A picture of what was drawn, with its title and the words that say the same within it. */
export function drawing(title: string, alternative: string, { width, height }: { readonly width: number; readonly height: number }, drawn: readonly string[]): Picture {
  return {
    kind: 'picture',
    alternative,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="${fontFamily}, Arial, sans-serif">`
      + `<title>${escaped(title)}</title><desc>${escaped(alternative)}</desc>${drawn.join('')}</svg>`,
  };
}

/** The size that a drawing states in its viewBox. */
export function sizeOf(svg: string): { readonly width: number; readonly height: number } {
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}

/** The drawing as a bitmap of a width in pixels, for programs that cannot show SVG. */
export async function bitmapOf(svg: string, width: number): Promise<Buffer> {
  const image = await renderAsync(svg, {
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false, fontFiles: [...fontFiles], defaultFontFamily: fontFamily },
  });
  return image.asPng();
}

function tileHeight(tile: Tile, width: number): number {
  const { labels, words } = tileLines(tile, width);
  return 2 * strip.padding + (labels.length * strip.labelSize + words.length * strip.wordSize) * strip.lineHeight;
}

function drawnTile(tile: Tile, x: number, y: number, width: number, height: number): string {
  const { paper, ink } = toneColours[tile.tone];
  const { labels, words } = tileLines(tile, width);
  const text = (line: string, bottom: number, style: string) =>
    `<text x="${round(x + strip.padding + 6)}" y="${round(bottom)}" ${style}>${escaped(line.trimEnd())}</text>`;
  const labelsBottom = y + strip.padding + labels.length * strip.labelSize * strip.lineHeight;
  return [
    `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${paper}"/>`,
    `<rect x="${round(x)}" y="${round(y)}" width="6" height="${round(height)}" fill="${ink}"/>`,
    ...labels.map((line, index) =>
      text(line, y + strip.padding + (index + 0.8) * strip.labelSize * strip.lineHeight, `font-size="${strip.labelSize}" fill="${black}"`)),
    ...words.map((line, index) =>
      text(line, labelsBottom + (index + 0.8) * strip.wordSize * strip.lineHeight, `font-size="${strip.wordSize}" font-weight="bold" fill="${ink}"`)),
  ].join('');
}

function tileLines(tile: Tile, width: number): { readonly labels: readonly string[]; readonly words: readonly string[] } {
  const room = width - 2 * strip.padding - 6;
  return {
    labels: linesOf(tile.label, { size: strip.labelSize }, room),
    words: linesOf(tile.outcome, { size: strip.wordSize, bold: true }, room),
  };
}

export function round(number: number): number {
  return Math.round(number * 10) / 10;
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
