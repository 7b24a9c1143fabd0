import { renderAsync } from '@resvg/resvg-js';
import type { Logo } from './model.ts';

/** Pixels: what a logo is drawn into, sharp at the size that outputs show it; what is larger when it comes would take too much memory. */
const drawn = { width: 960, height: 360 };
const largest = 4000;

/** Why a file is no logo that can be taken, by its name in the words. */
export type UnfitLogo = 'unknown' | 'damaged' | 'tooLarge' | 'notPlain' | 'empty';

export type Drawn = Omit<Logo, 'alternative'> & { readonly unfit?: never };

/** What a drawing may not hold: programs, pictures and styles from elsewhere, and what can be made to draw without end. */
const notPlain = /<\?xml-stylesheet|<(?:script|foreignObject|image|use|filter|pattern|style|text|a|animate\w*|set)[\s/>]|\son\w+\s*=|\s(?:xlink:)?href\s*=\s*["'](?!#)|url\(\s*["']?(?!#|["'])/i;

/** Draws a PNG or a plain SVG anew as a PNG of our own: what was hidden in the file, and what a reader's program could stumble over, stays behind. */
export async function drawnLogo(file: Buffer): Promise<Drawn | { readonly unfit: UnfitLogo }> {
  const source = file.toString('hex', 0, 8) === '89504e470d0a1a0a' ? framed(file) : plainDrawing(file.toString('utf8'));
  if (typeof source !== 'string') return source;
  try {
    const { width, height } = sizeIn(source);
    const fitTo = width / height > drawn.width / drawn.height ? { mode: 'width' as const, value: drawn.width } : { mode: 'height' as const, value: drawn.height };
    const image = await renderAsync(source, { fitTo, font: { loadSystemFonts: false } });
    if (!image.pixels.some((value, at) => at % 4 === 3 && value > 0)) return { unfit: 'empty' };
    return { png: image.asPng().toString('base64'), width: image.width, height: image.height };
  } catch {
    return { unfit: 'damaged' };
  }
}

/** The size at which a logo fits into a space, its shape kept. */
export function fitted({ width, height }: Pick<Logo, 'width' | 'height'>, space: { readonly width: number; readonly height: number }): { readonly width: number; readonly height: number } {
  const scale = Math.min(space.width / width, space.height / height);
  return { width: width * scale, height: height * scale };
}

/** A bitmap within a drawing of its size: so that both kinds are drawn by the same hand. */
function framed(file: Buffer): string | { readonly unfit: UnfitLogo } {
  if (file.length < 33 || file.toString('latin1', 12, 16) !== 'IHDR') return { unfit: 'damaged' };
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  if (width === 0 || height === 0) return { unfit: 'damaged' };
  if (width > largest || height > largest) return { unfit: 'tooLarge' };
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`
    + `<image width="${width}" height="${height}" xlink:href="data:image/png;base64,${file.toString('base64')}"/></svg>`;
}

function plainDrawing(text: string): string | { readonly unfit: UnfitLogo } {
  if (!/^\uFEFF?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE svg[^>[]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>]/i.test(text)) return { unfit: 'unknown' };
  return notPlain.test(text) ? { unfit: 'notPlain' } : text;
}

/** The shape of a drawing by its viewBox, else by its width and height. @throws when it says neither */
function sizeIn(svg: string): { readonly width: number; readonly height: number } {
  const [root = ''] = /<svg[^>]*>/i.exec(svg) ?? [];
  const box = /\sviewBox\s*=\s*["']\s*[-\d.e]+[\s,]+[-\d.e]+[\s,]+([\d.e]+)[\s,]+([\d.e]+)\s*["']/i.exec(root);
  const side = (name: string) => new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.e]+)(?:px|pt|mm|cm|in)?\\s*["']`, 'i').exec(root)?.[1];
  const [width, height] = (box ? [box[1], box[2]] : [side('width'), side('height')]).map(Number);
  if (!width || !height) throw new Error('the drawing does not say how large it is');
  return { width, height };
}
