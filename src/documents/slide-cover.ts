import { yearAndDate } from './dates.ts';
import { fitted } from './logo.ts';
import type { Document } from './model.ts';
import { heightOf, lineHeight, noticeTop, page, type Area } from './slides.ts';

/** Points: where the title stands if the rest leaves room, where it may begin at most, and how wide a line is. */
export const cover = { top: 150, highest: 80, width: 780 };
/** Sizes of title, subtitle and owner; the first that fits is taken. */
const scales = [[44, 24, 20], [36, 24, 20], [28, 20, 18], [22, 18, 16], [18, 16, 16]] as const;
const mostTitleLines = 3;
/** The white panel of a logo, whatever colour lies behind it: at the right, above the title. */
const panel = { top: 32, padding: 10, space: { width: 220, height: 72 } };

export type CoverLine = { readonly name: string; readonly text: string; readonly size: number; readonly bold: boolean; readonly top: number; readonly height: number };

/** Where the logo of a document stands on its cover, and the panel behind it. */
export function coverLogo({ logo }: Document): { readonly panel: Area; readonly logo: Area } | undefined {
  if (!logo) return undefined;
  const { width, height } = fitted(logo, panel.space);
  const left = page.width - page.margin - width - 2 * panel.padding;
  return {
    panel: { top: panel.top, left, width: width + 2 * panel.padding, height: height + 2 * panel.padding },
    logo: { top: panel.top + panel.padding, left: left + panel.padding, width, height },
  };
}

/** What the first slide says, from the top: title, subtitle, organisation, year and date. */
export function coverLines(document: Document): readonly CoverLine[] {
  const end = noticeTop(document) - 20;
  const laid = scales.map((scale) => laidOut(document, scale, end));
  const fits = laid.find((lines) => (lines[0]?.height ?? 0) <= mostTitleLines * lineHeight * (lines[0]?.size ?? 0) + 1 && endOf(lines) <= end);
  return fits ?? laid.at(-1) ?? [];
}

function laidOut(document: Document, [title, subtitle, owner]: (typeof scales)[number], end: number): readonly CoverLine[] {
  const lines = [
    { name: 'Title', text: document.title, size: title, bold: true, after: 14 },
    { name: 'Subtitle', text: document.subtitle, size: subtitle, bold: false, after: 26 },
    { name: 'Organisation', text: document.organisation, size: owner, bold: true, after: 4 },
    { name: 'Year and date', text: yearAndDate(document), size: owner, bold: false, after: 0 },
  ].filter((line) => line.text !== '').map((line) => ({ ...line, height: heightOf(line.text, line.size, cover.width, line.bold) }));
  const total = lines.reduce((sum, line) => sum + line.height + line.after, 0);
  const sign = coverLogo(document)?.panel;
  const highest = sign ? sign.top + sign.height + 10 : cover.highest;
  let next = Math.max(highest, Math.min(cover.top, end - total));
  return lines.map(({ after, ...line }) => {
    const top = next;
    next += line.height + after;
    return { ...line, top };
  });
}

function endOf(lines: readonly CoverLine[]): number {
  const last = lines.at(-1);
  return last ? last.top + last.height : 0;
}
