import { readFileSync } from 'node:fs';
import { StartRefused } from '../platform/start-refused.ts';
import { en } from '../words/index.ts';

/** The text of a file that somebody named. @throws StartRefused with what to do when it cannot be read or is no UTF-8 text. */
export function readTextFile(path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new StartRefused(code === 'ENOENT' ? en.commands.noSuchFile(path) : code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? en.commands.notText(path) : en.commands.unreadable(path, code));
  }
}
