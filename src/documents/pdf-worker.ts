import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fontFiles } from './fonts.ts';
import type { Answered } from './thread.ts';

/** What the thread is asked: the data of paper.typ as JSON, and the moment that the file says it was made (seconds). */
export type PaperOrder = { readonly data: string; readonly moment: number };

const template = readFileSync(new URL('paper.typ', import.meta.url), 'utf8');
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fontFiles.map((file) => readFileSync(file)) }] });

parentPort?.on('message', (order: PaperOrder) => parentPort?.postMessage(answerTo(order)));

function answerTo(order: PaperOrder): Answered {
  try {
    const compiled = compiler.compile({ mainFileContent: template, inputs: { document: order.data } });
    if (!compiled.result) {
      const diagnostics = compiled.takeDiagnostics();
      return { fault: `Typst refused the document: ${JSON.stringify(diagnostics ? compiler.fetchDiagnostics(diagnostics) : [])}` };
    }
    return { bytes: new Uint8Array(compiler.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp: order.moment })) };
  } catch (error) {
    return { fault: String(error) };
  } finally {
    // Without this the compiler remembers every document that it has written.
    compiler.evictCache(2);
  }
}
