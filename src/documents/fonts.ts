import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The family that the product carries, so that no output depends on what a machine has installed. */
export const fontFamily = 'Noto Sans';

/** Files of Noto Sans: regular, italic, bold, bold italic. */
export const fontFiles: readonly string[] = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'].map(fileOf);

/** Shown for a character that the family does not have. */
const box = '\u25a1';
const simpleScripts = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/u;
let characters: ReadonlySet<number> | undefined;

/**
 * The text with a box for each visible character that the family lacks, or whose script needs more than one glyph after
 * the other (such text cannot be read back from a PDF); joiners and selectors go. A zero-width space stays: lines break there.
 */
export function covered(text: string): string {
  const known = characters ??= charactersOf(readFileSync(fileOf('400Regular')));
  return text.replace(/[^\x00-\x7f\u200b]/gu, (character) => {
    if (/[\p{Cf}\u{1f3fb}-\u{1f3ff}]/u.test(character)) return '';
    if (known.has(character.codePointAt(0) ?? 0) && simpleScripts.test(character)) return character;
    return /\p{M}/u.test(character) ? '' : box;
  });
}

function fileOf(style: string): string {
  return fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans/${style}/NotoSans_${style}.ttf`));
}

/** The characters of a TrueType font: the segments of its `cmap` table of format 12 (OpenType 1.9, "cmap"). */
function charactersOf(font: Buffer): ReadonlySet<number> {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16);
  const entry = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap') ?? 0;
  const cmap = font.readUInt32BE(entry + 8);
  const subtables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) => cmap + font.readUInt32BE(cmap + 8 + index * 8));
  const segments = subtables.find((at) => font.readUInt16BE(at) === 12);
  if (segments === undefined) throw new Error(`${fontFamily} has no character map of format 12`);
  const found = new Set<number>();
  for (let group = 0; group < font.readUInt32BE(segments + 12); group += 1) {
    const at = segments + 16 + group * 12;
    for (let code = font.readUInt32BE(at); code <= font.readUInt32BE(at + 4); code += 1) found.add(code);
  }
  return found;
}
