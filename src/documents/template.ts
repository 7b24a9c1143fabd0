import { writingThread } from './thread.ts';
import type { UnfitTemplate } from './word-template.ts';

const unfits: readonly UnfitTemplate[] = ['tooLarge', 'damaged', 'strict', 'outside', 'marking'];
const longest = 10_000;

const inThread = writingThread<Uint8Array>(new URL('template-worker.ts', import.meta.url), 'The template');

/** Takes what is needed from a Word file, in a thread of its own that ends when the file unpacks without end. */
export async function templateFrom(file: Uint8Array): Promise<{ readonly kept: Uint8Array } | { readonly unfit: UnfitTemplate }> {
  const answer = await inThread(file, longest).catch(() => Buffer.from('{"unfit":"damaged"}'));
  const written = Buffer.from(answer.subarray(0, 60)).toString('latin1');
  const unfit = unfits.find((reason) => written === JSON.stringify({ unfit: reason }));
  return unfit === undefined ? { kept: answer } : { unfit };
}
