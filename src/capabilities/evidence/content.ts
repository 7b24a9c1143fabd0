import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { FileKind, Unfit } from '../../words/evidence.ts';
import { isMarkedSecret, refusal } from './rules.ts';
import { readZipDirectory } from './zip.ts';

/** What is read of a file to tell what it is. Nothing of it is unpacked or run. */
export type Sample = {
  /** Its first bytes, at least the first 4,096 where there are so many. */
  readonly head: Buffer;
  /** Its last bytes: zip.ts says how many. */
  readonly tail: Buffer;
  readonly bytes: number;
  /** Whether the whole file reads as text. */
  readonly isText: boolean;
};

type Seen = { readonly kind: FileKind } | { readonly unfit: Unfit };

type Claim = { readonly kind: FileKind; readonly ending: string; readonly mediaType: string };

/** What a name may claim. The first ending of a kind is the one that we suggest. */
const claims: readonly Claim[] = [
  { kind: 'pdf', ending: '.pdf', mediaType: 'application/pdf' },
  { kind: 'png', ending: '.png', mediaType: 'image/png' },
  { kind: 'jpeg', ending: '.jpg', mediaType: 'image/jpeg' },
  { kind: 'jpeg', ending: '.jpeg', mediaType: 'image/jpeg' },
  { kind: 'docx', ending: '.docx', mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  { kind: 'xlsx', ending: '.xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  { kind: 'pptx', ending: '.pptx', mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation' },
  { kind: 'odt', ending: '.odt', mediaType: 'application/vnd.oasis.opendocument.text' },
  { kind: 'ods', ending: '.ods', mediaType: 'application/vnd.oasis.opendocument.spreadsheet' },
  { kind: 'odp', ending: '.odp', mediaType: 'application/vnd.oasis.opendocument.presentation' },
  { kind: 'txt', ending: '.txt', mediaType: 'text/plain' },
  { kind: 'csv', ending: '.csv', mediaType: 'text/csv' },
  { kind: 'md', ending: '.md', mediaType: 'text/markdown' },
];

const textKinds: readonly FileKind[] = ['txt', 'csv', 'md'];

/** Programs by their first bytes: Windows, Linux, macOS (three forms), Java, WebAssembly, and a script's first line. */
const programs = ['4d5a', '7f454c46', 'feedface', 'feedfacf', 'cffaedfe', 'cefaedfe', 'cafebabe', '0061736d', '2321'];

const oleFile = 'd0cf11e0a1b11ae1';

const webPage = /^\uFEFF?\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype|\?xml|html|head|body|script|svg|iframe|meta|object|embed)[\s>/]/i;

/**
 * Whether a file may be kept, and as what. The content decides; the name must agree with it. Office files of the old
 * kind are refused: their macros, and whether they are locked, stand deep inside, and every office program saves the new kind.
 */
export function keptAs(fileName: string, sample: Sample, field: string): Outcome<{ readonly mediaType: string }> {
  const seen = whatItIs(sample);
  const claim = claims.find(({ ending }) => fileName.toLowerCase().endsWith(ending));
  if ('unfit' in seen && (claim || seen.unfit !== 'unknown')) return refuse({ field, say: (words) => words.evidence.unfit(fileName, seen.unfit) });
  if (!claim || 'unfit' in seen) return refuse({ field, say: (words) => words.evidence.unknownEnding(fileName) });
  const isText = textKinds.includes(seen.kind) && textKinds.includes(claim.kind);
  if (!isText && seen.kind !== claim.kind) {
    const ending = claims.find(({ kind }) => kind === seen.kind)?.ending ?? '';
    return refuse({ field, say: (words) => words.evidence.notWhatItSays(fileName, claim.kind, seen.kind, ending) });
  }
  if (isText && (isMarkedSecret(sample.head.toString('utf8')) || isMarkedSecret(sample.tail.toString('utf8')))) return refuse(refusal(field, 'secretText'));
  return accept({ mediaType: claim.mediaType });
}

function whatItIs(sample: Sample): Seen {
  const { head, tail, bytes, isText } = sample;
  const begins = head.subarray(0, 8).toString('hex');
  if (bytes === 0) return { unfit: 'empty' };
  if (programs.some((magic) => begins.startsWith(magic)) && !(isText && begins.startsWith('4d5a'))) return { unfit: 'program' };
  if (begins.startsWith('255044462d')) return pdfOf(head, tail);
  if (begins === '89504e470d0a1a0a') return head.toString('latin1', 12, 16) === 'IHDR' && tail.includes('IEND') ? { kind: 'png' } : { unfit: 'damaged' };
  if (begins.startsWith('ffd8ff')) return tail.includes(Buffer.from('ffd9', 'hex')) ? { kind: 'jpeg' } : { unfit: 'damaged' };
  if (begins === oleFile) return { unfit: 'oldOffice' };
  if (begins.startsWith('504b0304') || begins.startsWith('504b0506')) return archiveOf(sample);
  if (webPage.test(head.toString('utf8'))) return { unfit: 'webPage' };
  return isText ? { kind: 'txt' } : { unfit: 'unknown' };
}

/** A PDF says in its trailer, at the end or (when made for the web) near the start, that it is locked. */
function pdfOf(head: Buffer, tail: Buffer): Seen {
  const isLocked = [head, tail].some((part) => /\/Encrypt[\s\d<[]/.test(part.toString('latin1')));
  if (isLocked) return { unfit: 'locked' };
  return tail.includes('%%EOF') ? { kind: 'pdf' } : { unfit: 'damaged' };
}

const mainParts: readonly (readonly [FileKind, RegExp])[] = [
  ['docx', /^word\/document\d*\.xml$/], ['xlsx', /^xl\/workbook\d*\.xml$/], ['pptx', /^ppt\/presentation\d*\.xml$/],
];

const macroParts = /(?:^|\/)(?:vbaProject|vbaData)[^/]*$|^xl\/macrosheets\/|\/activeX\/|^(?:Basic|Scripts)\/./i;

const lockedPart = 'encrypted-package';

/** An office document is an archive: its parts, by name in the directory, say which and whether it holds macros. */
function archiveOf({ head, tail, bytes }: Sample): Seen {
  const directory = readZipDirectory(tail, bytes);
  if (directory.is !== 'directory') return { unfit: directory.is === 'damaged' ? 'damaged' : 'archiveTooLarge' };
  const names = directory.entries.map(({ name }) => name);
  if (names.some((name) => /^[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$)|\0/.test(name))) return { unfit: 'damaged' };
  if (directory.entries.some(({ locked }) => locked) || names.includes(lockedPart)) return { unfit: 'locked' };
  if (names.some((name) => macroParts.test(name))) return { unfit: 'macros' };
  const main = names.includes('[Content_Types].xml') ? mainParts.find(([, part]) => names.some((name) => part.test(name))) : undefined;
  const open = names.includes('content.xml') ? openDocumentOf(head) : undefined;
  const kind = main?.[0] ?? open;
  return kind ? { kind } : { unfit: 'archive' };
}

/** OpenDocument 1.3 part 2, 3.3: the first entry is "mimetype", stored as it is, so that its words stand at byte 38. */
function openDocumentOf(head: Buffer): FileKind | undefined {
  const mimetype = head.toString('latin1', 30, 38) === 'mimetype' ? head.toString('latin1', 38, 38 + head.readUInt32LE(22)) : '';
  return claims.find(({ mediaType }) => mediaType === mimetype)?.kind;
}
