import { readFileSync } from 'node:fs';
import type { DocumentWords } from '../words/documents.ts';
import { inkOn, readable } from './colours.ts';
import type { Document } from './model.ts';

/** How the body of any document looks, on a page of the site or in a file of its own; the brand comes by custom properties, the product's without them. The site's stylesheet has it too. */
export const documentStyles = readFileSync(new URL('document.css', import.meta.url), 'utf8');

/** What only a file of its own needs: the brand, the frame on screen, and the marking and number on each printed page. */
export function fileStyles(document: Document, words: DocumentWords): string {
  const [before = '', between = '', after = ''] = words.page('\u0000', '\u0000').split('\u0000').map(cssString);
  const owner = words.owner(document.organisation, document.year);
  const foot = [document.marking, ...(document.notice ? [document.notice] : []), owner].map(cssString).join(' "\\a" ');
  return `
:root {
  --document-brand: ${document.brandColour};
  --document-brand-ink: ${inkOn(document.brandColour)};
  --document-heading: ${readable(document.brandColour)};
}
body { background: #ffffff; font-family: Arial, "Noto Sans", sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; }
main { border-top: 0.4rem solid var(--document-brand); padding: 1.5rem 0; }
@page {
  size: A4;
  margin: 2.2cm 2cm 2.6cm;
  font: 8pt Arial, "Noto Sans", sans-serif;
  @top-center { content: ${cssString(document.marking)}; font-weight: bold; }
  @bottom-left { content: ${foot}; white-space: pre-line; width: 80%; }
  @bottom-right { content: ${before} counter(page) ${between} counter(pages) ${after}; }
}
@media print {
  body { max-width: none; padding: 0; }
  .document-marking { display: none; }
}
`;
}

/** A text as a string of CSS that can end neither itself nor the style element (CSS Syntax 3, 4.3.7). */
function cssString(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} .,·-]/gu, (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `)}"`;
}
