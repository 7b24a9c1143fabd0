import { documentWords } from '../words/documents.ts';
import { black, toneColours } from './colours.ts';
import { linesOf, widthOf } from './measure.ts';
import type { DocumentLanguage, Picture, Tone } from './model.ts';
import { drawing, escaped, round } from './picture.ts';
import { tidy } from './tidy.ts';

/** Units of the drawing, as in picture.ts. */
const chart = { width: 1200, labels: 230, bar: 48, gap: 16, size: 24, lineHeight: 1.3, key: 24 };

/** What a part of every bar counts. */
export type Series = { readonly name: string; readonly tone: Tone };

/** One bar: a count for each of the series, in their order. */
export type Bar = { readonly label: string; readonly counts: readonly number[] };

/** Bars below each other, each of parts in one row, with a key above them; the same in words for who cannot see it. The numbers stand in a table beside it. */
export function stackedBars(title: string, series: readonly Series[], bars: readonly Bar[], language: DocumentLanguage): Picture {
  const words = documentWords(language);
  const named = series.map(({ name, tone }) => ({ name: tidy(name), tone }));
  const shown = bars.map(({ label, counts }) => ({ label: tidy(label), counts }));
  const said = shown.map(({ label, counts }) => words.outcome(label, named.map(({ name }, at) => words.counted(name, counts[at] ?? 0)).join(', ')));
  const key = keyOf(named);
  const most = Math.max(1, ...shown.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0)));
  let top = key.height + chart.gap;
  const drawn = [...key.drawn];
  for (const bar of shown) {
    const lines = linesOf(bar.label, { size: chart.size }, chart.labels - 20);
    const height = Math.max(chart.bar, lines.length * chart.size * chart.lineHeight);
    drawn.push(...lines.map((line, at) => textAt(line, 0, top + (at + 0.85) * chart.size * chart.lineHeight, black)), ...partsOf(bar, named, top, most));
    top += height + chart.gap;
  }
  return drawing(tidy(title), words.strip(tidy(title), said), { width: chart.width, height: Math.ceil(top) }, drawn);
}

/** The key: a square and a name for each of the series, on as many rows as they take. */
function keyOf(series: readonly Series[]): { readonly drawn: readonly string[]; readonly height: number } {
  const row = chart.size * chart.lineHeight + 8;
  const drawn: string[] = [];
  let [left, top] = [0, 0];
  for (const { name, tone } of series) {
    const width = chart.key + 10 + widthOf(name, { size: chart.size }) + 30;
    if (left > 0 && left + width > chart.width) [left, top] = [0, top + row];
    drawn.push(box(left + 1, top + 5, chart.key, chart.key, tone), textAt(name, left + chart.key + 10, top + 0.85 * chart.size * chart.lineHeight, black));
    left += width;
  }
  return { drawn, height: top + row };
}

function partsOf({ counts }: Bar, series: readonly Series[], top: number, most: number): string[] {
  const unit = (chart.width - chart.labels - 2) / most;
  let left = chart.labels;
  return series.flatMap(({ tone }, at) => {
    const count = counts[at] ?? 0;
    if (count <= 0) return [];
    const [x, width] = [left, count * unit];
    left += width;
    const written = widthOf(String(count), { size: chart.size, bold: true });
    const number = written + 8 > width ? [] : [textAt(String(count), x + (width - written) / 2, top + chart.bar / 2 + chart.size * 0.36, toneColours[tone].ink, true)];
    return [box(x, top + 1, width, chart.bar - 2, tone), ...number];
  });
}

/** The line around a box carries its contrast, since the paper is pale (WCAG 2.2, 1.4.11). */
function box(x: number, y: number, width: number, height: number, tone: Tone): string {
  const { paper, ink } = toneColours[tone];
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${paper}" stroke="${ink}" stroke-width="2"/>`;
}

function textAt(text: string, x: number, y: number, ink: string, bold = false): string {
  return `<text x="${round(x)}" y="${round(y)}" font-size="${chart.size}"${bold ? ' font-weight="bold"' : ''} fill="${ink}">${escaped(text.trimEnd())}</text>`;
}

