import { parentPort } from 'node:worker_threads';
import { csv } from './csv.ts';
import { docx } from './docx.ts';
import type { Document } from './model.ts';
import { odp } from './odp.ts';
import { ods, odsTemplate } from './ods.ts';
import { odt } from './odt.ts';
import { pptx } from './pptx.ts';
import type { SheetTemplate, SheetTemplateFormat } from './sheet-template.ts';
import type { Answered } from './thread.ts';
import { xlsx, xlsxTemplate } from './xlsx.ts';

/** What the thread can write. */
export const officeWriters = {
  pptx, odp, docx, odt, xlsx,
  ods: async (document: Document) => ods(document),
  csv: async (document: Document): Promise<Uint8Array> => Buffer.from(csv(document)),
} as const satisfies Record<string, (document: Document, template?: Uint8Array) => Promise<Uint8Array>>;

export type OfficeFormat = keyof typeof officeWriters;

export const sheetTemplateWriters = {
  xlsx: xlsxTemplate,
  ods: async (template: SheetTemplate) => odsTemplate(template),
} as const satisfies Record<SheetTemplateFormat, (template: SheetTemplate) => Promise<Uint8Array>>;

export type OfficeOrder =
  | { readonly format: OfficeFormat; readonly document: Document; readonly template?: Uint8Array }
  | { readonly format: SheetTemplateFormat; readonly sheet: SheetTemplate };

parentPort?.on('message', async (order: OfficeOrder) => {
  const written = 'sheet' in order ? sheetTemplateWriters[order.format](order.sheet) : officeWriters[order.format](order.document, order.template);
  const answer: Answered = await written.then((bytes) => ({ bytes }), (error: unknown) => ({ fault: error instanceof Error ? error.message : String(error) }));
  parentPort?.postMessage(answer);
});
