import { readFile } from 'node:fs/promises';
import { templateFrom } from '../../documents/template.ts';
import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { ReceivedFile } from '../../platform/files.ts';
import { wordFileName } from '../evidence/index.ts';
import { limits } from './rules.ts';

/** A template as it is kept: what outputs need of it, and the name that its file had. */
export type NewTemplate = { readonly content: Buffer; readonly file: string };

/** Takes a file as a body's Word template, or says what to do. */
export async function templateOf(received: ReceivedFile | undefined): Promise<Outcome<NewTemplate>> {
  if (!received) return refuse({ field: 'template', say: ({ look }) => look.refused.noTemplate });
  if (!/\.do[ct]x$/i.test(received.fileName)) return refuse({ field: 'template', say: ({ look }) => look.refused.templateName });
  if (received.bytes > limits.fileBytes) return refuse({ field: 'template', say: ({ look }) => look.refused.template.tooLarge });
  const name = await wordFileName(received, 'template');
  if (!name.accepted) return name;
  const read = await templateFrom(await readFile(received.path));
  if ('unfit' in read) return refuse({ field: 'template', say: ({ look }) => look.refused.template[read.unfit] });
  return accept({ content: Buffer.from(read.kept), file: name.value });
}
