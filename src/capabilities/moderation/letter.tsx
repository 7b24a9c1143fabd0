import { isId, type Id } from '../../kernel/id.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import type { FileStore } from '../../platform/files.ts';
import { page, redirect, refusedPage, valueOf, versionOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { draftFrom, emptyDraft, evidenceById, listEvidence, takeFile, type Draft } from '../evidence/index.ts';
import { breadcrumbsOf, movedOnPage, withOwnFindings, withYear, type OpenedYear } from './opened.tsx';
import { LetterPage } from './pages/letter.tsx';
import { paths } from './paths.ts';
import { beginFindings, findingsOf, setLetter, type LetterKey } from './store.ts';

export type LetterOptions = { readonly files: FileStore; readonly fileLimitBytes: number };

/** How many pieces of evidence the list to choose from holds: the newest. */
const offered = 100;

/** Findings that the letter belongs to, when they have been begun. */
type Begun = { readonly id: Id; readonly version: number; readonly letterId: Id | undefined };

type Filled = { readonly letter: string; readonly draft: Draft; readonly refusals: readonly Refusal[] };

/** Choosing or attaching the letter begins the transcription; another letter afterwards is a change like any other. */
export function letterHandlers(options: LetterOptions) {
  return {
    show: (visit: MemberVisit) => withLetter(visit, (about, begun) => letterPage(about, begun, options, { letter: begun?.letterId ?? '', draft: emptyDraft, refusals: [] })),
    choose: (visit: MemberVisit) => withLetter(visit, (about, begun) => choose(about, begun, options)),
    attach: (visit: MemberVisit) => withLetter(visit, (about, begun) => attach(about, begun, options)),
  };
}

async function choose(about: OpenedYear, begun: Begun | undefined, options: LetterOptions): Promise<Answer> {
  const { tx, organisation, form } = about.visit;
  const wanted = valueOf(form, 'letter');
  const letter = isId(wanted) ? await evidenceById(tx, organisation.id, wanted) : undefined;
  if (letter) return use(about, begun, letter);
  return letterPage(about, begun, options, { letter: wanted, draft: emptyDraft, refusals: [{ field: 'letter', say: ({ moderation }) => moderation.refusals.letterMissing }] });
}

async function attach(about: OpenedYear, begun: Begun | undefined, options: LetterOptions): Promise<Answer> {
  const { visit } = about;
  const taken = await takeFile(visit, options.files);
  if (!taken.accepted) return letterPage(about, begun, options, { letter: '', draft: draftFrom(visit.form, 'file-'), refusals: taken.refusals });
  const letter = await evidenceById(visit.tx, visit.organisation.id, taken.value);
  if (!letter) throw new Error('a file that was taken is not there');
  return use(about, begun, letter);
}

async function use(about: OpenedYear, begun: Begun | undefined, letter: LetterKey): Promise<Answer> {
  const { visit, year, assessment, edition } = about;
  const { tx, organisation: { id: orgId, shortName }, form, newId, words } = visit;
  const done = begun
    ? await setLetter(tx, { orgId, id: begun.id, version: versionOf(form) }, letter)
    : await beginFindings(tx, { orgId, id: newId(), assessmentId: assessment.id, editionId: edition.id, origin: 'transcribed', letter });
  if (done) return redirect(paths.findings(shortName, year), 'saved');
  return begun ? movedOnPage(about) : movedOnPage(about, words.moderation.conflict.begun);
}

async function withLetter(visit: MemberVisit, work: (about: OpenedYear, begun: Begun | undefined) => Promise<Answer>): Promise<Answer> {
  return withYear(visit, async (about) => {
    if (!(await findingsOf(visit.tx, visit.organisation.id, about.assessment.id))) return work(about, undefined);
    return withOwnFindings(visit, ({ findings: { id, version, letter } }) => work(about, { id, version, letterId: letter?.id }));
  });
}

async function letterPage({ visit, year }: OpenedYear, begun: Begun | undefined, { fileLimitBytes }: LetterOptions, { letter, draft, refusals }: Filled): Promise<Answer> {
  const { words, seal, organisation: { shortName } } = visit;
  const body = (
    <LetterPage words={words} seal={seal} version={begun?.version} refusals={refusals} chosen={letter} draft={draft} choices={await choicesFor(visit, letter)} most={offered}
      chooseAction={paths.letter(shortName, year)} attachAction={paths.letterFile(shortName, year)} fileLimitMegabytes={fileLimitBytes / 1_000_000} />
  );
  const rest = { breadcrumbs: breadcrumbsOf(visit, year) };
  return refusals.length > 0 ? refusedPage(words.moderation.letter.title, body, refusals, rest) : page(words.moderation.letter.title, body, rest);
}

/** The newest evidence, and the letter that is chosen already if it is older than those. */
async function choicesFor({ tx, organisation, today }: MemberVisit, chosen: string): Promise<readonly { id: Id; title: string; datedOn: string | null }[]> {
  const { lines } = await listEvidence(tx, organisation.id, { text: '', expiry: 'all', today, soon: today, page: 1, pageSize: offered });
  const older = lines.some(({ id }) => id === chosen) || !isId(chosen) ? undefined : await evidenceById(tx, organisation.id, chosen);
  return older ? [...lines, older] : lines;
}
