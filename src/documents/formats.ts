import { html } from './html.tsx';
import type { Document } from './model.ts';
import type { OfficeFormat, OfficeOrder } from './office-worker.ts';
import { pdf } from './pdf.ts';
import type { SheetTemplate, SheetTemplateFormat } from './sheet-template.ts';
import { writingThread } from './thread.ts';
import { refuseFaults } from './faults.ts';

export type Format = OfficeFormat | 'pdf' | 'html';

const longest = 60_000;
const inThread = writingThread<OfficeOrder>(new URL('office-worker.ts', import.meta.url), 'The file');

const office = 'application/vnd.openxmlformats-officedocument';
const odf = 'application/vnd.oasis.opendocument';

/** How a document is written in each format, Word's also in the clothes of a template; the name of a format is also the ending of its file. */
export const formats: Readonly<Record<Format, { readonly mediaType: string; readonly write: (document: Document, template?: Uint8Array) => Promise<Uint8Array> }>> = {
  pptx: { mediaType: `${office}.presentationml.presentation`, write: inOffice('pptx') },
  odp: { mediaType: `${odf}.presentation`, write: inOffice('odp') },
  pdf: { mediaType: 'application/pdf', write: (document) => pdf(document) },
  docx: { mediaType: `${office}.wordprocessingml.document`, write: inOffice('docx') },
  odt: { mediaType: `${odf}.text`, write: inOffice('odt') },
  html: { mediaType: 'text/html; charset=utf-8', write: async (document) => Buffer.from(html(document)) },
  xlsx: { mediaType: `${office}.spreadsheetml.sheet`, write: inOffice('xlsx') },
  ods: { mediaType: `${odf}.spreadsheet`, write: inOffice('ods') },
  csv: { mediaType: 'text/csv; charset=utf-8', write: inOffice('csv') },
};

export function formatOf(name: string): Format | undefined {
  return Object.keys(formats).find((format): format is Format => format === name);
}

export function writeSheetTemplate(format: SheetTemplateFormat, template: SheetTemplate): Promise<Uint8Array> {
  refuseFaults(template.about);
  return inThread({ format, sheet: template }, longest);
}

/** In a thread of its own; a faulty document is refused here, where the mistake was made. */
function inOffice(format: OfficeFormat): (document: Document, template?: Uint8Array) => Promise<Uint8Array> {
  return async (document, template) => {
    refuseFaults(document);
    return inThread({ format, document, ...(template ? { template } : {}) }, longest);
  };
}
