import type { Tone } from './model.ts';

/** Ink on paper of a coloured tag; each pair has a contrast of at least 7:1 (WCAG 2.2, 1.4.6). */
export type Colours = { readonly paper: string; readonly ink: string };

export const black = '#0b0c0c';
export const grey = '#484949';
export const white = '#ffffff';

export const toneColours: Readonly<Record<Tone, Colours>> = {
  best: { paper: '#d2e2f1', ink: '#16325c' },
  good: { paper: '#cce2d8', ink: '#083d29' },
  warning: { paper: '#fff1b8', ink: '#4d3800' },
  bad: { paper: '#f6d7d2', ink: '#6b150f' },
  neutral: { paper: '#e9eaea', ink: '#2b3033' },
};

/** "RRGGBB", as Office files write a colour. */
export function bare(colour: string): string {
  return colour.slice(1).toUpperCase();
}

/** White or full black, whichever reads better on a colour: one of the two always has a contrast of 4.5:1. */
export function inkOn(paper: string): string {
  return carriesWhite(paper) ? white : '#000000';
}

/** The colour itself where it can be read as text on white (WCAG 2.2, 1.4.3), black where it cannot. */
export function readable(colour: string): string {
  return carriesWhite(colour) ? colour : black;
}

/** A colour on which white can be read, and which can be read on white (WCAG 2.2, 1.4.3). */
export function carriesWhite(colour: string): boolean {
  return contrast(colour, white) >= 4.5;
}

/** The colour itself where it carries white, else the lightest of its darker shades that does. */
export function nearestCarryingWhite(colour: string): string {
  for (let parts = 256; parts > 0; parts -= 1) {
    const shade = `#${[1, 3, 5].map((at) => Math.round((Number.parseInt(colour.slice(at, at + 2), 16) * parts) / 256).toString(16).padStart(2, '0')).join('')}`;
    if (carriesWhite(shade)) return shade;
  }
  return black;
}

/** The contrast ratio of two "#rrggbb" colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
