import type { DocumentWords } from '../words/documents.ts';
import { black, grey, inkOn, readable, toneColours } from './colours.ts';
import type { Document } from './model.ts';

/** How the body of any document looks, on a page of the site or in a file of its own; the brand comes by custom properties. */
export const documentStyles = `
.document { overflow-wrap: anywhere; color: ${black}; line-height: 1.5; }
.document h1, .document h2 { color: var(--document-heading, ${black}); line-height: 1.2; break-after: avoid; }
.document h1 { font-size: 2rem; margin: 0 0 0.5rem; }
.document h2 { font-size: 1.5rem; margin: 2rem 0 0.75rem; }
.document li { margin-bottom: 0.5rem; }
.document-subtitle { font-size: 1.25rem; margin: 0 0 1rem; }
.document-owner { font-weight: bold; margin: 0; }
.document-date { margin: 0 0 1rem; }
.document-notice { border-left: 0.3rem solid ${black}; font-weight: bold; padding: 0.5rem 1rem; }
.document-note, .document figcaption { color: ${grey}; font-size: 0.9rem; }
.document figure { margin: 1rem 0; break-inside: avoid; }
.document-quotation blockquote { border-left: 0.3rem solid var(--document-heading, ${black}); margin: 0; padding: 0.1rem 0 0.1rem 1rem; }
.document-picture svg { display: block; height: auto; max-width: 100%; }
.document-scroll { margin: 1rem 0; overflow-x: auto; }
.document table { border-collapse: collapse; overflow-wrap: break-word; width: 100%; }
.document caption { font-weight: bold; padding-bottom: 0.5rem; text-align: left; }
.document th, .document td { border: 1px solid #b1b4b6; padding: 0.4rem 0.6rem; text-align: left; vertical-align: top; }
.document thead th { background: var(--document-brand, ${black}); color: var(--document-brand-ink, #ffffff); }
.document tr { break-inside: avoid; }
.document .document-figure { text-align: right; }
.document-tag { display: inline-block; font-weight: bold; padding: 0 0.4rem; }
${Object.entries(toneColours).map(([tone, { paper, ink }]) => `.document-tag--${tone} { background: ${paper}; color: ${ink}; }`).join('\n')}
@media print {
  .document { font-size: 10.5pt; print-color-adjust: exact; }
  .document-scroll { overflow: visible; padding-right: 1px; }
}
`;

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
.document-marking { font-weight: bold; margin: 0; padding: 0.5rem; text-align: center; }
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
