import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Id } from '../kernel/id.ts';

/** A file that has come in and lies beside the store under a temporary name, not yet anybody's evidence. */
export type ReceivedFile = {
  readonly fileName: string;
  readonly sha256: Buffer;
  readonly bytes: number;
  /** Its first bytes, to tell what it is: a name is only a claim. */
  readonly head: Buffer;
  readonly path: string;
};

export class FileTooLarge extends Error {}

const headBytes = 4096;
const incomingName = 'incoming';

/**
 * Evidence files by their content: organisation/aa/sha256 under one folder. Each body has its own, since sharing one
 * file between bodies would tell one of them what another holds.
 */
export type FileStore = {
  /** Streams a file in, counting and hashing; stops at the limit and leaves nothing behind. @throws FileTooLarge */
  receive(source: Readable, fileName: string): Promise<ReceivedFile>;
  /**
   * Gives a received file to a body: written down, synced, then visible under its hash. Content that the body has
   * already is replaced by the same. May be called again for the same file, as a transaction that is repeated does.
   */
  keep(orgId: Id, file: ReceivedFile): Promise<void>;
  discard(file: ReceivedFile): Promise<void>;
  /** @throws when the file is not there. */
  read(orgId: Id, sha256: Buffer): Promise<Readable>;
  /** The hash of what lies there now, or undefined when nothing does: for verification. */
  hashOf(orgId: Id, sha256: Buffer): Promise<Buffer | undefined>;
  /** Removes a body's content for good, once no record of the body names it; nothing when it is not there. */
  forget(orgId: Id, sha256: Buffer): Promise<void>;
  /** Removes what came in before a moment and was neither kept nor discarded, as after a power cut. @returns how many files */
  sweep(before: Date): Promise<number>;
};

export function openFileStore(folder: string, limitBytes: number): FileStore {
  const pathOf = (orgId: Id, sha256: Buffer) => {
    const name = sha256.toString('hex');
    return join(folder, orgId, name.slice(0, 2), name);
  };
  return {
    receive: (source, fileName) => receive(folder, limitBytes, source, fileName),
    keep: async (orgId, file) => {
      const target = pathOf(orgId, file.sha256);
      await makeFolder(dirname(target));
      await moveOnce(file.path, target);
      await syncFolder(dirname(target));
    },
    discard: (file) => rm(file.path, { force: true }),
    read: async (orgId, sha256) => {
      const path = pathOf(orgId, sha256);
      await stat(path);
      return createReadStream(path);
    },
    hashOf: async (orgId, sha256) => {
      const hash = createHash('sha256');
      try {
        for await (const chunk of createReadStream(pathOf(orgId, sha256))) hash.update(chunk);
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
      return hash.digest();
    },
    forget: (orgId, sha256) => rm(pathOf(orgId, sha256), { force: true }),
    sweep: (before) => sweep(join(folder, incomingName), before),
  };
}

/** Waits for nothing before it listens to the source: a connection may break at any moment. */
async function receive(folder: string, limitBytes: number, source: Readable, fileName: string): Promise<ReceivedFile> {
  const incoming = join(folder, incomingName);
  mkdirSync(incoming, { recursive: true, mode: 0o700 });
  const path = join(incoming, randomUUID());
  const hash = createHash('sha256');
  let bytes = 0;
  let head: Buffer = Buffer.alloc(0);
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > limitBytes) { done(new FileTooLarge()); return; }
      hash.update(chunk);
      if (head.length < headBytes) head = Buffer.concat([head, chunk.subarray(0, headBytes - head.length)]);
      done(null, chunk);
    },
  });
  try {
    await pipeline(source, measure, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return { fileName, sha256: hash.digest(), bytes, head, path };
}

async function sweep(incoming: string, before: Date): Promise<number> {
  let swept = 0;
  for (const name of await readdir(incoming).catch(nothingWhenMissing)) {
    const path = join(incoming, name);
    const found = await stat(path).catch(nothingWhenMissing);
    if (!('mtime' in found) || found.mtime >= before) continue;
    await rm(path, { force: true });
    swept += 1;
  }
  return swept;
}

function nothingWhenMissing(error: unknown): never[] {
  if (isMissing(error)) return [];
  throw error;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** A transaction that the database asks to repeat calls again for a file that has moved already. */
async function moveOnce(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!isMissing(error)) throw error;
    await access(to);
  }
}

/** Makes a folder and what is missing above it; each new name is only kept through a power cut once the folder it stands in is synced. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

/** A rename is only kept through a power cut once its folder is synced. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
