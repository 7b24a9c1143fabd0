import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { isId, type Id, type MakeId } from '../kernel/id.ts';
import type { Database } from './database.ts';
import { csrfOf, tokenHash, type Asked } from './pipeline.ts';
import { valueOf, type Form } from './route.ts';

/** Where somebody gets back what they sent after their session had ended. */
export const keptPath = '/kept';

/** A form as it was sent. upload: it had room for a file, which is not kept. */
export type KeptForm = { readonly path: string; readonly upload: boolean; readonly fields: readonly (readonly [string, string])[] };

const cipher = 'aes-256-gcm';
const [keyBytes, ivBytes, tagBytes] = [32, 12, 16];
const sealedLimit = 300_000;

/** Whether the cookie names a session that was and has ended, so that what its holder sends is worth reading. */
export async function sessionHasEnded(database: Database, token: string): Promise<boolean> {
  const { rows: [row] } = await database.transaction((tx) => sql<{ holder: Id | null }>`select session_has_ended(${tokenHash(token)}) as holder`.execute(tx));
  return Boolean(row?.holder);
}

/**
 * Keeps what was sent with an ended session, if it came from a page of that session and is not too long.
 * @returns the ticket for the browser, which alone holds the key; undefined when nothing was kept.
 */
export async function keepForm(database: Database, newId: MakeId, { sessionToken, form }: Asked, path: string, upload: boolean): Promise<string | undefined> {
  if (sessionToken === undefined || valueOf(form, 'csrf') !== csrfOf(sessionToken)) return undefined;
  const [id, key] = [newId(), randomBytes(keyBytes)];
  const sealed = seal({ path, upload, fields: fieldsOf(form) }, id, key);
  if (sealed.length > sealedLimit) return undefined;
  const { rows: [row] } = await database.transaction((tx) => sql<{ kept: boolean }>`select keep_form(${tokenHash(sessionToken)}, ${id}::uuid, ${sealed}) as kept`.execute(tx));
  return row?.kept ? `${id}.${key.toString('base64url')}` : undefined;
}

function fieldsOf(form: Form): [string, string][] {
  return Object.entries(form).filter(([name]) => name !== 'csrf').flatMap(([name, value]) => [value ?? []].flat().map((one): [string, string] => [name, one]));
}

function seal(form: KeptForm, id: Id, key: Buffer): Buffer {
  const iv = randomBytes(ivBytes);
  const sealing = createCipheriv(cipher, key, iv).setAAD(Buffer.from(id));
  const text = Buffer.concat([sealing.update(JSON.stringify(form), 'utf8'), sealing.final()]);
  return Buffer.concat([iv, sealing.getAuthTag(), text]);
}

/** The two halves of a ticket: which form, and the key to it. */
export function readTicket(ticket: string | undefined): { readonly id: Id; readonly key: Buffer } | undefined {
  const [id = '', key = ''] = (ticket ?? '').split('.');
  const bytes = Buffer.from(key, 'base64url');
  return isId(id) && bytes.length === keyBytes ? { id, key: bytes } : undefined;
}

/** The form that was sealed; undefined when the key is not its own or it was changed. */
export function unseal(sealed: Buffer, { id, key }: { readonly id: Id; readonly key: Buffer }): KeptForm | undefined {
  const opening = createDecipheriv(cipher, key, sealed.subarray(0, ivBytes)).setAAD(Buffer.from(id)).setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
  try {
    return JSON.parse(Buffer.concat([opening.update(sealed.subarray(ivBytes + tagBytes)), opening.final()]).toString('utf8'));
  } catch {
    return undefined;
  }
}
