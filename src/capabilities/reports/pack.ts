import { createHash } from 'node:crypto';
import { zipSync, type Zippable } from 'fflate';
import type { Marking } from '../../kernel/marking.ts';
import type { Words } from '../../words/index.ts';
import { readTold, type Named } from './frozen-told.ts';
import { reportFormats, writeReport } from './writing.ts';

export type Pack = { readonly bytes: Uint8Array; readonly marking: Marking };

/** A zip knows no time before 1980; a fixed one, so that the same record gives the same bytes. */
const mtime = new Date(1980, 0, 1);

/** Every format of a frozen record in one file, with a manifest for programs and one for people. */
export async function makePack(frozen: string, named: Named, { words, version }: { readonly words: Words; readonly version: string }): Promise<Pack> {
  const { told, dated, demonstration } = await readTold(frozen, named);
  const { organisation, year, audience, marking } = told;
  const entries: Zippable = {};
  const files: { name: string; media_type: string; bytes: number; sha256: string }[] = [];
  for (const format of reportFormats) {
    const { fileName, mediaType, bytes } = await writeReport(told, format, { words, dated, demonstration });
    entries[fileName] = [bytes, { mtime, level: compressed(bytes) ? 0 : 6 }];
    files.push({ name: fileName, media_type: mediaType, bytes: bytes.length, sha256: hashOf(bytes) });
  }
  const record = hashOf(Buffer.from(frozen));
  const manifest = {
    format: 'dueregard-manifest-1', organisation: organisation.name, invented: organisation.invented, year, audience, marking, dated,
    product: words.site.product, product_version: version, record_sha256: record, files,
  };
  const lines = [
    words.packs.manifest(organisation.name, year, audience), '', ...words.packs.manifestLines(marking, dated, words.packs.by(words.site.product, version), record),
    '', words.packs.manifestFiles, ...files.map(({ name, sha256 }) => `${sha256}  ${name}`),
  ];
  entries['manifest.json'] = [Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), { mtime }];
  entries['MANIFEST.txt'] = [Buffer.from(`${lines.join('\n')}\n`), { mtime }];
  return { bytes: zipSync(entries), marking };
}

/** A zip within a zip, and a PDF, would cost time and save nothing. */
function compressed(bytes: Uint8Array): boolean {
  return ['PK\u0003\u0004', '%PDF'].includes(Buffer.from(bytes.subarray(0, 4)).toString('latin1'));
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
