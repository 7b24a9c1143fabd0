import { parentPort } from 'node:worker_threads';
import { csv } from './csv.ts';
import { docx } from './docx.ts';
import type { Document } from './model.ts';
import { odp } from './odp.ts';
import { ods, odsTemplate } from './ods.ts';
import { odt } from './odt.ts';
import { pptx } from './pptx.ts';
import type { Template, TemplateFormat } from './template.ts';
import type { Answered } from './thread.ts';
import { xlsx, xlsxTemplate } from './xlsx.ts';

/** What the thread can write. */
export const officeWriters = {
  pptx, odp, docx, odt, xlsx,
  ods: async (document: Document) => ods(document),
  csv: async (document: Document): Promise<Uint8Array> => Buffer.from(csv(document)),
} as const satisfies Record<string, (document: Document) => Promise<Uint8Array>>;

export type OfficeFormat = keyof typeof officeWriters;

export const templateWriters = {
  xlsx: xlsxTemplate,
  ods: async (template: Template) => odsTemplate(template),
} as const satisfies Record<TemplateFormat, (template: Template) => Promise<Uint8Array>>;

export type OfficeOrder = { readonly format: OfficeFormat; readonly document: Document } | { readonly format: TemplateFormat; readonly template: Template };

parentPort?.on('message', async (order: OfficeOrder) => {
  const written = 'template' in order ? templateWriters[order.format](order.template) : officeWriters[order.format](order.document);
  const answer: Answered = await written.then((bytes) => ({ bytes }), (error: unknown) => ({ fault: error instanceof Error ? error.message : String(error) }));
  parentPort?.postMessage(answer);
});
