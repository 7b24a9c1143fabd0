import { readFileSync } from 'node:fs';
import * as z from 'zod';

/** The version of this release, from package.json. */
export function version(): string {
  const packageFile = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(packageFile)).version;
}
