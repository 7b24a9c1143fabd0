/** Widths of the characters from space to tilde in Arial, in thousandths of its size (Adobe's metrics of Helvetica, which Arial shares). */
const widths = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
  667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
  556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
/** Bold letters are at most this much wider. */
const boldFactor = 1.08;
/** Programs round and kern differently: an estimate must rather be too wide. */
const caution = 1.04;
/** Any character without a width of its own: ideographs and pictures are the widest. */
const unknownWidth = 1300;

export type Type = { readonly size: number; readonly bold?: boolean };

/** The width of a text on one line, in the unit of the size (points). */
export function widthOf(text: string, type: Type): number {
  let thousandths = 0;
  for (const character of text.normalize('NFD')) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x300 && code < 0x370) continue;
    thousandths += widths[code - 32] ?? (code >= 0xa0 && code < 0x2000 ? 700 : unknownWidth);
  }
  return (thousandths / 1000) * type.size * (type.bold ? boldFactor : 1) * caution;
}

/** The lines that a text takes in a column: broken at spaces, a word that is wider than the column within itself. */
export function linesOf(text: string, type: Type, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((part) => brokenWord(part, type, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, type) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

function brokenWord(word: string, type: Type, width: number): readonly string[] {
  if (widthOf(word, type) <= width) return [word];
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
