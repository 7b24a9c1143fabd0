import type { IncomingMessage } from 'node:http';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { isDatabaseAway, sqlStateOf } from './database.ts';
import { FileTooLarge, type FileStore, type ReceivedFile } from './files.ts';
import type { Form, Page } from './route.ts';

export type Upload = { readonly form: Form; readonly files: Readonly<Record<string, ReceivedFile>> };

/** A form with a file, streamed: the fields as they come, the file into the store's incoming folder. @throws FileTooLarge */
export async function readUpload(request: FastifyRequest, store: FileStore): Promise<Upload> {
  const form: Record<string, string> = {};
  const files: Record<string, ReceivedFile> = {};
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') form[part.fieldname] = String(part.value);
      else if (part.filename === '') part.file.resume();
      else files[part.fieldname] = await store.receive(part.file, part.filename);
    }
  } catch (error) {
    readOnBriefly(request.raw);
    for (const file of Object.values(files)) await store.discard(file);
    throw error;
  }
  return { form, files };
}

const readOn = { bytes: 8_000_000, milliseconds: 5000 };

/**
 * What remains of an upload that is refused: read on a little, since a browser that cannot finish sending may never show
 * the answer, then close the connection, so that nobody sends gigabytes to a refusal.
 */
export function readOnBriefly(request: IncomingMessage): void {
  let left = readOn.bytes;
  const close = () => { request.destroy(); };
  const timer = setTimeout(close, readOn.milliseconds);
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) close();
  });
  request.once('close', () => clearTimeout(timer));
  request.resume();
}

export type TroublePages = {
  fileTooLarge(limitBytes: number): Page;
  tooMuch(): Page;
  unavailable(reference: string): Page;
  broken(reference: string): Page;
};

/** What went wrong, as a page: the person's doing (4xx), the database away (503), or ours (500, with a reference). */
export function answerTrouble(
  error: unknown, options: { readonly chrome: TroublePages; readonly fileLimitBytes: number },
  request: FastifyRequest, show: (status: number, page: Page) => FastifyReply,
): FastifyReply {
  if (error instanceof FileTooLarge) return show(413, options.chrome.fileTooLarge(options.fileLimitBytes));
  const status = statusOf(error);
  if (status === 413) return show(413, options.chrome.tooMuch());
  if (status !== undefined && status >= 400 && status < 500) return show(status, options.chrome.tooMuch());
  logTrouble(error, request);
  return isDatabaseAway(error) ? show(503, options.chrome.unavailable(request.id)).header('retry-after', '5') : show(500, options.chrome.broken(request.id));
}

/** Notes what is not the sender's doing. */
export function logTrouble(error: unknown, request: FastifyRequest): void {
  const status = statusOf(error);
  if (error instanceof FileTooLarge || (status !== undefined && status >= 400 && status < 500)) return;
  request.log.error({ reference: request.id, route: request.routeOptions.url, error: describe(error) }, isDatabaseAway(error) ? 'database away' : 'broken');
}

/** The status of what is the sender's doing: as the web server found it, or a text with a NUL, which the database cannot hold. */
export function statusOf(error: unknown): number | undefined {
  if (sqlStateOf(error) === '22021') return 400;
  return error instanceof Error && 'statusCode' in error ? (error as FastifyError).statusCode : undefined;
}

/** For the log: what kind of error and where, never its message, which may quote what a person wrote. */
function describe(error: unknown): { kind: string; code: string | undefined; at: string | undefined } {
  if (!(error instanceof Error)) return { kind: typeof error, code: undefined, at: undefined };
  return { kind: error.name, code: sqlStateOf(error) ?? ('code' in error ? String(error.code) : undefined), at: error.stack?.split('\n').slice(1, 6).map((line) => line.trim()).join(' ') };
}
