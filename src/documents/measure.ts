/**
 * Widths of the characters from space to tilde in thousandths of their size: in Arial (Adobe's metrics of Helvetica, which
 * it shares) or in Noto Sans, whichever is wider, so that a text also fits where a machine has no Arial.
 */
const regular = [
  278, 278, 408, 646, 572, 889, 732, 225, 333, 333, 551, 584, 278, 333, 278, 372, 572, 572, 572, 572, 572, 572, 572, 572,
  572, 572, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 730, 667, 611, 778, 741, 339, 500, 667, 556, 907, 760, 781,
  667, 781, 722, 667, 611, 731, 667, 944, 667, 667, 611, 329, 372, 329, 572, 556, 333, 561, 615, 500, 615, 564, 344, 615,
  618, 258, 258, 534, 258, 935, 618, 605, 615, 615, 413, 500, 361, 618, 508, 786, 529, 510, 500, 380, 551, 380, 584,
];
const bold = [
  278, 333, 479, 646, 572, 902, 750, 266, 339, 339, 542, 584, 285, 333, 281, 415, 572, 572, 572, 572, 572, 572, 572, 572,
  572, 572, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 732, 667, 611, 778, 765, 389, 556, 722, 611, 943, 813, 791,
  667, 791, 722, 667, 611, 756, 667, 967, 670, 667, 611, 333, 415, 333, 584, 556, 365, 599, 632, 556, 632, 597, 387, 632,
  650, 299, 298, 620, 298, 975, 650, 625, 632, 632, 447, 556, 434, 650, 571, 856, 578, 571, 500, 394, 551, 394, 584,
];
/** Programs round and kern differently: an estimate must rather be too wide. */
const caution = 1.02;
/** Any character without a width of its own: ideographs and pictures are the widest. */
const unknownWidth = 1300;

export type Type = { readonly size: number; readonly bold?: boolean };

/** The width of a text on one line, in the unit of the size (points). */
export function widthOf(text: string, type: Type): number {
  let thousandths = 0;
  for (const character of text.normalize('NFD')) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x300 && code < 0x370) continue;
    thousandths += (type.bold ? bold : regular)[code - 32] ?? (code >= 0xa0 && code < 0x2000 ? 700 : unknownWidth);
  }
  return (thousandths / 1000) * type.size * caution;
}

/** The lines that a text takes in a column: broken after spaces, a word that is wider than the column within itself. Joined, they are the text. */
export function linesOf(text: string, type: Type, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<= )/).flatMap((part) => brokenWord(part, type, width))) {
    if (line !== '' && widthOf((line + word).trimEnd(), type) > width) {
      lines.push(line);
      line = '';
    }
    line += word;
  }
  return [...lines, line];
}

function brokenWord(word: string, type: Type, width: number): readonly string[] {
  if (widthOf(word.trimEnd(), type) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && widthOf(piece + character, type) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}
