import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** Keeps and checks passwords. Slow by design: one call is one run of the hash function. */
export type Passwords = {
  hash(password: string): Promise<string>;
  /** Whether the password is the one of the hash, and whether that hash was made with weaker parameters than today's. */
  verify(password: string, encoded: string): Promise<{ readonly right: boolean; readonly outdated: boolean }>;
  /** A hash that no password has, with which an unknown account costs the same work as a known one. */
  readonly nobody: string;
};

export type Argon2Parameters = { readonly memoryKib: number; readonly passes: number; readonly lanes: number };

/** OWASP's password storage cheat sheet: argon2id with 19 MiB, two passes, one lane. */
export const currentParameters: Argon2Parameters = { memoryKib: 19 * 1024, passes: 2, lanes: 1 };

const run = promisify(argon2);
const saltBytes = 16;
const hashBytes = 32;

export function argon2Passwords(parameters: Argon2Parameters = currentParameters): Passwords {
  return {
    hash: async (password) => {
      const salt = randomBytes(saltBytes);
      return encode(parameters, salt, await derive(password, salt, parameters));
    },
    verify: async (password, encoded) => {
      const kept = decode(encoded);
      const derived = await derive(password, kept.salt, kept.parameters);
      return { right: timingSafeEqual(derived, kept.hash), outdated: isWeaker(kept.parameters, parameters) };
    },
    nobody: encode(parameters, randomBytes(saltBytes), randomBytes(hashBytes)),
  };
}

/** The same letters by another keyboard are the same password (NIST SP 800-63B 3.1.1.2: normalise before hashing). */
function derive(password: string, salt: Buffer, { memoryKib, passes, lanes }: Argon2Parameters): Promise<Buffer> {
  return run('argon2id', { message: password.normalize('NFKC'), nonce: salt, memory: memoryKib, passes, parallelism: lanes, tagLength: hashBytes });
}

/** The PHC string format: everything that checking needs stands in the hash itself. */
function encode({ memoryKib, passes, lanes }: Argon2Parameters, salt: Buffer, hash: Buffer): string {
  return `$argon2id$v=19$m=${memoryKib},t=${passes},p=${lanes}$${base64(salt)}$${base64(hash)}`;
}

function decode(encoded: string): { parameters: Argon2Parameters; salt: Buffer; hash: Buffer } {
  const [, memory, passes, lanes, salt, hash] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(encoded) ?? [];
  if (salt === undefined || hash === undefined) throw new Error('a password hash is not in the form that this product writes');
  return {
    parameters: { memoryKib: Number(memory), passes: Number(passes), lanes: Number(lanes) },
    salt: Buffer.from(salt, 'base64'), hash: Buffer.from(hash, 'base64'),
  };
}

function isWeaker(kept: Argon2Parameters, wanted: Argon2Parameters): boolean {
  return kept.memoryKib < wanted.memoryKib || kept.passes < wanted.passes;
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
