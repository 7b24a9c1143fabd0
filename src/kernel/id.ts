import { randomBytes } from 'node:crypto';

/** An identifier of a record: a UUID of version 7 (RFC 9562), made by the application. */
export type Id = string;

export type MakeId = () => Id;

const identifier = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isId(text: string): text is Id {
  return identifier.test(text);
}

/** A new identifier: 48 bits of the moment in milliseconds, then randomness, so that keys grow at the end of the index. */
export function newId(moment: number = Date.now()): Id {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(moment, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
