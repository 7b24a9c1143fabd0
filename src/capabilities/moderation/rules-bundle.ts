import type { Marking } from '../../kernel/marking.ts';

/** A file of the submission, as its owner named it. */
export type BundleFile = { readonly id: string; readonly fileName: string; readonly sha256: string };

const longestName = 120;

/**
 * Where each file lies in the bundle: under its own name, in one folder, made safe for every system that unpacks it (no
 * way out of the folder, no name that Windows keeps for itself), and unique by the number before it.
 */
export function placesOf(files: readonly BundleFile[]): ReadonlyMap<string, string> {
  const digits = String(files.length).length;
  return new Map(files.map(({ id, fileName }, index) => [id, `evidence/${String(index + 1).padStart(digits, '0')}-${safeName(fileName)}`]));
}

export function safeName(fileName: string): string {
  const last = fileName.normalize('NFC').replace(/^.*[/\\]/s, '').replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*]/gu, '').replace(/\s+/gu, ' ');
  const bare = last.replace(/^[. ]+|[. ]+$/g, '');
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(bare)?.[0] ?? '';
  const stem = [...bare.slice(0, bare.length - ending.length)].slice(0, longestName - ending.length).join('');
  return stem === '' ? `file${ending}` : `${stem}${ending}`;
}

/** As "sha256sum --check" reads it. */
export function manifestOf(entries: readonly { readonly sha256: string; readonly place: string }[]): string {
  return entries.map(({ sha256, place }) => `${sha256}  ${place}\n`).join('');
}

export function bundleName(org: string, year: string, marking: Marking): string {
  return `${org}-${year}-evidence-${marking}.zip`;
}
