import { html } from './html.tsx';
import type { Document } from './model.ts';
import { pdf } from './pdf.ts';
import { pptx } from './pptx.ts';

export type Format = 'pptx' | 'pdf' | 'html';

/** How a document is written in each format; the name of a format is also the ending of its file. */
export const formats: Readonly<Record<Format, { readonly mediaType: string; readonly write: (document: Document) => Promise<Uint8Array> }>> = {
  pptx: { mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', write: pptx },
  pdf: { mediaType: 'application/pdf', write: (document) => pdf(document) },
  html: { mediaType: 'text/html; charset=utf-8', write: async (document) => Buffer.from(html(document)) },
};

export function formatOf(name: string): Format | undefined {
  return Object.keys(formats).find((format): format is Format => format === name);
}
