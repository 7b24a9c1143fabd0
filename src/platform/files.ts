import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
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

/**
 * Evidence files by their content: organisation/aa/sha256 under one folder. Each body has its own, since sharing one
 * file between bodies would tell one of them what another holds.
 */
export type FileStore = {
  /** Streams a file in, counting and hashing; stops at the limit and leaves nothing behind. @throws FileTooLarge */
  receive(source: Readable, fileName: string): Promise<ReceivedFile>;
  /** Gives a received file to a body: written down, synced, then visible under its hash. */
  keep(orgId: Id, file: ReceivedFile): Promise<void>;
  discard(file: ReceivedFile): Promise<void>;
  /** @throws when the file is not there. */
  read(orgId: Id, sha256: Buffer): Promise<Readable>;
  /** The hash of what lies there now, or undefined when nothing does: for verification. */
  hashOf(orgId: Id, sha256: Buffer): Promise<Buffer | undefined>;
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
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await rename(file.path, target);
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
      } catch {
        return undefined;
      }
      return hash.digest();
    },
  };
}

async function receive(folder: string, limitBytes: number, source: Readable, fileName: string): Promise<ReceivedFile> {
  const incoming = join(folder, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
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

/** A rename is only kept through a power cut once its folder is synced. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
