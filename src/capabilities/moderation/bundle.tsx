import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Zip, ZipPassThrough } from 'fflate';
import { render } from 'preact-render-to-string';
import { isId } from '../../kernel/id.ts';
import { highestMarking } from '../../kernel/marking.ts';
import { yearOf } from '../../kernel/year.ts';
import type { FileStore } from '../../platform/files.ts';
import { notFoundPage, type Answer, type MemberVisit } from '../../platform/route.ts';
import { readFrozen, submissionInYear } from '../assessment/index.ts';
import { evidenceAmong } from '../evidence/index.ts';
import { BundleIndex } from './pages/bundle.tsx';
import { bundleName, manifestOf, placesOf } from './rules-bundle.ts';
import { noteMade } from './sharing-store.ts';

type Entry = { readonly place: string; readonly sha256: string; readonly read: () => Promise<Readable> };

/** The submission and the evidence behind it in one archive, to be read without a connection. */
export function bundleWriter({ files }: { readonly files: FileStore }) {
  return async (visit: MemberVisit): Promise<Answer> => {
    const { tx, words, organisation, params } = visit;
    const year = yearOf(params['year'] ?? '');
    const submission = year && await submissionInYear(tx, organisation.id, year);
    const said = words.moderation.bundle;
    if (!year || !submission) return notFoundPage(said.nothing.title, <><h1 class="govuk-heading-l">{said.nothing.title}</h1><p class="govuk-body">{said.nothing.sentence}</p></>);
    const frozen = readFrozen(submission.frozen);
    const whole = await wholeFiles(files, visit, frozen.evidence.map(({ id }) => id));
    const places = placesOf(whole);
    const marking = highestMarking([frozen.marking, ...whole.map((one) => one.marking)]);
    const index = `<!DOCTYPE html>\n${render(<BundleIndex words={words} frozen={frozen} marking={marking} invented={organisation.invented} places={places} />)}`;
    const entries = [
      ofText('index.html', index), ofText('submission.json', submission.frozen),
      ...whole.map(({ id, sha256 }): Entry => ({ place: places.get(id) ?? '', sha256, read: () => files.read(organisation.id, Buffer.from(sha256, 'hex')) })),
    ];
    await noteMade(tx, 'bundle', organisation.id, { year, marking, files: whole.length });
    return { is: 'download', fileName: bundleName(organisation.shortName, year, marking), mediaType: 'application/zip', body: Readable.from(zipped([...entries, ofText('manifest-sha256.txt', manifestOf(entries))], visit.now)) };
  };
}

/** The files that this reader may have and that are still what was kept; the others are named in the index without a link. */
async function wholeFiles(files: FileStore, { tx, organisation }: MemberVisit, ids: readonly string[]) {
  const found = [];
  for (const { id, fileName, sha256, marking } of await evidenceAmong(tx, organisation.id, ids.filter(isId))) {
    if (fileName === null || sha256 === null) continue;
    const kept = Buffer.from(sha256, 'hex');
    if ((await files.hashOf(organisation.id, kept))?.equals(kept)) found.push({ id, fileName, sha256, marking });
  }
  return found;
}

function ofText(place: string, text: string): Entry {
  return { place, sha256: createHash('sha256').update(text).digest('hex'), read: async () => Readable.from([Buffer.from(text)]) };
}

/** One file after the other, a piece at a time: no more than a piece of one file is in memory. */
async function* zipped(entries: readonly Entry[], at: Date): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  for (const { place, read } of entries) {
    const file = new ZipPassThrough(place);
    file.mtime = at;
    zip.add(file);
    for await (const piece of await read()) {
      file.push(piece);
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
