import { parentPort } from 'node:worker_threads';
import { csv } from './csv.ts';
import { docx } from './docx.ts';
import type { Document } from './model.ts';
import { odp } from './odp.ts';
import { ods } from './ods.ts';
import { odt } from './odt.ts';
import { pptx } from './pptx.ts';
import type { Answered } from './thread.ts';
import { xlsx } from './xlsx.ts';

/** What the thread can write. */
export const officeWriters = {
  pptx, odp, docx, odt, xlsx,
  ods: async (document: Document) => ods(document),
  csv: async (document: Document): Promise<Uint8Array> => Buffer.from(csv(document)),
} as const satisfies Record<string, (document: Document, template?: Uint8Array) => Promise<Uint8Array>>;

export type OfficeFormat = keyof typeof officeWriters;

export type OfficeOrder = { readonly format: OfficeFormat; readonly document: Document; readonly template?: Uint8Array };

parentPort?.on('message', async ({ format, document, template }: OfficeOrder) => {
  const answer: Answered = await officeWriters[format](document, template).then((bytes) => ({ bytes }), (error: unknown) => ({ fault: error instanceof Error ? error.message : String(error) }));
  parentPort?.postMessage(answer);
});
