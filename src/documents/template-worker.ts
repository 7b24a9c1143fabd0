import { parentPort } from 'node:worker_threads';
import type { Answered } from './thread.ts';
import { keptTemplate } from './word-template.ts';

/** What is kept of the file, or, in JSON, why nothing can be. */
parentPort?.on('message', (file: Uint8Array) => {
  const read = keptTemplate(file);
  const answer: Answered = { bytes: 'kept' in read ? read.kept : Buffer.from(JSON.stringify(read)) };
  parentPort?.postMessage(answer);
});
